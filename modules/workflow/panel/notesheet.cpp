// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/notesheet.h"

#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/drafts.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"
#include "workflow/panel/sidepane.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{
constexpr int kLongest = 1000; // characters: Airflow's own limit
}

NoteSheet::NoteSheet(ui::Workbench& workbench, ServiceId service, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_service(std::move(service))
{
    buildLayout();
    answerSheetKeys(this, m_set, [this] { Q_EMIT closed(); });
}

void NoteSheet::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Note"), this);
    m_header->setIconName(u"edit"_s);
    m_text = new QPlainTextEdit(this);
    m_text->setAccessibleName(tr("Text of the note"));
    m_text->setTabChangesFocus(true);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoteSheet::edited);
    auto* footer = new ui::PanelFooter(this);
    footer->setFixedHeight(kButtonFooter);
    m_why = new SheetNote(this);
    auto* cancel = new ui::Button(tr("Cancel"), ui::ButtonVariant::Default, footer);
    m_set = new ui::Button(tr("Set note…"), ui::ButtonVariant::Primary, footer);
    m_set->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return), false);
    connect(cancel, &QAbstractButton::clicked, this, &NoteSheet::closed);
    connect(m_set, &QAbstractButton::clicked, this,
        [this] { Q_EMIT noteAsked(m_target, m_text->toPlainText()); });
    footer->addRight(cancel);
    footer->addRight(m_set);

    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(12, 10, 12, 10);
    inside->addWidget(m_text);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_about = new SheetNote(this, Qt::ElideMiddle);
    layout->addWidget(m_header);
    layout->addWidget(m_about);
    layout->addLayout(inside, 1);
    layout->addWidget(m_why);
    layout->addWidget(footer);
}

QString NoteSheet::draftKey(const TaskRef& target) const
{
    return QStringList{u"workflow.note"_s, m_service, target.dag, target.run, target.task,
        QString::number(target.map)}
        .join(u'/');
}

void NoteSheet::open(const TaskRef& target, const QString& name, const QString& note)
{
    m_target = target;
    m_known = note;
    m_about->setText(name);
    const QJsonValue draft = m_workbench.drafts().get(draftKey(target)).value(u"note"_s);
    m_filling = true;
    m_text->setPlainText(draft.isString() ? draft.toString() : note);
    m_filling = false;
    m_text->moveCursor(QTextCursor::End);
    m_text->setFocus();
    check();
}

void NoteSheet::forget(const TaskRef& target)
{
    m_workbench.drafts().remove(draftKey(target));
}

void NoteSheet::setRefused(const QString& reason)
{
    m_refused = reason;
    check();
}

void NoteSheet::edited()
{
    if (m_filling)
        return;
    if (m_text->toPlainText() == m_known)
        forget(m_target);
    else
        m_workbench.drafts().put(draftKey(m_target), {{u"note"_s, m_text->toPlainText()}});
    check();
}

void NoteSheet::check()
{
    const QString text = m_text->toPlainText();
    const bool other = !m_target.run.isEmpty() && text != m_known;
    const bool fits = text.size() <= kLongest;
    m_why->setText(!m_refused.isEmpty() ? m_refused
            : fits                      ? QString()
                                        : tr("%1 of %2").arg(text.size()).arg(kLongest));
    m_set->setEnabled(other && fits && m_refused.isEmpty());
}

} // namespace pilothouse::workflow
