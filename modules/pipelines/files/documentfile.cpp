// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/files/documentfile.h"

#include "pipelines/flow/flowstore.h"
#include "pipelines/yaml/layoutfile.h"
#include "pipelines/yaml/yamlstore.h"

#include "core/wholefile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kMost = 16 << 20; // bytes

tl::unexpected<Error> systemError(const QString& path, int number)
{
    const auto kind
        = number == ENOENT || number == ENOTDIR ? Error::Kind::NotFound : Error::Kind::Refused;
    return fail(kind, path + u": "_s + QString::fromLocal8Bit(std::strerror(number)), path);
}

// An ordinary file, open for reading; never waits for the other end of a pipe.
class OrdinaryFile final
{
public:
    explicit OrdinaryFile(const QString& path)
        : m_descriptor(
            ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC))
        , m_error(m_descriptor < 0 ? errno : 0)
    {
        if (m_descriptor >= 0 && ::fstat(m_descriptor, &m_about) != 0)
            m_error = errno;
    }
    ~OrdinaryFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(OrdinaryFile)

    int descriptor() const { return m_descriptor; }
    int error() const { return m_error; }
    const struct stat& about() const { return m_about; }

private:
    int m_descriptor;
    int m_error;
    struct stat m_about = {};
};

QByteArray stampOf(const struct stat& about)
{
    return QByteArray::number(qint64(about.st_mtim.tv_sec)) + '.'
        + QByteArray::number(qint64(about.st_mtim.tv_nsec)) + ':'
        + QByteArray::number(qint64(about.st_size)) + ':'
        + QByteArray::number(quint64(about.st_ino));
}

tl::unexpected<Error> tooLarge(const QString& path)
{
    return fail(
        Error::Kind::Refused, path, path, PH_TEXT("pipelines", "The file is larger than 16 MB."));
}

} // namespace

QString documentSuffix()
{
    return u".pipeline.yaml"_s;
}

QString documentStem(const QString& path)
{
    const QString name = path.section(u'/', -1);
    for (const QString& suffix : {documentSuffix(), u".pipeline.yml"_s, u".json"_s, u".yaml"_s}) {
        if (name.endsWith(suffix))
            return name.chopped(suffix.size());
    }
    return name;
}

bool isDocumentName(const QString& name)
{
    return name.endsWith(documentSuffix()) || name.endsWith(".pipeline.yml"_L1)
        || name.endsWith(".json"_L1);
}

QString layoutPath(const QString& path, const QString& pipeline)
{
    const QString one = pipeline.isEmpty() ? QString() : u'.' + pipeline;
    return path.left(path.lastIndexOf(u'/') + 1) + documentStem(path) + one + u".pipeline.layout"_s;
}

const DocumentStore& storeFor(const QString& path)
{
    static const FlowStore flow;
    static const YamlStore yaml;
    if (path.endsWith(".json"_L1))
        return flow;
    return yaml;
}

Result<FileText> readDocumentFile(const QString& path)
{
    const OrdinaryFile file(path);
    if (file.error() != 0)
        return systemError(path, file.error());
    if (!S_ISREG(file.about().st_mode))
        return fail(
            Error::Kind::Refused, path, path, PH_TEXT("pipelines", "This is no ordinary file."));
    if (file.about().st_size > kMost)
        return tooLarge(path);
    FileText text{{}, stampOf(file.about())};
    text.bytes.reserve(file.about().st_size + 1);
    char block[65536];
    while (true) {
        const ssize_t got = ::read(file.descriptor(), block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path, errno);
        if (got == 0)
            return text;
        text.bytes.append(block, got);
        if (text.bytes.size() > kMost)
            return tooLarge(path); // it grows while it is read
    }
}

Result<ReadDocument> readDocumentWithLayout(const QString& path)
{
    auto file = readDocumentFile(path);
    if (!file)
        return tl::unexpected(file.error());
    ReadDocument read{std::move(*file), {}, {}};
    read.stored = storeFor(path).read(read.file.bytes);
    const bool several = read.stored.pipelines.size() > 1;
    for (const StoredPipeline& stored : read.stored.pipelines) {
        const QString name = several ? stored.pipeline.name : QString();
        const auto places = readDocumentFile(layoutPath(path, name));
        read.layouts.push_back(places ? readLayout(places->bytes, stored.pipeline) : Layout());
    }
    return read;
}

VoidResult writeDocumentFile(
    const QString& path, const QByteArray& text, const std::optional<QByteArray>& before)
{
    const auto now = readDocumentFile(path);
    if (!now && now.error().kind != Error::Kind::NotFound)
        return tl::unexpected(now.error());
    const bool asBelieved = now ? before == now->bytes : !before;
    if (!asBelieved) {
        if (now && now->bytes == text)
            return {};
        return fail(Error::Kind::Conflict, path, path,
            !now         ? PH_TEXT("pipelines", "The file is not there any more.")
                : before ? PH_TEXT("pipelines", "The file was changed by somebody else.")
                         : PH_TEXT("pipelines", "There is another file of this name."));
    }
    if (now && now->bytes == text)
        return {};
    WholeFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(Error::Kind::Refused, path + u": "_s + file.errorString(), path);
    return {};
}

} // namespace pilothouse::pipelines
