// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/replaysheet.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::Token;

namespace
{
constexpr size_t kMostTold = 6;
}

ReplaySheet::ReplaySheet(ui::Workbench& bench, const ServiceId& service, QWidget* parent)
    : Sheet(bench, service, tr("Produce again"), parent)
{
    auto* form = addForm();
    m_to = new QComboBox(this);
    m_to->setEditable(true);
    m_to->setInsertPolicy(QComboBox::NoInsert);
    m_to->setAccessibleName(tr("To topic"));
    m_to->lineEdit()->setAccessibleName(tr("To topic"));
    m_to->completer()->setFilterMode(Qt::MatchContains);
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(tr("To topic"), m_to);
    m_same = new QCheckBox(tr("The same partition as before"), this);
    form->addRow(QString(), m_same);
    m_rate = new QSpinBox(this);
    m_rate->setRange(0, 1'000'000);
    m_rate->setSpecialValueText(tr("as fast as the brokers take them"));
    m_rate->setSuffix(tr(" a second"));
    m_rate->setAccessibleName(tr("Messages a second"));
    form->addRow(tr("Rate"), m_rate);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(12, 8, 12, 4);
    m_results = new CheckList(this);
    below->addWidget(m_results);
    below->addStretch(1);
    body()->addLayout(below, 1);
    m_drain.setInterval(50);
    connect(&m_drain, &QTimer::timeout, this, &ReplaySheet::drain);
    connect(m_to->lineEdit(), &QLineEdit::textChanged, this, &ReplaySheet::judge);
    connect(m_same, &QCheckBox::toggled, this, &ReplaySheet::judge);
    judge();
}

void ReplaySheet::open(const QString& topic, std::vector<std::pair<int, qint64>> messages)
{
    m_topic = topic;
    m_messages = std::move(messages);
    m_told.clear();
    m_sent = false;
    setSubject(topic);
    m_to->setCurrentText(topic);
    askTopics();
    fill({});
    judge();
    beginAt(m_to);
}

void ReplaySheet::askTopics()
{
    auto* topics = contract<Topics>();
    if (!topics)
        return;
    m_topicsCall = topics->topics().onDone(this, [this](Result<std::vector<TopicInfo>> answer) {
        if (!answer)
            return;
        m_topics = std::move(*answer);
        const QString chosen = m_to->currentText();
        {
            const QSignalBlocker quiet(m_to->lineEdit());
            m_to->clear();
            for (const TopicInfo& one : m_topics)
                if (!one.internal)
                    m_to->addItem(one.name);
            m_to->setCurrentText(chosen);
        }
        judge();
    });
}

void ReplaySheet::judge()
{
    const QString to = m_to->currentText().trimmed();
    QString wrong;
    int highest = -1;
    for (const auto& [partition, offset] : m_messages)
        highest = std::max(highest, partition);
    const auto known = std::find_if(
        m_topics.begin(), m_topics.end(), [&to](const TopicInfo& one) { return one.name == to; });
    if (!m_topics.empty() && !to.isEmpty() && known == m_topics.end())
        wrong = tr("There is no topic %1").arg(to);
    else if (known != m_topics.end() && m_same->isChecked()
        && highest >= int(known->partitions.size()))
        wrong = tr("%1 has no partition %2").arg(to).arg(highest);
    setAct(tr("Produce %n messages again…", nullptr, int(m_messages.size())),
        !m_messages.empty() && !to.isEmpty() && wrong.isEmpty() && !m_sent);
    setNote(wrong, Token::StatusError);
}

void ReplaySheet::apply()
{
    auto* acts = contract<TopicActs>();
    if (!acts || isBusy())
        return;
    ReplayRequest request;
    request.topic = m_topic;
    request.messages = m_messages;
    request.to = m_to->currentText().trimmed();
    request.samePartition = m_same->isChecked();
    request.perSecond = m_rate->value();
    m_box = std::make_shared<WrittenBox>();
    request.onWritten = WrittenBox::listener(m_box);
    m_told.clear();
    m_drain.start();
    confirm(acts->replay(request), [this, to = request.to](const Result<Text>& outcome) {
        m_drain.stop();
        drain();
        m_sent = outcome.has_value(); // once more is a choice of its own
        fill(outcome ? std::optional<Error>() : outcome.error());
        if (outcome)
            Q_EMIT replayed(to);
    });
}

void ReplaySheet::drain()
{
    const std::vector<Written> told = m_box ? m_box->take() : std::vector<Written>();
    if (told.empty())
        return;
    m_told.insert(m_told.end(), told.begin(), told.end());
    fill({});
}

void ReplaySheet::fill(const std::optional<Error>& error)
{
    std::vector<Check> checks;
    const auto good = std::count_if(
        m_told.begin(), m_told.end(), [](const Written& one) { return !one.problem; });
    if (m_told.empty() && !error)
        checks.push_back({Glyph::Created,
            tr("%n messages with key, value and headers as they are", nullptr,
                int(m_messages.size()))});
    else
        checks.push_back({good == qint64(m_messages.size()) ? Glyph::Ok : Glyph::Running,
            tr("%1 of %2 written")
                .arg(QLocale().toString(qint64(good)),
                    QLocale().toString(qint64(m_messages.size())))});
    for (const Written& one : m_told)
        if (one.problem && checks.size() <= kMostTold && one.index < m_messages.size())
            checks.push_back({Glyph::Error, line(*one.problem),
                u"%1 @ %2"_s.arg(m_messages[one.index].first).arg(m_messages[one.index].second)});
    if (error)
        checks.push_back({Glyph::Error, line(*error),
            tr("%n not written", nullptr, int(qint64(m_messages.size()) - qint64(good)))});
    m_results->setChecks(std::move(checks));
}

} // namespace pilothouse::streams
