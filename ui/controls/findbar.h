// SPDX-License-Identifier: GPL-3.0-or-later
// FindBar: floats in the upper right corner of what it searches. It only asks; its owner searches.
// Enter or F3 goes on, with Shift back, Esc closes.
#pragma once

#include <QtWidgets/QFrame>

class QLabel;

namespace pilothouse::ui
{

class SearchField;

class FindBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    explicit FindBar(QWidget* owner); // stays in the owner's corner
    void setTop(int below); // this far below the owner's upper edge

    // Shows it with the focus. An empty text, or one of several lines, keeps the last one.
    void start(const QString& text);
    void setNote(const QString& note, bool nothingFound = false);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void textChanged(const QString& text);
    void nextRequested(bool forward);
    void closed(); // it is hidden by then

public Q_SLOTS:
    void close();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    SearchField* m_field;
    QLabel* m_note;
    int m_top = 0;
};

} // namespace pilothouse::ui
