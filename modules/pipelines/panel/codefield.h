// SPDX-License-Identifier: GPL-3.0-or-later
// CodeField: program text as a field of a form: it wraps there, and opens large over the window
// with F4 or its button. Both hold the same text at every moment; Esc goes back.
#pragma once

#include "pipelines/panel/fieldeditor.h"

namespace pilothouse::ui
{
class CodeEditor;
} // namespace pilothouse::ui

namespace pilothouse::pipelines
{

class CodeField final : public FieldEditor
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeField)

public:
    CodeField(const FieldSpec& field, const QString& name, QWidget* parent);

    void setValue(const std::optional<Value>& value) override;
    std::optional<Value> value() const override;
    void setReadOnly(bool readOnly) override;
    QWidget* input() const override;
    bool isWide() const override { return true; }

    void openLarge();
    ui::CodeEditor* code() const { return m_code; }
    ui::CodeEditor* large() const { return m_large; } // null: not open

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void take(const QString& text); // of the large one

    const QString m_name;
    const QString m_language;
    ui::CodeEditor* m_code;
    ui::CodeEditor* m_large = nullptr; // while it is open
    bool m_setting = false;
};

} // namespace pilothouse::pipelines
