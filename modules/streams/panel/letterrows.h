// SPDX-License-Identifier: GPL-3.0-or-later
// LetterRows: dead letters of one group, with words in key, value, headers or error.
#pragma once

#include "streams/panel/deadlettermodel.h"

#include <QSortFilterProxyModel>

namespace pilothouse::streams
{

class LetterRows final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LetterRows)

public:
    explicit LetterRows(DeadLetterModel* model, QObject* parent = nullptr)
        : QSortFilterProxyModel(parent)
        , m_model(model)
    {
        setSourceModel(model);
    }

    // No group: all of them.
    void show(const std::optional<std::pair<QString, QString>>& group, const QString& words)
    {
        m_group = group;
        m_words = words.trimmed();
        invalidateFilter();
    }
    std::vector<int> shown() const // rows of the model
    {
        std::vector<int> out;
        for (int row = 0; row < rowCount(); ++row)
            out.push_back(mapToSource(index(row, 0)).row());
        return out;
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        const DeadLetter& letter = m_model->letter(row);
        if (m_group && (letter.topic != m_group->first || letter.error != m_group->second))
            return false;
        const auto has = [this](const QByteArray& bytes) {
            return QString::fromUtf8(bytes).contains(m_words, Qt::CaseInsensitive);
        };
        if (m_words.isEmpty() || has(letter.message.key) || has(letter.message.value)
            || letter.detail.contains(m_words, Qt::CaseInsensitive))
            return true;
        return std::any_of(letter.message.headers.begin(), letter.message.headers.end(),
            [&has](const MessageHeader& header) { return has(header.name) || has(header.value); });
    }

private:
    const DeadLetterModel* m_model;
    std::optional<std::pair<QString, QString>> m_group;
    QString m_words;
};

} // namespace pilothouse::streams
