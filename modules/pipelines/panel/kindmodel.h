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
    enum Role { KindRole = Qt::UserRole, IsCategoryRole };

    KindModel(CataloguePtr catalogue, QString language, QObject* parent = nullptr);

    void setFilter(const QString& text);
    const NodeKind* kindAt(int row) const; // null: a category
    const CategorySpec* categoryAt(int row) const;
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
    };
    bool matches(const NodeKind& kind, const QStringList& words) const;

    CataloguePtr m_catalogue;
    QString m_language;
    int rank(const NodeKind& kind) const; // of the match, 0 the best

    QStringList m_words; // looked for
    std::vector<Row> m_rows;
};

} // namespace pilothouse::pipelines
