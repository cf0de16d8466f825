// SPDX-License-Identifier: GPL-3.0-or-later
// NodePalette: the list of kinds with its search field: to drag onto the canvas or to take with
// Enter. Stands beside the canvas, and as a popup at the cursor.
#pragma once

#include "pipelines/panel/kindmodel.h"

#include <QFrame>
#include <QPointer>

class QListView;

namespace pilothouse::ui
{
class SearchField;
}

namespace pilothouse::pipelines
{

class NodePalette final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NodePalette)

public:
    NodePalette(CataloguePtr catalogue, const QString& language, QWidget* parent = nullptr);

    void setBroken(const QStringList& words); // of KindModel
    // Over its parent, until something is chosen or the focus goes elsewhere.
    void popupAt(const QPoint& global);
    ui::SearchField* search() const { return m_search; }
    QListView* list() const { return m_list; }

Q_SIGNALS:
    void chosen(const QString& kind);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const QModelIndex& index);
    void leave();
    void step(int by);

    bool m_over = false;
    QPointer<QWidget> m_before; // had the focus
    KindModel* m_model;
    ui::SearchField* m_search;
    QListView* m_list;
};

} // namespace pilothouse::pipelines
