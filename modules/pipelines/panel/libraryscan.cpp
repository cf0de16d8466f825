// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/libraryscan.h"

#include "pipelines/catalogue/sandboxservices.h"
#include "pipelines/check/check.h"
#include "pipelines/files/documentfile.h"
#include "pipelines/generate/targets.h"
#include "ui/words.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// Cheap: what a file that was changed has not the same of.
QByteArray stampOf(const QFileInfo& file)
{
    return QByteArray::number(file.lastModified().toMSecsSinceEpoch()) + ':'
        + QByteArray::number(file.size());
}

QString wordsOf(const Problem& problem)
{
    const QString words = ui::words(problem.message);
    if (problem.place.line == 0)
        return words;
    return u"%1:%2: %3"_s.arg(problem.place.line).arg(qMax(1, problem.place.column)).arg(words);
}

QString wordsOf(const Error& error)
{
    const QString hint = ui::words(error.hint);
    return hint.isEmpty() ? error.detail : hint;
}

class Scan final
{
public:
    Scan(const LibraryContentPtr& known, const Catalogue& catalogue, const Token& token)
        : m_known(known)
        , m_catalogue(catalogue)
        , m_token(token)
    {
    }

    void folder(const QString& root)
    {
        LibraryFolder folder;
        folder.root = root;
        const QFileInfo info(root);
        folder.exists = info.isDir();
        m_count = 0;
        if (folder.exists && !info.isReadable())
            folder.problem = info.filePath();
        else if (folder.exists)
            walk(folder, QDir(root), {}, 0);
        folder.places.sort();
        m_content->folders.push_back(std::move(folder));
    }

    Result<LibraryContentPtr> take()
    {
        if (m_token.stopped())
            return fail(Error::Kind::Cancelled, {});
        return std::move(m_content);
    }

private:
    void walk(LibraryFolder& folder, const QDir& dir, const QString& place, int depth)
    {
        const QFileInfoList entries = dir.entryInfoList(
            QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo& entry : entries) {
            if (m_token.stopped())
                return;
            if (entry.isDir() && !entry.isSymLink()) {
                if (depth >= kDeepest || entry.fileName().startsWith(u'.'))
                    continue;
                const QString inner
                    = place.isEmpty() ? entry.fileName() : place + u'/' + entry.fileName();
                folder.places.append(inner);
                walk(folder, QDir(entry.filePath()), inner, depth + 1);
            } else if (!entry.isDir() && isDocumentName(entry.fileName())) {
                if (++m_count > kMostFiles) {
                    folder.cut = true;
                    return;
                }
                file(folder.root, place, entry);
            }
        }
    }

    void file(const QString& root, const QString& place, const QFileInfo& info)
    {
        ScannedFile scanned;
        scanned.stamp = stampOf(info);
        const ScannedFile* was = nullptr;
        if (m_known) {
            const auto at = m_known->files.find(info.filePath());
            if (at != m_known->files.end() && at->second.stamp == scanned.stamp)
                was = &at->second;
        }
        scanned.items = was ? was->items : read(root, place, info);
        for (LibraryItem& item : scanned.items) { // it may have been in another folder of the list
            item.root = root;
            item.place = place;
        }
        m_content->items.insert(m_content->items.end(), scanned.items.begin(), scanned.items.end());
        m_content->files.emplace(info.filePath(), std::move(scanned));
    }

    std::vector<LibraryItem> read(
        const QString& root, const QString& place, const QFileInfo& info) const
    {
        LibraryItem blank;
        blank.root = root;
        blank.place = place;
        blank.file = info.filePath();
        blank.name = documentStem(info.filePath());
        blank.flow = info.fileName().endsWith(".json"_L1);
        blank.changed = info.lastModified().toUTC();
        const auto text = readDocumentFile(info.filePath());
        if (!text) {
            blank.broken = wordsOf(text.error());
            return {blank};
        }
        const StoredFile stored = storeFor(info.filePath()).read(text->bytes);
        if (stored.pipelines.empty()) {
            // Other JSON lies around too; it is no broken pipeline.
            if (blank.flow)
                return {};
            blank.broken = stored.problems.empty() ? QString() : wordsOf(stored.problems.front());
            return {blank};
        }
        std::vector<LibraryItem> items;
        for (const StoredPipeline& one : stored.pipelines)
            items.push_back(itemOf(blank, one));
        return items;
    }

    LibraryItem itemOf(const LibraryItem& blank, const StoredPipeline& stored) const
    {
        LibraryItem item = blank;
        const Pipeline& pipeline = stored.pipeline;
        if (!pipeline.name.isEmpty())
            item.name = pipeline.name;
        item.title = pipeline.title;
        item.owner = pipeline.owner;
        item.note = pipeline.note;
        item.tags = pipeline.tags;
        item.nodes = int(pipeline.nodes.size());
        item.missing = missingServices(pipeline, m_catalogue);
        for (const Problem& problem : stored.problems) {
            item.errors += problem.severity == Problem::Severity::Error;
            item.warnings += problem.severity == Problem::Severity::Warning;
            if (problem.severity == Problem::Severity::Error && item.broken.isEmpty())
                item.broken = wordsOf(problem);
        }
        // A flow's operators are no kinds of the catalogue; nothing of it could be checked.
        if (item.broken.isEmpty() && !item.flow) {
            for (const Problem& problem : check(pipeline, m_catalogue, m_target)) {
                item.errors += problem.severity == Problem::Severity::Error;
                item.warnings += problem.severity == Problem::Severity::Warning;
            }
        }
        return item;
    }

    const LibraryContentPtr& m_known;
    const Catalogue& m_catalogue;
    const Token& m_token;
    const Target m_target = sandboxTarget(3);
    std::shared_ptr<LibraryContent> m_content = std::make_shared<LibraryContent>();
    int m_count = 0;
};

} // namespace

Result<LibraryContentPtr> scanLibrary(const QStringList& roots, const LibraryContentPtr& known,
    const Catalogue& catalogue, const Token& token)
{
    Scan scan(known, catalogue, token);
    for (const QString& root : roots)
        scan.folder(root);
    return scan.take();
}

} // namespace pilothouse::pipelines
