// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messagedelegate.h"

#include "ui/controls/chip.h"
#include "ui/grid/celltext.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

using ui::TextStyle;
using ui::Token;

namespace
{

constexpr int kPad = 8;
constexpr qsizetype kDateLength = 11; // "2026-03-17 "
constexpr qsizetype kYear = 5; // "2026-"
constexpr qsizetype kShortTime = 14; // "03-17 13:45:11"

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
Cut cutToFit(QString& text, const MessageFont& font, int width, Qt::TextElideMode mode)
{
    if (font.letter() > 0 && isPlain(text)) {
        const auto fit = qsizetype(width / font.letter());
        if (text.size() <= fit)
            return {};
        const qsizetype left = std::max<qsizetype>(0, fit - 1) / (mode == Qt::ElideMiddle ? 2 : 1);
        const qsizetype right
            = mode == Qt::ElideMiddle ? std::max<qsizetype>(0, fit - 1 - left) : 0;
        const Cut out{left, text.size() - left - right};
        text.replace(left, out.removed, u'…');
        return out;
    }
    const QFontMetrics metrics(font.font());
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
    connect(&theme, &ui::Theme::changed, this, &MessageDelegate::forget);
    forget();
}

void MessageDelegate::forget()
{
    m_cells.clear();
    QFont mono = m_theme.font(TextStyle::Mono);
    m_mono = MessageFont(mono);
    mono.setItalic(true);
    m_italic = MessageFont(mono);
}

bool MessageDelegate::setToday(const QString& day)
{
    if (std::exchange(m_today, day) == day)
        return false;
    m_cells.clear();
    return true;
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
    const Message* message = list->messageAt(index.row());
    if (!message) { // being read back from the file
        p.fillRect(QRect(box.left(), box.center().y() - 3, box.width() / 2, 6),
            m_theme.color(Token::Press));
        return;
    }
    const Cell& cell = cellFor(*message, index.column(), box.width(), *list);
    const QPen pen = p.pen();
    double left = box.left();
    if (cell.right)
        left = std::max(left, box.left() + box.width() - cell.lines.front().width());
    for (const MessageLine& line : cell.lines) {
        // What is shaped may be wider than what was measured.
        const bool clips = line.isShaped() && line.width() > box.right() + 1 - left;
        if (clips) {
            p.save();
            p.setClipRect(box, Qt::IntersectClip);
        }
        line.draw(p, QPointF(left, std::round(box.top() + (box.height() - line.height()) / 2)));
        if (clips)
            p.restore();
        left += line.width();
    }
    if (!cell.chip.isEmpty()) {
        const QSize size = ui::chipSize(m_theme, cell.chip);
        ui::paintChip(p,
            QRectF(
                left + kPad, box.center().y() - size.height() / 2.0, size.width(), size.height()),
            cell.chip, Token::StatusIdle, m_theme);
    }
    p.setPen(pen);
}

// Laid out once for a message, a column and its width; the list says when all look different.
const MessageDelegate::Cell& MessageDelegate::cellFor(
    const Message& message, int column, int width, const MessageList& list) const
{
    const std::pair look(&list, list.look());
    if (std::exchange(m_look, look) != look)
        m_cells.clear();
    const Place place{message.partition, message.offset, column};
    if (const Cell* known = m_cells.object(place); known && known->width == width)
        return *known;
    auto* cell = new Cell(makeCell(message, column, width, list));
    m_cells.insert(place, cell); // owned by the cache, which is larger than one cell
    return *cell;
}

MessageDelegate::Cell MessageDelegate::makeCell(
    const Message& message, int column, int width, const MessageList& list) const
{
    Cell out;
    out.width = width;
    const auto add = [&](const QString& text, Token ink) {
        out.lines.emplace_back(text, m_mono, m_theme.color(ink));
    };
    const auto nothing = [&](const QString& word) {
        out.lines.emplace_back(word, m_italic, m_theme.color(Token::Text3));
    };
    const auto marks = [&](const BytesLook& look, MessagePattern::Where where) {
        return list.finder().looksAt(where) ? list.finder().marks(look.text) : QList<TextSpan>();
    };
    switch (column) {
    case MessageList::Time: {
        const QString text = timeText(message.timestamp, list.zone());
        if (text.isEmpty()) {
            nothing(tr("none"));
            break;
        }
        // The tooltip has all of it.
        const double letter = m_mono.letter() > 0
            ? m_mono.letter()
            : QFontMetricsF(m_mono.font()).horizontalAdvance(u'0');
        const auto fits = [&](qsizetype letters) {
            return double(letters) * letter < width + 1;
        };
        const bool today = !m_today.isEmpty() && text.startsWith(m_today);
        if (!today && fits(text.size())) {
            add(text.first(kDateLength), Token::Text3);
            add(text.sliced(kDateLength), Token::Text);
        } else if (!today && fits(kShortTime)) {
            add(text.sliced(kYear, kDateLength - kYear), Token::Text3);
            add(text.sliced(kDateLength, kShortTime - (kDateLength - kYear)), Token::Text);
        } else {
            add(text.sliced(kDateLength), Token::Text);
        }
        break;
    }
    case MessageList::Key: {
        const BytesLook look = MessageList::keyLook(message);
        if (look.kind == BytesLook::Kind::Null)
            nothing(u"null"_s);
        else
            out.lines.push_back(
                bytesLine(look, marks(look, MessagePattern::Key), width, Qt::ElideMiddle));
        break;
    }
    case MessageList::Value: {
        const BytesLook look = list.valueLook(message);
        if (look.kind == BytesLook::Kind::Null) {
            nothing(u"null"_s);
            out.chip = tr("tombstone");
        } else {
            out.lines.push_back(
                bytesLine(look, marks(look, MessagePattern::Value), width, Qt::ElideRight));
        }
        break;
    }
    default:
        out.right = true;
        add(list.text(message, column),
            column == MessageList::Partition ? Token::Text : Token::Text2);
        break;
    }
    return out;
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

MessageLine MessageDelegate::bytesLine(
    const BytesLook& look, const QList<TextSpan>& marks, int width, Qt::TextElideMode mode) const
{
    if (look.kind == BytesLook::Kind::Empty)
        return {u"“”"_s, m_mono, m_theme.color(Token::Text3)};
    QString text = look.text;
    const Cut cut = cutToFit(text, m_mono, width, mode);
    std::vector<MessageLine::Part> parts;
    if (look.kind == BytesLook::Kind::Json)
        for (const ui::JsonSpan& span : ui::jsonSpans(text))
            parts.push_back({{span.start, span.length}, m_theme.color(inkOf(span.kind)), {}});
    for (const TextSpan& whole : marks)
        if (const TextSpan mark = cut.shown(whole); mark.start < text.size())
            parts.push_back({mark, m_theme.color(Token::OnMark), m_theme.color(Token::Mark)});
    const bool binary = look.kind == BytesLook::Kind::Binary;
    return {text, m_mono, m_theme.color(binary ? Token::Text3 : Token::Text), parts};
}

} // namespace pilothouse::streams
