// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrun/sandboxchecks.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

#include <algorithm>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Glyph;

namespace
{

QString gigabytes(qint64 bytes)
{
    return QLocale().toString(double(bytes) / double(1 << 30), 'f', 1);
}

CheckLine amount(const QString& name, qint64 free, qint64 need)
{
    if (free < 0)
        return {Glyph::Unknown, name, {}, {}};
    return {free >= need ? Glyph::Ok : Glyph::Error, name,
        SandboxChecks::tr("%1 GB free, needs %2").arg(gigabytes(free), gigabytes(need)), {}};
}

} // namespace

MachineFacts MachineFacts::ofThisMachine(const QString& folder)
{
    MachineFacts facts;
    QFile info(u"/proc/meminfo"_s);
    if (info.open(QIODevice::ReadOnly)) {
        const QByteArrayList lines = info.readAll().split('\n');
        for (const QByteArray& line : lines)
            if (line.startsWith("MemAvailable:"))
                facts.memoryFree = line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    QFileInfo place(folder);
    while (!place.exists() && !place.isRoot())
        place = QFileInfo(place.path());
    const QStorageInfo disk(place.filePath());
    if (disk.isValid())
        facts.diskFree = disk.bytesAvailable();
    return facts;
}

QStringList SandboxChecks::missing(const SandboxStatus& status)
{
    QStringList names;
    for (const SandboxServer& server : status.servers)
        if (!server.installed && !server.onDemand)
            names.append(server.title);
    return names;
}

QList<CheckLine> SandboxChecks::lines(const SandboxStatus& status, const MachineFacts& facts)
{
    QList<CheckLine> lines;
    const QStringList lacking = missing(status);
    if (lacking.isEmpty())
        lines.append({Glyph::Ok, tr("Packages are installed"), {}, {}});
    else
        lines.append({Glyph::Warn, tr("%1 will be installed").arg(lacking.join(u", "_s)), u"apt"_s,
            tr("Installing packages needs root or sudo; nothing else does.")});
    if (status.ready) {
        lines.append({Glyph::Ok, tr("All servers answer"), {}, {}});
        return lines;
    }
    lines.append(amount(tr("Memory"), facts.memoryFree, kMemoryNeed));
    lines.append(amount(tr("Disk"), facts.diskFree, kDiskNeed));
    QStringList ports;
    for (const SandboxServer& server : status.servers) {
        for (const int port : server.ports)
            ports.append(QString::number(port));
        if (server.state == u"failed")
            lines.append({Glyph::Error, tr("%1 did not start").arg(server.title), {}, {}});
    }
    lines.append(ports.isEmpty()
            ? CheckLine{Glyph::Ok, tr("Free ports are chosen"), u"127.0.0.1"_s, {}}
            : CheckLine{Glyph::Ok, tr("Ports on this computer only"), ports.join(u", "_s), {}});
    return lines;
}

bool SandboxChecks::mayStart(const SandboxStatus& status, const MachineFacts& facts)
{
    // Servers that failed before may well start now.
    return status.ready
        || ((facts.memoryFree < 0 || facts.memoryFree >= kMemoryNeed)
            && (facts.diskFree < 0 || facts.diskFree >= kDiskNeed));
}

} // namespace pilothouse::app
