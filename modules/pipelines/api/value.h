// SPDX-License-Identifier: GPL-3.0-or-later
// Value: what a parameter of a pipeline is set to, as documents hold it. Numbers keep the text they
// were written with, so that nothing is rounded and a diff stays small. Plain value, any thread.
#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace pilothouse::pipelines
{

struct Value {
    enum class Kind { None, Text, Number, Bool, List, Map };

    Kind kind = Kind::None;
    QString text; // of Text and Number; "true" or "false" of Bool
    std::vector<Value> items; // of List
    std::vector<std::pair<QString, Value>> entries; // of Map, in the document's order

    static Value ofText(const QString& text);
    static Value ofNumber(qint64 number);
    static Value ofBool(bool on);
    // Number and Bool where the text is one (YAML's core words and decimal numbers), else Text.
    static Value ofPlain(const QString& text);

    bool isNone() const { return kind == Kind::None; }
    bool isTrue() const;
    const Value* find(QStringView key) const; // of a map
    // In one line, for lists and messages; bounded.
    QString shown() const;
    bool operator==(const Value&) const = default;
};

// Nothing is set: no value, an empty text, list or map.
bool isEmpty(const Value& value);
// True when a plain YAML scalar of this text would be read as a number or a word of another kind.
bool isPlainNumber(QStringView text);

} // namespace pilothouse::pipelines
