// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/palettecontroller.h"

#include "app/shell/mainwindow.h"
#include "app/shell/shellactions.h"
#include "app/shell/shellworkbench.h"
#include "app/shell/tabarea.h"
#include "app/shell/topbar.h"
#include "app/translators.h"
#include "core/servicehub.h"
#include "ui/controls/keycap.h"
#include "ui/panel.h"
#include "ui/timecontext.h"
#include "ui/words.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::PaletteItem;

namespace
{

constexpr auto kFresh = 60s; // a snapshot is asked for again after this
constexpr int kFindLimit = 50;

// Parted by commas, and the same in English.
QStringList wordsOf(const QString& list)
{
    QStringList words = list.split(u',', Qt::SkipEmptyParts);
    for (const QString& english : Translators::english(list))
        words += english.split(u',', Qt::SkipEmptyParts);
    return words;
}

} // namespace

class PaletteController::Sheet final : public Popover
{
public:
    Sheet(Runtime& runtime, QWidget* window)
        : Popover(PaletteController::tr("Command palette"), window)
        , m_view(new ui::PaletteView(runtime, this))
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_view);
        // As tall as what was found; its top stays.
        connect(m_view, &ui::PaletteView::resultsChanged, this, [this] {
            if (isVisible())
                resize(width(), sizeHint().height());
        });
    }
    ui::PaletteView* view() const { return m_view; }

protected:
    QWidget* firstFocus() override { return m_view->field(); }

private:
    ui::PaletteView* m_view;
};

PaletteController::PaletteController(
    ShellContext& context, const PanelRegistry& registry, MainWindow& window)
    : QObject(&window)
    , m_context(context)
    , m_registry(registry)
    , m_window(window)
    , m_sheet(new Sheet(context.runtime, &window))
    , m_view(m_sheet->view())
    , m_lane(context.runtime, u"palette index"_s)
{
    connect(m_view, &ui::PaletteView::closeRequested, m_sheet, &Popover::closeNow);
    connect(m_view, &ui::PaletteView::chosen, this, &PaletteController::choose);
    connect(m_view, &ui::PaletteView::textSettled, this, &PaletteController::askServers);
    m_view->setTimeReader([this](const QString& text) { return readTime(text); });
    connect(&context.hub, &ServiceHub::aboutToRemove, this, [this](const ServiceId& id) {
        m_sources.erase(id);
        rebuildIndex();
    });
    // The first answer of a service brings its names, so that the first Ctrl+K finds them.
    connect(&context.hub, &ServiceHub::healthChanged, this, [this](const ServiceId& id) {
        if (!m_sources.contains(id))
            refreshSources();
    });
}

PaletteController::~PaletteController() = default;

bool PaletteController::isOpen() const
{
    return m_sheet->isOpen();
}

void PaletteController::open(const QString& text)
{
    if (m_sheet->isOpen()) {
        m_sheet->closeNow();
        return;
    }
    collect();
    refreshSources();
    m_view->restart(text);
    m_sheet->openAt(m_window.topBar()->paletteField(), Popover::Side::BelowCentre);
}

