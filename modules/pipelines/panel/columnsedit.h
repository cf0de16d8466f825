// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnsEdit: the columns of a table as rows of name, type and whether they may be null. The last
// row is always empty, for one more; a row without a name is gone.
#pragma once

#include "pipelines/panel/fieldeditor.h"

class QTableWidget;

namespace pilothouse::pipelines
{

class ColumnsEdit final : public FieldEditor
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnsEdit)

public:
    explicit ColumnsEdit(QWidget* parent = nullptr);

    void setValue(const std::optional<Value>& value) override;
    std::optional<Value> value() const override;
    void setReadOnly(bool readOnly) override;
    QWidget* input() const override;
    bool isWide() const override { return true; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addRow(const QString& name, const QString& type, bool nullable);
    void tell();

    QTableWidget* m_table;
    bool m_setting = false;
};

} // namespace pilothouse::pipelines
