// SPDX-License-Identifier: GPL-3.0-or-later
// SheetTable: a small table of a sheet: rows at the house's pitch, text in the tone its model
// names.
#pragma once

#include <QTableView>

namespace pilothouse::streams
{

class SheetTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetTable)

public:
    // What a model may say of a cell; all optional.
    enum Role {
        ToneRole = Qt::UserRole + 1, // int of a ui::Token
        MonoRole, // bool
        ItalicRole, // bool
        EditedRole, // bool: marked as edited, not saved
        GlyphRole, // int of a ui::Glyph, before the text
    };

    explicit SheetTable(const QString& accessibleName, QWidget* parent = nullptr);
    qint64 drawnRows() const; // in the viewport
    // This column takes what is left.
    void stretch(int column);
};

} // namespace pilothouse::streams