void PaletteController::collect()
{
    std::vector<PaletteItem> items;
    const auto panels = m_window.tabs()->panels();
    for (ui::Panel* panel : panels) {
        PaletteItem item;
        item.name = panel->title();
        item.context = panel->serviceId();
        item.iconName = panel->iconName();
        item.group = tr("Open tabs");
        item.scope = u"tabs"_s;
        item.run = [this, guard = QPointer<ui::Panel>(panel)] {
            if (guard)
                m_window.tabs()->activate(guard);
        };
        items.push_back(std::move(item));
    }
    QList<QKeySequence> seen;
    const auto addAction = [&](QAction* action, const QString& icon, const QString& context,
                               const QList<QKeySequence>& keys) {
        if (action->isSeparator() || !action->isVisible() || action->text().isEmpty())
            return;
        PaletteItem item;
        item.name = action->text().remove(u'&');
        item.context = context;
        item.iconName = icon.isEmpty() ? u"bolt"_s : icon;
        item.group = tr("Actions");
        item.scope = u"actions"_s;
        item.english = Translators::english(action->text());
        item.words = wordsOf(action->property("words").toString());
        item.enabled = action->isEnabled();
        // Why not, as the tip of its button says it.
        if (const QString tip = action->toolTip(); !item.enabled && !item.name.startsWith(tip))
            item.context = tip;
        item.destructive = action->property("destructive").toBool();
        // Two parts of a panel may answer the same keys; here the first of them would.
        if (!keys.isEmpty() && !seen.contains(keys.first())) {
            seen.append(keys.first());
            item.keys = ui::keyText(keys.first());
        }
        item.run = [guard = QPointer<QAction>(action)] {
            if (guard)
                guard->trigger();
        };
        items.push_back(std::move(item));
    };
    if (ui::Panel* panel = m_window.tabs()->currentPanel()) {
        QList<QAction*> own = panel->panelActions();
        std::stable_partition(
            own.begin(), own.end(), [](const QAction* action) { return action->isEnabled(); });
        for (QAction* action : std::as_const(own))
            addAction(action, {}, panel->title(), action->shortcuts());
    }
    for (QAction* action : m_window.actions()->all())
        if (ShellActions::idOf(action) != u"palette"_s)
            addAction(action, ShellActions::iconName(action), {}, ShellActions::keys(action));
    for (const NewTab& tab : m_registry.newTabs()) {
        const auto add = [&](const Text& title, const Text& called, const QJsonObject& state) {
            PaletteItem item;
            item.name = tab.serviceTitle.isEmpty()
                ? ui::words(title)
                : tr("%1 · %2").arg(ui::words(title), tab.serviceTitle);
            item.words = wordsOf(ui::words(called));
            if (!title.key.isEmpty())
                item.english = {tr("%1 · %2").arg(QString::fromUtf8(title.key), tab.serviceTitle)};
            item.context = ui::words(tab.module->title);
            item.iconName = tab.panel->iconName;
            item.group = tr("New tab");
            item.scope = u"actions"_s;
            item.run = [this, kind = tab.panel->kind, id = tab.service, state] {
                m_window.workbench()->openPanel(kind, id, state);
            };
            items.push_back(std::move(item));
        };
        add(tab.panel->title, tab.panel->words, {});
        for (const ui::PanelEntry& entry : tab.panel->entries)
            add(entry.title, entry.words, entry.state);
    }
    findPanels(items);
    m_view->setItems(std::move(items));

    std::vector<ui::PaletteScope> scopes{
        {{}, tr("Everything")}, {u"actions"_s, tr("Actions")}, {u"tabs"_s, tr("Open tabs")}};
    for (const ui::ModuleDescriptor* module : m_registry.inProfile()) {
        scopes.push_back({module->id, ui::words(module->title)});
        m_view->setGroupTitle(module->id, ui::words(module->title));
    }
    m_view->setScopes(std::move(scopes));
}

// What modules know without a service, as the user's own documents.
void PaletteController::findPanels(std::vector<PaletteItem>& items)
{
    const auto again = [guard = QPointer<PaletteController>(this)] {
        if (guard && guard->isOpen())
            guard->collect();
    };
    for (const ui::ModuleDescriptor* module : m_registry.inProfile()) {
        if (!module->find)
            continue;
        for (ui::FoundPanel& found : module->find(*m_window.workbench(), again)) {
            PaletteItem item;
            item.name = found.name;
            item.context = found.context;
            item.words = found.words;
            item.iconName = module->iconName;
            item.group = ui::words(module->title);
            item.scope = module->id;
            item.run = [this, kind = found.kind, id = found.service, state = found.state] {
                m_window.workbench()->openPanel(kind, id, state);
            };
            items.push_back(std::move(item));
        }
    }
}

void PaletteController::refreshSources()
{
    const auto ids = m_context.hub.ids();
    for (const ServiceId& id : ids) {
        auto* facet = m_context.hub.facet<SearchFacet>(id);
        if (!facet || m_context.hub.service(id)->health.state == HealthReport::State::Failing)
            continue;
        Source& source = m_sources[id];
        if (source.snapshot.running()
            || (source.asked != Clock::time_point() && Clock::now() - source.asked < kFresh))
            continue;
        source.asked = Clock::now();
        source.snapshot = facet->snapshot(kSnapshot).onDone(
            this, [this, id](Result<std::vector<SearchItem>> result) {
                const auto it = m_sources.find(id);
                if (it == m_sources.end() || !result)
                    return; // what was known stays
                it->second.cut = result->size() >= static_cast<size_t>(kSnapshot);
                if (it->second.items == *result)
                    return;
                it->second.items = std::move(*result);
                rebuildIndex();
            });
    }
}

