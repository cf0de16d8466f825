// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/whydelegate.h"

#include "ui/controls/chip.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"
#include "workflow/panel/statemark.h"
#include "workflow/panel/whynotrunning.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <vector>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::TextStyle;
using ui::Token;
using Verdict = WhyCheck::Verdict;

namespace
{

constexpr int kSide = 12;
constexpr int kText = 38; // from the side to the words of a check
constexpr int kRow = 28;
constexpr int kDetail = 22;
constexpr int kGap = 8;
constexpr int kEdge = 5; // above and below the lines of a row

// Words at a place of the row; they wrap at its width.
struct Piece {
    QString text;
    TextStyle style;
    Token tone;
    QRectF at;
};

struct Look {
    std::vector<Piece> pieces;
    QRectF chip;
    QString badge;
    int height = 0;
    qreal first = 0; // height of its first line
};

// The size the words take; with a painter they are drawn.
QSizeF words(const QString& text, const QFont& font, qreal width, QPainter* painter, QPointF at)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    qreal most = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
        most = std::max(most, line.naturalTextWidth());
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, at);
    return {most, height};
}

class Rows
{
public:
    Rows(const ui::Theme& theme, const QModelIndex& index, int width)
        : m_theme(theme)
        , m_index(index)
        , m_right(width - kSide)
    {
    }

    Look look()
    {
        if (m_index.data(WhyDelegate::OwnRole).toBool())
            own();
        else if (m_index.data(WhyDelegate::NumberRole).toInt() > 0)
            check();
        else
            detail();
        return std::move(m_look);
    }

private:
    QSizeF sizeOf(const QString& text, TextStyle style, qreal width = 1e6) const
    {
        return text.isEmpty() ? QSizeF(0, 0) : words(text, m_theme.font(style), width, nullptr, {});
    }
    void put(const QString& text, TextStyle style, Token tone, QPointF at, QSizeF size)
    {
        if (text.isEmpty())
            return;
        m_look.pieces.push_back(
            {text, style, tone, QRectF(at, QSizeF(std::ceil(size.width()) + 1, size.height()))});
    }

    void own()
    {
        const qreal left = kSide + kText;
        const QString text = m_index.data().toString();
        const QSizeF size = sizeOf(text, TextStyle::Cell, std::max<qreal>(40, m_right - left));
        put(text, TextStyle::Cell, Token::Text2, {left, 3}, size);
        m_look.first = size.height();
        m_look.height = int(std::ceil(size.height())) + 6;
    }

    void check()
    {
        const QString title = m_index.data().toString();
        const QString value = m_index.data(WhyDelegate::ValueRole).toString();
        const QString time = m_index.data(WhyDelegate::ReadRole).toString();
        const auto verdict = Verdict(m_index.data(WhyDelegate::VerdictRole).toInt());
        const bool blocks = verdict == Verdict::Now || verdict == Verdict::Next;
        const Token tone = blocks ? Token::StatusWarn : Token::Text;
        m_look.badge = verdict == Verdict::Now ? WhyDelegate::tr("now")
            : verdict == Verdict::Next         ? WhyDelegate::tr("next")
                                               : QString();
        const QSize chip
            = m_look.badge.isEmpty() ? QSize(0, 0) : ui::chipSize(m_theme, m_look.badge);
        const qreal chipRoom = chip.isEmpty() ? 0 : chip.width() + kGap;
        const qreal left = kSide + kText;
        const qreal room = std::max<qreal>(60, m_right - left);
        QSizeF name = sizeOf(title, TextStyle::Control);
        const QSizeF figure = sizeOf(value, TextStyle::MonoSmall);
        const QSizeF clock = sizeOf(time, TextStyle::MonoSmall);
        const qreal clockRoom = time.isEmpty() ? 0 : clock.width() + 12;
        const qreal used = name.width() + chipRoom;
        const bool one = used + 16 + figure.width() + clockRoom <= room;
        const bool beside = used + 16 + figure.width() <= room; // the value, of the title
        if (used > room)
            name = sizeOf(title, TextStyle::Control, room - chipRoom);
        qreal y = one ? (kRow - name.height()) / 2 : kEdge;
        const qreal first = sizeOf(u"x"_s, TextStyle::Control).height();
        const auto level = [first](qreal top, QSizeF size) {
            return top + (first - size.height()) / 2;
        };
        put(title, TextStyle::Control, Token::Text, {left, y}, name);
        m_look.first = 2 * y + first;
        if (!chip.isEmpty())
            m_look.chip
                = QRectF(left + name.width() + kGap, level(y, chip), chip.width(), chip.height());
        qreal right = m_right;
        if (one && !time.isEmpty()) {
            put(time, TextStyle::MonoSmall, Token::Text3, {right - clock.width(), level(y, clock)},
                clock);
            right -= clockRoom;
        }
        if (beside)
            put(value, TextStyle::MonoSmall, tone, {right - figure.width(), level(y, figure)},
                figure);
        m_look.height = kRow;
        if (one)
            return;
        y += name.height() + 1;
        qreal low = 0;
        if (!beside) {
            const bool fits = figure.width() + clockRoom <= room;
            const QSizeF size = fits ? figure : sizeOf(value, TextStyle::MonoSmall, room);
            put(value, TextStyle::MonoSmall, tone, {left, y}, size);
            low = size.height();
            if (!fits) {
                y += low;
                low = 0;
            }
        }
        if (!time.isEmpty()) {
            put(time, TextStyle::MonoSmall, Token::Text3, {m_right - clock.width(), y}, clock);
            low = std::max(low, clock.height());
        }
        m_look.height = int(std::ceil(y + low)) + kEdge;
    }

