// SPDX-License-Identifier: GPL-3.0-or-later
// YamlNode: a YAML document as plain values with their places, read within hard bounds. The only
// file that talks to yaml-cpp is the one beside this.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <memory>
#include <optional>
#include <vector>

namespace pilothouse
{

// Counted from 1, columns in characters; 0: not known.
struct YamlMark {
    int line = 0;
    int column = 0;
    bool operator==(const YamlMark&) const = default;
};

struct YamlNode;
using YamlPtr = std::shared_ptr<const YamlNode>;

struct YamlEntry {
    QString key;
    YamlMark keyMark;
    YamlPtr value;
    bool merged = false; // came in through `<<`
};

// Scalars stay text: `on`, `off` and numbers are what the reader of the key makes of them.
struct YamlNode {
    enum class Kind { Null, Scalar, Sequence, Map };

    Kind kind = Kind::Null;
    YamlMark mark;
    bool flow = false; // written with [] or {}
    bool quoted = false; // a scalar in quotes is never null or a number
    bool anchored = false; // aliases may stand for it
    QString text;
    std::vector<YamlEntry> entries; // a map in the file's order, `<<` resolved
    std::vector<YamlPtr> items;
    qint64 weight = 1; // nodes below, aliases counted as often as they are used

    const YamlEntry* find(QStringView key) const;
};

struct YamlProblem {
    YamlMark mark;
    Text message;
};

struct YamlLimits {
    qint64 bytes = 1 << 20;
    qint64 nodes = 50'000; // after aliases are followed
    int depth = 48;
};

// One document. Invalid UTF-8, control characters, a second document, a key that is there twice and
// anything beyond the limits are problems. No message repeats a value of the document.
tl::expected<YamlPtr, YamlProblem> parseYaml(
    const QByteArray& bytes, const YamlLimits& limits = {});

// The bytes of a regular file of at most `limit` bytes; a pipe or a device is refused, not opened.
Result<QByteArray> readSmallFile(const QString& path, qint64 limit = YamlLimits().bytes);

// A scalar as it may be written into a YAML file: plain where that is safe, else in double quotes.
QByteArray yamlScalar(const QString& text);

} // namespace pilothouse
