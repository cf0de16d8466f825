// SPDX-License-Identifier: GPL-3.0-or-later
// A small real Workbench for panel tests: real hub, sampler, drafts and tasks in a temporary
// folder; it answers confirmations as told and remembers what it was asked for.
#pragma once

#include "core/runtime.h"
#include "core/sampler.h"
#include "core/servicehub.h"
#include "ui/drafts.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace pilothouse::test
{

class FakeWorkbench final : public ui::Workbench
{
public:
    enum class Answer { Accept, Cancel };

    struct OpenedPanel {
        QString kind;
        ServiceId service;
        QJsonObject state;
    };
    struct Notice {
        QString title;
        QString detail;
    };

    // Installs a dark theme on the application unless the test has installed one.
    FakeWorkbench();
    ~FakeWorkbench() override;
    Q_DISABLE_COPY_MOVE(FakeWorkbench)

    void setAnswer(Answer answer) { m_answer = answer; } // Accept by default

    const std::vector<Act>& acts() const { return m_acts; } // every act that was to be confirmed
    const std::vector<Error>& errors() const { return m_errors; }
    const std::vector<Notice>& notices() const { return m_notices; }
    const std::vector<Link>& links() const { return m_links; }
    const std::vector<OpenedPanel>& panels() const { return m_panels; }
    void forget(); // all of the above

    QString folder() const { return m_folder.path(); }
    QString auditFile() const { return m_folder.filePath(QString::fromLatin1("audit.jsonl")); }
    Runtime& runtime() { return m_runtime; }
    TaskList& tasks() { return m_tasks; }

    // Workbench
    void open(const Link& link) override;
    void openPanel(
        const QString& kind, const ServiceId& service, const QJsonObject& state) override;
    ui::TimeContext& timeContext() override { return m_time; }
    ServiceHub& hub() override { return m_hub; }
    Sampler& sampler() override { return m_sampler; }
    QSettings& settings() override { return m_settings; }
    ui::Drafts& drafts() override { return m_drafts; }
    Task* startTask(std::unique_ptr<Task> task) override;
    void confirm(Act act, QObject* context, std::function<void(Task*)> done) override;
    void report(const Error& error) override;
    void notify(const QString& title, const QString& detail) override;

private:
    QTemporaryDir m_folder;
    Runtime m_runtime;
    ServiceHub m_hub;
    Sampler m_sampler;
    ui::TimeContext m_time;
    QSettings m_settings;
    ui::Drafts m_drafts;
    TaskList m_tasks;

    Answer m_answer = Answer::Accept;
    std::vector<Act> m_acts;
    std::vector<Error> m_errors;
    std::vector<Notice> m_notices;
    std::vector<Link> m_links;
    std::vector<OpenedPanel> m_panels;
};

} // namespace pilothouse::test
