// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchfile.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <unistd.h>

namespace pilothouse::bench
{

using namespace Qt::StringLiterals;

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::optional<Figure> alternate(Figure figure, int runs, const std::function<double()>& ours,
    const std::function<double()>& peer)
{
    std::vector<double> mine;
    std::vector<double> theirs;
    for (int i = -1; i < runs; ++i) {
        const double a = ours();
        const double b = peer();
        if (a < 0 || b < 0)
            return std::nullopt;
        if (i < 0)
            continue;
        std::printf("  %s run %d: ours %.3f, %s %.3f\n", qPrintable(figure.name), i + 1, a,
            qPrintable(figure.peerName), b);
        std::fflush(stdout);
        mine.push_back(a);
        theirs.push_back(b);
    }
    figure.ours = median(mine);
    figure.peer = median(theirs);
    figure.runs = runs;
    return figure;
}

bool write(const Figure& f)
{
    const QString path = qEnvironmentVariable("PILOTHOUSE_BENCH_FILE", u"bench.json"_s);
    QJsonArray all;
    if (QFile file(path); file.open(QIODevice::ReadOnly))
        all = QJsonDocument::fromJson(file.readAll()).array();
    for (qsizetype i = all.size(); i-- > 0;)
        if (all[i].toObject()["name"_L1].toString() == f.name)
            all.removeAt(i);
    double load[3]{};
    (void)::getloadavg(load, 3);
    all.append(QJsonObject{{u"name"_s, f.name}, {u"ours"_s, f.ours},
        {u"peer"_s, f.peer ? QJsonValue(*f.peer) : QJsonValue()}, {u"peer_name"_s, f.peerName},
        {u"unit"_s, f.unit}, {u"better"_s, f.lowerIsBetter ? u"lower"_s : u"higher"_s},
        {u"runs"_s, f.runs}, {u"load"_s, load[0]}});
    const double value = f.peer && *f.peer > 0 ? f.ours / *f.peer : f.ours;
    std::printf("%-20s ours %.3f %s", qPrintable(f.name), f.ours, qPrintable(f.unit));
    if (f.peer)
        std::printf(", %s %.3f, ratio %.2f", qPrintable(f.peerName), *f.peer, value);
    if (f.aim > 0)
        std::printf(" (aim %s %.2f: %s)", f.lowerIsBetter ? "<=" : ">=", f.aim,
            (f.lowerIsBetter ? value <= f.aim : value >= f.aim) ? "met" : "MISSED");
    std::printf(", load %.1f\n", load[0]);
    std::fflush(stdout);
    QSaveFile out(path);
    return out.open(QIODevice::WriteOnly) && out.write(QJsonDocument(all).toJson()) > 0
        && out.commit();
}

bool Stopwatch::countsCpu()
{
    static const bool cpu = qEnvironmentVariable("PILOTHOUSE_BENCH_CLOCK") == u"cpu"_s;
    return cpu;
}

Stopwatch::Stopwatch()
    : m_start(now())
{
}

double Stopwatch::ms() const
{
    return now() - m_start;
}

double Stopwatch::now()
{
    if (!countsCpu()) {
        timespec t{};
        clock_gettime(CLOCK_MONOTONIC, &t);
        return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
    }
    // What a process that has ended took stands with its parent.
    struct Process {
        qint64 parent = 0;
        qint64 ticks = 0;
    };
    QHash<qint64, Process> all;
    for (const QString& name : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        QFile file(u"/proc/"_s + name + u"/stat"_s);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = file.readAll();
        const auto words = text.mid(text.lastIndexOf(')') + 2).split(' ');
        if (words.size() > 14)
            all.insert(name.toLongLong(),
                {words[1].toLongLong(),
                    words[11].toLongLong() + words[12].toLongLong() + words[13].toLongLong()
                        + words[14].toLongLong()});
    }
    qint64 ticks = 0;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        qint64 at = it.key();
        for (int depth = 0; at > 1 && at != ::getpid() && depth < 20; ++depth)
            at = all.value(at).parent;
        if (at == ::getpid())
            ticks += it->ticks;
    }
    return double(ticks) * 1e3 / double(::sysconf(_SC_CLK_TCK));
}

qint64 proportionalMemory()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith("Pss:"))
            return line.mid(4).simplified().split(' ').value(0).toLongLong() * 1024;
    return 0;
}

} // namespace pilothouse::bench
