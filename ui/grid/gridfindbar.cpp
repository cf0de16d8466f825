// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/gridfindbar.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

GridFindBar::GridFindBar(QWidget* owner)
    : QFrame(owner)
    , m_field(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_next(new IconButton(u"chevron-down"_s, tr("Next match"), {}, this, 12))
    , m_previous(new IconButton(u"chevron-up"_s, tr("Previous match"), {}, this, 12))
{
    setLook(this, "variant", u"card"_s);
    setAccessibleName(tr("Find"));
    m_field->setPlaceholderText(tr("Find"));
    m_field->setAccessibleName(tr("Find"));
    m_field->setFixedWidth(200);
    m_next->setName(tr("Next match (F3)"));
    m_previous->setName(tr("Previous match (Shift+F3)"));
    setTextStyle(m_note, TextStyle::Caption);
    setTone(m_note, Token::Text3);
    auto* closeButton = new IconButton(u"close"_s, tr("Close find"), {}, this, 12);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 4, 4, 4);
    row->setSpacing(2);
    row->addWidget(m_field);
    row->addSpacing(4);
    row->addWidget(m_note);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(closeButton);
    connect(m_field, &QLineEdit::textChanged, this, &GridFindBar::textChanged);
    connect(m_next, &QToolButton::clicked, this, &GridFindBar::nextRequested);
    connect(m_previous, &QToolButton::clicked, this, &GridFindBar::previousRequested);
    connect(closeButton, &QToolButton::clicked, this, &GridFindBar::close);
    owner->installEventFilter(this);
    hide();
}

void GridFindBar::setTop(int below)
{
    m_top = below;
    place();
}

void GridFindBar::start(const QString& text)
{
    if (!text.isEmpty())
        m_field->setText(text);
    m_field->selectAll();
    show();
    raise();
    place();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void GridFindBar::setNote(const QString& note, bool nothingFound)
{
    m_note->setText(note);
    setTone(m_note, nothingFound ? Token::StatusWarn : Token::Text3);
    place();
}

QString GridFindBar::text() const
{
    return m_field->text();
}

void GridFindBar::place()
{
    adjustSize();
    move(std::max(0, parentWidget()->width() - width() - 16), m_top + 4);
}

void GridFindBar::close()
{
    hide();
    Q_EMIT closed();
}

bool GridFindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void GridFindBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            Q_EMIT previousRequested();
        else
            Q_EMIT nextRequested();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

} // namespace pilothouse::ui
