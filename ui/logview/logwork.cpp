// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logwork.h"

#include "ui/logview/logtext.h"

#include "core/wholefile.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr milliseconds kSilence{30'000};

QString prefix(const LogFacts& facts, const QTimeZone& zone)
{
    QString out;
    if (facts.time != 0)
        out += QDateTime::fromMSecsSinceEpoch(facts.time / 1000, Qt::UTC)
                   .toTimeZone(zone)
                   .toString(u"yyyy-MM-dd HH:mm:ss.zzz "_s);
    if (facts.level != LogLevel::None)
        out += QString(levelWord(facts.level)).leftJustified(5) + u' ';
    if (!facts.source.isEmpty())
        out += QString::fromUtf8(facts.source) + u' ';
    return out;
}

} // namespace

QLatin1StringView levelWord(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "DEBUG"_L1;
    case LogLevel::Info:
        return "INFO"_L1;
    case LogLevel::Warning:
        return "WARN"_L1;
    case LogLevel::Error:
        return "ERROR"_L1;
    case LogLevel::Critical:
        return "FATAL"_L1;
    case LogLevel::None:
        break;
    }
    return {};
}

Result<LogCopied> copyLines(
    const LogReader& reader, const LogCopy& what, const pilothouse::Token& token, qint64 most)
{
    LogCopied out;
    bool tooMuch = false;
    const auto take = [&](qint64 first, const LogChunk& chunk, const std::vector<quint8>& marks) {
        const int begin = int(std::max<qint64>(what.from.row - first, 0));
        const int end = int(std::min<qint64>(what.to.row - first + 1, chunk.rows()));
        for (int i = begin; i < end && !tooMuch; ++i) {
            if (what.filter != LogFilter::All && LogMark{marks[size_t(i)]}.kind() != what.filter)
                continue;
            const LogLine line = chunk.line(i);
            QString text = copiedLine(line.text);
            if (out.lines++ > 0)
                out.text += u'\n';
            if (what.wholeLines) {
                out.text += prefix(line.facts, what.zone) + text;
            } else {
                if (first + i == what.to.row)
                    text.truncate(what.to.at);
                if (first + i == what.from.row)
                    text.remove(0, what.from.at);
                out.text += text;
            }
            tooMuch = out.text.size() > most;
        }
        return !tooMuch && !token.stopped();
    };
    if (auto read = reader.forEachChunk(what.from.row, what.to.row + 1, take); !read)
        return tl::unexpected<Error>(std::move(read.error()));
    if (tooMuch)
        return fail(Error::Kind::Refused, {}, {},
            PH_TEXT("LogView", "That is more than %1 MB for the clipboard. Save the log to a file.")
                .arg(most >> 20),
            u"copy-limit"_s);
    if (what.wholeLines && out.lines > 1)
        out.text += u'\n';
    return out;
}

Result<Text> saveLines(const LogReader& reader, const QString& path, const pilothouse::Token& token,
    TaskProgress& progress)
{
    WholeFile file(path);
    const auto cannotWrite = [&] {
        return fail(Error::Kind::Refused, path + u": "_s + file.errorString(), {},
            PH_TEXT("LogView", "Choose another folder or make room on the disk."),
            u"export-failed"_s);
    };
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite();
    const qint64 total = reader.rowCount();
    const QTimeZone utc = QTimeZone::utc();
    QByteArray buffer;
    bool failed = false;
    qint64 done = 0;
    const auto write = [&](qint64, const LogChunk& chunk, const std::vector<quint8>&) {
        buffer.resize(0);
        for (int i = 0; i < chunk.rows(); ++i) {
            const LogLine line = chunk.line(i);
            buffer += prefix(line.facts, utc).toUtf8();
            buffer.append(line.text.data(), line.text.size());
            buffer += '\n';
        }
        failed = file.write(buffer) != buffer.size();
        done += chunk.rows();
        token.alive(kSilence);
        progress.set(done, total, TaskStatus::Unit::Rows);
        return !failed && !token.stopped();
    };
    const auto read = reader.forEachChunk(0, total, write);
    if (token.stopped()) // the file that was there before stays as it was
        return fail(token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {});
    if (!read)
        return tl::unexpected<Error>(read.error());
    if (failed || !file.commit())
        return cannotWrite();
    return PH_TEXT("LogView", "%1 lines written to %2.").arg(done).arg(path);
}

} // namespace pilothouse::ui
