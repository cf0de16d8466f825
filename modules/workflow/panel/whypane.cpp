// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/whypane.h"

#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/errors/errorwords.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/whydelegate.h"
#include "workflow/panel/worktext.h"

#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;
using Verdict = WhyCheck::Verdict;

WhyPane::WhyPane(ui::Workbench& workbench, RunFeed& feed, WhyFinder& finder, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_feed(feed)
    , m_finder(finder)
{
    buildLayout();
    connect(&m_finder, &WhyFinder::changed, this, [this] {
        if (isVisible())
            fill();
    });
}

void WhyPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fill();
}

void WhyPane::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Why is this task not running?"), this);
    m_again = new ui::IconButton(u"refresh"_s, tr("Look again"), QKeySequence(), this);
    connect(m_again, &QAbstractButton::clicked, this, [this] {
        m_feed.refreshFacts();
        m_finder.refresh();
    });
    m_header->addRight(m_again);

    m_subject = new QLabel(this);
    ui::setTextStyle(m_subject, TextStyle::Body);
    m_subject->setTextFormat(Qt::RichText);
    m_subject->setContentsMargins(12, 8, 12, 0);
    auto* box = new QFrame(this);
    ui::setLook(box, "variant", u"warnBox"_s);
    m_box = box;
    m_sentence = new QLabel(box);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    ui::setTextStyle(m_sentence, TextStyle::Body);
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(10, 8, 10, 8);
    inside->addWidget(m_sentence);

    m_checks = new QTreeWidget(this);
    m_checks->setAccessibleName(tr("Checks"));
    m_checks->setHeaderHidden(true);
    m_checks->setRootIsDecorated(false);
    m_checks->setIndentation(0);
    m_checks->setFrameShape(QFrame::NoFrame);
    m_checks->setItemDelegate(new WhyDelegate(m_checks));
    m_checks->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_checks, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const QString task = item->data(0, WhyDelegate::TaskRole).toString();
        if (!task.isEmpty())
            Q_EMIT taskAsked(m_finder.task().dag, m_finder.task().run, task);
    });

    auto* footer = new ui::PanelFooter(this);
    m_when = new QLabel(footer);
    ui::setTextStyle(m_when, TextStyle::Caption);
    ui::setTone(m_when, Token::Text3);
    m_cause = new ui::Button(tr("Show cause"), ui::ButtonVariant::Link, footer);
    connect(m_cause, &QAbstractButton::clicked, this, [this] {
        for (const WhyCheck& check : m_finder.answer().checks)
            if (check.kind == WhyCheck::Kind::TriggerRule && check.verdict == Verdict::Now)
                for (const WhyDetail& detail : check.details)
                    if (!isFinal(detail.state)) {
                        Q_EMIT taskAsked(m_finder.task().dag, m_finder.task().run, detail.name);
                        return;
                    }
    });
    footer->addLeft(m_when);
    footer->addRight(m_cause);

    auto* boxRow = new QVBoxLayout;
    boxRow->setContentsMargins(12, 6, 12, 8);
    boxRow->addWidget(m_box);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_subject);
    layout->addLayout(boxRow);
    layout->addWidget(m_checks, 1);
    layout->addWidget(footer);
    fill();
}

void WhyPane::ask(const TaskRef& task)
{
    m_finder.ask(task);
}

QString WhyPane::sentence() const
{
    return m_sentence->text();
}

