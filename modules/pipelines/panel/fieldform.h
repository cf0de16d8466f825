// SPDX-License-Identifier: GPL-3.0-or-later
// FieldForm: settings as a form, made from the fields of the catalogue: by section, with help, with
// what is wrong under its field. A field the target cannot express is off and says why; a setting
// no field is for stands below as it is.
#pragma once

#include "pipelines/api/document.h"
#include "pipelines/api/store.h"
#include "pipelines/api/target.h"
#include "pipelines/panel/fieldeditor.h"

class QLabel;
class QVBoxLayout;

namespace pilothouse::pipelines
{

class FieldForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldForm)

public:
    // `catalogue`: for the titles of sections.
    FieldForm(CataloguePtr catalogue, QString language, QWidget* parent = nullptr);

    struct Subject {
        std::vector<FieldSpec> fields;
        Settings settings;
        std::optional<Text> locked; // why nothing can be edited
        Settings inherited; // what holds where nothing is set
    };
    // Rows stay where the fields are the same, and so does the focus.
    void show(const Subject& subject, const Target& target);
    using QWidget::show;
    void setProblems(const std::vector<Problem>& problems); // those with a field
    void setConnections(const QStringList& names); // offered where one is asked for
    bool focusField(const QString& name);
    FieldEditor* editor(const QString& name) const;

Q_SIGNALS:
    void changed(const QString& name, const std::optional<pilothouse::pipelines::Value>& value);
    void finished();

private:
    struct Row {
        FieldSpec field;
        QWidget* box;
        QLabel* label;
        FieldEditor* editor;
        QLabel* note; // help, why it is off, or what is wrong
    };
    void build();
    QLabel* heading(const QString& text);
    void addRow(const FieldSpec& field);
    void addForeign(const Setting& setting);
    void fill();
    bool isUsed(const FieldSpec& field) const;
    void say(const Row& row);

    CataloguePtr m_catalogue;
    QString m_language;
    QVBoxLayout* m_column;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_rows = nullptr;
    Subject m_subject;
    Target m_target;
    std::vector<Problem> m_problems;
    std::vector<Row> m_list;
    QStringList m_connections;
    QStringList m_foreign; // names of settings no field is for
};

} // namespace pilothouse::pipelines
