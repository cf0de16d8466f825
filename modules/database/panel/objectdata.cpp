// SPDX-License-Identifier: GPL-3.0-or-later
// The page on screen stays until the next one is there.
#include "database/panel/objectdata.h"

#include "core/servicehub.h"
#include "database/panel/objecttab.h"
#include "database/panel/objectwords.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/grid/gridmodel.h"
#include "ui/grid/gridview.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"

#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr auto kRead = "read"_L1; // the id of the way on in empty states

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

bool ObjectData::canGoForward() const
{
    return !m_keys.isEmpty() && m_rowsRead == kObjectPageRows;
}

void ObjectData::forward()
{
    const QStringList last = lastKey();
    if (!canGoForward() || last.isEmpty() || m_tab->isAsking())
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
    m_store.reset();
    if (m_held) {
        m_tab->arrivedEmpty({u"table"_s, tr("Rows are not read yet"),
            tr("This tab was open when the window closed."),
            {{QString(kRead), tr("Read the rows"), u"play"_s, {}, true}}});
        return;
    }
    auto* query = m_workbench.hub().contract<Query>(m_service);
    const auto sql = pageStatement({m_object, m_keys, m_starts[m_asked], m_where});
    if (!sql || !query) {
        m_error = sql ? Error{Error::Kind::Unsupported, m_service, {}, {}, {}} : sql.error();
        m_tab->failed(*m_error);
        return;
    }
    m_stream.cancel();
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
    if (auto* result = std::get_if<ResultStarted>(&event))
        m_store = result->store;
    else if (const auto* failure = std::get_if<StatementFailed>(&event))
        m_error = failure->error;
    else if (const auto* done = std::get_if<StatementFinished>(&event)) {
        m_seconds = done->seconds;
        m_rowsRead = done->rows;
    }
}

void ObjectData::ended(const VoidResult& result)
{
    if (!result && !m_error)
        m_error = result.error();
    if (m_error) {
        const bool stopped = m_error->kind == Error::Kind::Cancelled;
        if (stopped && !m_tab->hasContent())
            m_tab->arrivedEmpty({u"table"_s, tr("Stopped"), tr("No row was read."),
                {{QString(kRead), tr("Read again"), u"refresh"_s, {}, true}}});
        else
            m_tab->failed(*m_error);
        return;
    }
    m_page = m_asked;
    m_model->setStore(m_store);
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

void ObjectData::updateWords()
{
    const QLocale locale;
    const qint64 first = qint64(m_page) * kObjectPageRows + 1;
    const qint64 rows = m_rowsRead;
    if (m_keys.isEmpty())
        m_rows->setText(rows < kObjectPageRows
                ? tr("%n row(s), in no order", nullptr, int(rows))
                : tr("First %n rows, in no order", nullptr, int(rows)));
    else if (rows == 0)
        m_rows->setText(tr("No further row"));
    else
        m_rows->setText(tr("Rows %1 to %2, by key, newest first")
                            .arg(locale.toString(first), locale.toString(first + rows - 1)));
    m_note->setText(m_keys.isEmpty() ? tr("Without a primary key there is no next page")
                                     : tr("Pages are read by key, no transaction stays open"));
    m_back->setEnabled(canGoBack());
    m_forward->setEnabled(canGoForward());
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
