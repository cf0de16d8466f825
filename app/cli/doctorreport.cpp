// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctorreport.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

QString wordOf(DoctorCheck::State state)
{
    switch (state) {
    case DoctorCheck::State::Ok:
        return u"ok"_s;
    case DoctorCheck::State::Warning:
        return u"warning"_s;
    case DoctorCheck::State::Problem:
        return u"problem"_s;
    case DoctorCheck::State::Skipped:
        return u"skipped"_s;
    }
    return {};
}

QString signOf(DoctorCheck::State state)
{
    switch (state) {
    case DoctorCheck::State::Ok:
        return u"ok  "_s;
    case DoctorCheck::State::Warning:
        return u"warn"_s;
    case DoctorCheck::State::Problem:
        return u"FAIL"_s;
    case DoctorCheck::State::Skipped:
        return u"-   "_s;
    }
    return {};
}

void addIndented(QString& out, const QString& text, const QString& lead)
{
    if (text.isEmpty())
        return;
    for (const QString& line : text.split(u'\n'))
        out += u"        %1%2\n"_s.arg(lead, line);
}

} // namespace

ExitCode DoctorReport::exitCode() const
{
    if (profileUnreadable)
        return ExitCode::ProfileUnreadable;
    const bool problem = std::ranges::any_of(
        checks, [](const DoctorCheck& c) { return c.state == DoctorCheck::State::Problem; });
    return problem ? ExitCode::Problem : ExitCode::Ok;
}

QString DoctorReport::toText() const
{
    QString out = versionText() + u'\n';
    for (const DoctorCheck& check : checks) {
        QString line = u"%1  %2"_s.arg(signOf(check.state), check.id);
        if (!check.subject.isEmpty())
            line += u' ' + check.subject;
        line += u": "_s + check.text;
        if (!check.version.isEmpty())
            line += u", "_s + check.version;
        if (check.latencyMs)
            line += u", %1 ms"_s.arg(*check.latencyMs);
        if (!check.writes.isEmpty())
            line += u", writes: %1"_s.arg(check.writes);
        out += line + u'\n';
        addIndented(out, check.detail, {});
        addIndented(out, check.hint, u"→ "_s);
    }
    return out;
}

QJsonObject DoctorReport::toJson() const
{
    QJsonArray list;
    for (const DoctorCheck& check : checks) {
        QJsonObject row{{u"check"_s, check.id}, {u"state"_s, wordOf(check.state)},
            {u"subject"_s, check.subject}, {u"text"_s, check.text}, {u"detail"_s, check.detail},
            {u"hint"_s, check.hint}};
        if (check.id == u"service") {
            row.insert(u"version"_s, check.version);
            row.insert(u"writes"_s, check.writes);
            row.insert(
                u"latencyMs"_s, check.latencyMs ? QJsonValue(*check.latencyMs) : QJsonValue());
        }
        list.append(row);
    }
    return {{u"schema"_s, 1}, {u"program"_s, versionText()},
        {u"profile"_s, QJsonObject{{u"name"_s, profileName}, {u"file"_s, profileFile}}},
        {u"exitCode"_s, int(exitCode())}, {u"checks"_s, list}};
}

} // namespace pilothouse::app
