// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messagedelegate.h"

#include "ui/controls/chip.h"
#include "ui/grid/celltext.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

using ui::TextStyle;
using ui::Token;

namespace
{

constexpr int kPad = 8;
constexpr qsizetype kDateLength = 11; // "2026-03-17 "

// What an ellipsis stands for, where a text was cut to fit.
struct Cut {
    qsizetype at = 0;
    qsizetype removed = 0;

    // Where a span of the whole text is now; what is hidden is at the ellipsis.
    TextSpan shown(const TextSpan& span) const
    {
        if (removed == 0)
            return span;
        const qsizetype end = span.start + span.length;
        const qsizetype from = span.start <= at ? span.start
            : span.start < at + removed         ? at
                                                : span.start - removed + 1;
        const qsizetype to = end <= at ? end : end < at + removed ? at + 1 : end - removed + 1;
        return {from, to - from};
    }
};

bool isPlain(const QString& text)
{
    return std::all_of(text.begin(), text.end(),
        [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

// No more than fits is measured; plain text in letters of one width (0: they differ) is counted.
Cut cutToFit(
    QString& text, const QFontMetrics& metrics, qreal letter, int width, Qt::TextElideMode mode)
{
    if (letter > 0 && isPlain(text)) {
        const auto fit = qsizetype(width / letter);
        if (text.size() <= fit)
            return {};
        const qsizetype left = std::max<qsizetype>(0, fit - 1) / (mode == Qt::ElideMiddle ? 2 : 1);
        const qsizetype right
            = mode == Qt::ElideMiddle ? std::max<qsizetype>(0, fit - 1 - left) : 0;
        const Cut out{left, text.size() - left - right};
        text.replace(left, out.removed, u'…');
        return out;
    }
    const qsizetype most = width / std::max(1, metrics.horizontalAdvance(u'i')) + 2;
    QString whole = text;
    if (mode == Qt::ElideRight && whole.size() > most)
        whole.truncate(most);
    if (whole.size() == text.size() && metrics.horizontalAdvance(whole) <= width)
        return {};
    QString shown = metrics.elidedText(whole, mode, width);
    if (shown == whole)
        shown += u'…';
    const auto [left, right] = std::mismatch(shown.begin(), shown.end(), text.begin(), text.end());
    const Cut out{left - shown.begin(), text.size() - shown.size() + 1};
    text = shown;
    return out;
}

Token inkOf(ui::JsonSpan::Kind kind)
{
    switch (kind) {
    case ui::JsonSpan::Kind::Key:
        return Token::SyntaxFunction;
    case ui::JsonSpan::Kind::String:
        return Token::SyntaxString;
    case ui::JsonSpan::Kind::Number:
        return Token::SyntaxNumber;
    case ui::JsonSpan::Kind::Word:
        return Token::SyntaxKeyword;
    case ui::JsonSpan::Kind::Punctuation:
        break;
    }
    return Token::Text2;
}

} // namespace

MessageDelegate::MessageDelegate(const ui::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {60, m_theme.metric(ui::Metric::GridRow)};
}

void MessageDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* list = qobject_cast<const MessageList*>(index.model());
    if (!list)
        return;
    QPainter& p = *painter;
    p.save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        p.fillRect(option.rect, m_theme.color(Token::Selection));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        p.fillRect(option.rect, m_theme.color(Token::Hover));
    if (selected && index.column() == MessageList::Partition)
        p.fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())),
            m_theme.color(Token::Accent));
    p.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
        m_theme.color(Token::Line));
    const QRect box = option.rect.adjusted(kPad, 0, -kPad, -1);
    p.setClipRect(option.rect.adjusted(2, 0, -2, 0));
    const Message* message = list->messageAt(index.row());
    if (!message) { // being read back from the file
        p.fillRect(QRect(box.left(), box.center().y() - 3, box.width() / 2, 6),
            m_theme.color(Token::Press));
        p.restore();
        return;
    }
    p.setFont(m_theme.font(TextStyle::Mono));
    switch (index.column()) {
    case MessageList::Time:
        paintTime(p, box, *message, *list);
        break;
    case MessageList::Key: {
        const BytesLook look = list->keyLook(*message);
        if (look.kind == BytesLook::Kind::Null)
            paintNothing(p, box, u"null"_s);
        else
            paintBytes(p, box, look,
                list->finder().looksAt(MessagePattern::Key) ? list->finder().marks(look.text)
                                                            : QList<TextSpan>(),
                Qt::ElideMiddle);
        break;
    }
    case MessageList::Value: {
        const BytesLook look = list->valueLook(*message);
        if (look.kind == BytesLook::Kind::Null) {
            paintNothing(p, box, u"null"_s);
            const QString word = tr("tombstone");
            const int left = box.left() + p.fontMetrics().horizontalAdvance(u"null"_s) + 8;
            const QSize size = ui::chipSize(m_theme, word);
            ui::paintChip(p,
                QRectF(left, box.center().y() - size.height() / 2.0, size.width(), size.height()),
                word, Token::StatusIdle, m_theme);
            break;
        }
        paintBytes(p, box, look,
            list->finder().looksAt(MessagePattern::Value) ? list->finder().marks(look.text)
                                                          : QList<TextSpan>(),
            Qt::ElideRight);
        break;
    }
    default:
        p.setPen(
            m_theme.color(index.column() == MessageList::Partition ? Token::Text : Token::Text2));
        p.drawText(box, int(Qt::AlignRight | Qt::AlignVCenter), index.data().toString());
        break;
    }
    p.restore();
}

