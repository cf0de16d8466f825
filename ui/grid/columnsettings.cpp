// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/columnsettings.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr std::array kStates{
    std::pair{Glyph::Ok, "ok"_L1},
    std::pair{Glyph::Warn, "warn"_L1},
    std::pair{Glyph::Error, "error"_L1},
    std::pair{Glyph::Running, "running"_L1},
    std::pair{Glyph::Queued, "queued"_L1},
    std::pair{Glyph::Retry, "retry"_L1},
    std::pair{Glyph::Skipped, "skipped"_L1},
    std::pair{Glyph::Unknown, "unknown"_L1},
    std::pair{Glyph::Paused, "paused"_L1},
};

constexpr std::array kNumbers{""_L1, "grouped"_L1, "bytes"_L1};
constexpr std::array kTimes{""_L1, "seconds"_L1, "date"_L1, "clock"_L1};

// 0, as stored, for a word of a newer version.
size_t placeOf(const auto& words, const QString& word)
{
    for (size_t i = 0; i < words.size(); ++i)
        if (word == words[i])
            return i;
    return 0;
}

} // namespace

QString glyphId(Glyph glyph)
{
    for (const auto& [g, id] : kStates)
        if (g == glyph)
            return id;
    return {};
}

Glyph glyphFromId(const QString& id)
{
    for (const auto& [g, name] : kStates)
        if (name == id)
            return g;
    return Glyph::None;
}

QList<Glyph> stateGlyphs()
{
    QList<Glyph> out;
    for (const auto& known : kStates)
        out.append(known.first);
    return out;
}

QJsonObject ColumnSettings::toJson() const
{
    QJsonObject out;
    if (number != NumberForm::Stored)
        out[u"number"_s] = QString(kNumbers[static_cast<size_t>(number)]);
    if (time != TimeForm::Stored)
        out[u"time"_s] = QString(kTimes[static_cast<size_t>(time)]);
    if (bar)
        out[u"bar"_s] = true;
    if (!states.isEmpty()) {
        QJsonObject map;
        for (auto it = states.begin(); it != states.end(); ++it)
            map[it.key()] = glyphId(it.value());
        out[u"states"_s] = map;
    }
    return out;
}

ColumnSettings ColumnSettings::fromJson(const QJsonObject& json)
{
    ColumnSettings out;
    out.number = static_cast<NumberForm>(placeOf(kNumbers, json[u"number"_s].toString()));
    out.time = static_cast<TimeForm>(placeOf(kTimes, json[u"time"_s].toString()));
    out.bar = json[u"bar"_s].toBool();
    const QJsonObject map = json[u"states"_s].toObject();
    for (auto it = map.begin(); it != map.end(); ++it)
        if (const Glyph glyph = glyphFromId(it.value().toString()); glyph != Glyph::None)
            out.states[it.key()] = glyph;
    return out;
}

} // namespace pilothouse::ui
