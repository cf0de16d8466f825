// SPDX-License-Identifier: GPL-3.0-or-later
// LogBar: what stands over a log view: find with options and "n of m", the level filter with its
// counts, Follow. Drives one view.
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QToolButton;

namespace pilothouse::ui
{

class LogView;
class SearchField;
class SegmentedControl;

class LogBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogBar)

public:
    explicit LogBar(LogView& view, QWidget* parent = nullptr);

    void startFind(); // the focus goes to the field
    void setFindText(const QString& text);
    void setRegex(bool regex);
    void setCaseSensitive(bool on);
    void refresh(); // counts and matches; also done by itself

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void placeNote();

    LogView& m_view;
    SearchField* m_field;
    QLabel* m_note;
    QToolButton* m_case;
    QToolButton* m_regex;
    SegmentedControl* m_levels;
    QToolButton* m_follow;
    QTimer m_counts; // four times a second at most
    QTimer m_typing;
};

} // namespace pilothouse::ui
