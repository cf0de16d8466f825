// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/celldelegate.h"

#include "ui/controls/chip.h"
#include "ui/grid/celltext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtCore/QDate>
#include <QtCore/QLocale>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr qreal kPadding = 8;
constexpr int kLeastHex = 6; // characters of a binary value before its length may take room
constexpr QChar kEllipsis = u'\u2026';

bool isPlainAscii(const QString& text)
{
    return std::all_of(
        text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80 || c == kEllipsis; });
}

// How much of a long value can matter for a cell of this width.
qsizetype charactersFor(qreal width)
{
    return static_cast<qsizetype>(width / 2) + 8;
}

QString shownTime(const QString& stored, TimeForm form)
{
    switch (form) {
    case TimeForm::Seconds:
        return timeToSeconds(stored);
    case TimeForm::Date:
        return dateOf(stored);
    case TimeForm::Clock:
        return clockOf(stored);
    case TimeForm::Stored:
        break;
    }
    return stored;
}

// Fractions and what is beyond 64 bits stay as they are.
QString bytesOrStored(const QString& number)
{
    bool whole = false;
    const qint64 bytes = number.toLongLong(&whole);
    return whole && bytes >= 0 ? byteSize(bytes) : number;
}

} // namespace

CellDelegate::CellDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
    readLook();
    connect(&theme, &Theme::changed, this, &CellDelegate::readLook);
}

void CellDelegate::readLook()
{
    Look& l = m_look;
    l.surface = m_theme.color(Token::Surface);
    l.selection = m_theme.color(Token::Selection);
    l.line = m_theme.color(Token::Line);
    l.accent = m_theme.color(Token::Accent);
    l.press = m_theme.color(Token::Press);
    l.mark = m_theme.color(Token::Mark);
    l.onMark = m_theme.color(Token::OnMark);
    l.text = m_theme.color(Token::Text);
    l.text2 = m_theme.color(Token::Text2);
    l.text3 = m_theme.color(Token::Text3);
    l.ok = m_theme.color(Token::StatusOk);
    l.series = m_theme.color(Token::Series1);
    l.key = m_theme.color(Token::SyntaxFunction);
    l.string = m_theme.color(Token::SyntaxString);
    l.number = m_theme.color(Token::SyntaxNumber);
    l.word = m_theme.color(Token::SyntaxKeyword);
    l.mono = m_theme.font(TextStyle::Mono);
    l.italic = l.mono;
    l.italic.setItalic(true);
    l.cell = m_theme.font(TextStyle::Cell);
    l.cellMetrics = QFontMetricsF(l.cell);
    l.monoMetrics = QFontMetricsF(l.mono);
    l.monoAdvance = l.monoMetrics.horizontalAdvance(u'0');
    for (size_t c = 0; c < l.cellAdvances.size(); ++c)
        l.cellAdvances[c] = l.cellMetrics.horizontalAdvance(QChar(static_cast<char16_t>(c)));
    l.today = QDate::currentDate().toString(Qt::ISODate);
}

void CellDelegate::setScale(int column, double maximum)
{
    m_scales[column] = maximum;
}

void CellDelegate::setCurrent(const QModelIndex& index, bool focused)
{
    m_current = index;
    m_focused = focused;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {80, m_theme.metric(Metric::GridRow)};
}

bool CellDelegate::isMarked(const CellView& cell) const
{
    if (m_marked.isEmpty() || cell.isNull())
        return false;
    return QString::fromUtf8(cell.view().first(std::min<qsizetype>(cell.size, 4096)))
        .contains(m_marked, Qt::CaseInsensitive);
}

void CellDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = static_cast<const GridModel*>(index.model());
    QPainter& p = *painter;
    const QRect r = option.rect;
    const bool onCurrentRow = m_current.isValid() && index.row() == m_current.row();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    p.fillRect(r, selected || onCurrentRow ? m_look.selection : m_look.surface);
    p.fillRect(r.left(), r.bottom(), r.width(), 1, m_look.line);

    const CellView cell = model->cell(index.row(), index.column());
    const QRectF box = QRectF(r).adjusted(kPadding, 0, -kPadding, -1);
    if (box.width() > 4) {
        if (cell.loading) {
            const qreal width = box.width() * (0.45 + 0.1 * ((index.row() + index.column()) % 5));
            p.fillRect(QRectF(box.left(), box.center().y() - 4, width, 8), m_look.press);
        } else {
            const bool marked = isMarked(cell);
            if (marked)
                p.fillRect(QRectF(r).adjusted(4, 4, -4, -5), m_look.mark);
            drawValue(p, box, *model, index.column(), cell, marked);
        }
    }
    if (m_focused && m_current == index) {
        p.setPen(QPen(m_look.accent, 1));
        p.setBrush(Qt::NoBrush);
        p.drawRect(QRectF(r).adjusted(0.5, 0.5, -0.5, -1.5));
    }
}

QString CellDelegate::monoText(const QString& text, qreal width) const
{
    // One width for every ASCII character: no measuring in the common case.
    if (isPlainAscii(text)) {
        const auto fits = static_cast<qsizetype>((width + 0.5) / m_look.monoAdvance);
        if (text.size() <= fits)
            return text;
        return text.left(std::max<qsizetype>(fits - 1, 0)) + kEllipsis;
    }
    return m_look.monoMetrics.elidedText(text, Qt::ElideRight, width);
}

void CellDelegate::drawLine(
    QPainter& p, const QRectF& box, qreal x, const QString& text, const QFontMetricsF& metrics)
{
    p.drawText(
        QPointF(x, box.top() + (box.height() - metrics.height()) / 2 + metrics.ascent()), text);
}

void CellDelegate::drawMono(QPainter& p, const QRectF& box, QString text, bool right,
    const QColor& color, qsizetype dim, bool dimTail) const
{
    text = monoText(text, box.width());
    p.setFont(m_look.mono);
    if (isPlainAscii(text)) {
        const auto width = static_cast<qreal>(text.size()) * m_look.monoAdvance;
        const qreal left = right ? box.right() - width : box.left();
        if (dim <= 0 || dim >= text.size()) {
            p.setPen(color);
            drawLine(p, box, left, text, m_look.monoMetrics);
            return;
        }
        // Two tones in one value: the first `dim` characters and the rest.
        p.setPen(dimTail ? color : m_look.text3);
        drawLine(p, box, box.left(), text.left(dim), m_look.monoMetrics);
        p.setPen(dimTail ? m_look.text3 : color);
        drawLine(p, box, box.left() + static_cast<qreal>(dim) * m_look.monoAdvance, text.mid(dim),
            m_look.monoMetrics);
        return;
    }
    if (dim <= 0 || dim >= text.size()) {
        p.setPen(color);
        p.drawText(box,
            static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), text);
        return;
    }
    p.setPen(dimTail ? color : m_look.text3);
    p.drawText(box, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), text.left(dim));
    p.setPen(dimTail ? m_look.text3 : color);
    p.drawText(box.adjusted(static_cast<qreal>(dim) * m_look.monoAdvance, 0, 0, 0),
        static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), text.mid(dim));
}

