// SPDX-License-Identifier: GPL-3.0-or-later
// Writer: somebody who never stops: types SQL into one tab, runs statements in another, edits a
// string of Redis, pushes to a list, changes a setting. It journals every state it has reached.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <random>

class QWidget;

namespace pilothouse::app
{
class Application;
}
namespace pilothouse::ui
{
class Panel;
}

namespace pilothouse::test
{

// One JSON line on standard output with the moment in ns of the steady clock.
void tell(const QString& event, QJsonObject content);

class Writer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Writer)

public:
    explicit Writer(app::Application& application);

    void start(quint32 seed);

    // The editor a user would type into, and what stands in it.
    static QWidget* editorOf(const ui::Panel& panel);
    static QString textOf(const ui::Panel& panel);

private:
    void makePanels();
    void step();
    void typeSql();
    void editString();
    void runMark();
    void endTransaction();
    void push();
    void set();
    void fill(ui::Panel& panel, const QString& text);
    void runAll(ui::Panel& panel);
    int any(int below) { return int(m_random() % quint32(below)); }
    QString token();

    app::Application& m_application;
    QTimer m_timer;
    std::mt19937 m_random;
    quint32 m_seed = 0;
    int m_count = 0;
    int m_burst = 0; // keys left before something else is done
    bool m_inString = false;
    bool m_openTransaction = false;
    QPointer<ui::Panel> m_sql;
    QPointer<ui::Panel> m_runner;
    QPointer<ui::Panel> m_string;
    QPointer<ui::Panel> m_list;
};

} // namespace pilothouse::test
