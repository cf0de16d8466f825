// SPDX-License-Identifier: GPL-3.0-or-later
// How the tail is put together, and what it says.
#include "core/servicehub.h"
#include "streams/panel/messagetable.h"
#include "streams/panel/placetext.h"
#include "streams/panel/servicename.h"
#include "streams/panel/tailpane.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/errors/errorwords.h"
#include "ui/errors/panelretry.h"
#include "ui/plot/numbertext.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

namespace
{

constexpr int kSpacing = 8; // of the header
constexpr int kMargins = 20;
constexpr int kLeastHeader = 480; // px
constexpr int kLeastField = 110;
constexpr int kLeastFrom = 88;
constexpr int kGoodField = 260; // px: where the filter has less, buttons lose their words
constexpr int kMostField = 560;
constexpr int kLeastSubtitle = 48;
constexpr int kReadableSubtitle = 90; // with less a name is no name any more

} // namespace

void TailPane::addActions()
{
    const auto add = [this](const QString& text, const QKeySequence& keys, auto does) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, does);
        addAction(action);
        m_actions.append(action);
        return action;
    };
    m_pauseAction
        = add(tr("Pause or resume the tail"), Qt::Key_Space, [this] { setPaused(!m_paused); });
    add(tr("Produce a message…"), {}, [this] {
        if (!m_topic.isEmpty())
            Q_EMIT produceAsked(m_topic);
    });
    add(tr("Clear the tail"), Qt::CTRL | Qt::Key_Backspace, [this] {
        m_model->clear();
        m_matching.cancel();
        m_heldRead = m_heldMatched = 0;
        tell();
    });
}

QWidget* TailPane::buildHeader()
{
    m_header = new ui::PanelHeader(tr("Live tail"), this);
    m_header->setMinimumWidth(kLeastHeader); // not what it was placed for
    m_chip = new ui::StatusChip(ui::Glyph::None, {}, this);
    m_field = new ui::SearchField(tr("Filter: key:904 or $.id = 5"), this);
    m_field->setAccessibleName(tr("Filter messages"));
    m_field->setIconName(u"filter"_s);
    m_field->answerSlashIn(this);
    m_field->setToolTip(tr("Filter messages (/)\n"
                           "paid: in key, headers or value, in any case\n"
                           "\"Paid\": exactly so\n"
                           "key:904, header:web, value:paid: only there\n"
                           "$.order.id = 5: a field of a JSON value\n"
                           "$.country in (TW, KR), key in (904, 905): one of several\n"
                           "is:tombstone: messages without a value\n"
                           "/5[0-9]+/, key:/^904/i: regular expressions")
        + u'\n' + tr("Messages already in the list: in the first 8 KB of their value"));
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_typed.start();
        tellStrip();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &TailPane::filterTyped);
    m_fromBox = new QComboBox(this);
    m_fromBox->setAccessibleName(tr("Where the tail begins"));
    m_fromBox->addItems(
        {tr("From newest"), tr("From oldest"), tr("Last 100 each"), tr("From a time")});
    connect(m_fromBox, &QComboBox::activated, this, [this](int index) { setFrom(From(index)); });
    m_time = new QLineEdit(this);
    m_time->setAccessibleName(tr("Time the tail begins at"));
    m_time->setPlaceholderText(tr("13:40 or -15m"));
    m_time->setMaximumWidth(150);
    m_time->hide();
    connect(m_time, &QLineEdit::returnPressed, this, [this] { setFrom(From::Time); });
    connect(m_time, &QLineEdit::textChanged, this, &TailPane::tellStrip);
    m_pauseButton = new ui::Button(tr("Pause"), ui::ButtonVariant::Default, this);
    m_pauseButton->setIconName(u"pause"_s);
    m_pauseButton->setSmall(true);
    connect(m_pauseButton, &QPushButton::clicked, m_pauseAction, &QAction::trigger);
    m_produceButton = new ui::Button(tr("Produce"), ui::ButtonVariant::Default, this);
    m_produceButton->setIconName(u"upload"_s);
    m_produceButton->setSmall(true);
    connect(m_produceButton, &QPushButton::clicked, m_actions[1], &QAction::trigger);
    m_more = new ui::IconButton(u"sliders"_s, tr("How the tail reads"), {}, this);
    m_more->setMenu(new QMenu(m_more));
    m_more->setPopupMode(QToolButton::InstantPopup);
    fillMenu();
    m_header->addLeft(m_chip);
    m_header->addLeft(m_field);
    m_header->addRight(m_fromBox);
    m_header->addRight(m_time);
    m_header->addRight(m_pauseButton);
    m_header->addRight(m_produceButton);
    m_header->addRight(m_more);
    return m_header;
}

