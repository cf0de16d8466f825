// SPDX-License-Identifier: GPL-3.0-or-later
// NoteSheet: the note of a run or of a task in a run. What is typed is a draft until it was set.
#pragma once

#include "core/service.h"
#include "workflow/api/ids.h"

#include <QWidget>

class QPlainTextEdit;

namespace pilothouse::ui
{
class Button;
class PanelHeader;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class SheetNote;

class NoteSheet final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteSheet)

public:
    NoteSheet(ui::Workbench& workbench, ServiceId service, QWidget* parent = nullptr);

    // Without a task: the note of the run. `name` says whose it is.
    void open(const TaskRef& target, const QString& name, const QString& note);
    const TaskRef& target() const { return m_target; }
    void forget(const TaskRef& target); // its draft: the note was set
    void setRefused(const QString& reason); // empty: writes are allowed
    QPlainTextEdit* editor() const { return m_text; }

Q_SIGNALS:
    void noteAsked(const pilothouse::workflow::TaskRef& target, const QString& note);
    void closed();

private:
    void buildLayout();
    void edited();
    void check();
    QString draftKey(const TaskRef& target) const;

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    TaskRef m_target;
    QString m_known; // what the server has
    QString m_refused;
    bool m_filling = false; // not by the user

    ui::PanelHeader* m_header = nullptr;
    SheetNote* m_about = nullptr; // the name of what it is for
    QPlainTextEdit* m_text = nullptr;
    SheetNote* m_why = nullptr;
    ui::Button* m_set = nullptr;
};

} // namespace pilothouse::workflow
