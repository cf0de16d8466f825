// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/undolist.h"

#include "ui/controls/elidedlabel.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

UndoList::UndoList(QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_text(new ui::ElidedLabel({}, ui::TextStyle::Cell, ui::Token::Text2, this))
{
    m_list->setAccessibleName(tr("Resets that can be undone"));
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Group"), tr("Reset at"), tr("Partitions")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    ui::setTextStyle(m_list, ui::TextStyle::Cell);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_list, 1);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(12, 0, 12, 6);
    below->addWidget(m_text);
    layout->addLayout(below);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { Q_EMIT takeBackAsked(current()); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        tell();
        Q_EMIT currentChanged();
    });
}

void UndoList::setFiles(const std::vector<UndoFile>& files, const QTimeZone& zone)
{
    const QString chosen = current();
    m_list->clear();
    for (const UndoFile& file : files) {
        auto* item = new QTreeWidgetItem(m_list,
            {file.undo.group, file.undo.made.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss"_s),
                QString::number(file.undo.commits.size())});
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, Qt::UserRole, file.path);
        item->setToolTip(0, file.path);
        if (file.path == chosen)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && !files.empty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    tell();
    Q_EMIT currentChanged();
}

void UndoList::setProblem(const QString& problem)
{
    m_list->clear();
    m_text->setText(problem);
}

void UndoList::tell()
{
    const QString path = current();
    m_text->setText(count() == 0 ? tr("No reset of this cluster was made from here")
            : path.isEmpty()     ? QString()
                                 : QFileInfo(path).fileName());
}

QString UndoList::current() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    return item ? item->data(0, Qt::UserRole).toString() : QString();
}

int UndoList::count() const
{
    return m_list->topLevelItemCount();
}

QString UndoList::text() const
{
    return m_text->text();
}

void UndoList::begin()
{
    m_list->setFocus();
}

} // namespace pilothouse::streams
