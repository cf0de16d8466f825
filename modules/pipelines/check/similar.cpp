// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/similar.h"

#include <algorithm>
#include <vector>

namespace pilothouse::pipelines
{

namespace
{

constexpr qsizetype kLongest = 64; // characters; nobody mistypes more

// Letters that are put in, left out, changed, or swapped with their neighbour.
int distance(QStringView a, QStringView b)
{
    const size_t width = size_t(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> last(width);
    std::vector<int> now(width);
    for (size_t j = 0; j < width; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = size_t(j);
            const bool isSame = a[i - 1] == b[j - 1];
            now[at] = std::min({last[at] + 1, now[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[at] = std::min(now[at], before[at - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[width - 1];
}

} // namespace

QString similarTo(const QString& typed, const QStringList& names)
{
    if (typed.size() < 3 || typed.size() > kLongest)
        return {};
    QString best;
    int least = typed.size() < 6 ? 2 : 3; // this many is no mistyping any more
    for (const QString& name : names) {
        if (std::abs(name.size() - typed.size()) >= least)
            continue;
        const int steps = distance(typed.toLower(), name.toLower());
        if (steps < least) {
            least = steps;
            best = name;
        }
    }
    return best;
}

} // namespace pilothouse::pipelines
