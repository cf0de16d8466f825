// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/diffpane.h"

#include "core/servicehub.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/errors/errorwords.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/codediffview.h"
#include "workflow/panel/diffdelegate.h"
#include "workflow/panel/gridrows.h"
#include "workflow/panel/runfeed.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTableWidget>
#include <QTreeWidget>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr int kContext = 3; // lines of code around a change

} // namespace

DiffPane::DiffPane(ui::Workbench& workbench, RunFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_feed(feed)
{
    buildLayout();
}

QString DiffPane::nameOf(const RunInfo& run) const
{
    return runName(run, m_workbench.timeContext().zone(), m_feed.serverNow());
}

void DiffPane::compare(const QString& dag, const QString& a, const QString& b)
{
    if (dag == m_dag && a == m_nameA && b == m_nameB)
        return;
    m_dag = dag;
    m_nameA = a;
    m_nameB = b;
    m_a = {};
    m_b = {};
    m_diff = {};
    m_code.clear();
    m_textA.reset();
    m_textB.reset();
    refresh();
}

void DiffPane::refresh()
{
    const RunBook* book = m_feed.book(m_dag);
    const RunEntry* a = book ? book->find(m_nameA) : nullptr;
    const RunEntry* b = book ? book->find(m_nameB) : nullptr;
    if (!a || !b)
        return;
    m_a.run = a->info;
    m_b.run = b->info;
    m_error.clear();
    ask();
    askCode();
    work();
}

void DiffPane::ask()
{
    auto* runs = m_workbench.hub().contract<Runs>(m_feed.service());
    if (!runs)
        return;
    const auto take = [this](RunSide& side, Result<std::vector<TaskInstance>> answer) {
        if (!answer) {
            m_error = ui::ErrorWords::line(answer.error(), m_feed.service());
        } else {
            side.instances = std::move(*answer);
        }
        work();
        if (!m_callA.running() && !m_callB.running())
            askTries();
    };
    m_callA = runs->instances(m_a.run.ref)
                  .onDone(this, [this, take](Result<std::vector<TaskInstance>> answer) {
                      take(m_a, std::move(answer));
                  });
    m_callB = runs->instances(m_b.run.ref)
                  .onDone(this, [this, take](Result<std::vector<TaskInstance>> answer) {
                      take(m_b, std::move(answer));
                  });
}

// Only tasks that tried more than once have earlier tries; the longest first, at most twelve.
void DiffPane::askTries()
{
    auto* runs = m_workbench.hub().contract<Runs>(m_feed.service());
    if (!runs)
        return;
    m_tryCalls.clear();
    for (RunSide* side : {&m_a, &m_b}) {
        for (const TaskInstance& one : side->instances) {
            if (one.tryNumber < 2 || m_tryCalls.size() >= 12 || side->tries.count(one.ref.task))
                continue;
            m_tryCalls.push_back(runs->tries(one.ref).onDone(
                this, [this, side, task = one.ref.task](Result<std::vector<TaskInstance>> answer) {
                    if (!answer)
                        return;
                    side->tries[task] = std::move(*answer);
                    work();
                }));
        }
    }
}

void DiffPane::askCode()
{
    auto* dags = m_workbench.hub().contract<Dags>(m_feed.service());
    const int a = m_a.run.versions.empty() ? 0 : m_a.run.versions.back();
    const int b = m_b.run.versions.empty() ? 0 : m_b.run.versions.back();
    m_codeNote.clear();
    if (!dags || a == 0 || b == 0) {
        m_codeNote = tr("This server keeps no code by version");
        return;
    }
    if (a == b) {
        m_codeNote = tr("Both ran with v%1").arg(a);
        return;
    }
    const auto ready = [this] {
        if (!m_textA || !m_textB)
            return;
        m_code = compareCode(*m_textA, *m_textB, kContext);
        m_codeNote = m_code.empty() ? tr("The file is the same in both versions") : QString();
        fillCode();
        Q_EMIT compared();
    };
    const auto lost = [this](const Error& error) {
        m_codeNote = ui::ErrorWords::line(error, m_feed.service());
        fillCode();
    };
    m_sourceA = dags->source(m_dag, a).onDone(this, [this, ready, lost](Result<DagSource> answer) {
        if (!answer)
            return lost(answer.error());
        m_textA = answer->text;
        ready();
    });
    m_sourceB = dags->source(m_dag, b).onDone(this, [this, ready, lost](Result<DagSource> answer) {
        if (!answer)
            return lost(answer.error());
        m_textB = answer->text;
        ready();
    });
}

void DiffPane::work()
{
    const RunBook* book = m_feed.book(m_dag);
    GridRows rows;
    QHash<QString, Usual> usual;
    if (book) {
        rows.build(*book, {});
        for (const QString& task : rows.allTasks()) {
            std::vector<double> past;
            for (const RunEntry& run : book->runs())
                if (const Cell* cell = run.cell(task); cell && cell->state == "success"_L1)
                    past.push_back(spanOf(cell->start, cell->end, cell->end));
            usual.insert(task, usualOf(past));
        }
    }
    m_diff = compareRuns(m_a, m_b, rows.allTasks(), usual, m_feed.serverNow());
    fillHead();
    fillTasks();
    fillFields();
    fillCode();
    Q_EMIT compared();
}

void DiffPane::fillHead()
{
    m_labelA->setText(nameOf(m_a.run));
    m_labelB->setText(nameOf(m_b.run));
    fillChips();
    m_which->setSegmentText(1, tr("Changed %1").arg(m_diff.changed()));
    const auto pair = [](const QString& a, const QString& b) {
        return u"%1 → %2"_s.arg(a, b);
    };
    const QTimeZone zone = m_workbench.timeContext().zone();
    const auto time = [&zone](const QDateTime& t) {
        return t.isValid() ? t.toTimeZone(zone).toString(u"HH:mm:ss"_s) : u"–"_s;
    };
    m_facts[0]->setText(pair(durationText(m_diff.runA), durationText(m_diff.runB)));
    m_facts[1]->setText(pair(durationText(m_diff.workA), durationText(m_diff.workB)));
    m_facts[2]->setText(pair(time(m_a.run.start), time(m_b.run.start)));
    m_facts[3]->setText(m_diff.versionA > 0 && m_diff.versionB > 0
            ? u"v%1 → v%2"_s.arg(m_diff.versionA).arg(m_diff.versionB)
            : u"–"_s);
    const auto longer = [](double a, double b) {
        return a >= 0 && b > a * 1.5 + 5 ? differenceText(b - a) : QString();
    };
    m_factDiffs[0]->setText(longer(m_diff.runA, m_diff.runB));
    m_factDiffs[1]->setText(longer(m_diff.workA, m_diff.workB));
    m_factDiffs[2]->setText(
        m_diff.lateB > 60 ? tr("%1 late").arg(durationText(m_diff.lateB)) : QString());
}

void DiffPane::fillTasks()
{
    const QSignalBlocker quiet(m_tasks);
    const auto* current = m_tasks->currentItem();
    const QString chosen = current ? current->text(0) : QString();
    m_tasks->clear();
    const bool changedOnly = m_which->currentIndex() == 1;
    for (size_t i = 0; i < m_diff.rows.size(); ++i) {
        const DiffRow& row = m_diff.rows[i];
        if (changedOnly && !row.changed)
            continue;
        auto* item = new QTreeWidgetItem(m_tasks,
            {row.task, u"%1 → %2"_s.arg(row.a, row.b), QString(), durationText(row.secondsA),
                durationText(row.secondsB)});
        item->setData(0, DiffDelegate::kRowRole, int(i));
        item->setData(0, Qt::AccessibleTextRole,
            tr("%1: %2 then %3, %4 then %5")
                .arg(row.task, row.a, row.b, durationText(row.secondsA),
                    durationText(row.secondsB)));
        item->setToolTip(0, row.task);
        item->setToolTip(1, item->text(1));
        if (row.task == chosen)
            m_tasks->setCurrentItem(item);
    }
    m_tasks->headerItem()->setText(DiffDelegate::Bars,
        m_diff.longest > 0 ? tr("Duration, to %1").arg(durationText(m_diff.longest))
                           : tr("Duration"));
    m_tasks->headerItem()->setToolTip(
        DiffDelegate::Bars, m_tasks->headerItem()->text(DiffDelegate::Bars));
    m_count->setText(m_error.isEmpty()
            ? tr("%1 of %n states or durations changed", nullptr, int(m_diff.rows.size()))
                  .arg(m_diff.changed())
            : m_error);
    m_count->setTone(m_error.isEmpty() ? Token::Text2 : Token::StatusError);
}

void DiffPane::fillFields()
{
    QString words = tr("%1 changed, %2 equal").arg(m_diff.fields.size()).arg(m_diff.equalFields);
    if (m_diff.byDate > 0)
        words += u", " + tr("%n expected by date, hidden", nullptr, m_diff.byDate);
    m_fieldsHead->setSubtitle(words);
    m_fields->setRowCount(int(m_diff.fields.size()));
    const ui::Theme& theme = ui::Theme::of(this);
    for (int i = 0; i < int(m_diff.fields.size()); ++i) {
        const DiffField& field = m_diff.fields[size_t(i)];
        const QString texts[] = {field.task.isEmpty() ? tr("run") : field.task, field.field,
            field.a.isEmpty() ? u"–"_s : QString(u"- " + field.a),
            field.b.isEmpty() ? u"–"_s : QString(u"+ " + field.b)};
        for (int c = 0; c < 4; ++c) {
            auto* item = new QTableWidgetItem(QString(texts[c]).replace(u'\n', u' '));
            item->setToolTip(texts[c]);
            item->setForeground(theme.color(c == 0 ? Token::Text2 : Token::Text));
            if (c >= 2)
                item->setBackground(theme.color(c == 2 ? Token::DiffRemove : Token::DiffAdd));
            m_fields->setItem(i, c, item);
        }
    }
}

void DiffPane::fillCode()
{
    int added = 0;
    int removed = 0;
    for (const CodeLine& line : m_code) {
        added += line.kind == CodeLine::Kind::Added ? 1 : 0;
        removed += line.kind == CodeLine::Kind::Removed ? 1 : 0;
    }
    m_codeHead->setSubtitle(m_code.empty() ? m_codeNote
                                           : u"+%1 −%2  v%3 → v%4"_s.arg(added)
                                                 .arg(removed)
                                                 .arg(m_diff.versionA)
                                                 .arg(m_diff.versionB));
    // Nothing to compare takes no room from what is.
    m_codeView->setVisible(!m_code.empty());
    m_codePart->setMaximumHeight(
        m_code.empty() ? m_codeHead->sizeHint().height() : QWIDGETSIZE_MAX);
    m_factDiffs[3]->setText(m_code.empty() ? QString() : u"+%1 −%2"_s.arg(added).arg(removed));
    m_codeView->show(m_code);
}

void DiffPane::setCurrentTask(const QString& task)
{
    const QSignalBlocker quiet(m_tasks);
    for (int i = 0; i < m_tasks->topLevelItemCount(); ++i)
        if (m_tasks->topLevelItem(i)->text(0) == task)
            m_tasks->setCurrentItem(m_tasks->topLevelItem(i));
    m_codeView->scrollToText(task);
}

void DiffPane::copyMarkdown()
{
    QGuiApplication::clipboard()->setText(
        DiffText::markdown(m_diff, m_dag, nameOf(m_a.run), nameOf(m_b.run), m_code));
    m_workbench.notify(tr("Comparison copied"), tr("As Markdown, in the clipboard"));
}

} // namespace pilothouse::workflow
