// SPDX-License-Identifier: GPL-3.0-or-later
// ValueView: one value whole, as text, JSON tree or hex. Long values are shown window by window.
#pragma once

#include "ui/grid/celltype.h"

#include <QtCore/QByteArray>
#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTreeView;

namespace pilothouse::ui
{

class IconButton;
class JsonTreeModel;
class SegmentedControl;

class ValueView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueView)

public:
    enum class Mode { Text, Json, Hex };
    static constexpr qsizetype kWindow = 64 << 10; // bytes of text shown at once
    static constexpr qsizetype kMostJson = 8 << 20; // longer documents have no tree

    explicit ValueView(QWidget* parent = nullptr);

    // `fullSize` above the size of `bytes`: only the first part is held, and it says so. Picks the
    // mode that suits the value; `asHex` bytes of a bytea literal are decoded before.
    void setValue(const QByteArray& bytes, qint64 fullSize, CellType type = CellType::Text);
    void setNull();
    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    void setModesShown(bool shown); // false: whoever owns it switches
    void takeFocus(); // to what shows the value, without a ring around it
    [[nodiscard]] QString shownText() const; // for tests and assistive technology

private:
    void buildLayout();
    void show(qsizetype from);

    SegmentedControl* m_modes;
    QLabel* m_note;
    QStackedWidget* m_stack;
    QPlainTextEdit* m_text;
    QTreeView* m_tree;
    JsonTreeModel* m_json;
    IconButton* m_back;
    IconButton* m_forward;
    QByteArray m_bytes;
    qint64 m_fullSize = 0;
    qsizetype m_from = 0;
    Mode m_mode = Mode::Text;
    bool m_null = false;
};

// Sixteen bytes a line: offset, hex, ASCII.
[[nodiscard]] QString hexDump(QByteArrayView bytes, qint64 offset);

} // namespace pilothouse::ui
