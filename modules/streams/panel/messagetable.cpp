// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messagetable.h"

#include "core/servicehub.h"
#include "streams/panel/messagedelegate.h"
#include "streams/panel/messagewriter.h"
#include "ui/grid/gridheader.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

using ui::TextStyle;

namespace
{

constexpr int kShownAfterMs = 60;
constexpr int kPad = 16;
constexpr int kNarrow = 760; // px: times without year and milliseconds where they have a date
constexpr int kNoHeaders = 620; // px: the number of headers makes room
constexpr int kKeyShare = 3; // keys have a third of the width at most

// Text needs no decoder to be read in a list.
bool needsDecoding(const Message& message)
{
    return !message.value.isEmpty() && !message.isCut()
        && lookOf(message.value, 100).kind == BytesLook::Kind::Binary;
}

} // namespace

MessageTable::MessageTable(ui::Workbench& workbench, ServiceId service, QWidget* parent)
    : QTableView(parent)
    , m_workbench(workbench)
    , m_service(std::move(service))
    , m_delegate(new MessageDelegate(ui::Theme::of(this), this))
{
    setAccessibleName(tr("Messages"));
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false); // Tab leaves the list
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalHeader(new ui::GridHeader(ui::Theme::of(this), this));
    horizontalHeader()->setSectionsClickable(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSortIndicatorShown(false);
    horizontalHeader()->setMinimumSectionSize(40);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
        [this](int column) { m_keyByHand |= !m_sizing && column == MessageList::Key; });
    addActions();
    m_shownSoon.setSingleShot(true);
    m_shownSoon.setInterval(kShownAfterMs);
    connect(&m_shownSoon, &QTimer::timeout, this, &MessageTable::lookAtShown);
    connect(verticalScrollBar(), &QAbstractSlider::valueChanged, this, [this](int value) {
        if (std::exchange(m_wasAtTop, value == 0) != (value == 0))
            Q_EMIT topLeft(value == 0);
        m_shownSoon.start();
    });
    connect(this, &QAbstractItemView::doubleClicked, this, [this] { Q_EMIT opened(); });
    connect(&ui::Theme::of(this), &ui::Theme::changed, this, &MessageTable::applyTheme);
    connect(&workbench.timeContext(), &ui::TimeContext::zoneChanged, this, [this] {
        if (m_list)
            m_list->setZone(m_workbench.timeContext().zone());
        tellToday();
    });
    connect(&workbench.hub(), &ServiceHub::aboutToRemove, this, [this](const QString& id) {
        if (id == m_service)
            m_decode.cancel();
    });
    applyTheme();
}

void MessageTable::addActions()
{
    const auto add = [this](const QString& text, const QKeySequence& keys, auto does) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, does] {
            if (const Message* message = current())
                copy(does(*message));
        });
        addAction(action);
        m_actions.append(action);
    };
    add(tr("Copy the value"), QKeySequence::Copy,
        [](const Message& m) -> QByteArray { return m.value; });
    add(tr("Copy the key"), Qt::CTRL | Qt::ALT | Qt::Key_K,
        [](const Message& m) -> QByteArray { return m.key; });
    add(tr("Copy the message as JSON"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
        [](const Message& m) -> QByteArray { return messageJson(m); });
}

void MessageTable::copy(const QByteArray& bytes) const
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(bytes));
}

void MessageTable::applyTheme()
{
    const int row = ui::Theme::of(this).metric(ui::Metric::GridRow);
    verticalHeader()->setMinimumSectionSize(row);
    verticalHeader()->setDefaultSectionSize(row);
    sizeColumns();
    viewport()->update();
}

