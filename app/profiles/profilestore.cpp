// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profilestore.h"

#include "app/paths.h"
#include "app/profiles/profilereader.h"
#include "app/profiles/profilewriter.h"
#include "ui/words.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

constexpr qsizetype kMostFiles = 500;

QStringList filesOf(const ProfilePlaces& places)
{
    QStringList files;
    const QStringList names = QDir(places.folder)
                                  .entryList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files | QDir::System,
                                      QDir::Name | QDir::IgnoreCase);
    for (const QString& name : names.mid(0, kMostFiles))
        files.append(profileId(places.folder + u'/' + name));
    files.removeDuplicates();
    return files;
}

ProfileEntry entryOf(const QString& file, ProfileEntry::Origin origin)
{
    ProfileEntry entry;
    entry.file = file;
    entry.origin = origin;
    entry.name = QFileInfo(file).completeBaseName();
    if (const auto profile = loadProfile(file)) {
        entry.name = profile->name;
        entry.environment = profile->environment;
        entry.services = int(profile->services.size());
        entry.readOnly = profile->readOnly;
    } else {
        entry.error = profile.error();
    }
    return entry;
}

} // namespace

ProfilePlaces ProfilePlaces::usual()
{
    const QString chosen = qEnvironmentVariable("PILOTHOUSE_SANDBOX_DIR");
    return {configFolder() + u"/profiles"_s,
        chosen.isEmpty() ? stateFolder() + u"/sandbox"_s : QFileInfo(chosen).absoluteFilePath()};
}

QString profileId(const QString& path)
{
    const QFileInfo info(path);
    const QString real = info.canonicalFilePath();
    return real.isEmpty() ? info.absoluteFilePath() : real;
}

std::vector<ProfileEntry> readEntries(const ProfilePlaces& places, const QStringList& byPath)
{
    std::vector<ProfileEntry> entries;
    const QStringList own = filesOf(places);
    const QString sandbox = profileId(places.sandboxProfile());
    for (const QString& file : own)
        entries.push_back(entryOf(file, ProfileEntry::Origin::Folder));
    for (const QString& file : byPath)
        if (!own.contains(file) && file != sandbox)
            entries.push_back(entryOf(file, ProfileEntry::Origin::Path));
    if (QFileInfo::exists(places.sandboxProfile()))
        entries.push_back(entryOf(sandbox, ProfileEntry::Origin::Sandbox));
    return entries;
}

Result<QString> profileFile(const QString& nameOrFile, const ProfilePlaces& places)
{
    const bool looksLikePath = nameOrFile.contains(u'/') || nameOrFile.endsWith(".yaml"_L1)
        || nameOrFile.endsWith(".yml"_L1);
    if (looksLikePath)
        return profileId(nameOrFile); // absent or unreadable: said when it is read
    for (const QString& end : {u".yaml"_s, u".yml"_s})
        if (const QString file = places.folder + u'/' + nameOrFile + end; QFileInfo::exists(file))
            return profileId(file);
    for (const ProfileEntry& entry : readEntries(places, {}))
        if (entry.name == nameOrFile
            || (entry.origin == ProfileEntry::Origin::Sandbox && nameOrFile == u"sandbox"))
            return entry.file;
    if (nameOrFile == u"sandbox")
        return fail(Error::Kind::NotFound, nameOrFile, {},
            PH_TEXT("Profile",
                "there is none on this computer yet; packaging/sandbox/sandbox start makes one."),
            u"profile"_s);
    return fail(Error::Kind::NotFound, nameOrFile, {},
        PH_TEXT("Profile", "There is no profile of this name in %1.").arg(places.folder),
        u"profile"_s);
}

QString profileProblem(const Error& error)
{
    const QString hint = ui::words(error.hint);
    if (hint.isEmpty())
        return error.detail;
    // What was typed stands before its sentence; messages with lines of their own, above it.
    const bool name = error.kind == Error::Kind::NotFound && !error.detail.contains(u'\n');
    return error.detail + (name ? u": "_s : u"\n"_s) + hint;
}

