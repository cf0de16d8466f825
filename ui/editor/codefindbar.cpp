// SPDX-License-Identifier: GPL-3.0-or-later
// Enter goes on, Shift+Enter back, Esc closes.
#include "ui/editor/codefindbar.h"

#include "ui/controls/button.h"
#include "ui/controls/keycap.h"
#include "ui/controls/searchfield.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

CodeFindBar::CodeFindBar(QWidget* parent)
    : QFrame(parent)
    , m_field(new SearchField(tr("Find"), this))
    , m_note(new QLabel(this))
{
    setPlate(this, Token::Raised);
    setTextStyle(m_note, TextStyle::Caption);
    setTone(m_note, Token::StatusWarn);
    // The keys are handled where the focus is: a button's own shortcut clicks only after 100 ms.
    const auto button = [this](const QString& icon, const QString& name, const QKeySequence& keys) {
        auto* b = new IconButton(icon, name, {}, this);
        b->setToolTip(u"%1 (%2)"_s.arg(name, keyText(keys)));
        return b;
    };
    auto* back = button(u"arrow-up"_s, tr("Previous match"), QKeySequence(u"Shift+F3"_s));
    auto* next = button(u"arrow-down"_s, tr("Next match"), QKeySequence(u"F3"_s));
    auto* close = button(u"close"_s, tr("Close the find bar"), QKeySequence(Qt::Key_Escape));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_note);
    layout->addWidget(back);
    layout->addWidget(next);
    layout->addWidget(close);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CodeFindBar::changed);
    connect(back, &QAbstractButton::clicked, this, [this] { Q_EMIT nextRequested(false); });
    connect(next, &QAbstractButton::clicked, this, [this] { Q_EMIT nextRequested(true); });
    connect(close, &QAbstractButton::clicked, this, &CodeFindBar::closed);
    hide();
}

void CodeFindBar::open(const QString& preset)
{
    if (!preset.isEmpty() && !preset.contains(u'\n'))
        m_field->setText(preset);
    show();
    m_field->setFocus();
    m_field->selectAll();
}

QString CodeFindBar::needle() const
{
    return m_field->text();
}

void CodeFindBar::setFound(bool found)
{
    m_note->setText(found || m_field->text().isEmpty() ? QString() : tr("no match"));
}

bool CodeFindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT closed();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter
            || key->key() == Qt::Key_F3) {
            Q_EMIT nextRequested(!key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace pilothouse::ui
