// SPDX-License-Identifier: GPL-3.0-or-later
// XDisplay: an Xvfb of one benchmark, and when a window appeared on it.
#pragma once

#include <QElapsedTimer>
#include <QProcess>

#include <memory>

struct xcb_connection_t;

namespace pilothouse::bench
{

class XDisplay final
{
public:
    XDisplay();
    ~XDisplay();
    Q_DISABLE_COPY_MOVE(XDisplay)

    QString problem() const { return m_problem; }
    QString name() const { return m_name; } // ":57"

    // Starts the program and waits for its first window of at least 300 × 200 pixels to be mapped.
    // Milliseconds from the start, negative: none came. The process runs on.
    double mapped(QProcess& process, int limitMs);

private:
    QProcess m_server;
    xcb_connection_t* m_connection = nullptr;
    QString m_name;
    QString m_problem;
};

} // namespace pilothouse::bench
