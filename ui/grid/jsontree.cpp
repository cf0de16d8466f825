// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/jsontree.h"

#include "ui/grid/celltext.h"

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr int kDeepest = 500;

class Parser final
{
public:
    explicit Parser(QByteArrayView text)
        : m_text(text)
    {
    }

    bool run()
    {
        skip();
        if (!value(-1, {}, 0))
            return false;
        skip();
        return m_at == m_text.size();
    }

    std::vector<JsonNode> nodes;
    qsizetype position() const { return m_at; }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skip()
    {
        while (m_at < m_text.size()
            && (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r'))
            ++m_at;
    }

    int add(JsonNode::Kind kind, int parent, QString key)
    {
        JsonNode node;
        node.kind = kind;
        node.key = std::move(key);
        node.parent = parent;
        const int id = static_cast<int>(nodes.size());
        if (parent >= 0) {
            auto& siblings = nodes[static_cast<size_t>(parent)].children;
            node.row = static_cast<int>(siblings.size());
            siblings.push_back(id);
        }
        nodes.push_back(std::move(node));
        return id;
    }

    bool value(int parent, QString key, int depth)
    {
        if (depth > kDeepest)
            return false;
        const char c = peek();
        if (c == '{' || c == '[')
            return container(parent, std::move(key), depth, c == '{');
        if (c == '"') {
            QString text;
            if (!string(text))
                return false;
            const int id = add(JsonNode::Kind::String, parent, std::move(key));
            nodes[static_cast<size_t>(id)].value = std::move(text);
            return true;
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !QByteArrayView(",]} \t\r\n").contains(peek()))
            ++m_at;
        const QByteArrayView word = m_text.sliced(start, m_at - start);
        const bool number = isJsonNumber(word);
        if (!number && word != "true" && word != "false" && word != "null") {
            m_at = start;
            return false;
        }
        const int id
            = add(number ? JsonNode::Kind::Number : JsonNode::Kind::Word, parent, std::move(key));
        nodes[static_cast<size_t>(id)].value = QString::fromLatin1(word);
        return true;
    }

    bool container(int parent, QString key, int depth, bool object)
    {
        const char close = object ? '}' : ']';
        const int id
            = add(object ? JsonNode::Kind::Object : JsonNode::Kind::Array, parent, std::move(key));
        ++m_at;
        skip();
        if (peek() == close) {
            ++m_at;
            return true;
        }
        for (int n = 0;; ++n) {
            QString name = QString::number(n);
            if (object) {
                if (peek() != '"' || !string(name))
                    return false;
                skip();
                if (peek() != ':')
                    return false;
                ++m_at;
                skip();
            }
            if (!value(id, std::move(name), depth + 1))
                return false;
            skip();
            const char c = peek();
            if (c != ',' && c != close)
                return false;
            ++m_at;
            if (c == close)
                return true;
            skip();
        }
    }

    bool string(QString& out)
    {
        QByteArray plain; // between escapes
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = peek();
            if (c == '"') {
                ++m_at;
                out = m_pending + QString::fromUtf8(plain);
                m_pending.clear();
                return true;
            }
            if (c != '\\') {
                plain += c;
                continue;
            }
            ++m_at;
            switch (peek()) {
            case 'n':
                plain += '\n';
                break;
            case 't':
                plain += '\t';
                break;
            case 'r':
                plain += '\r';
                break;
            case 'b':
                plain += '\b';
                break;
            case 'f':
                plain += '\f';
                break;
            case 'u': {
                bool ok = false;
                const ushort unit = m_at + 4 < m_text.size()
                    ? m_text.sliced(m_at + 1, 4).toByteArray().toUShort(&ok, 16)
                    : ushort(0);
                if (!ok)
                    return false;
                m_at += 4;
                m_pending += QString::fromUtf8(plain) + QChar(unit);
                plain.clear();
                break;
            }
            case '"':
            case '\\':
            case '/':
                plain += peek();
                break;
            default:
                return false;
            }
        }
        return false;
    }

    QByteArrayView m_text;
    QString m_pending;
    qsizetype m_at = 0;
};

} // namespace

Result<std::vector<JsonNode>> parseJson(QByteArrayView utf8)
{
    Parser parser(utf8);
    if (!parser.run())
        return fail(Error::Kind::Protocol, u"no JSON from byte %1 on"_s.arg(parser.position()));
    return std::move(parser.nodes);
}

void JsonTreeModel::setNodes(std::vector<JsonNode> nodes)
{
    beginResetModel();
    m_nodes = std::move(nodes);
    endResetModel();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    const JsonNode& node = m_nodes[parent.internalId()];
    return createIndex(row, column, static_cast<quintptr>(node.children[static_cast<size_t>(row)]));
}

QModelIndex JsonTreeModel::parent(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const int up = m_nodes[index.internalId()].parent;
    return up < 0 ? QModelIndex()
                  : createIndex(m_nodes[static_cast<size_t>(up)].row, 0, static_cast<quintptr>(up));
}

int JsonTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    if (!parent.isValid())
        return m_nodes.empty() ? 0 : 1;
    return static_cast<int>(m_nodes[parent.internalId()].children.size());
}

int JsonTreeModel::columnCount(const QModelIndex&) const
{
    return 2;
}

QVariant JsonTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonNode& node = m_nodes[index.internalId()];
    if (role == KindRole)
        return static_cast<int>(node.kind);
    if (role == Qt::ToolTipRole && index.column() == 1)
        return node.value.left(2000);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == 0)
        return node.parent < 0 ? u"$"_s : withSymbols(node.key);
    switch (node.kind) {
    case JsonNode::Kind::Object:
        return u"{ %1 }"_s.arg(node.children.size());
    case JsonNode::Kind::Array:
        return u"[ %1 ]"_s.arg(node.children.size());
    case JsonNode::Kind::String:
        return QString(u'"' + withSymbols(node.value.left(400)) + u'"');
    default:
        return node.value;
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Key") : tr("Value");
}

} // namespace pilothouse::ui
