// SPDX-License-Identifier: GPL-3.0-or-later
// The program as main.cpp makes it, with a driver on its standard input. Tests kill it, search it
// and look at what it leaves behind.
#include "app/application.h"
#include "app/cli/arguments.h"
#include "app/paths.h"
#include "app/singleinstance.h"
#include "app/watchdog.h"
#include "core/log.h"
#include "tests/process/driver.h"

#include <QCoreApplication>

using namespace pilothouse;
using namespace pilothouse::app;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    leaveNoCoreFile();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    const auto arguments = parseArguments(words);
    if (!arguments)
        return 2;
    QCoreApplication::setApplicationName(u"pilothouse"_s);
    Watchdog watchdog;
    WatchedApplication qt(argc, argv, watchdog);
    startLogging({stateFolder() + u"/logs"_s});
    SingleInstance instance(stateFolder());
    if (!instance.claim())
        return 1;
    Application application(qt, watchdog, *arguments);
    test::Driver driver(application);
    application.start();
    return QCoreApplication::exec();
}
