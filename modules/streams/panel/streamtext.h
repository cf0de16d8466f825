// SPDX-License-Identifier: GPL-3.0-or-later
// Words and numbers of the streams panels, each written in one place. Pure.
#pragma once

#include "streams/api/topics.h"

#include <QCoreApplication>

namespace pilothouse::streams
{

QString countText(qint64 count); // grouped by locale: "214,612"
// The largest unit that tells it whole: "7 d", "36 h", "90 s", "250 ms".
QString spanText(milliseconds span);
// How far a group is behind, two units at most: "3 h 12 m", "14 s", "0 s".
QString behindText(milliseconds behind);
// When it began: "13:20", with the day when that is another one: "03-17 13:20".
QString sinceText(const QDateTime& since);

class StreamText final
{
    Q_DECLARE_TR_FUNCTIONS(StreamText)

public:
    // How long a topic keeps its messages, by its settings: "7 d", "compact", "compact, 3 d",
    // "for ever"; empty: not known.
    static QString keeps(const std::vector<ConfigEntry>& config);
};

} // namespace pilothouse::streams
