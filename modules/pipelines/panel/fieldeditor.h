// SPDX-License-Identifier: GPL-3.0-or-later
// FieldEditor: one field of a form, as its kind in the catalogue wants it: a line, lines, code, a
// switch, a choice, columns. It holds a Value, or nothing where the standard holds.
#pragma once

#include "pipelines/api/target.h"

#include <QWidget>

#include <optional>

namespace pilothouse::pipelines
{

class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void setValue(const std::optional<Value>& value) = 0; // tells nothing
    virtual std::optional<Value> value() const = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    virtual QWidget* input() const = 0; // gets the focus and the accessible name
    // A choice the target cannot express is off and says why.
    virtual void setTarget(const Target&) { }
    // Names that may be meant; others may be typed.
    virtual void offer(const QStringList&) { }
    virtual bool isWide() const { return false; } // stands below its label

Q_SIGNALS:
    void edited(); // by the user; while typing once for each change
    void finished(); // what is typed next is another step
};

// `language` is that of the catalogue's words.
FieldEditor* makeFieldEditor(const FieldSpec& field, const QString& language, QWidget* parent);

} // namespace pilothouse::pipelines
