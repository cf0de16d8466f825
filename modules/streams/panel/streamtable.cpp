// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/streamtable.h"

#include "streams/panel/streamrows.h"
#include "ui/controls/meters.h"
#include "ui/grid/gridheader.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Theme;
using ui::Token;

namespace
{

constexpr int kPad = 8; // as the header's sections
constexpr int kGlyph = 18;
constexpr int kBarHeight = 8;
constexpr int kNumber = 84; // beside a bar that takes the rest

class StreamDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& model = *static_cast<const StreamModel*>(index.model());
        const StreamColumn& column = model.column(index.column());
        const StreamCell cell = model.cell(index);
        const Theme& theme = Theme::of(option.widget);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRect row = option.rect;
        p->save();
        if (selected)
            p->fillRect(row, theme.color(Token::Selection));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            p->fillRect(row, theme.color(Token::Hover));
        p->fillRect(row.left(), row.bottom(), row.width(), 1, theme.color(Token::Line));
        if (selected && index.column() == 0)
            p->fillRect(row.left(), row.top(), 2, row.height(), theme.color(Token::Accent));
        QRect box = row.adjusted(kPad, 0, -kPad, -1);
        if (cell.glyph != ui::Glyph::None) {
            ui::paintGlyph(*p, QRectF(box.left(), box.center().y() - 5, 12, 12), cell.glyph, theme,
                selected ? Token::Selection : Token::Surface);
            box.setLeft(box.left() + kGlyph);
        }
        if (!cell.spark.isEmpty())
            ui::paintSparkline(*p, QRectF(box.left(), box.center().y() - 9, box.width(), 18),
                cell.spark, Token::Series1, theme);
        if (column.bar != 0 && cell.bar >= 0)
            paintBar(*p, box, column, cell, theme);
        if (column.bar > 0)
            box.setLeft(box.left() + column.bar + 6);
        p->setFont(theme.font(column.mono ? ui::TextStyle::Mono : ui::TextStyle::Cell));
        // text.3 is too faint on a selected row.
        p->setPen(theme.color(selected && cell.tone == Token::Text3 ? Token::Text2 : cell.tone));
        p->drawText(box,
            int(Qt::AlignVCenter | (column.number ? Qt::AlignRight : Qt::AlignLeft))
                | Qt::TextSingleLine,
            p->fontMetrics().elidedText(cell.text, Qt::ElideRight, box.width()));
        p->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& model = *static_cast<const StreamModel*>(index.model());
        return {model.column(index.column()).width,
            Theme::of(option.widget).metric(ui::Metric::GridRow)};
    }

private:
    static void paintBar(QPainter& p, const QRect& box, const StreamColumn& column,
        const StreamCell& cell, const Theme& theme)
    {
        const int width = column.bar > 0 ? column.bar : box.width() - kNumber;
        if (width < 8)
            return;
        const QRectF track(box.left(), box.center().y() - kBarHeight / 2 + 1, width, kBarHeight);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(Qt::NoPen);
        if (column.bar < 0) {
            p.setBrush(theme.color(Token::Press));
            p.drawRoundedRect(track, 2, 2);
        }
        p.setBrush(theme.color(cell.barTone, 0.65));
        QRectF fill = track;
        fill.setWidth(std::max(cell.bar > 0 ? 2.0 : 0.0, track.width() * std::min(1.0, cell.bar)));
        p.drawRoundedRect(fill, 2, 2);
    }
};

} // namespace

StreamTable::StreamTable(const QString& accessibleName, StreamModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
{
    const Theme& theme = Theme::of(this);
    setAccessibleName(accessibleName);
    setHorizontalHeader(new ui::GridHeader(theme, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(theme.metric(ui::Metric::GridRow));
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new StreamDelegate(this));
    setModel(&model);
    horizontalHeader()->setMinimumSectionSize(20);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSortIndicatorShown(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &StreamTable::orderBy);
    connect(this, &QAbstractItemView::doubleClicked, this,
        [this](const QModelIndex& index) { Q_EMIT opened(m_model.idAt(index.row())); });
    connect(&model, &QAbstractItemModel::modelReset, this, &StreamTable::keepCurrent);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &StreamTable::keepCurrent);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &StreamTable::shownChanged);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &StreamTable::shownChanged);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &StreamTable::shownChanged);
    connect(&theme, &Theme::changed, this, [this, &theme] {
        verticalHeader()->setDefaultSectionSize(theme.metric(ui::Metric::GridRow));
        viewport()->update();
    });
}

