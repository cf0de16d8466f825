// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettemodel.h"

#include "ui/grid/celltext.h"

#include <algorithm>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

PaletteModel::PaletteModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void PaletteModel::setHits(std::vector<PaletteHit> hits)
{
    struct Group {
        QString name;
        int best = 0;
        std::vector<PaletteHit> hits;
    };
    std::vector<Group> groups;
    for (PaletteHit& hit : hits) {
        auto group = std::find_if(
            groups.begin(), groups.end(), [&](const Group& g) { return g.name == hit.item.group; });
        if (group == groups.end())
            group = groups.insert(groups.end(), Group{hit.item.group, hit.score, {}});
        group->best = std::max(group->best, hit.score);
        group->hits.push_back(std::move(hit));
    }
    std::stable_sort(groups.begin(), groups.end(),
        [](const Group& a, const Group& b) { return a.best > b.best; });
    beginResetModel(); // another query is another subject
    m_rows.clear();
    m_hitCount = 0;
    for (Group& group : groups) {
        m_rows.push_back({true, group.name, {}});
        for (PaletteHit& hit : group.hits) {
            m_rows.push_back({false, {}, std::move(hit)});
            ++m_hitCount;
        }
    }
    endResetModel();
}

const PaletteItem* PaletteModel::item(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return nullptr;
    const Row& row = m_rows[static_cast<size_t>(index.row())];
    return row.isHeading ? nullptr : &row.hit.item;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<size_t>(index.row())];
    const PaletteItem& item = row.hit.item;
    switch (role) {
    case HeadingRole:
        return row.isHeading;
    case Qt::DisplayRole:
        // One line, whatever the name holds; the places of its letters stay.
        return row.isHeading ? row.heading : withSymbols(item.name);
    case Qt::AccessibleTextRole: {
        if (row.isHeading)
            return row.heading;
        QStringList words{item.name};
        for (const QString& more : {item.context, item.keys})
            if (!more.isEmpty())
                words << more;
        return words.join(u", "_s);
    }
    case ContextRole:
        return withSymbols(item.context);
    case IconRole:
        return item.iconName;
    case KeysRole:
        return item.keys;
    case PlacesRole:
        return QVariant::fromValue(QList<int>(row.hit.places.begin(), row.hit.places.end()));
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    const PaletteItem* found = item(index);
    if (!found)
        return Qt::NoItemFlags;
    return found->enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsSelectable;
}

} // namespace pilothouse::ui
