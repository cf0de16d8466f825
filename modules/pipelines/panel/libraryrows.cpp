// SPDX-License-Identifier: GPL-3.0-or-later
// From what was read and asked to the rows of the list, and which of them a filter takes.
#include "pipelines/panel/librarymodel.h"

#include <QDir>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

using Kind = LibraryRow::Kind;

// "~/Pilothouse/pipelines"
QString shownPath(const QString& path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

LibraryRow folderRow(const LibraryFolder& folder, const QString& place)
{
    LibraryRow row;
    row.kind = Kind::Folder;
    row.id = folder.root + u'/' + place;
    row.title = place.isEmpty() ? shownPath(folder.root) : place.section(u'/', -1);
    row.root = folder.root;
    row.place = place;
    row.depth = place.isEmpty() ? 0 : int(place.count(u'/')) + 1;
    row.problem = place.isEmpty() ? folder.problem : QString();
    row.missing = !folder.exists;
    return row;
}

// The server on which a DAG of this name ran last.
void joinServer(LibraryRow& row, const std::map<ServiceId, LibraryServer>& servers)
{
    for (const auto& [id, server] : servers) {
        for (const workflow::DagInfo& dag : server.dags) {
            if (dag.id != row.item.name)
                continue;
            const auto run = server.newest.constFind(dag.id);
            const bool newer
                = run != server.newest.constEnd() && (!row.run || row.run->after < run->after);
            if (row.deployed && !newer)
                continue;
            row.deployed = true;
            row.service = id;
            row.serverTitle = server.title;
            row.paused = dag.paused;
            row.run = run == server.newest.constEnd() ? std::nullopt : std::optional(*run);
        }
    }
}

LibraryRow documentRow(
    const LibraryItem& item, int depth, const std::map<ServiceId, LibraryServer>& servers)
{
    LibraryRow row;
    row.id = item.id();
    row.title = item.shownTitle();
    row.root = item.root;
    row.place = item.place;
    row.item = item;
    row.owner = item.owner;
    row.tags = item.tags;
    row.depth = depth;
    joinServer(row, servers);
    return row;
}

LibraryRow dagRow(const LibraryServer& server, const workflow::DagInfo& dag)
{
    LibraryRow row;
    row.kind = Kind::Dag;
    row.id = server.service + u'\n' + dag.id;
    row.title = dag.title.isEmpty() ? dag.id : dag.title;
    row.item.name = dag.id;
    row.item.note = dag.description;
    row.service = server.service;
    row.serverTitle = server.title;
    row.owner = dag.owners.join(u", ");
    row.tags = dag.tags;
    row.paused = dag.paused;
    row.deployed = true;
    row.problem = dag.importErrors ? u"import error"_s : QString();
    const auto run = server.newest.constFind(dag.id);
    if (run != server.newest.constEnd())
        row.run = *run;
    return row;
}

// The last that ran first; behind them what never ran, by name.
bool isBefore(const LibraryRow& a, const LibraryRow& b, LibraryOrder order)
{
    if (order == LibraryOrder::LastRun && a.run.has_value() != b.run.has_value())
        return a.run.has_value();
    if (order == LibraryOrder::LastRun && a.run && a.run->after != b.run->after)
        return a.run->after > b.run->after;
    return a.title.compare(b.title, Qt::CaseInsensitive) < 0;
}

} // namespace

std::vector<LibraryRow> libraryRows(const LibraryContent& content,
    const std::map<ServiceId, LibraryServer>& servers, const QString& onlyThere, LibraryOrder order)
{
    const auto sort = [order](auto first, auto last) {
        std::stable_sort(first, last,
            [order](const LibraryRow& a, const LibraryRow& b) { return isBefore(a, b, order); });
    };
    std::vector<LibraryRow> rows;
    QSet<QString> names;
    for (const LibraryFolder& folder : content.folders) {
        const auto add = [&](const QString& place) {
            const size_t head = rows.size();
            rows.push_back(folderRow(folder, place));
            std::vector<LibraryRow> inside;
            for (const LibraryItem& item : content.items) {
                if (item.root == folder.root && item.place == place) {
                    names.insert(item.name);
                    inside.push_back(documentRow(item, rows[head].depth, servers));
                }
            }
            sort(inside.begin(), inside.end());
            rows[head].count = int(inside.size());
            rows.insert(rows.end(), inside.begin(), inside.end());
        };
        add({});
        for (const QString& place : folder.places)
            add(place);
    }
    for (const auto& [id, server] : servers) {
        const size_t head = rows.size();
        LibraryRow heading;
        heading.kind = Kind::Server;
        heading.id = u"server\n"_s + id;
        heading.title = onlyThere.arg(server.title);
        heading.service = id;
        rows.push_back(heading);
        for (const workflow::DagInfo& dag : server.dags) {
            if (!names.contains(dag.id))
                rows.push_back(dagRow(server, dag));
        }
        if (order == LibraryOrder::LastRun)
            sort(rows.begin() + qsizetype(head) + 1, rows.end());
        rows[head].count = int(rows.size() - head) - 1;
        if (server.error && server.dags.empty())
            rows[head].problem = server.error->detail;
        if (rows[head].count == 0 && rows[head].problem.isEmpty())
            rows.pop_back();
    }
    return rows;
}

LibraryFilter LibraryFilter::parse(const QString& text)
{
    LibraryFilter filter;
    for (const QString& word : text.toLower().split(u' ', Qt::SkipEmptyParts)) {
        const QString value = word.section(u':', 1);
        if (word.startsWith("tag:"_L1))
            filter.tags.append(value);
        else if (word.startsWith("owner:"_L1))
            filter.owners.append(value);
        else if (word.startsWith("state:"_L1))
            filter.states.append(value);
        else if (word == u"is:broken")
            filter.broken = true;
        else
            filter.words.append(word);
    }
    for (QStringList* list : {&filter.tags, &filter.owners, &filter.states})
        list->removeAll(QString());
    return filter;
}

bool LibraryModel::accepts(const LibraryRow& row) const
{
    const auto in = [](const QString& text, const QString& word) {
        return text.contains(word, Qt::CaseInsensitive);
    };
    const QString tags = row.tags.join(u'\n');
    for (const QString& word : m_filter.words) {
        if (!in(row.title, word) && !in(row.item.name, word) && !in(row.owner, word)
            && !in(tags, word) && !in(row.item.note, word) && !in(row.place, word))
            return false;
    }
    for (const QString& tag : m_filter.tags) {
        if (!in(tags, tag))
            return false;
    }
    for (const QString& owner : m_filter.owners) {
        if (!in(row.owner, owner))
            return false;
    }
    for (const QString& state : m_filter.states) {
        if (!row.run || !in(row.run->state, state))
            return false;
    }
    return !m_filter.broken || !row.item.broken.isEmpty() || row.item.errors > 0
        || !row.problem.isEmpty();
}

} // namespace pilothouse::pipelines