void TailPane::fillMenu()
{
    QMenu* menu = m_more->menu();
    menu->clear();
    QAction* uncommitted = menu->addAction(tr("Uncommitted messages too"));
    uncommitted->setCheckable(true);
    uncommitted->setChecked(m_isolation == Isolation::Uncommitted);
    connect(uncommitted, &QAction::toggled, this, [this](bool on) {
        m_isolation = on ? Isolation::Uncommitted : Isolation::Committed;
        if (isVisible() && !m_topic.isEmpty())
            follow(true);
    });
    menu->addSeparator();
    auto* rows = new QActionGroup(menu);
    for (const int count : {1'000, 5'000, 20'000, 100'000}) {
        QAction* one = menu->addAction(tr("Keep %1 rows").arg(QLocale().toString(count)));
        one->setCheckable(true);
        one->setChecked(m_model->limit() == count);
        rows->addAction(one);
        connect(one, &QAction::triggered, this, [this, count] { m_model->setLimit(count); });
    }
    menu->addSeparator();
    menu->addAction(m_actions[2]);
}

QWidget* TailPane::buildStrip()
{
    m_strip = new QWidget(this);
    ui::setPlate(m_strip, ui::Token::Raised);
    m_stripText = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2);
    auto* row = new QHBoxLayout(m_strip);
    row->setContentsMargins(12, 4, 12, 4);
    row->addWidget(m_stripText, 1);
    m_strip->hide();
    return m_strip;
}

QWidget* TailPane::buildFooter()
{
    m_footer = new ui::PanelFooter(this);
    m_rate = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2);
    m_rows = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2);
    m_lost = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::StatusWarn);
    m_footer->addLeft(m_rate);
    m_footer->addLeft(m_rows);
    m_footer->addRight(m_lost);
    return m_footer;
}

