// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/yamltree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace pilothouse
{

namespace
{

struct Stop {
    YamlMark mark;
    Text message;
};

// yaml-cpp counts columns in bytes from 0.
class Places final
{
public:
    explicit Places(const QByteArray& bytes)
        : m_bytes(bytes)
    {
        m_starts.push_back(0);
        for (qsizetype i = 0; i < bytes.size(); ++i)
            if (bytes[i] == '\n')
                m_starts.push_back(i + 1);
    }
    YamlMark at(const YAML::Mark& mark) const
    {
        if (mark.line < 0)
            return {};
        if (mark.line >= int(m_starts.size()))
            return {mark.line + 1, 1};
        const auto start = m_starts[size_t(mark.line)];
        const auto length = std::min<qsizetype>(mark.column, m_bytes.size() - start);
        return {mark.line + 1, int(QString::fromUtf8(m_bytes.mid(start, length)).size()) + 1};
    }

    // The tab among the blanks a line begins with, of this line (from 1) or one beside it.
    std::optional<YamlMark> tabNear(int line) const
    {
        for (const int near : {line, line - 1, line + 1}) {
            if (near < 1 || near > int(m_starts.size()))
                continue;
            const qsizetype start = m_starts[size_t(near - 1)];
            qsizetype at = start;
            while (at < m_bytes.size() && m_bytes[at] == ' ')
                ++at;
            if (at < m_bytes.size() && m_bytes[at] == '\t')
                return YamlMark{near, int(at - start) + 1};
        }
        return {};
    }

private:
    const QByteArray& m_bytes;
    std::vector<qsizetype> m_starts;
};

// Builds the tree from yaml-cpp's events: its own node classes follow aliases without any bound.
class Builder final : public YAML::EventHandler
{
public:
    Builder(const Places& places, const YamlLimits& limits)
        : m_places(places)
        , m_limits(limits)
    {
    }
    YamlPtr root() const { return m_root ? m_root : std::make_shared<YamlNode>(); }

    void OnDocumentStart(const YAML::Mark&) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        finish(fresh(YamlNode::Kind::Null, mark), anchor);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        const auto it = m_anchors.find(anchor);
        if (it == m_anchors.end())
            throw Stop{m_places.at(mark), PH_TEXT("yaml", "an alias points into itself")};
        place(it->second, m_places.at(mark));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
        const std::string& value) override
    {
        auto node = fresh(YamlNode::Kind::Scalar, mark);
        node->quoted = tag == "!";
        node->text = QString::fromStdString(value);
        if (!node->quoted && (node->text == u"~" || node->text == u"null"))
            node->kind = YamlNode::Kind::Null;
        finish(node, anchor);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
        YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Kind::Sequence, mark, anchor, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
        YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Kind::Map, mark, anchor, style);
    }
    void OnMapEnd() override { close(); }

private:
    struct Level {
        std::shared_ptr<YamlNode> node;
        YAML::anchor_t anchor = 0;
        std::optional<YamlEntry> key;
    };

    std::shared_ptr<YamlNode> fresh(YamlNode::Kind kind, const YAML::Mark& mark)
    {
        auto node = std::make_shared<YamlNode>();
        node->kind = kind;
        node->mark = m_places.at(mark);
        return node;
    }
    void open(YamlNode::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor,
        YAML::EmitterStyle::value style)
    {
        auto node = fresh(kind, mark);
        node->flow = style == YAML::EmitterStyle::Flow;
        if (int(m_levels.size()) >= m_limits.depth)
            throw Stop{node->mark, PH_TEXT("yaml", "nested too deeply")};
        m_levels.push_back({node, anchor, {}});
    }
    void close()
    {
        const Level level = m_levels.back();
        m_levels.pop_back();
        if (level.node->kind == YamlNode::Kind::Map)
            resolveMerges(*level.node);
        finish(level.node, level.anchor);
    }
    void finish(const std::shared_ptr<YamlNode>& node, YAML::anchor_t anchor)
    {
        if (anchor != 0) {
            node->anchored = true;
            m_anchors[anchor] = node;
        }
        place(node, node->mark);
    }
    void place(const YamlPtr& node, const YamlMark& mark)
    {
        if (m_levels.empty()) {
            m_root = node;
            return;
        }
        Level& top = m_levels.back();
        top.node->weight += node->weight;
        if (top.node->weight > m_limits.nodes)
            throw Stop{mark, PH_TEXT("yaml", "too large once its aliases are followed")};
        if (top.node->kind == YamlNode::Kind::Sequence) {
            top.node->items.push_back(node);
        } else if (!top.key) {
            if (node->kind != YamlNode::Kind::Scalar)
                throw Stop{mark, PH_TEXT("yaml", "a key must be a plain word")};
            top.key = YamlEntry{node->text, mark, {}, false};
        } else {
            top.key->value = node;
            add(*top.node, std::move(*top.key));
            top.key.reset();
        }
    }
    void add(YamlNode& map, YamlEntry entry)
    {
        if (entry.key != u"<<" && !m_seen[&map].insert(entry.key).second)
            throw Stop{entry.keyMark, PH_TEXT("yaml", "this key is there twice")};
        map.entries.push_back(std::move(entry));
    }
    // Own keys win over merged ones, earlier merges over later ones.
    void resolveMerges(YamlNode& map)
    {
        std::vector<YamlEntry> merges;
        std::erase_if(map.entries, [&](YamlEntry& e) {
            if (e.key == u"<<")
                merges.push_back(e);
            return e.key == u"<<";
        });
        for (const YamlEntry& merge : merges) {
            std::vector<YamlPtr> sources{merge.value};
            if (merge.value->kind == YamlNode::Kind::Sequence)
                sources = merge.value->items;
            for (const YamlPtr& source : sources)
                for (YamlEntry entry : source->entries) {
                    entry.merged = true;
                    if (m_seen[&map].insert(entry.key).second)
                        map.entries.push_back(std::move(entry));
                }
        }
        m_seen.erase(&map);
    }

    const Places& m_places;
    const YamlLimits m_limits;
    YamlPtr m_root;
    std::vector<Level> m_levels;
    std::map<YAML::anchor_t, YamlPtr> m_anchors;
    std::map<const YamlNode*, std::set<QString>> m_seen;
};