void StreamTable::setWanted(std::function<bool(int)> column)
{
    m_wanted = std::move(column);
    fit();
}

void StreamTable::setOrder(int column, Qt::SortOrder order)
{
    m_model.setOrder(column, order);
    horizontalHeader()->setSortIndicator(column, order);
}

void StreamTable::orderBy(int column)
{
    const bool again = m_model.orderColumn() == column;
    const bool down = again ? m_model.order() == Qt::AscendingOrder : m_model.column(column).number;
    setOrder(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
}

bool StreamTable::choose(const QString& id)
{
    m_current = id;
    const int row = m_model.rowOf(id);
    if (row < 0) {
        clearSelection();
        return false;
    }
    m_keeping = true; // nobody is told what he said himself
    setCurrentIndex(m_model.index(row, 0));
    m_keeping = false;
    return true;
}

void StreamTable::keepCurrent()
{
    const int row = m_model.rowOf(m_current);
    if (row >= 0 && currentIndex().row() != row) {
        m_keeping = true;
        setCurrentIndex(m_model.index(row, 0));
        m_keeping = false;
    }
    Q_EMIT shownChanged();
}

void StreamTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (m_keeping || !current.isValid())
        return;
    const QString id = m_model.idAt(current.row());
    // A row that the filter took away moves the view's current row; nobody chose that one.
    if (id == m_current || (!m_current.isEmpty() && m_model.rowOf(m_current) < 0 && !hasFocus()))
        return;
    m_current = id;
    Q_EMIT chosen(id);
}

QStringList StreamTable::shown() const
{
    const int rows = m_model.rowCount();
    if (rows == 0 || !isVisible())
        return {};
    const int first = std::max(0, rowAt(0));
    int last = rowAt(viewport()->height() - 1);
    if (last < 0)
        last = rows - 1;
    QStringList ids;
    for (int row = first; row <= last; ++row)
        ids.append(m_model.idAt(row));
    return ids;
}

qint64 StreamTable::drawnRows() const
{
    return shown().size();
}

// The stretching column takes what is left; those of the highest rank go until it has enough.
void StreamTable::fit()
{
    const int columns = m_model.columnCount();
    std::vector<bool> seen(size_t(columns), true);
    int stretching = 0;
    for (int c = 0; c < columns; ++c) {
        seen[size_t(c)] = !m_wanted || m_wanted(c);
        if (m_model.column(c).stretches && seen[size_t(c)])
            stretching = c;
    }
    const auto sum = [&] {
        int width = 0;
        for (int c = 0; c < columns; ++c)
            width += seen[size_t(c)] ? m_model.column(c).width : 0;
        return width;
    };
    while (sum() > viewport()->width()) {
        int least = -1;
        for (int c = 0; c < columns; ++c)
            if (seen[size_t(c)] && m_model.column(c).rank > 0
                && (least < 0 || m_model.column(c).rank > m_model.column(least).rank))
                least = c;
        if (least < 0)
            break;
        seen[size_t(least)] = false;
    }
    const int rest = std::max(0, viewport()->width() - sum());
    for (int c = 0; c < columns; ++c) {
        setColumnHidden(c, !seen[size_t(c)]);
        const int width = m_model.column(c).width + (c == stretching ? rest : 0);
        if (seen[size_t(c)])
            setColumnWidth(c, std::min(width, std::max(60, viewport()->width())));
    }
}

void StreamTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
    Q_EMIT shownChanged();
}

void StreamTable::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    fit();
    Q_EMIT shownChanged();
}

void StreamTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT opened(m_model.idAt(currentIndex().row()));
    } else if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        QGuiApplication::clipboard()->setText(m_model.idAt(currentIndex().row()));
    } else {
        QTableView::keyPressEvent(event);
    }
}

void StreamTable::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    Q_EMIT menuAsked(m_model.idAt(index.row()),
        viewport()->mapToGlobal(byKey ? visualRect(index).bottomLeft() : event->pos()));
}

} // namespace pilothouse::streams
