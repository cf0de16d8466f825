// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnDialog: which columns of a grid are shown, in which order, how wide, and what stands beside
// the stored value. Nothing changes before Apply.
#pragma once

#include "ui/grid/celltype.h"
#include "ui/grid/columnsettings.h"

#include <QtWidgets/QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QSpinBox;
class QStackedWidget;
class QTableWidget;

namespace pilothouse::ui
{

class Button;

// One column as the user wants it, in the order of the grid.
struct ColumnPlan {
    int column = 0; // of the model
    QString name;
    QString type; // the service's own word
    CellType cellType = CellType::Text;
    bool shown = true;
    int width = 120;
    ColumnSettings settings;
    QStringList seen; // some values, for giving them a state
};

class ColumnDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnDialog)

public:
    // `current` is the place in `plan` that is chosen first.
    ColumnDialog(std::vector<ColumnPlan> plan, int current, QWidget* parent);

    [[nodiscard]] const std::vector<ColumnPlan>& plan() const { return m_plan; }

Q_SIGNALS:
    void applied(); // see plan()
    void resetRequested(); // everything as the result came

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    QWidget* buildList();
    QWidget* buildForm();
    void fillList(int current);
    void fillForm();
    void fillStates();
    void keepForm();
    void move(int by);
    void addState();
    [[nodiscard]] ColumnPlan* current();

    std::vector<ColumnPlan> m_plan;
    bool m_filling = false;

    QListWidget* m_list = nullptr;
    Button* m_up = nullptr;
    Button* m_down = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_type = nullptr;
    QCheckBox* m_shown = nullptr;
    QSpinBox* m_width = nullptr;
    QComboBox* m_number = nullptr;
    QCheckBox* m_bar = nullptr;
    QComboBox* m_time = nullptr;
    QTableWidget* m_states = nullptr;
    QComboBox* m_newValue = nullptr;
    QStackedWidget* m_kinds = nullptr; // numbers, times, texts, others
    QLabel* m_noShown = nullptr;
    Button* m_apply = nullptr;
};

} // namespace pilothouse::ui