void WhyPane::fill()
{
    const WhyFacts& facts = m_finder.facts();
    const bool none = m_finder.task().task.isEmpty();
    m_box->setVisible(!none);
    m_cause->setVisible(false);
    if (none) {
        m_subject->setText(tr("No task chosen"));
        m_checks->clear();
        m_when->clear();
        return;
    }
    const QString run = facts.run ? runName(*facts.run, m_workbench.timeContext().zone(), facts.now)
                                  : m_finder.task().run;
    m_subject->setText(tr("%1, run %2, %3")
                           .arg(WorkText::strong(m_finder.task().task), run.toHtmlEscaped(),
                               facts.task.state.toHtmlEscaped()));
    m_sentence->setText(m_finder.answer().sentence);
    ui::setLook(m_box, "variant",
        m_finder.answer().waits || m_finder.answer().doubtful ? u"warnBox"_s : u"card"_s);
    const int scrolled = m_checks->currentIndex().row();
    m_checks->clear();
    int number = 0;
    const auto timeOf = [this](const QDateTime& at) {
        return at.toTimeZone(m_workbench.timeContext().zone()).toString(u"HH:mm:ss"_s);
    };
    const auto tellRead = [&timeOf](QTreeWidgetItem* item, const QDateTime& read) {
        if (!read.isValid())
            return;
        const QString at = tr("read at %1").arg(timeOf(read));
        item->setData(0, WhyDelegate::ReadRole, timeOf(read));
        const QString words = item->data(0, Qt::AccessibleTextRole).toString();
        item->setData(0, Qt::AccessibleTextRole, u"%1, %2"_s.arg(words, at));
        item->setToolTip(0, u"%1, %2"_s.arg(item->toolTip(0), at));
    };
    QDateTime oldest = facts.now; // of all that is shown
    const QString words[] = {tr("ok"), tr("now"), tr("next"), tr("not known")};
    for (const WhyCheck& check : m_finder.answer().checks) {
        auto* item = new QTreeWidgetItem(m_checks, {check.title});
        item->setData(0, WhyDelegate::NumberRole, ++number);
        item->setData(0, WhyDelegate::VerdictRole, int(check.verdict));
        item->setData(0, WhyDelegate::ValueRole, check.value);
        item->setData(0, Qt::AccessibleTextRole,
            u"%1: %2, %3"_s.arg(check.title, check.value, words[size_t(check.verdict)]));
        item->setToolTip(0, u"%1: %2"_s.arg(check.title, check.value));
        if (check.read.isValid())
            oldest = std::min(oldest, check.read);
        tellRead(item, check.read);
        for (const WhyDetail& detail : check.details) {
            auto* line = new QTreeWidgetItem(item, {detail.name});
            line->setData(0, WhyDelegate::StateRole, detail.state);
            line->setData(0, WhyDelegate::WordRole, detail.word);
            line->setData(0, WhyDelegate::ValueRole, detail.value);
            line->setToolTip(0, u"%1 %2 %3"_s.arg(detail.name, detail.word, detail.value));
            if (check.kind == WhyCheck::Kind::TriggerRule) {
                line->setData(0, WhyDelegate::TaskRole, detail.name);
                m_cause->setVisible(m_cause->isVisibleTo(this) || check.verdict == Verdict::Now);
            }
        }
        item->setExpanded(check.verdict != Verdict::Ok || check.details.size() <= 4);
    }
    const auto& own = m_finder.own();
    const auto& ownError = m_finder.ownError();
    auto* last = new QTreeWidgetItem(m_checks, {tr("The server's own answer")});
    last->setData(0, WhyDelegate::NumberRole, ++number);
    last->setData(
        0, WhyDelegate::VerdictRole, int(own && own->empty() ? Verdict::Ok : Verdict::Unknown));
    last->setData(0, WhyDelegate::ValueRole,
        !own               ? (ownError ? tr("none") : tr("asking"))
            : own->empty() ? tr("nothing unmet")
                           : tr("%n unmet", nullptr, int(own->size())));
    last->setData(0, Qt::AccessibleTextRole,
        u"%1: %2"_s.arg(last->text(0), last->data(0, WhyDelegate::ValueRole).toString()));
    last->setToolTip(0, last->data(0, Qt::AccessibleTextRole).toString());
    tellRead(last, m_finder.ownRead());
    QStringList lines;
    if (own)
        for (const auto& [name, reason] : *own)
            lines.append(u"%1: %2"_s.arg(name, reason));
    else if (ownError)
        lines.append(ui::ErrorWords::line(*ownError, m_feed.service()));
    for (const QString& text : lines) {
        auto* line = new QTreeWidgetItem(last, {text});
        line->setData(0, WhyDelegate::OwnRole, true);
        line->setToolTip(0, text);
    }
    last->setExpanded(true);
    if (scrolled >= 0)
        m_checks->setCurrentItem(m_checks->topLevelItem(scrolled));
    m_when->setText(tr("oldest fact read at %1").arg(timeOf(oldest)));
}

} // namespace pilothouse::workflow
