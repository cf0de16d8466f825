// SPDX-License-Identifier: GPL-3.0-or-later
// Worlds for the fake server: one small and telling, one large.
#include "tests/workflow/panel/fakeworkflow.h"

#include <QTimeZone>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

struct Kind {
    const char* task;
    int seconds;
    std::initializer_list<const char*> before;
};

const Kind kTasks[] = {{"gdelt_export", 11, {}}, {"gdelt_bronze", 70, {"gdelt_export"}},
    {"orders_bronze", 18, {}}, {"wiki_bronze", 16, {}}, {"clean_orders", 180, {"orders_bronze"}},
    {"expect_orders", 49, {"clean_orders"}}, {"join_events", 165, {"gdelt_bronze", "wiki_bronze"}},
    {"load_fct_orders", 156, {"expect_orders", "join_events"}},
    {"cache_top_sku", 21, {"load_fct_orders"}}, {"demand_features", 220, {"load_fct_orders"}},
    {"notify_owner", 4, {"load_fct_orders"}}};

QString word(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

void fillOrders(FakeWorld& world, int count, const QDateTime& newestAt)
{
    const QString dag = u"orders_hourly"_s;
    DagInfo info;
    info.id = info.title = dag;
    info.schedule = u"@hourly"_s;
    info.owners = {u"data-platform"_s};
    info.tags = {u"gold"_s};
    info.maxActiveRuns = 3;
    info.maxActiveTasks = 16;
    info.file = u"orders_hourly.py"_s;
    world.dags.push_back(info);
    DagDetails details;
    details.info = info;
    details.start = QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC);
    world.details[dag] = details;
    DagStructure structure;
    structure.dag = dag;
    for (const Kind& kind : kTasks) {
        workflow::TaskInfo task;
        task.id = task.label = word(kind.task);
        task.operatorName = u"SQLExecuteQueryOperator"_s;
        task.triggerRule = task.id == "notify_owner"_L1 ? u"one_failed"_s : u"all_success"_s;
        task.pool = task.id == "load_fct_orders"_L1 ? u"warehouse_write"_s : u"default_pool"_s;
        task.retries = 2;
        task.retryDelay = 480;
        structure.tasks.push_back(task);
        for (const char* before : kind.before)
            structure.edges.push_back({word(before), task.id, {}, false});
    }
    world.structures[dag] = structure;

    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime newest = newestAt.isValid() ? newestAt : now.addSecs(-41 * 60);
    for (int r = 0; r < count; ++r) {
        const bool last = r == count - 1;
        const bool failed = r % 5 == 1 && !last;
        RunInfo run;
        run.after = run.logical = newest.addSecs(-3600LL * (count - 1 - r));
        run.ref = {dag, u"scheduled__"_s + run.after.toString(Qt::ISODate)};
        run.type = u"scheduled"_s;
        run.queued = run.after;
        run.start = run.after.addSecs(2);
        run.versions = {r < count / 2 ? 12 : r < count - 2 ? 13 : 14};
        run.state = last ? u"running"_s : failed ? u"failed"_s : u"success"_s;
        std::vector<Cell> cells;
        QDateTime at = run.start;
        for (const Kind& kind : kTasks) {
            Cell cell;
            cell.task = word(kind.task);
            const bool down = cell.task == "cache_top_sku"_L1 || cell.task == "demand_features"_L1;
            cell.state = u"success"_s;
            if (cell.task == "notify_owner"_L1)
                cell.state = failed ? u"success"_s : last ? u"no_status"_s : u"skipped"_s;
            else if (cell.task == "load_fct_orders"_L1 && failed)
                cell.state = u"failed"_s;
            else if (cell.task == "load_fct_orders"_L1 && last)
                cell.state = u"up_for_retry"_s;
            else if (down && failed)
                cell.state = u"upstream_failed"_s;
            else if (down && last)
                cell.state = u"no_status"_s;
            TaskInstance one;
            one.ref = {dag, run.ref.run, cell.task, -1};
            one.state = cell.state;
            if (cell.state != "no_status"_L1 && cell.state != "skipped"_L1
                && cell.state != "upstream_failed"_L1) {
                cell.start = at;
                cell.end = at.addSecs(kind.seconds + r % 4);
                cell.tries = 1;
                at = at.addSecs(kind.seconds / 3);
                one.tryNumber = cell.state == "up_for_retry"_L1 ? 2 : 1;
                cell.tries = one.tryNumber;
            }
            one.queued = cell.start.isValid() ? cell.start.addSecs(-4) : QDateTime();
            one.start = cell.start;
            one.end = cell.end;
            one.maxTries = 3;
            one.operatorName = u"SQLExecuteQueryOperator"_s;
            one.pool = cell.task == "load_fct_orders"_L1 ? u"warehouse_write"_s : u"default_pool"_s;
            one.host = r < count - 2 ? u"airflow-worker-1"_s : u"airflow-worker-3"_s;
            one.rendered = QJsonObject{{u"sql"_s, u"merge_fct_orders.sql"_s},
                {u"from"_s, run.after.toString(Qt::ISODate)},
                {u"lookback"_s, last ? u"30"_s : u"15"_s}};
            one.version = run.versions.front();
            world.instances[one.ref] = one;
            cells.push_back(cell);
            if (cell.end > run.end)
                run.end = cell.end;
        }
        if (last)
            run.end = {};
        world.cells[{dag, run.ref.run}] = cells;
        world.runs[dag].push_back(run);
    }
    world.pools = {{u"default_pool"_s, {}, 128, 3, 3, 0, 0, 0, 125, false},
        {u"warehouse_write"_s, {}, 4, 4, 4, 0, 0, 0, 0, false}};
    world.capabilities.version = u"3.3.2"_s;
    world.capabilities.major = 3;
    world.capabilities.dagVersions = world.capabilities.backfills = true;
    world.capabilities.awaitsInput = true;
    world.server.components = {{u"scheduler"_s, u"healthy"_s, now.addSecs(-3)},
        {u"triggerer"_s, u"healthy"_s, now.addSecs(-2)}};
    world.server.serverTime = now;
}

