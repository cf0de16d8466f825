// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/displayguard.h"

#include "app/cli/arguments.h"
#include "app/paths.h"
#include "app/translators.h"

#include <QSettings>
#include <QStringList>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr const char* kSentence = QT_TRANSLATE_NOOP("CommandLine",
    "The display cannot be opened. Check DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM, or use "
    "packaging/run --headless.");

// A handler is a plain function; this is what it knows.
QStringList& warnings()
{
    static QStringList list;
    return list;
}

void printLine(const QString& text)
{
    std::fprintf(stderr, "%s\n", text.toLocal8Bit().constData());
}

// The application is half made: nothing may be installed in it.
[[noreturn]] void endWithoutDisplay(const QString& fatal)
{
    const QString language
        = Translators::chosen(QSettings(configFolder() + u"/settings.ini"_s, QSettings::IniFormat));
    const QString cause = warnings().isEmpty() ? fatal : warnings().first(); // before Qt's advice
    printLine(Translators::text(language, "CommandLine", kSentence));
    printLine(cause);
    std::fflush(nullptr);
    std::_Exit(static_cast<int>(ExitCode::NoDisplay));
}

void keep(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (type == QtFatalMsg)
        endWithoutDisplay(text);
    warnings().append(qFormatLogMessage(type, context, text));
}

} // namespace

DisplayGuard::DisplayGuard()
{
    qInstallMessageHandler(&keep);
}

DisplayGuard::~DisplayGuard()
{
    qInstallMessageHandler(nullptr);
    for (const QString& text : std::as_const(warnings()))
        printLine(text);
    warnings().clear();
}

} // namespace pilothouse::app