std::optional<YamlProblem> checkBytes(const QByteArray& bytes, const YamlLimits& limits)
{
    if (bytes.size() > limits.bytes)
        return YamlProblem{{1, 1}, PH_TEXT("yaml", "larger than %1 bytes").arg(limits.bytes)};
    int line = 1;
    int column = 1;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    for (const char c : bytes) {
        const auto byte = uchar(c);
        if (c == '\n') {
            ++line;
            column = 1;
        } else if ((byte < 0x20 && c != '\t' && c != '\r') || byte == 0x7f) {
            return YamlProblem{
                {line, column}, PH_TEXT("yaml", "not a text file: it holds control characters")};
        } else if ((byte & 0xc0) != 0x80) {
            ++column;
        }
    }
    (void)QString(decoder(bytes));
    if (decoder.hasError())
        return YamlProblem{{1, 1}, PH_TEXT("yaml", "not valid UTF-8")};
    return {};
}

Error fileError(const QString& path, int number)
{
    const auto kind = number == ENOENT || number == ENOTDIR ? Error::Kind::NotFound
        : number == EACCES || number == EPERM               ? Error::Kind::Auth
                                                            : Error::Kind::Internal;
    return Error{
        kind, {}, u"%1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(number))), {}, {}};
}

} // namespace

const YamlEntry* YamlNode::find(QStringView key) const
{
    const auto it = std::ranges::find_if(entries, [&](const YamlEntry& e) { return e.key == key; });
    return it == entries.end() ? nullptr : &*it;
}

