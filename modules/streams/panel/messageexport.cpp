// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messageexport.h"

#include "core/lane.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <QPointer>

#include <cerrno>
#include <cstdio>
#include <limits>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kDiskLimit{300'000}; // of one step on a slow disk
constexpr qint64 kRows = 500; // of the store in one step
constexpr size_t kDecoded = 500; // messages decoded in one step
constexpr qint64 kDecodedBytes = 4 << 20; // of their values

// A message on its way into the file.
struct Outgoing {
    Message message;
    bool whole = true;
    std::optional<DecodedMessage> decoded = {};
};

Error diskError(const QFile& file)
{
    Error out{Error::Kind::Refused, {}, file.errorString(), {}, u"disk"_s};
    if (file.error() == QFileDevice::ResourceError)
        out.hint = PH_TEXT("streams", "Free some space, or choose another folder.");
    return out;
}

// Gone with its last user unless it was completed: nothing of an export that did not end.
struct PartFile {
    explicit PartFile(const QString& path)
        : file(path)
    {
    }
    ~PartFile()
    {
        if (complete)
            return;
        // Its own remove() would let it be when the last bytes find no room.
        file.close();
        QFile::remove(file.fileName());
    }
    Q_DISABLE_COPY_MOVE(PartFile)

    QFile file; // one job of the lane at a time
    bool complete = false;
};

// What both kinds of export do alike. Lives as long as its task's closures; GUI thread.
class Export : public QObject
{
public:
    Export(ServiceHub& hub, ServiceId service, QString file, MessageWriter writer)
        : m_hub(hub)
        , m_service(std::move(service))
        , m_path(std::move(file))
        , m_lane(hub.runtime(), u"export"_s)
        , m_writer(writer)
        , m_part(std::make_shared<PartFile>(QString(m_path + u".part"_s)))
    {
    }

    void start(Task& task)
    {
        m_task = &task;
        m_step = m_lane
                     .run(kDiskLimit,
                         [part = m_part, writer = m_writer](
                             NoConnection&, const Token&) -> Result<qint64> {
                             if (!part->file.open(QIODevice::WriteOnly | QIODevice::Truncate))
                                 return tl::unexpected(diskError(part->file));
                             QByteArray head;
                             writer.begin(head);
                             if (part->file.write(head) != head.size())
                                 return tl::unexpected(diskError(part->file));
                             return 0;
                         })
                     .onDone(this, [this](const Result<qint64>& opened) {
                         if (opened)
                             begin();
                         else
                             end(TaskStatus::State::Failed, opened.error());
                     });
    }
    void stop()
    {
        end(TaskStatus::State::Cancelled, Error{Error::Kind::Cancelled, m_service, {}, {}, {}});
    }

protected:
    virtual void begin() = 0;
    virtual void written() = 0; // the last write() is on its way to the disk
    virtual void halt() = 0; // ends what feeds it

    void write(std::vector<Outgoing> messages)
    {
        auto batch = std::make_shared<std::vector<Outgoing>>(std::move(messages));
        if (m_writer.wantsDecoded())
            decode(std::move(batch), 0);
        else
            put(std::move(batch));
    }

private:
    using Batch = std::shared_ptr<std::vector<Outgoing>>;

    // Where decoding fails the bytes are written.
    void decode(Batch batch, size_t from)
    {
        auto* decoding = m_hub.contract<Decoding>(m_service);
        if (!decoding || from >= batch->size()) {
            put(std::move(batch));
            return;
        }
        std::vector<Message> part;
        qint64 bytes = 0;
        for (size_t i = from; i < batch->size() && part.size() < kDecoded && bytes < kDecodedBytes;
             ++i) {
            part.push_back((*batch)[i].message);
            bytes += part.back().value.size();
        }
        const size_t to = from + part.size();
        m_decode = decoding->decode(part, DecodeChoice())
                       .onDone(this,
                           [this, batch, from, to](Result<std::vector<DecodedMessage>> decoded) {
                               for (size_t i = from; decoded && i < to; ++i) {
                                   DecodedMessage& one = (*decoded)[i - from];
                                   one.key.root = one.value.root = {}; // nobody writes these
                                   (*batch)[i].decoded = std::move(one);
                               }
                               decode(batch, to);
                           });
    }

