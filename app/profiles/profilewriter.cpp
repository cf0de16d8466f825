// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profilewriter.h"

#include "app/profiles/profilereader.h"
#include "app/profiles/profiletext.h"
#include "app/profiles/servicereader.h"
#include "app/profiles/textedit.h"

#include "core/wholefile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

tl::unexpected<Error> cannotEdit(const Profile& profile)
{
    return fail(Error::Kind::Unsupported, profile.file, {},
        PH_TEXT("Profile",
            "This file is written in a form that cannot be changed here without losing "
            "something. Change it in a text editor."),
        u"profile"_s);
}

// The services of a file as ranges of lines.
struct Places {
    YamlPtr root;
    const YamlEntry* key = nullptr; // of `services`, null when absent
    int end = 0; // the line after the list

    static std::optional<Places> of(const TextLines& lines)
    {
        const auto tree = parseYaml(lines.text());
        if (!tree || (*tree)->kind != YamlNode::Kind::Map || (*tree)->flow)
            return {};
        Places places{*tree, (*tree)->find(u"services"), lines.count() + 1};
        if (!places.key)
            return places;
        for (const YamlEntry& entry : places.root->entries)
            if (entry.keyMark.line > places.key->keyMark.line)
                places.end = std::min(places.end, entry.keyMark.line);
        return places;
    }
    const std::vector<YamlPtr>& items() const { return key->value->items; }
    // In place only where each entry begins on a line of its own, "- key: …", in the file's order.
    bool editable(const TextLines& lines) const
    {
        if (!key)
            return true;
        if (key->value->kind == YamlNode::Kind::Null)
            return true;
        if (key->value->kind != YamlNode::Kind::Sequence || key->value->flow)
            return key->value->items.empty();
        int last = key->keyMark.line;
        for (const YamlPtr& item : items()) {
            if (item->kind != YamlNode::Kind::Map || item->flow || item->mark.line <= last
                || item->mark.line >= end)
                return false;
            last = item->mark.line;
            const QByteArray lead = lines.line(last).left(item->mark.column - 1);
            if (lead.trimmed() != "-")
                return false;
        }
        return true;
    }
    int dashColumn(const TextLines& lines) const // counted from 0
    {
        return items().empty() ? 2 : TextLines::indentOf(lines.line(items().front()->mark.line));
    }
    int itemEnd(const TextLines& lines, size_t index) const
    {
        const int from = items()[index]->mark.line;
        const int next = index + 1 < items().size() ? items()[index + 1]->mark.line : end;
        return lines.trimmedEnd(from, next, dashColumn(lines));
    }
    std::optional<size_t> indexOf(const ServiceId& id) const
    {
        if (key)
            for (size_t i = 0; i < items().size(); ++i)
                if (const YamlEntry* e = items()[i]->find(u"id"); e && e->value->text == id)
                    return i;
        return {};
    }
};

// Puts one key of a block map to another value, or takes it out, or adds it at the map's end.
bool setField(
    TextLines& lines, const YamlNode& map, int mapEnd, const WrittenField& field, int indent)
{
    const QByteArray text = field.key.toLatin1() + ": " + field.value;
    const YamlEntry* entry = map.find(field.key);
    if (!entry || entry->merged) {
        if (!field.value.isEmpty())
            lines.replace(mapEnd, mapEnd, QByteArray(indent, ' ') + text + '\n');
        return true;
    }
    const int from = entry->keyMark.line;
    int to = mapEnd;
    for (const YamlEntry& other : map.entries)
        if (!other.merged && other.keyMark.line > from)
            to = std::min(to, other.keyMark.line);
    to = lines.trimmedEnd(from, to, indent);
    const bool first = from == map.mark.line;
    const QByteArray head = lines.line(from).left(entry->keyMark.column - 1);
    if (field.value.isEmpty()) {
        if (first && map.entries.size() > 1)
            return false; // would take the dash with it
        lines.replace(from, to, {});
    } else if (to == from + 1 && entry->value->kind == YamlNode::Kind::Scalar
        && entry->value->mark.line == from) {
        lines.replaceLine(from,
            TextLines::withScalar(
                lines.line(from), entry->value->mark.column, entry->value->quoted, field.value));
    } else {
        lines.replace(from, to, head + text + '\n');
    }
    return true;
}

