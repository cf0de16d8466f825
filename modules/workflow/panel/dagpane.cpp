// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/dagpane.h"

#include "ui/controls/button.h"
#include "ui/controls/meters.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/theme/theme.h"
#include "workflow/panel/dagdelegate.h"
#include "workflow/panel/runfeed.h"

#include <QActionGroup>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::Token;

DagPane::DagPane(FeedWatch& watch, QWidget* parent)
    : QWidget(parent)
    , m_watch(watch)
{
    buildLayout();
    m_seen.setSingleShot(true);
    m_seen.setInterval(80);
    connect(&m_seen, &QTimer::timeout, this, &DagPane::tellVisible);
    m_taking.setSingleShot(true);
    m_taking.setInterval(50);
    connect(&m_taking, &QTimer::timeout, this, &DagPane::take);
    RunFeed& feed = watch.feed();
    const auto soon = [this] {
        if (!m_taking.isActive())
            m_taking.start();
    };
    connect(&feed, &RunFeed::dagsChanged, this, soon);
    connect(&feed, &RunFeed::barsChanged, this, soon);
    connect(&feed, &RunFeed::serverChanged, this, &DagPane::updatePool);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model.setFilter(text);
        m_seen.start();
        // The current DAG keeps its mark when it comes back into the list.
        if (const int row = m_model.indexOf(m_current); row >= 0)
            m_list->setCurrentIndex(m_model.index(row));
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        m_list->setFocus();
        if (!m_list->currentIndex().isValid() || m_model.indexOf(m_current) < 0)
            m_list->setCurrentIndex(m_model.index(0));
    });
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        // The key for menus asks for the current row, wherever the pointer is.
        QModelIndex row = m_list->indexAt(at);
        if (!row.isValid())
            row = m_list->currentIndex();
        if (row.isValid())
            Q_EMIT menuAsked(
                row.data(DagModel::IdRole).toString(), m_list->viewport()->mapToGlobal(at));
    });
    connect(&m_model, &DagModel::countsChanged, this, &DagPane::updateWords);
    connect(
        m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_seen.start(); });
    connect(
        m_list->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { m_seen.start(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& index) {
            const QString id = index.data(DagModel::IdRole).toString();
            if (!index.isValid() || id == m_current)
                return;
            m_current = id;
            Q_EMIT chosen(id);
        });
    take();
}

void DagPane::buildLayout()
{
    m_header = new ui::PanelHeader(tr("DAGs"), this);
    m_order = new ui::IconButton(u"sort"_s, tr("Order of the list"), QKeySequence(), this);
    auto* menu = new QMenu(m_order);
    auto* group = new QActionGroup(menu);
    const std::pair<QString, DagModel::Order> orders[] = {{tr("By name"), DagModel::Order::Name},
        {tr("Needing attention first"), DagModel::Order::Attention},
        {tr("By next run"), DagModel::Order::NextRun}};
    for (const auto& [text, order] : orders) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(order == m_model.order());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosenOrder = order] {
            m_model.setOrder(chosenOrder);
            m_seen.start();
        });
    }
    m_order->setMenu(menu);
    m_order->setPopupMode(QToolButton::InstantPopup);
    m_header->addRight(m_order);

    m_filter = new ui::SearchField(tr("Filter by name, tag, owner"), this);
    m_filter->answerSlashIn(this);
    m_filter->setToolTip(tr("Words are looked for in name, tags and owners.\n"
                            "tag:gold  owner:data  paused:no  state:failed"));

    m_list = new QListView(this);
    m_list->setAccessibleName(tr("DAGs"));
    m_list->setModel(&m_model);
    m_delegate = new DagDelegate(m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);

    auto* footer = new ui::PanelFooter(this);
    m_poolName = new QLabel(footer);
    ui::setTextStyle(m_poolName, ui::TextStyle::Caption);
    ui::setTone(m_poolName, Token::Text2);
    m_poolBar = new ui::ProgressLine(tr("Slots of the pool in use"), footer);
    m_poolBar->setFixedWidth(52);
    m_poolUse = new QLabel(footer);
    ui::setTextStyle(m_poolUse, ui::TextStyle::MonoSmall);
    footer->addLeft(m_poolName);
    footer->addRight(m_poolBar);
    footer->addRight(m_poolUse);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(10, 6, 10, 6);
    bar->addWidget(m_filter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(bar);
    layout->addWidget(m_list, 1);
    layout->addWidget(footer);
    updatePool();
}

