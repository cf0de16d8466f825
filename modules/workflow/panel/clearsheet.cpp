// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/clearsheet.h"

#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/errors/errorwords.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/worktext.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

ClearSheet::ClearSheet(ui::Workbench& workbench, RunFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_feed(feed)
{
    buildLayout();
    m_soon.setSingleShot(true);
    m_soon.setInterval(120); // two boxes in one movement are one question
    connect(&m_soon, &QTimer::timeout, this, &ClearSheet::ask);
    answerSheetKeys(this, m_clear, [this] { close(); });
}

void ClearSheet::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Clear"), this);
    m_header->setIconName(u"undo"_s);
    m_header->addLeft(new ui::Chip(tr("Dry run"), Token::Accent, this));

    const auto caption = [this](const QString& text) {
        auto* label = new QLabel(text, this);
        ui::setTextStyle(label, TextStyle::Cell);
        ui::setTone(label, Token::Text3);
        return label;
    };
    m_from = new QLabel(this);
    m_from->setTextFormat(Qt::RichText);
    m_from->setWordWrap(true);
    ui::setTextStyle(m_from, TextStyle::Cell);
    auto* grid = new QGridLayout;
    grid->setContentsMargins(12, 5, 12, 8);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(5);
    auto* also = caption(tr("Also"));
    grid->addWidget(also, 1, 0);
    const auto box = [&](const QString& text, int row, int column) {
        auto* made = new QCheckBox(text, this);
        connect(made, &QCheckBox::toggled, this, &ClearSheet::changed);
        grid->addWidget(made, row, column);
        return made;
    };
    m_downstream = box(tr("Downstream"), 1, 1);
    m_upstream = box(tr("Upstream"), 1, 2);
    m_past = box(tr("Past runs"), 2, 1);
    m_future = box(tr("Future runs"), 2, 2);
    m_onlyFailed = box(tr("Only failed"), 3, 1);
    m_onlyRunning = box(tr("Only running"), 3, 2);
    m_versionRow = caption(tr("Run with"));
    grid->addWidget(m_versionRow, 4, 0);
    m_version = new ui::SegmentedControl(tr("Code the tasks run with"), this);
    m_version->addSegment(tr("Code as of run"));
    m_version->addSegment(tr("Latest"));
    connect(m_version, &ui::SegmentedControl::currentChanged, this, &ClearSheet::changed);
    grid->addWidget(m_version, 4, 1, 1, 2, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    // What wraps stands by itself: in the grid it would squeeze the other rows.
    auto* fromName = caption(tr("From"));
    const int names = std::max(
        {fromName->sizeHint().width(), also->sizeHint().width(), m_versionRow->sizeHint().width()});
    fromName->setMinimumWidth(names);
    grid->setColumnMinimumWidth(0, names);
    auto* from = new QHBoxLayout;
    from->setContentsMargins(12, 8, 12, 0);
    from->setSpacing(10);
    from->addWidget(fromName);
    from->addWidget(m_from, 1);

    m_runs = new QTreeWidget(this);
    m_runs->setAccessibleName(tr("Tasks that would be cleared, by run"));
    m_runs->setHeaderHidden(true);
    m_runs->setColumnCount(3);
    m_runs->setRootIsDecorated(false);
    m_runs->setIndentation(0);
    m_runs->setMinimumHeight(28); // one run; where height is scarce it scrolls
    m_runs->header()->setStretchLastSection(false);
    m_runs->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_runs->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_runs->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_effect = new QLabel(this);
    m_effect->setWordWrap(true);
    ui::setTextStyle(m_effect, TextStyle::Cell);

    auto* footer = new ui::PanelFooter(this);
    footer->setFixedHeight(kButtonFooter);
    m_note = new SheetNote(this);
    auto* cancel = new ui::Button(tr("Cancel"), ui::ButtonVariant::Default, footer);
    m_clear = new ui::Button(tr("Clear"), ui::ButtonVariant::Primary, footer);
    m_clear->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return), false);
    connect(cancel, &QAbstractButton::clicked, this, &ClearSheet::close);
    connect(m_clear, &QAbstractButton::clicked, this, &ClearSheet::clearAsked);
    footer->addRight(cancel);
    footer->addRight(m_clear);

    auto* list = new QVBoxLayout;
    list->setContentsMargins(12, 0, 12, 0);
    list->addWidget(m_runs, 1);
    list->addWidget(m_effect);
    list->addSpacing(4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(from);
    layout->addLayout(grid);
    layout->addLayout(list, 1);
    layout->addWidget(m_note);
    layout->addWidget(footer);
}

