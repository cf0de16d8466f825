// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/keytreemodel.h"

#include "queue/api/commandline.h"
#include "queue/panel/valueformats.h"

#include <QLocale>

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

KeyTreeModel::KeyTreeModel(QByteArray separator, QObject* parent)
    : QAbstractItemModel(parent)
    , m_separator(std::move(separator))
    , m_root(std::make_unique<Node>())
{
    m_root->line.folder = true;
    m_root->opened = true;
}

KeyTreeModel::~KeyTreeModel() = default;

void KeyTreeModel::clear()
{
    beginResetModel();
    m_root->children.clear();
    m_root->leafLimit = kLeafStep;
    m_folders.clear();
    m_keys.clear();
    m_largest = 1;
    endResetModel();
}

// Folders, then keys, each by name; "load more" last.
bool KeyTreeModel::before(const Node& a, const Node& b)
{
    if (a.more != b.more)
        return b.more;
    if (a.line.folder != b.line.folder)
        return a.line.folder;
    return a.line.path < b.line.path;
}

void KeyTreeModel::number(Node* parent, size_t from)
{
    for (size_t i = from; i < parent->children.size(); ++i)
        parent->children[i]->row = int(i);
}

void KeyTreeModel::forget(Node* node)
{
    if (node->line.folder)
        m_folders.remove(node->line.path);
    else if (!node->more)
        m_keys.remove(node->line.path);
    for (const auto& child : node->children)
        forget(child.get());
}

void KeyTreeModel::merge(const FolderLines& lines)
{
    Node* parent = lines.path.isEmpty() ? m_root.get() : m_folders.value(lines.path);
    if (!parent)
        return;
    parent->leaves = lines.leaves;
    std::vector<std::unique_ptr<Node>> wanted;
    wanted.reserve(lines.lines.size() + 1);
    qint64 shownLeaves = 0;
    for (const KeyLine& line : lines.lines) {
        auto node = std::make_unique<Node>();
        node->line = line;
        node->detail.name = line.path;
        shownLeaves += line.folder ? 0 : 1;
        wanted.push_back(std::move(node));
    }
    if (shownLeaves < lines.leaves) {
        auto more = std::make_unique<Node>();
        more->more = true;
        more->line.keys = lines.leaves - shownLeaves;
        wanted.push_back(std::move(more));
    }

    const QModelIndex at = indexOf(parent);
    auto& have = parent->children;
    size_t row = 0;
    size_t next = 0;
    while (row < have.size() || next < wanted.size()) {
        // a run of lines that are gone
        size_t gone = row;
        while (gone < have.size() && (next >= wanted.size() || before(*have[gone], *wanted[next])))
            ++gone;
        if (gone > row) {
            beginRemoveRows(at, int(row), int(gone) - 1);
            for (size_t i = row; i < gone; ++i)
                forget(have[i].get());
            have.erase(have.begin() + qsizetype(row), have.begin() + qsizetype(gone));
            number(parent, row);
            endRemoveRows();
            continue;
        }
        // a run of new lines
        size_t fresh = next;
        while (fresh < wanted.size() && (row >= have.size() || before(*wanted[fresh], *have[row])))
            ++fresh;
        if (fresh > next) {
            const auto count = fresh - next;
            beginInsertRows(at, int(row), int(row + count) - 1);
            for (size_t i = next; i < fresh; ++i) {
                wanted[i]->parent = parent;
                if (wanted[i]->line.folder)
                    m_folders.insert(wanted[i]->line.path, wanted[i].get());
                else if (!wanted[i]->more)
                    m_keys.insert(wanted[i]->line.path, wanted[i].get());
            }
            have.insert(have.begin() + qsizetype(row),
                std::make_move_iterator(wanted.begin() + qsizetype(next)),
                std::make_move_iterator(wanted.begin() + qsizetype(fresh)));
            number(parent, row);
            endInsertRows();
            row += count;
            next = fresh;
            continue;
        }
        // the same line; a size known from the last walk stays until it is measured again
        if (wanted[next]->line.memory < 0)
            wanted[next]->line.memory = have[row]->line.memory;
        if (have[row]->line != wanted[next]->line) {
            have[row]->line = wanted[next]->line;
            const QModelIndex changed = indexOf(have[row].get());
            Q_EMIT dataChanged(changed, changed);
        }
        ++row;
        ++next;
    }
    if (parent == m_root.get()) {
        qint64 largest = 1;
        for (const auto& node : have)
            largest = std::max(largest, node->line.memory);
        if (largest != std::exchange(m_largest, largest) && !have.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(have.size()) - 1, 0), {ShareRole});
    }
}

void KeyTreeModel::setDetail(const KeyDetail& detail)
{
    Node* node = m_keys.value(detail.name);
    if (!node || node->detail == detail)
        return;
    node->detail = detail;
    const QModelIndex at = indexOf(node);
    Q_EMIT dataChanged(at, at);
}

