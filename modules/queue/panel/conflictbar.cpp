// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/conflictbar.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace pilothouse::queue
{

ConflictBar::ConflictBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_first(new ui::Button({}, ui::ButtonVariant::Default, this))
    , m_second(new ui::Button({}, ui::ButtonVariant::Quiet, this))
{
    ui::setPlate(this, ui::Token::Raised);
    ui::setTextStyle(m_text, ui::TextStyle::Cell);
    ui::setTone(m_text, ui::Token::StatusWarn);
    m_text->setWordWrap(true); // the column may be narrow
    m_first->setSmall(true);
    m_second->setSmall(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_first);
    layout->addWidget(m_second);
    connect(m_first, &QAbstractButton::clicked, this, [this] {
        if (m_state >= State::Changed)
            Q_EMIT theirsRequested();
        else
            Q_EMIT mineRequested();
    });
    connect(m_second, &QAbstractButton::clicked, this, [this] {
        if (m_state >= State::Changed)
            Q_EMIT overwriteRequested();
        else
            Q_EMIT mineDropped();
    });
    hide();
}

void ConflictBar::setState(State state)
{
    m_state = state;
    if (state == State::Changed) {
        m_text->setText(tr("Somebody else changed it meanwhile. Nothing was overwritten."));
        m_first->setText(tr("Load theirs"));
        m_second->setText(tr("Overwrite…"));
    } else if (state == State::Gone) {
        m_text->setText(tr("It is gone from the server. Your edit is kept."));
        m_first->setText(tr("Look again"));
        m_second->setText(tr("Save it anew…"));
    } else if (state == State::TheirsShown) {
        m_text->setText(tr("This is what the server holds. Your edit is kept."));
        m_first->setText(tr("Show mine"));
        m_second->setText(tr("Discard mine"));
    }
    setAccessibleName(m_text->text());
    setVisible(state != State::None);
}

} // namespace pilothouse::queue
