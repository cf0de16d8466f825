// SPDX-License-Identifier: GPL-3.0-or-later
// GridFindBar: floats in the upper right corner of what it searches. It only asks; its owner
// searches.
#pragma once

#include <QtWidgets/QFrame>

class QLabel;
class QLineEdit;

namespace pilothouse::ui
{

class IconButton;

class GridFindBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GridFindBar)

public:
    explicit GridFindBar(QWidget* owner); // stays in the owner's corner, `below` its top
    void setTop(int below);

    void start(const QString& text); // shows it with the focus; an empty text keeps the last one
    void setNote(const QString& note, bool nothingFound = false);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void textChanged(const QString& text);
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();
    void close();

    QLineEdit* m_field;
    QLabel* m_note;
    IconButton* m_next;
    IconButton* m_previous;
    int m_top = 0;
};

} // namespace pilothouse::ui
