// SPDX-License-Identifier: GPL-3.0-or-later
// DateField: a date and time taken as it is typed: "2026-11-18", "2026-11-18 06:00" or with a T.
// The field's own editor goes on to the next part by itself and would take the dash that is typed
// then for one step more.
#pragma once

#include <QDateTimeEdit>

namespace pilothouse::workflow
{

class DateField final : public QDateTimeEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DateField)

public:
    explicit DateField(QWidget* parent = nullptr);
    void begin(); // focus, with the year to be typed

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override; // Tab leaves it, back too

private:
    bool m_wentOn = false; // to a part in which nothing was typed yet
};

} // namespace pilothouse::workflow
