// SPDX-License-Identifier: GPL-3.0-or-later
// Fields for the parameters of the statement that is about to run ($1, :name). Values are sent
// apart from the text.
#pragma once

#include <QFrame>
#include <QMap>
#include <QStringList>

class QHBoxLayout;
class QLineEdit;

namespace pilothouse::database
{

class ParamBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ParamBar)

public:
    explicit ParamBar(QWidget* parent = nullptr);

    void setNames(const QStringList& names); // keeps values by name; hides when empty
    QMap<QString, QString> values() const; // of the shown names
    QMap<QString, QString> allValues() const { return m_values; }
    void setValues(const QMap<QString, QString>& values);
    void focusFirstEmpty();
    bool hasEmpty() const;

Q_SIGNALS:
    void valuesChanged();
    void runRequested(); // Enter in the last field

private:
    QHBoxLayout* m_row;
    QMap<QString, QLineEdit*> m_fields;
    QMap<QString, QString> m_values;
    QStringList m_names;
};

} // namespace pilothouse::database
