// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/session/filecontent.h"

#include "pipelines/files/documentfile.h"
#include "pipelines/yaml/layoutfile.h"

#include <QCryptographicHash>

namespace pilothouse::pipelines
{

Result<FileContent> readFile(const QString& path)
{
    auto read = readDocumentFile(path);
    if (read)
        return FileContent{true, std::move(read->bytes)};
    if (read.error().kind == Error::Kind::NotFound)
        return FileContent{};
    return tl::unexpected(read.error());
}

VoidResult writeFile(const QString& path, const QByteArray& text, const FileContent& expected)
{
    return writeDocumentFile(
        path, text, expected.exists ? std::optional(expected.text) : std::nullopt);
}

QByteArray hashOf(const FileContent& content)
{
    return content.exists
        ? QCryptographicHash::hash(content.text, QCryptographicHash::Sha256).toHex()
        : QByteArray();
}

Layout mergeLayouts(const Layout& base, const Layout& ours, const Layout& theirs)
{
    Layout merged = theirs;
    for (const auto& [id, place] : ours.places) {
        const auto was = base.places.find(id);
        if (was == base.places.end() || was->second != place)
            merged.places[id] = place;
    }
    for (const auto& [id, place] : base.places)
        if (!ours.places.contains(id))
            merged.places.erase(id);
    for (const QString& id : ours.closed)
        if (!base.closed.contains(id))
            merged.closed.insert(id);
    for (const QString& id : base.closed)
        if (!ours.closed.contains(id))
            merged.closed.erase(id);
    return merged;
}

VoidResult writeLayout(
    const QString& path, const Pipeline& pipeline, const Layout& base, const Layout& ours)
{
    const auto there = readFile(path);
    if (!there)
        return tl::unexpected(there.error());
    const QByteArray text = layoutText(mergeLayouts(base, ours, readLayout(there->text, pipeline)));
    const bool nothing = !there->exists && ours.places.empty() && ours.closed.empty();
    if (nothing || text == there->text)
        return {};
    return writeFile(path, text, *there);
}

} // namespace pilothouse::pipelines
