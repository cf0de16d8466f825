// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/deploydesk.h"

#include "pipelines/deploy/fileswap.h"
#include "pipelines/generate/generate.h"
#include "pipelines/generate/targets.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QString environmentFor(const Pipeline& pipeline, pilothouse::Environment environment)
{
    const QStringList names = environment == pilothouse::Environment::Production
        ? QStringList{u"production"_s, u"prod"_s}
        : environment == pilothouse::Environment::Staging
        ? QStringList{u"staging"_s, u"stage"_s}
        : QStringList{u"dev"_s, u"development"_s, u"sandbox"_s};
    for (const QString& name : names)
        for (const Environment& one : pipeline.environments)
            if (one.name == name)
                return name;
    return {};
}

std::map<QString, QString> providersOf(const QString& lock, const QString& version)
{
    if (!lock.isEmpty())
        if (const auto text = readOrdinary(lock); text && *text)
            if (const auto told = targetFromPackages(**text))
                return told->providers;
    return sandboxTarget(version.section(u'.', 0, 0).toInt()).providers;
}

DeployDesk::DeployDesk(ServiceHub& hub, CataloguePtr catalogue, QString versions, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_catalogue(std::move(catalogue))
    , m_shelf(std::move(versions))
    , m_lane(hub.runtime(), u"deploy-plan"_s)
{
    const auto listAgain = [this](const QString&) {
        if (m_state == State::Idle)
            return;
        listStages();
        Q_EMIT changed();
    };
    connect(&hub, &ServiceHub::added, this, listAgain);
    connect(&hub, &ServiceHub::removed, this, listAgain);
    connect(&hub, &ServiceHub::writesChanged, this, listAgain);
}

DeployDesk::~DeployDesk() = default;

void DeployDesk::open(const Pipeline& pipeline, const QByteArray& text)
{
    if (m_run && !m_run->isOver())
        return; // one at a time; the sheet shows it
    m_pipeline = pipeline;
    m_text = text;
    m_overwrite.clear();
    m_leftOut.clear();
    m_backTo = 0;
    work();
}

void DeployDesk::choose(const ServiceId& service)
{
    if (service == m_chosen || (m_run && !m_run->isOver()))
        return;
    m_chosen = service;
    m_overwrite.clear();
    m_leftOut.clear();
    m_backTo = 0;
    work();
}

void DeployDesk::refresh()
{
    if (m_state != State::Idle && (!m_run || m_run->isOver()))
        work();
}

void DeployDesk::setOverwrite(const QString& path, bool on)
{
    if (on)
        m_overwrite.insert(path);
    else
        m_overwrite.erase(path);
    if (m_state == State::Ready)
        makePlan();
}

void DeployDesk::setLeftOut(const QString& unit, bool on)
{
    if (on)
        m_leftOut.insert(unit);
    else
        m_leftOut.erase(unit);
    if (m_state == State::Ready)
        makePlan();
}

void DeployDesk::rollBackTo(int number)
{
    if (m_run && !m_run->isOver())
        return;
    m_backTo = number;
    m_overwrite.clear();
    m_leftOut.clear();
    work();
}

void DeployDesk::close()
{
    m_capabilities = {};
    m_made = {};
    m_reader.reset();
    if (!m_run || m_run->isOver()) {
        m_run.reset();
        m_state = State::Idle;
    }
}

const DeployStage* DeployDesk::stage() const
{
    const auto found = std::find_if(m_stages.begin(), m_stages.end(),
        [this](const DeployStage& stage) { return stage.service == m_chosen; });
    return found == m_stages.end() ? nullptr : &*found;
}

void DeployDesk::listStages()
{
    std::vector<DeployStage> stages;
    for (const ServiceId& id : m_hub.ofModule(u"workflow"_s)) {
        const Service* service = m_hub.service(id);
        if (!service || service->config.tool == u"prefect")
            continue;
        DeployStage stage;
        stage.service = id;
        stage.environment = service->config.environment;
        if (const auto places = placesOf(m_hub, id); !places)
            stage.locked = places.error().hint;
        else
            stage.place = places->dags->place();
        if (!stage.locked && service->gate && !service->gate->allows())
            stage.locked = service->gate->canLift()
                ? PH_TEXT("pipelines", "Writes are off for this connection. Switch them on first.")
                : PH_TEXT("pipelines", "This connection is protected: nothing is written to it.");
        for (const DeployStage& old : m_stages) {
            if (old.service == id) {
                stage.version = old.version;
                stage.hash = old.hash;
            }
        }
        stages.push_back(std::move(stage));
    }
    std::stable_sort(stages.begin(), stages.end(),
        [](const DeployStage& a, const DeployStage& b) { return a.environment < b.environment; });
    m_stages = std::move(stages);
    if (!stage() && !m_stages.empty())
        m_chosen = m_stages.front().service;
}

void DeployDesk::work()
{
    listStages();
    m_error.reset();
    m_run.reset();
    m_state = State::Working;
    m_plan = {};
    m_reader.reset();
    if (!stage())
        return failed(Error{Error::Kind::NotFound, {}, {},
            PH_TEXT("pipelines", "The profile has no Airflow service with a DAG folder."), {}});
    auto places = placesOf(m_hub, m_chosen);
    if (!places)
        return failed(places.error());
    m_places = std::move(*places);
    Q_EMIT changed();
    auto* admin = m_hub.contract<workflow::Admin>(m_chosen);
    if (!admin)
        return generateFor({});
    m_capabilities
        = admin->capabilities().onDone(this, [this](Result<workflow::Capabilities> found) {
              if (!found)
                  return failed(found.error());
              generateFor(found->version);
          });
}

void DeployDesk::generateFor(const QString& version)
{
    Target target;
    target.tool = u"airflow"_s;
    target.version = version.isEmpty() ? u"3.0"_s : version;
    target.environment = environmentFor(m_pipeline, m_places.config.environment);
    m_target = target;
    std::vector<std::pair<ServiceId, QString>> targets;
    for (const DeployStage& stage : m_stages)
        targets.emplace_back(stage.service, m_places.config.profile + u'/' + stage.service);
    m_made
        = m_lane
              .run(60s,
                  [catalogue = m_catalogue, pipeline = m_pipeline, target, targets,
                      chosen = m_chosen, backTo = m_backTo, shelf = VersionShelf(m_shelf),
                      lock = m_places.config.options.value(u"providers"_s).toString()](
                      NoConnection&, const Token&) mutable -> Result<Made> {
                      target.providers = providersOf(lock, target.version);
                      Made made;
                      for (const auto& [service, name] : targets) {
                          auto known = shelf.versions(pipeline.id, name);
                          if (!known.empty())
                              made.newest[service] = {known.front().number, known.front().hash()};
                          if (service == chosen)
                              made.versions = std::move(known);
                      }
                      for (const DeployVersion& old : made.versions)
                          if (backTo > 0 && old.number == backTo) {
                              made.generated = old.generated;
                              return made;
                          }
                      auto checked = checkParts(pipeline, *catalogue, target);
                      made.problems = std::move(checked.problems);
                      made.checked = std::move(checked.parts);
                      made.generated = generate(pipeline, *catalogue, target);
                      for (const Problem& problem : made.generated.problems)
                          if (std::find(made.problems.begin(), made.problems.end(), problem)
                              == made.problems.end())
                              made.problems.push_back(problem);
                      return made;
                  })
              .onDone(this, [this](Result<Made> made) { onMade(std::move(made)); });
}

void DeployDesk::onMade(Result<Made> made)
{
    if (!made)
        return failed(made.error());
    m_generated = std::move(made->generated);
    m_problems = std::move(made->problems);
    m_checked = std::move(made->checked);
    m_versions = std::move(made->versions);
    for (DeployStage& stage : m_stages)
        std::tie(stage.version, stage.hash) = made->newest[stage.service];
    m_reader = std::make_unique<PresentReader>(m_hub, m_places);
    connect(m_reader.get(), &PresentReader::finished, this, [this] {
        if (m_reader->error())
            return failed(*m_reader->error());
        m_state = State::Ready;
        makePlan();
    });
    m_reader->read(m_generated, m_pipeline.id);
}

void DeployDesk::makePlan()
{
    m_plan = m_generated.isUsable() ? planFor(m_generated, m_reader->present(),
                 {m_pipeline.id, m_overwrite,
                     [this](const QString& path, const QByteArray& hash) {
                         return deployedText(m_versions, path, hash);
                     },
                     m_leftOut})
                                    : DeployPlan();
    Q_EMIT changed();
}

void DeployDesk::failed(const Error& error)
{
    m_error = error;
    m_state = State::Failed;
    Q_EMIT changed();
}

bool DeployDesk::takesMessage() const
{
    return m_places.dags && m_places.dags->takesMessage();
}

QString DeployDesk::presetMessage() const
{
    if (m_backTo > 0)
        return u"%1: back to v%2"_s.arg(m_pipeline.name).arg(m_backTo);
    return messageFor(m_pipeline.name, nextVersion(), m_plan);
}

std::optional<Text> DeployDesk::refusal() const
{
    if (m_state != State::Ready)
        return PH_TEXT("pipelines", "The plan is not ready.");
    if (stage() && stage()->locked)
        return stage()->locked;
    for (const Problem& problem : m_problems)
        if (m_backTo == 0 && problem.severity == Problem::Severity::Error)
            return problem.message;
    for (const UnitPlan& unit : m_plan.units) {
        if (unit.leftOut)
            continue;
        if (!unit.refusals.empty())
            return unit.refusals.front();
        for (const FilePlan& file : unit.files)
            if (file.isBlocked())
                return file.origin == FilePlan::Origin::Foreign
                    ? PH_TEXT("pipelines", "%1 is not of this pipeline and stays.").arg(file.path)
                    : PH_TEXT("pipelines", "%1 was changed by hand.").arg(file.path);
    }
    if (m_plan.isEmpty() && !m_leftOut.empty())
        return PH_TEXT("pipelines", "Everything that changes is left out.");
    if (m_plan.isEmpty())
        return PH_TEXT("pipelines", "Nothing to deploy: the versions are equal.");
    return {};
}

Act DeployDesk::act(const QString& message)
{
    if (refusal() || !m_reader)
        return {};
    DeployRequest request;
    request.places = m_places;
    request.plan = m_plan;
    request.services = m_reader->services();
    request.versions = m_shelf;
    DeployVersion& version = request.version;
    version.document = m_pipeline.id;
    version.pipeline = m_pipeline.name;
    version.environment = m_target.environment;
    version.message = message.trimmed().isEmpty() ? presetMessage() : message.trimmed();
    version.backTo = m_backTo;
    version.text = m_text;
    for (const DeployVersion& old : m_versions)
        if (m_backTo > 0 && old.number == m_backTo)
            version.text = old.text;
    version.generated = deployedOf(m_generated, m_plan);
    version.generated.problems.clear();
    const auto run = std::make_shared<DeployRun>(m_hub, std::move(request));
    Act act = deployAct(run);
    act.make = [self = QPointer(this), run] {
        if (self)
            self->follow(run);
        return taskOf(run);
    };
    return act;
}

void DeployDesk::follow(const std::shared_ptr<DeployRun>& run)
{
    m_run = run;
    m_state = State::Running;
    connect(run.get(), &DeployRun::changed, this, &DeployDesk::changed);
    connect(run.get(), &DeployRun::finished, this, [this] {
        m_state = State::Over;
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

} // namespace pilothouse::pipelines
