// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/hitstore.h"

#include <QDataStream>
#include <QIODevice>

#include <array>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kWriteLimit{120'000}; // of one batch, on a slow disk

enum Cell {
    Partition,
    Offset,
    Time,
    TimeKind,
    Key,
    Value,
    ValueSize,
    Headers,
    Codec,
    Flags,
    Cells
};

std::vector<TableColumn> columns()
{
    std::vector<TableColumn> out;
    for (const auto* name : {"partition", "offset", "time", "time kind", "key", "value",
             "value size", "headers", "codec", "transactional"}) {
        TableColumn column;
        column.name = QString::fromLatin1(name);
        out.push_back(column);
    }
    return out;
}

QByteArray packed(const std::vector<MessageHeader>& headers)
{
    QByteArray out;
    QDataStream stream(&out, QIODevice::WriteOnly);
    for (const MessageHeader& header : headers)
        stream << header.name << header.value; // keeps null apart from empty
    return out;
}

std::vector<MessageHeader> unpacked(QByteArrayView bytes)
{
    std::vector<MessageHeader> out;
    const QByteArray all = QByteArray::fromRawData(bytes.data(), bytes.size());
    QDataStream stream(all);
    while (!stream.atEnd() && stream.status() == QDataStream::Ok) {
        MessageHeader header;
        stream >> header.name >> header.value;
        out.push_back(std::move(header));
    }
    return out;
}

QByteArrayView viewOf(const QByteArray& bytes)
{
    // An empty value is not NULL.
    return bytes.isNull() ? QByteArrayView() : QByteArrayView(bytes.constData(), bytes.size());
}

QByteArray bytesOf(const CellView& cell)
{
    return cell.isNull() ? QByteArray() : QByteArray(cell.data, cell.size);
}

VoidResult writeRow(TableWriter& writer, const Message& m)
{
    const QByteArray partition = QByteArray::number(m.partition);
    const QByteArray offset = QByteArray::number(m.offset);
    const QByteArray time = QByteArray::number(m.timestamp);
    const QByteArray kind = QByteArray::number(int(m.timeKind));
    const QByteArray size = QByteArray::number(m.valueSize);
    const QByteArray headers = packed(m.headers);
    const QByteArray codec = m.codec.toUtf8();
    const QByteArray flags = m.transactional ? "1" : "0";
    const std::array<QByteArrayView, Cells> cells{viewOf(partition), viewOf(offset), viewOf(time),
        viewOf(kind), viewOf(m.key), viewOf(m.value), viewOf(size), viewOf(headers), viewOf(codec),
        viewOf(flags)};
    return writer.append(cells);
}

} // namespace

HitRow hitOf(const QString& topic, std::span<const CellView> cells)
{
    HitRow out;
    Message& m = out.message;
    m.topic = topic;
    m.partition = cells[Partition].view().toInt();
    m.offset = cells[Offset].view().toLongLong();
    m.timestamp = cells[Time].view().toLongLong();
    m.timeKind = static_cast<Message::TimeKind>(cells[TimeKind].view().toInt());
    m.key = bytesOf(cells[Key]);
    m.value = bytesOf(cells[Value]);
    m.valueSize = cells[ValueSize].view().toLongLong();
    m.headers = unpacked(cells[Headers].view());
    m.codec = QString::fromUtf8(cells[Codec].view());
    m.transactional = cells[Flags].view() == "1";
    out.keyCut = cells[Key].isCut() || cells[Headers].isCut();
    return out;
}

HitStore::HitStore(Runtime& runtime, QString topic, TableStoreOptions options, QObject* parent)
    : QObject(parent)
    , m_runtime(runtime)
    , m_topic(std::move(topic))
    , m_store(runtime, columns(), std::move(options))
    , m_writer(m_store.writer())
    , m_lane(runtime, u"hits"_s)
{
    connect(&m_store, &TableStore::rowsAppended, this, &HitStore::grew);
    connect(&m_store, &TableStore::cellsLoaded, this, &HitStore::loaded);
    connect(&m_store, &TableStore::failed, this, &HitStore::failed);
}

qint64 HitStore::append(std::vector<Message>&& hits)
{
    if (m_failed)
        return 0;
    auto batch = std::make_shared<std::vector<Message>>();
    batch->reserve(hits.size());
    for (Message& hit : hits) {
        const auto [last, first] = m_last.try_emplace(hit.partition, -1);
        if (hit.offset <= last->second || isFull())
            continue;
        last->second = hit.offset;
        ++m_by[hit.partition];
        m_entries.push_back({hit.timestamp, quint32(m_entries.size()), hit.partition});
        batch->push_back(std::move(hit));
    }
    const qint64 fresh = qint64(batch->size());
    if (fresh > 0) {
        m_waiting.push_back(std::move(batch));
        writeNext();
    }
    return fresh;
}

void HitStore::writeNext()
{
    if (m_write.running() || m_waiting.empty())
        return;
    const auto batch = m_waiting.front();
    m_waiting.pop_front();
    m_write = m_lane
                  .run(kWriteLimit,
                      [writer = m_writer, batch](NoConnection&, const Token&) -> Result<bool> {
                          for (const Message& message : *batch)
                              if (const auto written = writeRow(*writer, message); !written)
                                  return tl::unexpected(written.error());
                          writer->flush();
                          return true;
                      })
                  .onDone(this, [this](const Result<bool>& result) {
                      if (!result) {
                          m_failed = true;
                          m_waiting.clear();
                          Q_EMIT failed(result.error());
                          return;
                      }
                      writeNext();
                      if (!isBehind())
                          Q_EMIT caughtUp();
                  });
}

std::optional<Message> HitStore::message(qint64 row) const
{
    if (row < 0 || row >= m_store.rowCount())
        return std::nullopt;
    std::array<CellView, Cells> cells;
    for (int i = 0; i < Cells; ++i) {
        cells[size_t(i)] = m_store.cell(row, i);
        if (cells[size_t(i)].loading)
            return std::nullopt;
    }
    return hitOf(m_topic, cells).message;
}

} // namespace pilothouse::streams
