// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/overflow.h"

#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"

#include <QMenu>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

Overflow::Overflow(ui::PanelHeader& header)
    : QObject(&header)
    , m_more(new ui::IconButton(u"more"_s, tr("More"), QKeySequence(), &header))
    , m_menu(new QMenu(m_more))
{
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->hide();
    header.addRight(m_more);
    connect(m_menu, &QMenu::aboutToShow, this, &Overflow::fillMenu);
}

void Overflow::add(const QList<QAbstractButton*>& buttons)
{
    m_buttons.append(buttons);
}

void Overflow::clear()
{
    m_buttons.clear();
}

int Overflow::widthOf(const QList<QAbstractButton*>& buttons)
{
    int width = 0;
    for (const QAbstractButton* button : buttons)
        width += button->sizeHint().width() + kGap;
    return width;
}

void Overflow::fit(int room)
{
    int all = 0;
    for (const auto& buttons : m_buttons)
        all += widthOf(buttons);
    const bool whole = all <= room;
    int left = whole ? room : room - m_more->sizeHint().width() - kGap;
    for (const auto& buttons : m_buttons) {
        const int width = widthOf(buttons);
        const bool shown = width <= left;
        left = shown ? left - width : 0; // what stands behind goes first
        for (QAbstractButton* button : buttons)
            button->setVisible(shown);
    }
    m_more->setVisible(!whole);
}

bool Overflow::isUsed() const
{
    return !m_more->isHidden();
}

void Overflow::fillMenu()
{
    m_menu->clear();
    for (const auto& buttons : m_buttons) {
        for (QAbstractButton* button : buttons) {
            if (!button->isHidden())
                continue;
            const bool icon = qobject_cast<QToolButton*>(button) != nullptr;
            const QString name = icon         ? button->accessibleName()
                : button->toolTip().isEmpty() ? button->text()
                                              : button->toolTip();
            QAction* action = m_menu->addAction(name);
            action->setEnabled(button->isEnabled());
            action->setCheckable(button->isCheckable());
            action->setChecked(button->isChecked());
            connect(action, &QAction::triggered, button, &QAbstractButton::click);
        }
    }
}

} // namespace pilothouse::workflow
