// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/dagpane.h"

#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/meters.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/theme/theme.h"
#include "workflow/panel/dagdelegate.h"
#include "workflow/panel/runfeed.h"

#include <QActionGroup>
#include <QKeyEvent>
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

namespace
{

// Getting the focus opens nothing: with no current row a list takes its first one by itself.
class DagList final : public QListView
{
public:
    using QListView::QListView;

protected:
    void focusInEvent(QFocusEvent* event) override
    {
        const bool none = !currentIndex().isValid();
        const QSignalBlocker quiet(selectionModel());
        QListView::focusInEvent(event);
        if (none)
            setCurrentIndex({});
    }
};

} // namespace

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
    connect(&feed, &RunFeed::serverChanged, this, &DagPane::updateBroken);
    connect(m_broken, &QAbstractButton::clicked, this, &DagPane::importErrorsAsked);
    connect(m_all, &QAbstractButton::clicked, this, [this] {
        m_filter->clear();
        m_list->setFocus();
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        // Typing only filters: the open DAG stays open, be it in the list or not.
        m_quiet = true;
        m_model.setFilter(text);
        m_quiet = false;
        markCurrent();
        m_seen.start();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, &DagPane::openFirst);
    m_filter->installEventFilter(this);
    m_list->installEventFilter(this);
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
            if (m_quiet || !index.isValid() || id == m_current)
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

    m_filter = new ui::SearchField(tr("Filter: name, tag, is:failed"), this);
    m_filter->answerSlashIn(this);
    m_filter->setToolTip(tr("Words are looked for in name, tags and owners.\n"
                            "tag:gold  owner:data  is:paused  is:failed  is:running"));

    m_list = new DagList(this);
    m_list->setAccessibleName(tr("DAGs"));
    m_list->setModel(&m_model);
    m_delegate = new DagDelegate(m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);

    m_none = new QWidget(this);
    m_noneText = new ui::ElidedLabel({}, ui::TextStyle::Cell, Token::Text2, m_none);
    m_all = new ui::Button(tr("Show all DAGs"), ui::ButtonVariant::Link, m_none);
    auto* none = new QVBoxLayout(m_none);
    none->setContentsMargins(12, 8, 12, 8);
    none->addWidget(m_noneText);
    none->addWidget(m_all, 0, Qt::AlignLeft);
    m_none->hide();
    m_broken = new ui::Button(QString(), ui::ButtonVariant::Link, this);
    m_broken->hide();

    auto* footer = new ui::PanelFooter(this);
    m_poolName = new ui::ElidedLabel({}, ui::TextStyle::Caption, Token::Text2, footer);
    m_poolName->setElideMode(Qt::ElideMiddle);
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
    layout->addWidget(m_none);
    layout->addWidget(m_list, 1);
    auto* broken = new QHBoxLayout;
    broken->setContentsMargins(7, 0, 7, 0); // its text begins where all others do
    broken->addWidget(m_broken);
    broken->addStretch();
    layout->addLayout(broken);
    layout->addWidget(footer);
    updatePool();
    updateBroken();
}

void DagPane::updateBroken()
{
    const auto& errors = m_watch.feed().importErrors();
    m_broken->setText(tr("%n files cannot be imported", nullptr, int(errors.size())));
    m_broken->setVisible(!errors.empty());
    QStringList lines;
    for (const ImportError& error : errors)
        lines.append(u"%1: %2"_s.arg(error.file.section(u'/', -1),
            error.trace.section(u'\n', -1, -1, QString::SectionSkipEmpty)));
    m_broken->setToolTip(lines.join(u'\n'));
}

void DagPane::take()
{
    m_quiet = true;
    m_model.take(m_watch.feed());
    m_quiet = false;
    markCurrent();
    m_seen.start();
    updateWords();
}

// The open DAG has the mark; filtered out, no other has it.
void DagPane::markCurrent()
{
    m_quiet = true;
    const int row = m_model.indexOf(m_current);
    if (m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model.index(row));
    m_quiet = false;
}

void DagPane::openFirst()
{
    m_list->setFocus();
    if (m_model.indexOf(m_current) < 0 && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
}

bool DagPane::eventFilter(QObject* watched, QEvent* event)
{
    const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    if (watched == m_filter && key && key->key() == Qt::Key_Down) {
        openFirst();
        return true;
    }
    if (watched == m_filter && key && key->key() == Qt::Key_Escape) {
        m_filter->clear();
        m_list->setFocus();
        if (m_list->currentIndex().isValid())
            m_list->scrollTo(m_list->currentIndex());
        return true;
    }
    // The list would look for a DAG of this name; the window shows its keys.
    if (watched == m_list && key && key->text() == "?"_L1) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
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
    const bool none = m_model.rowCount() == 0 && m_model.total() > 0;
    m_none->setVisible(none);
    m_noneText->setText(tr("No DAG matches “%1”").arg(m_filter->text().simplified()));
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

void DagPane::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    m_model.setZone(zone);
    updatePool();
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
    if (m_watch.feed().poolsRead().isValid())
        lines.append(
            tr("read at %1")
                .arg(m_watch.feed().poolsRead().toTimeZone(m_zone).toString(u"HH:mm:ss"_s)));
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
    // Opened from elsewhere: a filter that hides it was for something else.
    if (m_model.indexOf(dag) < 0 && m_watch.feed().dag(dag))
        m_filter->clear();
    const int row = m_model.indexOf(dag);
    if (row < 0)
        return false;
    m_list->setCurrentIndex(m_model.index(row));
    m_list->scrollTo(m_model.index(row));
    return true;
}

void DagPane::setStale(bool stale)
{
    m_delegate->setStale(stale ? m_watch.feed().serverNow() : QDateTime());
    m_list->viewport()->update();
}

int DagPane::nameWidth() const
{
    const QFontMetrics metrics(ui::Theme::of(this).font(ui::TextStyle::Control));
    int widest = 0;
    for (const DagInfo& dag : m_watch.feed().dags())
        widest = std::max(widest, metrics.horizontalAdvance(dag.id));
    return widest + DagDelegate::kAround;
}

qint64 DagPane::drawnRows() const
{
    const int height = std::max(1, m_list->sizeHintForRow(0));
    return std::min(m_model.rowCount(), m_list->viewport()->height() / height + 1);
}

} // namespace pilothouse::workflow
