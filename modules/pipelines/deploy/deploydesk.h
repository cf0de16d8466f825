// SPDX-License-Identifier: GPL-3.0-or-later
// DeployDesk: what a deploy sheet shows and does, without a widget: the targets of the profile, the
// plan for the chosen one, its checks and versions, the run. Another document, target or choice
// makes the plan anew. GUI thread; nothing waits on it.
#pragma once

#include "pipelines/check/check.h"
#include "pipelines/deploy/deployrun.h"
#include "pipelines/deploy/presentreader.h"
#include "workflow/api/admin.h"

namespace pilothouse::pipelines
{

// "dev", "staging" or "production" for a service, where the document has values for it.
QString environmentFor(const Pipeline& pipeline, pilothouse::Environment environment);
// What the profile's list of packages says (a lock file's path), else what the sandbox installs for
// this version. Reads the file: on a lane.
std::map<QString, QString> providersOf(const QString& lock, const QString& version);

// An Airflow service one can deploy to, in the order of promotion.
struct DeployStage {
    ServiceId service;
    pilothouse::Environment environment = pilothouse::Environment::Sandbox;
    QString place; // "/srv/dags"
    int version = 0; // the newest there; 0: none by this program
    QByteArray hash; // of the document as it was deployed there
    std::optional<Text> locked; // why nothing can be deployed there now
    bool operator==(const DeployStage&) const = default;
};

class DeployDesk final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Working, Ready, Failed, Running, Over };

    // `versions`: the folder of the VersionShelf.
    DeployDesk(
        ServiceHub& hub, CataloguePtr catalogue, QString versions, QObject* parent = nullptr);
    ~DeployDesk() override;

    // `text` as in the document's file. Shows the first stage unless one is chosen.
    void open(const Pipeline& pipeline, const QByteArray& text);
    void choose(const ServiceId& service);
    void refresh(); // asks everything anew
    void setOverwrite(const QString& path, bool on); // a file changed by hand
    void setLeftOut(const QString& unit, bool on); // by unitKey(): it stays, the others go
    bool leavesOut() const { return !m_leftOut.empty(); }
    // Plans an older version of this target instead of the document; 0: the document again.
    void rollBackTo(int number);
    void close(); // asks nothing any more

    State state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; } // of Failed
    const Pipeline& pipeline() const { return m_pipeline; }
    const std::vector<DeployStage>& stages() const { return m_stages; }
    const DeployStage* stage() const;
    const Target& target() const { return m_target; }
    const DeployPlan& plan() const { return m_plan; }
    const Generated& generated() const { return m_generated; }
    const std::vector<Problem>& problems() const { return m_problems; } // of check and generator
    const std::vector<CheckedPart>& checked() const { return m_checked; } // of the document
    const std::vector<DeployVersion>& versions() const { return m_versions; } // newest first
    int nextVersion() const { return m_versions.empty() ? 1 : m_versions.front().number + 1; }
    int backTo() const { return m_backTo; }
    bool takesMessage() const;
    QString presetMessage() const;
    // Why it cannot be deployed now; none: it can.
    std::optional<Text> refusal() const;
    const std::shared_ptr<DeployRun>& run() const { return m_run; }

    // The act to confirm; its task carries the plan out. Only without a refusal().
    Act act(const QString& message);

Q_SIGNALS:
    void changed();

private:
    struct Made {
        Generated generated;
        std::vector<Problem> problems;
        std::vector<CheckedPart> checked;
        std::vector<DeployVersion> versions;
        std::map<ServiceId, std::pair<int, QByteArray>> newest;
    };

    void listStages();
    void work();
    void generateFor(const QString& version);
    void onMade(Result<Made> made);
    void makePlan();
    void failed(const Error& error);
    void follow(const std::shared_ptr<DeployRun>& run);

    ServiceHub& m_hub;
    const CataloguePtr m_catalogue;
    const QString m_shelf;
    Pipeline m_pipeline;
    QByteArray m_text;
    ServiceId m_chosen;
    std::vector<DeployStage> m_stages;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    Target m_target;
    DeployPlaces m_places;
    Generated m_generated;
    std::vector<Problem> m_problems;
    std::vector<CheckedPart> m_checked;
    std::vector<DeployVersion> m_versions;
    std::set<QString> m_overwrite;
    std::set<QString> m_leftOut;
    int m_backTo = 0;
    DeployPlan m_plan;
    std::shared_ptr<DeployRun> m_run;
    Lane<> m_lane;
    std::unique_ptr<PresentReader> m_reader;
    Call<workflow::Capabilities> m_capabilities;
    Call<Made> m_made;
};

} // namespace pilothouse::pipelines
