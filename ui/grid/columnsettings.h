// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnSettings: what the user asked to see beside the stored value. Nothing of it is a default
// and nothing of it changes what is copied.
#pragma once

#include "ui/theme/glyphs.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace pilothouse::ui
{

enum class NumberForm { Stored, Grouped, Bytes }; // thousands apart; "24.1 KB"
enum class TimeForm { Stored, Seconds, Date, Clock }; // parts of the stored text, never converted

struct ColumnSettings {
    NumberForm number = NumberForm::Stored;
    TimeForm time = TimeForm::Stored;
    bool bar = false; // a bar beside the number, one scale for the column
    QMap<QString, Glyph> states; // values of an enum (or text) that mean a state

    bool isDefault() const { return *this == ColumnSettings(); }
    bool operator==(const ColumnSettings&) const = default;

    QJsonObject toJson() const; // empty when nothing is set
    static ColumnSettings fromJson(const QJsonObject& json);
};

// Stable words for files: "ok", "warn", "error" …; Glyph::None is "".
[[nodiscard]] QString glyphId(Glyph glyph);
[[nodiscard]] Glyph glyphFromId(const QString& id);
// The states a user can give to a value.
[[nodiscard]] QList<Glyph> stateGlyphs();

} // namespace pilothouse::ui