void ClearSheet::open(const TaskRef& from, const QStringList& group)
{
    m_request = {};
    m_request.dag = from.dag;
    m_request.run = from.run;
    for (const QString& task : group)
        m_request.tasks.emplace_back(task, -1);
    if (group.isEmpty() && !from.task.isEmpty())
        m_request.tasks = {{from.task, from.map}};
    {
        const std::initializer_list<QCheckBox*> off{
            m_upstream, m_past, m_future, m_onlyFailed, m_onlyRunning};
        for (QCheckBox* box : off) {
            const QSignalBlocker quiet(box);
            box->setChecked(false);
        }
        const QSignalBlocker quiet(m_downstream);
        m_downstream->setChecked(true);
    }
    const bool versions = m_feed.capabilities().dagVersions;
    m_version->setSegmentEnabled(1, versions);
    m_version->setVisible(versions);
    m_versionRow->setVisible(versions);
    const RunBook* book = m_feed.book(from.dag);
    const RunEntry* run = book ? book->find(from.run) : nullptr;
    const QString name
        = run ? runName(run->info, m_workbench.timeContext().zone(), m_feed.serverNow()) : from.run;
    m_from->setText(from.task.isEmpty() ? tr("the whole run %1").arg(WorkText::strong(name))
            : !group.isEmpty()
            ? tr("the %n tasks of the group %1 in run %2", nullptr, int(group.size()))
                  .arg(WorkText::strong(from.task), WorkText::strong(name))
            : tr("%1 in run %2").arg(WorkText::strong(from.task), WorkText::strong(name)));
    changed();
    m_downstream->setFocus();
}

void ClearSheet::close()
{
    if (!isOpen())
        return;
    m_request = {};
    m_preview.reset();
    m_call = {};
    m_soon.stop();
    Q_EMIT previewChanged();
    Q_EMIT closed();
}

void ClearSheet::changed()
{
    if (!isOpen())
        return;
    m_request.downstream = m_downstream->isChecked();
    m_request.upstream = m_upstream->isChecked();
    m_request.past = m_past->isChecked();
    m_request.future = m_future->isChecked();
    m_request.onlyFailed = m_onlyFailed->isChecked();
    m_request.onlyRunning = m_onlyRunning->isChecked();
    m_request.latestVersion = m_version->isVisibleTo(this) && m_version->currentIndex() == 1;
    m_preview.reset();
    m_error.clear();
    m_call = {};
    m_soon.start();
    fill();
    Q_EMIT previewChanged();
}

void ClearSheet::ask()
{
    auto* acts = m_workbench.hub().contract<Acts>(m_feed.service());
    if (!acts || !isOpen())
        return;
    m_call = acts->tryClear(m_request).onDone(this, [this](Result<DryRun> answer) {
        m_preview.reset();
        m_error.clear();
        if (answer)
            m_preview = std::move(*answer);
        else
            m_error = ui::ErrorWords::line(answer.error(), m_feed.service());
        fill();
        Q_EMIT previewChanged();
    });
}

QSet<ClearSheet::CellId> ClearSheet::cells() const
{
    QSet<CellId> cells;
    if (m_preview)
        for (const TaskInstance& one : m_preview->instances)
            cells.insert({one.ref.run, one.ref.task});
    return cells;
}

void ClearSheet::setRefused(const QString& reason)
{
    if (std::exchange(m_refused, reason) != reason)
        fill();
}

void ClearSheet::fill()
{
    m_runs->clear();
    std::map<QString, std::vector<std::pair<StateWord, int>>> byRun;
    size_t count = 0;
    if (m_preview) {
        count = m_preview->instances.size();
        for (const TaskInstance& one : m_preview->instances) {
            auto& states = byRun[one.ref.run];
            const auto known = std::find_if(states.begin(), states.end(),
                [&one](const auto& s) { return s.first == one.state; });
            if (known == states.end())
                states.emplace_back(one.state, 1);
            else
                ++known->second;
        }
    }
    const RunBook* book = m_feed.book(m_request.dag);
    for (const auto& [run, states] : byRun) {
        const RunEntry* entry = book ? book->find(run) : nullptr;
        int all = 0;
        for (const auto& state : states)
            all += state.second;
        auto* item = new QTreeWidgetItem(m_runs,
            {entry ? runName(entry->info, m_workbench.timeContext().zone(), m_feed.serverNow())
                   : run,
                WorkText::counts(states), QLocale().toString(all)});
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(0, run);
        item->setToolTip(1, item->text(1));
    }
    const bool asking = isOpen() && !m_preview && m_error.isEmpty();
    const DagInfo* dag = m_feed.dag(m_request.dag);
    QString effect = !m_error.isEmpty() ? m_error
        : asking                        ? tr("Asking the server what this would touch")
        : count == 0                    ? tr("Nothing would be cleared")
                     : tr("%n runs go back to queued", nullptr, int(byRun.size()));
    if (count > 0 && dag && dag->maxActiveRuns > 0 && book) {
        int active = 0;
        for (const RunEntry& run : book->runs())
            active += run.info.state == "running"_L1 && !byRun.count(run.info.ref.run) ? 1 : 0;
        effect = tr("%1, %n may start now", nullptr,
            std::clamp(dag->maxActiveRuns - active, 0, int(byRun.size())))
                     .arg(effect);
    }
    if (m_preview && !m_preview->byServer)
        effect += u' ' + tr("(worked out here: the server has no dry run for it)");
    m_effect->setText(effect);
    ui::setTone(m_effect, m_error.isEmpty() ? Token::Text2 : Token::StatusError);
    m_clear->setText(count > 0 ? tr("Clear %n tasks…", nullptr, int(count)) : tr("Clear"));
    m_clear->setEnabled(count > 0 && m_refused.isEmpty());
    m_note->setText(!m_refused.isEmpty() ? m_refused : tr("audit logged"));
}

} // namespace pilothouse::workflow
