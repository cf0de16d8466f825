// SPDX-License-Identifier: GPL-3.0-or-later
// History: every statement the user ran, with its outcome, in one SQLite file that survives a crash
// ($XDG_STATE_HOME/pilothouse/history.sqlite, mode 0600, at most 50,000 entries).
#pragma once

#include "core/lane.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <vector>

namespace pilothouse
{

struct HistoryEntry {
    enum class Outcome { Running, Done, Failed, Stopped };

    qint64 id = 0;
    QString service;
    QDateTime time; // UTC, when it was started
    QString text;
    Outcome outcome = Outcome::Running; // still Running after a restart: the program was killed
    qint64 rows = -1;
    double seconds = -1;
    QString error;
    bool operator==(const HistoryEntry&) const = default;
};

// GUI thread; the file is only touched on its lane.
class History final
{
public:
    static constexpr int kKeep = 50'000;
    static constexpr int kTextLimit = 1 << 20; // longer statements keep their first million bytes

    History(Runtime& runtime, const QString& file);
    Q_DISABLE_COPY_MOVE(History)

    // Written at once; the answer is the id for finish().
    [[nodiscard]] Call<qint64> begin(const HistoryEntry& entry);
    [[nodiscard]] Call<bool> finish(const HistoryEntry& entry); // by id
    // Newest first; `filter` is contained in the text, case-insensitive; empty service: all.
    [[nodiscard]] Call<std::vector<HistoryEntry>> find(
        const QString& service, const QString& filter, int limit);

private:
    struct Database;
    Lane<Database> m_lane;
};

} // namespace pilothouse
