// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/librarymodel.h"

#include "ui/plural.h"

#include <QLocale>
#include <QMimeData>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using Kind = LibraryRow::Kind;

LibraryModel::LibraryModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void LibraryModel::take(const Library& library)
{
    static const LibraryContent none;
    m_all = libraryRows(library.content() ? *library.content() : none, library.servers(),
        tr("%1, only on the server"), m_order);
    arrange();
}

void LibraryModel::setFilter(const QString& text)
{
    LibraryFilter filter = LibraryFilter::parse(text);
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    arrange();
}

void LibraryModel::toggle(const QString& id)
{
    setOpen(id, m_closed.contains(id));
}

void LibraryModel::setOpen(const QString& id, bool open)
{
    if (open == !m_closed.contains(id))
        return;
    if (open)
        m_closed.remove(id);
    else
        m_closed.insert(id);
    arrange();
}

void LibraryModel::setClosed(const QStringList& ids)
{
    m_closed = QSet<QString>(ids.begin(), ids.end());
    arrange();
}

void LibraryModel::redraw(const QString& id)
{
    const int at = indexOf(id);
    if (at >= 0)
        Q_EMIT dataChanged(index(at), index(at), {Qt::DecorationRole});
}

int LibraryModel::indexOf(const QString& id) const
{
    const auto at = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const LibraryRow& row) { return row.id == id; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

// A search looks into closed folders too; headings without a hit step back.
void LibraryModel::arrange()
{
    std::vector<LibraryRow> wanted;
    m_documents = m_allDocuments = m_dags = m_broken = 0;
    const bool all = m_filter.isEmpty();
    bool open = true;
    for (const LibraryRow& row : m_all) {
        if (row.isHeading()) {
            if (!all && !wanted.empty() && wanted.back().isHeading())
                wanted.pop_back();
            open = !all || !m_closed.contains(row.id);
            wanted.push_back(row);
            wanted.back().open = open;
            continue;
        }
        const bool document = row.kind == Kind::Document;
        m_allDocuments += document;
        if (!accepts(row))
            continue;
        m_documents += document;
        m_dags += !document;
        m_broken += document && !row.item.broken.isEmpty();
        if (open)
            wanted.push_back(row);
    }
    if (!all && !wanted.empty() && wanted.back().isHeading())
        wanted.pop_back();
    merge(std::move(wanted));
}

void LibraryModel::merge(std::vector<LibraryRow> wanted)
{
    QSet<QString> keep;
    for (const LibraryRow& row : wanted)
        keep.insert(row.id);
    for (int at = int(m_rows.size()) - 1; at >= 0; --at) {
        if (keep.contains(m_rows[size_t(at)].id))
            continue;
        int first = at;
        while (first > 0 && !keep.contains(m_rows[size_t(first) - 1].id))
            --first;
        beginRemoveRows({}, first, at);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + at + 1);
        endRemoveRows();
        at = first;
    }
    QSet<QString> have;
    for (const LibraryRow& row : m_rows)
        have.insert(row.id);
    for (size_t at = 0; at < wanted.size(); ++at) {
        const int place = int(at);
        if (at < m_rows.size() && m_rows[at].id == wanted[at].id) {
            if (m_rows[at] != wanted[at]) {
                m_rows[at] = std::move(wanted[at]);
                Q_EMIT dataChanged(index(place), index(place));
            }
        } else if (!have.contains(wanted[at].id)) {
            // As many as come in one piece.
            size_t end = at + 1;
            while (end < wanted.size() && !have.contains(wanted[end].id))
                ++end;
            beginInsertRows({}, place, int(end) - 1);
            m_rows.insert(m_rows.begin() + place, std::make_move_iterator(wanted.begin() + place),
                std::make_move_iterator(wanted.begin() + qsizetype(end)));
            endInsertRows();
            at = end - 1;
        } else {
            const int from = indexOf(wanted[at].id);
            beginMoveRows({}, from, from, {}, place);
            m_rows.erase(m_rows.begin() + from);
            m_rows.insert(m_rows.begin() + place, std::move(wanted[at]));
            endMoveRows();
            Q_EMIT dataChanged(index(place), index(place));
        }
    }
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_rows.size())
        return {};
    const LibraryRow& row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return !row.item.broken.isEmpty() ? row.item.file + u'\n' + row.item.broken
            : row.kind == Kind::Document  ? documentTip(row.item)
            : row.kind == Kind::Folder    ? row.id
                                          : row.item.note;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case IdRole:
        return row.id;
    case LineRole:
        return line(row);
    default:
        return {};
    }
}

