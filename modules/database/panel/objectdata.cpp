// SPDX-License-Identifier: GPL-3.0-or-later
// The page on screen stays until the next one is there.
#include "database/panel/objectdata.h"

#include "core/servicehub.h"
#include "database/panel/objecttab.h"
#include "database/panel/objectwords.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/errors/errorwords.h"
#include "ui/grid/gridmodel.h"
#include "ui/grid/gridview.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr auto kRead = "read"_L1; // ids of the ways on in other states
constexpr auto kQuery = "query"_L1;

QLabel* caption(Token tone, QWidget* parent)
{
    auto* label = new QLabel(parent);
    ui::setTextStyle(label, ui::TextStyle::Caption);
    ui::setTone(label, tone);
    return label;
}

} // namespace

ObjectData::ObjectData(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_service(service)
{
    buildLayout(parent);
}

ObjectData::~ObjectData() = default;

void ObjectData::buildLayout(QWidget* parent)
{
    auto* page = new QWidget(parent);
    m_model = new ui::GridModel(this);
    m_grid = new ui::GridView(m_workbench.hub().runtime(), page);
    m_grid->setAccessibleName(tr("Rows"));
    m_grid->setGridModel(m_model);
    m_grid->setSortable();
    connect(m_grid, &ui::GridView::orderRequested, this, &ObjectData::setOrder);
    connect(m_grid, &ui::GridView::copied, this,
        [this](qint64, const QString& message) { m_note->setText(message); });
    connect(m_grid, &ui::GridView::reported, this,
        [this](const Error& error) { m_workbench.report(error); });

    auto* footer = new ui::PanelFooter(page);
    m_rows = caption(Token::Text2, page);
    auto* stored = caption(Token::Text2, page);
    stored->setText(tr("Values as stored"));
    m_note = caption(Token::Text3, page);
    m_back = new ui::IconButton(
        u"chevron-left"_s, tr("Page before"), QKeySequence(u"Alt+PgUp"_s), page);
    m_forward = new ui::IconButton(
        u"chevron-right"_s, tr("Next page"), QKeySequence(u"Alt+PgDown"_s), page);
    m_back->setShortcut({}); // the panel's actions answer the keys
    m_forward->setShortcut({});
    connect(m_back, &QAbstractButton::clicked, this, &ObjectData::back);
    connect(m_forward, &QAbstractButton::clicked, this, &ObjectData::forward);
    footer->addLeft(m_rows);
    footer->addLeft(stored);
    footer->addRight(m_note);
    footer->addRight(m_back);
    footer->addRight(m_forward);

    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_grid, 1);
    layout->addWidget(footer);
    m_tab = new ObjectTab(
        m_workbench, m_service, page, [this] { load(); }, parent);
    connect(&m_tab->frame(), &ui::StateFrame::cancelRequested, this, &ObjectData::stop);
    connect(&m_tab->frame(), &ui::StateFrame::actionTriggered, this, [this](const QString& id) {
        m_held = false;
        if (id == kRead)
            m_tab->expire();
        else if (id == kQuery)
            Q_EMIT queryRequested();
    });
}

void ObjectData::setObject(const ObjectRef& object, const QStringList& keys, bool held)
{
    const bool other = object != m_object;
    m_object = object;
    m_keys = keys;
    m_held = held;
    if (!other) {
        m_tab->expire();
        return;
    }
    m_stream.cancel();
    m_starts = {QStringList()};
    m_page = m_asked = 0;
    m_rowsRead = 0;
    m_order = std::exchange(m_nextOrder, {});
    m_goodOrder = {};
    showOrder();
    m_model->setStore(nullptr);
    m_grid->setTableName(sqlName(object));
    m_tab->restart();
}

void ObjectData::setWhere(const QString& where)
{
    if (where == m_where && !m_error)
        return;
    m_where = where;
    m_held = false;
    goTo(0);
}

void ObjectData::setOrder(int column, Qt::SortOrder order)
{
    RowOrder wanted;
    if (column >= 0 && column < m_model->columnCount())
        wanted = {m_model->column(column).name, order == Qt::DescendingOrder};
    if (wanted == m_order)
        return;
    m_order = wanted;
    goTo(0);
}

QJsonObject ObjectData::saveOrder() const
{
    const RowOrder& order = m_nextOrder.column.isEmpty() ? m_order : m_nextOrder;
    if (order.column.isEmpty())
        return {};
    return {{u"column"_s, order.column}, {u"descending"_s, order.descending}};
}

void ObjectData::restoreOrder(const QJsonObject& state)
{
    m_nextOrder = {state[u"column"_s].toString(), state[u"descending"_s].toBool()};
}

void ObjectData::forgetWhere()
{
    m_stream.cancel();
    m_where.clear();
    m_goodWhere.clear();
    m_nextOrder = {};
}

bool ObjectData::canGoForward() const
{
    return m_rowsRead == kObjectPageRows;
}

void ObjectData::forward()
{
    const bool byKey = asked().isByKey();
    const QStringList last = byKey ? lastKey() : QStringList();
    if (!canGoForward() || (byKey && last.isEmpty()) || m_tab->isAsking())
        return;
    m_starts.resize(m_page + 1);
    m_starts.push_back(last);
    goTo(m_page + 1);
}

