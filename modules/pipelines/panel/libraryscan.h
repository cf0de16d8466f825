// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in the folders of the library: pipelines, and files that should be some but cannot be
// read, each with its reason. Touches the disk: for a lane. Bounded in depth and number.
#pragma once

#include "core/error.h"
#include "core/token.h"
#include "pipelines/api/catalogue.h"
#include "pipelines/api/document.h"

#include <QDateTime>

#include <memory>

namespace pilothouse::pipelines
{

struct LibraryItem {
    QString root; // the library's folder it is in
    QString place; // folder below, "shop/daily"; empty: the folder itself
    QString file; // whole path
    QString name; // of the pipeline; of a broken file the file's
    QString title;
    QString owner;
    QString note;
    QStringList tags;
    int nodes = 0;
    int errors = 0; // problems it would not run with
    int warnings = 0;
    QString broken; // why it cannot be read, with line and column; empty: it can
    QStringList missing; // services it needs and the sandbox does not start, by title
    bool flow = false; // kept as JSON
    QDateTime changed; // UTC
    bool operator==(const LibraryItem&) const = default;

    QString id() const { return file + u'\n' + name; }
    const QString& shownTitle() const { return title.isEmpty() ? name : title; }
};

struct LibraryFolder {
    QString root;
    QStringList places; // folders below, sorted
    bool exists = true;
    QString problem; // why it cannot be listed
    bool cut = false; // more files than are looked at
    bool operator==(const LibraryFolder&) const = default;
};

// A file as it was read last; kept while its stamp is the same.
struct ScannedFile {
    QByteArray stamp;
    std::vector<LibraryItem> items;
};

struct LibraryContent {
    std::vector<LibraryFolder> folders;
    std::vector<LibraryItem> items; // by folder, place, file
    std::map<QString, ScannedFile> files;
};
using LibraryContentPtr = std::shared_ptr<const LibraryContent>;

inline constexpr int kMostFiles = 10'000; // of a folder
inline constexpr int kDeepest = 8;

// Files whose stamp `known` has are not read again.
Result<LibraryContentPtr> scanLibrary(const QStringList& roots, const LibraryContentPtr& known,
    const Catalogue& catalogue, const Token& token);

} // namespace pilothouse::pipelines
