// SPDX-License-Identifier: GPL-3.0-or-later
// One field a parameter, remade only when the names change.
#include "database/panel/parambar.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

ParamBar::ParamBar(QWidget* parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
{
    ui::setPlate(this, ui::Token::Raised);
    m_row->setContentsMargins(12, 4, 12, 4);
    m_row->addStretch(1);
    hide();
}

void ParamBar::setNames(const QStringList& names)
{
    if (names == m_names)
        return;
    m_names = names;
    while (auto* item = m_row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_fields.clear();
    for (const QString& name : names) {
        auto* field = new QLineEdit(this);
        field->setText(m_values.value(name));
        field->setPlaceholderText(u"NULL"_s);
        ui::setTextStyle(field, ui::TextStyle::Mono);
        const QString shown = name.at(0).isDigit() ? u'$' % name : u':' % name;
        auto* label = new QLabel(shown, this);
        ui::setTextStyle(label, ui::TextStyle::Mono);
        ui::setTone(label, ui::Token::Text2);
        label->setBuddy(field);
        field->setAccessibleName(tr("Parameter %1").arg(shown));
        m_row->addWidget(label);
        m_row->addWidget(field);
        connect(field, &QLineEdit::textChanged, this, [this, name](const QString& text) {
            m_values[name] = text;
            Q_EMIT valuesChanged();
        });
        connect(field, &QLineEdit::returnPressed, this, &ParamBar::runRequested);
        m_fields[name] = field;
    }
    m_row->addStretch(1);
    setVisible(!names.isEmpty());
}

QMap<QString, QString> ParamBar::values() const
{
    QMap<QString, QString> out;
    for (const QString& name : m_names) {
        // An empty field is NULL, as its placeholder says.
        const QString text = m_values.value(name);
        out[name] = text.isEmpty() ? QString() : text;
    }
    return out;
}

void ParamBar::setValues(const QMap<QString, QString>& values)
{
    m_values = values;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        it.value()->setText(values.value(it.key()));
}

bool ParamBar::hasEmpty() const
{
    for (const QString& name : m_names)
        if (!m_values.contains(name))
            return true;
    return false;
}

void ParamBar::focusFirstEmpty()
{
    for (const QString& name : m_names)
        if (!m_values.contains(name)) {
            m_values[name] = QString(); // shown once; empty means NULL from now on
            m_fields[name]->setFocus();
            return;
        }
}

} // namespace pilothouse::database
