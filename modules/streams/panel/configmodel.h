// SPDX-License-Identifier: GPL-3.0-or-later
// ConfigModel: the settings of a topic, with what was edited and not sent yet.
#pragma once

#include "streams/api/acts.h"

#include <QAbstractTableModel>

#include <map>

namespace pilothouse::streams
{

// By name; none: back to the default.
using ConfigEdits = std::map<QString, std::optional<QString>>;

class ConfigModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigModel)

public:
    enum Column { Name, Value, Source, Default, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(std::vector<ConfigEntry> entries); // the edits stay
    void setEdits(ConfigEdits edits);
    void setEditable(bool on);
    const ConfigEdits& edits() const { return m_edits; }
    std::vector<ConfigChange> changes() const; // only what would change something
    const ConfigEntry& entry(int row) const { return m_entries[size_t(row)]; }
    bool isOwn(int row) const; // set at this topic, or edited
    bool canEdit(int row) const;
    void toDefault(int row);
    void undoEdit(int row);
    QString problem(int row) const; // of the edited value; empty: none
    bool hasProblem() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString defaultOf(const ConfigEntry& entry); // empty: not told
    static QString sourceText(ConfigEntry::Source source);
    // "7 d" of 604800000, "1 GB" of 1073741824, by the setting's name; empty: nothing to add.
    static QString helpText(const ConfigEntry& entry); // without marks of HTML
    static QString gloss(const QString& name, const QString& value);

Q_SIGNALS:
    void edited();

private:
    QString shownValue(const ConfigEntry& entry) const;
    void rowChanged(int row);

    std::vector<ConfigEntry> m_entries; // by name
    ConfigEdits m_edits;
    bool m_editable = false;
};

} // namespace pilothouse::streams
