// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/valuemodel.h"

#include "queue/api/commandline.h"
#include "ui/shownzone.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kFieldColumns = 6;

bool isDigits(QByteArrayView s)
{
    return !s.isEmpty()
        && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

ValueModel::Kind ValueModel::kindOf(QByteArrayView value)
{
    if (!isPlainText(value))
        return Kind::Binary;
    const QByteArrayView body = value.startsWith('-') ? value.sliced(1) : value;
    if (isDigits(body) && body.size() <= 20) {
        // Seconds or milliseconds between 2001 and 2286.
        const bool seconds = body.size() == 10, millis = body.size() == 13;
        return value == body && (seconds || millis) && body.front() == '1' ? Kind::Time
                                                                           : Kind::Integer;
    }
    const qsizetype dot = body.indexOf('.');
    if (dot > 0 && isDigits(body.first(dot)) && isDigits(body.sliced(dot + 1)))
        return Kind::Number;
    if (value.size() > 1 && value.size() < 100'000
        && (value.front() == '{' || value.front() == '[')) {
        QJsonParseError error;
        QJsonDocument::fromJson(value.toByteArray(), &error);
        if (error.error == QJsonParseError::NoError)
            return Kind::Json;
    }
    return Kind::Text;
}

QString ValueModel::wordOf(Kind kind)
{
    switch (kind) {
    case Kind::Text:
        return u"str"_s;
    case Kind::Integer:
        return u"int"_s;
    case Kind::Number:
        return u"num"_s;
    case Kind::Time:
        return u"time"_s;
    case Kind::Json:
        return u"json"_s;
    case Kind::Binary:
        return u"bin"_s;
    }
    return {};
}

QString ValueModel::oneLine(QByteArrayView value)
{
    const QByteArrayView part = value.first(std::min<qsizetype>(value.size(), 600));
    if (!isPlainText(value))
        return entityName(part);
    QString text = QString::fromUtf8(part);
    text.replace(u'\n', QChar(0x21B5)).replace(u'\t', QChar(0x21E5)).remove(u'\r');
    return text;
}

void ValueModel::setSubject(KeyType type)
{
    beginResetModel();
    m_type = type;
    m_rows.clear();
    m_names.clear();
    m_total = 0;
    m_next.clear();
    m_fields.clear();
    endResetModel();
}

QByteArray ValueModel::streamField(int column) const
{
    return m_type == KeyType::Stream && column >= 2 && column < columnCount()
        ? keyOfEntity(m_fields[column - 2])
        : QByteArray();
}

void ValueModel::learnFields(const std::vector<ValueRow>& rows)
{
    if (m_type != KeyType::Stream)
        return;
    QStringList fields = m_fields;
    for (const ValueRow& row : rows) {
        for (const auto& [name, value] : row.pairs) {
            const QString field = entityName(name);
            if (fields.size() < kFieldColumns && !fields.contains(field))
                fields += field;
        }
    }
    if (fields.size() == m_fields.size())
        return;
    const int first = columnCount();
    beginInsertColumns({}, first, first + int(fields.size() - m_fields.size()) - 1);
    m_fields = fields;
    endInsertColumns();
}

// A hash that changes meanwhile may tell a field twice, and one may have been looked up before.
void ValueModel::append(const ValuePage& page)
{
    learnFields(page.rows);
    m_total = page.total;
    m_next = page.next;
    std::vector<ValueRow> fresh;
    std::copy_if(page.rows.begin(), page.rows.end(), std::back_inserter(fresh),
        [this](const ValueRow& row) { return m_type != KeyType::Hash || isNewField(row.field); });
    if (fresh.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

bool ValueModel::isNewField(const QByteArray& field)
{
    const qsizetype before = m_names.size();
    m_names.insert(field);
    return m_names.size() > before;
}

int ValueModel::put(const ValueRow& value)
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const ValueRow& row) { return row.field == value.field; });
    if (at == m_rows.end()) {
        append({{value}, m_next, m_total});
        return rowCount() - 1;
    }
    const int row = int(at - m_rows.begin());
    set(row, value);
    return row;
}

