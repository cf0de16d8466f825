// SPDX-License-Identifier: GPL-3.0-or-later
// PipelineDialog: the name of a new, renamed or copied pipeline; of a new one also its folder and
// what it begins with. Never blocks: open() it; it deletes itself.
#pragma once

#include <QDialog>
#include <QStringList>

class QComboBox;
class QLabel;
class QLineEdit;

namespace pilothouse::ui
{
class Button;
}

namespace pilothouse::pipelines
{

class PipelineDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineDialog)

public:
    struct Choice {
        QString title;
        QString value; // a folder; a template's file, empty: nothing in it
        QString words = {}; // what a template is for and needs
    };

    PipelineDialog(
        const QString& question, const QString& button, const QString& name, QWidget* over);
    // Of a new one.
    void offer(const QList<Choice>& folders, int folder, const QList<Choice>& templates);
    void setTaken(const QStringList& names) { m_taken = names; } // pipelines there are already

    QLineEdit* nameField() const { return m_name; }
    QComboBox* templateBox() const { return m_template; }
    ui::Button* button() const { return m_go; }
    QString problem() const;
    QString templateWords() const; // shown below the chosen template

Q_SIGNALS:
    void wanted(const QString& name, const QString& folder, const QString& from);

private:
    void check();
    void describe();
    void go();

    QString m_was;
    QStringList m_taken;
    QLineEdit* m_name;
    QComboBox* m_folder;
    QComboBox* m_template;
    QLabel* m_folderLabel;
    QLabel* m_templateLabel;
    QLabel* m_templateWords;
    QLabel* m_problem;
    ui::Button* m_go;
};

} // namespace pilothouse::pipelines
