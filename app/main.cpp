// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments in, exit code out. Commands end here; a window or a tour goes on in Application.
#include "app/application.h"
#include "app/cli/doctor.h"
#include "app/cli/pipelinecommand.h"
#include "app/displayguard.h"
#include "app/modules.h"
#include "app/paths.h"
#include "app/profiles/profilestore.h"
#include "app/shell/mainwindow.h"
#include "app/singleinstance.h"
#include "app/tour.h"
#include "app/translators.h"
#include "app/watchdog.h"
#include "core/log.h"

#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QSettings>

#include <cstdio>
#include <memory>
#include <optional>

using namespace pilothouse;
using namespace pilothouse::app;
using namespace Qt::StringLiterals;

namespace
{

void print(std::FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    if (!bytes.endsWith('\n'))
        std::fputc('\n', stream);
    std::fflush(stream);
}

int codeOf(ExitCode code)
{
    return static_cast<int>(code);
}

// Qt aborts where there is no display; say it in words instead.
bool displayIsThere(const QStringList& arguments)
{
    for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    return arguments.contains(u"-platform"_s) || arguments.contains(u"--platform"_s);
}

QString chosenLanguage()
{
    return Translators::chosen(
        QSettings(configFolder() + u"/settings.ini"_s, QSettings::IniFormat));
}

// Without a window, but in the user's language: translators need an application to work.
template <typename Make>
void printTranslated(int argc, char** argv, FILE* stream, const Make& make)
{
    QCoreApplication qt(argc, argv);
    Translators translators;
    translators.use(chosenLanguage());
    print(stream, make());
}

int doctor(int argc, char** argv, const Arguments& arguments)
{
    QCoreApplication qt(argc, argv);
    Translators translators;
    translators.use(chosenLanguage());
    Runtime runtime;
    DoctorOptions options;
    options.profile = arguments.profile;
    options.folders = {configFolder(), stateFolder(), cacheFolder()};
    options.sandboxScript = findSandboxScript(QCoreApplication::applicationDirPath());
    options.descriptors = adapters();
    QString printed;
    const ExitCode code = runDoctor(runtime, std::move(options), arguments.json, &printed);
    print(stdout, printed);
    return codeOf(code);
}

// A picture needs fonts, but no display.
int pipeline(int argc, char** argv, const Arguments& arguments)
{
    // What Qt thinks of the surroundings does not belong among the problems of files.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
        if (type == QtCriticalMsg || type == QtFatalMsg)
            print(stderr, text);
    });
    if (arguments.pipeline.paints())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> qt(arguments.pipeline.paints()
            ? new QGuiApplication(argc, argv)
            : new QCoreApplication(argc, argv));
    Translators translators;
    translators.use(chosenLanguage());
    CommandOutput output;
    const ExitCode code = runPipelineCommand(arguments.pipeline, output);
    if (!output.out.isEmpty())
        print(stdout, output.out);
    if (!output.error.isEmpty())
        print(stderr, output.error);
    return codeOf(code);
}

int tour(WatchedApplication& qt, Watchdog& watchdog, const Arguments& arguments)
{
    if (arguments.profile.isEmpty() && !QFile::exists(ProfilePlaces::usual().sandboxProfile()))
        print(stderr,
            QCoreApplication::translate("CommandLine",
                "There is no sandbox on this computer: only the empty window and the first screen "
                "are shown. --profile names another profile."));
    Application application(qt, watchdog, arguments);
    Tour tour(application, arguments.tourFolder);
    QObject::connect(
        &tour, &Tour::finished, &qt, [](const QString& problem, bool profileUnreadable) {
            if (!problem.isEmpty())
                print(stderr, problem);
            QCoreApplication::exit(codeOf(problem.isEmpty() ? ExitCode::Ok
                    : profileUnreadable                     ? ExitCode::ProfileUnreadable
                                                            : ExitCode::Problem));
        });
    tour.start();
    return QCoreApplication::exec();
}

int window(WatchedApplication& qt, Watchdog& watchdog, const Arguments& arguments)
{
    SingleInstance instance(stateFolder());
    if (!instance.claim()) {
        QObject::connect(&instance, &SingleInstance::asked, &qt, [](bool answered) {
            if (!answered)
                print(stderr, u"Another Pilothouse holds this state folder and does not answer."_s);
            QCoreApplication::exit(codeOf(answered ? ExitCode::Ok : ExitCode::Problem));
        });
        instance.askFirst();
        return QCoreApplication::exec();
    }
    Application application(qt, watchdog, arguments);
    QObject::connect(&instance, &SingleInstance::raiseRequested, &application,
        [&application] { application.window()->raiseAndShow(); });
    QObject::connect(
        &application, &Application::profileUnreadable, &qt, [](const QString& message) {
            print(stderr, message);
            QCoreApplication::exit(codeOf(ExitCode::ProfileUnreadable));
        });
    application.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    leaveNoCoreFile();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    const auto arguments = parseArguments(words);
    if (!arguments) {
        printTranslated(argc, argv, stderr, [&words] { return parseArguments(words).error(); });
        return codeOf(ExitCode::WrongUsage);
    }
    QCoreApplication::setApplicationName(u"pilothouse"_s);
    QCoreApplication::setApplicationVersion(versionText().section(u' ', 1));
    switch (arguments->action) {
    case Arguments::Action::Version:
        print(stdout, versionText());
        return 0;
    case Arguments::Action::Help:
        printTranslated(argc, argv, stdout, &usageText);
        return 0;
    case Arguments::Action::Doctor:
        return doctor(argc, argv, *arguments);
    case Arguments::Action::Pipeline:
        return pipeline(argc, argv, *arguments);
    case Arguments::Action::Window:
    case Arguments::Action::Tour:
        break;
    }
    if (!displayIsThere(words)) {
        printTranslated(argc, argv, stderr, [] {
            return QCoreApplication::translate("CommandLine",
                "There is no display. Set DISPLAY or WAYLAND_DISPLAY, or use packaging/run "
                "--headless.");
        });
        return codeOf(ExitCode::NoDisplay);
    }
    Watchdog watchdog;
    auto guard = std::make_optional<DisplayGuard>();
    WatchedApplication qt(argc, argv, watchdog);
    guard.reset();
    startLogging({stateFolder() + u"/logs"_s});
    return arguments->action == Arguments::Action::Tour ? tour(qt, watchdog, *arguments)
                                                        : window(qt, watchdog, *arguments);
}