QString LibraryModel::ago(const QDateTime& time) const
{
    const qint64 seconds = time.secsTo(QDateTime::currentDateTimeUtc());
    if (seconds < 60)
        return tr("just now");
    if (seconds < 3600)
        return tr("%n min ago", nullptr, int(seconds / 60));
    if (seconds < 24 * 3600)
        return tr("%n h ago", nullptr, int(seconds / 3600));
    return QLocale().toString(time.toTimeZone(m_zone).date(), QLocale::ShortFormat);
}

QString LibraryModel::missingWords(const QStringList& services)
{
    return services.isEmpty() ? QString()
                              : tr("The sandbox does not start %1, which it needs.")
                                    .arg(QLocale().createSeparatedList(services));
}

QString LibraryModel::documentTip(const LibraryItem& item)
{
    QStringList lines{item.file, item.note, missingWords(item.missing)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString LibraryModel::line(const LibraryRow& row) const
{
    if (row.kind == Kind::Folder && row.missing)
        return tr("This folder is not there. The first pipeline makes it.");
    if (row.isHeading())
        return row.problem;
    if (!row.item.broken.isEmpty())
        return row.item.broken;
    QStringList parts;
    if (row.title != row.item.name)
        parts.append(row.item.name);
    if (!row.owner.isEmpty())
        parts.append(row.owner);
    if (row.kind == Kind::Document)
        parts.append(tr("%n nodes", nullptr, row.item.nodes));
    if (row.run && row.run->start.isValid())
        parts.append(ago(row.run->start));
    else if (row.kind == Kind::Document)
        parts.append(row.deployed ? tr("never ran") : tr("not deployed"));
    // What runs somewhere has its services there.
    if (row.kind == Kind::Document && !row.deployed && !row.run && !row.item.missing.isEmpty())
        parts.append(
            tr("not in the sandbox: %1").arg(QLocale().createSeparatedList(row.item.missing)));
    return parts.join(u" · ");
}

QString LibraryModel::spoken(const LibraryRow& row) const
{
    QStringList parts{row.title};
    if (row.kind == Kind::Folder)
        parts.append(tr("folder, %n pipelines", nullptr, row.count));
    else if (row.kind == Kind::Server)
        parts.append(tr("%n DAGs", nullptr, row.count));
    else if (!row.item.broken.isEmpty())
        parts.append(tr("cannot be read"));
    if (row.isHeading())
        parts.append(row.open ? tr("open") : tr("closed"));
    if (row.run)
        parts.append(row.run->state);
    if (row.paused)
        parts.append(tr("paused"));
    parts.append(line(row));
    if (!row.tags.isEmpty())
        parts.append(row.tags.join(u", "));
    parts.removeAll(QString());
    return parts.join(u", ");
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (!index.isValid())
        return flags;
    const LibraryRow& row = m_rows[size_t(index.row())];
    if (row.kind == Kind::Document)
        flags |= Qt::ItemIsDragEnabled;
    if (row.kind == Kind::Document || row.kind == Kind::Folder)
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QStringList LibraryModel::mimeTypes() const
{
    return {QString::fromLatin1(kMime)};
}

QMimeData* LibraryModel::mimeData(const QModelIndexList& indexes) const
{
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(
            QString::fromLatin1(kMime), m_rows[size_t(indexes.first().row())].item.file.toUtf8());
    return data;
}

bool LibraryModel::canDropMimeData(
    const QMimeData* data, Qt::DropAction, int, int, const QModelIndex& parent) const
{
    return data->hasFormat(QString::fromLatin1(kMime)) && parent.isValid()
        && flags(parent).testFlag(Qt::ItemIsDropEnabled);
}

// The file moves, and the list follows once it has: nothing is removed here.
bool LibraryModel::dropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const LibraryRow& to = m_rows[size_t(parent.row())];
    const QString folder = to.place.isEmpty() ? to.root : to.root + u'/' + to.place;
    Q_EMIT moveAsked(QString::fromUtf8(data->data(QString::fromLatin1(kMime))), folder);
    return false;
}

} // namespace pilothouse::pipelines