void fillMapped(FakeWorld& world)
{
    const QString dag = u"stock_mapped"_s;
    DagInfo info;
    info.id = info.title = dag;
    info.maxActiveRuns = 16;
    info.maxActiveTasks = 16;
    world.dags.push_back(info);
    DagDetails details;
    details.info = info;
    world.details[dag] = details;
    DagStructure structure;
    structure.dag = dag;
    for (const auto& id : {u"list"_s, u"load"_s, u"total"_s}) {
        workflow::TaskInfo task;
        task.id = task.label = id;
        task.triggerRule = u"all_success"_s;
        task.pool = u"stock"_s;
        task.mapped = id == "load"_L1;
        structure.tasks.push_back(task);
    }
    structure.edges = {{u"list"_s, u"load"_s, {}, false}, {u"load"_s, u"total"_s, {}, false}};
    world.structures[dag] = structure;
    world.pools.push_back({u"stock"_s, {}, 2, 2, 2, 0, 1, 0, 0, false, false});
    const char* const states[] = {"success", "failed", "success", "running", "no_status"};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int r = 0; r < 2; ++r) {
        const bool last = r == 1;
        RunInfo run;
        run.after = run.logical = now.addSecs(last ? -600 : -4200);
        run.ref = {dag, u"manual__%1"_s.arg(r)};
        run.type = u"manual"_s;
        run.state = last ? u"running"_s : u"success"_s;
        run.start = run.after;
        run.end = last ? QDateTime() : run.start.addSecs(60);
        world.runs[dag].push_back(run);
        std::vector<Cell> cells(3);
        cells[0].task = u"list"_s;
        cells[0].state = u"success"_s;
        cells[0].start = run.start;
        cells[0].end = run.start.addSecs(5);
        cells[1].task = u"load"_s;
        cells[1].state = last ? u"failed"_s : u"success"_s;
        cells[1].start = run.start.addSecs(6);
        cells[1].end = last ? QDateTime() : run.start.addSecs(40);
        cells[2].task = u"total"_s;
        cells[2].state = last ? u"no_status"_s : u"success"_s;
        for (int map = 0; map < (last ? 5 : 3); ++map) {
            TaskInstance one;
            one.ref = {dag, run.ref.run, u"load"_s, map};
            one.state = last ? word(states[map]) : u"success"_s;
            one.title = map == 1 ? u"tpe"_s : QString::number(map);
            one.pool = u"stock"_s;
            one.maxTries = 3;
            if (one.state != "no_status"_L1) {
                one.tryNumber = map == 1 ? 2 : 1;
                one.start = run.start.addSecs(6 + map);
                one.end = one.state == "running"_L1 ? QDateTime() : one.start.addSecs(10 + map);
            }
            world.instances[one.ref] = one;
            for (int n = 1; n <= one.tryNumber; ++n) {
                TaskInstance tried = one;
                tried.tryNumber = n;
                if (n < one.tryNumber)
                    tried.state = u"failed"_s;
                world.tries[one.ref].push_back(tried);
            }
            auto& children = cells[1].children;
            const auto known = std::find_if(children.begin(), children.end(),
                [&one](const auto& c) { return c.first == one.state; });
            if (known == children.end())
                children.emplace_back(one.state, 1);
            else
                ++known->second;
        }
        world.cells[{dag, run.ref.run}] = cells;
        for (const Cell& cell : cells)
            if (cell.task != "load"_L1) {
                TaskInstance one;
                one.ref = {dag, run.ref.run, cell.task, -1};
                one.state = cell.state;
                one.start = cell.start;
                one.end = cell.end;
                one.tryNumber = cell.start.isValid() ? 1 : 0;
                one.pool = u"stock"_s;
                world.instances[one.ref] = one;
                if (one.tryNumber > 0)
                    world.tries[one.ref] = {one};
            }
    }
}

