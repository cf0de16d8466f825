// SPDX-License-Identifier: GPL-3.0-or-later
// Results of the run before stay until the next one brings its first.
#include "database/panel/resultsview.h"

#include "database/panel/resultpane.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/grid/gridview.h"
#include "ui/shownzone.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <memory>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Token;

ResultsView::ResultsView(Runtime& runtime, QWidget* parent)
    : QWidget(parent)
    , m_runtime(runtime)
{
    auto* head = new QFrame(this);
    ui::setPlate(head, Token::Surface);
    m_head = new QHBoxLayout(head);
    m_head->setContentsMargins(12, 4, 12, 4);
    m_segments = new ui::SegmentedControl(tr("Result shown"), head);
    m_head->addWidget(m_segments);
    m_head->addStretch(1);
    connect(m_segments, &ui::SegmentedControl::currentChanged, this, &ResultsView::show);

    m_stack = new QStackedWidget(this);
    m_messages = new QPlainTextEdit(this);
    m_messages->setReadOnly(true);
    m_messages->setFrameShape(QFrame::NoFrame);
    ui::setLook(m_messages, "variant", u"bare"_s);
    m_messages->setPlaceholderText(tr("Results and messages appear here."));
    m_messages->setTabChangesFocus(true);
    m_messages->setMaximumBlockCount(10'000);
    m_messages->setAccessibleName(tr("Messages"));
    ui::setTextStyle(m_messages, ui::TextStyle::Mono);
    m_stack->addWidget(m_messages);

    auto* footer = new ui::PanelFooter(this);
    m_where = new QLabel(this);
    ui::setTextStyle(m_where, ui::TextStyle::Caption);
    ui::setTone(m_where, Token::Text2);
    footer->addLeft(m_where);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_stack, 1);
    layout->addWidget(footer);
    rebuildSegments();
}

void ResultsView::clear()
{
    m_shownBar = nullptr;
    for (const auto& [statement, pane] : m_panes) {
        m_stack->removeWidget(pane);
        m_head->removeWidget(pane->bar());
        pane->bar()->deleteLater();
        pane->deleteLater();
    }
    m_panes.clear();
    m_messages->clear();
    m_messageCount = 0;
    m_where->clear();
    rebuildSegments();
}

void ResultsView::addResult(int statement, std::shared_ptr<TableStore> store)
{
    if (int(m_panes.size()) >= kMostResults) {
        say(tr("More than %1 results: the rows of statement %2 are not kept.")
                .arg(kMostResults)
                .arg(statement + 1));
        return;
    }
    auto* pane = new ResultPane(m_runtime, std::move(store), this);
    m_panes[statement] = pane;
    m_stack->addWidget(pane);
    m_head->addWidget(pane->bar());
    pane->bar()->hide();
    connect(pane, &ResultPane::stopRequested, this, &ResultsView::stopRequested);
    connect(
        pane, &ResultPane::exportRequested, this, [this, pane] { Q_EMIT exportRequested(pane); });
    connect(pane, &ResultPane::whereChanged, m_where, &QLabel::setText);
    connect(pane->grid(), &ui::GridView::copied, this,
        [this](qint64, const QString& message) { m_where->setText(message); });
    connect(pane->grid(), &ui::GridView::reported, this,
        [this](const Error& error) { m_where->setText(error.detail); });
    rebuildSegments();
    if (m_panes.size() == 1)
        show(0);
}

void ResultsView::rebuildSegments()
{
    // Segments only grow during a run; a new run makes a new control.
    const int wanted = int(m_panes.size()) + 1;
    if (m_segments->count() > wanted) {
        auto* fresh = new ui::SegmentedControl(tr("Result shown"), m_segments->parentWidget());
        const std::unique_ptr<QLayoutItem> old(m_head->replaceWidget(m_segments, fresh));
        m_segments->deleteLater();
        m_segments = fresh;
        connect(m_segments, &ui::SegmentedControl::currentChanged, this, &ResultsView::show);
    }
    while (m_segments->count() < wanted)
        m_segments->addSegment({});
    int i = 0;
    for (const auto& [statement, pane] : m_panes)
        m_segments->setSegmentText(i++, tr("Result %1").arg(statement + 1));
    m_segments->setSegmentText(
        i, m_messageCount > 0 ? tr("Messages %1").arg(m_messageCount) : tr("Messages"));
}

void ResultsView::show(int segment)
{
    if (m_shownBar)
        m_shownBar->hide();
    m_shownBar = nullptr;
    if (segment >= 0 && segment < int(m_panes.size())) {
        ResultPane* pane = std::next(m_panes.begin(), segment)->second;
        m_stack->setCurrentWidget(pane);
        m_shownBar = pane->bar();
        m_shownBar->show();
    } else {
        m_stack->setCurrentWidget(m_messages);
    }
    if (m_segments->currentIndex() != segment)
        m_segments->setCurrentIndex(segment);
}

int ResultsView::statementOf(const ResultPane* pane) const
{
    for (const auto& [statement, each] : m_panes)
        if (each == pane)
            return statement;
    return -1;
}

void ResultsView::progress(int statement, qint64 rows, qint64 bytes)
{
    if (const auto it = m_panes.find(statement); it != m_panes.end())
        it->second->progress(rows, bytes);
}

QString ResultsView::shownTag(const StatementFinished& done) const
{
    return tr("%1, %2 s").arg(done.tag, QLocale().toString(done.seconds, 'f', 3));
}

void ResultsView::finished(const StatementFinished& done)
{
    if (const auto it = m_panes.find(done.statement); it != m_panes.end()) {
        it->second->setCut(done.cut);
        it->second->setDone(done.seconds);
    }
    say(tr("Statement %1: %2").arg(done.statement + 1).arg(shownTag(done)));
}

void ResultsView::failed(const StatementFailed& failure)
{
    if (const auto it = m_panes.find(failure.statement); it != m_panes.end()) {
        it->second->setCut(true);
        it->second->setDone(failure.seconds);
    }
    if (!failure.remedy.isEmpty())
        Q_EMIT remedyRequested(failure.remedy);
}

void ResultsView::stopped()
{
    for (const auto& [statement, pane] : m_panes)
        if (pane->isStreaming()) {
            pane->setCut(true);
            pane->setDone(-1);
        }
}

void ResultsView::say(const QString& line)
{
    ++m_messageCount;
    m_messages->appendPlainText(
        ui::shownTime(QDateTime::currentDateTimeUtc()).toString(u"HH:mm:ss "_s) % line);
    rebuildSegments();
    if (m_panes.empty())
        show(0);
}

ResultPane* ResultsView::current() const
{
    return qobject_cast<ResultPane*>(m_stack->currentWidget());
}

qint64 ResultsView::drawnRows() const
{
    const ResultPane* pane = current();
    return pane ? pane->drawnRows() : 0;
}

bool ResultsView::closeInnermost()
{
    ResultPane* pane = current();
    return pane && pane->grid()->closeInnermost();
}

} // namespace pilothouse::database
