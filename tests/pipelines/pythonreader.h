// SPDX-License-Identifier: GPL-3.0-or-later
// What Python says to text that is to be Python: read by its own `ast`, nothing of it is run.
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace pilothouse::test
{

// Runs `program` with the standard library alone, `input` as JSON on its standard input; what it
// prints as JSON. Undefined when it fails; what it said is a warning then, which fails the test.
inline QJsonValue python(const QString& program, const QJsonValue& input,
    const QString& interpreter = QString::fromLatin1("/usr/bin/python3"))
{
    QProcess process;
    process.start(interpreter,
        {QString::fromLatin1("-I"), QString::fromLatin1("-W"), QString::fromLatin1("ignore"),
            QString::fromLatin1("-c"), program});
    process.write(QJsonDocument(QJsonArray{input}).toJson());
    process.closeWriteChannel();
    if (!process.waitForFinished(290'000) || process.exitCode() != 0) {
        qWarning("%s", process.readAllStandardError().right(4000).constData());
        return QJsonValue::Undefined;
    }
    const QJsonDocument said = QJsonDocument::fromJson(process.readAllStandardOutput());
    return said.isArray() ? said.array().at(0) : QJsonValue(QJsonValue::Undefined);
}

// Code units, so that also halves of pairs come over.
inline QJsonArray codesOf(const QString& text)
{
    QJsonArray codes;
    for (const QChar sign : text)
        codes.append(sign.unicode());
    return codes;
}

} // namespace pilothouse::test
