// SPDX-License-Identifier: GPL-3.0-or-later
// The subset of JSON Schema that Airflow's own trigger form knows; anything else is a JSON field.
#include "workflow/panel/paramfield.h"

#include "workflow/api/secrets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using Kind = ParamField::Kind;

namespace
{

QString compact(const QJsonValue& value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson().trimmed());
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson().trimmed());
    // A scalar has no document of its own.
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2));
}

Kind kindOf(const QString& type, const QString& format)
{
    if (type == "integer"_L1)
        return Kind::Integer;
    if (type == "number"_L1)
        return Kind::Number;
    if (type == "boolean"_L1)
        return Kind::Boolean;
    if (type == "array"_L1 || type == "object"_L1)
        return Kind::Json;
    if (format == "date"_L1)
        return Kind::Date;
    if (format == "date-time"_L1)
        return Kind::DateTime;
    if (format == "time"_L1)
        return Kind::Time;
    if (format == "multiline"_L1)
        return Kind::Lines;
    return Kind::Text;
}

} // namespace

ParamField ParamField::of(const DagParam& param)
{
    ParamField field;
    const QJsonObject& schema = param.schema;
    field.name = param.name;
    field.title = schema.value(u"title"_s).toString(param.name);
    field.description = param.description.isEmpty() ? schema.value(u"description"_s).toString()
                                                    : param.description;
    field.section = param.section.isEmpty() ? schema.value(u"section"_s).toString() : param.section;
    field.value = param.value;
    QStringList types;
    const QJsonValue type = schema.value(u"type"_s);
    if (type.isString())
        types = {type.toString()};
    for (const QJsonValue& one : type.toArray())
        types.append(one.toString());
    field.nullable = types.removeAll(u"null"_s) > 0;
    // Airflow's rule: a typed field is required unless null is among its types.
    field.required = !field.nullable && !types.isEmpty();
    if (schema.contains(u"enum"_s)) {
        field.kind = Kind::Choice;
        for (const QJsonValue& one : schema.value(u"enum"_s).toArray())
            field.choices.push_back(one);
    } else if (types.size() == 1) {
        field.kind = kindOf(types.front(), schema.value(u"format"_s).toString());
        field.jsonType = field.kind == Kind::Json ? types.front() : QString();
    } else if (types.isEmpty()) {
        // No schema: by the default's own type.
        field.kind = param.value.isString() ? Kind::Text
            : param.value.isBool()          ? Kind::Boolean
                                            : Kind::Json;
        field.nullable = true;
    } else {
        field.kind = Kind::Json;
    }
    const auto limit = [&schema](QLatin1StringView key) -> std::optional<double> {
        const QJsonValue value = schema.value(key);
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    };
    field.minimum = limit("minimum"_L1);
    field.maximum = limit("maximum"_L1);
    if (const auto above = limit("exclusiveMinimum"_L1)) {
        field.minimum = above;
        field.exclusiveMinimum = true;
    }
    if (const auto below = limit("exclusiveMaximum"_L1)) {
        field.maximum = below;
        field.exclusiveMaximum = true;
    }
    field.minLength = schema.value(u"minLength"_s).toInt(0);
    field.maxLength = schema.value(u"maxLength"_s).toInt(-1);
    field.pattern = schema.value(u"pattern"_s).toString();
    const bool text
        = field.kind == Kind::Text || field.kind == Kind::Lines || field.kind == Kind::Json;
    field.secret = text
        && (schema.value(u"format"_s) == "password"_L1 || schema.value(u"writeOnly"_s).toBool()
            || namesSecret(param.name));
    return field;
}

QString ParamField::text() const
{
    if (value.isNull() || value.isUndefined())
        return {};
    return value.isString() && kind != Kind::Json ? value.toString() : compact(value);
}

QString ParamField::hint() const
{
    return ParamWords::hint(*this);
}