void ObjectData::back()
{
    if (m_page > 0 && !m_tab->isAsking())
        goTo(m_page - 1);
}

ObjectPage ObjectData::asked() const
{
    const qint64 before = qint64(m_asked) * kObjectPageRows;
    return {m_object, m_keys, m_starts[m_asked], m_where, m_order, before};
}

void ObjectData::goTo(size_t page)
{
    m_asked = page;
    m_stream.cancel();
    if (m_tab->isAsking())
        load(); // the newest question wins
    else
        m_tab->expire();
}

void ObjectData::stop()
{
    m_stream.stop();
}

void ObjectData::load()
{
    m_error.reset();
    m_errorAt = -1;
    m_store.reset();
    if (m_held) {
        m_tab->arrivedEmpty({u"table"_s, tr("Rows are not read yet"),
            tr("This tab was open when the window closed."),
            {{QString(kRead), tr("Read the rows"), u"play"_s, {}, true}}});
        return;
    }
    auto* query = m_workbench.hub().contract<Query>(m_service);
    const auto sql = pageStatement(asked(), &m_whereAt);
    m_stream.cancel();
    if (!sql || !query) {
        m_error = sql ? Error{Error::Kind::Unsupported, m_service, {}, {}, {}} : sql.error();
        if (refusesStatement())
            whereFailed();
        else
            m_tab->failed(*m_error);
        return;
    }
    m_session.reset(); // the former page's may not have gone yet: never two connections
    m_session = query->open(u"rows of "_s % m_object.name);
    RunRequest request;
    request.text = *sql;
    m_stream = m_session->run(request).attach(
        this,
        [this](std::vector<QueryEvent>&& events) {
            for (QueryEvent& e : events)
                take(e);
        },
        [this](VoidResult result) {
            // Not inside its own stream's call.
            QTimer::singleShot(0, this, [this] {
                if (!m_stream.running())
                    m_session.reset();
            });
            ended(result);
        });
}

void ObjectData::take(QueryEvent& event)
{
    if (auto* result = std::get_if<ResultStarted>(&event)) {
        m_store = result->store;
    } else if (const auto* failure = std::get_if<StatementFailed>(&event)) {
        m_error = failure->error;
        m_errorAt = failure->position;
    } else if (const auto* done = std::get_if<StatementFinished>(&event)) {
        m_seconds = done->seconds;
        m_rowsRead = done->rows;
    }
}

void ObjectData::ended(const VoidResult& result)
{
    if (!result && !m_error)
        m_error = result.error();
    if (m_error && refusesStatement()) {
        if (m_order != m_goodOrder && m_where == m_goodWhere)
            orderFailed();
        else if (!m_where.trimmed().isEmpty())
            whereFailed();
        else
            objectFailed();
        return;
    }
    if (m_error) {
        const bool stopped = m_error->kind == Error::Kind::Cancelled;
        if (stopped && m_tab->hasContent()) { // what is on screen stays what it is
            m_asked = m_page;
            m_order = m_goodOrder;
            showOrder();
        }
        if (stopped && !m_tab->hasContent())
            m_tab->arrivedEmpty({u"table"_s, tr("Stopped"), tr("No row was read."),
                {{QString(kRead), tr("Read again"), u"refresh"_s, {}, true}}});
        else
            m_tab->failed(*m_error);
        return;
    }
    m_page = m_asked;
    m_goodWhere = m_where;
    m_goodOrder = m_order;
    m_model->setStore(m_store);
    showOrder();
    m_note->clear();
    updateWords();
    if (m_rowsRead == 0 && m_page == 0) // the model hears of its rows a little later
        m_tab->arrivedEmpty(
            {u"table"_s, m_where.trimmed().isEmpty() ? tr("No row") : tr("No row matches"),
                m_where.trimmed().isEmpty() ? tr("%1 is empty.").arg(shownName(m_object))
                                            : tr("Read in %1 s.").arg(m_seconds, 0, 'f', 2),
                {}});
    else
        m_tab->arrived();
    Q_EMIT pageChanged();
}

// What the server says about the statement is said about its condition, its order or the object;
// what it says about itself (connection, resources, locks, shutting down) is an outage.
bool ObjectData::refusesStatement() const
{
    if (!m_error || m_error->kind == Error::Kind::Cancelled)
        return false;
    if (m_error->kind == Error::Kind::Timeout) // of the server's own limit for a statement
        return m_error->code == "57014"_L1;
    if (m_error->code == "where"_L1 || m_error->code == "guard"_L1)
        return true;
    static const QStringList classes{
        u"0A"_s, u"21"_s, u"22"_s, u"25"_s, u"2F"_s, u"38"_s, u"42"_s, u"54"_s, u"HV"_s, u"P0"_s};
    return m_error->code.size() == 5 && classes.contains(m_error->code.left(2));
}