    void detail()
    {
        const QString name = m_index.data().toString();
        const QString word = m_index.data(WhyDelegate::WordRole).toString();
        const QString value = m_index.data(WhyDelegate::ValueRole).toString();
        const bool mark = !m_index.data(WhyDelegate::StateRole).toString().isEmpty();
        const qreal left = kSide + kText + (mark ? 18 : 0);
        const qreal room = std::max<qreal>(60, m_right - left);
        QSizeF named = sizeOf(name, TextStyle::Cell);
        QSizeF said = sizeOf(word, TextStyle::Cell);
        const QSizeF figure = sizeOf(value, TextStyle::MonoSmall);
        const qreal figureRoom = value.isEmpty() ? 0 : figure.width() + kGap;
        const qreal saidRoom = word.isEmpty() ? 0 : said.width() + kGap;
        const bool one = named.width() + saidRoom + figureRoom <= room;
        const bool beside = named.width() + figureRoom <= room; // the value, of the name
        if (!beside)
            named = sizeOf(name, TextStyle::Cell, room);
        const qreal first = sizeOf(u"x"_s, TextStyle::Cell).height();
        qreal y = (kDetail - first) / 2;
        m_look.first = kDetail;
        const auto putValue = [&] {
            put(value, TextStyle::MonoSmall, Token::Text2,
                {m_right - figure.width(), y + (first - figure.height()) / 2}, figure);
        };
        put(name, TextStyle::Cell, Token::Text2, {left, y}, named);
        if (beside)
            putValue();
        if (one) {
            put(word, TextStyle::Cell, Token::Text3, {left + named.width() + kGap, y}, said);
            y += named.height();
        } else {
            y += named.height();
            const bool shared = !beside && !value.isEmpty() && saidRoom + figure.width() <= room;
            if (!beside)
                putValue();
            if (!beside && !shared && !value.isEmpty())
                y += first; // the words below it
            said = sizeOf(word, TextStyle::Cell, room);
            put(word, TextStyle::Cell, Token::Text3, {left, y}, said);
            y += std::max(said.height(), shared ? first : 0);
        }
        m_look.height = std::max(kDetail, int(std::ceil(y + (kDetail - first) / 2)));
    }

    const ui::Theme& m_theme;
    const QModelIndex& m_index;
    const qreal m_right;
    Look m_look;
};

int widthOf(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

} // namespace

WhyDelegate::WhyDelegate(QAbstractItemView* view)
    : QStyledItemDelegate(view)
{
    view->viewport()->installEventFilter(this);
}

bool WhyDelegate::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        Q_EMIT sizeHintChanged({});
    return QStyledItemDelegate::eventFilter(watched, event);
}

QSize WhyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {200, Rows(ui::Theme::of(option.widget), index, widthOf(option)).look().height};
}

void WhyDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ui::Theme& theme = ui::Theme::of(option.widget);
    QPainter& p = *painter;
    p.save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const Token ground = selected ? Token::Selection : Token::Surface;
    QRect row = option.rect;
    row.setLeft(0);
    p.fillRect(row, theme.color(ground));
    const Look look = Rows(theme, index, widthOf(option)).look();
    const qreal middle = row.top() + look.first / 2; // of the first line
    if (const int number = index.data(NumberRole).toInt(); number > 0) {
        p.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.color(Token::Line));
        p.setFont(theme.font(TextStyle::MonoSmall));
        p.setPen(theme.color(Token::Text3));
        p.drawText(QRectF(kSide, middle - 9, 16, 18), int(Qt::AlignLeft | Qt::AlignVCenter),
            QString::number(number));
        const auto verdict = Verdict(index.data(VerdictRole).toInt());
        const Glyph glyph = !look.badge.isEmpty() ? Glyph::Warn
            : verdict == Verdict::Ok              ? Glyph::Ok
                                                  : Glyph::Unknown;
        ui::paintGlyph(p, QRectF(kSide + 18, middle - 6, 12, 12), glyph, theme, ground);
        if (!look.badge.isEmpty())
            ui::paintChip(p, look.chip.translated(0, row.top()), look.badge,
                verdict == Verdict::Now ? Token::StatusWarn : Token::StatusIdle, theme);
    } else if (const QString state = index.data(StateRole).toString(); !state.isEmpty()) {
        paintStateGlyph(p, QRectF(kSide + kText, middle - 5.5, 11, 11), state, theme, ground);
    }
    for (const Piece& piece : look.pieces) {
        p.setPen(theme.color(piece.tone));
        words(piece.text, theme.font(piece.style), piece.at.width(), &p,
            piece.at.topLeft() + QPointF(0, row.top()));
    }
    p.restore();
}

} // namespace pilothouse::workflow
