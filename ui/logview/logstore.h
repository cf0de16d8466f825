// SPDX-License-Identifier: GPL-3.0-or-later
// LogStore: a log of any length in flat memory. Lines are packed on a lane, read by the GUI without
// a lock; what is not resident is on an unlinked file and comes back by a lane.
#pragma once

#include "core/error.h"
#include "core/runtime.h"
#include "ui/logview/logchunk.h"

#include <QObject>

#include <functional>
#include <memory>

namespace pilothouse::ui
{

struct LogStoreOptions {
    qint64 residentBytes = 32 << 20; // chunks kept in memory
    qint64 queueBytes = 16 << 20; // fed and not yet packed before the store says behind()
    qint64 spillLimit = 0; // bytes; 0: min(8 GB, 20 % of what is free now)
    QString spillFolder; // $XDG_CACHE_HOME/pilothouse/spill
};

// Where a feed puts its lines. Lane thread only.
class LogWriter final
{
public:
    struct Private;
    explicit LogWriter(std::unique_ptr<Private> p);
    ~LogWriter();
    Q_DISABLE_COPY_MOVE(LogWriter)

    // False once the file is full or cannot be written; what came before stays readable.
    bool add(QByteArrayView text, const LogFacts& facts);

private:
    friend class LogStore;
    std::unique_ptr<Private> d;
};

class LogReader;

class LogStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogStore)

public:
    explicit LogStore(Runtime& runtime, LogStoreOptions options = {}, QObject* parent = nullptr);
    ~LogStore() override;

    // `work` runs on the store's lane, in the order fed, and adds lines; `bytes` is about how much
    // it holds meanwhile. Whoever feeds waits while behind() and goes on at caughtUp().
    void feed(qint64 bytes, std::function<void(LogWriter&)> work);
    bool behind() const;
    bool isBusy() const; // something fed is not yet shown

    // What is there now; GUI thread.
    qint64 rowCount() const;
    qint64 textBytes() const;
    qint64 longestLine() const; // bytes
    qint64 warnings() const; // lines of that level, without those that continue them
    qint64 errors() const;
    bool hasTimes() const;
    bool hasSources() const;

    // Resident lines at once, otherwise `loading` and linesLoaded() follows. Valid until control
    // returns to the event loop.
    LogLine line(qint64 row) const;
    LogMark mark(qint64 row) const; // always in memory

    // Rows that a filter shows: how many, which is the n-th, how many come before a row.
    qint64 shownCount(LogFilter filter) const;
    qint64 shownRow(LogFilter filter, qint64 index) const;
    qint64 shownBefore(LogFilter filter, qint64 row) const;
    // The nearest warning or error (its first line) after or before `row`; -1: none.
    qint64 nextOf(LogFilter filter, qint64 row, bool forward) const;
    // The row behind the end of the group that begins at `row`.
    qint64 groupEnd(qint64 row) const;

    qint64 residentBytes() const;
    qint64 spilledBytes() const;
    // For search, copy and saving on a lane: the rows so far.
    std::shared_ptr<const LogReader> reader() const;

Q_SIGNALS:
    void rowsAppended(qint64 total); // about 30 times a second at most
    void linesLoaded();
    void caughtUp();
    void failed(const pilothouse::Error& error); // the file is full, or cannot be read back

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// Reading in order on any thread. Blocking: lanes only.
class LogReader final
{
public:
    struct Private;
    explicit LogReader(std::shared_ptr<Private> p);

    qint64 rowCount() const;
    // f(first row, chunk, marks) for every chunk that holds rows of [from, to); stops when it
    // returns false.
    using Visit = std::function<bool(qint64, const LogChunk&, const std::vector<quint8>&)>;
    VoidResult forEachChunk(qint64 from, qint64 to, const Visit& f) const;
    // The first line at or after a time (microseconds UTC), by the lines that have one; -1: none.
    Result<qint64> rowAtTime(qint64 time) const;

private:
    std::shared_ptr<Private> d;
};

} // namespace pilothouse::ui
