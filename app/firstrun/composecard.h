// SPDX-License-Identifier: GPL-3.0-or-later
// ComposeCard: the third way in: a compose file, dropped or chosen. Shows what was recognised and
// what is left out before anything is made; the file itself is never changed.
#pragma once

#include "app/firstrun/checklist.h"
#include "app/firstrun/choicecard.h"
#include "app/firstrun/firstruncontext.h"
#include "app/profiles/composeimport.h"
#include "core/lane.h"

class QPlainTextEdit;

namespace pilothouse::ui
{
class Button;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::app
{

class ComposeCard final : public ChoiceCard
{
    Q_OBJECT

public:
    ComposeCard(
        ui::Workbench& workbench, const FirstRunContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ComposeCard)

    QWidget* firstControl() const override;
    void read(const QString& file);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildLayout();
    void choose();
    void show(Result<ComposeReading> reading);
    QString previewText() const;
    void import();
    void highlight(bool on);

    ui::Workbench& m_workbench;
    const FirstRunContext& m_context;
    Lane<> m_lane;
    Call<ComposeReading> m_call;
    std::optional<ComposeReading> m_reading;
    QWidget* m_drop = nullptr;
    QPlainTextEdit* m_preview = nullptr;
    CheckList* m_checks = nullptr;
    ui::Button* m_choose = nullptr;
    ui::Button* m_import = nullptr;
};

} // namespace pilothouse::app