void TailPane::buildLayout()
{
    m_frame = new ui::StateFrame(this);
    m_table = new MessageTable(m_workbench, m_service, m_frame);
    m_table->setAccessibleName(tr("Messages of the tail"));
    m_table->setMessages(m_model);
    m_table->setHeadersShown(false);
    m_frame->setContent(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(buildStrip());
    layout->addWidget(m_frame, 1);
    layout->addWidget(buildFooter());
    m_frame->setHeader(m_header);
    connect(m_frame, &ui::StateFrame::retryRequested, this, [this] { follow(false); });
    setMinimumHeight(120);
    setFocusProxy(m_table);
    place();
}

// The filter has what the others leave. Where that is little, first the words of buttons go, then
// the topic, which the list above names too. The title stays.
void TailPane::place()
{
    const ui::Theme& theme = ui::Theme::of(this);
    const QFontMetrics small(theme.font(ui::TextStyle::Cell));
    const int title = QFontMetrics(theme.font(ui::TextStyle::ControlStrong))
                          .horizontalAdvance(m_header->title());
    const QStringList inputs{m_topic, QString::number(width()), QString::number(m_paused),
        QString::number(m_chip->isHidden() ? 0 : m_chip->sizeHint().width()),
        QString::number(m_time->isHidden()), QString::number(title)};
    if (std::exchange(m_placed, inputs) == inputs)
        return;
    const QString word = m_paused ? tr("Resume") : tr("Pause");
    m_pauseButton->setIconName(m_paused ? u"play"_s : u"pause"_s);
    m_pauseButton->setAccessibleName(word);
    m_pauseButton->setToolTip(
        u"%1 (%2)"_s.arg(word, QKeySequence(Qt::Key_Space).toString(QKeySequence::NativeText)));
    m_produceButton->setAccessibleName(tr("Produce"));
    m_produceButton->setToolTip(tr("Produce a message"));
    int room = 0;
    for (int without = 0;
         without <= 4 && room < (without < 4 ? kGoodField + kLeastSubtitle : kLeastField);
         ++without) {
        m_pauseButton->setKey(without < 1 ? QKeySequence(Qt::Key_Space) : QKeySequence(), false);
        m_produceButton->setText(without < 2 ? tr("Produce") : QString());
        m_pauseButton->setText(without < 3 ? word : QString());
        m_fromBox->setMaximumWidth(without < 4 ? QWIDGETSIZE_MAX : kLeastFrom);
        room = width() - kMargins - title - 4 * kSpacing;
        for (QWidget* part : std::initializer_list<QWidget*>{
                 m_chip, m_fromBox, m_time, m_pauseButton, m_produceButton, m_more})
            if (!part->isHidden())
                room -= std::min(part->sizeHint().width(), part->maximumWidth()) + kSpacing;
    }
    const int left = room - kGoodField;
    const QString topic = left < kReadableSubtitle
        ? QString()
        : small.elidedText(
            m_topic, Qt::ElideMiddle, std::max(left / 2, left + kGoodField - kMostField));
    m_header->setSubtitle(topic);
    m_field->setFixedWidth(
        std::clamp(room - small.horizontalAdvance(topic), kLeastField, kMostField));
}

void TailPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void TailPane::tell()
{
    const QLocale locale;
    m_pauseButton->setEnabled(!m_topic.isEmpty() && !m_deleted);
    m_produceButton->setEnabled(!m_topic.isEmpty() && !m_deleted);
    m_chip->setVisible(!m_topic.isEmpty());
    if (m_deleted)
        m_chip->setState(ui::Glyph::Error, tr("Deleted"));
    else if (m_paused)
        m_chip->setState(ui::Glyph::Paused, tr("Paused"));
    else if (isCutOff())
        m_chip->setState(ui::Glyph::Unknown, tr("No answer"));
    else if (m_stream.running())
        m_chip->setState(ui::Glyph::Streaming, tr("Following"));
    else
        m_chip->setState(ui::Glyph::Unknown, tr("Not reading"));
    place();

    // Numbers.
    QStringList rate;
    if (isFollowing() && m_samples.size() > 1) {
        const double seconds = double(m_clock.elapsed() - m_samples.front().ms) / 1000;
        const double messages = double(m_read.messages - m_samples.front().messages);
        if (seconds > 0.2)
            rate << tr("%1 msg/s").arg(ui::compactNumber(messages / seconds));
    }
    const qint64 read = m_heldRead + m_read.messages;
    const qint64 matched = m_heldMatched + m_read.matched;
    if (!m_filter.isEmpty() && read > 0 && !m_matching.running())
        rate << tr("%1 of %2 match, %3 %")
                    .arg(locale.toString(matched), locale.toString(read),
                        QString::number(100.0 * double(matched) / double(read), 'g', 2));
    m_rate->setText(rate.join(u"  ·  "_s));
    m_rate->setVisible(!rate.isEmpty()); // what follows begins where it would
    QString rows = m_model->rowCount() == 1
        ? tr("1 row")
        : tr("%1 rows").arg(locale.toString(m_model->rowCount()));
    if (m_model->leftOut() > 0)
        rows += u", "_s + tr("%1 older ones made room").arg(locale.toString(m_model->leftOut()));
    m_rows->setText(m_topic.isEmpty() ? QString() : rows);
    m_lost->setText(m_dropped > 0
            ? tr("%1 came too fast to be shown").arg(locale.toString(m_dropped))
            : QString());
    tellStrip();

    // In place of the list.
    if (m_retry && m_retry->failures() > 0)
        return; // the error stands
    if (m_model->rowCount() > 0) {
        m_frame->showReady();
        return;
    }
    ui::EmptyInfo info;
    info.iconName = u"waves"_s;
    if (m_topic.isEmpty()) {
        info.heading = tr("No topic is chosen");
        info.line = tr("Choose a topic to follow its messages here.");
    } else if (m_deleted) {
        info.heading = tr("%1 was deleted").arg(m_topic);
        info.line = tr("The cluster has no such topic any more.");
    } else if (!m_filter.isEmpty()) {
        info.heading = tr("No message matches yet");
        info.line = ui::words(m_filter.understood);
    } else if (m_from == From::Newest) {
        info.heading = tr("Nothing came yet");
        info.line = tr("What is produced to %1 from now on shows here.").arg(m_topic);
    } else {
        info.heading = tr("No messages");
        info.line = tr("%1 has no messages from there on.").arg(m_topic);
    }
    m_frame->showEmpty(info);
}

QString TailPane::chipText() const
{
    return m_chip->text();
}

QString TailPane::stripText() const
{
    return m_strip->isHidden() ? QString() : m_stripText->text();
}

QString TailPane::footerText() const
{
    return QStringList{m_rate->text(), m_rows->text(), m_lost->text()}.join(u" | "_s);
}

// One line, the most pressing first.
void TailPane::tellStrip()
{
    QString text;
    ui::Token tone = ui::Token::StatusWarn;
    const MessageFilter typed = readFilter(m_field->text());
    const TypedPlace time = readPlace(m_time->text(), TopicPlace::Kind::End,
        m_workbench.timeContext().zone(), QDateTime::currentDateTimeUtc());
    if (!typed.isValid()) {
        text = ui::words(typed.problem);
        if (typed.problemAt >= 0 && typed.problemAt < m_field->text().size())
            text += u": "_s + m_field->text().sliced(typed.problemAt);
    } else if (m_from == From::Time && !time.problem.isEmpty()) {
        text = ui::words(time.problem);
    } else if (!m_read.problems.empty() && m_stream.running()) {
        std::vector<int> partitions;
        for (const auto& [partition, error] : m_read.problems)
            if (partition >= 0)
                partitions.push_back(partition);
        const QString why = ui::ErrorWords::line(
            m_read.problems.begin()->second, serviceName(m_workbench.hub(), m_service));
        text = partitions.empty() ? tr("Not reading now: %1. It goes on by itself.").arg(why)
                                  : tr("Partitions %1 cannot be read now: %2. They go on by "
                                       "themselves.")
                                        .arg(writtenPartitions(partitions), why);
    } else if (m_leftOut > 0) {
        text = tr("%1 messages were left out while this was hidden.")
                   .arg(QLocale().toString(m_leftOut));
        tone = ui::Token::Text2;
    } else if (!typed.isEmpty() && (m_field->hasFocus() || typed.pattern != m_filter.pattern)) {
        text = ui::words(typed.understood);
        tone = ui::Token::Text2;
    }
    m_stripText->setText(text);
    m_stripText->setTone(tone);
    m_strip->setVisible(!text.isEmpty());
}

} // namespace pilothouse::streams