// Nothing is given out that does not read back as what was meant.
Result<QByteArray> confirmed(const Profile& profile, const QByteArray& text,
    const std::function<bool(const Profile&)>& meant)
{
    const auto after = parseProfile(text, profile.file);
    if (!after || !meant(*after))
        return cannotEdit(profile);
    return text;
}

bool othersSame(const Profile& before, const Profile& after, const ServiceId& changed)
{
    const auto others = [&](const Profile& p) {
        std::vector<const ProfileService*> list;
        for (const ProfileService& s : p.services)
            if (s.config.id != changed)
                list.push_back(&s);
        return list;
    };
    const auto a = others(before);
    const auto b = others(after);
    return before.name == after.name && before.environment == after.environment
        && before.writes == after.writes
        && std::ranges::equal(a, b, [](const auto* x, const auto* y) { return x->same(*y); });
}

tl::unexpected<Error> readOnlyProfile(const Profile& profile)
{
    return fail(Error::Kind::Refused, profile.file, {},
        PH_TEXT("Profile", "The file was made by a newer version and is not changed by this one."),
        u"profile"_s);
}

// What depends on the profile and not on the entry.
ProfileService inProfile(ProfileService service, const Profile& profile)
{
    service.config.environment = profile.environment;
    service.config.writes = profile.writes;
    service.config.profile = profile.name;
    service.config.timezone = profile.timezone;
    return service;
}

} // namespace

Result<QByteArray> withService(const Profile& profile, const ProfileService& service)
{
    if (profile.readOnly)
        return readOnlyProfile(profile);
    TextLines lines(profile.text);
    const auto places = Places::of(lines);
    if (!places || !places->editable(lines))
        return cannotEdit(profile);
    if (const auto index = places->indexOf(service.config.id)) {
        const YamlNode& old = *places->items()[*index];
        FieldReader unused;
        const auto was = readService(old, unused);
        std::vector<WrittenField> before;
        if (was)
            before = writtenFields(*was, &old);
        const auto after = writtenFields(service, &old);
        // From the last key to the first: lines above keep their numbers.
        std::vector<WrittenField> changed;
        for (size_t i = 0; i < after.size(); ++i)
            if (before.empty() || before[i].value != after[i].value)
                changed.push_back(after[i]);
        const auto lineOf = [&](const WrittenField& f) {
            const YamlEntry* e = old.find(f.key);
            return e && !e->merged ? e->keyMark.line : lines.count() + 1;
        };
        std::ranges::stable_sort(changed, std::greater{}, lineOf);
        std::ranges::reverse(changed.begin(), std::ranges::find_if(changed, [&](const auto& f) {
            return lineOf(f) <= lines.count();
        }));
        const int end = places->itemEnd(lines, *index);
        for (const WrittenField& field : changed)
            if (!setField(lines, old, end, field, old.mark.column - 1))
                return cannotEdit(profile);
    } else if (!places->key) {
        const int end = lines.count() + 1;
        lines.replace(end, end, "services:\n" + writtenService(service, 2));
    } else if (places->items().empty()) {
        const int line = places->key->keyMark.line;
        const YamlNode& value = *places->key->value;
        if (value.kind == YamlNode::Kind::Sequence) { // services: []
            QByteArray text = lines.line(line);
            const auto open = text.indexOf('[');
            const auto close = text.indexOf(']', open);
            if (open < 0 || close < 0)
                return cannotEdit(profile);
            lines.replaceLine(line, text.remove(open, close + 1 - open).trimmed());
        }
        lines.replace(line + 1, line + 1, writtenService(service, 2));
    } else {
        const int end = places->itemEnd(lines, places->items().size() - 1);
        lines.replace(end, end, writtenService(service, places->dashColumn(lines)));
    }
    return confirmed(profile, lines.text(), [&](const Profile& after) {
        const ProfileService* s = after.service(service.config.id);
        return s && s->same(inProfile(service, profile))
            && othersSame(profile, after, service.config.id);
    });
}

