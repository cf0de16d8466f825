// SPDX-License-Identifier: GPL-3.0-or-later
// start.restore: from the start of the process to the first paint of our restored session, as the
// program logs it, against the mapped window of sqlitebrowser; both on the same Xvfb. idle.cpu: the
// same session, both services connected, left alone.
#include "tests/bench/benchfile.h"
#include "tests/bench/xdisplay.h"
#include "tests/support/testsandbox.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QThread>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>

#include <unistd.h>

using namespace pilothouse;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRuns = 5;
constexpr int kLimitMs = 60'000;
constexpr unsigned long kSettleSeconds = 15;
constexpr unsigned long kIdleSeconds = 40;

QJsonObject tab(const QString& kind, const QString& service, const QJsonObject& state = {})
{
    return {{u"kind"_s, kind}, {u"service"_s, service}, {u"state"_s, state}};
}

// What a run leaves behind: a SQL tab with its draft beside the keys of the cache.
QByteArray sessionOf(const QString& profile)
{
    const QJsonObject left{{u"tabs"_s,
                               QJsonArray{tab(u"database.query"_s, u"shop-db"_s,
                                              {{u"version"_s, 1}, {u"draft"_s, u"bench"_s}}),
                                   tab(u"database.locks"_s, u"shop-db"_s)}},
        {u"current"_s, 0}, {u"active"_s, true}};
    const QJsonObject right{{u"tabs"_s, QJsonArray{tab(u"queue.keys"_s, u"shop-cache"_s)}},
        {u"current"_s, 0}, {u"active"_s, false}};
    const QJsonObject tree{{u"split"_s, u"right"_s}, {u"sizes"_s, QJsonArray{800, 600}},
        {u"children"_s, QJsonArray{left, right}}};
    const QJsonObject area{{u"tree"_s, tree}, {u"closed"_s, QJsonArray()}};
    const QJsonObject one{
        {u"area"_s, area}, {u"time"_s, QJsonObject{{u"live"_s, true}, {u"span"_s, 900}}}};
    return QJsonDocument(
        QJsonObject{{u"schema"_s, 1}, {u"profile"_s, profile},
            {u"profiles"_s, QJsonObject{{profile, one}}}, {u"railExpanded"_s, false}})
        .toJson();
}

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

