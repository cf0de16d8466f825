// SPDX-License-Identifier: GPL-3.0-or-later
// ProfileStore: which profiles there are, kept current while files come, go and change. GUI thread;
// the files are read and written on a lane.
#pragma once

#include "app/profiles/profile.h"
#include "core/lane.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <list>
#include <optional>
#include <vector>

namespace pilothouse::app
{

struct ProfileEntry {
    enum class Origin { Folder, Sandbox, Path };

    QString file; // absolute
    QString name; // the file's base name when it cannot be read
    Environment environment = Environment::Sandbox;
    Origin origin = Origin::Folder;
    int services = 0;
    bool readOnly = false;
    std::optional<Error> error; // it cannot be opened, and why
    bool operator==(const ProfileEntry&) const = default;
};

struct ProfilePlaces {
    QString folder; // $XDG_CONFIG_HOME/pilothouse/profiles
    QString sandbox; // PILOTHOUSE_SANDBOX_DIR or $XDG_STATE_HOME/pilothouse/sandbox

    static ProfilePlaces usual();
    QString sandboxProfile() const { return sandbox + QString::fromLatin1("/profile.yaml"); }
};

// The file `--profile NAME|FILE` means; blocks, for the command line and lanes. A path wins over a
// name.
// The one name of a file, however it was reached: symbolic links and relative paths resolved.
QString profileId(const QString& path);

Result<QString> profileFile(const QString& nameOrFile, const ProfilePlaces& places);
// The same for all of them, in the order of a menu: sandbox last. Blocks.
std::vector<ProfileEntry> readEntries(const ProfilePlaces& places, const QStringList& byPath);
// Why a profile that was asked for cannot be opened, with the way out: for the command line.
QString profileProblem(const Error& error);

class ProfileStore final : public QObject
{
    Q_OBJECT

public:
    ProfileStore(Runtime& runtime, ProfilePlaces places, QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProfileStore)

    // `wanted`, or with a number where a profile bears that name already.
    QString freeName(const QString& wanted) const;

    const ProfilePlaces& places() const { return m_places; }
    const std::vector<ProfileEntry>& entries() const { return m_entries; }
    bool isListed() const { return m_listed; } // the first listing has arrived

    void refresh();
    // A file outside the folder that was opened by its path stays in the list.
    void keep(const QString& path);
    // A free file name in the folder for a profile of this name.
    QString newFile(const QString& name) const;

    // Writes on the lane (see saveProfile) and answers on the GUI thread.
    void save(const QString& file, const QByteArray& text, const QByteArray& expected,
        QObject* context, std::function<void(VoidResult)> done);

Q_SIGNALS:
    void entriesChanged();
    void fileChanged(const QString& file); // content, appearance or removal

private:
    void watch();

    const ProfilePlaces m_places;
    QStringList m_byPath;
    std::vector<ProfileEntry> m_entries;
    bool m_listed = false;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; // editors write in several steps
    Lane<> m_lane;
    Call<std::vector<ProfileEntry>> m_list;
    std::list<Call<bool>> m_saves;
};

} // namespace pilothouse::app
