// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a process: --tour writes a picture of every panel and tour.json, and the exit
// codes say what they are documented to say.
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class TourTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_output;

    // The exit code; below zero when it did not end by itself.
    int run(const QStringList& arguments, bool display = true,
        const QMap<QString, QString>& variables = {})
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : {u"XDG_STATE_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s})
            environment.insert(name, m_folder.filePath(name));
        if (!display)
            for (const QString& name : {u"QT_QPA_PLATFORM"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
                environment.remove(name);
        for (auto it = variables.begin(); it != variables.end(); ++it)
            environment.insert(it.key(), it.value());
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QString::fromLatin1(PILOTHOUSE_PROGRAM), arguments);
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            return -1;
        m_output = QString::fromUtf8(process.readAll());
        return process.exitCode();
    }
    QString profile(const QByteArray& text)
    {
        QFile file(m_folder.filePath(u"profile.yaml"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }

private Q_SLOTS:
    void exitCodes()
    {
        QCOMPARE(run({u"--version"_s}), 0);
        QVERIFY(m_output.startsWith(u"pilothouse "_s));
        QCOMPARE(run({u"--no-such-option"_s}), 2);
        QCOMPARE(run({}, false), 3);
        // One that is named but not there.
        for (const auto& [name, value] :
            {std::pair(u"DISPLAY"_s, u":4711"_s), std::pair(u"QT_QPA_PLATFORM"_s, u"xcb"_s),
                std::pair(u"QT_QPA_PLATFORM"_s, u"no-such-platform"_s)}) {
            QCOMPARE(run({}, false, {{name, value}}), 3);
            QVERIFY2(m_output.contains(u"QT_QPA_PLATFORM"_s), qPrintable(m_output));
            QVERIFY2(!m_output.contains(u"einstall"_s), qPrintable(m_output));
        }
        QCOMPARE(run({u"--profile"_s, profile("version: 1\nname: [\n")}), 4);
        QVERIFY2(m_output.contains(u"profile.yaml:"_s), qPrintable(m_output));
        QCOMPARE(run({u"--profile"_s, u"/nowhere/x.yaml"_s}), 4);
    }

    void everyPanelHasItsPicture()
    {
        const QString file
            = profile("version: 1\nname: closed\nenvironment: staging\nservices:\n"
                      "  - {id: db, module: database, tool: postgresql, address: '127.0.0.1:1', "
                      "user: x, secret: none}\n");
        const QString folder = m_folder.filePath(u"tour"_s);
        const QString session = m_folder.filePath(u"XDG_STATE_HOME/pilothouse/session.json"_s);
        QFile::remove(session);
        QCOMPARE(run({u"--profile"_s, file, u"--tour"_s, folder, u"--theme"_s, u"light"_s,
                     u"--size"_s, u"1000x700"_s}),
            0);
        QFile json(folder + u"/tour.json"_s);
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonObject content = QJsonDocument::fromJson(json.readAll()).object();
        QCOMPARE(content[u"schema"_s].toInt(), 1);
        const QJsonArray panels = content[u"panels"_s].toArray();
        QVERIFY(panels.size() >= 2);
        QStringList kinds;
        for (const QJsonValue& value : panels) {
            const QJsonObject panel = value.toObject();
            kinds << panel[u"panel"_s].toString();
            for (const QString& key : {u"state"_s, u"seconds"_s, u"stallMs"_s, u"rows"_s})
                QVERIFY2(panel.contains(key), qPrintable(key));
            const QImage picture(folder + u'/' + panel[u"file"_s].toString());
            QCOMPARE(picture.size(), QSize(1000, 700));
            if (!panel[u"service"_s].toString().isEmpty())
                QVERIFY2(panel[u"state"_s].toString() != u"missing"_s, qPrintable(kinds.last()));
        }
        QVERIFY(kinds.contains(u"shell.empty"_s));
        QVERIFY2(kinds.filter(u"database."_s).size() >= 1, qPrintable(kinds.join(u' ')));
        // A tour leaves the user's session alone.
        QVERIFY(!QFile::exists(session));
    }
};

PH_TEST_MAIN(QCoreApplication, TourTest)
#include "tst_tour.moc"
