// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/deadlettermodel.h"

#include "streams/panel/messagebytes.h"
#include "streams/panel/resetmodel.h"
#include "streams/panel/sheettable.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/tokens.h"

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr qsizetype kShownValue = 300; // bytes in a cell
constexpr auto kTyped = "typed"_L1; // of a saved edit: the form as it stands

qint64 sizeOf(const Message& message)
{
    qint64 size = 200 + message.key.size() + message.value.size();
    for (const MessageHeader& header : message.headers)
        size += 50 + header.name.size() + header.value.size();
    return size;
}

bool isNewer(const DeadLetter& a, const DeadLetter& b)
{
    const Message& left = a.message;
    const Message& right = b.message;
    if (left.timestamp != right.timestamp)
        return left.timestamp > right.timestamp;
    return left.partition != right.partition ? left.partition < right.partition
                                             : left.offset > right.offset;
}

} // namespace

DeadLetterModel::Id DeadLetterModel::idOf(const DeadLetter& letter)
{
    return {letter.message.partition, letter.message.offset};
}

void DeadLetterModel::clear()
{
    beginResetModel();
    m_letters.clear();
    m_rows.clear();
    m_bytes = 0;
    m_chosen.clear();
    m_edits.clear();
    m_unfinished.clear();
    m_redriven.clear();
    m_failures.clear();
    endResetModel();
    Q_EMIT marksChanged();
}

bool DeadLetterModel::merge(const std::vector<Message>& messages)
{
    std::vector<DeadLetter> fresh;
    bool full = false;
    for (const Message& message : messages) {
        if (m_rows.count({message.partition, message.offset}))
            continue;
        full = m_letters.size() + fresh.size() >= kMostLetters || m_bytes >= kMostBytes;
        if (full)
            break;
        m_bytes += sizeOf(message);
        fresh.push_back(deadLetterOf(message));
    }
    if (fresh.empty())
        return !full;
    const int count = rowCount();
    beginInsertRows({}, count, count + int(fresh.size()) - 1);
    std::move(fresh.begin(), fresh.end(), std::back_inserter(m_letters));
    for (int row = count; row < rowCount(); ++row)
        m_rows[idOf(letter(row))] = row;
    endInsertRows();
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<Id> ids;
    for (const QModelIndex& index : before)
        ids.push_back(idOf(letter(index.row())));
    std::stable_sort(m_letters.begin(), m_letters.end(), isNewer);
    for (int row = 0; row < rowCount(); ++row)
        m_rows[idOf(letter(row))] = row;
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowOf(ids[size_t(i)]), before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    return !full;
}

void DeadLetterModel::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    if (!m_letters.empty())
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

int DeadLetterModel::rowOf(const Id& id) const
{
    const auto at = m_rows.find(id);
    return at == m_rows.end() ? -1 : at->second;
}

std::vector<DeadLetterModel::Group> DeadLetterModel::groups() const
{
    std::map<std::pair<QString, QString>, Group> found;
    for (int row = 0; row < rowCount(); ++row) {
        const DeadLetter& one = letter(row);
        Group& group = found[{one.topic, one.error}];
        group.topic = one.topic;
        group.error = one.error;
        ++group.count;
        group.open += isRedriven(row) ? 0 : 1;
    }
    std::vector<Group> out;
    for (const auto& [key, group] : found)
        out.push_back(group);
    std::stable_sort(
        out.begin(), out.end(), [](const Group& a, const Group& b) { return a.count > b.count; });
    return out;
}

void DeadLetterModel::choose(const std::vector<int>& rows, bool on)
{
    for (const int row : rows) {
        if (on && !isRedriven(row))
            m_chosen.insert(idOf(letter(row)));
        else if (!on)
            m_chosen.erase(idOf(letter(row)));
    }
    if (!rows.empty())
        Q_EMIT dataChanged(index(*std::min_element(rows.begin(), rows.end()), 0),
            index(*std::max_element(rows.begin(), rows.end()), 0), {Qt::CheckStateRole});
    Q_EMIT marksChanged();
}

std::vector<int> DeadLetterModel::chosen() const
{
    std::vector<int> out;
    for (int row = rowCount() - 1; row >= 0; --row)
        if (isChosen(row))
            out.push_back(row);
    return out;
}

Draft DeadLetterModel::draft(int row) const
{
    const auto edit = m_edits.find(idOf(letter(row)));
    return edit != m_edits.end() ? edit->second : draftOf(letter(row).message);
}

void DeadLetterModel::setEdit(int row, const std::optional<Draft>& draft)
{
    const Id id = idOf(letter(row));
    m_unfinished.erase(id);
    if (!draft || *draft == draftOf(letter(row).message))
        m_edits.erase(id);
    else
        m_edits[id] = *draft;
    rowChanged(row);
}

void DeadLetterModel::setUnfinished(int row, const QJsonObject& typed)
{
    const Id id = idOf(letter(row));
    if (typed.isEmpty())
        m_unfinished.erase(id);
    else
        m_unfinished[id] = typed;
    rowChanged(row);
}

QJsonObject DeadLetterModel::unfinished(int row) const
{
    const auto at = m_unfinished.find(idOf(letter(row)));
    return at == m_unfinished.end() ? QJsonObject() : at->second;
}

