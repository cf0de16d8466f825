// SPDX-License-Identifier: GPL-3.0-or-later
// PlanDiffView: what a deploy changes in one file, table or topic, line by line; each changed line
// signed and on its plate.
#pragma once

#include "pipelines/panel/deployrows.h"

#include <QPlainTextEdit>

namespace pilothouse::pipelines
{

class PlanDiffView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanDiffView)

public:
    explicit PlanDiffView(QWidget* parent = nullptr);

    void setLines(const std::vector<DeployDetail::Line>& lines);
    void showLine(int line); // counted from 0

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintPlates();

    std::vector<DeployDetail::Line> m_lines;
};

} // namespace pilothouse::pipelines