void CellDelegate::drawValue(QPainter& p, const QRectF& box, const GridModel& model, int column,
    const CellView& cell, bool marked) const
{
    const QColor ink = marked ? m_look.onMark : m_look.text;
    if (cell.isNull()) {
        p.setFont(m_look.italic);
        p.setPen(m_look.text3);
        const bool right = isNumber(model.cellType(column));
        p.drawText(box,
            static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter),
            u"NULL"_s);
        return;
    }
    if (cell.size == 0) {
        p.setFont(m_look.cell);
        p.setPen(m_look.text3);
        p.drawText(box, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), u"\u201c\u201d"_s);
        return;
    }
    const ColumnSettings& settings = model.columnSettings(column);
    const CellType type = model.cellType(column);
    switch (type) {
    case CellType::Integer:
    case CellType::Decimal: {
        QRectF rest = settings.bar ? drawBar(p, box, column, cell) : box;
        QString text = visibleText(cell.view(), charactersFor(box.width()));
        if (settings.number == NumberForm::Grouped)
            text = grouped(text, QLocale().groupSeparator().at(0));
        else if (settings.number == NumberForm::Bytes)
            text = bytesOrStored(text);
        drawMono(p, rest, text, true, ink);
        return;
    }
    case CellType::Timestamp: {
        if (settings.time != TimeForm::Stored) {
            drawMono(p, box, shownTime(visibleText(cell.view(), 64), settings.time), false, ink);
            return;
        }
        const QString text = visibleText(cell.view(), charactersFor(box.width()));
        const bool today = text.size() > 11 && text.startsWith(m_look.today);
        drawMono(p, box, text, false, ink, today ? 11 : 0);
        return;
    }
    case CellType::Uuid: {
        const QString text = visibleText(cell.view(), charactersFor(box.width()));
        drawMono(p, box, text, false, ink, text.indexOf(u'-'), true);
        return;
    }
    case CellType::Boolean:
        drawBoolean(p, box, cell);
        return;
    case CellType::Json:
        if (!marked) {
            drawJson(p, box, cell);
            return;
        }
        drawMono(p, box, visibleText(cell.view(), charactersFor(box.width())), false, ink);
        return;
    case CellType::Array: // the literal: it tells NULL, "NULL" and "" apart
        drawMono(p, box, visibleText(cell.view(), charactersFor(box.width())), false, ink);
        return;
    case CellType::Binary:
        drawBinary(p, box, cell, ink);
        return;
    case CellType::Enum:
    case CellType::Text:
        break;
    }
    const QString text = visibleText(cell.view(), charactersFor(box.width()));
    const Glyph glyph = settings.states.isEmpty()
        ? Glyph::None
        : settings.states.value(QString::fromUtf8(cell.view()), Glyph::None);
    if (type == CellType::Enum || glyph != Glyph::None) {
        const QSize size = chipSize(m_theme, text, glyph);
        const QRectF chip(box.left(), box.center().y() - size.height() / 2.0,
            std::min<qreal>(size.width(), box.width()), size.height());
        paintChip(p, chip, text, glyph == Glyph::None ? Token::StatusIdle : glyphColor(glyph),
            m_theme, glyph);
        return;
    }
    p.setFont(m_look.cell);
    p.setPen(ink);
    // Measuring costs as much as drawing; ASCII text that surely fits is not measured. Kerning
    // draws letters together far more often than apart: a few pixels are room enough.
    if (isPlainAscii(text)) {
        qreal width = 4;
        for (const QChar c : text)
            width += c.unicode() < 0x80 ? m_look.cellAdvances[c.unicode()] : 20;
        if (width < box.width()) {
            drawLine(p, box, box.left(), text, m_look.cellMetrics);
            return;
        }
    }
    p.drawText(box, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
        m_look.cellMetrics.elidedText(text, Qt::ElideRight, box.width()));
}

void CellDelegate::drawJson(QPainter& p, const QRectF& box, const CellView& cell) const
{
    const QString text
        = monoText(visibleText(cell.view(), charactersFor(box.width())), box.width());
    p.setFont(m_look.mono);
    const bool ascii = isPlainAscii(text);
    const QFontMetricsF& metrics = m_look.monoMetrics;
    qreal x = box.left();
    for (const JsonSpan& span : jsonSpans(text)) {
        const QString part = text.mid(span.start, span.length);
        switch (span.kind) {
        case JsonSpan::Kind::Key:
            p.setPen(m_look.key);
            break;
        case JsonSpan::Kind::String:
            p.setPen(m_look.string);
            break;
        case JsonSpan::Kind::Number:
            p.setPen(m_look.number);
            break;
        case JsonSpan::Kind::Word:
            p.setPen(m_look.word);
            break;
        case JsonSpan::Kind::Punctuation:
            p.setPen(m_look.text2);
            break;
        }
        const qreal width = ascii ? static_cast<qreal>(part.size()) * m_look.monoAdvance
                                  : metrics.horizontalAdvance(part);
        if (ascii)
            drawLine(p, box, x, part, metrics);
        else
            p.drawText(QRectF(x, box.top(), width + 4, box.height()),
                static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), part);
        x += width;
        if (x > box.right())
            break;
    }
}

