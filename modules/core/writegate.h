// SPDX-License-Identifier: GPL-3.0-or-later
// WriteGate: may this connection write now? Set on the GUI thread, asked by the adapter on its lane
// for every statement it is about to send. Thread-safe.
#pragma once

#include "core/service.h"

#include <QDateTime>

#include <atomic>

namespace pilothouse
{

class WriteGate final
{
public:
    static constexpr int kLiftMinutes = 15;

    explicit WriteGate(WriteMode mode)
        : m_mode(mode)
    {
    }

    WriteMode mode() const { return m_mode; }
    // On and Ask always; Off while lifted; Never never.
    bool allows() const
    {
        return m_mode == WriteMode::On || m_mode == WriteMode::Ask
            || (m_mode == WriteMode::Off && QDateTime::currentMSecsSinceEpoch() < m_liftedUntil);
    }
    // True when each act must be confirmed by the user first.
    bool asks() const { return m_mode != WriteMode::On; }

    bool canLift() const { return m_mode == WriteMode::Off; }
    void lift() // for 15 minutes from now
    {
        if (canLift())
            m_liftedUntil = QDateTime::currentMSecsSinceEpoch() + kLiftMinutes * 60'000;
    }
    void drop() { m_liftedUntil = 0; }
    QDateTime liftedUntil() const { return QDateTime::fromMSecsSinceEpoch(m_liftedUntil, Qt::UTC); }

private:
    const WriteMode m_mode;
    std::atomic<qint64> m_liftedUntil{0};
};

} // namespace pilothouse
