// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A 52 px ring that empties while a wait runs, with the seconds left inside.

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace pilothouse::ui
{

class CountdownRing final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CountdownRing)

public:
    explicit CountdownRing(QWidget* parent = nullptr);

    void start(int waitMs);
    void stop(); // the ring stays, empty
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }
    [[nodiscard]] int secondsLeft() const; // rounded up
    QSize sizeHint() const override;

Q_SIGNALS:
    void secondPassed(int secondsLeft);
    void finished();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_since;
    int m_waitMs = 0;
    int m_shown = 0;
};

} // namespace pilothouse::ui
