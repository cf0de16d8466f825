// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a deploy sheet: units by group with what changes in each, the checks, and what is
// shown of a chosen row. Words only, no widget.
#pragma once

#include "pipelines/deploy/deploydesk.h"
#include "pipelines/deploy/linediff.h"
#include "ui/tree/lazytreemodel.h"

#include <QCoreApplication>

namespace pilothouse::pipelines
{

struct DeployGroup {
    ui::TreeNode node;
    std::vector<ui::TreeNode> units;
    std::map<QString, std::vector<ui::TreeNode>> files; // by unitKey()
};

// Shown of a row: lines of a difference, or plain text.
struct DeployDetail {
    struct Line {
        enum class Kind { Same, Added, Removed, ByHand, Head };
        Kind kind = Kind::Same;
        QString text;
        bool operator==(const Line&) const = default;
    };
    QString title;
    QString note; // above the lines, may be empty
    std::vector<Line> lines;
    QString overwrite; // path of a file changed by hand that may be chosen; empty: none
    QString unit; // that may be left out, by unitKey(); empty: it changes nothing
    bool leftOut = false;
    bool operator==(const DeployDetail&) const = default;
};

class DeployRows final
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::pipelines::DeployRows)

public:
    explicit DeployRows(const DeployDesk& desk)
        : m_desk(desk)
    {
    }

    std::vector<DeployGroup> groups() const;
    std::vector<ui::TreeNode> checks() const; // failed first
    DeployDetail detail(const QString& unit, const QString& path) const; // path empty: the unit
    QString countWords() const; // "2 created, 1 changed"

private:
    ui::TreeNode unitNode(const UnitPlan& unit) const;
    ui::TreeNode fileNode(const FilePlan& file) const;
    const DeployStep* stepOf(const QString& unit) const;
    DeployDetail fileDetail(const FilePlan& file) const;

    const DeployDesk& m_desk;
};

} // namespace pilothouse::pipelines
