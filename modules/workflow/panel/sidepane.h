// SPDX-License-Identifier: GPL-3.0-or-later
// SidePane: the right column: the task or why it waits, and below it the sheet of an act.
#pragma once

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace pilothouse::workflow
{

// Height of a footer that holds buttons.
constexpr int kButtonFooter = 36;

class SidePane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SidePane)

public:
    explicit SidePane(QWidget* parent = nullptr);

    void addView(QWidget* view); // the task, why
    void showView(QWidget* view);
    QWidget* view() const;
    void addSheet(QWidget* sheet); // clear, trigger, backfill
    void openSheet(QWidget* sheet); // null: none
    QWidget* sheet() const; // null: none open
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QSplitter* m_split;
    QStackedWidget* m_views;
    QStackedWidget* m_sheets;
    bool m_sheetOpen = false;
};

} // namespace pilothouse::workflow
