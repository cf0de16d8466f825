// SPDX-License-Identifier: GPL-3.0-or-later
// Collects warnings from any thread; prints everything as it comes.
#include "tests/support/warnings.h"

#include "tests/support/testmain.h"

#include <QMutex>
#include <QStringList>
#include <QTimer>

#include <cstdio>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

struct Trap {
    QtMessageHandler next = nullptr;
    QMutex mutex;
    QStringList seen;
    // What the offscreen platform says of things it does not do.
    QStringList allowed{u"propagateSizeHints"_s, u"plugin does not support raise"_s,
        u"plugin does not support grabbing the keyboard"_s};
};

Trap& trap()
{
    static Trap t;
    return t;
}

void handler(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (trap().next)
        trap().next(type, context, message);
    else
        std::fprintf(stderr, "%s\n", qPrintable(message));
    if (type != QtWarningMsg && type != QtCriticalMsg)
        return;
    QMutexLocker lock(&trap().mutex);
    for (const QString& part : std::as_const(trap().allowed))
        if (message.contains(part))
            return;
    trap().seen.append(message);
}

} // namespace

void trapWarnings()
{
    const auto before = qInstallMessageHandler(handler);
    if (before != handler)
        trap().next = before;
}

int runTrapped(QObject* test, int argc, char** argv)
{
    // A zero timer fires at the first event loop of the first test; the trap goes in at once too,
    // for tests that never spin one (Qt Test then prints through its own handler only).
    QTimer::singleShot(0, test, [] { trapWarnings(); });
    const int failed = QTest::qExec(test, argc, argv);
    const QStringList warnings = takeWarnings();
    for (const QString& w : warnings)
        std::fprintf(stderr, "FAIL!  : unexpected warning: %s\n", qPrintable(w));
    return failed + static_cast<int>(warnings.size());
}

QStringList takeWarnings()
{
    QMutexLocker lock(&trap().mutex);
    return std::exchange(trap().seen, {});
}

void allowWarning(const QString& part)
{
    QMutexLocker lock(&trap().mutex);
    trap().allowed.append(part);
}

} // namespace pilothouse::test
