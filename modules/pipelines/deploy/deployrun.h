// SPDX-License-Identifier: GPL-3.0-or-later
// DeployRun: carries a plan out, unit by unit, in the order of the plan: tables, topics, streaming
// jobs, DAGs; keeps the version and waits until Airflow has read it. A failed step ends the chain;
// undo() takes back what can be. GUI thread; nothing waits on it.
#pragma once

#include "core/lane.h"
#include "core/stream.h"
#include "database/api/query.h"
#include "pipelines/deploy/deployplaces.h"
#include "pipelines/deploy/parsewatch.h"
#include "pipelines/deploy/plan.h"
#include "pipelines/deploy/versions.h"

#include <QObject>

#include <functional>

namespace pilothouse::pipelines
{

struct DeployRequest {
    DeployPlaces places;
    DeployPlan plan;
    std::map<QString, ServiceId> services; // of tables and topics, by unitKey()
    DeployVersion version; // to be kept; its number is given then
    QString versions; // folder of the VersionShelf
    milliseconds parseLimit{120'000};
};

struct DeployStep {
    enum class What { Tables, Topic, Job, Files, Record, Parse };
    enum class State { Waiting, Running, Done, Failed, Unknown, Cancelled, Undone };

    What what = What::Files;
    QStringList units; // unitKey() of those it carries out
    State state = State::Waiting;
    Text words; // how it ended
    std::optional<Error> error;
    bool canUndo = false;
};

class DeployRun final : public QObject
{
    Q_OBJECT

public:
    enum class State { Waiting, Running, Done, Failed, Cancelled, Undoing, Undone };

    DeployRun(ServiceHub& hub, DeployRequest request, QObject* parent = nullptr);
    ~DeployRun() override;

    void start();
    void cancel(); // what is sent is waited for; the rest is left
    void undo(); // after it failed or was cancelled

    State state() const { return m_state; }
    bool isOver() const { return m_state > State::Running && m_state != State::Undoing; }
    const std::vector<DeployStep>& steps() const { return m_steps; }
    const DeployRequest& request() const { return m_request; }
    bool canUndo() const;
    std::optional<Error> error() const; // of the step that ended the chain
    const std::optional<ImportPlace>& importError() const { return m_importError; }
    int version() const { return m_request.version.number; } // 0: not kept yet

Q_SIGNALS:
    void changed();
    void finished(); // also after undo()

private:
    using Done = std::function<void(Result<Text>, bool unknown)>;

    void makeSteps();
    void next();
    void run(size_t step);
    void undoNext();
    void end(State state);
    void stepDone(size_t step, Result<Text> result, bool unknown);

    const UnitPlan* unit(const QString& key) const;
    void runTables(const QStringList& keys, Done done);
    void runTopic(const UnitPlan& unit, Done done);
    void runTopicActs(std::vector<Act> acts, Done done);
    void runJob(const UnitPlan& unit, bool back, Done done);
    void runFiles(const QStringList& keys, bool back, Done done);
    void runRecord(bool back, Done done);
    void runParse(const QStringList& keys, Done done);
    void startTask(std::unique_ptr<Task> task, Done done);
    // A change of a destination or a job host, audited, refused where nothing may be written.
    std::unique_ptr<Task> makeTask(const Text& title, const QString& act, const QString& statement,
        std::function<Result<Text>(const Token&, TaskProgress&)> body);
    std::vector<FilePlan> filesOf(const QStringList& keys) const;

    ServiceHub& m_hub;
    DeployRequest m_request;
    Lane<> m_lane;
    std::vector<DeployStep> m_steps;
    size_t m_at = 0;
    State m_state = State::Waiting;
    bool m_stop = false;
    std::optional<ImportPlace> m_importError;
    std::shared_ptr<QString> m_commit; // written on the lane, read after the task
    std::unique_ptr<Task> m_task;
    std::unique_ptr<database::Session> m_session;
    Stream<database::QueryEvent> m_statements;
    Call<DeployVersion> m_record;
    std::unique_ptr<ParseWatch> m_parse;
};

// The inverse of what a file plan writes.
std::vector<FileWrite> takenBack(const std::vector<FileWrite>& writes);

// One task of the application for the whole run, which lives as long as the task.
std::unique_ptr<Task> taskOf(const std::shared_ptr<DeployRun>& run);
// The act to confirm: what is deployed where, with the exact preview.
Act deployAct(const std::shared_ptr<DeployRun>& run);

} // namespace pilothouse::pipelines
