// SPDX-License-Identifier: GPL-3.0-or-later
// Columns take what their texts need; the last one takes the rest.
#include "database/panel/objecttableview.h"

#include "ui/controls/meters.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Theme;
using ui::Token;

namespace
{

constexpr int kPad = 8; // as the header's sections
constexpr int kIcon = 22;
constexpr int kBar = 60;
constexpr int kWidest = 420;

QFont fontOf(const Theme& theme, const TextCell& cell)
{
    return theme.font(cell.mono ? ui::TextStyle::Mono : ui::TextStyle::Cell);
}

} // namespace

class ObjectTableModel final : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    const TextTable& table() const { return m_table; }
    void setTable(TextTable table)
    {
        beginResetModel();
        m_table = std::move(table);
        endResetModel();
    }
    const TextTable::Row& row(int i) const { return m_table.rows[size_t(i)]; }
    const TextCell* cell(const QModelIndex& i) const
    {
        const auto& cells = row(i.row()).cells;
        return size_t(i.column()) < cells.size() ? &cells[size_t(i.column())] : nullptr;
    }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_table.rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_table.columns.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const TextCell* c = cell(index);
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return c ? c->text : QString();
        if (role == Qt::ToolTipRole && !row(index.row()).toolTip.isEmpty())
            return row(index.row()).toolTip;
        return {};
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || size_t(section) >= m_table.columns.size())
            return {};
        const auto& column = m_table.columns[size_t(section)];
        if (role == Qt::DisplayRole)
            return column.title;
        if (role == Qt::TextAlignmentRole)
            return int((column.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        return {};
    }
    Qt::ItemFlags flags(const QModelIndex& index) const override
    {
        if (index.isValid() && row(index.row()).group)
            return Qt::ItemIsEnabled;
        return QAbstractTableModel::flags(index);
    }

private:
    TextTable m_table;
};

namespace
{

class ObjectTableDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* model = static_cast<const ObjectTableModel*>(index.model());
        const TextTable::Row& row = model->row(index.row());
        const TextCell* cell = model->cell(index);
        const Theme& theme = Theme::of(option.widget);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        p->save();
        if (row.group)
            p->fillRect(option.rect, theme.color(Token::Raised));
        else if (chosen)
            p->fillRect(option.rect, theme.color(Token::Selection));
        p->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
            theme.color(Token::Line));
        if (chosen && index.column() == 0)
            p->fillRect(option.rect.left(), option.rect.top(), 2, option.rect.height(),
                theme.color(Token::Accent));
        QRect box = option.rect.adjusted(kPad, 0, -kPad, -1);
        if (row.group) {
            paintGroup(*p, box, row, theme);
        } else if (cell) {
            const bool right = model->table().columns[size_t(index.column())].right;
            paintCell(*p, box, *cell, right, theme);
        }
        p->restore();
    }

private:
    static void paintGroup(QPainter& p, QRect box, const TextTable::Row& row, const Theme& theme)
    {
        p.setFont(theme.font(ui::TextStyle::Control));
        p.setPen(theme.color(Token::Text));
        p.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine, row.cells[0].text);
        if (row.cells.size() < 2)
            return;
        p.setFont(theme.font(ui::TextStyle::Mono));
        p.setPen(theme.color(Token::Text2));
        p.drawText(box, int(Qt::AlignVCenter | Qt::AlignRight), row.cells[1].text);
    }

    static void paintCell(
        QPainter& p, QRect box, const TextCell& cell, bool right, const Theme& theme)
    {
        if (!cell.icon.isEmpty()) {
            ui::paintIcon(p, QRectF(box.left(), box.center().y() - 6, 14, 14), cell.icon,
                theme.color(Token::Text3));
            box.setLeft(box.left() + kIcon);
        }
        if (cell.bar >= 0) {
            ui::paintSizeBar(p, QRectF(box.left(), box.center().y() - 2, kBar - 8, 5),
                std::min(1.0, cell.bar), Token::Series5, theme);
            box.setLeft(box.left() + kBar);
        }
        const QFont font = fontOf(theme, cell);
        p.setFont(font);
        p.setPen(theme.color(cell.tone));
        QString text = cell.text;
        text.replace(u'\n', u'↵');
        p.drawText(box,
            int(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft)) | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
    }
};

} // namespace

ObjectTableView::ObjectTableView(const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
    , m_model(new ObjectTableModel(this))
{
    setAccessibleName(accessibleName);
    const Theme& theme = Theme::of(this);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(theme.metric(ui::Metric::GridRow));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new ObjectTableDelegate(this));
    setModel(m_model);
    connect(this, &QAbstractItemView::doubleClicked, this, &ObjectTableView::open);
    connect(&theme, &Theme::changed, this, [this, &theme] {
        verticalHeader()->setDefaultSectionSize(theme.metric(ui::Metric::GridRow));
        sizeColumns();
        viewport()->update();
    });
}

void ObjectTableView::setTable(TextTable table)
{
    if (table == m_model->table())
        return;
    const bool sameColumns = table.columns == m_model->table().columns;
    clearSpans();
    m_model->setTable(std::move(table));
    for (int i = 0; i < m_model->rowCount(); ++i)
        if (m_model->row(i).group)
            setSpan(i, 0, 1, m_model->columnCount());
    if (!sameColumns || m_model->rowCount() > 0)
        sizeColumns();
}

void ObjectTableView::sizeColumns()
{
    const Theme& theme = Theme::of(this);
    const QFontMetrics caption(theme.font(ui::TextStyle::Caption));
    const int last = m_model->columnCount() - 1;
    for (int c = 0; c <= last; ++c) {
        const auto& column = m_model->table().columns[size_t(c)];
        int width = caption.horizontalAdvance(column.title) + 8;
        for (const auto& row : m_model->table().rows) {
            if (row.group || size_t(c) >= row.cells.size())
                continue;
            const TextCell& cell = row.cells[size_t(c)];
            const int text = QFontMetrics(fontOf(theme, cell)).horizontalAdvance(cell.text);
            width = std::max(
                width, text + (cell.icon.isEmpty() ? 0 : kIcon) + (cell.bar < 0 ? 0 : kBar));
        }
        // The last section stretches over what is left.
        setColumnWidth(c, std::min(width, kWidest) + 3 * kPad);
    }
}

void ObjectTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    viewport()->update();
}

qint64 ObjectTableView::drawnRows() const
{
    const int top = rowAt(0);
    if (top < 0)
        return 0;
    const int bottom = rowAt(viewport()->height() - 1);
    return (bottom < 0 ? m_model->rowCount() - 1 : bottom) - top + 1;
}

void ObjectTableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        open(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ObjectTableView::copyRows() const
{
    QStringList lines;
    auto rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& i : rows) {
        QStringList cells;
        for (const TextCell& c : m_model->row(i.row()).cells)
            cells.append(c.text);
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ObjectTableView::open(const QModelIndex& index)
{
    if (index.isValid() && !m_model->row(index.row()).ref.name.isEmpty())
        Q_EMIT opened(m_model->row(index.row()).ref);
}

} // namespace pilothouse::database
