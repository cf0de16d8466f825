// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/keytrie.h"

#include <QHashFunctions>

#include <algorithm>

namespace pilothouse::queue
{

KeyTrie::KeyTrie(QByteArray separator)
    : m_separator(std::move(separator))
{
    m_nodes.emplace_back();
}

// Two different names share one of 2^64 hashes about once in 10^5 databases of fifty million keys;
// the second would be missing in the count.
quint64 KeyTrie::hashOf(QByteArrayView name) const
{
    return quint64(qHashBits(name.data(), size_t(name.size()), 0x9e3779b97f4a7c15ULL));
}

quint32 KeyTrie::folderFor(QByteArrayView name, qsizetype* leafAt, bool make)
{
    const qsizetype last = m_separator.isEmpty() ? -1 : name.lastIndexOf(m_separator);
    *leafAt = last < 0 ? 0 : last + m_separator.size();
    if (last < 0)
        return 0;
    const QByteArrayView path = name.first(*leafAt);
    if (m_nodes[m_lastFolder].path == path)
        return m_lastFolder;
    const auto known = m_byPath.constFind(QByteArray::fromRawData(path.data(), path.size()));
    if (known != m_byPath.cend())
        return m_lastFolder = *known;
    if (!make)
        return quint32(m_nodes.size());
    quint32 parent = 0;
    qsizetype from = 0;
    while (from < path.size()) {
        const qsizetype end = path.indexOf(m_separator, from) + m_separator.size();
        const QByteArray part = path.first(end).toByteArray();
        const auto it = m_byPath.constFind(part);
        if (it != m_byPath.cend()) {
            parent = *it;
        } else {
            const auto id = quint32(m_nodes.size());
            Node& node = m_nodes.emplace_back();
            node.parent = parent;
            node.path = part;
            m_nodes[parent].folders.push_back(id);
            m_byPath.insert(part, id);
            parent = id;
        }
        from = end;
    }
    return m_lastFolder = parent;
}

bool KeyTrie::add(QByteArrayView name)
{
    if (!m_seen.insert(hashOf(name)).second)
        return false;
    qsizetype leafAt = 0;
    quint32 id = folderFor(name, &leafAt, true);
    Leaves& leaves = m_nodes[id].leaves;
    leaves.bytes.append(name.sliced(leafAt));
    leaves.ends.push_back(quint32(leaves.bytes.size()));
    for (;; id = m_nodes[id].parent) {
        ++m_nodes[id].keys;
        if (id == 0)
            return true;
    }
}

void KeyTrie::add(const NameBatch& batch)
{
    for (int i = 0; i < batch.size(); ++i)
        add(batch.at(i));
}

void KeyTrie::measure(const KeyDetail& detail)
{
    if (!detail.memory)
        return;
    add(detail.name); // a key that came after the walk of names
    if (!m_measured.insert(hashOf(detail.name)).second)
        return;
    qsizetype leafAt = 0;
    for (quint32 id = folderFor(detail.name, &leafAt, true);; id = m_nodes[id].parent) {
        Node& node = m_nodes[id];
        node.memory = std::max<qint64>(node.memory, 0) + *detail.memory;
        if (id == 0)
            return;
    }
}

void KeyTrie::remove(QByteArrayView name)
{
    if (m_seen.erase(hashOf(name)) == 0)
        return;
    qsizetype leafAt = 0;
    quint32 id = folderFor(name, &leafAt, false);
    if (id >= m_nodes.size())
        return;
    Leaves& leaves = m_nodes[id].leaves;
    Leaves kept;
    quint32 from = 0;
    for (const quint32 end : leaves.ends) {
        const QByteArrayView leaf(leaves.bytes.constData() + from, end - from);
        from = end;
        if (leaf == name.sliced(leafAt))
            continue;
        kept.bytes.append(leaf);
        kept.ends.push_back(quint32(kept.bytes.size()));
    }
    leaves = std::move(kept);
    for (;; id = m_nodes[id].parent) {
        --m_nodes[id].keys;
        if (id == 0)
            return;
    }
}

FolderLines KeyTrie::lines(const QByteArray& path, qint64 leafLimit) const
{
    FolderLines out;
    out.path = path;
    quint32 id = 0;
    if (!path.isEmpty()) {
        const auto it = m_byPath.constFind(path);
        if (it == m_byPath.cend())
            return out;
        id = *it;
    }
    const Node& node = m_nodes[id];
    out.lines.reserve(node.folders.size() + size_t(leafLimit));
    for (const quint32 folder : node.folders) {
        const Node& f = m_nodes[folder];
        if (f.keys > 0)
            out.lines.push_back({f.path, true, f.keys, f.memory});
    }
    std::sort(out.lines.begin(), out.lines.end(),
        [](const KeyLine& a, const KeyLine& b) { return a.path < b.path; });

    const Leaves& leaves = node.leaves;
    const auto leafAt = [&](size_t i) {
        return leaf(leaves, i);
    };
    out.leaves = qint64(leaves.ends.size());
    std::vector<quint32> order(leaves.ends.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = quint32(i);
    const size_t shown = std::min(order.size(), size_t(leafLimit));
    const auto before = [&](quint32 a, quint32 b) {
        return leafAt(a).compare(leafAt(b)) < 0;
    };
    std::partial_sort(order.begin(), order.begin() + qsizetype(shown), order.end(), before);
    for (size_t i = 0; i < shown; ++i)
        out.lines.push_back({node.path + leafAt(order[i]).toByteArray(), false, 1, -1});
    return out;
}

QByteArrayView KeyTrie::leaf(const Leaves& leaves, size_t i)
{
    const quint32 from = i == 0 ? 0 : leaves.ends[i - 1];
    return {leaves.bytes.constData() + from, qsizetype(leaves.ends[i] - from)};
}

// A heap of the `limit` first names: one pass, and a name is only put together when it gets in.
FolderLines KeyTrie::flat(qint64 limit) const
{
    FolderLines out;
    std::vector<QByteArray> first; // the last of them by name on top
    const auto most = size_t(std::max<qint64>(limit, 0));
    for (const Node& node : m_nodes) {
        out.leaves += qint64(node.leaves.ends.size());
        // No key of this folder can come before the last one that is in.
        if (first.size() == most && (most == 0 || node.path > first.front()))
            continue;
        for (size_t i = 0; i < node.leaves.ends.size(); ++i) {
            QByteArray name = node.path + leaf(node.leaves, i).toByteArray();
            if (first.size() == most) {
                if (name >= first.front())
                    continue;
                std::pop_heap(first.begin(), first.end());
                first.pop_back();
            }
            first.push_back(std::move(name));
            std::push_heap(first.begin(), first.end());
        }
    }
    std::sort_heap(first.begin(), first.end());
    out.lines.reserve(first.size());
    for (QByteArray& name : first)
        out.lines.push_back({std::move(name), false, 1, -1});
    return out;
}

} // namespace pilothouse::queue
