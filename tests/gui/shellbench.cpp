// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shellbench.h"

#include "app/shell/tabarea.h"

#include <QApplication>
#include <QVBoxLayout>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

ui::Theme& installedTheme()
{
    auto* theme = qobject_cast<ui::Theme*>(qApp->property("pilothouseTheme").value<QObject*>());
    if (!theme) {
        theme = new ui::Theme(qApp);
        theme->setMode(ui::Theme::Mode::Dark);
        theme->setReduceMotion(true);
        theme->install(*qApp);
    }
    return *theme;
}

class MadeAdapter final : public Adapter, public HealthFacet, public SearchFacet
{
public:
    MadeAdapter(Runtime& runtime, ServiceId id, std::map<ServiceId, MadeService>& answers)
        : m_runtime(runtime)
        , m_id(std::move(id))
        , m_answers(answers)
    {
        offer<HealthFacet>(this);
        offer<SearchFacet>(this);
    }
    int connections() const override { return 1; }
    Call<HealthReport> probe() override
    {
        return Call<HealthReport>::ready(m_runtime, m_answers[m_id].health);
    }
    Call<std::vector<SearchItem>> snapshot(int) override
    {
        return Call<std::vector<SearchItem>>::ready(m_runtime, m_answers[m_id].objects);
    }
    Call<std::vector<SearchItem>> find(const QString&, int) override
    {
        return Call<std::vector<SearchItem>>::ready(m_runtime, std::vector<SearchItem>());
    }

private:
    Runtime& m_runtime;
    const ServiceId m_id;
    std::map<ServiceId, MadeService>& m_answers;
};

ui::PanelFactory factory(const QString& kind, const char* title, const QString& words = {})
{
    return {kind, Text::verbatim(QString::fromLatin1(title)), u"database"_s, true,
        [kind](ui::Workbench& workbench, const ServiceId& service, QWidget* parent) -> ui::Panel* {
            return new MadePanel(workbench, kind, service, parent);
        },
        Text::verbatim(words)};
}

std::vector<ui::ModuleDescriptor> madeModules()
{
    ui::ModuleDescriptor module;
    module.id = u"database"_s;
    module.title = Text::verbatim(u"Database"_s);
    module.iconName = u"database"_s;
    module.railSlot = 3;
    module.panels = {factory(u"database.tree"_s, "Objects"),
        factory(u"database.query"_s, "Query", u"New query, worksheet"_s)};
    module.panels.back().entries = {
        {Text::verbatim(u"Slow ones"_s), Text::verbatim(u"sluggish"_s), {{u"text"_s, u"slow"_s}}}};
    module.panelFor = [](const Link&) {
        return u"database.tree"_s;
    };
    return {module};
}

} // namespace

MadePanel::MadePanel(ui::Workbench& workbench, QString kind, ServiceId service, QWidget* parent)
    : Panel(workbench, parent)
    , m_kind(std::move(kind))
    , m_service(std::move(service))
    , m_title(m_kind.section(u'.', 1) % u' ' % m_service)
    , m_field(new QLineEdit(this))
{
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addStretch();
    m_field->setAccessibleName(u"Made field"_s);
    setFocusProxy(m_field);
    auto* action = new QAction(u"Made action"_s, this);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    m_actions << action;
    setState(State::Ready);
}

QJsonObject MadePanel::saveState() const
{
    return {{u"version"_s, 1}, {u"text"_s, m_field->text()}};
}

void MadePanel::restoreState(const QJsonObject& state)
{
    m_field->setText(state[u"text"_s].toString());
}

void MadePanel::setUnsaved(bool unsaved)
{
    m_unsaved = unsaved;
    Q_EMIT unsavedWorkChanged(unsaved);
}

void MadePanel::setTitle(const QString& title)
{
    m_title = title;
    Q_EMIT titleChanged();
}

void MadePanel::addRetryKey()
{
    auto* retry = new QAction(u"Retry"_s, this);
    retry->setShortcut(QKeySequence(Qt::Key_F5));
    connect(retry, &QAction::triggered, this, [this] { ++retries; });
    addAction(retry);
}

ShellBench::ShellBench(const QString& folder)
    : m_settings(folder + u"/settings.ini"_s, QSettings::IniFormat)
    , m_appearance(installedTheme(), m_settings)
    , m_hub(m_runtime, std::make_shared<AuditLog>(folder + u"/audit.jsonl"_s))
    , m_sampler(m_hub)
    , m_drafts(m_runtime, folder + u"/drafts"_s)
    , m_modules(madeModules())
    , m_session(std::make_unique<app::Session>(m_runtime, folder + u"/session.json"_s))
{
    m_hub.setDescriptors({descriptor()});
    app::ShellContext context{m_runtime, m_hub, m_sampler, m_tasks, m_time, m_drafts, m_settings,
        m_notifications, m_appearance, m_watchdog, m_modules, folder, folder + u"/logs"_s, {}};
    m_window = std::make_unique<app::MainWindow>(std::move(context), m_session.get());
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
}

ShellBench::~ShellBench()
{
    m_window.reset();
}

AdapterDescriptor ShellBench::descriptor()
{
    AdapterDescriptor made;
    made.module = u"database"_s;
    made.tool = u"made"_s;
    made.title = u"Made"_s;
    made.nsScheme = u"made"_s;
    made.make = [this](AdapterContext context) -> std::unique_ptr<Adapter> {
        return std::make_unique<MadeAdapter>(m_runtime, context.config.id, m_answers);
    };
    return made;
}

void ShellBench::openProfile(const QStringList& services, Environment environment, WriteMode writes)
{
    for (const QString& id : services) {
        ServiceConfig config;
        config.id = id;
        config.module = u"database"_s;
        config.tool = u"made"_s;
        config.title = id;
        config.ns = u"made://"_s + id;
        config.environment = environment;
        config.writes = writes;
        config.profile = u"made"_s;
        m_hub.add(std::move(config), Secret());
    }
    m_window->setProfile({u"made"_s, environment, writes}, u"/profiles/made.yaml"_s);
}

MadePanel* ShellBench::panel() const
{
    return qobject_cast<MadePanel*>(m_window->tabs()->currentPanel());
}

QList<MadePanel*> ShellBench::panels() const
{
    QList<MadePanel*> list;
    const auto all = m_window->tabs()->panels();
    for (ui::Panel* panel : all)
        list << qobject_cast<MadePanel*>(panel);
    return list;
}

} // namespace pilothouse::test
