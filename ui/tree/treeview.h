// SPDX-License-Identifier: GPL-3.0-or-later
// TreeView: the look of every object tree: 26 px rows, 14 px indent, quiet chevrons, selection with
// an accent bar. "Failed" and "more" rows answer Enter and click.
#pragma once

#include <QTreeView>

namespace pilothouse::ui
{

class LazyTreeModel;
class TreeDelegate;

class TreeView final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TreeView)

public:
    explicit TreeView(const QString& accessibleName, QWidget* parent = nullptr);

    // Not owned. Another model that answers LazyTreeModel's first three roles is set with
    // setModel().
    void setTreeModel(LazyTreeModel* model);
    void setHighlight(const QString& text);
    qint64 drawnRows() const; // nodes in the viewport

    // Open nodes as id paths, for the panel's saved state; restoring opens them as levels arrive.
    QList<QStringList> openPaths() const;
    void openPathsLater(const QList<QStringList>& paths);

Q_SIGNALS:
    void nodeActivated(const QModelIndex& index); // Enter or double click on a node
    void moreRequested(const QModelIndex& parent);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    void drawBranches(
        QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void answer(const QModelIndex& index);
    void openWaiting();

    LazyTreeModel* m_tree = nullptr;
    TreeDelegate* m_delegate;
    QList<QStringList> m_waiting;
};

} // namespace pilothouse::ui
