// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/pipelinedialog.h"

#include "pipelines/api/edits.h"
#include "ui/controls/button.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using ui::ButtonVariant;
using ui::TextStyle;
using ui::Token;

namespace
{

constexpr int kWords = Qt::UserRole + 1; // of a template

} // namespace

PipelineDialog::PipelineDialog(
    const QString& question, const QString& button, const QString& name, QWidget* over)
    : QDialog(over)
    , m_was(name)
    , m_name(new QLineEdit(name, this))
    , m_folder(new QComboBox(this))
    , m_template(new QComboBox(this))
    , m_folderLabel(new QLabel(tr("Folder"), this))
    , m_templateLabel(new QLabel(tr("Begins with"), this))
    , m_templateWords(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_go(new ui::Button(button, ButtonVariant::Primary, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(question);
    setAccessibleName(question);
    setMinimumWidth(480);
    auto* title = new QLabel(question, this);
    title->setTextFormat(Qt::PlainText);
    ui::setTextStyle(title, TextStyle::Title);
    auto* nameLabel = new QLabel(tr("Name"), this);
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    const std::pair<QLabel*, QWidget*> rows[]
        = {{nameLabel, m_name}, {m_folderLabel, m_folder}, {m_templateLabel, m_template}};
    int at = 0;
    for (const auto& [label, field] : rows) {
        ui::setTextStyle(label, TextStyle::Cell);
        label->setBuddy(field);
        field->setAccessibleName(label->text());
        form->addWidget(label, at, 0);
        form->addWidget(field, at++, 1);
    }
    form->setColumnStretch(1, 1);
    ui::setTextStyle(m_name, TextStyle::Mono);
    m_templateWords->setTextFormat(Qt::PlainText);
    m_templateWords->setWordWrap(true);
    ui::setTextStyle(m_templateWords, TextStyle::Caption);
    ui::setTone(m_templateWords, Token::Text2);
    m_templateWords->hide();
    form->addWidget(m_templateWords, 3, 1);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    ui::setTextStyle(m_problem, TextStyle::Caption);
    ui::setTone(m_problem, Token::StatusError);
    form->addWidget(m_problem, 4, 1);
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_folder, m_folderLabel, m_template, m_templateLabel})
        part->hide();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    auto* cancel = new ui::Button(tr("Cancel"), ButtonVariant::Default, this);
    cancel->setKey(Qt::Key_Escape, false);
    m_go->setKey(Qt::Key_Return, false);
    m_go->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 16);
    column->setSpacing(12);
    column->addWidget(title);
    column->addLayout(form);
    column->addLayout(buttons);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_go, &QAbstractButton::clicked, this, &PipelineDialog::go);
    connect(m_name, &QLineEdit::textChanged, this, &PipelineDialog::check);
    connect(m_template, &QComboBox::currentIndexChanged, this, &PipelineDialog::describe);
    m_name->selectAll();
    m_name->setFocus();
    check();
}

void PipelineDialog::offer(const QList<Choice>& folders, int folder, const QList<Choice>& templates)
{
    for (const Choice& one : folders)
        m_folder->addItem(one.title, one.value);
    m_folder->setCurrentIndex(folder);
    for (const Choice& one : templates) {
        m_template->addItem(one.title, one.value);
        m_template->setItemData(m_template->count() - 1, one.words, kWords);
    }
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_folder, m_folderLabel, m_template, m_templateLabel})
        part->show();
    m_was.clear();
    check();
}

void PipelineDialog::describe()
{
    const QString words = m_template->currentData(kWords).toString();
    m_templateWords->setText(words);
    m_templateWords->setVisible(!words.isEmpty());
    m_template->setAccessibleDescription(words);
}

QString PipelineDialog::templateWords() const
{
    return m_templateWords->text();
}

QString PipelineDialog::problem() const
{
    return m_problem->text();
}

void PipelineDialog::check()
{
    const QString name = m_name->text();
    const auto bad = idProblem(name);
    QString words;
    if (bad && !name.isEmpty())
        words = ui::words(*bad);
    else if (m_taken.contains(name) && name != m_was)
        words = tr("There is a pipeline of this name already.");
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
    m_go->setEnabled(!bad && words.isEmpty() && name != m_was);
}

void PipelineDialog::go()
{
    if (!m_go->isEnabled())
        return;
    const QString name = m_name->text();
    const QString folder = m_folder->currentData().toString();
    const QString from = m_template->currentData().toString();
    accept();
    Q_EMIT wanted(name, folder, from);
}

} // namespace pilothouse::pipelines
