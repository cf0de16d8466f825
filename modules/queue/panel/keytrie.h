// SPDX-License-Identifier: GPL-3.0-or-later
// KeyTrie: the names a walk has found, as folders by separator with counts and sizes. Lives on a
// lane; a leaf costs its last part, four bytes of place and eight of a hash that tells repeated
// names.
#pragma once

#include "queue/api/namebatch.h"

#include <QHash>

#include <deque>
#include <unordered_set>

namespace pilothouse::queue
{

// One line of a folder as the tree shows it.
struct KeyLine {
    QByteArray path; // full name of a key; of a folder up to and with its separator
    bool folder = false;
    qint64 keys = 1; // below it, itself included when it is a key
    qint64 memory = -1; // bytes of the keys measured so far; -1: none
    bool operator==(const KeyLine&) const = default;
};

struct FolderLines {
    QByteArray path; // empty: the root
    std::vector<KeyLine> lines; // folders first, each group by name
    qint64 leaves = 0; // keys directly in it, of which `lines` may hold the first ones only
    bool operator==(const FolderLines&) const = default;
};

class KeyTrie final
{
public:
    // An empty separator makes one flat list.
    explicit KeyTrie(QByteArray separator);
    KeyTrie(const KeyTrie&) = delete;
    KeyTrie& operator=(const KeyTrie&) = delete;

    bool add(QByteArrayView name); // false: was there
    void add(const NameBatch& batch);
    // Size of a key found before; counted once.
    void measure(const KeyDetail& detail);
    void remove(QByteArrayView name); // after an act deleted it

    qint64 keys() const { return m_nodes.front().keys; }
    qint64 measured() const { return qint64(m_measured.size()); }
    qint64 memory() const { return m_nodes.front().memory; }

    // `leafLimit` keys at most; folders are never cut.
    FolderLines lines(const QByteArray& path, qint64 leafLimit) const;
    // All keys by name, without folders, as lines of the root.
    FolderLines flat(qint64 limit) const;

private:
    struct Leaves {
        QByteArray bytes;
        std::vector<quint32> ends;
    };
    struct Node {
        quint32 parent = 0;
        QByteArray path;
        qint64 keys = 0;
        qint64 memory = -1;
        std::vector<quint32> folders;
        Leaves leaves;
    };

    quint32 folderFor(QByteArrayView name, qsizetype* leafAt, bool make);
    quint64 hashOf(QByteArrayView name) const;
    static QByteArrayView leaf(const Leaves& leaves, size_t i);

    const QByteArray m_separator;
    std::deque<Node> m_nodes; // 0 is the root; a deque keeps nodes in place
    QHash<QByteArray, quint32> m_byPath;
    std::unordered_set<quint64> m_seen;
    std::unordered_set<quint64> m_measured;
    quint32 m_lastFolder = 0; // names often come from the same folder
};

} // namespace pilothouse::queue
