// SPDX-License-Identifier: GPL-3.0-or-later
// What the session keeps of the window, and how it comes back.
#include "app/shell/mainwindow.h"

#include "app/shell/rail.h"
#include "app/shell/session.h"
#include "app/shell/tabarea.h"
#include "ui/timecontext.h"

#include <QGuiApplication>
#include <QScreen>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QSize kFirstSize(1440, 900);
constexpr int kFrame = 40; // more than any title bar is high

} // namespace

void MainWindow::forgetTabs()
{
    if (!m_profileFile.isEmpty())
        m_profiles = collectSession()[u"profiles"_s].toObject();
    m_profileFile.clear();
    m_tabs->closeAll();
}

QJsonObject MainWindow::collectSession()
{
    QJsonObject profiles = m_profiles;
    if (!m_profileFile.isEmpty()) {
        const TimeRange range = m_context.time.range();
        const bool live = m_context.time.isLive();
        QJsonObject time{{u"live"_s, live}, {u"span"_s, qint64(m_context.time.span().count())}};
        if (!live) {
            time[u"from"_s] = range.from.toUTC().toString(Qt::ISODateWithMs);
            time[u"to"_s] = range.to.toUTC().toString(Qt::ISODateWithMs);
        }
        profiles[m_profileFile] = QJsonObject{{u"area"_s, m_tabs->save()}, {u"time"_s, time}};
    }
    // While none is open the last one stays the one to open next time.
    const QString profile = m_profileFile.isEmpty() && m_session
        ? m_session->content()[u"profile"_s].toString()
        : m_profileFile;
    return {{u"profile"_s, profile}, {u"profiles"_s, profiles},
        {u"railExpanded"_s, m_rail->isExpanded()},
        {u"window"_s, QString::fromLatin1(saveGeometry().toBase64())}};
}

void MainWindow::restoreWindow()
{
    const QJsonObject saved = m_session ? m_session->content() : QJsonObject();
    m_profiles = saved[u"profiles"_s].toObject();
    // Expanded on first run, to teach names and shortcuts.
    m_rail->setExpanded(saved[u"railExpanded"_s].toBool(true), false);
    const QByteArray geometry = QByteArray::fromBase64(saved[u"window"_s].toString().toLatin1());
    if (!geometry.isEmpty() && restoreGeometry(geometry))
        return;
    resize(kFirstSize);
    // With its frame it is to fit. The screen of the platform without one says nothing.
    const QSize room = screen()->availableSize() - QSize(0, kFrame);
    if (QGuiApplication::platformName() != "offscreen"_L1
        && (room.width() < kFirstSize.width() || room.height() < kFirstSize.height()))
        setWindowState(windowState() | Qt::WindowMaximized);
}

} // namespace pilothouse::app
