// SPDX-License-Identifier: GPL-3.0-or-later
// GitLog: the versions of one file as the git repository around it has them. Reads only. Blocks: on
// a lane only.
#pragma once

#include "core/error.h"
#include "core/token.h"

#include <QDateTime>

#include <vector>

namespace pilothouse::pipelines
{

struct GitVersion {
    QString commit; // whole
    QDateTime time; // UTC
    QString author;
    QString message; // its first line
    bool operator==(const GitVersion&) const = default;
};

// Newest first, at most `most`; none where the file is in no repository.
Result<std::vector<GitVersion>> gitVersions(const QString& file, int most, const Token& token);
// The file as it was then.
Result<QByteArray> gitText(const QString& file, const QString& commit, const Token& token);

} // namespace pilothouse::pipelines
