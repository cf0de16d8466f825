// SPDX-License-Identifier: GPL-3.0-or-later
// ConflictBar: over an edited value that somebody else changed meanwhile: the ways out of it.
#pragma once

#include <QFrame>

class QLabel;

namespace pilothouse::ui
{
class Button;
} // namespace pilothouse::ui

namespace pilothouse::queue
{

class ConflictBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictBar)

public:
    enum class State {
        None, // hidden
        TheirsShown, // the service's value is shown; the edit is kept
        Changed, // the service holds another value than the one the edit was made from
        Gone, // the service holds none any more
    };

    explicit ConflictBar(QWidget* parent = nullptr);

    void setState(State state);
    State state() const { return m_state; }
    ui::Button* first() const { return m_first; } // load theirs, or show mine
    ui::Button* second() const { return m_second; } // overwrite, or discard mine

Q_SIGNALS:
    void theirsRequested();
    void overwriteRequested();
    void mineRequested();
    void mineDropped();

private:
    State m_state = State::None;
    QLabel* m_text;
    ui::Button* m_first;
    ui::Button* m_second;
};

} // namespace pilothouse::queue
