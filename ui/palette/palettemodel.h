// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette lists: headings and the items below them, in groups by type.
#pragma once

#include "core/entityid.h"

#include <QAbstractListModel>
#include <QKeySequence>
#include <QStringList>

#include <functional>
#include <vector>

namespace pilothouse::ui
{

struct PaletteItem {
    QString name;
    QString context; // one line: where it is, how big
    QString iconName;
    QString group; // translated heading
    QString scope; // "actions", "tabs" or a module id
    QStringList english; // the name in English, where it is shown in another language: found alike
    QStringList words; // by which it is found too, each as it stands
    QString keys; // the shortcut as text, empty: none
    bool enabled = true;
    // Of an action with a property of this name: letters scattered over its name do not bring it to
    // the top, where Enter would run it.
    bool destructive = false;
    std::function<void()> run; // actions and tabs
    Link link; // objects
};

struct PaletteHit {
    PaletteItem item;
    int score = 0;
    std::vector<int> places; // matched characters of the name
};

class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteModel)

public:
    enum Role { HeadingRole = Qt::UserRole, ContextRole, IconRole, KeysRole, PlacesRole };

    explicit PaletteModel(QObject* parent = nullptr);

    // Groups stand in the order of their best hit; the order within a group stays.
    void setHits(std::vector<PaletteHit> hits);
    const PaletteItem* item(const QModelIndex& index) const; // null for a heading
    int hitCount() const { return m_hitCount; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        bool isHeading = false;
        QString heading;
        PaletteHit hit;
    };

    std::vector<Row> m_rows;
    int m_hitCount = 0;
};

} // namespace pilothouse::ui