void MessageTable::setMessages(MessageList* list)
{
    if (m_list)
        disconnect(m_list, nullptr, this, nullptr);
    m_list = list;
    setModel(list);
    m_decode.cancel();
    m_longestKey = 0;
    m_dates = false;
    if (!list)
        return;
    list->setZone(m_workbench.timeContext().zone());
    // Ours come after the view's own: it knows of the rows by then.
    connect(list, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex&, int first, int last) {
            QScrollBar* bar = verticalScrollBar();
            if (first == 0 && bar->value() > 0) {
                updateGeometries(); // the bar may still end before the new rows
                bar->setValue(bar->value() + last - first + 1);
            }
            executeDelayedItemsLayout(); // else it comes after a paint and asks for another
            m_shownSoon.start();
        });
    connect(list, &QAbstractItemModel::rowsRemoved, this, [this] { executeDelayedItemsLayout(); });
    connect(list, &QAbstractItemModel::modelReset, this, [this] {
        m_longestKey = 0;
        if (m_list->rowCount() == 0)
            m_dates = false;
        Q_EMIT currentMessageChanged();
        m_shownSoon.start();
    });
    connect(list, &QAbstractItemModel::dataChanged, this, [this] {
        if (current())
            Q_EMIT currentMessageChanged();
        m_shownSoon.start();
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &MessageTable::currentMessageChanged);
    sizeColumns();
    tellToday();
}

void MessageTable::tellToday()
{
    const QDateTime now
        = QDateTime::currentDateTimeUtc().toTimeZone(m_workbench.timeContext().zone());
    if (m_delegate->setToday(m_dates ? QString() : now.toString(u"yyyy-MM-dd"_s)))
        viewport()->update();
}

// Then they stay while this list is shown: today's too, so that no time is taken for another day's.
void MessageTable::lookForDates()
{
    const int top = rowAt(0);
    if (!m_list || top < 0 || m_dates)
        return;
    const QTimeZone& zone = m_list->zone();
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(zone).date();
    const qint64 end = top + drawnRows();
    for (int row = top; row < end && !m_dates; ++row)
        if (const Message* message = m_list->messageAt(row); message && message->timestamp >= 0)
            m_dates = QDateTime::fromMSecsSinceEpoch(message->timestamp, zone).date() != today;
    tellToday();
}

void MessageTable::sizeColumns()
{
    if (!m_list)
        return;
    const QScopedValueRollback sizing(m_sizing, true);
    const ui::Theme& theme = ui::Theme::of(this);
    const QFontMetrics mono(theme.font(TextStyle::Mono));
    const auto* header = static_cast<const ui::GridHeader*>(horizontalHeader());
    const auto set = [&](int column, const QString& widest) {
        setColumnWidth(
            column, std::max(kPad + mono.horizontalAdvance(widest), header->widthOf(column)));
    };
    set(MessageList::Partition, u"0000"_s);
    set(MessageList::Offset, u"00000000000"_s);
    set(MessageList::Time, width() < kNarrow ? u"00-00 00:00:00"_s : u"2026-03-17 00:00:00.000"_s);
    if (!m_keyByHand)
        setColumnWidth(MessageList::Key, keyWidth());
    set(MessageList::Headers, u"000"_s);
    setColumnHidden(MessageList::Headers, !m_headersShown || width() < kNoHeaders);
    m_sized = true;
}

int MessageTable::keyWidth() const
{
    const QFontMetrics mono(ui::Theme::of(this).font(TextStyle::Mono));
    const int least = mono.horizontalAdvance(u"0000000000"_s);
    const int most = std::max(least, width() / kKeyShare - kPad);
    return kPad + std::clamp(m_longestKey + 1, least, most);
}

// It never gets narrower while the same list is shown: nothing jumps as messages come.
void MessageTable::widenKeys()
{
    const int top = rowAt(0);
    if (!m_list || top < 0 || m_keyByHand)
        return;
    const QFontMetrics mono(ui::Theme::of(this).font(TextStyle::Mono));
    const qint64 end = top + drawnRows();
    for (int row = top; row < end; ++row)
        if (const Message* message = m_list->messageAt(row))
            m_longestKey = std::max(
                m_longestKey, mono.horizontalAdvance(MessageList::keyLook(*message).text));
    if (const int wide = keyWidth(); wide > columnWidth(MessageList::Key)) {
        const QScopedValueRollback sizing(m_sizing, true);
        setColumnWidth(MessageList::Key, wide);
    }
}

