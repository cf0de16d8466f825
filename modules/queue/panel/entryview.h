// SPDX-License-Identifier: GPL-3.0-or-later
// EntryView: one entry of a stream whole: its id, its time and every field with its value decoded.
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace pilothouse::ui
{
class ElidedLabel;
class IconButton;
} // namespace pilothouse::ui

namespace pilothouse::queue
{

struct ValueRow;

class EntryView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntryView)

public:
    explicit EntryView(QWidget* parent = nullptr);

    void clear();
    void setEntry(const ValueRow& entry);
    // Scrolls to it.
    void showField(const QByteArray& field);
    QPlainTextEdit* text() const { return m_text; } // read only, all of it can be selected

private:
    ui::ElidedLabel* m_title;
    ui::ElidedLabel* m_note;
    ui::IconButton* m_copy;
    QPlainTextEdit* m_text;
};

// "id  …", "time  …" and a line for each field, in the order of the entry: JSON indented, times in
// words behind their number, what is no text escaped. Further lines of a value stand below its
// first.
QString entryText(const ValueRow& entry);

} // namespace pilothouse::queue
