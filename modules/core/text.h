// SPDX-License-Identifier: GPL-3.0-or-later
// Text: words for the user as a translatable key with arguments, so that core and adapters hold no
// prose in one language. `ui` turns it into words (ui/words.h).
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace pilothouse
{

// `context` and `key` are the literals lupdate saw; `args` replace %1, %2 …; `count` picks the
// plural of a key with %n (-1: none). Plain value, may cross threads.
struct Text {
    QByteArray context;
    QByteArray key;
    QStringList args;
    int count = -1;

    bool isEmpty() const { return key.isEmpty() && args.isEmpty(); }
    Text arg(const QString& value) &&
    {
        args.append(value);
        return std::move(*this);
    }
    Text arg(qint64 value) && { return std::move(*this).arg(QString::number(value)); }
    Text plural(int n) &&
    {
        count = n;
        return std::move(*this);
    }
    bool operator==(const Text&) const = default;

    // A name that is the same in every language (a table, a topic): shown as it is.
    static Text verbatim(const QString& name) { return Text{{}, {}, {name}, -1}; }
};

} // namespace pilothouse

// lupdate reads these as QT_TRANSLATE_NOOP and QT_TRANSLATE_N_NOOP (resources/translations/update
// sets the aliases). A key with %n is written PH_PLURAL, so that every language can give it its
// forms.
#define PH_TEXT(context, key) (::pilothouse::Text{QByteArray(context), QByteArray(key), {}, -1})
#define PH_PLURAL(context, key) PH_TEXT(context, key)
