// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs carry copies of what they answer, so the lane never touches the script.
#include "tests/support/fakedatabase.h"

#include "core/lane.h"
#include "database/api/names.h"
#include "database/api/sqlscript.h"

#include <QSemaphore>

namespace pilothouse::test
{

using namespace database;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

// A peer that says nothing: not even stopping wakes it.
void hang(int ms)
{
    QSemaphore never;
    if (ms > 0)
        (void)never.tryAcquire(1, ms);
}

// A server that works; stopping wakes it.
void work(int ms, const Token& token)
{
    if (ms <= 0)
        return;
    QSemaphore stopped;
    const Interrupt interrupt(token, [&stopped] { stopped.release(); });
    (void)stopped.tryAcquire(1, ms);
}

template <class Map>
typename Map::mapped_type valueOf(const Map& map, const QString& key)
{
    const auto it = map.find(key);
    return it == map.end() ? typename Map::mapped_type() : it->second;
}

class FakeSession final : public Session
{
public:
    FakeSession(FakeDatabase& script, Runtime& runtime)
        : m_script(script)
        , m_runtime(runtime)
        , m_lane(runtime, u"fake session"_s)
    {
        m_script.mostSessions = std::max(m_script.mostSessions, ++m_script.openSessions);
    }
    ~FakeSession() override { --m_script.openSessions; }

    Stream<QueryEvent> run(const RunRequest& request) override
    {
        struct Step {
            StatementSpan span;
            FakeRows rows;
            std::shared_ptr<TableStore> store;
            std::shared_ptr<TableWriter> writer;
        };
        if (m_script.lost && (request.inTransaction || isInside(m_transaction))) {
            m_transaction = TransactionState::None;
            return m_lane.stream<QueryEvent>(
                30s, [error = *m_script.lost](NoConnection&, const Token&, Sink<QueryEvent>& sink) {
                    sink.push(StatementFailed{0, error, -1, 0, -1, {}, TransactionState::None});
                    return VoidResult();
                });
        }
        std::vector<Step> steps;
        m_script.lastParams = request.params;
        for (const StatementSpan& span : splitScript(request.text)) {
            Step step{span, {}, {}, {}};
            const QString sql = request.text.mid(span.start, span.length);
            m_script.statements.append(sql);
            if (m_script.run)
                step.rows = m_script.run(sql);
            m_transaction = step.rows.transaction;
            if (!step.rows.columns.empty()) {
                step.store = std::shared_ptr<TableStore>(
                    new TableStore(m_runtime, step.rows.columns, request.store),
                    [](TableStore* s) { s->deleteLater(); });
                step.writer = step.store->writer();
            }
            steps.push_back(std::move(step));
        }
        return m_lane.stream<QueryEvent>(30s,
            [steps = std::move(steps)](
                NoConnection&, const Token& token, Sink<QueryEvent>& sink) -> VoidResult {
                for (size_t i = 0; i < steps.size(); ++i) {
                    if (!perform(int(i), steps[i].span, steps[i].rows, steps[i].store,
                            steps[i].writer, token, sink))
                        break;
                }
                if (token.stopped())
                    return fail(Error::Kind::Cancelled, {});
                return {};
            });
    }
    Call<Plan> explain(const QString&, const QMap<QString, QString>&, ExplainMode) override
    {
        return m_lane.run(5s, [](NoConnection&, const Token&) -> Result<Plan> { return Plan(); });
    }
    Call<GuardState> guard() override { return Call<GuardState>::ready(m_runtime, m_script.guard); }
    Call<TransactionState> look() override
    {
        if (!m_script.lost)
            return Call<TransactionState>::ready(m_runtime, m_transaction);
        m_transaction = TransactionState::None;
        return Call<TransactionState>::ready(m_runtime, tl::unexpected(*m_script.lost));
    }
    std::unique_ptr<Task> saveCell(
        const QString&, const QMap<QString, QString>&, qint64, int, const QString&) override
    {
        return nullptr;
    }
    TransactionState transaction() const override { return m_transaction; }
    int backendPid() const override { return 4711; }
    void reconnect() override { }

private:
    static bool perform(int index, const StatementSpan& span, const FakeRows& rows,
        const std::shared_ptr<TableStore>& store, const std::shared_ptr<TableWriter>& writer,
        const Token& token, Sink<QueryEvent>& sink)
    {
        sink.push(StatementStarted{index, int(span.start), int(span.length)});
        qint64 written = 0;
        if (store) {
            sink.push(ResultStarted{index, store});
            for (const QStringList& row : rows.rows) {
                if (written % rows.batch == 0) {
                    writer->flush();
                    sink.push(RowsSoFar{index, written, writer->bytes()});
                    work(rows.batchDelay, token);
                    if (token.stopped())
                        break;
                    token.alive(30s);
                }
                std::vector<QByteArray> bytes;
                for (const QString& cell : row)
                    bytes.push_back(cell.isNull() ? QByteArray() : cell.toUtf8());
                std::vector<QByteArrayView> cells;
                for (qsizetype c = 0; c < row.size(); ++c)
                    cells.push_back(row[c].isNull() ? QByteArrayView()
                                                    : QByteArrayView(bytes[size_t(c)].constData(),
                                                        bytes[size_t(c)].size()));
                (void)writer->append(cells);
                ++written;
            }
            writer->flush();
            const bool cut = token.stopped();
            QMetaObject::invokeMethod(
                store.get(),
                [store, cut] {
                    store->finish(cut ? TableStore::Count::AtLeast : TableStore::Count::Exact);
                },
                Qt::QueuedConnection);
        }
        if (token.stopped())
            return false;
        if (rows.error) {
            sink.push(StatementFailed{
                index, *rows.error, rows.errorPosition, 0.01, -1, {}, rows.transaction});
            return false;
        }
        sink.push(StatementFinished{index, rows.tag, written, 0.01, false, rows.transaction});
        return true;
    }

