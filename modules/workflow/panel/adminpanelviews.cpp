// SPDX-License-Identifier: GPL-3.0-or-later
// AdminPanel: what each view asks the server, and the lines its answer becomes.
#include "core/servicehub.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/api/secrets.h"
#include "workflow/panel/adminpanel.h"
#include "workflow/panel/worktext.h"

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kMostMissed = 500;
const QString kMasked = u"••••••••"_s;
} // namespace

template <class T, class F>
void AdminPanel::list(Result<T> answer, const QStringList& heads, F line)
{
    if (!answer) {
        failed(answer.error());
        return;
    }
    std::vector<Line> lines;
    lines.reserve(answer->size());
    for (const auto& one : *answer)
        lines.push_back(line(one));
    take(heads, std::move(lines));
}

void AdminPanel::askView()
{
    ServiceHub& hub = workbench().hub();
    auto* admin = hub.contract<Admin>(m_service);
    auto* dags = hub.contract<Dags>(m_service);
    if (!admin || !dags)
        return;
    const QTimeZone zone = workbench().timeContext().zone();
    const auto time = [zone](const QDateTime& t) {
        return t.isValid() ? t.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"–"_s;
    };
    switch (m_views->currentIndex()) {
    case Pools:
        m_poolsCall = admin->pools().onDone(
            this, [this](Result<std::vector<PoolInfo>> answer) { showPools(std::move(answer)); });
        break;
    case Variables:
        m_variablesCall
            = admin->variables().onDone(this, [this](Result<std::vector<VariableInfo>> answer) {
                  list(std::move(answer), {tr("Key"), tr("Value"), tr("Description")},
                      [this](const VariableInfo& v) -> Line {
                          Line line{{v.key, v.value.value_or(kMasked), v.description},
                              v.value.value_or(QString()), {}};
                          line.key = u"variable/"_s + v.key;
                          line.masked = !v.value || namesSecret(v.key);
                          line.setText = [this, v](const QString& text) {
                              VariableInfo changed = v;
                              changed.value = text;
                              changed.secret = !v.value;
                              return workbench().hub().contract<Admin>(m_service)->setVariable(
                                  changed);
                          };
                          return line;
                      });
              });
        break;
    case Connections:
        m_connectionsCall
            = admin->connections().onDone(this, [this](Result<std::vector<ConnectionInfo>> answer) {
                  list(std::move(answer),
                      {tr("Id"), tr("Type"), tr("Host"), tr("Port"), tr("Schema"), tr("User"),
                          tr("Description")},
                      [](const ConnectionInfo& c) -> Line {
                          return {{c.id, c.type, c.host,
                                      c.port > 0 ? QString::number(c.port) : QString(), c.schema,
                                      c.login, c.description},
                              c.description, {}};
                      });
              });
        break;
    case Assets:
        m_assetsCall = admin->assets().onDone(
            this, [this, time](Result<std::vector<AssetInfo>> answer) {
                list(std::move(answer),
                    {tr("Name"), u"URI"_s, tr("Made by"), tr("Used by"), tr("Last event")},
                    [this, time](const AssetInfo& a) -> Line {
                        return {{a.name, a.uri, a.producers.join(u", "_s),
                                    a.consumers.join(u", "_s), time(a.lastEvent)},
                            a.uri, [this, a] {
                                return workbench().hub().contract<Admin>(m_service)->materialize(a);
                            }};
                    });
            });
        break;
    case Errors:
        m_errorsCall = dags->importErrors().onDone(
            this, [this, time](Result<std::vector<ImportError>> answer) {
                list(std::move(answer), {tr("File"), tr("Last parsed"), tr("Error")},
                    [time](const ImportError& e) -> Line {
                        return {{e.file, time(e.time),
                                    e.trace.section(u'\n', -1, -1, QString::SectionSkipEmpty)},
                            e.trace, {}};
                    });
            });
        break;
    case Deadlines:
        if (auto* runs = hub.contract<Runs>(m_service))
            m_missedCall = runs->missed(kMostMissed)
                               .onDone(this, [this](Result<std::vector<DeadlineInfo>> answer) {
                                   showMissed(std::move(answer));
                               });
        break;
    default:
        m_partsCall = admin->state().onDone(
            this, [this](Result<ServerState> answer) { showParts(std::move(answer)); });
        break;
    }
}

void AdminPanel::showParts(Result<ServerState> answer)
{
    if (!answer)
        return failed(answer.error());
    std::vector<Line> lines;
    for (const ComponentHealth& part : answer->components) {
        const qint64 age = part.heartbeat.isValid()
            ? std::max<qint64>(0, part.heartbeat.secsTo(answer->serverTime))
            : -1;
        lines.push_back({{part.name, part.status,
                             age >= 0 ? tr("%1 ago").arg(durationText(double(age))) : u"–"_s},
            {}, {}});
    }
    m_header->setSubtitle(std::abs(answer->skewMs) > 2000
            ? tr("its clock differs by %1")
                  .arg(durationText(std::abs(double(answer->skewMs)) / 1000))
            : QString());
    take({tr("Part"), tr("State"), tr("Heartbeat")}, std::move(lines));
}

void AdminPanel::showPools(Result<std::vector<PoolInfo>> answer)
{
    list(std::move(answer),
        {tr("Pool"), tr("Slots"), tr("Open"), tr("Running"), tr("Queued"), tr("Scheduled"),
            tr("Deferred"), tr("Description")},
        [this](const PoolInfo& p) -> Line {
            Line line{
                {p.name, p.size == PoolInfo::kUnlimited ? u"∞"_s : QString::number(p.size),
                    QString::number(p.open), QString::number(p.running), QString::number(p.queued),
                    QString::number(p.scheduled), QString::number(p.deferred), p.description},
                p.description, {}};
            line.number = p.size;
            line.key = u"pool/"_s + p.name;
            line.setNumber = [this, p](int slots_) {
                PoolInfo changed = p;
                changed.size = slots_;
                return workbench().hub().contract<Admin>(m_service)->setPool(changed);
            };
            return line;
        });
}

// A server that keeps none says so; that is no failure.
void AdminPanel::showMissed(Result<std::vector<DeadlineInfo>> answer)
{
    if (!answer && answer.error().kind == Error::Kind::Unsupported) {
        take({tr("Deadlines")},
            {{{tr("This server tells no deadlines and no SLA misses.")}, {}, {}}});
        m_header->setSubtitle(tr("not told"));
        return;
    }
    const bool none = answer && answer->empty();
    const QTimeZone zone = workbench().timeContext().zone();
    list(std::move(answer), {tr("Missed"), u"DAG"_s, tr("Run"), tr("Task"), tr("Deadline")},
        [zone](const DeadlineInfo& d) -> Line {
            return {{d.time.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss"_s), d.dag, d.run,
                        d.task.isEmpty() ? u"–"_s : d.task, d.name},
                {}, {}};
        });
    if (none)
        m_header->setSubtitle(tr("none missed"));
}

} // namespace pilothouse::workflow
