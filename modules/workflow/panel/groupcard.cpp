// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/groupcard.h"

#include "ui/theme/theme.h"
#include "workflow/panel/statemark.h"
#include "workflow/panel/worktext.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

// Glyph, number and word of each state, one line for each.
class StateCounts final : public QWidget
{
public:
    explicit StateCounts(QWidget* parent)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        ui::followTheme(this);
    }

    void setStates(const std::vector<std::pair<StateWord, int>>& states)
    {
        if (std::exchange(m_states, states) == states)
            return;
        QStringList meanings;
        for (const auto& state : states)
            meanings.append(u"%1: %2"_s.arg(state.first, WorkText::meaning(state.first)));
        setAccessibleName(WorkText::counts(states));
        setToolTip(meanings.join(u'\n'));
        setVisible(!states.empty());
        updateGeometry();
        update();
    }

    QSize sizeHint() const override { return {180, int(m_states.size()) * kRow}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter p(this);
        const ui::Theme& theme = ui::Theme::of(this);
        const QFontMetrics metrics(theme.font(TextStyle::Mono));
        int number = 0;
        for (const auto& state : m_states)
            number = std::max(number, metrics.horizontalAdvance(QLocale().toString(state.second)));
        int y = 0;
        for (const auto& [state, count] : m_states) {
            paintStateGlyph(p, QRectF(0, y + 4, 13, 13), state, theme);
            p.setFont(theme.font(TextStyle::Mono));
            p.setPen(theme.color(Token::Text));
            p.drawText(QRect(22, y, number + 2, kRow), int(Qt::AlignRight | Qt::AlignVCenter),
                QLocale().toString(count));
            p.setPen(theme.color(stateColor(state)));
            p.drawText(QRect(22 + number + 10, y, width() - number - 32, kRow),
                int(Qt::AlignLeft | Qt::AlignVCenter), state);
            y += kRow;
        }
    }

private:
    static constexpr int kRow = 21;
    std::vector<std::pair<StateWord, int>> m_states;
};

namespace
{

QString timeText(const QDateTime& time, const QDateTime& now, const QTimeZone& zone)
{
    const QDateTime local = time.toTimeZone(zone);
    return local.toString(
        local.date() == now.toTimeZone(zone).date() ? u"HH:mm:ss"_s : u"MM-dd HH:mm:ss"_s);
}

// A long name may go on in the next line where a part of it ends.
QString breakable(const QString& name)
{
    QString rich = name.toHtmlEscaped();
    for (const QChar end : {u'.', u'_'})
        rich.replace(end, QString(end) + QChar(0x200B));
    return rich;
}

} // namespace

GroupCard::GroupCard(QWidget* parent)
    : QScrollArea(parent)
    , m_body(new QWidget)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The group as a whole"));
    ui::setPlate(m_body, Token::Surface);
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(5);
    form->setHorizontalSpacing(10);
    m_state = addRow(form, tr("State"));
    m_tasks = addRow(form, tr("Tasks"));
    m_start = addRow(form, tr("Start"));
    m_end = addRow(form, tr("End"));
    m_ran = addRow(form, tr("Ran for"));
    m_counts = new StateCounts(m_body);
    m_counts->hide();
    m_failedCaption = new QLabel(tr("Failed tasks"), m_body);
    ui::setTextStyle(m_failedCaption, TextStyle::ControlStrong);
    m_failed = new QLabel(m_body);
    m_failed->setTextFormat(Qt::RichText);
    m_failed->setWordWrap(true);
    m_failed->setTextInteractionFlags(
        Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard | Qt::TextSelectableByMouse);
    m_failed->setFocusPolicy(Qt::StrongFocus);
    m_failed->setAccessibleName(tr("Failed tasks"));
    ui::setTextStyle(m_failed, TextStyle::Cell);
    connect(m_failed, &QLabel::linkActivated, this, [this](const QString& link) {
        Q_EMIT taskAsked(QUrl::fromPercentEncoding(link.toUtf8()));
    });
    auto* layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(m_counts);
    layout->addWidget(m_failedCaption);
    layout->addWidget(m_failed);
    layout->addStretch();
    setWidget(m_body);
}

QLabel* GroupCard::addRow(QFormLayout* form, const QString& name)
{
    auto* label = new QLabel(name, m_body);
    label->setMinimumWidth(84);
    ui::setTextStyle(label, TextStyle::Cell);
    ui::setTone(label, Token::Text3);
    auto* value = new QLabel(m_body);
    value->setTextFormat(Qt::PlainText);
    ui::setTextStyle(value, TextStyle::Cell);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    form->addRow(label, value);
    return value;
}

void GroupCard::fill(const GroupSummary& sum, const QDateTime& now, const QTimeZone& zone)
{
    const bool told = !sum.state.isEmpty();
    m_state->setText(told ? sum.state : sum.isRead ? tr("the run is not picked up yet") : u"–"_s);
    m_state->setToolTip(WorkText::meaning(sum.state));
    ui::setTone(m_state, told ? stateColor(sum.state) : Token::Text2);
    m_tasks->setText(QLocale().toString(sum.tasks));
    m_start->setText(sum.start.isValid() ? timeText(sum.start, now, zone) : u"–"_s);
    m_end->setText(sum.start.isValid() && sum.end.isValid() ? timeText(sum.end, now, zone)
            : sum.start.isValid()                           ? tr("not over")
                                                            : u"–"_s);
    m_ran->setText(durationText(spanOf(sum.start, sum.end, now)));
    m_counts->setStates(sum.states);
    QStringList lines;
    for (const Cell& cell : sum.failed) {
        if (lines.size() == kMostFailed) {
            lines.append(tr("%n more", nullptr, int(sum.failed.size()) - kMostFailed));
            break;
        }
        QStringList words{cell.state};
        if (const int instances = failedInstances(cell); instances > 0)
            words.append(tr("%n instances", nullptr, instances));
        if (cell.start.isValid())
            words.append(durationText(spanOf(cell.start, cell.end, now)));
        lines.append(u"<a href=\"%1\">%2</a> %3"_s.arg(
            QString::fromLatin1(QUrl::toPercentEncoding(cell.task)), breakable(cell.task),
            words.join(u", "_s).toHtmlEscaped()));
    }
    const QString text = lines.join(u"<br>"_s);
    if (m_failed->text() != text) // a link with the focus keeps it
        m_failed->setText(text);
    m_failed->setVisible(!lines.isEmpty());
    m_failedCaption->setVisible(!lines.isEmpty());
}

QString GroupCard::words() const
{
    QStringList lines;
    for (const QLabel* label : {m_state, m_tasks, m_start, m_end, m_ran})
        lines.append(label->text());
    lines.append(m_counts->accessibleName());
    lines.append(m_failed->text());
    return lines.join(u'\n');
}

} // namespace pilothouse::workflow
