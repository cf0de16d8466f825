// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/kindmodel.h"

#include <QMimeData>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

const QString kFormat = u"application/x-pilothouse-node-kind"_s;

bool holds(const Words& words, const QString& part)
{
    return words.en.contains(part, Qt::CaseInsensitive)
        || std::ranges::any_of(words.others,
            [&](const auto& other) { return other.second.contains(part, Qt::CaseInsensitive); });
}

} // namespace

KindModel::KindModel(CataloguePtr catalogue, QString language, QObject* parent)
    : QAbstractListModel(parent)
    , m_catalogue(std::move(catalogue))
    , m_language(std::move(language))
{
    setFilter({});
}

bool KindModel::matches(const NodeKind& kind, const QStringList& words) const
{
    return std::ranges::all_of(words, [&](const QString& word) {
        return holds(kind.title, word) || holds(kind.summary, word)
            || kind.id.contains(word, Qt::CaseInsensitive)
            || std::ranges::any_of(kind.words,
                [&](const QString& own) { return own.contains(word, Qt::CaseInsensitive); });
    });
}

void KindModel::setFilter(const QString& text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_rows.clear();
    for (const CategorySpec& category : m_catalogue->categories) {
        const size_t head = m_rows.size();
        m_rows.push_back({&category, nullptr, {}});
        for (const NodeKind& kind : m_catalogue->kinds)
            if (kind.category == category.id && matches(kind, m_words))
                m_rows.push_back({&category, &kind, {}});
        if (m_rows.size() == head + 1)
            m_rows.pop_back();
    }
    if (m_words.isEmpty() && !m_broken.isEmpty()) {
        m_rows.push_back({});
        for (const QString& one : std::as_const(m_broken))
            m_rows.push_back({nullptr, nullptr, one});
    }
    endResetModel();
}

void KindModel::setBroken(const QStringList& words)
{
    m_broken = words;
    setFilter({});
}

const NodeKind* KindModel::kindAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[size_t(row)].kind : nullptr;
}

const CategorySpec* KindModel::categoryAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[size_t(row)].category : nullptr;
}

int KindModel::firstKind() const
{
    int best = -1, rankOfBest = 0;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (!m_rows[row].kind)
            continue;
        const int own = rank(*m_rows[row].kind);
        if (best < 0 || own < rankOfBest) {
            best = int(row);
            rankOfBest = own;
        }
    }
    return best;
}

// A kind that is called so before one that only speaks of it.
int KindModel::rank(const NodeKind& kind) const
{
    const auto all = [this](const auto& has) {
        return std::ranges::all_of(m_words, has);
    };
    const QString name = kind.id.section(u'.', -1);
    if (all([&](const QString& word) { return name.compare(word, Qt::CaseInsensitive) == 0; }))
        return 0;
    if (all([&](const QString& word) {
            return holds(kind.title, word) || kind.id.contains(word, Qt::CaseInsensitive);
        }))
        return 1;
    return 2;
}

int KindModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant KindModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const Row& row = m_rows[size_t(index.row())];
    if (!row.category)
        return brokenData(row, role);
    switch (role) {
    case Qt::DisplayRole:
        return row.kind ? row.kind->title.in(m_language) : row.category->title.in(m_language);
    case Qt::AccessibleTextRole: {
        if (!row.kind)
            return row.category->title.in(m_language);
        const QString title = row.kind->title.in(m_language);
        return row.kind->tried ? title : tr("%1, not tried").arg(title);
    }
    case Qt::ToolTipRole: {
        if (!row.kind)
            return {};
        const QString summary = row.kind->summary.in(m_language);
        return row.kind->tried ? summary
                               : summary + u'\n'
                + tr("Not tried: no sandbox starts a service it could be tried against.");
    }
    case KindRole:
        return row.kind ? row.kind->id : QString();
    case IsCategoryRole:
        return !row.kind;
    default:
        return {};
    }
}

QVariant KindModel::brokenData(const Row& row, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return row.isHead() ? tr("Left out") : row.broken;
    case Qt::ToolTipRole:
        return row.isHead() ? tr("Files of your own kinds of nodes that cannot be used")
                            : row.broken;
    case IsCategoryRole:
        return row.isHead();
    case IsBrokenRole:
        return !row.isHead();
    default:
        return {};
    }
}

Qt::ItemFlags KindModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!kindAt(index.row()))
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled
        | Qt::ItemNeverHasChildren;
}

QStringList KindModel::mimeTypes() const
{
    return {kFormat};
}

QMimeData* KindModel::mimeData(const QModelIndexList& indexes) const
{
    const NodeKind* kind = indexes.isEmpty() ? nullptr : kindAt(indexes.front().row());
    if (!kind)
        return nullptr;
    auto* data = new QMimeData;
    data->setData(kFormat, kind->id.toUtf8());
    return data;
}

} // namespace pilothouse::pipelines
