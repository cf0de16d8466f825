// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/dagmodel.h"

#include "ui/words.h"
#include "workflow/api/schedule.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/worktext.h"

#include <QSet>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

DagFilter DagFilter::parse(const QString& text)
{
    DagFilter filter;
    for (const QString& part : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = part.indexOf(u':');
        const QString key = part.first(std::max<qsizetype>(0, colon));
        const QString value = part.mid(colon + 1);
        if (colon > 0 && value.isEmpty()
            && (key == "tag"_L1 || key == "owner"_L1 || key == "state"_L1 || key == "paused"_L1
                || key == "is"_L1))
            continue; // still being typed
        if (key == "tag"_L1)
            filter.tags.append(value);
        else if (key == "owner"_L1)
            filter.owners.append(value);
        else if (key == "state"_L1)
            filter.states.append(value);
        else if (key == "paused"_L1)
            filter.paused = u"yes true 1"_s.contains(value);
        else if (key == "is"_L1 && u"paused"_s.startsWith(value))
            filter.paused = true;
        else if (key == "is"_L1 && u"active"_s.startsWith(value))
            filter.paused = false;
        else if (key == "is"_L1)
            filter.states.append(value);
        else
            filter.words.append(part);
    }
    return filter;
}

bool DagFilter::accepts(const DagInfo& dag, const StateWord& state) const
{
    const auto among = [](const QStringList& list, const QString& part) {
        return std::any_of(list.begin(), list.end(),
            [&part](const QString& s) { return s.contains(part, Qt::CaseInsensitive); });
    };
    if (paused && dag.paused != *paused)
        return false;
    for (const QString& word : words)
        if (!dag.id.contains(word, Qt::CaseInsensitive)
            && !dag.title.contains(word, Qt::CaseInsensitive) && !among(dag.tags, word)
            && !among(dag.owners, word))
            return false;
    for (const QString& tag : tags)
        if (!among(dag.tags, tag))
            return false;
    for (const QString& owner : owners)
        if (!among(dag.owners, owner))
            return false;
    // The begin of a state is enough while one types.
    return states.isEmpty()
        || std::any_of(states.begin(), states.end(),
            [&state](const QString& begin) { return state.startsWith(begin); });
}

DagModel::DagModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void DagModel::take(const RunFeed& feed)
{
    std::vector<Row> all;
    all.reserve(feed.dags().size());
    m_attention = 0;
    for (const DagInfo& info : feed.dags()) {
        Row row{info, feed.bars(info.id), {}, info.importErrors};
        if (!row.runs.empty()) {
            row.state = row.runs.back().state;
            row.attention = row.attention || row.state == "failed"_L1;
        }
        m_attention += row.attention ? 1 : 0;
        all.push_back(std::move(row));
    }
    QSet<QString> changed;
    size_t old = 0;
    for (const Row& row : all) {
        while (old < m_all.size() && m_all[old].info.id < row.info.id)
            ++old;
        if (old < m_all.size() && m_all[old].info.id == row.info.id && !(m_all[old] == row))
            changed.insert(row.info.id);
    }
    // m_shown points into m_all: the rows on screen keep their place until arrange() moves them.
    std::vector<QString> ids = m_ids;
    QHash<QString, int> at;
    for (size_t i = 0; i < all.size(); ++i)
        at.insert(all[i].info.id, int(i));
    for (int i = int(ids.size()) - 1; i >= 0; --i) {
        if (at.contains(ids[size_t(i)]))
            continue;
        beginRemoveRows({}, i, i);
        m_shown.erase(m_shown.begin() + i);
        m_ids.erase(m_ids.begin() + i);
        endRemoveRows();
    }
    m_all = std::move(all);
    for (size_t i = 0; i < m_ids.size(); ++i)
        m_shown[i] = at.value(m_ids[i]);
    arrange();
    for (size_t i = 0; i < m_ids.size(); ++i)
        if (changed.contains(m_ids[i]))
            Q_EMIT dataChanged(index(int(i)), index(int(i)));
    Q_EMIT countsChanged();
}

void DagModel::setFilter(const QString& text)
{
    const DagFilter filter = DagFilter::parse(text);
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrange();
    Q_EMIT countsChanged();
}

void DagModel::setOrder(Order order)
{
    if (std::exchange(m_order, order) != order)
        arrange();
}