// A key that is cut is told whole.
bool MessageDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
    const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() == QEvent::ToolTip && index.column() == MessageList::Key) {
        const QString text = index.data().toString();
        const bool isCut = QFontMetrics(m_theme.font(TextStyle::Mono)).horizontalAdvance(text)
            > option.rect.width() - 2 * kPad;
        QToolTip::showText(event->globalPos(), isCut ? text : QString(), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

void MessageDelegate::paintTime(
    QPainter& p, const QRect& box, const Message& message, const MessageList& list) const
{
    QString text = timeText(message.timestamp, list.zone());
    if (text.isEmpty()) {
        paintNothing(p, box, tr("none"));
        return;
    }
    QRect rest = box;
    // A narrow column keeps the clock; the tooltip has all of it.
    const bool today = (text.startsWith(m_today) && !m_today.isEmpty())
        || p.fontMetrics().horizontalAdvance(text) > box.width();
    const QString date = text.first(kDateLength);
    const QString clock = text.sliced(kDateLength);
    if (!today) {
        p.setPen(m_theme.color(Token::Text3));
        p.drawText(rest, int(Qt::AlignLeft | Qt::AlignVCenter), date);
        rest.setLeft(rest.left() + p.fontMetrics().horizontalAdvance(date));
    }
    p.setPen(m_theme.color(Token::Text));
    p.drawText(rest, int(Qt::AlignLeft | Qt::AlignVCenter), clock);
}

void MessageDelegate::paintNothing(QPainter& p, const QRect& box, const QString& word) const
{
    QFont font = m_theme.font(TextStyle::Mono);
    font.setItalic(true);
    p.setFont(font);
    p.setPen(m_theme.color(Token::Text3));
    p.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter), word);
}

qreal MessageDelegate::letterWidth(const QFont& font) const
{
    if (font != m_measured) {
        m_measured = font;
        m_letter = QFontInfo(font).fixedPitch() ? QFontMetricsF(font).horizontalAdvance(u'i') : 0;
    }
    return m_letter;
}

void MessageDelegate::paintBytes(QPainter& p, const QRect& box, const BytesLook& look,
    const QList<TextSpan>& marks, Qt::TextElideMode mode) const
{
    if (look.kind == BytesLook::Kind::Empty) {
        p.setPen(m_theme.color(Token::Text3));
        p.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter), u"“”"_s);
        return;
    }
    const bool binary = look.kind == BytesLook::Kind::Binary;
    QString text = look.text;
    const Cut cut
        = cutToFit(text, QFontMetrics(p.font()), letterWidth(p.font()), box.width(), mode);
    QList<QTextLayout::FormatRange> formats;
    const auto format = [&](qsizetype start, qsizetype length, Token ink, std::optional<Token> on) {
        QTextLayout::FormatRange range;
        range.start = int(start);
        range.length = int(std::min(length, text.size() - start));
        range.format.setForeground(m_theme.color(ink));
        if (on)
            range.format.setBackground(m_theme.color(*on));
        if (range.length > 0)
            formats.append(range);
    };
    if (look.kind == BytesLook::Kind::Json)
        for (const ui::JsonSpan& span : ui::jsonSpans(text))
            format(span.start, span.length, inkOf(span.kind), {});
    for (const TextSpan& whole : marks)
        if (const TextSpan mark = cut.shown(whole); mark.start < text.size())
            format(mark.start, mark.length, Token::OnMark, Token::Mark);
    QTextLayout layout(text, p.font());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(1e6);
    layout.endLayout();
    p.setPen(m_theme.color(binary ? Token::Text3 : Token::Text));
    p.setClipRect(box, Qt::IntersectClip);
    layout.draw(
        &p, QPointF(box.left(), box.top() + (box.height() - layout.boundingRect().height()) / 2));
}

} // namespace pilothouse::streams