// What was wrong, in one line; it is settled with that.
QString ObjectData::takeWords()
{
    const Error error = *std::exchange(m_error, std::nullopt);
    const bool ours = error.code == "where"_L1 || error.code == "guard"_L1;
    QString words = !error.hint.isEmpty() && (ours || error.detail.isEmpty())
        ? ui::words(error.hint)
        : error.detail;
    return words.replace(u'\n', u" · "_s);
}

void ObjectData::orderFailed()
{
    const QString column = m_order.column;
    const QString words = takeWords();
    m_order = m_goodOrder;
    m_asked = m_page;
    showOrder();
    if (m_tab->hasContent())
        m_tab->arrived();
    else // a kept order whose column is gone
        m_tab->arrivedEmpty({u"table"_s, tr("The order was not accepted"), tr("No row was read."),
            {{QString(kRead), tr("Read without the order"), u"play"_s, {}, true}}});
    Q_EMIT rowsRefused(column.isEmpty() ? words : tr("Not sorted by %1: %2").arg(column, words));
}

// Nothing of the user's is in the statement: the object itself cannot be read, this page of it or
// none.
void ObjectData::objectFailed()
{
    if (m_tab->hasContent() && m_asked != m_page) {
        m_asked = m_page;
        m_tab->arrived();
        Q_EMIT rowsRefused(takeWords());
        return;
    }
    const QString statement = pageStatement(asked()).value_or(QString());
    const Error error = *std::exchange(m_error, std::nullopt);
    m_order = m_goodOrder = {}; // its column may be gone
    ui::ErrorInfo info;
    info.heading = tr("The rows of %1 cannot be read").arg(shownName(m_object));
    info.original = ui::ErrorWords::original(error);
    if (m_errorAt >= 0)
        info.original
            += u'\n' + tr("at character %1 of: %2").arg(QString::number(m_errorAt + 1), statement);
    info.action = {QString(kQuery), tr("Open as query"), u"terminal"_s, {}, false};
    m_tab->refused(info);
}

void ObjectData::whereFailed()
{
    const QString words = takeWords();
    int position = -1;
    if (m_whereAt >= 0 && m_errorAt >= m_whereAt)
        position = int(std::min(m_errorAt - m_whereAt, m_where.size()));
    m_where = m_goodWhere;
    m_order = m_goodOrder;
    showOrder();
    m_asked = m_page;
    if (m_tab->hasContent())
        m_tab->arrived();
    else
        m_tab->arrivedEmpty(
            {u"filter"_s, tr("The condition was not accepted"), tr("No row was read."),
                {{QString(kRead), tr("Read without it"), u"play"_s, {}, true}}});
    Q_EMIT whereRefused(words, position);
}

void ObjectData::updateWords()
{
    const QLocale locale;
    const qint64 first = qint64(m_page) * kObjectPageRows + 1;
    const qint64 rows = m_rowsRead;
    const QString from = locale.toString(first);
    const QString to = locale.toString(first + rows - 1);
    if (rows == 0)
        m_rows->setText(tr("No further row"));
    else if (!m_order.column.isEmpty())
        m_rows->setText((m_order.descending ? tr("Rows %1 to %2, by %3, downwards")
                                            : tr("Rows %1 to %2, by %3, upwards"))
                            .arg(from, to, m_order.column));
    else if (!m_keys.isEmpty())
        m_rows->setText(tr("Rows %1 to %2, by key, newest first").arg(from, to));
    else if (m_page == 0 && rows < kObjectPageRows)
        m_rows->setText(tr("%n row(s), in no order", nullptr, int(rows)));
    else
        m_rows->setText(tr("Rows %1 to %2, in no order").arg(from, to));
    m_note->setText(asked().isByKey()
            ? tr("Pages are read by key, no transaction stays open")
            : tr("Pages are counted from the first row: changes in between move rows"));
    m_back->setEnabled(canGoBack());
    m_forward->setEnabled(canGoForward());
}

void ObjectData::showOrder()
{
    int column = -1;
    for (int i = 0; i < m_model->columnCount() && !m_order.column.isEmpty(); ++i)
        if (m_model->column(i).name == m_order.column)
            column = i;
    m_grid->showOrder(column, m_order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

// The key of the last row on screen; empty when a column of it is not in the result.
QStringList ObjectData::lastKey() const
{
    QStringList out;
    const auto& store = m_model->store();
    if (!store || store->rowCount() == 0)
        return {};
    for (const QString& key : m_keys) {
        int column = -1;
        for (int i = 0; i < int(store->columns().size()); ++i)
            if (store->columns()[size_t(i)].name == key)
                column = i;
        const CellView cell = column < 0 ? CellView() : store->cell(store->rowCount() - 1, column);
        if (!cell.data || cell.isCut())
            return {};
        out.append(QString::fromUtf8(cell.view()));
    }
    return out;
}

qint64 ObjectData::drawnRows() const
{
    const int top = m_grid->isVisible() ? m_grid->rowAt(0) : -1;
    if (top < 0)
        return 0;
    const int bottom = m_grid->rowAt(m_grid->viewport()->height() - 1);
    return (bottom < 0 ? m_model->rowCount() - 1 : bottom) - top + 1;
}

} // namespace pilothouse::database