std::vector<std::pair<QByteArray, qint64>> KeyTreeModel::openFolders() const
{
    std::vector<std::pair<QByteArray, qint64>> out{{QByteArray(), m_root->leafLimit}};
    for (const Node* node : m_folders) {
        if (node->opened)
            out.emplace_back(node->line.path, node->leafLimit);
    }
    std::sort(out.begin(), out.end()); // parents before their children
    return out;
}

void KeyTreeModel::showMore(const QModelIndex& more)
{
    const Node* node = nodeOf(more);
    if (!node || !node->more)
        return;
    node->parent->leafLimit += kLeafStep;
    Q_EMIT linesWanted();
}

KeyTreeModel::Node* KeyTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex KeyTreeModel::indexOf(const Node* node) const
{
    return !node || node == m_root.get() ? QModelIndex()
                                         : createIndex(node->row, 0, const_cast<Node*>(node));
}

QModelIndex KeyTreeModel::indexOf(const QByteArray& path) const
{
    if (const Node* key = m_keys.value(path))
        return indexOf(key);
    return indexOf(m_folders.value(path));
}

KeyDetail KeyTreeModel::detail(const QModelIndex& index) const
{
    return nodeOf(index)->detail;
}

QModelIndex KeyTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* node = nodeOf(parent);
    if (row < 0 || column != 0 || size_t(row) >= node->children.size())
        return {};
    return createIndex(row, column, node->children[size_t(row)].get());
}

QModelIndex KeyTreeModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int KeyTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int KeyTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

bool KeyTreeModel::hasChildren(const QModelIndex& parent) const
{
    return nodeOf(parent)->line.folder;
}

bool KeyTreeModel::canFetchMore(const QModelIndex& parent) const
{
    const Node* node = nodeOf(parent);
    return node->line.folder && !node->opened;
}

void KeyTreeModel::fetchMore(const QModelIndex& parent)
{
    Node* node = nodeOf(parent);
    if (!node->line.folder || node->opened)
        return;
    node->opened = true;
    Q_EMIT linesWanted();
}

// A folder shows its own part with the separator, a key its last part.
QString KeyTreeModel::text(const Node& node) const
{
    if (node.more)
        return tr("Load %1 more of %2")
            .arg(QLocale().toString(std::min(kLeafStep, node.line.keys)),
                QLocale().toString(node.parent->leaves));
    const QByteArray& path = node.line.path;
    const QString name = entityName(path.sliced(node.parent->line.path.size()));
    return name.isEmpty() ? tr("(empty)") : name;
}

QVariant KeyTreeModel::spoken(const Node& node) const
{
    if (node.more)
        return text(node);
    QString out = entityName(node.line.path);
    if (node.line.folder)
        out += u", "_s + tr("%n key(s)", nullptr, int(std::min<qint64>(node.line.keys, INT_MAX)));
    else if (!node.detail.typeName.isEmpty())
        out += u", "_s + QString::fromUtf8(node.detail.typeName);
    return out;
}

// One node at a time: a million lines cost nothing until they are drawn.
void KeyTreeModel::show(const Node& node) const
{
    const qint64 memory = node.line.folder ? node.line.memory : node.detail.memory.value_or(-1);
    m_shown = {};
    m_shown.name = text(node);
    m_shown.mono = !node.line.folder;
    m_shown.value = memory >= 0 ? sizeText(memory) : u"–"_s;
    m_shown.bar = double(std::max<qint64>(0, memory));
    if (node.line.folder) {
        m_shown.icon = u"folder"_s;
        m_shown.count = countText(node.line.keys);
    } else {
        m_shown.tag = shortTypeName(QString::fromUtf8(node.detail.typeName));
        if (node.detail.length && node.detail.type != KeyType::String)
            m_shown.count = QLocale().toString(*node.detail.length);
    }
}

QVariant KeyTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = *nodeOf(index);
    const qint64 memory = node.line.folder ? node.line.memory : node.detail.memory.value_or(-1);
    switch (role) {
    case ui::LazyTreeModel::NodeRole:
        show(node);
        return QVariant::fromValue(reinterpret_cast<quintptr>(&m_shown));
    case ui::LazyTreeModel::KindRole:
        return int(node.more ? ui::LazyTreeModel::Kind::More : ui::LazyTreeModel::Kind::Node);
    case ui::LazyTreeModel::BarShareRole:
    case ShareRole:
        return memory <= 0 ? 0.0 : std::min(1.0, double(memory) / double(m_largest));
    case Qt::DisplayRole:
        return text(node);
    case Qt::ToolTipRole:
        return node.more ? QVariant() : QVariant(entityName(node.line.path));
    case Qt::AccessibleTextRole:
        return spoken(node);
    case PathRole:
        return node.line.path;
    case FolderRole:
        return node.line.folder;
    case MoreRole:
        return node.more;
    case KeysRole:
        return node.line.keys;
    case MemoryRole:
        return memory;
    case TypeRole:
        return QString::fromUtf8(node.detail.typeName);
    default:
        return {};
    }
}

} // namespace pilothouse::queue
