// SPDX-License-Identifier: GPL-3.0-or-later
// TableStore: a result of any length in flat memory. Columnar chunks, one writer (a lane), read by
// the GUI without a lock; what is not resident is on an unlinked file and comes in batches.
#pragma once

#include "core/error.h"
#include "core/runtime.h"

#include <QByteArrayView>
#include <QObject>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace pilothouse
{

struct TableColumn {
    QString name;
    QString type; // the service's own name, e.g. "numeric(12,2)"
    quint32 typeOid = 0; // PostgreSQL: pg_type.oid; 0 elsewhere
    bool rightAligned = false;
    bool isEnum = false; // the type lists its values; shown as chips
    bool operator==(const TableColumn&) const = default;
};

// One cell as the service sent it (its text form, not terminated). A null pointer is NULL.
struct CellView {
    const char* data = nullptr;
    qsizetype size = 0; // bytes held here
    qsizetype fullSize = 0; // bytes on the server; larger than `size` when the cell was cut
    bool loading = false; // not resident, a read is under way; data is null

    bool isNull() const { return data == nullptr && !loading; }
    bool isCut() const { return fullSize > size; }
    QByteArrayView view() const { return {data, size}; }
};

struct TableStoreOptions {
    qint64 residentBytes = 64 << 20; // chunks kept in memory
    qint64 spillLimit = 0; // bytes; 0: min(8 GB, 20 % of what is free now)
    QString spillFolder; // $XDG_CACHE_HOME/pilothouse/spill
    qsizetype cellLimit = 1 << 20; // a longer cell keeps its first 64 KB and its length
    int rowsPerChunk = 16'384;
};

class TableReader;
class TableStore;

// The writing end; one thread (a lane). Rows become visible chunk by chunk, and at flush().
class TableWriter final
{
public:
    ~TableWriter();
    Q_DISABLE_COPY_MOVE(TableWriter)

    // Cells in column order; a view with a null pointer is NULL. Fails when the spill limit or the
    // disk is full (code "spill-full"), when the file cannot be made or written ("spill-failed")
    // and when the store is gone (Cancelled); what arrived stays readable.
    VoidResult append(std::span<const QByteArrayView> cells);
    void flush(); // publishes what is pending; call at the end and about every 50 ms
    qint64 rows() const;
    qint64 bytes() const; // payload bytes kept (cut cells count what is held)

private:
    friend class TableStore;
    struct Private;
    explicit TableWriter(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

// The reading end; GUI thread. A lane that only learns the columns itself may make the store and
// move it (moveToThread) to the GUI thread before it asks for the writer.
class TableStore final : public QObject
{
    Q_OBJECT

public:
    enum class Count { Unknown, AtLeast, Exact };

    TableStore(Runtime& runtime, std::vector<TableColumn> columns, TableStoreOptions options,
        QObject* parent = nullptr);
    ~TableStore() override;
    Q_DISABLE_COPY_MOVE(TableStore)

    // Once; handed to the lane that fills the store.
    std::shared_ptr<TableWriter> writer();

    const std::vector<TableColumn>& columns() const;
    qint64 rowCount() const; // rows published so far
    Count countKind() const; // Exact once finished, AtLeast when it was stopped
    void finish(Count kind); // by the panel when the stream ended

    // Resident cells at once; otherwise `loading`, and one batched read per event-loop turn. The
    // view is valid until control returns to the event loop.
    CellView cell(qint64 row, int column) const;

    qint64 residentBytes() const; // of chunks in memory
    qint64 spilledBytes() const; // on the file

    // For export and copy on a lane; sees the rows published so far, keeps the file alive.
    std::shared_ptr<const TableReader> reader() const;

Q_SIGNALS:
    void rowsAppended(qint64 count); // total now; at most 20 times a second
    void cellsLoaded(qint64 firstRow, qint64 lastRow);
    void failed(const pilothouse::Error& error); // the file cannot be read back

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// Sequential reading on any thread, for exports and whole-column work. Blocking: lanes only.
class TableReader final
{
public:
    struct Private;
    explicit TableReader(std::shared_ptr<Private> p);

    qint64 rowCount() const;
    int columnCount() const;
    // f(row, cells) for rows [from, to); stops when it returns false.
    VoidResult forEach(qint64 from, qint64 to,
        const std::function<bool(qint64, std::span<const CellView>)>& f) const;

private:
    std::shared_ptr<Private> d;
};

} // namespace pilothouse
