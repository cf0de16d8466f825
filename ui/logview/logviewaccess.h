// SPDX-License-Identifier: GPL-3.0-or-later
// LogViewAccess: what assistive technology hears of a log: a list of the lines on screen, each with
// its number, time, level as a word, source and text.
#pragma once

#include <QtWidgets/QAccessibleWidget>

#include <map>
#include <memory>

namespace pilothouse::ui
{

class LogView;

class LogViewAccess final : public QAccessibleWidget
{
public:
    explicit LogViewAccess(LogView* view);
    ~LogViewAccess() override;

    static void install(); // once per process, also when called again

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;
    QString text(QAccessible::Text kind) const override;

private:
    QAccessibleInterface* line(qint64 row) const;
    LogView* view() const;

    mutable std::map<qint64, QAccessible::Id> m_lines;
};

} // namespace pilothouse::ui
