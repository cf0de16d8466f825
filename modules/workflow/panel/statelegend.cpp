// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/statelegend.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"
#include "workflow/panel/statemark.h"
#include "workflow/panel/worktext.h"

#include <QPainter>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{
constexpr int kHead = 30;
constexpr int kRow = 34;
constexpr int kCompactRow = 21;
constexpr int kPad = 12;
} // namespace

StateLegend::StateLegend(QWidget* parent)
    : QWidget(parent)
    , m_fold(new ui::IconButton(u"chevron-down"_s, tr("Fold the legend"), QKeySequence(), this, 12))
{
    QStringList words;
    for (const StateWord& word : taskStates())
        words.append(u"%1: %2"_s.arg(word, WorkText::meaning(word)));
    setAccessibleName(tr("Task states"));
    setAccessibleDescription(words.join(u"; "_s));
    setToolTip(words.join(u'\n'));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_fold, &QAbstractButton::clicked, this, [this] { setOpen(!m_open); });
    ui::followTheme(this);
}

void StateLegend::setOpen(bool open)
{
    if (std::exchange(m_open, open) == open)
        return;
    m_fold->setIconName(open ? u"chevron-down"_s : u"chevron-right"_s);
    m_fold->setName(open ? tr("Fold the legend") : tr("Open the legend"));
    updateGeometry();
    update();
    Q_EMIT openChanged(open);
}

void StateLegend::setAwaitsInput(bool known)
{
    m_input = known;
    updateGeometry();
    update();
}

void StateLegend::setCompact(bool compact)
{
    if (std::exchange(m_compact, compact) == compact)
        return;
    updateGeometry();
    update();
}

int StateLegend::rowHeight() const
{
    return m_compact ? kCompactRow : kRow;
}

int StateLegend::rowsOpen() const
{
    return (int(taskStates().size()) - (m_input ? 0 : 1) + 1) / 2;
}

QSize StateLegend::sizeHint() const
{
    return {360, kHead + (m_open ? rowsOpen() * rowHeight() + 4 : 0)};
}

void StateLegend::resizeEvent(QResizeEvent*)
{
    m_fold->setGeometry(width() - 30, 4, 24, 22);
}

void StateLegend::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const ui::Theme& theme = ui::Theme::of(this);
    p.fillRect(rect(), theme.color(Token::Surface));
    p.fillRect(0, 0, width(), 1, theme.color(Token::Line));
    const int flags = int(Qt::AlignLeft | Qt::AlignVCenter);
    p.setFont(theme.font(TextStyle::ControlStrong));
    p.setPen(theme.color(Token::Text));
    const QString title = tr("Task states");
    p.drawText(QRect(kPad, 0, width(), kHead), flags, title);
    const int after = kPad + p.fontMetrics().horizontalAdvance(title) + 8;
    p.setFont(theme.font(TextStyle::Cell));
    p.setPen(theme.color(Token::Text3));
    p.drawText(QRect(after, 0, width() - after - 40, kHead), flags,
        p.fontMetrics().elidedText(
            tr("the server's own words"), Qt::ElideRight, width() - after - 40));
    if (!m_open)
        return;
    int i = 0;
    const int column = (width() - 2 * kPad) / 2;
    const QFontMetrics meaning(theme.font(TextStyle::Micro));
    for (const StateWord& word : taskStates()) {
        if (word == "awaiting_input"_L1 && !m_input)
            continue;
        const int x = kPad + (i / rowsOpen()) * column;
        const int y = kHead + (i % rowsOpen()) * rowHeight();
        ++i;
        paintStateGlyph(p, QRectF(x, y + 3, 13, 13), word, theme);
        paintStateCell(p, QRectF(x + 21, y + 2, 14, 14), word, theme);
        p.setFont(theme.font(TextStyle::Mono));
        p.setPen(theme.color(Token::Text));
        p.drawText(QRect(x + 44, y, column - 48, 18), flags, word);
        if (m_compact)
            continue;
        p.setFont(theme.font(TextStyle::Micro));
        p.setPen(theme.color(Token::Text3));
        p.drawText(QRect(x + 44, y + 16, column - 48, 15), flags,
            meaning.elidedText(WorkText::meaning(word), Qt::ElideRight, column - 48));
    }
}

} // namespace pilothouse::workflow
