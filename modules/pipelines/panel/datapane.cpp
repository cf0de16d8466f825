// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/datapane.h"

#include "core/tablestore.h"
#include "ui/errors/errorwords.h"
#include "ui/grid/gridmodel.h"
#include "ui/grid/gridview.h"
#include "ui/states/stateframe.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

bool isNumber(const QString& type)
{
    static const QStringList numbers{u"int"_s, u"integer"_s, u"int2"_s, u"int4"_s, u"int8"_s,
        u"bigint"_s, u"smallint"_s, u"long"_s, u"numeric"_s, u"decimal"_s, u"real"_s, u"float4"_s,
        u"float8"_s, u"double precision"_s};
    return numbers.contains(type.section(u'(', 0, 0));
}

// A sample is small: it is written at once.
std::shared_ptr<TableStore> storeOf(Runtime& runtime, const RowSet& rows)
{
    std::vector<TableColumn> columns;
    for (qsizetype at = 0; at < rows.columns.size(); ++at) {
        const QString type = rows.types.value(at);
        columns.push_back({rows.columns[at], type, 0, isNumber(type), false});
    }
    auto store = std::make_shared<TableStore>(runtime, columns, TableStoreOptions());
    const auto writer = store->writer();
    std::vector<QByteArrayView> cells;
    for (const auto& row : rows.rows) {
        cells.clear();
        for (const QByteArray& cell : row)
            cells.push_back(cell.isNull() ? QByteArrayView() : QByteArrayView(cell));
        cells.resize(columns.size());
        if (!writer->append(cells))
            break; // told by the store
    }
    writer->flush();
    store->finish(rows.truncated ? TableStore::Count::AtLeast : TableStore::Count::Exact);
    return store;
}

} // namespace

DataPane::DataPane(ui::Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_sampler(new EdgeSampler(workbench.hub(), this))
    , m_frame(new ui::StateFrame(this))
    , m_model(new ui::GridModel(this))
    , m_grid(new ui::GridView(workbench.hub().runtime(), m_frame))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    m_grid->setAccessibleName(tr("Rows that flow along the edge"));
    m_grid->setGridModel(m_model);
    m_frame->setContent(m_grid);
    connect(m_sampler, &EdgeSampler::changed, this, &DataPane::fill);
    connect(m_frame, &ui::StateFrame::cancelRequested, m_sampler, &EdgeSampler::cancel);
    connect(m_frame, &ui::StateFrame::retryRequested, this, &DataPane::again);
    connect(m_frame, &ui::StateFrame::actionTriggered, this, &DataPane::again);
    chooseEdge();
}

void DataPane::look(const EdgeData& what, const ServiceId& airflow, const QString& dag)
{
    m_airflow = airflow;
    m_dag = dag;
    m_sampler->look(what, airflow, dag);
}

void DataPane::again()
{
    if (m_sampler->state() != EdgeSampler::State::Idle)
        m_sampler->look(EdgeData(m_sampler->data()), m_airflow, m_dag);
}

void DataPane::chooseEdge()
{
    m_sampler->clear();
}

QString DataPane::subtitle() const
{
    const EdgeData& what = m_sampler->data();
    const QString& service = m_sampler->service();
    if (m_sampler->state() == EdgeSampler::State::Idle || what.kind == EdgeData::Kind::Nothing)
        return {};
    QString words = what.kind == EdgeData::Kind::Told
        ? tr("told by %1 in its newest run").arg(what.name)
        : service.isEmpty() ? what.name
                            : tr("%1 on %2").arg(what.name, service);
    if (m_sampler->state() == EdgeSampler::State::Ready)
        words += u", "_s
            + tr("%n rows in %1 s", nullptr, int(m_sampler->rows().rows.size()))
                  .arg(QLocale().toString(double(m_sampler->milliseconds()) / 1000, 'f', 1));
    return words;
}

void DataPane::fill()
{
    using State = EdgeSampler::State;
    const EdgeData& what = m_sampler->data();
    const bool told = what.kind == EdgeData::Kind::Told;
    switch (m_sampler->state()) {
    case State::Idle:
        m_frame->showEmpty({u"eye"_s, tr("No edge is chosen"),
            tr("Click an edge, or press E on a node, to see what flows along it."), {}});
        break;
    case State::Asking:
        m_frame->showLoading(
            {m_sampler->service().isEmpty() ? tr("asking where %1 lies").arg(what.name)
                                            : tr("asking %1").arg(m_sampler->service()),
                -1, -1});
        break;
    case State::Nothing:
        m_frame->showEmpty({u"eye"_s, tr("Nothing to look at"), ui::words(what.why), {}});
        break;
    case State::Cancelled:
        m_frame->showEmpty({u"eye"_s, tr("Stopped"), tr("Nothing was read."),
            {{u"again"_s, tr("Ask again"), u"refresh"_s, {}, false}}});
        break;
    case State::Failed: {
        const Error& error = *m_sampler->error();
        if (error.kind == Error::Kind::NotFound && !m_sampler->service().isEmpty()) {
            m_frame->showEmpty({u"eye"_s, tr("It is not there yet"),
                tr("%1 does not know %2.").arg(m_sampler->service(), what.name),
                {{u"again"_s, tr("Ask again"), u"refresh"_s, {}, false}}});
            break;
        }
        m_frame->showError(ui::ErrorWords::page(error, m_workbench.hub(), m_sampler->service()));
        break;
    }
    case State::Ready:
        if (m_sampler->rows().rows.empty()) {
            m_frame->showEmpty({u"eye"_s, tr("Nothing there yet"),
                told ? tr("The task told nothing in its newest run, or has not run.")
                     : tr("%1 has no rows.").arg(what.name),
                {{u"again"_s, tr("Ask again"), u"refresh"_s, {}, false}}});
            break;
        }
        m_model->setStore(storeOf(m_workbench.hub().runtime(), m_sampler->rows()));
        m_frame->showReady();
        break;
    }
    Q_EMIT changed();
}

} // namespace pilothouse::pipelines