void DagPane::take()
{
    m_model.take(m_watch.feed());
    if (const int row = m_model.indexOf(m_current); row >= 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(row));
    m_seen.start();
    updateWords();
}

void DagPane::updateWords()
{
    const QLocale locale;
    QString words = m_model.rowCount() == m_model.total()
        ? locale.toString(m_model.total())
        : tr("%1 of %2").arg(locale.toString(m_model.rowCount()), locale.toString(m_model.total()));
    if (m_watch.feed().dagsTruncated())
        words += tr(", list cut");
    if (m_model.attention() > 0)
        words = tr("%1, %n need attention", nullptr, m_model.attention()).arg(words);
    m_header->setSubtitle(words);
}

void DagPane::setPool(const QString& pool)
{
    if (std::exchange(m_pool, pool) != pool)
        updatePool();
}

QString DagPane::poolShown() const
{
    return m_poolName->text();
}

// The pool of the chosen task; without one the pool that is nearest to its limit.
void DagPane::updatePool()
{
    const auto shareOf = [](const PoolInfo& pool) {
        return pool.size > 0 ? double(pool.size - pool.open) / double(pool.size) : 0;
    };
    const PoolInfo* fullest = m_pool.isEmpty() ? nullptr : m_watch.feed().pool(m_pool);
    double most = fullest ? shareOf(*fullest) : -1;
    if (!fullest)
        for (const PoolInfo& pool : m_watch.feed().pools())
            if (const double share = shareOf(pool); share > most) {
                most = share;
                fullest = &pool;
            }
    m_poolBar->setVisible(fullest && fullest->size >= 0);
    if (!fullest) {
        m_poolName->setText(m_watch.feed().poolsError() ? tr("Pools may not be read") : QString());
        m_poolUse->clear();
        return;
    }
    const int used = std::max(0, fullest->size - fullest->open);
    m_poolName->setText(tr("Pool %1").arg(fullest->name));
    m_poolBar->setFraction(std::clamp(most, 0.0, 1.0));
    const bool full = fullest->size >= 0 && fullest->open <= 0; // also one that is closed
    m_poolBar->setTone(full ? Token::StatusWarn : Token::Accent);
    m_poolUse->setText(
        fullest->size >= 0 ? u"%1/%2"_s.arg(used).arg(fullest->size) : tr("no limit"));
    ui::setTone(m_poolUse, full ? Token::StatusWarn : Token::Text2);
    QStringList lines;
    for (const PoolInfo& pool : m_watch.feed().pools())
        lines.append(tr("%1: %2 running, %3 queued, %4 of %5 slots open")
                         .arg(pool.name)
                         .arg(pool.running)
                         .arg(pool.queued)
                         .arg(pool.open)
                         .arg(pool.size));
    m_poolName->setToolTip(lines.join(u'\n'));
}

void DagPane::tellVisible()
{
    QStringList ids;
    const int rows = m_model.rowCount();
    const QModelIndex top = m_list->indexAt(QPoint(4, 4));
    const int height = std::max(1, m_list->sizeHintForRow(0));
    const int count = m_list->viewport()->height() / height + 2;
    for (int i = std::max(0, top.row()); i < rows && ids.size() < count; ++i)
        ids.append(m_model.row(i).info.id);
    m_watch.setBars(ids);
}

QString DagPane::current() const
{
    return m_current;
}

bool DagPane::choose(const QString& dag)
{
    m_current = dag;
    const int row = m_model.indexOf(dag);
    if (row < 0)
        return false;
    m_list->setCurrentIndex(m_model.index(row));
    m_list->scrollTo(m_model.index(row));
    return true;
}

void DagPane::setStale(bool stale)
{
    m_delegate->setStale(stale);
    m_list->viewport()->update();
}

qint64 DagPane::drawnRows() const
{
    const int height = std::max(1, m_list->sizeHintForRow(0));
    return std::min(m_model.rowCount(), m_list->viewport()->height() / height + 1);
}

} // namespace pilothouse::workflow
