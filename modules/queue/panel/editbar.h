// SPDX-License-Identifier: GPL-3.0-or-later
// EditBar: one line that asks for what an act needs (a time, a name, a field and its value).
#pragma once

#include "core/act.h"

#include <tl/expected.hpp>

#include <QFrame>

#include <functional>

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
} // namespace pilothouse::ui

namespace pilothouse::queue
{

class CommandPreview;

class EditBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditBar)

public:
    // `asks`: whether a dialog shows the command; else it stands below the fields.
    explicit EditBar(std::function<bool()> asks, QWidget* parent = nullptr);

    struct Ask {
        QString title;
        QString first; // placeholder and name of the first field
        QString second; // empty: one field only
        QString firstText; // what stands in it
        QString button; // with the dots of a dialog, shown without where none follows
        QString note = {}; // what was wrong with it the last time
        QString secondText = {};
        QString way = {}; // a button: what else may be done with what is typed, as it is asked
        std::function<void()> takeWay = {};
    };
    // The act that both texts ask for, or what is wrong with them.
    using Made = tl::expected<Act, QString>;
    using Make = std::function<Made(const QString& first, const QString& second)>;
    // What was applied; the bar is closed by then.
    using Send = std::function<void(Act act, const QString& first, const QString& second)>;
    void ask(const Ask& ask, Make make, Send send);
    CommandPreview* preview() const { return m_preview; }
    QString note() const; // what is wrong with it
    ui::Button* button() const { return m_apply; }
    ui::Button* way() const { return m_way; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void tell(const QString& note);
    void apply();
    void tellCommand();
    void onTyped();

    const std::function<bool()> m_asks;
    ui::ElidedLabel* m_title;
    QLineEdit* m_first;
    QLineEdit* m_second;
    QLabel* m_note;
    ui::Button* m_apply;
    ui::Button* m_cancel;
    ui::Button* m_way;
    CommandPreview* m_preview;
    QBoxLayout* m_fields; // beside each other, or one below the other
    Make m_make;
    Send m_send;
    std::function<void()> m_takeWay;
};

} // namespace pilothouse::queue
