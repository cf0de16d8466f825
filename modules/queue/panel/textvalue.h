// SPDX-License-Identifier: GPL-3.0-or-later
// TextValue: one value as text, indented JSON or hex, shown and edited. The bytes are what counts:
// a view that was not edited gives back exactly what it was given.
#pragma once

#include <QByteArray>
#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;

namespace pilothouse::ui
{
class Button;
class IconButton;
class SegmentedControl;
} // namespace pilothouse::ui

namespace pilothouse::queue
{

class CommandPreview;
class ConflictBar;

class TextValue final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextValue)

public:
    enum class Format { Text, Json, Hex };

    explicit TextValue(QWidget* parent = nullptr);

    // `total` larger than the bytes: a window of a long value, read only.
    void setValue(const QByteArray& bytes, qint64 from, qint64 total);
    void setTitle(const QString& title);
    void setWritable(bool writable);
    // What saving sends, and whether a dialog shows it first.
    void setCommand(const QString& statement, bool asks);
    // Unsaved work from before: shown as an edit of `base`, the value it was made from.
    void setEdited(const QByteArray& bytes, const QByteArray& base);
    // The same while the text is no valid JSON or hex yet, as typed.
    void setTyped(const QString& text, Format format, const QByteArray& base);
    // The service holds these bytes now; the text, its caret and what was typed since stay.
    void setSaved(const QByteArray& bytes);
    // Another value in the place of an edit, which undo brings back where the format allows it.
    void loadTheirs(const QByteArray& bytes);
    bool holds(const QByteArray& bytes, qint64 from, qint64 total) const
    {
        return m_from == from && m_total == total && m_original == bytes;
    }

    // What the edit is made from: only over this may it be saved.
    const QByteArray& original() const { return m_original; }
    bool isEdited() const { return m_edited; }
    // What would be saved; none when the text is no valid JSON or hex.
    std::optional<QByteArray> value() const;
    Format format() const { return m_format; }
    void setFormat(Format format);
    QPlainTextEdit* editor() const { return m_text; }
    ConflictBar* conflict() const { return m_conflict; }
    CommandPreview* preview() const { return m_preview; }
    ui::Button* saveButton() const { return m_save; }

Q_SIGNALS:
    void edited(); // by the user, or an edit was undone
    void saveRequested();
    void discarded();
    void windowRequested(qint64 from); // another part of a long value

private:
    void buildLayout();
    void show();
    void showEdited(const QByteArray& bytes);
    void setBase(const QByteArray& base);
    QString textOf(const QByteArray& bytes) const;
    void updateWords();
    bool isWhole() const { return m_from == 0 && m_total == m_original.size(); }

    QByteArray m_original;
    qint64 m_from = 0;
    qint64 m_total = 0;
    Format m_format = Format::Text;
    bool m_writable = true;
    bool m_edited = false;
    bool m_showing = false;

    QLabel* m_title = nullptr;
    QLabel* m_note = nullptr;
    ui::SegmentedControl* m_formats = nullptr;
    ui::IconButton* m_previous = nullptr;
    ui::IconButton* m_next = nullptr;
    QPlainTextEdit* m_text = nullptr;
    ui::Button* m_save = nullptr;
    ui::Button* m_discard = nullptr;
    ConflictBar* m_conflict = nullptr;
    CommandPreview* m_preview = nullptr;
};

} // namespace pilothouse::queue
