// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/notificationpopup.h"

#include "ui/controls/elidedlabel.h"
#include "ui/shownzone.h"
#include "ui/states/notificationlist.h"
#include "ui/theme/motion.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

#include <functional>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int wide = 420;
constexpr int mostRows = 9;

class NoticeDelegate final : public QStyledItemDelegate
{
public:
    explicit NoticeDelegate(QObject* parent, std::function<void(const QModelIndex&)> takeUp)
        : QStyledItemDelegate(parent)
        , m_takeUp(std::move(takeUp))
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {wide, Theme::of(option.widget).metric(Metric::ListRow) + 8};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Theme& theme = Theme::of(option.widget);
        const QRect box = option.rect;
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(box, theme.color(Token::Selection));
        painter->fillRect(
            QRect(box.left(), box.bottom(), box.width(), 1), theme.color(Token::Line));
        const auto kind = static_cast<ToastKind>(index.data(NotificationList::KindRole).toInt());
        paintGlyph(*painter, QRectF(box.left() + 12, box.top() + 8, 12, 12), noticeGlyph(kind),
            theme, Token::Overlay);
        const QDateTime when = shownTime(index.data(NotificationList::WhenRole).toDateTime());
        QString time = QLocale().toString(when.time(), u"HH:mm:ss"_s);
        const int times = index.data(NotificationList::TimesRole).toInt();
        if (times > 1)
            time = u"×%1  %2"_s.arg(times).arg(time);
        const QRect upper(box.left() + 34, box.top() + 4, box.width() - 46, 18);
        const int left = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
        const int right = static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        painter->setFont(theme.font(TextStyle::MonoSmall));
        painter->setPen(theme.color(Token::Text3));
        painter->drawText(upper, right, time);
        const int room = upper.width() - painter->fontMetrics().horizontalAdvance(time) - 12;
        painter->setFont(theme.font(TextStyle::ControlStrong));
        painter->setPen(theme.color(Token::Text));
        painter->drawText(upper, left,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
        const QRect lower = upper.translated(0, 18);
        painter->setFont(theme.font(TextStyle::ControlStrong));
        painter->setPen(theme.color(Token::Accent));
        const QString action = index.data(NotificationList::ActionTextRole).toString();
        const int taken = action.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(action);
        painter->drawText(lower, right, action);
        painter->setFont(theme.font(TextStyle::Cell));
        painter->setPen(theme.color(Token::Text2));
        painter->drawText(lower, left,
            painter->fontMetrics().elidedText(index.data(NotificationList::DetailRole).toString(),
                Qt::ElideRight, lower.width() - taken - (taken > 0 ? 12 : 0)));
    }

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
        const QModelIndex& index) override
    {
        const QString action = index.data(NotificationList::ActionTextRole).toString();
        if (event->type() != QEvent::MouseButtonRelease || action.isEmpty())
            return false;
        const QFontMetrics metrics(Theme::of(option.widget).font(TextStyle::ControlStrong));
        const int from = option.rect.right() - 12 - metrics.horizontalAdvance(action) - 8;
        const QPoint at = static_cast<QMouseEvent*>(event)->position().toPoint();
        if (at.x() < from || at.y() < option.rect.center().y())
            return false;
        m_takeUp(index);
        return true;
    }

private:
    const std::function<void(const QModelIndex&)> m_takeUp;
};

} // namespace

NotificationPopup::NotificationPopup(NotificationList& list, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_list(list)
    , m_view(new QListView)
{
    setLook(this, "variant", u"dialog"_s);
    setAccessibleName(tr("Notifications"));
    auto* title = new ElidedLabel(tr("Notifications"), TextStyle::ControlStrong);
    title->setFixedHeight(30);
    title->setContentsMargins(12, 0, 12, 0);
    m_view->setModel(&list);
    m_view->setItemDelegate(
        new NoticeDelegate(m_view, [this](const QModelIndex& index) { takeUp(index); }));
    m_view->setAccessibleName(tr("Notifications"));
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setPlate(m_view, Token::Overlay);
    connect(m_view, &QListView::activated, this, &NotificationPopup::takeUp);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 6);
    layout->setSpacing(0);
    layout->addWidget(title);
    auto* none = new QLabel(tr("Nothing has happened yet."));
    setTextStyle(none, TextStyle::Cell);
    setTone(none, Token::Text3);
    none->setContentsMargins(12, 0, 12, 0);
    layout->addWidget(none);
    layout->addWidget(m_view);
    const auto judge = [this, none] {
        none->setVisible(m_list.rowCount() == 0);
        m_view->setVisible(m_list.rowCount() > 0);
    };
    connect(&list, &QAbstractItemModel::rowsInserted, none, judge);
    connect(&list, &QAbstractItemModel::rowsRemoved, none, judge);
    connect(&list, &QAbstractItemModel::modelReset, none, judge);
    judge();
}

void NotificationPopup::takeUp(const QModelIndex& index)
{
    const QString action = index.data(NotificationList::ActionRole).toString();
    if (action.isEmpty())
        return;
    const QString cause = index.data(NotificationList::CauseRole).toString();
    close();
    Q_EMIT actionTriggered(cause, action);
}

void NotificationPopup::openAbove(QWidget* anchor)
{
    const int row = Theme::of(this).metric(Metric::ListRow) + 8;
    const int rows = std::clamp(m_list.rowCount(), 1, mostRows);
    resize(wide, 38 + rows * row);
    const QPoint corner = anchor->mapToGlobal(QPoint(anchor->width(), 0));
    move(corner.x() - wide, corner.y() - height() - 4);
    show();
    fadeIn(this, Motion::Menu);
    m_view->setFocus(Qt::PopupFocusReason);
    if (m_list.rowCount() > 0)
        m_view->setCurrentIndex(m_list.index(0));
    m_list.markAllSeen();
}

void NotificationPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete) {
        m_list.clear();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace pilothouse::ui
