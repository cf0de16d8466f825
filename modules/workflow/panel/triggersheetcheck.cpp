// SPDX-License-Identifier: GPL-3.0-or-later
// TriggerSheet: whether what was typed will do, and where it does not.
#include "workflow/panel/triggersheet.h"

#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/theme/theme.h"
#include "workflow/panel/sidepane.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

bool TriggerSheet::isValid() const
{
    if (!m_params)
        return false;
    for (const Row& row : m_rows)
        if (!ParamWords::parse(row.field, textOf(row)))
            return false;
    const QString when = m_logical ? m_logical->text().trimmed() : QString();
    return when.isEmpty() || QDateTime::fromString(when, Qt::ISODate).isValid();
}

void TriggerSheet::check()
{
    int wrong = 0;
    for (const Row& row : m_rows) {
        const auto value = ParamWords::parse(row.field, textOf(row));
        row.problem->setVisible(!value);
        row.problem->setText(value ? QString() : value.error());
        ui::setLook(row.editor, "state", value ? QString() : u"error"_s);
        wrong += value ? 0 : 1;
    }
    if (!m_logical)
        return;
    const QString when = m_logical->text().trimmed();
    const bool good = when.isEmpty() || QDateTime::fromString(when, Qt::ISODate).isValid();
    m_logicalProblem->setVisible(!good);
    ui::setLook(m_logical, "state", good && told(m_logical).isEmpty() ? QString() : u"error"_s);
    wrong += good ? 0 : 1;
    const bool leads = m_refused.isEmpty() && wrong > 0;
    const QString why = leads ? tr("%n fields to correct", nullptr, wrong) : m_refused;
    m_why->setText(why, leads);
    // With a field to correct it leads there.
    m_trigger->setEnabled(m_params && m_refused.isEmpty());
    m_trigger->setToolTip(why);
}

// The first field to correct after the one with the focus, and round.
void TriggerSheet::showWrong()
{
    std::vector<std::pair<QWidget*, QWidget*>> wrong; // a field, and what is said of it
    for (const Row& row : m_rows)
        if (!row.problem->isHidden())
            wrong.emplace_back(row.editor, row.problem);
    if (m_logicalProblem && !m_logicalProblem->isHidden())
        wrong.emplace_back(m_logical, m_logicalProblem);
    if (wrong.empty())
        return;
    const auto at = std::find_if(
        wrong.begin(), wrong.end(), [](const auto& one) { return one.first->hasFocus(); });
    const auto& next = at == wrong.end() || at + 1 == wrong.end() ? wrong.front() : at[1];
    next.first->setFocus(Qt::TabFocusReason); // what stands there is selected
    m_scroll->ensureWidgetVisible(next.second);
    m_scroll->ensureWidgetVisible(next.first);
}

bool TriggerSheet::tell(const Error& error)
{
    const bool ofInput = error.kind == Error::Kind::Conflict || error.code == "400"_L1
        || error.code == "409"_L1 || error.code == "422"_L1;
    const QString& words = error.detail;
    const bool ofDate = words.contains("logical"_L1, Qt::CaseInsensitive)
        || words.contains("execution_date"_L1, Qt::CaseInsensitive);
    const bool typedDate = m_logical && !m_logical->text().trimmed().isEmpty();
    QLineEdit* at = !ofInput || !m_logical     ? nullptr
        : ofDate && typedDate                  ? m_logical
        : !m_runId->text().trimmed().isEmpty() ? m_runId
                                               : nullptr;
    if (!at)
        return false;
    QLabel* said = m_told.value(at);
    said->setText(words);
    said->show();
    ui::setLook(at, "state", u"error"_s);
    fitTold();
    // The confirmation that has just closed gives the focus back first.
    QTimer::singleShot(0, at, [this, at, said] {
        at->setFocus();
        at->selectAll();
        m_scroll->ensureWidgetVisible(said);
    });
    return true;
}

QString TriggerSheet::told(const QLineEdit* field) const
{
    const QLabel* said = m_told.value(field);
    return said && !said->isHidden() ? said->text() : QString();
}

// A wrapped line has the height it needs: the scroll area would squeeze it.
void TriggerSheet::fitTold()
{
    const int room = m_scroll->viewport()->width() - 24;
    for (QLabel* said : std::as_const(m_told))
        said->setFixedHeight(std::max(1, said->heightForWidth(room)));
}

void TriggerSheet::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTold();
}

} // namespace pilothouse::workflow