    void put(Batch batch)
    {
        m_step = m_lane
                     .run(kDiskLimit,
                         [part = m_part, writer = m_writer, batch](
                             NoConnection&, const Token&) -> Result<qint64> {
                             QByteArray text;
                             for (const Outgoing& one : *batch) {
                                 writer.write(text, one.message, one.whole,
                                     one.decoded ? &*one.decoded : nullptr);
                                 if (text.size() < (1 << 20))
                                     continue;
                                 if (part->file.write(text) != text.size())
                                     return tl::unexpected(diskError(part->file));
                                 text.clear();
                             }
                             if (part->file.write(text) != text.size() || !part->file.flush())
                                 return tl::unexpected(diskError(part->file));
                             return qint64(batch->size());
                         })
                     .onDone(this, [this, batch](const Result<qint64>& result) {
                         if (!result) {
                             end(TaskStatus::State::Failed, result.error());
                             return;
                         }
                         m_count += *result;
                         for (const Outgoing& one : *batch) {
                             m_incomplete += one.whole ? 0 : 1;
                             m_asBytes += !m_writer.wantsDecoded()
                                     || MessageWriter::isDecoded(
                                         one.message, one.decoded ? &*one.decoded : nullptr)
                                 ? 0
                                 : 1;
                         }
                         written();
                     });
    }

protected:
    void complete()
    {
        m_step = m_lane
                     .run(kDiskLimit,
                         [part = m_part, path = m_path](
                             NoConnection&, const Token&) -> Result<qint64> {
                             if (!part->file.flush())
                                 return tl::unexpected(diskError(part->file));
                             part->file.close();
                             const QByteArray from = QFile::encodeName(part->file.fileName());
                             if (std::rename(from.constData(), QFile::encodeName(path).constData())
                                 != 0)
                                 return fail(Error::Kind::Refused, qt_error_string(errno), {}, {},
                                     u"disk"_s);
                             part->complete = true;
                             return 0;
                         })
                     .onDone(this, [this](const Result<qint64>& result) {
                         if (!result) {
                             end(TaskStatus::State::Failed, result.error());
                             return;
                         }
                         finish(TaskStatus::State::Done, summary());
                     });
    }

    Text summary() const
    {
        const QLocale locale;
        Text words = m_incomplete > 0 && m_asBytes > 0
            ? PH_TEXT("streams",
                "%1 messages in %2; of %3 only the first part, as they are no longer kept; %4 "
                "could not be decoded and are there as bytes")
            : m_incomplete > 0 ? PH_TEXT("streams",
                  "%1 messages in %2; of %3 only the first part, as they are no longer kept")
            : m_asBytes > 0    ? PH_TEXT(
                     "streams", "%1 messages in %2; %3 could not be decoded and are there as bytes")
                            : PH_TEXT("streams", "%1 messages in %2");
        words = std::move(words).arg(locale.toString(m_count)).arg(QFileInfo(m_path).fileName());
        for (const qint64 some : {m_incomplete, m_asBytes})
            if (some > 0)
                words = std::move(words).arg(locale.toString(some));
        return words;
    }

    void end(TaskStatus::State state, const Error& error)
    {
        halt();
        m_decode.cancel();
        m_step.cancel();
        m_part.reset(); // a step on its way holds it still
        finish(state, tl::unexpected(error));
    }

    void tell(qint64 done, qint64 total)
    {
        if (!m_task)
            return;
        TaskStatus status;
        status.done = done;
        status.total = total;
        status.unit = TaskStatus::Unit::Rows;
        m_task->setProgress(status);
    }

    Messages* messages() const { return m_hub.contract<Messages>(m_service); }
    Error noConnection() const
    {
        return Error{
            Error::Kind::Refused, m_service, {}, PH_TEXT("streams", "There is no connection"), {}};
    }

    ServiceHub& m_hub;
    const ServiceId m_service;
    const QString m_path;
    Lane<> m_lane;
    const MessageWriter m_writer;
    Call<qint64> m_step;
    qint64 m_count = 0; // messages in the file

private:
    void finish(TaskStatus::State state, Result<Text> outcome)
    {
        if (Task* task = std::exchange(m_task, nullptr))
            task->finish(state, std::move(outcome));
    }

    std::shared_ptr<PartFile> m_part; // null once it ended early
    QPointer<Task> m_task;
    Call<std::vector<DecodedMessage>> m_decode;
    qint64 m_incomplete = 0;
    qint64 m_asBytes = 0; // could not be decoded
};

class HitExport final : public Export
{
public:
    HitExport(ServiceHub& hub, const ServiceId& service, const HitStore& store, const QString& file,
        MessageWriter writer)
        : Export(hub, service, file, writer)
        , m_topic(store.topic())
        , m_reader(store.reader())
    {
    }

protected:
    void begin() override { read(); }
    void halt() override
    {
        m_rows.cancel();
        m_whole.cancel();
    }
    void written() override
    {
        tell(m_count, m_reader->rowCount());
        read();
    }

private:
    using Rows = std::shared_ptr<std::vector<Outgoing>>;

