// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/gridwork.h"
#include "ui/plural.h"

#include "core/wholefile.h"

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr milliseconds kSilence{30'000};
constexpr qint64 kBlock = 16'384;

// Looks for a text in the bytes of cells. ASCII, the common case, is compared byte by byte.
class CellMatcher final
{
public:
    explicit CellMatcher(const QString& text)
        : m_text(text)
        , m_lower(text.toLower().toUtf8())
        , m_ascii(std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; }))
    {
        m_upper = m_lower.toUpper();
    }

    bool matches(const CellView& cell) const
    {
        if (cell.isNull() || cell.size < m_lower.size())
            return false;
        if (!m_ascii)
            return QString::fromUtf8(cell.view()).contains(m_text, Qt::CaseInsensitive);
        const char* last = cell.data + cell.size - m_lower.size();
        for (const char* at = cell.data; at <= last; ++at)
            if ((*at == m_lower[0] || *at == m_upper[0]) && same(at))
                return true;
        return false;
    }

private:
    bool same(const char* at) const
    {
        for (qsizetype i = 1; i < m_lower.size(); ++i)
            if (at[i] != m_lower[i] && at[i] != m_upper[i])
                return false;
        return true;
    }

    QString m_text;
    QByteArray m_lower;
    QByteArray m_upper;
    bool m_ascii;
};

struct Place {
    qint64 row;
    int column;
    auto operator<=>(const Place&) const = default;
};

// The first (or last) match between two places, both included.
Result<std::optional<Place>> findBetween(const TableReader& reader, const CellMatcher& matcher,
    Place from, Place to, bool forward, const pilothouse::Token& token)
{
    std::optional<Place> found;
    const auto look = [&](qint64 row, std::span<const CellView> cells) {
        if (row % 1024 == 0 && token.stopped())
            return false;
        for (int c = 0; c < static_cast<int>(cells.size()); ++c) {
            const Place place{row, c};
            if (place < from || place > to || !matcher.matches(cells[static_cast<size_t>(c)]))
                continue;
            found = place;
            if (forward)
                return false;
        }
        return true;
    };
    if (forward) {
        if (auto ok = reader.forEach(from.row, to.row + 1, look); !ok)
            return tl::unexpected<Error>(std::move(ok.error()));
        return found;
    }
    for (qint64 end = to.row + 1; end > from.row && !found; end -= kBlock) {
        if (token.stopped())
            break;
        if (auto ok = reader.forEach(std::max(from.row, end - kBlock), end, look); !ok)
            return tl::unexpected<Error>(std::move(ok.error()));
    }
    return found;
}

} // namespace

Result<std::optional<FoundCell>> findInRows(
    const TableReader& reader, const FindRequest& request, const pilothouse::Token& token)
{
    const qint64 rows = reader.rowCount();
    const int columns = reader.columnCount();
    if (request.text.isEmpty() || rows == 0 || columns == 0)
        return std::optional<FoundCell>();
    const CellMatcher matcher(request.text);
    const Place first{0, 0};
    const Place last{rows - 1, columns - 1};
    const Place here{std::clamp<qint64>(request.row, 0, rows - 1), request.column};
    const auto step = [&](Place p, int by) {
        p.column += by;
        if (p.column < 0)
            return Place{p.row - 1, columns - 1};
        if (p.column >= columns)
            return Place{p.row + 1, 0};
        return p;
    };
    const bool forward = request.forward;
    auto found = findBetween(reader, matcher, forward ? step(here, 1) : first,
        forward ? last : step(here, -1), forward, token);
    bool wrapped = false;
    if (found && !*found && !token.stopped()) {
        wrapped = true;
        found = findBetween(
            reader, matcher, forward ? first : here, forward ? here : last, forward, token);
    }
    if (!found)
        return tl::unexpected<Error>(std::move(found.error()));
    if (!*found)
        return std::optional<FoundCell>();
    return std::optional<FoundCell>(FoundCell{(*found)->row, (*found)->column, wrapped});
}

qint64 RowSelection::rowCount() const
{
    qint64 n = 0;
    for (const auto& [from, to] : rows)
        n += to - from;
    return n;
}

