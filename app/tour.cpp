// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour.h"

#include "app/application.h"
#include "app/shell/mainwindow.h"
#include "app/shell/rail.h"
#include "app/shell/shellworkbench.h"
#include "app/shell/tabarea.h"
#include "app/watchdog.h"

#include "core/wholefile.h"

#include <QDir>
#include <QJsonDocument>
#include <QPixmap>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::Panel;

namespace
{

constexpr auto kLookEvery = 100ms;
constexpr qint64 kStillMs = 700; // nothing grew for this long
constexpr qint64 kStopLimitMs = 20'000;
constexpr auto kProfileLimit = 30s;
constexpr int kObjectsAsked = 500;

QString stateWord(Panel::State state)
{
    switch (state) {
    case Panel::State::NotConnected:
        return u"notConnected"_s;
    case Panel::State::Loading:
        return u"loading"_s;
    case Panel::State::Empty:
        return u"empty"_s;
    case Panel::State::Error:
        return u"error"_s;
    case Panel::State::Stale:
        return u"stale"_s;
    case Panel::State::Ready:
        break;
    }
    return u"ready"_s;
}

} // namespace

Tour::Tour(Application& application, QString folder, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_folder(std::move(folder))
{
    connect(&m_watch, &QTimer::timeout, this, &Tour::look);
    connect(&application, &Application::profileUnreadable, this,
        [this](const QString& message) { Q_EMIT finished(message, true); });
}

Tour::~Tour() = default;

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) {
        QTimer::singleShot(0, this,
            [this] { Q_EMIT finished(u"The folder cannot be made: "_s + m_folder, false); });
        return;
    }
    connect(
        &m_application, &Application::profileReady, this, &Tour::plan, Qt::SingleShotConnection);
    m_application.start();
    if (!m_application.opener().isOpening() && !m_application.hasProfile())
        QTimer::singleShot(0, this, &Tour::plan);
    QTimer::singleShot(kProfileLimit, this, [this] {
        if (m_stops.empty() && m_number == 0)
            Q_EMIT finished(u"The profile does not open."_s, true);
    });
}

void Tour::plan()
{
    MainWindow* window = m_application.window();
    const PanelRegistry& registry = window->registry();
    m_stops.push_back({u"shell.empty"_s, {}, false});
    if (registry.factory(u"app.firstrun"_s))
        m_stops.push_back({u"app.firstrun"_s, {}, false});
    for (const ui::ModuleDescriptor* module : registry.inProfile()) {
        const auto services = m_application.hub().ofModule(module->id);
        for (const ui::PanelFactory& panel : module->panels) {
            if (!module->needsService && panel.offeredForNewTab)
                m_stops.push_back({panel.kind, {}, false});
            for (const ServiceId& id : services)
                m_stops.push_back({panel.kind, id, !panel.offeredForNewTab});
            for (const ui::PanelEntry& part : panel.entries)
                for (const ServiceId& id : services)
                    m_stops.push_back({panel.kind, id, false, part.state});
        }
    }
    next();
}

void Tour::next()
{
    if (m_stops.empty()) {
        finish();
        return;
    }
    m_stop = m_stops.front();
    m_stops.pop_front();
    MainWindow* window = m_application.window();
    window->tabs()->closeAll();
    m_application.watchdog().restartWindow();
    m_since.start();
    m_still.start();
    m_lastRows = -1;
    m_lastState = Panel::State::Loading;
    m_panel = nullptr;
    // The rail shows its names once, where the pictures of the project do.
    window->rail()->setExpanded(m_stop.name == u"app.firstrun"_s, false);
    if (m_stop.name != u"shell.empty"_s) {
        m_panel = window->workbench()->show(m_stop.name, m_stop.service);
        if (m_panel && !m_stop.part.isEmpty())
            m_panel->restoreState(m_stop.part);
        else if (m_panel && m_stop.wantsObject)
            openObject(m_stop);
        else if (m_panel)
            m_panel->showExample();
    }
    m_watch.start(kLookEvery);
}