int DeadLetterModel::edits() const
{
    std::set<Id> open;
    for (const auto& [id, draft] : m_edits)
        open.insert(id);
    for (const auto& [id, typed] : m_unfinished)
        open.insert(id);
    std::erase_if(open, [this](const Id& id) { return m_redriven.count(id) > 0; });
    return int(open.size());
}

QJsonObject DeadLetterModel::saveEdits() const
{
    const auto nameOf = [](const Id& id) -> QString {
        return u"%1@%2"_s.arg(id.first).arg(id.second);
    };
    QJsonObject out;
    for (const auto& [id, draft] : m_edits)
        if (m_redriven.count(id) == 0)
            out[nameOf(id)] = draftJson(draft);
    for (const auto& [id, typed] : m_unfinished) {
        if (m_redriven.count(id) > 0)
            continue;
        QJsonObject one = out[nameOf(id)].toObject(); // empty: it was never finished
        one[kTyped] = typed;
        out[nameOf(id)] = one;
    }
    return out;
}

void DeadLetterModel::restoreEdits(const QJsonObject& saved)
{
    for (auto at = saved.begin(); at != saved.end(); ++at) {
        const QStringList place = at.key().split(u'@');
        if (place.size() != 2)
            continue;
        const Id id{place[0].toInt(), place[1].toLongLong()};
        QJsonObject one = at->toObject();
        if (const QJsonValue typed = one.take(kTyped); typed.isObject())
            m_unfinished[id] = typed.toObject();
        if (!one.isEmpty())
            m_edits[id] = draftOf(one);
    }
    if (!m_letters.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT marksChanged();
}

void DeadLetterModel::dropLostEdits()
{
    const auto isLost = [this](const auto& edit) {
        return rowOf(edit.first) < 0;
    };
    const auto lost = std::erase_if(m_edits, isLost) + std::erase_if(m_unfinished, isLost);
    if (lost > 0)
        Q_EMIT marksChanged();
}

void DeadLetterModel::setRedriven(const Id& id, const QString& where)
{
    m_redriven[id] = where;
    m_failures.erase(id);
    m_chosen.erase(id);
    if (const int row = rowOf(id); row >= 0)
        rowChanged(row);
}

void DeadLetterModel::setFailed(const Id& id, const QString& why)
{
    m_failures[id] = why;
    if (const int row = rowOf(id); row >= 0)
        rowChanged(row);
}

QString DeadLetterModel::failure(int row) const
{
    const auto at = m_failures.find(idOf(letter(row)));
    return at == m_failures.end() ? QString() : at->second;
}

void DeadLetterModel::rowChanged(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT marksChanged();
}

int DeadLetterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_letters.size());
}

int DeadLetterModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DeadLetterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{
        tr("Part. @ offset"), tr("Time"), tr("Was in"), tr("Error"), tr("Key"), tr("Value")};
    return names.value(section);
}

QString DeadLetterModel::text(int row, int column) const
{
    const DeadLetter& one = letter(row);
    switch (column) {
    case Place:
        return u"%1 @ %2"_s.arg(one.message.partition).arg(one.message.offset);
    case Time:
        return one.message.timestamp < 0
            ? u"–"_s
            : QDateTime::fromMSecsSinceEpoch(one.message.timestamp, Qt::UTC)
                  .toTimeZone(m_zone)
                  .toString(u"MM-dd HH:mm:ss"_s);
    case To:
        return one.topic.isEmpty() ? tr("not told") : one.topic;
    case Reason:
        if (isRedriven(row))
            return tr("written to %1").arg(m_redriven.at(idOf(one)));
        return failure(row).isEmpty() ? one.error : failure(row);
    case Key:
        return shownBytes(draft(row).key, 60);
    case Value:
        return shownBytes(draft(row).value, kShownValue);
    default:
        return {};
    }
}

QVariant DeadLetterModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        if (column == Reason)
            return failure(row).isEmpty() ? letter(row).detail.left(2000) : failure(row);
        return column == To || column == Key ? text(row, column) : QVariant();
    case Qt::CheckStateRole:
        return column == Place && !isRedriven(row)
            ? QVariant(int(isChosen(row) ? Qt::Checked : Qt::Unchecked))
            : QVariant();
    case SheetTable::MonoRole:
        return column != To && column != Reason;
    case SheetTable::EditedRole:
        return column == Value && (isEdited(row) || isUnfinished(row)) && !isRedriven(row);
    case SheetTable::GlyphRole:
        return column != Reason       ? QVariant()
            : isRedriven(row)         ? QVariant(int(ui::Glyph::Ok))
            : !failure(row).isEmpty() ? QVariant(int(ui::Glyph::Error))
                                      : QVariant();
    case SheetTable::ToneRole:
        if (isRedriven(row))
            return int(Token::Text3);
        if (column == Reason && !failure(row).isEmpty())
            return int(Token::StatusError);
        return int(
            column == Time || column == Place || (column == To && letter(row).topic.isEmpty())
                ? Token::Text2
                : Token::Text);
    default:
        return {};
    }
}

bool DeadLetterModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || isRedriven(index.row()))
        return false;
    choose({index.row()}, value.toInt() == int(Qt::Checked));
    return true;
}

Qt::ItemFlags DeadLetterModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags out = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Place && !isRedriven(index.row()))
        out |= Qt::ItemIsUserCheckable;
    return out;
}

} // namespace pilothouse::streams
