// SPDX-License-Identifier: GPL-3.0-or-later
// Driver: reads commands, a line each, from standard input and works the window with real key
// events; answers and the journal go to standard output as JSON lines.
#pragma once

#include "tests/process/writer.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace pilothouse::app
{
class Application;
}

namespace pilothouse::test
{

// Commands: `panel KIND SERVICE [KEY]` opens a panel, `type TEXT` and `keys KEYS` go to the panel's
// editor, `enter TEXT` to the field that has the focus, `action TEXT` triggers the panel's action,
// `export FILE` saves the result through the dialog, `see` tells what every panel and the window
// show, `write SEED` starts the writer, `abort` aborts, `quit` ends. Each is answered once.
class Driver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Driver)

public:
    explicit Driver(app::Application& application);

private:
    void read();
    void obey(const QString& line);
    void type(const QString& text);
    void keys(const QString& keys);
    bool trigger(const QString& text);
    bool exportTo(const QString& file);
    QJsonObject see() const;

    app::Application& m_application;
    Writer m_writer;
    QSocketNotifier m_input;
    QByteArray m_bytes;
};

} // namespace pilothouse::test
