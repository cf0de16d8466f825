// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/nodepalette.h"

#include "pipelines/panel/pipelinescene.h"
#include "pipelines/panel/portsign.h"
#include "ui/controls/searchfield.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kRow = 24;
constexpr int kHead = 28;

class KindDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {120, index.data(KindModel::IsCategoryRole).toBool() ? kHead : kRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const auto* model = static_cast<const KindModel*>(index.model());
        const auto& theme = ui::Theme::of(option.widget);
        const NodeKind* kind = model->kindAt(index.row());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (kind)
            paintKind(*painter, option, index, *kind, theme);
        else if (index.data(KindModel::IsBrokenRole).toBool())
            paintBroken(*painter, option, index, theme);
        else
            paintCategory(*painter, option, index, model->categoryAt(index.row()), theme);
        painter->restore();
    }

private:
    static void paintCategory(QPainter& painter, const QStyleOptionViewItem& option,
        const QModelIndex& index, const CategorySpec* category, const ui::Theme& theme)
    {
        const QRectF box(option.rect);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(
            category ? categoryTone(QString(category->id + u'.')) : ui::Token::StatusWarn));
        painter.drawRoundedRect(QRectF(box.left() + 10, box.center().y() - 3, 8, 8), 2, 2);
        painter.setFont(theme.font(ui::TextStyle::ControlStrong));
        painter.setPen(theme.color(ui::Token::Text2));
        painter.drawText(
            box.adjusted(26, 2, -8, 2), Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    }

    // The place first; the tip has all of it.
    static void paintBroken(QPainter& painter, const QStyleOptionViewItem& option,
        const QModelIndex& index, const ui::Theme& theme)
    {
        const QRectF box(option.rect);
        ui::paintIcon(painter, QRectF(box.left() + 11, box.center().y() - 7, 14, 14), u"warning"_s,
            theme.color(ui::Token::StatusWarn));
        const QFont font = theme.font(ui::TextStyle::Cell);
        const QRectF room = box.adjusted(34, 0, -8, 0);
        painter.setFont(font);
        painter.setPen(theme.color(ui::Token::Text2));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(font).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    }

    static void paintKind(QPainter& painter, const QStyleOptionViewItem& option,
        const QModelIndex& index, const NodeKind& kind, const ui::Theme& theme)
    {
        const QRectF box(option.rect);
        const bool selected = option.state & QStyle::State_Selected;
        const bool hover = option.state & QStyle::State_MouseOver;
        if (selected || hover)
            painter.fillRect(box, theme.color(selected ? ui::Token::Selection : ui::Token::Hover));
        if (selected)
            painter.fillRect(
                QRectF(box.left(), box.top(), 2, box.height()), theme.color(ui::Token::Accent));
        ui::paintIcon(painter, QRectF(box.left() + 11, box.center().y() - 7, 14, 14), kind.icon,
            theme.color(categoryTone(kind.id)));
        double right = box.right() - 12;
        if (!kind.outputs.empty()) {
            const PortType type = kind.outputs.front().type;
            paintPortSign(painter, {right - 4, box.center().y()}, shapeOf(type), 4,
                theme.color(toneOf(type)));
            right -= 16;
        }
        const QString title = index.data().toString();
        const QFont font = theme.font(ui::TextStyle::Control);
        painter.setFont(font);
        painter.setPen(theme.color(ui::Token::Text));
        QRectF room(box.left() + 34, box.top(), right - box.left() - 34, box.height());
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(font).elidedText(title, Qt::ElideRight, room.width()));
        if (kind.tried)
            return;
        const double used = QFontMetricsF(font).horizontalAdvance(title) + 8;
        room.setLeft(room.left() + used);
        const QFont small = theme.font(ui::TextStyle::Micro);
        const QString words = KindModel::tr("not tried");
        if (QFontMetricsF(small).horizontalAdvance(words) > room.width())
            return; // the tip and assistive technology say it
        painter.setFont(small);
        painter.setPen(theme.color(ui::Token::Text3));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, words);
    }
};

} // namespace

NodePalette::NodePalette(CataloguePtr catalogue, const QString& language, QWidget* parent)
    : QFrame(parent)
    , m_model(new KindModel(std::move(catalogue), language, this))
    , m_search(new ui::SearchField(tr("Filter"), this))
    , m_list(new QListView(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 8, 4, 4);
    column->setSpacing(6);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new KindDelegate(m_list));
    m_list->setAccessibleName(tr("Kinds of nodes"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setFilter(text);
        if (!text.isEmpty() || m_over)
            m_list->setCurrentIndex(m_model->index(m_model->firstKind()));
    });
    connect(m_list, &QListView::doubleClicked, this, &NodePalette::take);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (m_over)
            take(index);
    });
}

void NodePalette::setBroken(const QStringList& words)
{
    m_model->setBroken(words);
}

void NodePalette::take(const QModelIndex& index)
{
    const NodeKind* kind = m_model->kindAt(index.row());
    if (!kind)
        return;
    const QString id = kind->id;
    if (m_over)
        leave();
    Q_EMIT chosen(id);
}

void NodePalette::popupAt(const QPoint& global)
{
    constexpr QSize kSize(260, 360);
    constexpr int kMargin = 8;
    m_over = true;
    m_before = QApplication::focusWidget();
    setFrameShape(QFrame::StyledPanel);
    ui::setPlate(this, ui::Token::Overlay);
    const QRect room = parentWidget()->rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    QRect box(parentWidget()->mapFromGlobal(global), kSize.boundedTo(room.size()));
    box.moveLeft(std::clamp(box.left(), room.left(), room.right() - box.width() + 1));
    box.moveTop(std::clamp(box.top(), room.top(), room.bottom() - box.height() + 1));
    setGeometry(box);
    m_search->clear();
    m_list->setCurrentIndex(m_model->index(m_model->firstKind()));
    show();
    raise();
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void NodePalette::leave()
{
    m_search->clear();
    if (m_before && isAncestorOf(QApplication::focusWidget()))
        m_before->setFocus(Qt::OtherFocusReason);
    hide();
}

// Over the heads of categories.
void NodePalette::step(int by)
{
    int row = m_list->currentIndex().row();
    do {
        row += by;
    } while (row >= 0 && row < m_model->rowCount() && !m_model->kindAt(row));
    if (m_model->kindAt(row))
        m_list->setCurrentIndex(m_model->index(row));
}

bool NodePalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && m_over && isVisible()
        && !isAncestorOf(QApplication::focusWidget()))
        leave();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        step(key->key() == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        if (m_over) {
            leave();
            return true;
        }
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace pilothouse::pipelines