    void read()
    {
        const qint64 from = m_next;
        const qint64 to = std::min(from + kRows, m_reader->rowCount());
        if (from >= to) {
            complete();
            return;
        }
        m_next = to;
        m_rows = m_lane
                     .run(kDiskLimit,
                         [reader = m_reader, topic = m_topic, from, to](
                             NoConnection&, const Token&) -> Result<Rows> {
                             auto rows = std::make_shared<std::vector<Outgoing>>();
                             const auto read = reader->forEach(
                                 from, to, [&](qint64, std::span<const CellView> cells) {
                                     HitRow hit = hitOf(topic, cells);
                                     const bool whole = !hit.keyCut && !hit.message.isCut();
                                     rows->push_back({std::move(hit.message), whole});
                                     return true;
                                 });
                             if (!read)
                                 return tl::unexpected(read.error());
                             return rows;
                         })
                     .onDone(this, [this](const Result<Rows>& rows) {
                         if (!rows) {
                             end(TaskStatus::State::Failed, rows.error());
                             return;
                         }
                         m_batch = *rows;
                         m_at = 0;
                         fill();
                     });
    }

    // One after the other: what lists hold cut is read whole.
    void fill()
    {
        while (m_at < m_batch->size() && (*m_batch)[m_at].whole)
            ++m_at;
        if (m_at == m_batch->size()) {
            write(std::move(*m_batch));
            return;
        }
        Messages* contract = messages();
        if (!contract) {
            end(TaskStatus::State::Failed, noConnection());
            return;
        }
        const Message& cut = (*m_batch)[m_at].message;
        m_whole = contract->message(cut.topic, cut.partition, cut.offset)
                      .onDone(this, [this](Result<Message> whole) {
                          if (whole) {
                              (*m_batch)[m_at] = {std::move(*whole), true};
                          } else if (whole.error().kind != Error::Kind::NotFound) {
                              end(TaskStatus::State::Failed, whole.error());
                              return;
                          }
                          ++m_at;
                          fill();
                      });
    }

    const QString m_topic;
    const std::shared_ptr<const TableReader> m_reader;
    Call<Rows> m_rows;
    Call<Message> m_whole;
    Rows m_batch;
    size_t m_at = 0;
    qint64 m_next = 0;
};

class RangeExport final : public Export
{
public:
    RangeExport(ServiceHub& hub, const ServiceId& service, SearchQuery query, const QString& file,
        MessageWriter writer)
        : Export(hub, service, file, writer)
        , m_query(std::move(query))
    {
        m_query.cut = std::numeric_limits<qint64>::max();
        m_query.limit = 0;
        m_query.hold.reset();
        m_query.resume.clear();
    }

protected:
    void begin() override
    {
        Messages* contract = messages();
        if (!contract) {
            end(TaskStatus::State::Failed, noConnection());
            return;
        }
        m_stream = contract->search(m_query).attach(
            this, [this](std::vector<SearchBatch>&& batches) { take(std::move(batches)); },
            [this](const VoidResult& ended) {
                m_ended = ended;
                if (!m_writing)
                    last();
            });
    }
    void halt() override { m_stream.cancel(); }
    void written() override
    {
        m_writing = false;
        if (m_ended)
            last();
        else
            m_stream.setPaused(false);
    }

private:
    // While a batch is written the search waits.
    void take(std::vector<SearchBatch>&& batches)
    {
        std::vector<Outgoing> out;
        for (SearchBatch& batch : batches) {
            for (Message& hit : batch.hits)
                out.push_back({std::move(hit), true});
            tell(batch.progress.done(), batch.progress.total());
        }
        if (out.empty())
            return;
        m_writing = true;
        m_stream.setPaused(true);
        write(std::move(out));
    }
    void last()
    {
        if (*m_ended)
            complete();
        else
            end(m_ended->error().kind == Error::Kind::Cancelled ? TaskStatus::State::Cancelled
                                                                : TaskStatus::State::Failed,
                m_ended->error());
    }

    SearchQuery m_query;
    Stream<SearchBatch> m_stream;
    std::optional<VoidResult> m_ended;
    bool m_writing = false;
};

std::unique_ptr<Task> taskOf(
    const ServiceId& service, const QString& topic, std::shared_ptr<Export> job)
{
    TaskInfo info;
    info.title = PH_TEXT("streams", "Export from %1").arg(topic);
    info.service = service;
    return std::make_unique<Task>(
        std::move(info), [job](Task& task) { job->start(task); }, [job] { job->stop(); });
}

} // namespace

std::unique_ptr<Task> exportHits(ServiceHub& hub, const ServiceId& service, const HitStore& store,
    const QString& file, MessageFormat format, MessageValues values)
{
    return taskOf(service, store.topic(),
        std::make_shared<HitExport>(hub, service, store, file, MessageWriter(format, values)));
}

std::unique_ptr<Task> exportRange(ServiceHub& hub, const ServiceId& service, SearchQuery query,
    const QString& file, MessageFormat format, MessageValues values)
{
    const QString topic = query.topic;
    return taskOf(service, topic,
        std::make_shared<RangeExport>(
            hub, service, std::move(query), file, MessageWriter(format, values)));
}

} // namespace pilothouse::streams
