// SPDX-License-Identifier: GPL-3.0-or-later
// TriggerSheet: starts a run by hand: a control for each parameter of the DAG, checked as one
// types. What is typed is a draft of the DAG until a run was started with it.
#pragma once

#include "core/service.h"
#include "workflow/api/acts.h"
#include "workflow/panel/paramfield.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class PanelHeader;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class SheetNote;

class TriggerSheet final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TriggerSheet)

public:
    TriggerSheet(ui::Workbench& workbench, ServiceId service, QWidget* parent = nullptr);

    // Without parameters they are still read; nothing can be sent until they come.
    void open(const QString& dag, const std::optional<std::vector<DagParam>>& params);
    void setUnread(const QString& why); // they could not be read
    void forget(const QString& dag); // its draft: the run was started
    bool isRestored() const; // the values are those of an earlier draft
    void setRefused(const QString& reason); // empty: writes are allowed
    // The server did not take it: said where it was typed. False: not about what was typed.
    bool tell(const Error& error);
    QLineEdit* runField() const { return m_runId; }
    QLineEdit* logicalField() const { return m_logical; }
    QString told(const QLineEdit* field) const; // by the server, at this field; empty: nothing
    bool isValid() const;
    TriggerRequest request() const;
    QWidget* editor(const QString& name) const; // null: no such parameter
    QString problem(const QString& name) const;
    void setText(const QString& name, const QString& text);

Q_SIGNALS:
    void triggerAsked(const pilothouse::workflow::TriggerRequest& request);
    void closed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row {
        ParamField field;
        QWidget* editor = nullptr;
        ui::ElidedLabel* problem = nullptr;
        QString first; // text of the default
    };
    void buildLayout();
    QWidget* makeEditor(const ParamField& field);
    QString textOf(const Row& row) const;
    void edited();
    void check();
    void showWrong(); // leads to the next field to correct
    void addFields(const std::vector<DagParam>& params);
    QString draftKey(const QString& dag) const;
    void keep();
    void restore();
    void reset();
    QDateTime logical() const; // UTC
    void fitTold();

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    QString m_dag;
    std::optional<std::vector<DagParam>> m_params;
    bool m_filling = false; // not by the user
    std::vector<Row> m_rows;
    QString m_refused;
    QHash<QString, QJsonObject> m_secrets; // by DAG, what was typed: never a draft on the disk
    QHash<const QLineEdit*, QLabel*> m_told; // the server's words below the field

    ui::PanelHeader* m_header = nullptr;
    SheetNote* m_about = nullptr; // the name of what it is for
    QWidget* m_left = nullptr; // "as you left them", with the way back
    QScrollArea* m_scroll = nullptr;
    QWidget* m_form = nullptr;
    QVBoxLayout* m_fields = nullptr;
    ui::ElidedLabel* m_unread = nullptr; // in place of the parameters
    QLineEdit* m_runId = nullptr;
    QLineEdit* m_logical = nullptr;
    ui::ElidedLabel* m_logicalProblem = nullptr;
    QLineEdit* m_note = nullptr;
    SheetNote* m_why = nullptr;
    ui::Button* m_trigger = nullptr;
};

} // namespace pilothouse::workflow