tl::expected<YamlPtr, YamlProblem> parseYaml(const QByteArray& bytes, const YamlLimits& limits)
{
    if (auto problem = checkBytes(bytes, limits))
        return tl::unexpected(*problem);
    const Places places(bytes);
    try {
        std::istringstream in(bytes.toStdString());
        YAML::Parser parser(in);
        Builder builder(places, limits);
        parser.HandleNextDocument(builder);
        Builder second(places, limits);
        if (parser.HandleNextDocument(second))
            return tl::unexpected(YamlProblem{second.root()->mark,
                PH_TEXT("yaml", "a second document after ---; only one is read")});
        return builder.root();
    } catch (const Stop& stop) {
        return tl::unexpected(YamlProblem{stop.mark, stop.message});
    } catch (const YAML::Exception& e) {
        const YamlMark mark = places.at(e.mark);
        if (const auto tab = places.tabNear(mark.line))
            return tl::unexpected(YamlProblem{*tab,
                PH_TEXT("yaml", "a tab at the beginning of a line; YAML wants spaces there")});
        return tl::unexpected(YamlProblem{mark,
            // What newer versions say after a colon is taken from the file: perhaps a secret.
            PH_TEXT("yaml", "not valid YAML: %1")
                .arg(QString::fromStdString(e.msg).section(u": "_s, 0, 0))});
    } catch (const std::exception&) {
        return tl::unexpected(YamlProblem{{1, 1}, PH_TEXT("yaml", "not valid YAML")});
    }
}

Result<QByteArray> readSmallFile(const QString& path, qint64 limit)
{
    // O_NONBLOCK: opening a pipe nobody writes to must not hang before fstat can refuse it.
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return tl::unexpected(fileError(path, errno));
    struct stat info {
    };
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(fd);
        return fail(Error::Kind::Refused, u"%1: not a regular file"_s.arg(path));
    }
    if (info.st_size > limit) {
        ::close(fd);
        return fail(Error::Kind::Refused,
            u"%1: %2 bytes, at most %3 are read"_s.arg(path).arg(qint64(info.st_size)).arg(limit));
    }
    QFile file;
    if (!file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(fd);
        return tl::unexpected(fileError(path, EIO));
    }
    const QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(Error::Kind::Internal, u"%1: %2"_s.arg(path, file.errorString()));
    if (bytes.size() > limit) // it grew while it was read
        return fail(Error::Kind::Refused, u"%1: more than %2 bytes"_s.arg(path).arg(limit));
    return bytes;
}

QByteArray yamlScalar(const QString& text)
{
    static const QRegularExpression plain(
        u"^[A-Za-z/][A-Za-z0-9_./@+-]*(:[A-Za-z0-9_./@+-]+)*(://[A-Za-z0-9_./@:+-]+)?$"_s);
    static const QStringList words{
        u"true"_s, u"false"_s, u"yes"_s, u"no"_s, u"on"_s, u"off"_s, u"null"_s, u"y"_s, u"n"_s};
    static const QRegularExpression number(u"^(0|[1-9][0-9]{0,17})$"_s);
    if (number.match(text).hasMatch()
        || (plain.match(text).hasMatch() && !words.contains(text.toLower())))
        return text.toUtf8();
    // Encode the ordinary characters in one go so that surrogate pairs stay whole.
    QByteArray out = "\"";
    QString run;
    const auto flushRun = [&] {
        out += run.toUtf8();
        run.clear();
    };
    for (const QChar c : text) {
        const ushort u = c.unicode();
        QByteArray escape;
        if (c == u'"' || c == u'\\')
            escape = '\\' + QByteArray(1, char(u));
        else if (c == u'\n')
            escape = "\\n";
        else if (c == u'\t')
            escape = "\\t";
        else if (u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029 || u == 0xfeff)
            escape = "\\u" + QByteArray::number(u, 16).rightJustified(4, '0');
        if (escape.isEmpty()) {
            run += c;
            continue;
        }
        flushRun();
        out += escape;
    }
    flushRun();
    return out + '"';
}

} // namespace pilothouse
