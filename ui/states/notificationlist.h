// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything that was ever said by a toast in this run, newest first, one row per cause.

#include "ui/states/toast.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QDateTime>

namespace pilothouse::ui
{

class NotificationList final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationList)

public:
    enum Role {
        CauseRole = Qt::UserRole,
        DetailRole,
        KindRole,
        ActionRole,
        ActionTextRole,
        WhenRole,
        TimesRole,
        UnseenRole
    };

    explicit NotificationList(QObject* parent = nullptr);

    void add(const Notice& notice, const QDateTime& when);
    void spend(const QString& cause); // what its button did is done
    void markAllSeen();
    void clear();
    [[nodiscard]] int unseen() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void unseenChanged(int unseen);

private:
    struct Row {
        Notice notice;
        QDateTime when;
        int times = 1;
        bool seen = false;
    };

    static constexpr qsizetype most = 500; // older ones fall off
    QList<Row> m_rows;
};

} // namespace pilothouse::ui
