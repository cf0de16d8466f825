// SPDX-License-Identifier: GPL-3.0-or-later
// A short list on the object page: quiet header, hairlines, groups; Ctrl+C copies rows with tabs,
// Enter opens what a row stands for.
#pragma once

#include "database/panel/objecttables.h"

#include <QTableView>

namespace pilothouse::database
{

class ObjectTableModel;

class ObjectTableView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ObjectTableView)

public:
    explicit ObjectTableView(const QString& accessibleName, QWidget* parent = nullptr);

    // Equal tables change nothing, so that a refresh keeps selection and scroll.
    void setTable(TextTable table);
    qint64 drawnRows() const;

Q_SIGNALS:
    void opened(const pilothouse::database::ObjectRef& ref);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void copyRows() const;
    void open(const QModelIndex& index);
    void sizeColumns();

    ObjectTableModel* m_model;
};

} // namespace pilothouse::database
