// SPDX-License-Identifier: GPL-3.0-or-later
// NameField: a name of something the target has, such as a connection. What is known is offered
// while typing, with Down, or by its button; anything else may be typed.
#pragma once

#include "pipelines/panel/fieldeditor.h"

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace pilothouse::pipelines
{

class NameField final : public FieldEditor
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NameField)

public:
    NameField(const FieldSpec& field, QWidget* parent);

    void setValue(const std::optional<Value>& value) override;
    std::optional<Value> value() const override;
    void setReadOnly(bool readOnly) override;
    QWidget* input() const override;
    void offer(const QStringList& names) override;
    QCompleter* completer() const { return m_completer; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showAll();

    QLineEdit* m_line;
    QAction* m_open;
    QStringListModel* m_names;
    QCompleter* m_completer;
};

} // namespace pilothouse::pipelines