// A panel that shows one object gets the first the service knows for it.
void Tour::openObject(const Stop& stop)
{
    auto* facet = m_application.hub().facet<SearchFacet>(stop.service);
    if (!facet)
        return;
    m_searches[stop.service]
        = facet->snapshot(kObjectsAsked)
              .onDone(this, [this, stop](const Result<std::vector<SearchItem>>& items) {
                  const auto* module = m_application.window()->registry().module(
                      PanelRegistry::moduleOf(stop.name));
                  if (!items || !m_panel || !module || !module->panelFor)
                      return;
                  for (const SearchItem& item : *items) {
                      const Link link{item.entity, {}, {}};
                      if (module->panelFor(link) == stop.name) {
                          m_panel->open(link);
                          m_panel->showExample();
                          m_still.restart();
                          return;
                      }
                  }
              });
}

void Tour::look()
{
    const Panel::State state = m_panel ? m_panel->state() : Panel::State::Ready;
    const qint64 rows = m_panel ? m_panel->drawnRows() : 0;
    if (state != m_lastState || rows != m_lastRows) {
        m_lastState = state;
        m_lastRows = rows;
        m_still.restart();
    }
    const bool searching = m_stop.wantsObject && m_searches[m_stop.service].running();
    const bool answered = state != Panel::State::Loading && !searching;
    if (answered && m_still.elapsed() >= kStillMs)
        picture(true);
    else if (m_since.elapsed() >= kStopLimitMs)
        picture(false);
}

QString Tour::fileName(const Stop& stop) const
{
    QString name = u"%1-%2"_s.arg(m_number, 2, 10, QLatin1Char('0')).arg(stop.name);
    if (!stop.service.isEmpty())
        name += u'-' + stop.service;
    name.replace(u'.', u'-');
    for (QChar& c : name)
        if (!c.isLetterOrNumber() && c != u'-' && c != u'_')
            c = u'-';
    return name + u".png"_s;
}

void Tour::picture(bool settled)
{
    m_watch.stop();
    ++m_number;
    const double stall = m_application.watchdog().windowMaxMs();
    // The waiting for stillness is ours, not the panel's.
    const double seconds
        = static_cast<double>(m_since.elapsed() - (settled ? m_still.elapsed() : 0)) / 1000.0;
    const QString file = fileName(m_stop);
    m_failed = !m_application.window()->grab().save(m_folder + u'/' + file) || m_failed;
    if (!m_panel && m_stop.name != u"shell.empty"_s)
        m_missing.append(m_stop.name);
    m_panels.append(QJsonObject{{u"panel"_s, m_stop.name}, {u"service"_s, m_stop.service},
        {u"state"_s,
            m_panel || m_stop.name == u"shell.empty"_s ? stateWord(m_lastState) : u"missing"_s},
        {u"settled"_s, settled}, {u"seconds"_s, seconds}, {u"stallMs"_s, stall},
        {u"rows"_s, m_lastRows}, {u"file"_s, file}});
    QTimer::singleShot(0, this, &Tour::next);
}

void Tour::finish()
{
    WholeFile out(m_folder + u"/tour.json"_s);
    const QJsonObject content{{u"schema"_s, kSchema}, {u"panels"_s, m_panels},
        {u"stallP999Ms"_s, m_application.watchdog().quantileMs(0.999)}};
    const QByteArray bytes = QJsonDocument(content).toJson();
    const bool written
        = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
    m_application.window()->tabs()->closeAll();
    QString problem;
    if (!written || m_failed)
        problem = u"A picture could not be written."_s;
    else if (!m_missing.isEmpty())
        problem = u"Not shown: %1."_s.arg(m_missing.join(u", "_s));
    Q_EMIT finished(problem, false);
}

} // namespace pilothouse::app