Result<QByteArray> withoutService(const Profile& profile, const ServiceId& id)
{
    if (profile.readOnly)
        return readOnlyProfile(profile);
    TextLines lines(profile.text);
    const auto places = Places::of(lines);
    if (!places || !places->editable(lines))
        return cannotEdit(profile);
    const auto index = places->indexOf(id);
    if (!index)
        return fail(Error::Kind::NotFound, id, {}, {}, u"profile"_s);
    lines.replace(places->items()[*index]->mark.line, places->itemEnd(lines, *index), {});
    return confirmed(profile, lines.text(),
        [&](const Profile& after) { return !after.service(id) && othersSame(profile, after, id); });
}

Result<QByteArray> withSetting(const Profile& profile, const QString& key, const QString& value)
{
    if (profile.readOnly)
        return readOnlyProfile(profile);
    TextLines lines(profile.text);
    const auto places = Places::of(lines);
    if (!places)
        return cannotEdit(profile);
    const YamlEntry* entry = places->root->find(key);
    const QByteArray text = yamlScalar(value);
    if (entry && !entry->merged && entry->value->kind == YamlNode::Kind::Scalar
        && entry->value->mark.line == entry->keyMark.line)
        lines.replaceLine(entry->keyMark.line,
            TextLines::withScalar(lines.line(entry->keyMark.line), entry->value->mark.column,
                entry->value->quoted, text));
    else if (!entry)
        lines.replace(places->key ? places->key->keyMark.line : lines.count() + 1,
            places->key ? places->key->keyMark.line : lines.count() + 1,
            key.toUtf8() + ": " + text + '\n');
    else
        return cannotEdit(profile);
    return confirmed(profile, lines.text(), [&](const Profile& after) {
        const QString now = key == u"name" ? after.name
            : key == u"environment"        ? wordOf(after.environment)
            : key == u"writes"             ? wordOf(after.writes)
                                           : after.timezone;
        return now == value && after.services.size() == profile.services.size();
    });
}

QByteArray profileText(const Profile& profile)
{
    QByteArray out = "version: " + QByteArray::number(Profile::kVersion) + '\n';
    out += "name: " + yamlScalar(profile.name) + '\n';
    out += "environment: " + wordOf(profile.environment).toLatin1() + '\n';
    out += "writes: " + yamlScalar(wordOf(profile.writes)) + '\n';
    out += "timezone: " + yamlScalar(profile.timezone) + '\n';
    out += "services:\n";
    for (const ProfileService& service : profile.services)
        out += writtenService(service, 2);
    return out;
}

VoidResult saveProfile(const QString& file, const QByteArray& text, const QByteArray& expected)
{
    const bool exists = QFileInfo::exists(file);
    if (exists || !expected.isEmpty()) {
        const auto now = readSmallFile(file);
        if (!now || *now != expected)
            return fail(Error::Kind::Conflict, file, {},
                PH_TEXT("Profile", "The file was changed outside Pilothouse. Open it again first."),
                u"profile"_s);
    }
    WholeFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return fail(
            Error::Kind::Internal, u"%1: %2"_s.arg(file, out.errorString()), {}, {}, u"profile"_s);
    if (!exists)
        out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    out.write(text);
    if (!out.commit())
        return fail(
            Error::Kind::Internal, u"%1: %2"_s.arg(file, out.errorString()), {}, {}, u"profile"_s);
    return {};
}

} // namespace pilothouse::app
