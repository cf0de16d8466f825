// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/namefield.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

NameField::NameField(const FieldSpec& field, QWidget* parent)
    : FieldEditor(parent)
    , m_line(new QLineEdit(this))
    , m_open(
          m_line->addAction(ui::icon(ui::Theme::of(this), u"chevron-down"_s, ui::Token::Text3, 12),
              QLineEdit::TrailingPosition))
    , m_names(new QStringListModel(this))
    , m_completer(new QCompleter(m_names, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line, 1);
    ui::setTextStyle(m_line, ui::TextStyle::Mono);
    m_line->setPlaceholderText(field.standard.isNone() ? QString() : field.standard.shown());
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(m_completer);
    m_line->installEventFilter(this);
    m_completer->popup()->installEventFilter(this);
    m_open->setText(tr("What the target has"));
    m_open->setToolTip(tr("What the target has (Down)"));
    m_open->setVisible(false);
    connect(m_open, &QAction::triggered, this, &NameField::showAll);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_line, &QLineEdit::editingFinished, this, &FieldEditor::finished);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this,
        [this](const QString& name) {
            m_line->setText(name);
            Q_EMIT edited();
            Q_EMIT finished();
        });
}

void NameField::setValue(const std::optional<Value>& value)
{
    const QString text = value ? value->text : QString();
    if (text != m_line->text())
        m_line->setText(text);
}

std::optional<Value> NameField::value() const
{
    const QString text = m_line->text();
    return text.isEmpty() ? std::nullopt : std::optional(Value::ofText(text));
}

void NameField::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_open->setEnabled(!readOnly);
}

QWidget* NameField::input() const
{
    return m_line;
}

void NameField::offer(const QStringList& names)
{
    if (names != m_names->stringList())
        m_names->setStringList(names);
    m_open->setVisible(!names.isEmpty());
}

void NameField::showAll()
{
    if (m_line->isReadOnly() || m_names->rowCount() == 0)
        return;
    m_line->setFocus(Qt::OtherFocusReason);
    m_completer->setCompletionPrefix({});
    m_completer->complete();
}

// Down opens the list. Esc closes it, and only then leaves the form.
bool NameField::eventFilter(QObject* watched, QEvent* event)
{
    const bool pressed = event->type() == QEvent::KeyPress;
    if (!pressed && event->type() != QEvent::ShortcutOverride)
        return FieldEditor::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool open = m_completer->popup()->isVisible();
    if (open && key == Qt::Key_Escape) {
        event->accept();
        if (pressed)
            m_completer->popup()->hide();
        return true;
    }
    if (pressed && !open && watched == m_line && key == Qt::Key_Down) {
        showAll();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace pilothouse::pipelines
