// SPDX-License-Identifier: GPL-3.0-or-later
// ProblemPane: what is wrong with a document, the worst first; one leads to its node and field.
#pragma once

#include "pipelines/api/store.h"

#include <QAbstractListModel>
#include <QFrame>

class QListView;

namespace pilothouse::ui
{
class PanelHeader;
class StatusChip;
} // namespace pilothouse::ui

namespace pilothouse::pipelines
{

class ProblemModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ContextRole = Qt::UserRole, SeverityRole };

    using QAbstractListModel::QAbstractListModel;

    void setProblems(std::vector<Problem> problems);
    const std::vector<Problem>& problems() const { return m_problems; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<Problem> m_problems;
};

class ProblemPane final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemPane)

public:
    explicit ProblemPane(QWidget* parent = nullptr);

    void setProblems(const std::vector<Problem>& problems);
    const std::vector<Problem>& problems() const { return m_model->problems(); }
    QListView* list() const { return m_list; }

Q_SIGNALS:
    void chosen(const pilothouse::pipelines::Problem& problem);

private:
    ui::PanelHeader* m_header;
    ui::StatusChip* m_errors;
    ui::StatusChip* m_warnings;
    ProblemModel* m_model;
    QListView* m_list;
};

} // namespace pilothouse::pipelines
