// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/datefield.h"

#include <QKeyEvent>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

DateField::DateField(QWidget* parent)
    : QDateTimeEdit(parent)
{
    setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
}

void DateField::begin()
{
    setFocus();
    setSelectedSection(YearSection);
    m_wentOn = false;
}

void DateField::focusInEvent(QFocusEvent* event)
{
    QDateTimeEdit::focusInEvent(event);
    m_wentOn = false;
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        setSelectedSection(YearSection);
}

bool DateField::focusNextPrevChild(bool next)
{
    return QWidget::focusNextPrevChild(next);
}

void DateField::keyPressEvent(QKeyEvent* event)
{
    const QString text = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (plain && text.size() == 1 && u"-:/. Tt"_s.contains(text)) {
        if (!std::exchange(m_wentOn, false) && currentSectionIndex() + 1 < sectionCount())
            setSelectedSection(sectionAt(currentSectionIndex() + 1));
        event->accept();
        return;
    }
    const int before = currentSectionIndex();
    QDateTimeEdit::keyPressEvent(event);
    m_wentOn = plain && text.size() == 1 && text[0].isDigit() && currentSectionIndex() > before;
}

} // namespace pilothouse::workflow
