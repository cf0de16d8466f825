// SPDX-License-Identifier: GPL-3.0-or-later
// LogJumpBar: asks for a line or a time and takes a log view there. Floats over its corner.
#pragma once

#include <QtWidgets/QFrame>

class QLineEdit;

namespace pilothouse::ui
{

class LogView;

class LogJumpBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogJumpBar)

public:
    explicit LogJumpBar(LogView& view); // child of the view; shows itself when asked for

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void start();
    void place();
    void close();

    LogView& m_view;
    QLineEdit* m_field;
};

} // namespace pilothouse::ui
