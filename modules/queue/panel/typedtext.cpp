// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/typedtext.h"

#include "queue/panel/valueformats.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

QString inLines(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    for (const char16_t end : {u'\r', u'\u2028', u'\u2029', u'\uFDD0', u'\uFDD1'})
        text.replace(QChar(end), u'\n');
    return text;
}

QByteArray bytesOfLines(QString text, bool carriage)
{
    if (carriage)
        text.replace(u"\n"_s, u"\r\n"_s);
    return text.toUtf8();
}

std::optional<QByteArray> bytesOf(const TypedText& typed)
{
    const QString text = inLines(typed.raw);
    switch (typed.format) {
    case TextFormat::Text:
        return bytesOfLines(text, typed.carriage);
    case TextFormat::Json:
        return editedJson(typed.original, bytesOfLines(text, typed.carriage));
    case TextFormat::Hex:
        return bytesOfHexDump(text);
    }
    return std::nullopt;
}

TypedValue valueOf(const TypedText& typed)
{
    TypedValue out;
    out.bytes = bytesOf(typed);
    if (!out.bytes) {
        out.draft = draftAsTyped(typed);
    } else {
        out.draft.insert(u"value"_s, QString::fromLatin1(out.bytes->toBase64()));
        out.draft.insert(u"original"_s, QString::fromLatin1(typed.original.toBase64()));
    }
    return out;
}

QJsonObject draftAsTyped(const TypedText& typed)
{
    return {{u"typed"_s, inLines(typed.raw)}, {u"format"_s, int(typed.format)},
        {u"original"_s, QString::fromLatin1(typed.original.toBase64())}};
}

} // namespace pilothouse::queue
