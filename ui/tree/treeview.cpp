// SPDX-License-Identifier: GPL-3.0-or-later
// Row backgrounds are drawn over the whole width, branches included.
#include "ui/tree/treeview.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/tree/lazytreemodel.h"
#include "ui/tree/treedelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

LazyTreeModel::Kind kindAt(const QModelIndex& index)
{
    return LazyTreeModel::Kind(index.data(LazyTreeModel::KindRole).toInt());
}

} // namespace

TreeView::TreeView(const QString& accessibleName, QWidget* parent)
    : QTreeView(parent)
    , m_delegate(new TreeDelegate(this))
{
    setAccessibleName(accessibleName);
    setItemDelegate(m_delegate);
    setUniformRowHeights(true);
    setIndentation(14);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(true);
    connect(this, &QTreeView::doubleClicked, this, &TreeView::nodeActivated);
    connect(&Theme::of(this), &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void TreeView::setTreeModel(LazyTreeModel* model)
{
    m_tree = model;
    setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TreeView::openWaiting);
}

void TreeView::setHighlight(const QString& text)
{
    m_delegate->setHighlight(text);
    viewport()->update();
}

qint64 TreeView::drawnRows() const
{
    qint64 rows = 0;
    for (auto i = indexAt({1, 1}); i.isValid(); i = indexBelow(i)) {
        if (visualRect(i).top() >= viewport()->height())
            break;
        if (kindAt(i) == LazyTreeModel::Kind::Node)
            ++rows;
    }
    return rows;
}

QList<QStringList> TreeView::openPaths() const
{
    QList<QStringList> paths;
    if (!m_tree || m_tree->rowCount() == 0)
        return paths;
    for (auto i = m_tree->index(0, 0); i.isValid(); i = indexBelow(i))
        if (isExpanded(i) && m_tree->node(i))
            paths.append(i.data(LazyTreeModel::IdPathRole).toStringList());
    return paths;
}

void TreeView::openPathsLater(const QList<QStringList>& paths)
{
    m_waiting = paths;
    openWaiting();
}

void TreeView::openWaiting()
{
    for (qsizetype i = 0; m_tree && i < m_waiting.size();) {
        const QModelIndex index = m_tree->find(m_waiting[i]);
        if (!index.isValid()) {
            ++i;
            continue;
        }
        m_waiting.removeAt(i);
        expand(index);
        m_tree->fetchMore(index); // a hidden view puts this off
        i = 0; // its children may have been waiting before it
    }
}

void TreeView::drawRow(
    QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::of(this);
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool selected = selectionModel() && selectionModel()->isSelected(index);
    if (selected) {
        p->fillRect(row, theme.color(Token::Selection));
        p->fillRect(QRect(0, row.top(), 2, row.height()), theme.color(Token::Accent));
    } else if (row.contains(viewport()->mapFromGlobal(QCursor::pos()))) {
        p->fillRect(row, theme.color(Token::Hover));
    }
    QStyleOptionViewItem plain(option);
    plain.state &= ~(QStyle::State_Selected | QStyle::State_MouseOver);
    plain.showDecorationSelected = false;
    QTreeView::drawRow(p, plain, index);
    if (hasFocus() && index == currentIndex() && !selected) {
        p->setPen(theme.color(Token::Accent));
        p->drawRect(row.adjusted(0, 0, -1, -1));
    }
}

void TreeView::drawBranches(QPainter* p, const QRect& rect, const QModelIndex& index) const
{
    if (!model()->hasChildren(index))
        return;
    constexpr int kChevron = 11;
    const QRectF box(
        rect.right() - kChevron, rect.center().y() - kChevron / 2.0, kChevron, kChevron);
    paintIcon(*p, box, isExpanded(index) ? u"chevron-down"_s : u"chevron-right"_s,
        Theme::of(this).color(Token::Text3));
}

void TreeView::answer(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    switch (kindAt(index)) {
    case LazyTreeModel::Kind::Failed:
        if (m_tree)
            m_tree->refresh(index.parent());
        return;
    case LazyTreeModel::Kind::More:
        Q_EMIT moreRequested(index.parent());
        return;
    case LazyTreeModel::Kind::Node:
        Q_EMIT nodeActivated(index);
        return;
    case LazyTreeModel::Kind::LoadingBar:
        return;
    }
}

void TreeView::mouseReleaseEvent(QMouseEvent* event)
{
    QTreeView::mouseReleaseEvent(event);
    const auto index = indexAt(event->pos());
    if (index.isValid() && event->button() == Qt::LeftButton
        && kindAt(index) != LazyTreeModel::Kind::Node)
        answer(index);
}

void TreeView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        answer(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace pilothouse::ui
