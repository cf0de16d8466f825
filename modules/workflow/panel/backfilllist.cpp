// SPDX-License-Identifier: GPL-3.0-or-later
// The server tells no progress: the runs of the range that came by a backfill are counted.
#include "workflow/panel/backfilllist.h"

#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/errors/errorwords.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/sidepane.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{

constexpr int kAgainMs = 10'000; // while it is seen

// Done and all of its runs that are known here.
std::pair<int, int> progressOf(const BackfillInfo& backfill, const RunBook* book)
{
    int done = 0;
    int all = 0;
    if (book)
        for (const RunEntry& run : book->runs()) {
            const QDateTime& at = run.info.logical;
            if (run.info.type != "backfill"_L1 || at < backfill.from || at > backfill.to)
                continue;
            ++all;
            done += isFinal(run.info.state) ? 1 : 0;
        }
    return {done, all};
}

} // namespace

BackfillList::BackfillList(ui::Workbench& workbench, RunFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_feed(feed)
{
    buildLayout();
    m_again.setInterval(kAgainMs);
    connect(&m_again, &QTimer::timeout, this, &BackfillList::refresh);
    connect(&feed, &RunFeed::runsChanged, this, [this](const QString& dag) {
        if (dag == m_dag && isVisible())
            fill();
    });
    answerSheetKeys(this, nullptr, [this] { Q_EMIT closed(); });
}

void BackfillList::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Backfills"), this);
    m_header->setIconName(u"history"_s);
    auto* made = new ui::Button(tr("New…"), ui::ButtonVariant::Link, this);
    connect(made, &QAbstractButton::clicked, this, &BackfillList::newAsked);
    m_header->addRight(made);
    m_list = new QTreeWidget(this);
    m_list->setAccessibleName(tr("Backfills of the DAG"));
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("From, to"), tr("Runs"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &BackfillList::judge);
    m_words = new QLabel(this);
    m_words->setWordWrap(true);
    m_words->setContentsMargins(12, 6, 12, 6);
    ui::setTextStyle(m_words, TextStyle::Cell);
    ui::setTone(m_words, Token::Text2);
    auto* footer = new ui::PanelFooter(this);
    footer->setFixedHeight(kButtonFooter);
    m_pause = new ui::Button(tr("Pause…"), ui::ButtonVariant::Default, footer);
    m_cancel = new ui::Button(tr("Cancel backfill…"), ui::ButtonVariant::Default, footer);
    auto* close = new ui::Button(tr("Close"), ui::ButtonVariant::Quiet, footer);
    connect(m_pause, &QAbstractButton::clicked, this, [this] {
        if (const BackfillInfo* one = current())
            Q_EMIT pauseAsked(*one, !one->paused);
    });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        if (const BackfillInfo* one = current())
            Q_EMIT cancelAsked(*one);
    });
    connect(close, &QAbstractButton::clicked, this, &BackfillList::closed);
    footer->addLeft(m_pause);
    footer->addLeft(m_cancel);
    footer->addRight(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_about = new SheetNote(this, Qt::ElideMiddle);
    layout->addWidget(m_header);
    layout->addWidget(m_about);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_words);
    layout->addWidget(footer);
}

void BackfillList::open(const QString& dag)
{
    if (dag != m_dag) {
        m_backfills.clear();
        m_read = false;
    }
    m_dag = dag;
    m_about->setText(dag);
    refresh();
    fill();
    m_list->setFocus();
}

void BackfillList::refresh()
{
    auto* acts = m_workbench.hub().contract<Acts>(m_feed.service());
    if (!acts || m_dag.isEmpty())
        return;
    m_call = acts->backfills(m_dag).onDone(this, [this](Result<std::vector<BackfillInfo>> answer) {
        m_error.clear();
        m_read = true;
        if (answer)
            m_backfills = std::move(*answer);
        else
            m_error = ui::ErrorWords::line(answer.error(), m_feed.service());
        std::stable_sort(m_backfills.begin(), m_backfills.end(),
            [](const BackfillInfo& a, const BackfillInfo& b) {
                const bool aRuns = !a.completed.isValid();
                const bool bRuns = !b.completed.isValid();
                return aRuns != bRuns ? aRuns : a.id > b.id;
            });
        fill();
    });
}

void BackfillList::setRefused(const QString& reason)
{
    m_refused = reason;
    judge();
}

const BackfillInfo* BackfillList::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < int(m_backfills.size()) ? &m_backfills[size_t(row)] : nullptr;
}

void BackfillList::fill()
{
    const QTimeZone zone = m_workbench.timeContext().zone();
    const RunBook* book = m_feed.book(m_dag);
    const QSignalBlocker quiet(m_list);
    // Rows are the backfills in order: the chosen one stays chosen.
    while (m_list->topLevelItemCount() > int(m_backfills.size())) {
        const std::unique_ptr<QTreeWidgetItem> gone(
            m_list->takeTopLevelItem(m_list->topLevelItemCount() - 1));
    }
    for (int row = 0; row < int(m_backfills.size()); ++row) {
        const BackfillInfo& one = m_backfills[size_t(row)];
        if (row == m_list->topLevelItemCount())
            m_list->addTopLevelItem(new QTreeWidgetItem);
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        const auto time = [&zone](const QDateTime& at) {
            return at.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm"_s);
        };
        const auto [done, all] = progressOf(one, book);
        item->setText(0, u"%1\n%2"_s.arg(time(one.from), time(one.to)));
        item->setText(1, all > 0 ? tr("%1 of %2").arg(done).arg(all) : u"–"_s);
        item->setText(2,
            one.completed.isValid() ? tr("ended")
                : one.paused        ? tr("paused")
                                    : tr("running"));
        item->setToolTip(0, tr("Made %1").arg(time(one.created)));
    }
    if (!m_list->currentItem() && !m_backfills.empty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_words->setText(!m_error.isEmpty() ? m_error
            : !m_read                   ? tr("Asking for the backfills")
            : m_backfills.empty()       ? tr("This DAG has no backfill.")
                                        : QString());
    m_words->setVisible(!m_words->text().isEmpty());
    judge();
}

void BackfillList::judge()
{
    const BackfillInfo* one = current();
    const bool runs = one && !one->completed.isValid();
    m_pause->setText(one && one->paused ? tr("Go on…") : tr("Pause…"));
    for (ui::Button* button : {m_pause, m_cancel}) {
        button->setEnabled(runs && m_refused.isEmpty());
        button->setToolTip(m_refused);
    }
}

void BackfillList::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_again.start();
}

void BackfillList::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_again.stop();
}

} // namespace pilothouse::workflow
