// SPDX-License-Identifier: GPL-3.0-or-later
// UndoList: the resets of this cluster that can be taken back, newest first.
#pragma once

#include "streams/panel/undofiles.h"

#include <QTimeZone>
#include <QWidget>

class QTreeWidget;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class UndoList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoList)

public:
    explicit UndoList(QWidget* parent = nullptr);

    void setFiles(const std::vector<UndoFile>& files, const QTimeZone& zone);
    void setProblem(const QString& problem);
    QString current() const; // path; empty: none
    int count() const;
    void begin(); // focus on the newest
    QString text() const; // in place of a list, or below it

Q_SIGNALS:
    void takeBackAsked(const QString& path);
    void currentChanged();

private:
    void tell();

    QTreeWidget* m_list;
    ui::ElidedLabel* m_text;
};

} // namespace pilothouse::streams