    FakeDatabase& m_script;
    Runtime& m_runtime;
    Lane<> m_lane;
    TransactionState m_transaction = TransactionState::None;
};

class FakeAdapter final : public Adapter,
                          public Catalogue,
                          public Query,
                          public Activity,
                          public Admin
{
public:
    FakeAdapter(FakeDatabase& script, AdapterContext context)
        : m_script(script)
        , m_context(std::move(context))
        , m_lane(*m_context.runtime, u"fake catalogue"_s)
        , m_activityLane(*m_context.runtime, u"fake activity"_s)
    {
        offer<Catalogue>(this);
        offer<Query>(this);
        offer<Activity>(this);
        offer<Admin>(this);
    }
    int connections() const override { return 1 + m_script.openSessions; }

    Call<DatabaseInfo> database() override { return answer(u"database"_s, m_script.info); }
    Call<std::vector<SchemaInfo>> schemas() override
    {
        return answer(u"schemas"_s, m_script.schemas);
    }
    Call<std::vector<RelationInfo>> relations(const QString& schema) override
    {
        return answer(u"relations"_s, valueOf(m_script.relations, schema));
    }
    Call<std::vector<FunctionInfo>> functions(const QString& schema) override
    {
        return answer(u"functions"_s, valueOf(m_script.functions, schema));
    }
    Call<RelationDetails> relation(const QString& schema, const QString& name) override
    {
        const QString key = schema % u'.' % name;
        if (!m_script.details.contains(key)) {
            m_script.asked.append(u"relation"_s);
            return m_lane.run(5s, [key](NoConnection&, const Token&) -> Result<RelationDetails> {
                return fail(Error::Kind::NotFound, key, u"shop-db"_s);
            });
        }
        return answer(u"relation"_s, valueOf(m_script.details, key));
    }
    Call<QString> ddl(const ObjectRef&) override { return answer(u"ddl"_s, m_script.ddl); }
    Call<std::vector<Privilege>> privileges(const ObjectRef&) override
    {
        return answer(u"privileges"_s, m_script.privileges);
    }
    Call<RelationSizes> sizes(const QString& schema, const QString& name) override
    {
        return answer(u"sizes"_s, valueOf(m_script.sizes, schema % u'.' % name));
    }
    Call<std::vector<Dependent>> dependents(const ObjectRef& object) override
    {
        return answer(
            u"dependents"_s, valueOf(m_script.dependents, object.schema % u'.' % object.name));
    }
    Call<CompletionSnapshot> completion() override
    {
        return answer(u"completion"_s, m_script.completion);
    }

    std::unique_ptr<Session> open(const QString&) override
    {
        return std::make_unique<FakeSession>(m_script, *m_context.runtime);
    }

    Call<bool> prepare() override { return answer(u"prepare"_s, true); }
    Call<ActivitySnapshot> snapshot() override
    {
        m_script.activity.serverTime = QDateTime::currentDateTimeUtc();
        return answer(u"snapshot"_s, m_script.activity, &m_activityLane);
    }
    Call<Act> cancelAct(int pid) override { return endAct(u"cancel"_s, pid); }
    Call<Act> terminateAct(int pid) override { return endAct(u"terminate"_s, pid); }

    std::vector<AdminAct> actsFor(ObjectKind) const override { return m_script.acts; }
    Call<Act> act(AdminAct act, const ObjectRef& object) override
    {
        const QString name = quoteName(object.schema) % u'.' % quoteName(object.name);
        Act out = newAct(act == AdminAct::Analyze ? QString(u"ANALYZE "_s % name)
                                                  : QString(u"DROP TABLE "_s % name));
        out.destructive = act != AdminAct::Analyze;
        return answer(u"act"_s, out);
    }

private:
    template <class T>
    Call<T> answer(const QString& method, T value, Lane<>* lane = nullptr)
    {
        m_script.asked.append(method);
        std::optional<Error> error;
        if (const auto it = m_script.errors.find(method); it != m_script.errors.end())
            error = it->second;
        const int ms = valueOf(m_script.hangs, method);
        return (lane ? lane : &m_lane)
            ->run(10s,
                [value = std::move(value), error, ms](NoConnection&, const Token&) -> Result<T> {
                    hang(ms);
                    if (error)
                        return tl::unexpected(*error);
                    return value;
                });
    }

    Act newAct(const QString& statement)
    {
        Act act;
        act.title = Text::verbatim(statement);
        act.question = Text::verbatim(statement);
        act.button = Text::verbatim(u"Do it"_s);
        act.service = m_context.config.id;
        act.statement = statement;
        act.language = u"sql"_s;
        act.make = [script = &m_script, statement] {
            return std::make_unique<Task>(
                TaskInfo{Text::verbatim(statement), {}, {}, {}},
                [script, statement](Task& task) {
                    script->performed.append(statement);
                    task.finish(TaskStatus::State::Done, Text());
                },
                [] {});
        };
        return act;
    }

    Call<Act> endAct(const QString& method, int pid)
    {
        Act act = newAct(u"SELECT pg_%1_backend(%2)"_s.arg(method).arg(pid));
        act.destructive = true;
        act.make = [script = &m_script, make = act.make, pid] {
            script->terminated.push_back(pid);
            auto& sessions = script->activity.sessions;
            std::erase_if(sessions, [pid](const SessionInfo& s) { return s.pid == pid; });
            for (SessionInfo& s : sessions)
                std::erase(s.blockedBy, pid);
            return make();
        };
        return answer(method, act, &m_activityLane);
    }

    FakeDatabase& m_script;
    const AdapterContext m_context;
    Lane<> m_lane;
    Lane<> m_activityLane;
};

} // namespace

void FakeDatabase::join(ServiceHub& hub, WriteMode writes)
{
    AdapterDescriptor descriptor;
    descriptor.module = u"database"_s;
    descriptor.tool = u"fake"_s;
    descriptor.title = u"Fake"_s;
    descriptor.nsScheme = u"postgres"_s;
    descriptor.make = [this](AdapterContext context) {
        return std::make_unique<FakeAdapter>(*this, std::move(context));
    };
    hub.setDescriptors({descriptor});
    ServiceConfig config;
    config.id = u"shop-db"_s;
    config.module = u"database"_s;
    config.tool = u"fake"_s;
    config.title = u"shop-db"_s;
    config.address = u"127.0.0.1:5432"_s;
    config.ns = u"postgres://shop-db"_s;
    config.writes = writes;
    hub.add(config, Secret());
}

} // namespace pilothouse::test
