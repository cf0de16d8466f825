// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logrow.h"

#include "ui/logview/logmatcher.h"

#include <QDateTime>
#include <QTextOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr qsizetype kShownBytes = 4096; // of a line, until all of it is asked for
constexpr int kPiece = 256; // characters laid out at once
constexpr size_t kRowsKept = 600;
constexpr qint64 kCharsKept = 16 << 20;
constexpr int kGroupMark = 9; // "::group::"

} // namespace

LogRows::LogRows(const QFont& font)
    : m_font(font)
    , m_measure(font)
    , m_zone(QTimeZone::utc())
{
}

void LogRows::setStore(const LogStore* store)
{
    m_store = store;
    m_expanded.clear();
    forget();
}

void LogRows::setFont(const QFont& font)
{
    m_font = font;
    m_measure = LogMeasure(font);
    forget();
}

void LogRows::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    forget();
}

void LogRows::setWrap(bool wrap, qreal width)
{
    if (wrap == m_wrap && qFuzzyCompare(width, m_width))
        return;
    const bool same = !m_wrap && !wrap && m_expanded.empty();
    m_wrap = wrap;
    m_width = width;
    if (!same)
        forget();
}

void LogRows::setMatcher(LogMatcher* matcher)
{
    m_matcher = matcher;
    forget();
}

void LogRows::setExpanded(qint64 row, bool expanded)
{
    if (expanded)
        m_expanded.insert(row);
    else
        m_expanded.erase(row);
    m_rows.erase(row);
}

void LogRows::forget()
{
    m_rows.clear();
    m_chars = 0;
}

int LogRows::linesOf(qint64 row)
{
    if (!varies() || (!m_wrap && !isExpanded(row)))
        return 1;
    const LogRow* made = this->row(row);
    return made ? made->lines : 1;
}

QString LogRows::timeText(qint64 time, bool full) const
{
    if (time == 0)
        return {};
    const auto at = QDateTime::fromMSecsSinceEpoch(time / 1000, Qt::UTC).toTimeZone(m_zone);
    return at.toString(full ? u"yyyy-MM-dd HH:mm:ss.zzz"_s : u"HH:mm:ss.zzz"_s);
}

LogRow* LogRows::row(qint64 number)
{
    ++m_turn;
    const auto known = m_rows.find(number);
    if (known != m_rows.end()) {
        known->second->lastUse = m_turn;
        return known->second.get();
    }
    if (!m_store)
        return nullptr;
    const LogLine line = m_store->line(number);
    if (line.loading)
        return nullptr;
    trim();
    auto made = std::make_unique<LogRow>();
    const bool whole = isExpanded(number);
    made->mark = m_store->mark(number);
    made->shown = shownLine(line.text, whole ? LogChunkBuilder::kLongestLine : kShownBytes);
    const int size = int(made->shown.text.size());
    if (made->mark.groupBegin()) {
        made->skip = std::min<int>(kGroupMark, size);
        made->shown.spans.insert(
            made->shown.spans.begin(), LogSpan{made->skip, size - made->skip, {}, true});
    } else if (made->mark.groupEnd()) {
        made->skip = size; // a rule stands for it
    }
    made->level = line.facts.level;
    made->cut = line.facts.cut;
    made->bytes = line.text.size();
    made->time = timeText(line.facts.time, false);
    made->source = QString::fromUtf8(line.facts.source);
    made->exception = made->mark.kind() == LogFilter::Errors && made->mark.continued()
        && isExceptionLine(made->shown.text);
    made->lastUse = m_turn;
    fillPieces(*made, m_wrap || whole);
    fillHits(*made, line.text);
    m_chars += made->shown.text.size();
    return m_rows.emplace(number, std::move(made)).first->second.get();
}

void LogRows::fillPieces(LogRow& row, bool wrapped) const
{
    const QStringView text = QStringView(row.shown.text).sliced(row.skip);
    const auto add = [&](int begin, int end, int line, qreal x) {
        LogPiece piece;
        piece.begin = begin + row.skip;
        piece.length = end - begin;
        piece.line = line;
        piece.x = x;
        piece.width = wrapped ? m_width : m_measure.width(text.sliced(begin, end - begin), x);
        row.width = std::max(row.width, x + piece.width);
        row.pieces.push_back(std::move(piece));
    };
    if (wrapped) {
        const std::vector<int> starts = m_measure.breaks(text, m_width);
        for (size_t i = 0; i < starts.size(); ++i)
            add(starts[i], i + 1 < starts.size() ? starts[i + 1] : int(text.size()), int(i), 0);
        row.lines = int(starts.size());
        return;
    }
    qreal x = 0;
    for (int begin = 0; begin == 0 || begin < text.size();) {
        int end = std::min<int>(begin + kPiece, int(text.size()));
        // Not between the halves of a character, a letter and its mark, or inside a word that is
        // shaped as a whole.
        while (end < text.size() && end < begin + kPiece + 64
            && (text[end].isLowSurrogate() || text[end].isMark() || text[end].unicode() == 0x200d
                || (text[end].unicode() > 0x590 && !text[end - 1].isSpace())))
            ++end;
        if (end < text.size() && text[end].isLowSurrogate())
            ++end;
        add(begin, end, 0, x);
        x += row.pieces.back().width;
        begin = end;
        if (end == begin && begin >= text.size())
            break;
    }
}

void LogRows::fillHits(LogRow& row, QByteArrayView line) const
{
    if (!m_matcher)
        return;
    QByteArray scratch;
    const QByteArrayView plain
        = withoutEscapes(line.first(line.size() - row.shown.hidden), scratch);
    qsizetype bytes = 0;
    int chars = 0;
    const auto charsAt = [&](qsizetype byte) {
        chars += int(QString::fromUtf8(plain.sliced(bytes, byte - bytes)).size());
        bytes = byte;
        return chars;
    };
    for (const auto& [begin, end] : m_matcher->all(plain)) {
        const int from = charsAt(begin);
        row.hits.emplace_back(from, charsAt(end));
    }
}

const QTextLayout& LogRows::layout(const LogRow& row, LogPiece& piece) const
{
    if (piece.layout)
        return *piece.layout;
    piece.layout
        = std::make_unique<QTextLayout>(row.shown.text.mid(piece.begin, piece.length), m_font);
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(m_measure.column() * 8);
    piece.layout->setTextOption(option);
    piece.layout->setCacheEnabled(true);
    piece.layout->beginLayout();
    QTextLine line = piece.layout->createLine();
    if (line.isValid())
        line.setLineWidth(1e6);
    piece.layout->endLayout();
    return *piece.layout;
}

void LogRows::trim()
{
    if (m_rows.size() < kRowsKept && m_chars < kCharsKept)
        return;
    std::vector<std::pair<quint64, qint64>> byUse;
    byUse.reserve(m_rows.size());
    for (const auto& [number, made] : m_rows)
        byUse.emplace_back(made->lastUse, number);
    std::sort(byUse.begin(), byUse.end());
    for (size_t i = 0; i < byUse.size() * 2 / 3; ++i) {
        const auto at = m_rows.find(byUse[i].second);
        m_chars -= at->second->shown.text.size();
        m_rows.erase(at);
    }
}

} // namespace pilothouse::ui
