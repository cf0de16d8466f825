// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent and what came back, in mono, newest last. Keeps the last entries only, each of them
// bounded; follows the theme.
#pragma once

#include <QPlainTextEdit>

#include <deque>

namespace pilothouse::queue
{

class ConsoleOutput final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleOutput)

public:
    enum class Kind { Sent, Answer, Problem, Refusal, Note };
    static constexpr int kEntries = 200;

    explicit ConsoleOutput(QWidget* parent = nullptr);

    void add(Kind kind, const QStringList& lines);
    void clearAll();
    qint64 lines() const; // shown ones with text

private:
    struct Entry {
        Kind kind;
        QString text;
    };
    void write(const Entry& entry);
    void writeAll();

    std::deque<Entry> m_entries;
};

} // namespace pilothouse::queue