void fillMany(FakeWorld& world, const QString& dag, int tasks, int groups, int runs)
{
    DagInfo info;
    info.id = info.title = dag;
    info.schedule = u"@daily"_s;
    world.dags.push_back(info);
    DagStructure structure;
    structure.dag = dag;
    for (int g = 0; g < groups; ++g)
        structure.groups.push_back({u"group_%1"_s.arg(g), u"group_%1"_s.arg(g), {}, false});
    for (int t = 0; t < tasks; ++t) {
        workflow::TaskInfo task;
        task.group = groups > 0 ? u"group_%1"_s.arg(t % groups) : QString();
        task.label = u"task_%1"_s.arg(t);
        task.id = groups > 0 ? QString(task.group + u'.' + task.label) : task.label;
        task.triggerRule = u"all_success"_s;
        structure.tasks.push_back(task);
    }
    const auto& words = taskStates();
    const QDateTime newest = QDateTime::currentDateTimeUtc().addSecs(-3600);
    for (int r = 0; r < runs; ++r) {
        RunInfo run;
        run.after = run.logical = newest.addSecs(-3600LL * (runs - 1 - r));
        run.ref = {dag, u"scheduled__"_s + run.after.toString(Qt::ISODate)};
        run.type = u"scheduled"_s;
        run.start = run.after.addSecs(1);
        run.end = run.start.addSecs(200 + r % 37);
        run.state = r % 9 == 4 ? u"failed"_s : u"success"_s;
        if (runs <= 400) {
            std::vector<Cell> cells;
            cells.reserve(size_t(tasks));
            for (int t = 0; t < tasks; ++t) {
                Cell cell;
                cell.task = structure.tasks[size_t(t)].id;
                cell.state = t % 11 == 3 ? words[size_t((t + r) % 14)] : words[0];
                cell.start = run.start.addSecs(t % 50);
                cell.end = cell.start.addSecs(3 + t % 7);
                cell.tries = 1;
                cells.push_back(std::move(cell));
            }
            world.cells[{dag, run.ref.run}] = std::move(cells);
        }
        world.runs[dag].push_back(std::move(run));
    }
    world.structures[dag] = std::move(structure);
}

} // namespace pilothouse::test