void ValueModel::prepend(const std::vector<ValueRow>& newest, int most)
{
    std::vector<ValueRow> fresh;
    for (const ValueRow& row : newest) { // newest first; stop at what is there already
        if (!m_rows.empty() && row.field == m_rows.front().field)
            break;
        fresh.push_back(row);
    }
    if (fresh.empty())
        return;
    learnFields(fresh);
    beginInsertRows({}, 0, int(fresh.size()) - 1);
    m_rows.insert(m_rows.begin(), fresh.begin(), fresh.end());
    m_total += qint64(fresh.size());
    endInsertRows();
    if (int(m_rows.size()) > most) {
        beginRemoveRows({}, most, rowCount() - 1);
        m_rows.resize(size_t(most));
        m_next = '(' + m_rows.back().field;
        endRemoveRows();
    }
}

void ValueModel::set(int row, const ValueRow& value)
{
    m_rows[size_t(row)] = value;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void ValueModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_names.remove(m_rows[size_t(row)].field);
    m_rows.erase(m_rows.begin() + row);
    --m_total;
    endRemoveRows();
}

int ValueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ValueModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    switch (m_type) {
    case KeyType::Hash:
        return 4;
    case KeyType::List:
        return 4;
    case KeyType::Set:
        return 3;
    case KeyType::SortedSet:
        return 3;
    case KeyType::Stream:
        return 2 + int(m_fields.size());
    case KeyType::String:
    case KeyType::Unknown:
    case KeyType::Other:
        break;
    }
    return 0;
}

QByteArray ValueModel::bytesAt(int row, int column) const
{
    const ValueRow& r = m_rows[size_t(row)];
    switch (m_type) {
    case KeyType::Hash:
        return column == 0 ? r.field : r.value;
    case KeyType::List:
        return column == 0 ? QByteArray::number(r.index) : r.value;
    case KeyType::Set:
        return r.value;
    case KeyType::SortedSet:
        return column == 1 ? r.score : r.value;
    case KeyType::Stream: {
        if (column < 2)
            return r.field;
        const QByteArray wanted = keyOfEntity(m_fields[column - 2]);
        for (const auto& [name, value] : r.pairs) {
            if (name == wanted)
                return value;
        }
        return {};
    }
    default:
        return {};
    }
}

QVariant ValueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return m_type != KeyType::Stream && section == columnCount() - 1
            ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const auto pick = [&](const QStringList& names) {
        return names.value(section);
    };
    switch (m_type) {
    case KeyType::Hash:
        return pick({tr("Field"), tr("Value"), tr("Type"), tr("Size")});
    case KeyType::List:
        return pick({tr("Index"), tr("Value"), tr("Type"), tr("Size")});
    case KeyType::Set:
        return pick({tr("Member"), tr("Type"), tr("Size")});
    case KeyType::SortedSet:
        return pick({tr("Member"), tr("Score"), tr("Size")});
    case KeyType::Stream:
        return pick(QStringList{tr("Entry"), tr("Time")} + m_fields);
    default:
        return {};
    }
}

QVariant ValueModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ValueRow& r = m_rows[size_t(index.row())];
    const int last = columnCount() - 1;
    const bool sized = m_type != KeyType::Stream;
    const int typeColumn = m_type == KeyType::Hash || m_type == KeyType::List ? 2
        : m_type == KeyType::Set                                              ? 1
                                                                              : -1;
    const bool isSize = sized && index.column() == last;
    const bool isType = index.column() == typeColumn;
    switch (role) {
    case BytesRole:
        return bytesAt(index.row(), index.column());
    case KindRole:
        return isSize || isType ? QString() : wordOf(kindOf(bytesAt(index.row(), index.column())));
    case MonoRole:
        return true;
    case Qt::TextAlignmentRole:
        return isSize ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::DisplayRole: {
        if (isSize)
            return tr("%1 B").arg(r.fullSize);
        if (isType)
            return wordOf(kindOf(r.value));
        if (m_type == KeyType::Stream && index.column() == 1) {
            const qint64 ms = r.field.left(r.field.indexOf('-')).toLongLong();
            return ui::shownTime(QDateTime::fromMSecsSinceEpoch(ms)).toString(u"HH:mm:ss.zzz"_s);
        }
        return oneLine(bytesAt(index.row(), index.column()));
    }
    case Qt::ToolTipRole: {
        const QByteArray bytes = bytesAt(index.row(), index.column());
        return bytes.size() > 40 ? QVariant(oneLine(bytes)) : QVariant();
    }
    default:
        return {};
    }
}

} // namespace pilothouse::queue
