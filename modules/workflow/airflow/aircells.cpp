// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of many runs: one private request where the server has it, pages of instances else.
#include "workflow/airflow/airruns.h"

#include "workflow/airflow/airdags.h"
#include "workflow/airflow/decode.h"
#include "workflow/airflow/decodegraph.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kRunsAtOnce = 25; // run ids are long, and a URL has its limits

Result<std::vector<RunCells>> cellsByUi(
    AirConnection& c, const QString& dag, const QStringList& runs, const Token& token)
{
    std::vector<AirRequest> requests;
    for (qsizetype from = 0; from < runs.size(); from += kRunsAtOnce) {
        AirQuery query;
        for (const QString& run : runs.mid(from, kRunsAtOnce))
            query.add("run_ids", run);
        AirRequest request;
        request.path = "/ui/grid/ti_summaries/" + pathPart(dag);
        request.query = query.text();
        request.accept = "application/x-ndjson, application/json";
        requests.push_back(std::move(request));
    }
    const auto bodies = c.bodies(std::move(requests), token);
    if (!bodies)
        return tl::unexpected(bodies.error());
    std::vector<RunCells> out;
    for (const QByteArray& body : *bodies) {
        for (qsizetype from = 0; from < body.size();) {
            qsizetype to = body.indexOf('\n', from);
            if (to < 0)
                to = body.size();
            const QByteArrayView line = QByteArrayView(body).sliced(from, to - from).trimmed();
            from = to + 1;
            if (line.isEmpty())
                continue;
            RunCells cells;
            if (!cellsOfSummary(line, cells))
                return tl::unexpected(c.told(
                    {Error::Kind::Protocol, {},
                        QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), 200))),
                        PH_TEXT("workflow",
                            "The answer was cut off or is not JSON. Something between here and "
                            "the server may change it."),
                        u"json"_s},
                    {}));
            out.push_back(std::move(cells));
        }
    }
    return out;
}

// Airflow 2 tells the cells of its newest runs, not of named ones.
Result<std::vector<RunCells>> cellsByGrid(
    AirConnection& c, const QString& dag, qsizetype runs, const Token& token)
{
    AirRequest request;
    request.path = "/object/grid_data";
    request.query = AirQuery().add("dag_id", dag).add("num_runs", runs).text();
    return c.object(request, token).map([&](const QJsonObject& json) {
        return cellsOfGrid(dag, json);
    });
}

Result<std::vector<RunCells>> cellsByInstances(
    AirConnection& c, const QString& dag, const QStringList& runs, const Token& token)
{
    AirRequest request;
    request.method = "POST";
    request.path = c.api() + "/dags/~/dagRuns/~/taskInstances/list";
    request.body = QJsonDocument(QJsonObject{{u"dag_ids"_s, QJsonArray{dag}},
                                     {u"dag_run_ids"_s, QJsonArray::fromStringList(runs)}})
                       .toJson(QJsonDocument::Compact);
    const auto all = fetchInstances(c, request, token, 200'000);
    if (!all)
        return tl::unexpected(all.error());
    QHash<QString, std::vector<TaskInstance>> byRun;
    for (const TaskInstance& ti : *all)
        byRun[ti.ref.run].push_back(ti);
    std::vector<RunCells> out;
    for (const QString& run : runs)
        out.push_back({{dag, run}, cellsOfInstances(byRun.value(run))});
    return out;
}

// The runs asked for, in their order; those the answer does not hold are left out.
std::vector<RunCells> picked(std::vector<RunCells> found, const QStringList& runs)
{
    QHash<QString, size_t> index;
    for (size_t i = 0; i < found.size(); ++i)
        index.insert(found[i].run.run, i);
    std::vector<RunCells> out;
    for (const QString& run : runs)
        if (const auto it = index.constFind(run); it != index.constEnd())
            out.push_back(std::move(found[*it]));
    return out;
}

} // namespace

Result<std::vector<RunCells>> fetchCells(
    AirConnection& c, const QString& dag, const QStringList& runs, const Token& token)
{
    if (runs.isEmpty())
        return std::vector<RunCells>();
    if (const auto opened = c.open(token); !opened)
        return tl::unexpected(opened.error());
    if (!c.session().privateApi())
        return cellsByInstances(c, dag, runs, token);
    if (c.isThree()) {
        auto found = cellsByUi(c, dag, runs, token);
        if (found)
            return picked(std::move(*found), runs);
        if (!mayFallBack(found.error()))
            return found;
        auto shared = cellsByInstances(c, dag, runs, token);
        if (shared && found.error().code == "404"_L1)
            c.session().refusedPrivate();
        return shared;
    }
    // Of one run its instances are cheaper than the grid with all the structure.
    if (!c.session().login().cookie || runs.size() == 1)
        return cellsByInstances(c, dag, runs, token);
    auto found = cellsByGrid(c, dag, std::max<qsizetype>(runs.size(), kRunsAtOnce), token);
    if (!found) {
        if (!mayFallBack(found.error()))
            return found;
        return cellsByInstances(c, dag, runs, token);
    }
    auto out = picked(std::move(*found), runs);
    QStringList missing = runs;
    for (const RunCells& cells : out)
        missing.removeAll(cells.run.run);
    if (!missing.isEmpty()) {
        const auto rest = cellsByInstances(c, dag, missing, token);
        if (!rest)
            return rest;
        out.insert(out.end(), rest->begin(), rest->end());
        out = picked(std::move(out), runs);
    }
    return out;
}

} // namespace pilothouse::workflow
