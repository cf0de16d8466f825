// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logjumpbar.h"

#include "ui/logview/logview.h"
#include "ui/theme/theme.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

LogJumpBar::LogJumpBar(LogView& view)
    : QFrame(&view)
    , m_view(view)
    , m_field(new QLineEdit(this))
{
    setLook(this, "variant", u"card"_s);
    setAccessibleName(tr("Go to a line or time"));
    m_field->setAccessibleName(tr("Go to a line or time"));
    m_field->setPlaceholderText(tr("Line or time, as 218 or 14:01:22"));
    m_field->setFixedWidth(260);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 4, 6, 4);
    row->addWidget(m_field);
    connect(&view, &LogView::jumpRequested, this, &LogJumpBar::start);
    view.installEventFilter(this);
    hide();
}

void LogJumpBar::start()
{
    show();
    raise();
    place();
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void LogJumpBar::place()
{
    adjustSize();
    move(std::max(0, m_view.width() - width() - 24), 6);
}

void LogJumpBar::close()
{
    hide();
    m_view.setFocus(Qt::OtherFocusReason);
}

bool LogJumpBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void LogJumpBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_view.jumpTo(m_field->text()))
            close();
        else
            m_field->selectAll();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

} // namespace pilothouse::ui
