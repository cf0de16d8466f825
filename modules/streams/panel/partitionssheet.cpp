// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/partitionssheet.h"

#include "streams/panel/countbox.h"
#include "ui/controls/button.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::Token;

namespace
{
constexpr int kMostPartitions = 100'000;
}

PartitionsSheet::PartitionsSheet(ui::Workbench& bench, const ServiceId& service, QWidget* parent)
    : Sheet(bench, service, tr("Add partitions"), parent)
{
    auto* form = addForm();
    m_count = new CountBox(1, kMostPartitions, this);
    m_count->setAccessibleName(tr("Partitions then"));
    form->addRow(tr("Partitions then"), m_count);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(12, 8, 12, 4);
    m_checks = new CheckList(this);
    below->addWidget(m_checks);
    below->addStretch(1);
    body()->addLayout(below, 1);
    connect(m_count, &QSpinBox::valueChanged, this, &PartitionsSheet::judge);
    judge();
}

void PartitionsSheet::open(const QString& topic)
{
    m_topic = topic;
    m_info = {};
    m_config.clear();
    setSubject(topic);
    look();
    beginAt(m_count);
    m_count->selectAll();
}

void PartitionsSheet::look()
{
    auto* topics = contract<Topics>();
    if (!topics)
        return;
    m_failed.reset();
    m_call = topics->topic(m_topic).onDone(this, [this](Result<TopicInfo> answer) {
        if (answer) {
            const bool first = m_info.name.isEmpty();
            m_info = std::move(*answer);
            if (first)
                m_count->setValue(int(m_info.partitions.size()) + 1);
        } else {
            m_failed = answer.error();
        }
        judge();
    });
    m_configCall
        = topics->config(m_topic).onDone(this, [this](Result<std::vector<ConfigEntry>> answer) {
              if (answer)
                  m_config = std::move(*answer);
              judge();
          });
    judge();
}

void PartitionsSheet::judge()
{
    const int now = int(m_info.partitions.size());
    const int then = m_count->value();
    const QString tooMany = m_count->problem();
    const bool grows = now > 0 && then > now && tooMany.isEmpty();
    std::vector<Check> checks;
    if (now > 0) {
        checks.push_back({grows ? Glyph::Created : Glyph::Error,
            grows                    ? tr("%n partitions more", nullptr, then - now)
                : !tooMany.isEmpty() ? tooMany
                                     : tr("A topic can only grow, it has %n already", nullptr, now),
            tr("%1 now").arg(now)});
        checks.push_back({Glyph::Warn,
            tr("A message with a key may go to another partition from then on: the order of one "
               "key is not kept across the change")});
        const bool compacts
            = std::any_of(m_config.begin(), m_config.end(), [](const ConfigEntry& entry) {
                  return entry.name == "cleanup.policy"_L1
                      && entry.value.value_or(QString()).contains("compact"_L1);
              });
        if (compacts)
            checks.push_back({Glyph::Warn,
                tr("The topic is compacted: older values of a key stay in their old partition "
                   "for good")});
        checks.push_back({Glyph::Scheduled, tr("It cannot be taken back")});
    } else if (!m_failed) {
        checks.push_back({Glyph::Queued, tr("Asking how many there are")});
    }
    m_checks->setChecks(std::move(checks));
    setAct(tr("Add partitions…"), grows);
    setNote(m_failed ? line(*m_failed) : QString(), m_failed ? Token::StatusError : Token::Text2);
}

void PartitionsSheet::apply()
{
    auto* acts = contract<TopicActs>();
    if (!acts || isBusy())
        return;
    confirm(acts->addPartitions(m_info, m_count->value()), [this](const Result<Text>& outcome) {
        if (outcome) {
            Q_EMIT added(m_topic);
            Q_EMIT closed();
            return;
        }
        m_failed = outcome.error();
    });
}

} // namespace pilothouse::streams