void CellDelegate::drawBoolean(QPainter& p, const QRectF& box, const CellView& cell) const
{
    const QByteArrayView v = cell.view();
    const bool yes = v == "t" || v == "true";
    if (!yes && v != "f" && v != "false") {
        drawMono(p, box, visibleText(v, 40), false, m_look.text);
        return;
    }
    if (yes) {
        paintIcon(p, QRectF(box.left(), box.center().y() - 5, 10, 10), u"check"_s, m_look.ok);
    } else {
        p.setPen(Qt::NoPen);
        p.setBrush(m_look.text3);
        p.drawEllipse(QPointF(box.left() + 5, box.center().y()), 1.2, 1.2);
    }
    drawMono(p, box.adjusted(14, 0, 0, 0), yes ? u"true"_s : u"false"_s, false,
        yes ? m_look.text : m_look.text3);
}

// Its beginning as stored, the length behind it where there is room for both.
void CellDelegate::drawBinary(
    QPainter& p, const QRectF& box, const CellView& cell, const QColor& ink) const
{
    const QString size = byteSize(binarySize(cell.fullSize));
    const qreal room = box.width() - static_cast<qreal>(size.size() + 1) * m_look.monoAdvance;
    const bool both = cell.view().startsWith("\\x") && room >= kLeastHex * m_look.monoAdvance;
    const qreal width = both ? room : box.width();
    const QString text = monoText(visibleText(cell.view(), charactersFor(width)), width);
    drawMono(p, box, text, false, ink);
    if (both)
        drawMono(p, box.adjusted(static_cast<qreal>(text.size() + 1) * m_look.monoAdvance, 0, 0, 0),
            size, false, m_look.text3);
}

QRectF CellDelegate::drawBar(QPainter& p, const QRectF& box, int column, const CellView& cell) const
{
    bool ok = false;
    const double value = cell.view().toByteArray().toDouble(&ok);
    const double most = m_scales.value(column);
    const qreal numberWidth
        = std::max<qreal>(static_cast<qreal>(cell.size) + 1, 8) * m_look.monoAdvance;
    const qreal room = std::min<qreal>(box.width() - numberWidth, 60);
    if (ok && most > 0 && room > 6) {
        const qreal width = std::max(1.0, room * std::min(1.0, std::abs(value) / most));
        const qreal right = box.right() - numberWidth;
        QColor fill = m_look.series;
        fill.setAlphaF(0.6F);
        p.fillRect(QRectF(right - width, box.center().y() - 4, width, 8), fill);
    }
    return box;
}

int CellDelegate::widthOf(const GridModel& model, int row, int column, int most) const
{
    const CellView cell = model.cell(row, column);
    qreal width = 0;
    if (cell.loading || cell.isNull()) {
        width = 4 * m_look.monoAdvance;
    } else {
        const QString text = visibleText(cell.view(), 80);
        switch (model.cellType(column)) {
        case CellType::Text:
            width = m_look.cellMetrics.horizontalAdvance(text);
            break;
        case CellType::Enum:
            width = chipSize(m_theme, text, Glyph::Ok).width();
            break;
        case CellType::Boolean:
            width = 14 + 5 * m_look.monoAdvance;
            break;
        case CellType::Binary:
            width = static_cast<qreal>(binaryText(cell.view(), cell.fullSize).size())
                * m_look.monoAdvance;
            break;
        case CellType::Json:
            width = std::min<qreal>(QFontMetricsF(m_look.mono).horizontalAdvance(text), 220);
            break;
        default:
            width = static_cast<qreal>(text.size()) * m_look.monoAdvance
                + (model.columnSettings(column).bar ? 68 : 0)
                + (model.columnSettings(column).number == NumberForm::Grouped
                        ? static_cast<qreal>(text.size()) / 3 * m_look.monoAdvance
                        : 0);
        }
    }
    return std::min(most, static_cast<int>(std::ceil(width + 2 * kPadding)) + 1);
}

} // namespace pilothouse::ui
