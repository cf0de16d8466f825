// SPDX-License-Identifier: GPL-3.0-or-later
// KindModel: the kinds of the catalogue by category, as far as they match what is looked for: in
// titles of any language, in summaries and in words.
#pragma once

#include "pipelines/api/catalogue.h"

#include <QAbstractListModel>

namespace pilothouse::pipelines
{

class KindModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, IsCategoryRole, IsBrokenRole };

    KindModel(CataloguePtr catalogue, QString language, QObject* parent = nullptr);

    // Files of the user's own that are left out, with place and reason: shown at the end.
    void setBroken(const QStringList& words);
    void setFilter(const QString& text);
    const NodeKind* kindAt(int row) const; // null: a category
    const CategorySpec* categoryAt(int row) const; // null: a broken file, or the head of those
    int firstKind() const; // row of what matches best; -1: nothing matches

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    struct Row {
        const CategorySpec* category = nullptr;
        const NodeKind* kind = nullptr;
        QString broken; // of a file, or the head
        bool isHead() const { return !kind && broken.isEmpty(); }
    };
    static QVariant brokenData(const Row& row, int role);
    bool matches(const NodeKind& kind, const QStringList& words) const;
    int rank(const NodeKind& kind) const; // of the match, 0 the best

    CataloguePtr m_catalogue;
    QString m_language;
    QStringList m_words; // looked for
    QStringList m_broken;
    std::vector<Row> m_rows;
};

} // namespace pilothouse::pipelines
