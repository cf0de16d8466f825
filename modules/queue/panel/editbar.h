// SPDX-License-Identifier: GPL-3.0-or-later
// EditBar: one line that asks for what an act needs (a time, a name, a field and its value).
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;

namespace pilothouse::ui
{
class Button;
}

namespace pilothouse::queue
{

class EditBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditBar)

public:
    explicit EditBar(QWidget* parent = nullptr);

    struct Ask {
        QString title;
        QString first; // placeholder and name of the first field
        QString second; // empty: one field only
        QString firstText; // what stands in it
        QString button;
    };
    // `done` gets both texts; it returns what is wrong with them, or nothing: then the bar closes.
    using Done = std::function<QString(const QString& first, const QString& second)>;
    void ask(const Ask& ask, Done done);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void apply();

    QLabel* m_title;
    QLineEdit* m_first;
    QLineEdit* m_second;
    QLabel* m_note;
    ui::Button* m_apply;
    ui::Button* m_cancel;
    Done m_done;
};

} // namespace pilothouse::queue
