// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/consoleline.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

ConsoleLine::ConsoleLine(QWidget* parent)
    : QLineEdit(parent)
    , m_names(new QStringListModel(this))
{
    setAccessibleName(tr("Command"));
    setPlaceholderText(tr("Command, e.g. HGETALL cart:user:1"));
    ui::setTextStyle(this, ui::TextStyle::Mono);
    auto* completer = new QCompleter(m_names, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(12);
    completer->popup()->setAccessibleName(tr("Commands that begin so"));
    ui::setTextStyle(completer->popup(), ui::TextStyle::Mono);
    setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this,
        [this](const QString& name) { take(name); });
    connect(this, &QLineEdit::textEdited, this, [this] { m_history.leave(); });
}

void ConsoleLine::setCommands(const QStringList& names)
{
    m_names->setStringList(names);
}

QString ConsoleLine::command() const
{
    const QStringList words = text().simplified().toUpper().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    const QString two = words.mid(0, 2).join(u' ');
    return words.size() > 1 && m_names->stringList().contains(two) ? two : words[0];
}

bool ConsoleLine::closePopup()
{
    if (!completer()->popup()->isVisible())
        return false;
    completer()->popup()->hide();
    return true;
}

void ConsoleLine::take(const QString& name)
{
    setText(name + u' ');
}

// One candidate is taken, several are shown; none: Tab leaves the field.
bool ConsoleLine::complete()
{
    if (text().isEmpty())
        return false;
    QAbstractItemView* popup = completer()->popup();
    if (popup->isVisible() && popup->currentIndex().isValid()) {
        take(popup->currentIndex().data().toString());
        popup->hide();
        return true;
    }
    completer()->setCompletionPrefix(text());
    if (completer()->completionCount() == 0)
        return false;
    if (completer()->completionCount() == 1) {
        take(completer()->currentCompletion());
        popup->hide();
    } else if (popup->isVisible()) {
        popup->setCurrentIndex(completer()->completionModel()->index(0, 0));
    } else {
        completer()->complete();
    }
    return true;
}

bool ConsoleLine::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier && complete()) {
            key->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void ConsoleLine::keyPressEvent(QKeyEvent* event)
{
    QAbstractItemView* popup = completer()->popup();
    const bool listed = popup->isVisible();
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (listed)
            break;
        setText(event->key() == Qt::Key_Up ? m_history.older(text()) : m_history.newer(text()));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (listed && popup->currentIndex().isValid()) { // chosen, not yet written to the end
            complete();
            return;
        }
        popup->hide();
        if (!text().trimmed().isEmpty())
            Q_EMIT entered(text());
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace pilothouse::queue
