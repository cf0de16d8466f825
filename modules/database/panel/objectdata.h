// SPDX-License-Identifier: GPL-3.0-or-later
// ObjectData: the rows of one object, a page at a time. Each page is one statement on a connection
// that is closed after it, so no transaction and no snapshot is ever held.
#pragma once

#include "core/service.h"
#include "core/stream.h"
#include "database/api/query.h"
#include "database/panel/objectpages.h"

#include <QJsonObject>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace pilothouse::ui
{
class GridModel;
class GridView;
class IconButton;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::database
{

class ObjectTab;

class ObjectData final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ObjectData)

public:
    ObjectData(ui::Workbench& workbench, const ServiceId& service, QWidget* parent);
    ~ObjectData() override;

    ObjectTab* tab() const { return m_tab; }
    ui::GridView* grid() const { return m_grid; }

    // Reads nothing yet; the tab does when it is seen. `held`: only after the user asks for it.
    void setObject(const ObjectRef& object, const QStringList& keys, bool held);
    void setWhere(const QString& where); // another condition starts at the first page
    void forgetWhere(); // reads nothing: another object comes
    QString where() const { return m_where; }
    bool canGoForward() const;
    bool canGoBack() const { return m_page > 0; }
    void forward();
    void back();
    void stop();
    qint64 drawnRows() const;
    // The order of the rows, and one for the object that comes next.
    QJsonObject saveOrder() const;
    void restoreOrder(const QJsonObject& state);

Q_SIGNALS:
    void pageChanged();
    // An order, or a page, that the server does not give; the rows before stay.
    void rowsRefused(const QString& words);
    void queryRequested(); // of these rows
    // The fault lies in the condition: asking again would be told the same, so nothing is. The rows
    // and the condition before it stay. `position`: 0-based in the condition, -1: not known.
    void whereRefused(const QString& words, int position);

private:
    void buildLayout(QWidget* parent);
    void load();
    void take(QueryEvent& event);
    void ended(const VoidResult& result);
    void setOrder(int column, Qt::SortOrder order);
    void goTo(size_t page);
    ObjectPage asked() const;
    bool refusesStatement() const;
    void whereFailed();
    void orderFailed();
    void objectFailed();
    QString takeWords();
    void updateWords();
    void showOrder();
    QStringList lastKey() const;

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    ObjectRef m_object;
    QStringList m_keys;
    QString m_where;
    QString m_goodWhere; // of the rows on screen
    RowOrder m_order;
    RowOrder m_goodOrder; // of the rows on screen
    RowOrder m_nextOrder; // of the object that comes
    bool m_held = false;

    std::vector<QStringList> m_starts{QStringList()}; // by key: the one before each page so far
    size_t m_page = 0; // on screen
    size_t m_asked = 0; // being read
    std::shared_ptr<TableStore> m_store; // of the page being read
    std::optional<Error> m_error;
    int m_errorAt = -1; // in the statement
    qsizetype m_whereAt = -1; // in the statement
    double m_seconds = 0;
    qint64 m_rowsRead = 0;

    std::unique_ptr<Session> m_session;
    Stream<QueryEvent> m_stream;

    ObjectTab* m_tab = nullptr;
    ui::GridModel* m_model = nullptr;
    ui::GridView* m_grid = nullptr;
    QLabel* m_rows = nullptr;
    QLabel* m_note = nullptr;
    ui::IconButton* m_back = nullptr;
    ui::IconButton* m_forward = nullptr;
};

} // namespace pilothouse::database