Result<CopiedRows> copyRows(const TableReader& reader, const RowSelection& selection,
    CopyFormat format, const std::vector<TableColumn>& columns, const QString& table,
    const pilothouse::Token& token, qint64 most)
{
    CopiedRows out;
    const bool single
        = selection.columns.size() == 1 && selection.rowCount() == 1 && format == CopyFormat::Tsv;
    std::vector<TableColumn> chosen;
    for (const int c : selection.columns)
        chosen.push_back(columns[static_cast<size_t>(c)]);
    RowFormatter formatter(format, std::move(chosen), table, format != CopyFormat::Tsv);
    std::vector<CellView> cells(selection.columns.size());
    bool tooMuch = false;
    if (!single)
        formatter.begin(out.text);
    for (const auto& [from, to] : selection.rows) {
        const auto read = reader.forEach(from, to, [&](qint64, std::span<const CellView> all) {
            for (size_t i = 0; i < cells.size(); ++i)
                cells[i] = all[static_cast<size_t>(selection.columns[i])];
            if (single) {
                out.text = rawCell(cells[0]);
                out.cutCells = cells[0].isCut() ? 1 : 0;
            } else {
                formatter.row(out.text, cells);
            }
            ++out.rows;
            tooMuch = out.text.size() > most;
            return !tooMuch && !(out.rows % 1024 == 0 && token.stopped());
        });
        if (!read)
            return tl::unexpected<Error>(read.error());
        if (tooMuch)
            return fail(Error::Kind::Refused, {}, {},
                PH_TEXT(
                    "GridView", "That is more than %1 MB for the clipboard. Export it to a file.")
                    .arg(most >> 20),
                u"copy-limit"_s);
    }
    if (!single) {
        formatter.end(out.text);
        out.cutCells = formatter.cutCells();
    }
    return out;
}

Result<double> columnMaximum(const TableReader& reader, int column, const pilothouse::Token& token)
{
    double most = 0;
    const auto read
        = reader.forEach(0, reader.rowCount(), [&](qint64 row, std::span<const CellView> cells) {
              const CellView& cell = cells[static_cast<size_t>(column)];
              bool ok = false;
              const double value
                  = cell.isNull() ? 0 : QByteArray::fromRawData(cell.data, cell.size).toDouble(&ok);
              if (ok && std::isfinite(value))
                  most = std::max(most, std::abs(value));
              return row % 4096 != 0 || !token.stopped();
          });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return most;
}

Result<Text> exportRows(const TableReader& reader, const ExportRequest& request,
    const pilothouse::Token& token, TaskProgress& progress)
{
    WholeFile file(request.file);
    const auto cannotWrite = [&] {
        return fail(Error::Kind::Refused, request.file + u": "_s + file.errorString(), {},
            PH_TEXT("GridView", "Choose another folder or make room on the disk."),
            u"export-failed"_s);
    };
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite();
    RowFormatter formatter(request.format, request.columns, request.table);
    const qint64 total = reader.rowCount();
    QByteArray buffer;
    formatter.begin(buffer);
    bool failed = false;
    qint64 done = 0;
    const auto read = reader.forEach(0, total, [&](qint64, std::span<const CellView> cells) {
        formatter.row(buffer, cells);
        if (++done % 1024 == 0 || buffer.size() > (1 << 20)) {
            failed = file.write(buffer) != buffer.size();
            buffer.resize(0);
            token.alive(kSilence);
            progress.set(done, total, TaskStatus::Unit::Rows);
        }
        return !failed && !token.stopped();
    });
    if (token.stopped()) // the file that was there before stays as it was
        return fail(token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {});
    if (!read)
        return tl::unexpected<Error>(read.error());
    formatter.end(buffer);
    failed = failed || file.write(buffer) != buffer.size();
    if (failed || !file.commit())
        return cannotWrite();
    progress.set(done, total, TaskStatus::Unit::Rows);
    if (formatter.cutCells() > 0)
        return PH_PLURAL(
            "GridView", "%n row(s) written to %1. Of %2 long cells only the first part.")
            .plural(pluralOf(done))
            .arg(request.file)
            .arg(formatter.cutCells());
    return PH_PLURAL("GridView", "%n row(s) written to %1.")
        .plural(pluralOf(done))
        .arg(request.file);
}

} // namespace pilothouse::ui
