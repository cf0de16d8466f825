// SPDX-License-Identifier: GPL-3.0-or-later
// Benchmarks: alternating runs of ours and of a bare peer, medians, and one line each in bench.json
// (PILOTHOUSE_BENCH_FILE, else ./bench.json): an array of {name, ours, peer, peer_name, unit,
// better, runs, load}; peer is null for an absolute figure.
#pragma once

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace pilothouse::bench
{

struct Figure {
    QString name;
    double ours = 0;
    std::optional<double> peer;
    QString peerName;
    QString unit;
    bool lowerIsBetter = true;
    int runs = 0;
    double aim = 0; // ratio ours/peer, or ours where there is no peer; 0: none
};

double median(std::vector<double> values);

// ours, peer, ours, peer …; each returns its figure, negative: failed. One unmeasured pair first.
std::optional<Figure> alternate(Figure figure, int runs, const std::function<double()>& ours,
    const std::function<double()>& peer);

// Replaces an entry of the same name and prints it with its aim. False when it cannot be written.
bool write(const Figure& figure);

// Proportional set size of this process in bytes.
qint64 proportionalMemory();

// Time since it was made, in milliseconds: by the wall clock, or, with PILOTHOUSE_BENCH_CLOCK=cpu,
// the processor time of this process and all below it, servers included. The second is the fair one
// on a machine with other work.
class Stopwatch final
{
public:
    Stopwatch();
    double ms() const;
    static bool countsCpu();

private:
    static double now();
    double m_start;
};

} // namespace pilothouse::bench