// From the rows shown to the rows wanted: what goes, what comes, then the order.
void DagModel::arrange()
{
    std::vector<int> wanted;
    for (int i = 0; i < int(m_all.size()); ++i)
        if (m_filter.accepts(m_all[size_t(i)].info, m_all[size_t(i)].state))
            wanted.push_back(i);
    const auto before = [this](int a, int b) {
        const Row& x = m_all[size_t(a)];
        const Row& y = m_all[size_t(b)];
        if (m_order == Order::Attention && x.attention != y.attention)
            return x.attention;
        if (m_order == Order::NextRun && x.info.nextRun != y.info.nextRun)
            return x.info.nextRun.isValid()
                && (!y.info.nextRun.isValid() || x.info.nextRun < y.info.nextRun);
        return a < b;
    };
    std::stable_sort(wanted.begin(), wanted.end(), before);
    if (wanted == m_shown)
        return;
    const QSet<int> keep(wanted.begin(), wanted.end());
    for (int last = int(m_shown.size()) - 1; last >= 0;) {
        if (keep.contains(m_shown[size_t(last)])) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !keep.contains(m_shown[size_t(first) - 1]))
            --first;
        beginRemoveRows({}, first, last);
        m_shown.erase(m_shown.begin() + first, m_shown.begin() + last + 1);
        m_ids.erase(m_ids.begin() + first, m_ids.begin() + last + 1);
        endRemoveRows();
        last = first - 1;
    }
    const QSet<int> have(m_shown.begin(), m_shown.end());
    std::vector<int> fresh;
    for (const int i : wanted)
        if (!have.contains(i))
            fresh.push_back(i);
    if (!fresh.empty()) {
        beginInsertRows({}, int(m_shown.size()), int(m_shown.size()) + int(fresh.size()) - 1);
        for (const int i : fresh) {
            m_shown.push_back(i);
            m_ids.push_back(m_all[size_t(i)].info.id);
        }
        endInsertRows();
    }
    if (m_shown == wanted)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    QHash<int, int> place;
    for (size_t i = 0; i < wanted.size(); ++i)
        place.insert(wanted[i], int(i));
    const QModelIndexList persistent = persistentIndexList();
    QModelIndexList moved;
    for (const QModelIndex& i : persistent)
        moved.append(index(place.value(m_shown[size_t(i.row())])));
    m_shown = wanted;
    for (size_t i = 0; i < wanted.size(); ++i)
        m_ids[i] = m_all[size_t(wanted[i])].info.id;
    changePersistentIndexList(persistent, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

int DagModel::indexOf(const QString& dag) const
{
    const auto it = std::find(m_ids.begin(), m_ids.end(), dag);
    return it == m_ids.end() ? -1 : int(it - m_ids.begin());
}

int DagModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QString DagModel::spoken(const Row& row) const
{
    QStringList parts{row.info.id, ui::words(scheduleOf(row.info))};
    if (row.info.paused)
        parts.append(tr("paused"));
    if (row.info.importErrors)
        parts.append(tr("its file has an error"));
    if (!row.state.isEmpty())
        parts.append(tr("last run %1").arg(row.state));
    QHash<StateWord, int> counts;
    for (const RunInfo& run : row.runs)
        ++counts[run.state];
    std::vector<std::pair<StateWord, int>> list;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        list.emplace_back(it.key(), it.value());
    if (!list.empty())
        parts.append(WorkText::counts(list));
    return parts.join(u", "_s);
}

QString DagModel::line(const DagInfo& dag) const
{
    QStringList parts{ui::words(scheduleOf(dag))};
    if (dag.nextRun.isValid() && !dag.paused)
        parts.append(tr("next %1").arg(dag.nextRun.toTimeZone(m_zone).toString(u"MM-dd HH:mm"_s)));
    parts += dag.tags;
    parts += dag.owners;
    return parts.join(u" · "_s);
}

QVariant DagModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& at = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return at.info.title.isEmpty() ? at.info.id : at.info.title;
    case IdRole:
        return at.info.id;
    case StateRole:
        return at.state;
    case ScheduleRole:
        return ui::words(scheduleOf(at.info));
    case LineRole:
        return line(at.info);
    case PausedRole:
        return at.info.paused;
    case Qt::AccessibleTextRole:
        return spoken(at);
    case Qt::ToolTipRole: {
        QStringList lines{at.info.id};
        if (!at.info.description.isEmpty())
            lines.append(at.info.description);
        if (!at.info.tags.isEmpty())
            lines.append(tr("Tags: %1").arg(at.info.tags.join(u", "_s)));
        if (!at.info.owners.isEmpty())
            lines.append(tr("Owner: %1").arg(at.info.owners.join(u", "_s)));
        if (at.info.nextRun.isValid())
            lines.append(
                tr("Next run: %1")
                    .arg(at.info.nextRun.toTimeZone(m_zone).toString(u"yyyy-MM-dd HH:mm"_s)));
        lines.append(spoken(at));
        return lines.join(u'\n');
    }
    default:
        return {};
    }
}

} // namespace pilothouse::workflow