QString ParamWords::hint(const ParamField& field)
{
    const QLocale locale;
    const auto number = [&locale](double v) {
        return locale.toString(v, 'g', 15);
    };
    switch (field.kind) {
    case Kind::Integer:
    case Kind::Number:
        if (field.minimum && field.maximum)
            return tr("%1 to %2").arg(number(*field.minimum), number(*field.maximum));
        if (field.minimum)
            return tr("from %1").arg(number(*field.minimum));
        if (field.maximum)
            return tr("up to %1").arg(number(*field.maximum));
        return field.kind == Kind::Integer ? tr("whole number") : tr("number");
    case Kind::Date:
        return u"2026-03-17"_s;
    case Kind::DateTime:
        return u"2026-03-17T13:05:00+00:00"_s;
    case Kind::Time:
        return u"13:05:00"_s;
    case Kind::Json:
        return field.jsonType.isEmpty() ? u"JSON"_s : u"JSON %1"_s.arg(field.jsonType);
    default:
        return {};
    }
}

tl::expected<QJsonValue, QString> ParamWords::parse(const ParamField& field, const QString& text)
{
    const auto wrong = [](const QString& words) {
        return tl::unexpected<QString>(words);
    };
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() && field.kind != Kind::Choice) {
        if (field.required)
            return wrong(tr("Must not be empty"));
        const bool keepsText = field.kind == Kind::Text || field.kind == Kind::Lines;
        return keepsText && !field.nullable ? QJsonValue(QString()) : QJsonValue();
    }
    switch (field.kind) {
    case Kind::Integer:
    case Kind::Number: {
        bool ok = false;
        const qint64 whole = trimmed.toLongLong(&ok);
        double value = double(whole);
        if (!ok && field.kind == Kind::Integer)
            return wrong(tr("Not a whole number"));
        if (field.kind == Kind::Number)
            value = trimmed.toDouble(&ok);
        if (!ok || !std::isfinite(value))
            return wrong(tr("Not a number"));
        const bool low = field.minimum
            && (field.exclusiveMinimum ? value <= *field.minimum : value < *field.minimum);
        const bool high = field.maximum
            && (field.exclusiveMaximum ? value >= *field.maximum : value > *field.maximum);
        if (low || high)
            return wrong(tr("Must be %1").arg(hint(field)));
        return field.kind == Kind::Integer ? QJsonValue(whole) : QJsonValue(value);
    }
    case Kind::Boolean:
        return QJsonValue(trimmed == "true"_L1);
    case Kind::Choice:
        for (const QJsonValue& choice : field.choices)
            if ((choice.isString() ? choice.toString() : compact(choice)) == text)
                return choice;
        return wrong(tr("Not one of the choices"));
    case Kind::Date:
        if (!QDate::fromString(trimmed, Qt::ISODate).isValid())
            return wrong(tr("Not a date like %1").arg(hint(field)));
        return QJsonValue(trimmed);
    case Kind::DateTime:
        if (!QDateTime::fromString(trimmed, Qt::ISODate).isValid() || !trimmed.contains(u'T'))
            return wrong(tr("Not a time like %1").arg(hint(field)));
        return QJsonValue(trimmed);
    case Kind::Time:
        if (!QTime::fromString(trimmed, Qt::ISODate).isValid())
            return wrong(tr("Not a time like %1").arg(hint(field)));
        return QJsonValue(trimmed);
    case Kind::Json: {
        QJsonParseError error;
        const QJsonDocument document
            = QJsonDocument::fromJson(u"[%1]"_s.arg(trimmed).toUtf8(), &error);
        if (document.array().size() != 1)
            return wrong(error.error == QJsonParseError::NoError
                    ? tr("Not one JSON value")
                    : tr("Not JSON: %1 at %2")
                          .arg(error.errorString())
                          .arg(std::max(0, error.offset - 1)));
        const QJsonValue value = document.array().first();
        if ((field.jsonType == "array"_L1 && !value.isArray())
            || (field.jsonType == "object"_L1 && !value.isObject()))
            return wrong(tr("Must be a JSON %1").arg(field.jsonType));
        return value;
    }
    case Kind::Text:
    case Kind::Lines:
        break;
    }
    if (text.size() < field.minLength)
        return wrong(tr("At least %n characters", nullptr, field.minLength));
    if (field.maxLength >= 0 && text.size() > field.maxLength)
        return wrong(tr("At most %n characters", nullptr, field.maxLength));
    if (!field.pattern.isEmpty()) {
        const QRegularExpression pattern(field.pattern);
        if (pattern.isValid() && !pattern.match(text).hasMatch())
            return wrong(tr("Does not match %1").arg(field.pattern));
    }
    return QJsonValue(text);
}

} // namespace pilothouse::workflow