// Two connections of a kind may know the same names.
std::vector<SearchItem> PaletteController::told(
    const ServiceId& id, std::vector<SearchItem> items) const
{
    for (SearchItem& item : items)
        if (!item.told.isEmpty())
            item.context.prepend(ui::words(item.told));
    const Service* service = m_context.hub.service(id);
    if (service && m_context.hub.ofModule(service->config.module).size() > 1)
        for (SearchItem& item : items)
            item.context += u" · "_s + id;
    return items;
}

void PaletteController::rebuildIndex()
{
    std::vector<ui::ObjectGroup> groups;
    for (const auto& [id, source] : m_sources)
        if (const Service* service = m_context.hub.service(id))
            groups.push_back({service->config.module, id, told(id, source.items)});
    m_build = m_lane
                  .run(30s,
                      [groups = std::move(groups)](
                          NoConnection&, const Token&) mutable -> Result<ui::ObjectIndexPtr> {
                          return std::make_shared<const ui::ObjectIndex>(std::move(groups));
                      })
                  .onDone(this, [this](Result<ui::ObjectIndexPtr> index) {
                      if (index)
                          m_view->setObjects(std::move(*index));
                  });
}

void PaletteController::askServers(const QString& text)
{
    if (text.size() < 2 || text.startsWith(u'>') || text.startsWith(u':'))
        return;
    for (auto& [serviceId, source] : m_sources) {
        const ServiceId id = serviceId; // clang captures no structured binding
        auto* facet = m_context.hub.facet<SearchFacet>(id);
        if (!facet || !source.cut)
            continue;
        const QString module = m_context.hub.service(id)->config.module;
        source.find
            = facet->find(text, kFindLimit)
                  .onDone(this, [this, id, text, module](Result<std::vector<SearchItem>> found) {
                      if (found)
                          m_view->addFound(text, module, told(id, std::move(*found)));
                  });
    }
}

void PaletteController::choose(const PaletteItem& item)
{
    if (item.run)
        item.run();
    else if (!item.link.entity.isEmpty())
        m_window.workbench()->open(item.link);
}

// "15m", "6h", "7d": a span up to now. "14:05", "2026-03-17 14:05": half an hour around that time.
PaletteItem PaletteController::readTime(const QString& text) const
{
    PaletteItem item;
    item.group = tr("Go to a time");
    item.iconName = u"clock"_s;
    item.scope = u"time"_s;
    static const QRegularExpression span(u"^(\\d{1,4})\\s*(s|m|min|h|d)$"_s);
    if (const auto match = span.match(text); match.hasMatch()) {
        const QString unit = match.captured(2);
        const int per = unit == u"s"_s ? 1 : unit == u"h"_s ? 3600 : unit == u"d"_s ? 86'400 : 60;
        const std::chrono::seconds length(qMax(1, match.captured(1).toInt()) * per);
        item.name = tr("Last %1").arg(text);
        item.run = [&time = m_context.time, length] {
            time.setSpan(length);
        };
        return item;
    }
    const QTimeZone zone = m_context.time.zone();
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(zone);
    QDateTime at;
    for (const QString& format : {u"yyyy-MM-dd HH:mm:ss"_s, u"yyyy-MM-dd HH:mm"_s, u"yyyy-MM-dd"_s})
        if (!at.isValid())
            at = QDateTime::fromString(text, format);
    for (const QString& format : {u"HH:mm:ss"_s, u"HH:mm"_s, u"H:mm"_s})
        if (const QTime time = QTime::fromString(text, format); !at.isValid() && time.isValid())
            at = QDateTime(now.date(), time);
    if (!at.isValid()) {
        item.name = tr("Type a time (14:05), a date and time, or a span (15m, 6h, 7d)");
        return item;
    }
    at.setTimeZone(zone);
    item.name = tr("Around %1").arg(at.toString(u"yyyy-MM-dd HH:mm:ss"_s));
    item.run = [&time = m_context.time, at] {
        time.setRange({at.addSecs(-900).toUTC(), at.addSecs(900).toUTC()});
        time.setCursor(at.toUTC());
    };
    return item;
}

} // namespace pilothouse::app