class Programs final
{
public:
    Programs(const bench::XDisplay& display, const test::TestSandbox& sandbox)
        : m_profile(sandbox.profile())
        , m_environment(QProcessEnvironment::systemEnvironment())
    {
        for (const char* name : {"CONFIG", "STATE", "CACHE", "DATA"})
            m_environment.insert(
                u"XDG_%1_HOME"_s.arg(QLatin1StringView(name)), path(QString::fromLatin1(name)));
        QDir().mkpath(path(u"run"_s));
        QFile::setPermissions(
            path(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
        m_environment.insert(u"PILOTHOUSE_SANDBOX_DIR"_s, sandbox.folder());
        m_environment.insert(u"HOME"_s, m_folder.path());
        m_environment.insert(u"DISPLAY"_s, display.name());
        m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        m_environment.remove(u"WAYLAND_DISPLAY"_s);
    }

    bool prepare() const
    {
        sqlite3* db = nullptr;
        const bool made = sqlite3_open(path(u"rows.db"_s).toUtf8().constData(), &db) == SQLITE_OK
            && sqlite3_exec(db,
                   "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b REAL);"
                   "WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < "
                   "100000)"
                   " INSERT INTO t SELECT n, 'customer-' || n, n / 7.0 FROM g",
                   nullptr, nullptr, nullptr)
                == SQLITE_OK;
        sqlite3_close(db);
        return made;
    }

    // Every run restores the same session, whatever the last one wrote.
    bool ours(QProcess& process) const
    {
        process.setProcessEnvironment(m_environment);
        process.setProgram(QString::fromUtf8(PILOTHOUSE_PROGRAM));
        return writeFile(path(u"STATE/pilothouse/session.json"_s), sessionOf(m_profile));
    }
    void peer(QProcess& process) const
    {
        process.setProcessEnvironment(m_environment);
        process.setProgram(u"sqlitebrowser"_s);
        process.setArguments({path(u"rows.db"_s)});
    }

    // Milliseconds since the epoch of the line, negative when it does not come.
    qint64 logged(const QByteArray& words, qint64 since) const
    {
        for (int waited = 0; waited < kLimitMs; waited += 50) {
            QFile log(path(u"STATE/pilothouse/logs/pilothouse.log"_s));
            if (log.open(QIODevice::ReadOnly))
                for (const QByteArray& line : log.readAll().split('\n')) {
                    if (!line.contains(words))
                        continue;
                    const auto at = QDateTime::fromString(
                        QString::fromLatin1(line.left(23)), u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
                    if (at.toMSecsSinceEpoch() >= since)
                        return at.toMSecsSinceEpoch();
                }
            QThread::msleep(50);
        }
        return -1;
    }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    const QString m_profile;
    QProcessEnvironment m_environment;
};

void end(QProcess& process)
{
    process.kill();
    process.waitForFinished();
}

// User and system time of the process so far, in seconds.
double cpuSeconds(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray all = file.readAll();
    const auto words = all.mid(all.lastIndexOf(')') + 2).split(' ');
    return words.size() > 12
        ? double(words[11].toLongLong() + words[12].toLongLong()) / double(::sysconf(_SC_CLK_TCK))
        : -1;
}

bool start(bench::XDisplay& display, const Programs& programs)
{
    bench::Figure figure;
    figure.name = u"start.restore"_s;
    figure.peerName = u"sqlitebrowser, window mapped"_s;
    figure.unit = u"ms"_s;
    figure.aim = 1.0;
    const auto measured = bench::alternate(
        figure, kRuns,
        [&]() -> double {
            QProcess process;
            if (!programs.ours(process))
                return -1;
            const qint64 begin = QDateTime::currentMSecsSinceEpoch();
            const double mapped = display.mapped(process, kLimitMs);
            const qint64 painted = programs.logged("session painted", begin);
            end(process);
            std::printf("    ours mapped after %.0f ms\n", mapped);
            return mapped < 0 || painted < 0 ? -1 : double(painted - begin);
        },
        [&] {
            QProcess process;
            programs.peer(process);
            const double mapped = display.mapped(process, kLimitMs);
            end(process);
            return mapped;
        });
    return measured && bench::write(*measured);
}

bool idle(bench::XDisplay& display, const Programs& programs)
{
    QProcess process;
    if (!programs.ours(process))
        return false;
    const qint64 begin = QDateTime::currentMSecsSinceEpoch();
    if (display.mapped(process, kLimitMs) < 0 || programs.logged("session painted", begin) < 0)
        return false;
    QThread::sleep(kSettleSeconds);
    const double before = cpuSeconds(process.processId());
    QThread::sleep(kIdleSeconds);
    const double after = cpuSeconds(process.processId());
    end(process);
    if (before < 0 || after < before)
        return false;
    bench::Figure figure;
    figure.name = u"idle.cpu"_s;
    figure.ours = (after - before) / double(kIdleSeconds) * 100;
    figure.unit = u"% of a core"_s;
    figure.runs = 1;
    figure.aim = 1;
    return bench::write(figure);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    bench::XDisplay display;
    const test::TestSandbox sandbox;
    for (const QString& problem : {display.problem(), sandbox.problem()})
        if (!problem.isEmpty()) {
            std::fprintf(stderr, "%s\n", qPrintable(problem));
            return 1;
        }
    const Programs programs(display, sandbox);
    if (!programs.prepare())
        return 1;
    const bool started = start(display, programs);
    const bool rested = idle(display, programs);
    return started && rested ? 0 : 1;
}
