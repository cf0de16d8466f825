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
    if (grouping)
        out[u"grouping"_s] = true;
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
    out.grouping = json[u"grouping"_s].toBool();
    out.bar = json[u"bar"_s].toBool();
    const QJsonObject map = json[u"states"_s].toObject();
    for (auto it = map.begin(); it != map.end(); ++it)
        if (const Glyph glyph = glyphFromId(it.value().toString()); glyph != Glyph::None)
            out.states[it.key()] = glyph;
    return out;
}

} // namespace pilothouse::ui
