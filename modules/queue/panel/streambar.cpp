// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/streambar.h"

#include "queue/api/commandline.h"
#include "queue/panel/valueformats.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kGroupWidth = 280; // longer words of a group are cut
} // namespace

StreamBar::StreamBar(std::function<Streams*()> streams, QWidget* parent)
    : QWidget(parent)
    , m_streams(std::move(streams))
    , m_row(new QHBoxLayout)
    , m_none(new QLabel(tr("No consumer group reads this stream."), this))
    , m_oldest(new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::StatusWarn, this))
    , m_claim(new ui::Button(tr("Claim…"), ui::ButtonVariant::Default, this))
    , m_acknowledge(new ui::Button(tr("Acknowledge…"), ui::ButtonVariant::Quiet, this))
{
    m_claim->setSmall(true);
    m_acknowledge->setSmall(true);
    ui::setTextStyle(m_none, ui::TextStyle::Caption);
    ui::setTone(m_none, ui::Token::Text3);
    m_row->setContentsMargins(8, 4, 8, 4);
    m_row->setSpacing(4);
    m_row->addWidget(m_none);
    m_row->addStretch(1);
    auto* acts = new QHBoxLayout;
    acts->setContentsMargins(12, 0, 12, 4);
    acts->setSpacing(8);
    acts->addWidget(m_oldest, 1);
    acts->addWidget(m_acknowledge);
    acts->addWidget(m_claim);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_row);
    layout->addLayout(acts);
    const auto ids = [this] {
        std::vector<QByteArray> out;
        for (const PendingEntry& e : m_pending)
            out.push_back(e.id);
        return out;
    };
    connect(m_claim, &QAbstractButton::clicked, this,
        [this, ids] { Q_EMIT claimRequested(currentGroup(), ids()); });
    connect(m_acknowledge, &QAbstractButton::clicked, this,
        [this, ids] { Q_EMIT acknowledgeRequested(currentGroup(), ids()); });
    updateWords();
}

QString StreamBar::wordsOf(const StreamGroup& group)
{
    QString out = entityName(group.name) + u" ×"_s + QString::number(group.consumers) + u"  "_s;
    out += group.lag ? tr("lag %1").arg(QLocale().toString(*group.lag)) : tr("lag unknown");
    if (group.pending > 0)
        out += u", "_s + tr("%1 pending").arg(QLocale().toString(group.pending));
    return out;
}

QByteArray StreamBar::currentGroup() const
{
    return m_current >= 0 && m_current < int(m_groups.size()) ? m_groups[size_t(m_current)].name
                                                              : QByteArray();
}

void StreamBar::show(const QByteArray& key)
{
    if (key != m_key) {
        m_key = key;
        m_groups.clear();
        m_pending.clear();
        m_current = -1;
        rebuild();
    }
    refresh();
}

void StreamBar::refresh()
{
    Streams* streams = m_streams();
    if (!streams || m_key.isEmpty())
        return;
    m_askGroups
        = streams->groups(m_key).onDone(this, [this](Result<std::vector<StreamGroup>> groups) {
              if (!groups)
                  return; // the entries beside it say what is wrong
              const bool same = *groups == m_groups;
              m_groups = std::move(*groups);
              if (m_current < 0 && !m_groups.empty()) {
                  const auto worst = std::max_element(m_groups.begin(), m_groups.end(),
                      [](const StreamGroup& a, const StreamGroup& b) {
                          return a.pending < b.pending;
                      });
                  m_current = int(worst - m_groups.begin());
              }
              m_current = std::min(m_current, int(m_groups.size()) - 1);
              if (!same)
                  rebuild();
              askPending();
          });
}

void StreamBar::askPending()
{
    Streams* streams = m_streams();
    if (!streams || currentGroup().isEmpty()) {
        m_pending.clear();
        updateWords();
        return;
    }
    PendingQuery query;
    query.key = m_key;
    query.group = currentGroup();
    m_askPending
        = streams->pending(query).onDone(this, [this](Result<std::vector<PendingEntry>> entries) {
              m_pending = entries ? std::move(*entries) : std::vector<PendingEntry>();
              updateWords();
          });
}

void StreamBar::rebuild()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (size_t i = 0; i < m_groups.size(); ++i) {
        const StreamGroup& group = m_groups[i];
        const QString words = wordsOf(group);
        const QString shown = fontMetrics().elidedText(words, Qt::ElideMiddle, kGroupWidth);
        auto* button = new ui::Button(shown, ui::ButtonVariant::Quiet, this);
        if (shown != words) {
            button->setToolTip(words);
            button->setAccessibleName(words);
        }
        button->setIconName(
            group.pending > 0 || group.lag.value_or(1) > 0 ? u"warning"_s : u"check"_s);
        button->setSmall(true);
        button->setCheckable(true);
        button->setChecked(int(i) == m_current);
        connect(button, &QAbstractButton::clicked, this, [this, i] {
            m_current = int(i);
            for (qsizetype k = 0; k < m_buttons.size(); ++k)
                m_buttons[k]->setChecked(k == m_current);
            askPending();
        });
        m_row->insertWidget(int(i), button);
        m_buttons += button;
    }
    m_none->setVisible(m_groups.empty());
    placeGroups();
    updateWords();
}

void StreamBar::placeGroups()
{
    int wanted = 24;
    for (const QAbstractButton* button : m_buttons)
        wanted += button->sizeHint().width() + m_row->spacing();
    m_row->setDirection(width() < wanted ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void StreamBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeGroups();
}

void StreamBar::updateWords()
{
    const bool some = !m_pending.empty();
    m_claim->setVisible(some);
    m_acknowledge->setVisible(some);
    m_oldest->setVisible(some);
    if (!some)
        return;
    const PendingEntry& oldest = m_pending.front();
    m_claim->setText(tr("Claim %n…", nullptr, int(m_pending.size())));
    m_oldest->setText(
        tr("%1: oldest pending %2, %3, delivered %4×")
            .arg(entityName(currentGroup()), durationText(std::chrono::milliseconds(oldest.idleMs)),
                entityName(oldest.consumer))
            .arg(oldest.deliveries));
}

} // namespace pilothouse::queue