ProfileStore::ProfileStore(Runtime& runtime, ProfilePlaces places, QObject* parent)
    : QObject(parent)
    , m_places(std::move(places))
    , m_lane(runtime, u"profiles"_s)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(150);
    connect(&m_settle, &QTimer::timeout, this, &ProfileStore::refresh);
    const auto changed = [this](const QString& path) {
        m_settle.start();
        if (!QFileInfo(path).isDir())
            Q_EMIT fileChanged(path);
    };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, changed);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, changed);
}

void ProfileStore::refresh()
{
    m_list = m_lane
                 .run(std::chrono::seconds(10),
                     [places = m_places, byPath = m_byPath](
                         NoConnection&, const Token&) -> Result<std::vector<ProfileEntry>> {
                         return readEntries(places, byPath);
                     })
                 .onDone(this, [this](Result<std::vector<ProfileEntry>> entries) {
                     watch();
                     if (!entries || (m_listed && *entries == m_entries))
                         return;
                     m_listed = true;
                     m_entries = std::move(*entries);
                     Q_EMIT entriesChanged();
                 });
}

void ProfileStore::watch()
{
    // A file that an editor replaced is no longer watched, so the list is made anew each time.
    QStringList wanted;
    for (const QString& folder : {m_places.folder, m_places.sandbox,
             QFileInfo(m_places.folder).path(), QFileInfo(m_places.sandbox).path()})
        if (QFileInfo(folder).isDir())
            wanted.append(folder);
    for (const ProfileEntry& entry : m_entries)
        if (QFileInfo::exists(entry.file))
            wanted.append(entry.file);
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    QStringList fresh;
    for (const QString& path : std::as_const(wanted))
        if (!watched.contains(path) && !fresh.contains(path))
            fresh.append(path);
    if (!fresh.isEmpty())
        m_watcher.addPaths(fresh);
}

void ProfileStore::keep(const QString& path)
{
    const QString file = profileId(path);
    if (m_byPath.contains(file))
        return;
    m_byPath.append(file);
    refresh();
}

QString ProfileStore::freeName(const QString& wanted) const
{
    const auto taken = [this](const QString& name) {
        return std::ranges::any_of(
            entries(), [&](const ProfileEntry& entry) { return entry.name == name; });
    };
    QString name = wanted;
    for (int n = 2; taken(name); ++n)
        name = u"%1 %2"_s.arg(wanted).arg(n);
    return name;
}

QString ProfileStore::newFile(const QString& name) const
{
    QString base;
    for (const QChar c : name.toLower())
        base += c.isLetterOrNumber() ? c : u'-';
    while (base.startsWith(u'-'))
        base.remove(0, 1);
    base = base.left(60);
    if (base.isEmpty())
        base = u"profile"_s;
    QString file = u"%1/%2.yaml"_s.arg(m_places.folder, base);
    for (int n = 2; QFileInfo::exists(file); ++n)
        file = u"%1/%2-%3.yaml"_s.arg(m_places.folder, base).arg(n);
    return file;
}

void ProfileStore::save(const QString& file, const QByteArray& text, const QByteArray& expected,
    QObject* context, std::function<void(VoidResult)> done)
{
    std::erase_if(m_saves, [](const Call<bool>& call) { return !call.running(); });
    m_saves.push_back(
        m_lane
            .run(std::chrono::seconds(10),
                [file, text, expected](NoConnection&, const Token&) -> Result<bool> {
                    (void)makePrivateFolder(QFileInfo(file).path());
                    if (const auto saved = saveProfile(file, text, expected); !saved)
                        return tl::unexpected(saved.error());
                    return true;
                })
            .onDone(
                context, [this, self = QPointer(this), done = std::move(done)](Result<bool> saved) {
                    if (self)
                        refresh();
                    done(saved ? VoidResult() : VoidResult(tl::unexpected(saved.error())));
                }));
}

} // namespace pilothouse::app
