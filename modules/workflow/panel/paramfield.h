// SPDX-License-Identifier: GPL-3.0-or-later
// One field of the trigger form: what a parameter's JSON schema asks for, and whether a text meets
// it. Pure; the form makes a control for each kind.
#pragma once

#include "workflow/api/dags.h"

#include <QCoreApplication>

namespace pilothouse::workflow
{

struct ParamField {
    enum class Kind { Text, Lines, Integer, Number, Boolean, Choice, Date, DateTime, Time, Json };

    QString name;
    QString title;
    QString description;
    QString section;
    Kind kind = Kind::Text;
    bool required = true; // may not be empty
    bool nullable = false; // empty becomes null
    QJsonValue value; // the default
    std::optional<double> minimum;
    std::optional<double> maximum;
    bool exclusiveMinimum = false;
    bool exclusiveMaximum = false;
    int minLength = 0;
    int maxLength = -1;
    QString pattern;
    QString jsonType; // "array", "object" of a JSON field; empty: either
    std::vector<QJsonValue> choices;
    bool multiple = false; // a JSON array of given examples
    bool secret = false; // what is typed is not shown, and never on the disk

    static ParamField of(const DagParam& param);
    QString text() const; // the default as it stands in the control
    QString hint() const; // "1 to 30", "2026-03-17"
};

class ParamWords final
{
    Q_DECLARE_TR_FUNCTIONS(ParamWords)

public:
    // The value a text stands for, or what is wrong with it in words.
    static tl::expected<QJsonValue, QString> parse(const ParamField& field, const QString& text);
    static QString hint(const ParamField& field);
};

} // namespace pilothouse::workflow
