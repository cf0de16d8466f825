// SPDX-License-Identifier: GPL-3.0-or-later
// LogChunk: an immutable block of lines of a log in one piece of memory that is also its form on
// disk. LogChunkBuilder collects the lines of the next one.
#pragma once

#include "core/tablechunk.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <array>
#include <memory>
#include <vector>

namespace pilothouse::ui
{

enum class LogLevel : quint8 { None, Debug, Info, Warning, Error, Critical };
enum class LogFilter : quint8 { All, Warnings, Errors };

// What is known of a line beside its text.
struct LogFacts {
    qint64 time = 0; // microseconds since 1970 UTC, 0: none
    QByteArrayView source;
    LogLevel level = LogLevel::None;
    bool continued = false; // belongs to the line above
    bool cut = false; // the log held more
};

// A line as kept; views are valid as long as its chunk.
struct LogLine {
    QByteArrayView text;
    LogFacts facts;
    bool loading = false; // not in memory, a read is under way
};

// One byte a line that stays in memory: what filters and jumps need.
struct LogMark {
    quint8 bits = 0;

    static LogMark of(LogFilter kind, bool continued, bool groupBegin, bool groupEnd, LogLevel l)
    {
        return {static_cast<quint8>(quint8(kind) | (continued ? 4u : 0u) | (groupBegin ? 8u : 0u)
            | (groupEnd ? 16u : 0u) | (quint8(l) << 5))};
    }
    // Warnings and Errors with the lines that continue them; All for the rest.
    LogFilter kind() const { return static_cast<LogFilter>(bits & 3u); }
    bool continued() const { return bits & 4u; }
    bool groupBegin() const { return bits & 8u; }
    bool groupEnd() const { return bits & 16u; }
    LogLevel level() const { return static_cast<LogLevel>(bits >> 5); }
    bool heads(LogFilter filter) const { return kind() == filter && !continued(); }
};

// The image: Head, Row[rows], end of each source's name (quint32), their bytes, the text. Lines
// stand in the text with a line feed after each, so that it can be searched in one go.
class LogChunk final
{
public:
    // Null when the image does not hold together (a file that was damaged).
    static std::shared_ptr<const LogChunk> fromImage(pilothouse::detail::ChunkImage image);

    int rows() const { return m_head.rows; }
    LogLine line(int row) const;
    QByteArrayView text() const { return m_text; } // of all lines
    int rowAt(qsizetype textOffset) const;
    bool hasEscapes() const { return m_head.escapes; } // some line holds an ANSI sequence
    const pilothouse::detail::ChunkImage& image() const { return m_image; }

private:
    friend class LogChunkBuilder;
    struct Head {
        quint32 magic = 0;
        int rows = 0;
        quint32 sources = 0;
        quint32 sourceBytes = 0;
        qint64 textBytes = 0;
        quint32 escapes = 0;
        quint32 reserved = 0;
    };
    struct Row {
        qint64 time = 0;
        quint32 end = 0; // behind the line feed
        quint16 source = 0;
        quint8 level = 0;
        quint8 flags = 0; // 1: continued, 2: cut
    };
    static constexpr quint32 kMagic = 0x314c4850; // "PHL1"

    LogChunk() = default;

    pilothouse::detail::ChunkImage m_image;
    Head m_head;
    const Row* m_rows = nullptr;
    const quint32* m_sourceEnds = nullptr;
    const char* m_sources = nullptr;
    QByteArrayView m_text;
};

class LogChunkBuilder final
{
public:
    static constexpr qsizetype kLongestLine = 8 << 20; // the rest is cut off and marked

    void add(QByteArrayView text, const LogFacts& facts);
    int rows() const { return static_cast<int>(m_rows.size()); }
    qint64 bytes() const { return m_text.size(); }
    bool isFull() const { return bytes() >= (512 << 10) || rows() >= 8192; }
    std::shared_ptr<const LogChunk> build() const; // null: out of memory
    void clear();

    // Marks of the lines held; the kind of a line that continues carries over from the last chunk.
    const std::vector<quint8>& marks() const { return m_marks; }
    const std::array<qint64, 3>& shown() const { return m_shown; } // lines by filter
    const std::array<qint64, 3>& heads() const { return m_heads; } // warnings, errors
    qint64 firstTime() const { return m_firstTime; } // 0: no line has one
    qint64 lastTime() const { return m_lastTime; }

private:
    std::vector<LogChunk::Row> m_rows;
    QByteArray m_text;
    QHash<QByteArray, quint16> m_sourceIds;
    QList<QByteArray> m_sources{QByteArray()};
    std::vector<quint8> m_marks;
    std::array<qint64, 3> m_shown{};
    std::array<qint64, 3> m_heads{};
    qint64 m_firstTime = 0;
    qint64 m_lastTime = 0;
    LogFilter m_kind = LogFilter::All;
    bool m_escapes = false;
};

} // namespace pilothouse::ui