void MessageTable::resizeEvent(QResizeEvent* event)
{
    const int before = event->oldSize().width();
    QTableView::resizeEvent(event);
    const int now = event->size().width();
    if (!m_sized || before < 0 || (before < kNarrow) != (now < kNarrow)
        || (before < kNoHeaders) != (now < kNoHeaders))
        sizeColumns();
    else if (m_list && !m_keyByHand && keyWidth() < columnWidth(MessageList::Key))
        sizeColumns(); // bounded by what is there now
    m_shownSoon.start();
}

const Message* MessageTable::current() const
{
    return m_list && currentIndex().isValid() ? m_list->messageAt(currentIndex().row()) : nullptr;
}

std::vector<Message> MessageTable::selected() const
{
    std::vector<Message> out;
    if (!selectionModel())
        return out;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : rows)
        if (const Message* message = m_list->messageAt(row.row()))
            out.push_back(*message);
    return out;
}

bool MessageTable::choose(int partition, qint64 offset)
{
    for (int row = 0; m_list && row < m_list->rowCount(); ++row) {
        const Message* message = m_list->messageAt(row);
        if (!message || message->partition != partition || message->offset != offset)
            continue;
        setCurrentIndex(m_list->index(row, MessageList::Value));
        return true;
    }
    return false;
}

void MessageTable::setHeadersShown(bool shown)
{
    m_headersShown = shown;
    sizeColumns();
}

void MessageTable::setChecking(bool several)
{
    setSelectionMode(several ? ExtendedSelection : SingleSelection);
}

qint64 MessageTable::drawnRows() const
{
    const int top = rowAt(0);
    if (top < 0 || !m_list)
        return 0;
    const int bottom = rowAt(viewport()->height() - 1);
    return (bottom < 0 ? m_list->rowCount() - 1 : bottom) - top + 1;
}

void MessageTable::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && event->modifiers() == Qt::NoModifier && current()) {
        Q_EMIT opened();
        return;
    }
    if (event->key() == Qt::Key_Space) { // the pane's: it would only select again here
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

// The focus alone chooses no message.
void MessageTable::focusInEvent(QFocusEvent* event)
{
    if (currentIndex().isValid()) {
        QTableView::focusInEvent(event);
        return;
    }
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void MessageTable::contextMenuEvent(QContextMenuEvent* event)
{
    if (!current())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    menu->popup(event->globalPos());
}

void MessageTable::lookAtShown()
{
    widenKeys();
    lookForDates();
    decodeShown();
}

// What is on screen and needs it, at once; the next round follows what is scrolled to.
void MessageTable::decodeShown()
{
    auto* decoding = m_list ? m_workbench.hub().contract<Decoding>(m_service) : nullptr;
    const int top = rowAt(0);
    if (!decoding || top < 0 || !isVisible() || m_decode.running())
        return;
    const qint64 end = top + drawnRows();
    auto asked = std::make_shared<std::vector<Message>>();
    for (int row = top; row < end; ++row)
        if (const Message* message = m_list->messageAt(row);
            message && needsDecoding(*message) && !m_list->isDecoded(*message))
            asked->push_back(*message);
    if (asked->empty())
        return;
    m_decode = decoding->decode(*asked, DecodeChoice())
                   .onDone(this, [this, asked](const Result<std::vector<DecodedMessage>>& result) {
                       for (size_t i = 0; i < asked->size(); ++i) {
                           // What failed is not asked for again; the message itself says why.
                           QByteArray line;
                           if (result && i < result->size()) {
                               const DecodedBytes& value = (*result)[i].value;
                               line = value.json.isEmpty() ? value.text.toUtf8() : value.json;
                           }
                           m_list->setDecoded((*asked)[i], line);
                       }
                       viewport()->update();
                       m_shownSoon.start();
                   });
}

} // namespace pilothouse::streams
