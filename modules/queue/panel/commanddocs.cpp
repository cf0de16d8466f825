// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/commanddocs.h"

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

// A map comes as its keys and values in turn.
const Reply* field(const Reply& map, const char* name)
{
    for (size_t i = 0; i + 1 < map.items.size(); i += 2)
        if (map.items[i].bytes.compare(name, Qt::CaseInsensitive) == 0)
            return &map.items[i + 1];
    return nullptr;
}

QString textOf(const Reply& map, const char* name)
{
    const Reply* value = field(map, name);
    return value ? QString::fromUtf8(value->bytes) : QString();
}

bool flagged(const Reply& argument, const char* flag)
{
    const Reply* flags = field(argument, "flags");
    return flags && std::any_of(flags->items.begin(), flags->items.end(), [flag](const Reply& f) {
        return f.bytes == flag;
    });
}

QString syntaxOf(const Reply& arguments, const QString& between);

QString argumentText(const Reply& argument)
{
    const QString type = textOf(argument, "type");
    const QString token = textOf(argument, "token");
    const Reply* inner = field(argument, "arguments");
    QString text;
    if (type == "pure-token"_L1)
        text = token;
    else if (inner && type == "oneof"_L1)
        text = syntaxOf(*inner, u" | "_s);
    else if (inner)
        text = syntaxOf(*inner, u" "_s);
    else
        text = textOf(argument, "name");
    if (!token.isEmpty() && type != "pure-token"_L1)
        text = token + u' ' + text;
    if (flagged(argument, "multiple"))
        text += u" …"_s;
    if (flagged(argument, "optional"))
        return u'[' + text + u']';
    return type == "oneof"_L1 ? QString(u'<' + text + u'>') : text;
}

QString syntaxOf(const Reply& arguments, const QString& between)
{
    QStringList parts;
    for (const Reply& argument : arguments.items)
        parts.append(argumentText(argument));
    return parts.join(between);
}

} // namespace

QStringList commandNames(const Reply& answer)
{
    QStringList names;
    for (const Reply& command : answer.items) {
        if (command.items.empty() || !command.items[0].isText())
            continue;
        names.append(QString::fromUtf8(command.items[0].bytes).toUpper());
        if (command.items.size() < 10) // servers before 7 do not list subcommands
            continue;
        for (const Reply& sub : command.items[9].items)
            if (!sub.items.empty())
                names.append(QString::fromUtf8(sub.items[0].bytes).toUpper().replace(u'|', u' '));
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

CommandDocs commandDocs(const Reply& answer, const QString& name)
{
    const QStringList words = name.toLower().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    const Reply* docs = field(answer, words[0].toUtf8().constData());
    if (docs && words.size() > 1)
        if (const Reply* subs = field(*docs, "subcommands"))
            if (const Reply* sub = field(*subs, (words[0] + u'|' + words[1]).toUtf8().constData()))
                docs = sub;
    if (!docs)
        return {};
    CommandDocs out;
    out.summary = textOf(*docs, "summary");
    if (const Reply* arguments = field(*docs, "arguments"))
        out.syntax = syntaxOf(*arguments, u" "_s);
    return out;
}

} // namespace pilothouse::queue
