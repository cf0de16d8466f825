// SPDX-License-Identifier: GPL-3.0-or-later
// ProofBench: the real window on the sandbox's servers, and what a user does in its pipeline
// editor: each act by keys or by the mouse, with a check that it had its effect. Nothing touches
// the document behind the widgets' back.
#pragma once

#include "app/application.h"
#include "app/shell/mainwindow.h"
#include "app/watchdog.h"
#include "pipelines/panel/editorpanel.h"
#include "tests/support/testsandbox.h"
#include "ui/graph/graphview.h"

#include <QTemporaryDir>
#include <QTest>

class QAbstractButton;
class QTableWidget;

namespace pilothouse::test
{

using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

// What is typed into each field; of a table of columns "name type" on each line.
using Fields = std::vector<std::pair<QString, QString>>;

// A step whose checks failed is the last one.
#define STEP(...)                                                                                  \
    do {                                                                                           \
        __VA_ARGS__;                                                                               \
        if (QTest::currentTestFailed())                                                            \
            return;                                                                                \
    } while (false)

class ProofBench
{
protected:
    static constexpr int kEvents = 200;

    void start(); // the program with the sandbox's profile
    app::MainWindow& window() { return *m_application->window(); }
    EditorPanel* editor();
    ui::GraphView* view();
    const Pipeline& pipeline();
    void picture(const QString& name);
    static QString fieldWithFocus();
    QAbstractButton* button(QWidget* in, const QString& text);
    // From the canvas to the settings of what is chosen there, and back.
    void enterSettings();
    void leaveSettings();
    void fill(const Fields& fields);
    // "name type" on each line; an exclamation mark: never null.
    void fillTable(QTableWidget* table, const QString& lines);
    void addByKeys(const QString& words, const QString& id, const Fields& fields);
    void nameAndFill(const QString& id, const Fields& fields);
    void goTo(const QString& id);
    void connectByKeys(const QString& from, const QString& to);
    void connectByMouse(const QString& from, const QString& to);
    // The state of a node as the canvas shows it, in Airflow's words.
    const ui::GraphNode* node(const QString& id);
    QString shownState(const QString& id);
    QString shownStates();
    QString sql(const QString& statement);
    // By an outside producer; their ids.
    void produce(QStringList& ids);
    void openEditor();
    void saveAs(const QString& file);
    void deploy(const QString& name);
    void runOnce();
    // By its key, until Airflow says that it is over.
    void runToItsEnd(const QString& name);
    // What it leaves on servers that are lent.
    void clear();

    TestSandbox m_sandbox{
        {u"redis"_s, u"schema-registry"_s, u"kafka"_s, u"airflow3"_s, u"streamjob"_s}};
    QTemporaryDir m_folder;
    app::Watchdog m_watchdog;
    std::unique_ptr<app::Application> m_application;
};

} // namespace pilothouse::test
