// SPDX-License-Identifier: GPL-3.0-or-later
// SidePane: the right column: the task or why it waits, and below it the sheet of an act.
#pragma once

#include <QWidget>

#include <functional>

class QAbstractButton;
class QSplitter;
class QStackedWidget;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

// Height of a footer that holds buttons.
constexpr int kButtonFooter = 36;

// Ctrl+Return presses `act` (null: nothing), Esc calls `close`, anywhere in the sheet.
void answerSheetKeys(QWidget* sheet, QAbstractButton* act, std::function<void()> close);

// A line of its own in a sheet, seen only while it says something: beside the buttons or the title
// of a narrow column it would be cut.
class SheetNote final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetNote)

public:
    explicit SheetNote(QWidget* parent, Qt::TextElideMode mode = Qt::ElideRight);
    // `leads`: it can be clicked, and pressed with the keyboard, to get to what it speaks of.
    void setText(const QString& text, bool leads = false);
    QString text() const;

Q_SIGNALS:
    void followed();

private:
    ui::ElidedLabel* m_label;
    ui::Button* m_link;
};

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

Q_SIGNALS:
    void asked(); // a view or a sheet is to be seen

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
