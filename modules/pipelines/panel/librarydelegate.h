// SPDX-License-Identifier: GPL-3.0-or-later
// How a row of the library looks: small picture, name and its line, tags, last run, problems.
#pragma once

#include "pipelines/panel/librarypictures.h"

#include <QStyledItemDelegate>

namespace pilothouse::pipelines
{

struct LibraryRow;

class LibraryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryDelegate)

public:
    LibraryDelegate(LibraryPictures& pictures, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_pictures(pictures)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter& painter, const QStyleOptionViewItem& option,
        const QModelIndex& index, const LibraryRow& row) const;
    void paintEntry(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
        const LibraryRow& row) const;
    void paintPicture(QPainter& painter, const QStyleOptionViewItem& option, const QRect& box,
        const LibraryRow& row) const;
    static int paintTags(
        QPainter& painter, const QWidget* widget, const QRect& box, const LibraryRow& row);

    LibraryPictures& m_pictures;
};

} // namespace pilothouse::pipelines
