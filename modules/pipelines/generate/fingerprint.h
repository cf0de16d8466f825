// SPDX-License-Identifier: GPL-3.0-or-later
// Fingerprint: the line at the head of each generated file that names its document and holds the
// hash of what follows, so that a file changed by hand is known. Pure, any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace pilothouse::pipelines
{

struct Fingerprint {
    enum class State {
        Foreign, // not generated: no such line
        Untouched,
        ChangedByHand
    };
    State state = State::Foreign;
    QString document; // id of the pipeline
    QString name; // of the pipeline then
    QByteArray hash; // as the head tells: the first 40 digits of a SHA-256, in hex
    bool operator==(const Fingerprint&) const = default;
};

Fingerprint fingerprint(const QByteArray& file);
// The file with its head; `comment` begins a comment line ("#", "--"). With an empty one the text
// is a JSON object, which gets the line as its first entry.
QByteArray withFingerprint(const QByteArray& text, const QString& document, const QString& name,
    const QByteArray& comment);

} // namespace pilothouse::pipelines
