// SPDX-License-Identifier: GPL-3.0-or-later
// Destination: where generated files go: a folder, a clone of git, a folder behind ssh. All calls
// block, with the token's deadline: on a lane only. One writer of ours at a time; another one
// between look() and write() is found, whatever it is.
#pragma once

#include "core/error.h"
#include "core/token.h"

#include <QByteArray>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace pilothouse::pipelines
{

using FileTexts = std::map<QString, QByteArray>; // by path below the destination, with `/`

struct LookRequest {
    QStringList paths; // wanted whatever is in them
    QByteArray mark; // and every file with this in its text; empty: none. One line.
};
struct LookAnswer {
    FileTexts files; // those that are there
    QString branch; // of git
    std::vector<Text> notes; // what else goes along: commits that were never pushed
};

// One file of a set. None: is not there before, or after.
struct FileWrite {
    QString path;
    std::optional<QByteArray> before; // as look() told
    std::optional<QByteArray> after;
    bool operator==(const FileWrite&) const = default;
};
struct WriteRequest {
    std::vector<FileWrite> files; // in the order they are put in place
    QString message; // of the commit
};
struct WriteReceipt {
    QString commit; // of git
    bool pushed = false;
};

class Destination
{
public:
    virtual ~Destination() = default;

    virtual QString place() const = 0; // for the user: "/srv/dags", "host:/srv/dags"
    virtual bool takesMessage() const { return false; } // of the commit
    virtual Result<LookAnswer> look(const LookRequest& request, const Token& token) = 0;
    // All or none: what was put in place is taken back when another file of the set fails. Conflict
    // (and nothing is changed) when a file is not as it was `before`. At every moment each file is
    // whole, the old or the new one, also after a crash.
    virtual Result<WriteReceipt> write(const WriteRequest& request, const Token& token) = 0;
};

// By an option of the profile: FOLDER, git:FOLDER#BRANCH or ssh:[user@]HOST[:PORT]:FOLDER.
// `sshConfig` instead of ~/.ssh/config; empty: that.
Result<std::shared_ptr<Destination>> destinationOf(const QString& option, const QString& sshConfig);

// Relative, without "..", empty or hidden parts and line breaks: a name a destination may hold.
bool isPlainPath(const QString& path);
VoidResult checkPaths(const WriteRequest& request);
// SHA-256 in hex.
QByteArray contentHash(const QByteArray& text);

// What went wrong in a folder, in words: read-only, full, not ours.
Error folderError(int number, const QString& path);
Error changedMeanwhile(const QString& path);

} // namespace pilothouse::pipelines
