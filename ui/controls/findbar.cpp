// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/findbar.h"

#include "ui/controls/button.h"
#include "ui/controls/keycap.h"
#include "ui/controls/searchfield.h"
#include "ui/theme/theme.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{
constexpr int kFieldWidth = 220;
constexpr int kFromRight = 16; // clear of a scroll bar
constexpr int kFromTop = 4;
} // namespace

FindBar::FindBar(QWidget* owner)
    : QFrame(owner)
    , m_field(new SearchField(tr("Find"), this))
    , m_note(new QLabel(this))
{
    setLook(this, "variant", u"card"_s);
    setAccessibleName(tr("Find"));
    m_field->setFixedWidth(kFieldWidth);
    m_field->installEventFilter(this);
    setTextStyle(m_note, TextStyle::Caption);
    setTone(m_note, Token::Text3);
    // The keys are handled where the focus is: a button's own shortcut clicks only after 100 ms.
    const auto button = [this](const QString& icon, const QString& name, const QKeySequence& keys) {
        auto* made = new IconButton(icon, name, {}, this, 12);
        made->setToolTip(u"%1 (%2)"_s.arg(name, keyText(keys)));
        return made;
    };
    auto* back = button(u"chevron-up"_s, tr("Previous match"), QKeySequence(u"Shift+F3"_s));
    auto* next = button(u"chevron-down"_s, tr("Next match"), QKeySequence(u"F3"_s));
    auto* away = button(u"close"_s, tr("Close the find bar"), QKeySequence(Qt::Key_Escape));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 4, 4, 4);
    row->setSpacing(2);
    row->addWidget(m_field);
    row->addSpacing(4);
    row->addWidget(m_note);
    row->addWidget(back);
    row->addWidget(next);
    row->addWidget(away);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(back, &QAbstractButton::clicked, this, [this] { Q_EMIT nextRequested(false); });
    connect(next, &QAbstractButton::clicked, this, [this] { Q_EMIT nextRequested(true); });
    connect(away, &QAbstractButton::clicked, this, &FindBar::close);
    for (QWidget* part : std::initializer_list<QWidget*>{back, next, away})
        part->installEventFilter(this);
    owner->installEventFilter(this);
    hide();
}

void FindBar::setTop(int below)
{
    m_top = below;
    place();
}

void FindBar::start(const QString& text)
{
    if (!text.isEmpty() && !text.contains(u'\n'))
        m_field->setText(text);
    m_field->selectAll();
    show();
    raise();
    place();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::setNote(const QString& note, bool nothingFound)
{
    m_note->setText(note);
    setTone(m_note, nothingFound ? Token::StatusWarn : Token::Text3);
    place();
}

QString FindBar::text() const
{
    return m_field->text();
}

void FindBar::place()
{
    adjustSize();
    move(std::max(0, parentWidget()->width() - width() - kFromRight), m_top + kFromTop);
}

void FindBar::close()
{
    hide();
    Q_EMIT closed();
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool onField = watched == m_field;
    switch (key->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!onField) // Enter on a button is the button's
            break;
        [[fallthrough]];
    case Qt::Key_F3:
        Q_EMIT nextRequested(!key->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace pilothouse::ui
