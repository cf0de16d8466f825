// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/formats.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>
#include <QUrl>

#include <array>

namespace pilothouse::pipelines::formats
{

using namespace Qt::StringLiterals;

namespace
{

struct CronField {
    int least;
    int most;
    QStringList names; // for the numbers from `least` on
    Text problem;
};

const std::array<CronField, 5>& cronFields()
{
    static const std::array<CronField, 5> fields{{
        {0, 59, {}, PH_TEXT("pipelines", "%1 is no minute: 0 to 59.")},
        {0, 23, {}, PH_TEXT("pipelines", "%1 is no hour: 0 to 23.")},
        {1, 31, {}, PH_TEXT("pipelines", "%1 is no day of the month: 1 to 31.")},
        {1, 12,
            {u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s, u"jul"_s, u"aug"_s,
                u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s},
            PH_TEXT("pipelines", "%1 is no month: 1 to 12.")},
        {0, 7, {u"sun"_s, u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s},
            PH_TEXT("pipelines", "%1 is no day of the week: 0 to 7.")},
    }};
    return fields;
}

std::optional<int> cronNumber(const CronField& field, const QString& text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    const qsizetype name = field.names.indexOf(text.toLower());
    if (!isNumber && name < 0)
        return {};
    const int value = isNumber ? number : int(name) + field.least;
    return value >= field.least && value <= field.most ? std::optional(value) : std::nullopt;
}

// "*", "5", "1-5", each with "/2"; "L" and "5#2" of days.
bool isCronPart(size_t place, const QString& part)
{
    const CronField& field = cronFields()[place];
    const QStringList steps = part.split(u'/');
    if (steps.size() > 2)
        return false;
    if (steps.size() == 2) {
        bool isNumber = false;
        const int step = steps[1].toInt(&isNumber);
        if (!isNumber || step < 1 || step > field.most)
            return false;
    }
    QString range = steps[0];
    if (range == u'*')
        return true;
    if (place == 2 && range.compare(u'l', Qt::CaseInsensitive) == 0)
        return true;
    if (place == 4) {
        static const QRegularExpression ofMonth(u"^(.+)#[1-5L]$|^[lL](.+)$"_s);
        if (const auto match = ofMonth.match(range); match.hasMatch())
            range = match.captured(match.lastCapturedIndex());
    }
    const QStringList ends = range.split(u'-');
    if (ends.size() > 2)
        return false;
    const auto first = cronNumber(field, ends[0]);
    const auto last = cronNumber(field, ends.last());
    return first && last && (*first <= *last || place == 4);
}

bool matches(const QRegularExpression& pattern, const QString& text)
{
    return pattern.match(text).hasMatch();
}

} // namespace

std::optional<Text> cronProblem(const QString& text)
{
    static const QStringList presets{u"@once"_s, u"@continuous"_s, u"@hourly"_s, u"@daily"_s,
        u"@midnight"_s, u"@weekly"_s, u"@monthly"_s, u"@quarterly"_s, u"@yearly"_s, u"@annually"_s};
    if (text.startsWith(u'@')) {
        if (presets.contains(text))
            return {};
        return PH_TEXT("pipelines", "%1 is none of %2.").arg(text).arg(presets.join(u", "));
    }
    const QStringList fields = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (fields.size() != 5)
        return PH_TEXT("pipelines", "Five fields: minute, hour, day, month and weekday.");
    for (size_t i = 0; i < cronFields().size(); ++i) {
        for (const QString& part : fields[qsizetype(i)].split(u',')) {
            if (!isCronPart(i, part))
                return Text(cronFields()[i].problem).arg(part);
        }
    }
    return {};
}

std::optional<Text> tableProblem(const QString& text)
{
    static const QRegularExpression name(
        u"^(?:[\\p{L}_][\\p{L}\\p{N}_$]{0,62}|\"[^\"\\x{0}]{1,63}\")"
        u"(?:\\.(?:[\\p{L}_][\\p{L}\\p{N}_$]{0,62}|\"[^\"\\x{0}]{1,63}\")){0,2}$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    if (matches(name, text))
        return {};
    return PH_TEXT("pipelines", "%1 is no table, as shop.orders.").arg(text.left(80));
}

std::optional<Text> topicProblem(const QString& text)
{
    static const QRegularExpression name(u"^(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}$"_s);
    if (matches(name, text))
        return {};
    return PH_TEXT("pipelines",
        "A topic has letters, digits, dots, dashes and underscores, at most 249 of them.");
}

std::optional<Text> urlProblem(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.isValid() && !url.scheme().isEmpty() && !url.host().isEmpty())
        return {};
    return PH_TEXT("pipelines", "This is no address, as https://example.org/events.");
}

std::optional<Text> connectionProblem(const QString& text)
{
    static const QRegularExpression id(u"^[A-Za-z0-9_./:#-]{1,200}$"_s);
    if (matches(id, text) && !text.contains(u"://"_s))
        return {};
    return PH_TEXT("pipelines", "This is no id of a connection.");
}

std::optional<Text> zoneProblem(const QString& text)
{
    if (text == u"UTC" || QTimeZone::isTimeZoneIdAvailable(text.toLatin1()))
        return {};
    return PH_TEXT("pipelines", "%1 is no time zone, as Asia/Taipei.").arg(text.left(80));
}

std::optional<Text> dateTimeProblem(const QString& text)
{
    if (QDateTime::fromString(text, Qt::ISODateWithMs).isValid())
        return {};
    return PH_TEXT("pipelines", "%1 is no date, as 2026-03-01 or 2026-03-01T06:00:00.")
        .arg(text.left(80));
}

std::optional<Text> jsonProblem(const QString& text)
{
    QJsonParseError error;
    const QByteArray bytes = text.toUtf8();
    QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::NoError)
        return {};
    const qsizetype line = bytes.left(error.offset).count('\n') + 1;
    return PH_TEXT("pipelines", "This is no JSON: line %1, %2.").arg(line).arg(error.errorString());
}

} // namespace pilothouse::pipelines::formats
