// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/configmodel.h"

#include "streams/panel/sheettable.h"
#include "streams/panel/streamtext.h"
#include "streams/panel/topicname.h"
#include "ui/theme/tokens.h"
#include "ui/words.h"

#include <QLocale>
#include <QTextDocumentFragment>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Token;

void ConfigModel::setEntries(std::vector<ConfigEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    std::stable_sort(m_entries.begin(), m_entries.end(),
        [](const ConfigEntry& a, const ConfigEntry& b) { return a.name < b.name; });
    endResetModel();
    Q_EMIT edited();
}

void ConfigModel::setEdits(ConfigEdits edits)
{
    m_edits = std::move(edits);
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT edited();
}

void ConfigModel::setEditable(bool on)
{
    m_editable = on;
}

std::vector<ConfigChange> ConfigModel::changes() const
{
    std::vector<ConfigChange> out;
    for (const ConfigEntry& entry : m_entries) {
        const auto edit = m_edits.find(entry.name);
        if (edit != m_edits.end())
            out.push_back({entry.name, entry.value, edit->second});
    }
    return out;
}

bool ConfigModel::isOwn(int row) const
{
    const ConfigEntry& one = entry(row);
    return one.source == ConfigEntry::Source::Topic || m_edits.count(one.name) > 0;
}

bool ConfigModel::canEdit(int row) const
{
    return m_editable && !entry(row).readOnly && !entry(row).sensitive;
}

void ConfigModel::toDefault(int row)
{
    const ConfigEntry& one = entry(row);
    if (!canEdit(row))
        return;
    if (one.source == ConfigEntry::Source::Topic)
        m_edits[one.name] = std::nullopt;
    else
        m_edits.erase(one.name); // it has none of its own
    rowChanged(row);
}

void ConfigModel::undoEdit(int row)
{
    m_edits.erase(entry(row).name);
    rowChanged(row);
}

void ConfigModel::rowChanged(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT edited();
}

QString ConfigModel::problem(int row) const
{
    const auto edit = m_edits.find(entry(row).name);
    return edit != m_edits.end() && edit->second
        ? ui::words(configProblem(entry(row), *edit->second))
        : QString();
}

bool ConfigModel::hasProblem() const
{
    for (int row = 0; row < rowCount(); ++row)
        if (!problem(row).isEmpty())
            return true;
    return false;
}

int ConfigModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ConfigModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ConfigModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Setting");
    case Value:
        return tr("Value");
    case Source:
        return tr("Set by");
    case Default:
        return tr("Default");
    default:
        return {};
    }
}

QString ConfigModel::sourceText(ConfigEntry::Source source)
{
    switch (source) {
    case ConfigEntry::Source::Topic:
        return tr("this topic");
    case ConfigEntry::Source::BrokerDynamic:
        return tr("the broker");
    case ConfigEntry::Source::ClusterDynamic:
        return tr("all brokers");
    case ConfigEntry::Source::BrokerFile:
        return tr("the broker's file");
    case ConfigEntry::Source::Default:
        return tr("Kafka");
    case ConfigEntry::Source::Unknown:
        break;
    }
    return tr("not told");
}

// Brokers document their settings for a web page.
QString ConfigModel::helpText(const ConfigEntry& entry)
{
    if (!entry.help.contains(u'<') && !entry.help.contains(u'&'))
        return entry.help;
    return QTextDocumentFragment::fromHtml(entry.help).toPlainText().simplified();
}

QString ConfigModel::gloss(const QString& name, const QString& value)
{
    bool good = false;
    const qint64 number = value.toLongLong(&good);
    const bool span = name.endsWith(".ms"_L1);
    if (!good || (!span && !name.endsWith(".bytes"_L1)))
        return {};
    if (number < 0)
        return number == -1 ? tr("no limit") : QString();
    if (number == std::numeric_limits<qint64>::max())
        return tr("never");
    return span ? spanText(milliseconds(number)) : QLocale().formattedDataSize(number, 1);
}

// What holds without a value of the topic's own; that of one without is it already.
QString ConfigModel::defaultOf(const ConfigEntry& one)
{
    const bool own
        = one.source == ConfigEntry::Source::Topic || one.source == ConfigEntry::Source::Unknown;
    return !one.defaultValue.isEmpty() || own ? one.defaultValue : one.value.value_or(QString());
}

QString ConfigModel::shownValue(const ConfigEntry& one) const
{
    const auto edit = m_edits.find(one.name);
    if (edit != m_edits.end())
        return edit->second              ? *edit->second
            : one.defaultValue.isEmpty() ? tr("the default")
                                         : tr("%1 (default)").arg(one.defaultValue);
    if (one.sensitive && !one.value)
        return tr("not shown");
    return one.value.value_or(u"–"_s);
}

QVariant ConfigModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ConfigEntry& one = entry(index.row());
    const auto edit = m_edits.find(one.name);
    const bool isEdited = edit != m_edits.end();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == Name  ? one.name
            : column == Value  ? shownValue(one)
            : column == Source ? (isEdited && edit->second ? sourceText(ConfigEntry::Source::Topic)
                                                           : sourceText(one.source))
                               : defaultOf(one);
    case Qt::EditRole:
        return column != Value         ? QVariant()
            : isEdited && edit->second ? *edit->second
                                       : one.value.value_or(QString());
    case Qt::ToolTipRole: {
        const QString wrong = column == Value ? problem(index.row()) : QString();
        if (!wrong.isEmpty())
            return wrong;
        return column == Default && !one.defaultName.isEmpty() ? tr("from %1").arg(one.defaultName)
            : column == Source                                 ? QVariant()
                               : QVariant(data(index, Qt::DisplayRole));
    }
    case SheetTable::MonoRole:
        return column == Value || column == Default;
    case SheetTable::EditedRole:
        return column == Value && isEdited;
    case SheetTable::ToneRole:
        if (column == Value && !problem(index.row()).isEmpty())
            return int(Token::StatusError);
        return int(column == Source || column == Default ? Token::Text3
                : isOwn(index.row())                     ? Token::Text
                                                         : Token::Text2);
    default:
        return {};
    }
}

bool ConfigModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || index.column() != Value
        || !canEdit(index.row()))
        return false;
    const ConfigEntry& one = entry(index.row());
    const QString typed = value.toString().trimmed();
    if (one.value == typed)
        m_edits.erase(one.name);
    else
        m_edits[one.name] = typed;
    rowChanged(index.row());
    return true;
}

Qt::ItemFlags ConfigModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags out = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Value && canEdit(index.row()))
        out |= Qt::ItemIsEditable;
    return out;
}

} // namespace pilothouse::streams
