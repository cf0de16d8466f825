// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/pairrows.h"

#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

PairRows::PairRows(const QString& title, const QString& add, bool nullable, QWidget* parent)
    : QWidget(parent)
    , m_nullable(nullable)
    , m_names(new QStringListModel(this))
    , m_lines(new QVBoxLayout)
    , m_add(new ui::Button(add, ui::ButtonVariant::Quiet, this))
{
    setAccessibleName(title);
    auto* head = new QHBoxLayout;
    auto* name = new QLabel(title, this);
    ui::setTextStyle(name, TextStyle::ControlStrong);
    m_add->setIconName(u"plus"_s);
    m_add->setSmall(true);
    head->addWidget(name);
    head->addStretch(1);
    head->addWidget(m_add);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addLayout(m_lines);
    connect(m_add, &QAbstractButton::clicked, this, &PairRows::addRow);
}

void PairRows::setNames(const QStringList& names)
{
    m_names->setStringList(names);
}

void PairRows::setPlaceholders(const std::vector<std::pair<QString, QString>>& values)
{
    m_placeholders = values;
    for (const Row& row : m_rows)
        judgeRow(row);
}

QString PairRows::placeholder(const QString& name) const
{
    for (const auto& [known, value] : m_placeholders)
        if (known == name)
            return value;
    return {};
}

void PairRows::append(const Pair& pair)
{
    Row row;
    row.line = new QWidget(this);
    auto* rows = new QVBoxLayout(row.line);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(1);
    auto* fields = new QHBoxLayout;
    fields->setSpacing(6);
    row.name = new QLineEdit(pair.name, row.line);
    row.name->setAccessibleName(tr("Name"));
    row.name->setPlaceholderText(tr("Name"));
    row.value = new QLineEdit(pair.value.value_or(QString()), row.line);
    row.value->setAccessibleName(tr("Value"));
    auto* completer = new QCompleter(m_names, row.name);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    row.name->setCompleter(completer);
    for (QLineEdit* field : {row.name, row.value})
        ui::setTextStyle(field, TextStyle::Mono);
    if (m_nullable) {
        const ui::Theme& theme = ui::Theme::of(this);
        row.null = row.value->addAction(
            ui::icon(theme, u"null"_s, Token::Text3), QLineEdit::TrailingPosition);
        row.null->setText(tr("Null"));
        row.null->setCheckable(true);
        row.null->setChecked(!pair.value);
    }
    auto* remove = new ui::IconButton(u"minus"_s, tr("Take this row away"), {}, row.line);
    row.problem = new ui::ElidedLabel({}, TextStyle::Caption, Token::StatusError, row.line);
    row.problem->hide();
    fields->addWidget(row.name, 1);
    fields->addWidget(row.value, 1);
    fields->addWidget(remove);
    rows->addLayout(fields);
    rows->addWidget(row.problem);
    m_lines->addWidget(row.line);
    m_rows.push_back(row);
    judgeRow(row);
    const auto changed = [this, row] {
        judgeRow(row);
        Q_EMIT edited();
    };
    connect(row.name, &QLineEdit::textChanged, this, changed);
    connect(row.value, &QLineEdit::textChanged, this, changed);
    if (row.null)
        connect(row.null, &QAction::toggled, this, changed);
    connect(remove, &QAbstractButton::clicked, this, [this, line = row.line] { removeRow(line); });
}

void PairRows::judgeRow(const Row& row)
{
    const bool null = row.null && row.null->isChecked();
    row.value->setReadOnly(null);
    const QString known = placeholder(row.name->text());
    row.value->setPlaceholderText(null ? tr("null") : known.isEmpty() ? tr("Value") : known);
    if (null && !row.value->text().isEmpty())
        row.value->clear();
}

void PairRows::addRow()
{
    append({QString(), QString()});
    m_rows.back().name->setFocus();
    Q_EMIT edited();
}

void PairRows::removeRow(QWidget* line)
{
    const auto at = std::find_if(
        m_rows.begin(), m_rows.end(), [line](const Row& row) { return row.line == line; });
    if (at == m_rows.end())
        return;
    const auto index = size_t(at - m_rows.begin());
    m_rows.erase(at);
    line->hide();
    line->deleteLater();
    if (m_rows.empty())
        m_add->setFocus();
    else
        m_rows[std::min(index, m_rows.size() - 1)].name->setFocus();
    Q_EMIT edited();
}

void PairRows::setPairs(const std::vector<Pair>& pairs)
{
    for (const Row& row : m_rows) {
        row.line->hide();
        row.line->deleteLater();
    }
    m_rows.clear();
    for (const Pair& pair : pairs)
        append(pair);
}

std::vector<PairRows::Pair> PairRows::pairs() const
{
    std::vector<Pair> out;
    for (const Row& row : m_rows) {
        const bool null = row.null && row.null->isChecked();
        if (row.name->text().isEmpty() && row.value->text().isEmpty() && !null)
            continue;
        out.push_back({row.name->text(), null ? std::nullopt : std::optional(row.value->text())});
    }
    return out;
}

void PairRows::setProblem(int row, const QString& problem)
{
    ui::ElidedLabel* label = m_rows[size_t(row)].problem;
    label->setText(problem);
    label->setVisible(!problem.isEmpty());
}

QString PairRows::problem(int row) const
{
    return m_rows[size_t(row)].problem->text();
}

} // namespace pilothouse::streams
