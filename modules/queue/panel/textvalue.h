// SPDX-License-Identifier: GPL-3.0-or-later
// TextValue: one value as text, indented JSON or hex, shown and edited. The bytes are what counts:
// a view that was not edited gives back exactly what it was given. What was typed into a long text
// is turned into bytes on a lane, once the typing pauses.
#pragma once

#include "core/lane.h"
#include "queue/panel/typedtext.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QPlainTextEdit;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
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
    using Format = TextFormat;

    explicit TextValue(Runtime& runtime, QWidget* parent = nullptr);

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
    // True when saving would change a byte: JSON that was only indented anew is no edit. While the
    // text is being checked it counts as one.
    bool isEdited() const { return m_edited; }
    bool isChecking() const { return m_checked != m_revision; }
    // What would be saved; none when the text is no valid JSON or hex. Slow while it is checked.
    std::optional<QByteArray> value() const;
    // Calls `use` with what stands here now if that is valid; at once, or when it was checked. Not
    // when another value takes its place before.
    void whenChecked(std::function<void(const QByteArray&)> use);
    // Who waits for the check is answered now.
    void settle();
    void stopChecking();
    // What is typed, as it is kept; as typed while it is being checked.
    QJsonObject draft() const;
    const QJsonObject& checkedDraft() const { return m_value.draft; } // of the last check
    Format format() const { return m_format; }
    void setFormat(Format format);
    QPlainTextEdit* editor() const { return m_text; }
    ConflictBar* conflict() const { return m_conflict; }
    CommandPreview* preview() const { return m_preview; }
    ui::Button* saveButton() const { return m_save; }

Q_SIGNALS:
    void edited(); // by the user, or an edit was undone
    void checked(); // what was typed is known; more may have been typed meanwhile
    void saveRequested(const QByteArray& bytes);
    void discarded();
    void windowRequested(qint64 from); // another part of a long value

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    void placeButtons();
    void show();
    void showEdited(const QByteArray& bytes);
    void setBase(const QByteArray& base, qint64 from, qint64 total);
    void onTextChanged();
    TypedText typedText() const;
    bool isShort() const;
    void check();
    void checkSoon();
    void checkAnew();
    void adopt(TypedValue value, quint64 revision);
    void tellChecked();
    QString textOf(const QByteArray& bytes) const;
    void updateWords();
    void tellCommand(const QString& statement); // empty: nothing would be sent
    bool isWhole() const { return m_from == 0 && m_total == m_original.size(); }

    QByteArray m_original;
    Lane<> m_lane;
    Call<TypedValue> m_check;
    QTimer m_checkSoon;
    QElapsedTimer m_unchecked; // since the first change that is not checked
    quint64 m_revision = 0; // of the text and of what it is compared with
    quint64 m_checked = 0; // the one that `m_value` belongs to
    TypedValue m_value;
    std::function<void(const QByteArray&)> m_waiting; // for the check
    qint64 m_from = 0;
    qint64 m_total = 0;
    Format m_format = Format::Text;
    bool m_writable = true;
    bool m_edited = false;
    bool m_showing = false;
    bool m_safe = true; // as text it comes back byte by byte
    bool m_carriage = false; // lines end with CR and LF

    ui::ElidedLabel* m_title = nullptr;
    ui::ElidedLabel* m_note = nullptr;
    ui::SegmentedControl* m_formats = nullptr;
    ui::IconButton* m_previous = nullptr;
    ui::IconButton* m_next = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QHBoxLayout* m_beside = nullptr; // the buttons, in one line with the formats
    QHBoxLayout* m_below = nullptr; // the buttons, where that is too narrow
    ui::Button* m_save = nullptr;
    ui::Button* m_discard = nullptr;
    ConflictBar* m_conflict = nullptr;
    CommandPreview* m_preview = nullptr;
};

} // namespace pilothouse::queue
