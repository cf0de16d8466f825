// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/libraryacts.h"

#include "pipelines/files/documentfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstring>

#include <fcntl.h>

namespace pilothouse::pipelines::libraryacts
{

using namespace Qt::StringLiterals;

namespace
{

VoidResult makeFolder(const QString& folder)
{
    if (QDir().mkpath(folder))
        return {};
    return fail(
        Error::Kind::Refused, folder, folder, PH_TEXT("pipelines", "This folder cannot be made."));
}

QString pathOf(const QString& folder, const QString& name)
{
    return QDir(folder).filePath(name + documentSuffix());
}

// Never over something that is there, also not at the same moment.
VoidResult moveFile(const QString& from, const QString& to)
{
    if (::renameat2(AT_FDCWD, QFile::encodeName(from).constData(), AT_FDCWD,
            QFile::encodeName(to).constData(), RENAME_NOREPLACE)
        == 0)
        return {};
    if (errno == EEXIST)
        return fail(Error::Kind::Conflict, to, to,
            PH_TEXT("pipelines", "There is another file of this name."));
    // Another file system: a copy, and only then the old one goes.
    if (errno == EXDEV && QFile::copy(from, to) && QFile::remove(from))
        return {};
    return fail(
        Error::Kind::Refused, to + u": "_s + QString::fromLocal8Bit(std::strerror(errno)), to);
}

Result<QString> moveWithLayout(const QString& file, const QString& to)
{
    if (const auto moved = moveFile(file, to); !moved)
        return tl::unexpected(moved.error());
    if (QFile::exists(layoutPath(file)))
        (void)moveFile(layoutPath(file), layoutPath(to)); // places alone: never a reason to stop
    return to;
}

Result<QByteArray> renamedText(
    const QString& file, const QByteArray& text, const QString& name, const QString& to)
{
    return storeFor(file).apply(text, name, {SetField{{}, Field::Name, to}});
}

} // namespace

QString freeName(const QString& folder, const QString& wanted)
{
    QString name = wanted;
    for (int number = 2; QFile::exists(pathOf(folder, name)); ++number)
        name = u"%1_%2"_s.arg(wanted).arg(number);
    return name;
}

QString freshId()
{
    return u"%1"_s.arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
}

QByteArray withId(const QByteArray& text, const QString& id)
{
    QByteArrayList lines = text.split('\n');
    for (QByteArray& line : lines) {
        if (line.startsWith("id:")) {
            line = "id: \"" + id.toUtf8() + '"';
            break;
        }
    }
    return lines.join('\n');
}

Result<QString> create(const QString& folder, const Pipeline& pipeline)
{
    if (const auto made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    const QString path = pathOf(folder, pipeline.name);
    const auto text = storeFor(path).written(pipeline);
    if (!text)
        return tl::unexpected(text.error());
    if (const auto written = writeDocumentFile(path, *text, std::nullopt); !written)
        return tl::unexpected(written.error());
    return path;
}

Result<QString> createFrom(
    const QString& folder, const QByteArray& text, const QString& name, const QString& title)
{
    if (const auto made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    const QString path = pathOf(folder, name);
    const DocumentStore& store = storeFor(path);
    const QByteArray own = withId(text, freshId());
    const StoredFile file = store.read(own);
    if (file.pipelines.empty())
        return fail(Error::Kind::Protocol, path, path,
            file.problems.empty() ? Text() : file.problems.front().message);
    Edits edits{SetField{{}, Field::Name, name}};
    if (!title.isEmpty())
        edits.push_back(SetField{{}, Field::Title, title});
    const auto renamed = store.apply(own, file.pipelines.front().pipeline.name, edits);
    if (!renamed)
        return tl::unexpected(renamed.error());
    if (const auto written = writeDocumentFile(path, *renamed, std::nullopt); !written)
        return tl::unexpected(written.error());
    return path;
}

Result<QString> rename(const QString& file, const QString& name, const QString& to)
{
    const auto text = readDocumentFile(file);
    if (!text)
        return tl::unexpected(text.error());
    const auto after = renamedText(file, text->bytes, name, to);
    if (!after)
        return tl::unexpected(after.error());
    const bool flow = file.endsWith(".json"_L1);
    const QString path = flow ? file : pathOf(QFileInfo(file).path(), to);
    if (path != file && QFile::exists(path))
        return fail(Error::Kind::Conflict, path, path,
            PH_TEXT("pipelines", "There is another file of this name."));
    if (const auto written = writeDocumentFile(file, *after, text->bytes); !written)
        return tl::unexpected(written.error());
    if (path == file)
        return path;
    const auto moved = moveWithLayout(file, path);
    if (!moved)
        (void)writeDocumentFile(file, text->bytes, *after);
    return moved;
}

Result<QString> duplicate(const QString& file, const QString& name, const QString& to)
{
    const auto text = readDocumentFile(file);
    if (!text)
        return tl::unexpected(text.error());
    const QString path = pathOf(QFileInfo(file).path(), to);
    const DocumentStore& store = storeFor(file);
    Result<QByteArray> copy = renamedText(file, withId(text->bytes, freshId()), name, to);
    if (file.endsWith(".json"_L1)) {
        // Of a flow that holds several: this one, as a document.
        const StoredFile stored = store.read(text->bytes);
        for (const StoredPipeline& one : stored.pipelines) {
            if (one.pipeline.name != name)
                continue;
            Pipeline pipeline = one.pipeline;
            pipeline.id = freshId();
            pipeline.name = to;
            copy = storeFor(path).written(pipeline);
        }
    }
    if (!copy)
        return tl::unexpected(copy.error());
    if (const auto written = writeDocumentFile(path, *copy, std::nullopt); !written)
        return tl::unexpected(written.error());
    if (const auto layout = readDocumentFile(layoutPath(file)))
        (void)writeDocumentFile(layoutPath(path), layout->bytes, std::nullopt);
    return path;
}

Result<QString> move(const QString& file, const QString& folder)
{
    if (QFileInfo(file).absolutePath() == QFileInfo(folder).absoluteFilePath())
        return file;
    if (const auto made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    return moveWithLayout(file, QDir(folder).filePath(QFileInfo(file).fileName()));
}

Result<QString> trash(const QString& file)
{
    if (!QFile::exists(file))
        return fail(Error::Kind::NotFound, file, file);
    if (!QFile::moveToTrash(file))
        return fail(Error::Kind::Refused, file, file,
            PH_TEXT("pipelines", "There is no trash for this folder. Nothing was deleted."));
    if (QFile::exists(layoutPath(file)))
        QFile::moveToTrash(layoutPath(file));
    return file;
}

Result<QStringList> import(const QString& flow, const QString& folder)
{
    const auto read = readDocumentWithLayout(flow);
    if (!read)
        return tl::unexpected(read.error());
    std::vector<Problem> problems = read->stored.problems;
    for (const StoredPipeline& one : read->stored.pipelines)
        problems.insert(problems.end(), one.problems.begin(), one.problems.end());
    if (!problems.empty())
        return fail(Error::Kind::Protocol,
            u"%1:%2:%3"_s.arg(flow)
                .arg(problems.front().place.line)
                .arg(problems.front().place.column),
            flow, problems.front().message);
    QStringList paths;
    for (const StoredPipeline& one : read->stored.pipelines) {
        Pipeline pipeline = one.pipeline;
        if (pipeline.id.isEmpty())
            pipeline.id = freshId();
        pipeline.name = freeName(folder, pipeline.name);
        const auto path = create(folder, pipeline);
        if (!path)
            return tl::unexpected(path.error());
        paths.append(*path);
    }
    return paths;
}

} // namespace pilothouse::pipelines::libraryacts
