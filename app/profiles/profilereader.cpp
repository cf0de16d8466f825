// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profilereader.h"

#include "app/profiles/servicereader.h"
#include "ui/words.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

class Reader final
{
public:
    Reader(const QByteArray& text, const QString& file)
    {
        m_profile.file = file;
        m_profile.text = text;
    }

    ProfileReading read()
    {
        const auto tree = parseYaml(m_profile.text);
        if (!tree) {
            m_fields.problem(tree.error().mark, tree.error().message);
            return done();
        }
        m_root = *tree;
        if (m_root->kind != YamlNode::Kind::Map) {
            m_fields.problem(m_root->mark.line ? m_root->mark : YamlMark{1, 1},
                PH_TEXT("Profile",
                    "a profile is a list of keys and values, beginning with version: 1"));
            return done();
        }
        readVersion();
        readHead();
        readServices();
        m_fields.warnUnknown(*m_root,
            {u"version"_s, u"name"_s, u"environment"_s, u"writes"_s, u"timezone"_s, u"services"_s});
        return done();
    }

private:
    ProfileReading done()
    {
        std::vector<ProfileIssue> issues = m_fields.issues();
        std::ranges::stable_sort(issues, [](const ProfileIssue& a, const ProfileIssue& b) {
            return std::pair(a.mark.line, a.mark.column) < std::pair(b.mark.line, b.mark.column);
        });
        ProfileReading reading;
        if (std::ranges::none_of(issues, &ProfileIssue::fatal)) {
            m_profile.warnings = issues;
            reading.profile = std::move(m_profile);
        }
        reading.issues = std::move(issues);
        return reading;
    }

    void readVersion()
    {
        const YamlEntry* entry = m_root->find(u"version");
        if (!entry) {
            m_fields.problem(
                {1, 1}, PH_TEXT("Profile", "the key version is missing; write version: 1"));
            return;
        }
        bool ok = false;
        m_profile.version = entry->value->text.toInt(&ok);
        if (!ok || m_profile.version < 1) {
            m_fields.problem(
                entry->value->mark, PH_TEXT("Profile", "version is a whole number from 1 on"));
            return;
        }
        if (m_profile.version > Profile::kVersion) {
            m_profile.readOnly = true;
            m_fields.setLenient(true);
            m_fields.remark(entry->value->mark,
                PH_TEXT(
                    "Profile", "made by a newer version of Pilothouse; opened for reading only"));
        }
    }

    void readHead()
    {
        m_profile.name = m_fields.line(*m_root, u"name", 80);
        if (m_profile.name.isEmpty())
            m_profile.name = QFileInfo(m_profile.file).completeBaseName();
        if (const auto e = m_fields.choice<Environment>(*m_root, u"environment", environmentOf,
                PH_TEXT("Profile", "environment is sandbox, staging or production")))
            m_profile.environment = *e;
        else {
            m_profile.environment = Environment::Production; // the careful one, for newer files
            if (!m_root->find(u"environment"))
                m_fields.problem(m_root->mark,
                    PH_TEXT("Profile",
                        "the key environment is missing; write sandbox, staging or production"));
        }
        m_profile.writes
            = m_fields
                  .choice<WriteMode>(*m_root, u"writes", writeModeOf,
                      PH_TEXT("Profile", "writes is on, ask, off or never"))
                  .value_or(m_profile.readOnly && m_root->find(u"writes")
                          ? WriteMode::Never // a word we do not know must not open a door
                          : defaultWrites(m_profile.environment));
        m_profile.timezone = m_fields.checked(*m_root, u"timezone", problemWithTimezone);
        if (m_profile.timezone.isEmpty())
            m_profile.timezone = systemTimezone();
    }

    void readServices()
    {
        const YamlEntry* entry = m_root->find(u"services");
        if (!entry || entry->value->kind == YamlNode::Kind::Null)
            return;
        if (entry->value->kind != YamlNode::Kind::Sequence) {
            m_fields.problem(entry->value->mark, PH_TEXT("Profile", "services is a list"));
            return;
        }
        for (const YamlPtr& item : entry->value->items) {
            auto service = readService(*item, m_fields);
            if (!service)
                continue;
            if (const ProfileService* first = m_profile.service(service->config.id)) {
                m_fields.problem(service->mark,
                    PH_TEXT("Profile", "this id is already used in line %1").arg(first->mark.line));
                continue;
            }
            service->config.environment = m_profile.environment;
            service->config.writes = m_profile.writes;
            service->config.profile = m_profile.name;
            service->config.timezone = m_profile.timezone;
            m_profile.services.push_back(std::move(*service));
        }
    }

    Profile m_profile;
    FieldReader m_fields;
    YamlPtr m_root;
};

} // namespace

QString issueLine(const QString& file, const ProfileIssue& issue)
{
    return u"%1:%2:%3: %4"_s.arg(file)
        .arg(std::max(issue.mark.line, 1))
        .arg(std::max(issue.mark.column, 1))
        .arg(ui::words(issue.message));
}

ProfileReading readProfile(const QByteArray& text, const QString& file)
{
    return Reader(text, file).read();
}

Result<Profile> parseProfile(const QByteArray& text, const QString& file)
{
    ProfileReading reading = readProfile(text, file);
    if (reading.profile)
        return std::move(*reading.profile);
    QStringList lines;
    // What must be corrected comes first. (clang 14 does not compile the form of std::ranges.)
    std::stable_partition(reading.issues.begin(), reading.issues.end(),
        [](const ProfileIssue& issue) { return issue.fatal; });
    for (const ProfileIssue& issue : reading.issues)
        if (lines.size() < 20)
            lines.append(issueLine(file, issue));
    return fail(Error::Kind::Protocol, lines.join(u'\n'), {},
        PH_TEXT("Profile", "Correct the lines named here; nothing was changed."), u"profile"_s);
}

Result<Profile> loadProfile(const QString& file)
{
    auto bytes = readSmallFile(file);
    if (!bytes) {
        bytes.error().code = u"profile"_s;
        return tl::unexpected(bytes.error());
    }
    return parseProfile(*bytes, file);
}

} // namespace pilothouse::app
