// SPDX-License-Identifier: GPL-3.0-or-later
// Counts failures and remembers the last few attempts.
#include "ui/errors/panelretry.h"

#include "core/loginrenewal.h"
#include "ui/errors/errorwords.h"
#include "ui/shownzone.h"
#include "ui/states/stateframe.h"

#include <QAction>
#include <QRandomGenerator>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kAttemptsShown = 5;
constexpr auto kEnter = "enter-password"_L1;

QString clock(const QDateTime& time)
{
    return shownTime(time).toString(u"HH:mm:ss"_s);
}

double jitter()
{
    return QRandomGenerator::global()->generateDouble() * 0.2 - 0.1;
}

// The sampler was refused and leaves it at that until somebody else is let in.
bool samplerWasRefused(const Service* service)
{
    return service && service->health.state == HealthReport::State::Failing
        && service->lastError.kind == Error::Kind::Auth;
}

} // namespace

PanelRetry::PanelRetry(StateFrame& frame, ServiceHub& hub, ServiceId service,
    std::function<void()> again, QObject* parent)
    : QObject(parent)
    , m_frame(frame)
    , m_hub(hub)
    , m_service(std::move(service))
    , m_again(std::move(again))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_again(); });
    connect(&frame, &StateFrame::retryRequested, this, [this] {
        m_stopped = false;
        if (m_refused)
            logInAgain();
        else
            m_again();
    });
    connect(&frame, &StateFrame::actionTriggered, this, [this](const QString& id) {
        if (id == kEnter)
            logInAgain();
    });
    connect(&frame, &StateFrame::retryStopped, this, [this] {
        m_stopped = true;
        m_timer.stop();
    });
    // The sampler noticed that it answers again: no need to wait for the countdown.
    connect(&hub, &ServiceHub::healthChanged, this, [this](const ServiceId& id) {
        if (id != m_service || m_failures == 0 || m_stopped)
            return;
        const Service* s = m_hub.service(id);
        if (s
            && (s->health.state == HealthReport::State::Healthy
                || s->health.state == HealthReport::State::Degraded))
            m_again();
    });
}

void PanelRetry::succeeded()
{
    m_failures = 0;
    const bool wasRefused = std::exchange(m_refused, false);
    m_stopped = false;
    m_timer.stop();
    m_attempts.clear();
    m_lastGood = QDateTime::currentDateTimeUtc();
    m_frame.showReady();
    if (wasRefused && samplerWasRefused(m_hub.service(m_service)))
        logInAgain(); // we were let in: so is it
}

void PanelRetry::failed(const Error& error, bool haveContent)
{
    if (error.kind == Error::Kind::Cancelled) {
        if (haveContent)
            m_frame.showReady();
        return;
    }
    ++m_failures;
    m_haveContent = haveContent;
    m_refused = error.kind == Error::Kind::Auth;
    if (m_refused)
        watchRefreshKey();
    const bool retry = ErrorWords::worthRetrying(error) && !m_stopped;
    const int wait = retry ? retryWaitMs(m_failures, jitter()) : 0;
    const auto now = QDateTime::currentDateTimeUtc();
    const Service* service = m_hub.service(m_service);
    const QString title
        = service && !service->config.title.isEmpty() ? service->config.title : m_service;

    m_attempts.prepend(
        {Glyph::Error, clock(now), tr("try %1").arg(m_failures), ErrorWords::line(error, title)});
    while (m_attempts.size() > kAttemptsShown)
        m_attempts.removeLast();

    if (haveContent) {
        m_frame.showStale({m_lastGood.isValid() ? clock(m_lastGood) : QString(),
            tr("Last known values. %1").arg(ErrorWords::line(error, title)), m_service,
            ErrorWords::start(error, m_hub, m_service)});
        if (retry)
            m_timer.start(wait);
        return;
    }
    ErrorInfo info = ErrorWords::page(error, m_hub, m_service);
    info.nextTry = m_failures + 1;
    info.waitMs = wait;
    info.attempts = m_attempts;
    if (m_lastGood.isValid())
        info.attempts.append({Glyph::Ok, clock(m_lastGood), {}, tr("last good answer")});
    if (m_refused && LoginRenewal::of(m_hub).lacksPassword(m_service)) {
        info.heading = tr("%1 needs its password").arg(title);
        info.note = tr("The keychain has none for it. Other services do not wait for this.");
        info.checks.clear();
        info.attempts.clear(); // nothing was tried with one
        info.action = {QString(kEnter), tr("Enter the password…"), u"key"_s, {}, true};
    }
    m_frame.showError(info);
}

// The probe is what logs in anew, and its answer is the service's, not of this panel alone.
void PanelRetry::logInAgain()
{
    auto* facet = m_hub.facet<HealthFacet>(m_service);
    if (!facet && m_refused)
        m_again();
    if (!facet || m_probe.running() || (!m_refused && !samplerWasRefused(m_hub.service(m_service))))
        return;
    // With another password the service comes back by itself.
    LoginRenewal::of(m_hub).ask(m_service, this, [this](bool renewed) {
        if (!renewed)
            probe();
    });
}

void PanelRetry::probe()
{
    auto* facet = m_hub.facet<HealthFacet>(m_service);
    if (!facet || m_probe.running())
        return;
    m_probe = facet->probe().onDone(this, [this](Result<HealthReport> answer) {
        if (!answer) {
            if (m_refused)
                failed(answer.error(), m_haveContent);
            HealthReport failing;
            failing.state = HealthReport::State::Failing;
            failing.text = answer.error().hint;
            m_hub.reportHealth(m_service, failing, answer.error());
            return;
        }
        m_hub.reportHealth(m_service, *answer, {}); // whoever was refused hears of it
    });
}

// The panel's own F5 means "try again" here too.
void PanelRetry::watchRefreshKey()
{
    for (QWidget* part = &m_frame; part; part = part->parentWidget()) {
        const auto actions = part->actions();
        for (QAction* action : actions)
            if (action->shortcuts().contains(QKeySequence(Qt::Key_F5)))
                connect(action, &QAction::triggered, this, &PanelRetry::logInAgain,
                    Qt::UniqueConnection);
        if (part->isWindow())
            break;
    }
}

} // namespace pilothouse::ui
