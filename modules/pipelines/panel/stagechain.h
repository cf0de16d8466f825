// SPDX-License-Identifier: GPL-3.0-or-later
// StageChain: the targets of a pipeline in the order of promotion, each with the version there; one
// is chosen. Left and Right walk them.
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QHBoxLayout;

namespace pilothouse::pipelines
{

struct StageText {
    QString id;
    QString name;
    QString version; // "v14 → v15"
    ui::Token tone = ui::Token::EnvSandbox;
    QString locked; // why; empty: it is not
    bool operator==(const StageText&) const = default;
};

class StageChain final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StageChain)

public:
    explicit StageChain(QWidget* parent = nullptr);

    void setStages(const std::vector<StageText>& stages, const QString& chosen);
    const std::vector<StageText>& stages() const { return m_stages; }
    QString chosen() const { return m_chosen; }

Q_SIGNALS:
    void stageChosen(const QString& id); // by the user

private:
    std::vector<StageText> m_stages;
    QString m_chosen;
    QButtonGroup* m_group;
    QHBoxLayout* m_row;
};

} // namespace pilothouse::pipelines
