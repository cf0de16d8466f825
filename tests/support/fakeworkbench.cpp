// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeworkbench.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QPointer>
#include <QTimer>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

// The theme belongs to the application: the style still needs it when the workbench is gone.
void installTheme()
{
    if (qApp->property("pilothouseTheme").value<QObject*>())
        return;
    auto* theme = new ui::Theme(qApp);
    theme->setMode(ui::Theme::Mode::Dark);
    theme->setReduceMotion(true);
    theme->install(*qApp);
}

} // namespace

FakeWorkbench::FakeWorkbench()
    : m_hub(m_runtime, std::make_shared<AuditLog>(m_folder.filePath(u"audit.jsonl"_s)))
    , m_sampler(m_hub)
    , m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
    , m_drafts(m_runtime, m_folder.filePath(u"drafts"_s))
{
    installTheme();
}

FakeWorkbench::~FakeWorkbench() = default;

void FakeWorkbench::forget()
{
    m_acts.clear();
    m_errors.clear();
    m_notices.clear();
    m_links.clear();
    m_panels.clear();
}

void FakeWorkbench::open(const Link& link)
{
    m_links.push_back(link);
}

void FakeWorkbench::openPanel(
    const QString& kind, const ServiceId& service, const QJsonObject& state)
{
    m_panels.push_back({kind, service, state});
}

Task* FakeWorkbench::startTask(std::unique_ptr<Task> task)
{
    return m_tasks.start(std::move(task));
}

void FakeWorkbench::confirm(Act act, QObject* context, std::function<void(Task*)> done)
{
    m_acts.push_back(act);
    if (m_answer == Answer::Cancel) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(nullptr); });
        return;
    }
    Task* task = m_tasks.start(act.make());
    const auto tell = [task, done = std::move(done)] {
        done(task);
    };
    if (task->isFinished())
        QTimer::singleShot(0, context, tell);
    else
        QObject::connect(task, &Task::finished, context, tell, Qt::SingleShotConnection);
}

void FakeWorkbench::report(const Error& error)
{
    m_errors.push_back(error);
}

void FakeWorkbench::notify(const QString& title, const QString& detail)
{
    m_notices.push_back({title, detail});
}

} // namespace pilothouse::test
