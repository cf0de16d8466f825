// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The picture of a failing panel, in this order: countdown and a plain sentence, the original
// message, what the user can do, the attempts so far, and what to check.

#include "ui/states/panelstate.h"

#include <QtWidgets/QWidget>

class QFrame;
class QLabel;
class QBoxLayout;
class QGridLayout;
class QVBoxLayout;
class QShortcut;

namespace pilothouse::ui
{

class Button;
class CountdownRing;

class ErrorPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorPage)

public:
    explicit ErrorPage(QWidget* parent = nullptr);
    void setInfo(const ErrorInfo& info);
    // Ends the countdown without a signal: the panel left the error state.
    void halt();

Q_SIGNALS:
    void retryRequested();
    void retryStopped();
    void commandRunRequested(const QString& command);
    void serverStartRequested(const QString& service);
    void connectionEditRequested(const QString& service);
    void actionTriggered(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    QWidget* buildColumn();
    void arrange(); // as the width has it
    void fillAttempts();
    void fillChecks();
    void sayNext(int secondsLeft);
    [[nodiscard]] QString asText() const; // what Copy puts on the clipboard

    ErrorInfo m_info;
    bool m_narrow = false;
    CountdownRing* m_ring;
    QLabel* m_heading;
    QLabel* m_next;
    QLabel* m_original;
    Button* m_retry;
    Button* m_stop;
    Button* m_start;
    Button* m_edit;
    Button* m_action;
    Button* m_copy;
    QWidget* m_attemptsBox;
    QGridLayout* m_attempts;
    QWidget* m_checksBox;
    QVBoxLayout* m_checks;
    QBoxLayout* m_columns;
    QBoxLayout* m_buttons;
    QFrame* m_divider = nullptr;
};

} // namespace pilothouse::ui
