// SPDX-License-Identifier: GPL-3.0-or-later
// Myers, "An O(ND) difference algorithm and its variations" (1986), with the path kept per step.
#include "pipelines/deploy/linediff.h"

#include <QString>

#include <algorithm>

namespace pilothouse::pipelines
{

namespace
{

constexpr int kMostSteps = 3000; // lines that may differ; the path takes the square of it
constexpr int kContext = 3;

QList<QByteArray> linesOf(const QByteArray& text)
{
    QList<QByteArray> lines;
    qsizetype begin = 0;
    while (begin < text.size()) {
        const qsizetype end = text.indexOf('\n', begin);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.append(text.sliced(begin, next - begin));
        begin = next;
    }
    return lines;
}

// Pairs of equal lines of a[from…] and b[from…], in order.
std::vector<std::pair<int, int>> pairs(
    const QList<QByteArray>& a, const QList<QByteArray>& b, int from, int endA, int endB)
{
    const int n = endA - from;
    const int m = endB - from;
    const int most = std::min(n + m, kMostSteps);
    std::vector<int> reach(size_t(2 * most + 2), 0); // furthest x on each diagonal
    const auto at = [&reach, most](int k) -> int& {
        return reach[size_t(k + most)];
    };
    std::vector<std::vector<int>> path; // reach before each step, its middle part
    for (int d = 0; d <= most; ++d) {
        path.emplace_back(reach.begin() + (most - d), reach.begin() + (most + d + 1));
        for (int k = -d; k <= d; k += 2) {
            int x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
            while (x < n && x - k < m && a[from + x] == b[from + x - k])
                ++x;
            at(k) = x;
            if (x < n || x - k < m)
                continue;
            std::vector<std::pair<int, int>> out;
            int endX = n;
            int endY = m;
            for (int step = d; step > 0; --step) {
                const auto& old = path[size_t(step)];
                const auto past = [&old, step](int line) {
                    return old[size_t(line + step)];
                };
                const int line = endX - endY;
                const bool down
                    = line == -step || (line != step && past(line - 1) < past(line + 1));
                const int fromX = past(down ? line + 1 : line - 1);
                const int fromY = fromX - (down ? line + 1 : line - 1);
                while (endX > fromX + (down ? 0 : 1) && endY > fromY + (down ? 1 : 0))
                    out.emplace_back(from + --endX, from + --endY);
                endX = fromX;
                endY = fromY;
            }
            while (endX > 0 && endY > 0)
                out.emplace_back(from + --endX, from + --endY);
            std::reverse(out.begin(), out.end());
            return out;
        }
    }
    return {};
}

// All pairs of equal lines, those of the common begin and end too.
std::vector<std::pair<int, int>> matches(const QList<QByteArray>& a, const QList<QByteArray>& b)
{
    int head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    int tail = 0;
    while (tail < a.size() - head && tail < b.size() - head
        && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    std::vector<std::pair<int, int>> all;
    for (int i = 0; i < head; ++i)
        all.emplace_back(i, i);
    const auto middle = pairs(a, b, head, int(a.size()) - tail, int(b.size()) - tail);
    all.insert(all.end(), middle.begin(), middle.end());
    for (int i = tail; i > 0; --i)
        all.emplace_back(int(a.size()) - i, int(b.size()) - i);
    return all;
}

QByteArray joined(const QList<QByteArray>& lines, int from, int to)
{
    QByteArray text;
    for (int i = from; i < to; ++i)
        text += lines[i];
    return text;
}

} // namespace

std::vector<DiffLine> diffLines(const QByteArray& before, const QByteArray& after)
{
    using Kind = DiffLine::Kind;
    const QList<QByteArray> a = linesOf(before);
    const QList<QByteArray> b = linesOf(after);
    std::vector<DiffLine> out;
    int i = 0;
    int j = 0;
    const auto upTo = [&](int endA, int endB) {
        for (; i < endA; ++i)
            out.push_back({Kind::Removed, i + 1, 0, a[i]});
        for (; j < endB; ++j)
            out.push_back({Kind::Added, 0, j + 1, b[j]});
    };
    for (const auto& [x, y] : matches(a, b)) {
        upTo(x, y);
        out.push_back({Kind::Same, ++i, ++j, a[x]});
    }
    upTo(int(a.size()), int(b.size()));
    return out;
}

DiffCount countOf(const std::vector<DiffLine>& lines)
{
    DiffCount count;
    for (const DiffLine& line : lines) {
        count.added += line.kind == DiffLine::Kind::Added;
        count.removed += line.kind == DiffLine::Kind::Removed;
    }
    return count;
}

QByteArray unifiedDiff(
    const QByteArray& before, const QByteArray& after, const QString& from, const QString& to)
{
    const auto lines = diffLines(before, after);
    const auto changed = [](const DiffLine& line) {
        return line.kind != DiffLine::Kind::Same;
    };
    QByteArray out;
    auto next = std::find_if(lines.begin(), lines.end(), changed);
    while (next != lines.end()) {
        const auto begin = next - std::min<ptrdiff_t>(kContext, next - lines.begin());
        auto last = next;
        for (auto look = next; look != lines.end() && look - last <= 2 * kContext; ++look)
            if (changed(*look))
                last = look;
        const auto end = last + std::min<ptrdiff_t>(kContext + 1, lines.end() - last);
        int firstA = 0, firstB = 0, countA = 0, countB = 0;
        QByteArray body;
        for (auto line = begin; line != end; ++line) {
            const bool inA = line->before > 0;
            const bool inB = line->after > 0;
            firstA = inA && firstA == 0 ? line->before : firstA;
            firstB = inB && firstB == 0 ? line->after : firstB;
            countA += inA;
            countB += inB;
            body += (inA && inB ? ' ' : inA ? '-' : '+') + line->text;
            if (!line->text.endsWith('\n'))
                body += "\n\\ No newline at end of file\n";
        }
        const auto place = [](int first, int count, int above) -> QByteArray {
            return QByteArray::number(count == 0 ? above : first)
                + (count == 1 ? QByteArray() : ',' + QByteArray::number(count));
        };
        int aboveA = 0, aboveB = 0; // lines above, where a side has none of its own
        for (auto line = lines.begin(); line != begin; ++line) {
            aboveA += line->before > 0;
            aboveB += line->after > 0;
        }
        out += "@@ -" + place(firstA, countA, aboveA) + " +" + place(firstB, countB, aboveB)
            + " @@\n" + body;
        next = std::find_if(end, lines.end(), changed);
    }
    if (out.isEmpty())
        return out;
    const auto name = [](const QString& text, const char* side) -> QByteArray {
        return text.isEmpty() ? QByteArray("/dev/null") : side + text.toUtf8();
    };
    return "--- " + name(from, "a/") + "\n+++ " + name(to, "b/") + '\n' + out;
}

std::vector<MergePiece> threeWay(
    const QByteArray& base, const QByteArray& ours, const QByteArray& theirs)
{
    using Kind = MergePiece::Kind;
    const QList<QByteArray> o = linesOf(base);
    const QList<QByteArray> a = linesOf(ours);
    const QList<QByteArray> b = linesOf(theirs);
    std::vector<int> inA(size_t(o.size()) + 1, -1);
    std::vector<int> inB(size_t(o.size()) + 1, -1);
    for (const auto& [x, y] : matches(o, a))
        inA[size_t(x)] = y;
    for (const auto& [x, y] : matches(o, b))
        inB[size_t(x)] = y;
    inA.back() = int(a.size()); // behind the end all three agree
    inB.back() = int(b.size());
    std::vector<MergePiece> out;
    int i = 0, j = 0, k = 0;
    for (int line = 0; line <= o.size(); ++line) {
        const int x = inA[size_t(line)];
        const int y = inB[size_t(line)];
        if (x < 0 || y < 0)
            continue;
        MergePiece piece{Kind::Same, joined(o, i, line), joined(a, j, x), joined(b, k, y)};
        if (piece.ours == piece.theirs)
            piece.kind = piece.ours == piece.base ? Kind::Same : Kind::Alike;
        else if (piece.ours == piece.base)
            piece.kind = Kind::Theirs;
        else
            piece.kind = piece.theirs == piece.base ? Kind::Ours : Kind::Conflict;
        if (piece.kind != Kind::Same)
            out.push_back(piece);
        i = line;
        j = x;
        k = y;
        if (line == o.size())
            break;
        if (out.empty() || out.back().kind != Kind::Same)
            out.emplace_back();
        out.back().base += o[line];
        out.back().ours += o[line];
        out.back().theirs += o[line];
        ++i;
        ++j;
        ++k;
    }
    return out;
}

} // namespace pilothouse::pipelines
