// SPDX-License-Identifier: GPL-3.0-or-later
// Without a window manager every window of a program is a child of the root, which is watched.
#include "tests/bench/xdisplay.h"

#include <xcb/xcb.h>

#include <poll.h>

#include <cstdlib>

namespace pilothouse::bench
{

using namespace Qt::StringLiterals;

namespace
{

template <class T>
using Owned = std::unique_ptr<T, decltype(&std::free)>;

bool isLarge(xcb_connection_t* connection, xcb_window_t window)
{
    const Owned<xcb_get_geometry_reply_t> size(
        xcb_get_geometry_reply(connection, xcb_get_geometry(connection, window), nullptr),
        std::free);
    return size && size->width >= 300 && size->height >= 200;
}

} // namespace

XDisplay::XDisplay()
{
    // The server chooses a free number and writes it down.
    m_server.setProcessChannelMode(QProcess::SeparateChannels);
    m_server.start(u"Xvfb"_s,
        {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1680x1050x24"_s, u"-nolisten"_s,
            u"tcp"_s});
    if (!m_server.waitForStarted() || !m_server.waitForReadyRead(20'000)) {
        m_problem = u"Xvfb does not start: "_s + m_server.errorString();
        return;
    }
    m_name = u':' + QString::fromLatin1(m_server.readLine().trimmed());
    m_connection = xcb_connect(m_name.toLatin1().constData(), nullptr);
    if (xcb_connection_has_error(m_connection)) {
        m_problem = u"no connection to "_s + m_name;
        return;
    }
    const xcb_screen_t* screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data;
    const uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(m_connection, screen->root, XCB_CW_EVENT_MASK, &mask);
    xcb_flush(m_connection);
}

XDisplay::~XDisplay()
{
    if (m_connection)
        xcb_disconnect(m_connection);
    m_server.terminate();
    if (!m_server.waitForFinished(5000))
        m_server.kill();
    m_server.waitForFinished();
}

double XDisplay::mapped(QProcess& process, int limitMs)
{
    while (xcb_generic_event_t* old = xcb_poll_for_event(m_connection))
        std::free(old);
    QElapsedTimer clock;
    clock.start();
    process.start();
    while (clock.elapsed() < limitMs) {
        pollfd p{xcb_get_file_descriptor(m_connection), POLLIN, 0};
        (void)::poll(&p, 1, 50);
        while (
            const Owned<xcb_generic_event_t> event{xcb_poll_for_event(m_connection), std::free}) {
            if ((event->response_type & 0x7f) != XCB_MAP_NOTIFY)
                continue;
            const double now = double(clock.nsecsElapsed()) / 1e6;
            const auto* map = reinterpret_cast<const xcb_map_notify_event_t*>(event.get());
            if (isLarge(m_connection, map->window))
                return now;
        }
        if (xcb_connection_has_error(m_connection))
            break;
    }
    return -1;
}

} // namespace pilothouse::bench
