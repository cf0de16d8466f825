// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/notificationlist.h"

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

NotificationList::NotificationList(QObject* parent)
    : QAbstractListModel(parent)
{
}

void NotificationList::add(const Notice& notice, const QDateTime& when)
{
    Row row{notice, when, 1, false};
    for (int i = 0; i < m_rows.size(); ++i) {
        if (!notice.cause.isEmpty() && m_rows[i].notice.cause == notice.cause) {
            row.times = m_rows[i].times + 1;
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
            break;
        }
    }
    beginInsertRows({}, 0, 0);
    m_rows.prepend(row);
    endInsertRows();
    if (m_rows.size() > most) {
        const int last = static_cast<int>(m_rows.size()) - 1;
        beginRemoveRows({}, last, last);
        m_rows.removeLast();
        endRemoveRows();
    }
    Q_EMIT unseenChanged(unseen());
}

void NotificationList::spend(const QString& cause)
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].notice.cause != cause)
            continue;
        m_rows[i].notice.actionId.clear();
        Q_EMIT dataChanged(index(i), index(i));
    }
}

void NotificationList::markAllSeen()
{
    if (unseen() == 0)
        return;
    for (Row& row : m_rows)
        row.seen = true;
    Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1), {UnseenRole});
    Q_EMIT unseenChanged(0);
}

void NotificationList::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
    Q_EMIT unseenChanged(0);
}

int NotificationList::unseen() const
{
    return static_cast<int>(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row& row) { return !row.seen; }));
}

int NotificationList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant NotificationList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.notice.title;
    case Qt::ToolTipRole:
        return row.notice.detail;
    case Qt::AccessibleTextRole:
        return QStringList{glyphWord(noticeGlyph(row.notice.kind)), row.notice.title,
            row.notice.detail, data(index, ActionTextRole).toString()}
            .join(u", "_s);
    case CauseRole:
        return row.notice.cause;
    case DetailRole:
        return row.notice.detail;
    case KindRole:
        return static_cast<int>(row.notice.kind);
    case ActionRole:
        return row.notice.actionId;
    case ActionTextRole:
        return row.notice.actionId.isEmpty() ? QString() : row.notice.actionText;
    case WhenRole:
        return row.when;
    case TimesRole:
        return row.times;
    case UnseenRole:
        return !row.seen;
    default:
        return {};
    }
}

} // namespace pilothouse::ui
