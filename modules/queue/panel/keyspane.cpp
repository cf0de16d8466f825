// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/keyspane.h"

#include "queue/api/commandline.h"
#include "queue/panel/valueformats.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/meters.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/plural.h"
#include "ui/theme/theme.h"
#include "ui/tree/treeview.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLocale>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;
using Phase = KeyScan::Phase;

namespace
{
constexpr int kTypedMs = 400;
constexpr int kNarrow = 260; // too narrow for more than the database in the header
constexpr qint64 kOpenUpTo = 50; // so few hits are all shown at once
} // namespace

KeysPane::KeysPane(Runtime& runtime, const QByteArray& separator, int database,
    std::function<Keyspace*()> keyspace, QWidget* parent)
    : QWidget(parent)
    , m_keyspace(keyspace)
    , m_database(database)
    , m_scan(runtime, separator, std::move(keyspace))
{
    buildLayout(database);
    m_visible.setSingleShot(true);
    m_visible.setInterval(120);
    connect(&m_visible, &QTimer::timeout, this, &KeysPane::askVisible);
    m_typed.setSingleShot(true);
    m_typed.setInterval(kTypedMs);
    connect(&m_typed, &QTimer::timeout, this, &KeysPane::walk);
    connect(m_filter, &QLineEdit::textEdited, this, [this] { m_typed.start(); });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            m_typed.start(); // cleared by its mark or by Esc
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        m_typed.stop();
        walk();
        m_tree->setFocus();
    });
    connect(m_type, &QComboBox::activated, this, &KeysPane::walk);
    connect(&m_scan, &KeyScan::progressed, this, [this] {
        updateWords();
        openHits();
        if (!m_wanted.isEmpty())
            reveal(m_wanted);
    });
    auto* model = m_scan.model();
    const auto seen = [this] {
        if (!m_visible.isActive())
            m_visible.start();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, seen);
    connect(m_tree->verticalScrollBar(), &QScrollBar::valueChanged, this, seen);
    connect(m_tree, &QTreeView::expanded, this, seen);
    connect(m_tree, &ui::TreeView::nodeActivated, this, &KeysPane::choose);
    connect(m_tree, &ui::TreeView::moreRequested, this, [this] { choose(m_tree->currentIndex()); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& index) {
            Q_EMIT currentChanged();
            if (index.isValid() && !index.data(KeyTreeModel::FolderRole).toBool()
                && !index.data(KeyTreeModel::MoreRole).toBool())
                choose(index);
        });
    updateWords();
}

void KeysPane::buildLayout(int database)
{
    m_header = new ui::PanelHeader(tr("Keys"), this);
    m_header->setSubtitle(tr("db%1").arg(database));
    auto* again = new ui::IconButton(u"refresh"_s, tr("Walk the keys again"), QKeySequence(), this);
    connect(again, &QAbstractButton::clicked, this, &KeysPane::walk);
    m_view = new ui::SegmentedControl(tr("How keys are shown"), this);
    m_view->addSegment(tr("Tree"));
    m_view->addSegment(tr("List", "all keys in one"));
    connect(m_view, &ui::SegmentedControl::currentChanged, this, [this](int index) {
        const QByteArray chosen = currentIsFolder() ? QByteArray() : currentPath();
        m_scan.setFlat(index == 1);
        m_tree->setRootIsDecorated(index == 0);
        m_wanted = chosen; // stays chosen when the other view shows it
    });
    m_header->addRight(m_view);
    m_header->addRight(again);

    m_filter = new ui::SearchField(tr("Filter, e.g. cart:user:*"), this);
    m_type = new QComboBox(this);
    m_type->setAccessibleName(tr("Types shown"));
    m_type->addItem(tr("All types"), int(KeyType::Unknown));
    const std::pair<QString, KeyType> types[] = {{tr("String"), KeyType::String},
        {tr("Hash"), KeyType::Hash}, {tr("List"), KeyType::List}, {tr("Set"), KeyType::Set},
        {tr("Sorted set"), KeyType::SortedSet}, {tr("Stream"), KeyType::Stream}};
    for (const auto& [text, type] : types)
        m_type->addItem(text, int(type));

    m_tree = new ui::TreeView(tr("Keys"), this);
    m_tree->setModel(m_scan.model());
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);

    m_footer = new ui::PanelFooter(this);
    m_progress = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2, this);
    m_gentle = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text3, this);
    m_line = new ui::ProgressLine(tr("Keys walked"), this);
    m_line->setFixedWidth(40);
    m_pause = new ui::IconButton(u"pause"_s, tr("Pause the walk"), QKeySequence(), this, 12);
    m_measure = new ui::Button(tr("Measure sizes"), ui::ButtonVariant::Link, this);
    connect(
        m_pause, &QAbstractButton::clicked, this, [this] { m_scan.setPaused(!m_scan.isPaused()); });
    connect(m_measure, &QAbstractButton::clicked, this, [this] { m_scan.measure(); });
    m_footer->addLeft(m_progress);
    m_footer->addLeft(m_line);
    m_footer->addLeft(m_pause);
    m_footer->addLeft(m_measure);
    m_footer->addRight(m_gentle);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->setSpacing(6);
    m_filter->setMinimumWidth(72); // gives way before the word of the types is cut
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_type);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(bar);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_footer);
}

// A word without wildcards means "names that contain it".
QByteArray KeysPane::pattern() const
{
    const QString text = m_filter->text().trimmed();
    if (text.isEmpty())
        return {};
    const bool glob = text.contains(u'*') || text.contains(u'?') || text.contains(u'[');
    return glob ? text.toUtf8() : '*' + globEscaped(text.toUtf8()) + '*';
}

KeyType KeysPane::type() const
{
    return KeyType(m_type->currentData().toInt());
}

void KeysPane::setFilter(const QString& text, KeyType type)
{
    const QSignalBlocker quiet(m_filter);
    m_filter->setText(text);
    m_type->setCurrentIndex(std::max(0, m_type->findData(int(type))));
}

void KeysPane::walk()
{
    m_typed.stop();
    const std::pair filter(pattern(), type());
    if (std::exchange(m_walkedFor, filter) != filter)
        m_opened.clear();
    m_scan.start(filter.first, filter.second);
}

// Each folder once: one that the user closes stays closed.
void KeysPane::openHits()
{
    const KeyScan::Progress& p = m_scan.progress();
    const bool walked = p.phase == Phase::Sizes || p.phase == Phase::Done;
    if (m_walkedFor == std::pair(QByteArray(), KeyType::Unknown) || isFlat() || !walked
        || p.keys > kOpenUpTo)
        return;
    const auto* model = m_scan.model();
    std::vector<QModelIndex> open{QModelIndex()};
    while (!open.empty()) {
        const QModelIndex parent = open.back();
        open.pop_back();
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex at = model->index(row, 0, parent);
            if (!at.data(KeyTreeModel::FolderRole).toBool())
                continue;
            const QByteArray path = at.data(KeyTreeModel::PathRole).toByteArray();
            if (!m_opened.contains(path)) {
                m_opened.insert(path);
                m_tree->expand(at);
            }
            open.push_back(at);
        }
    }
}

void KeysPane::updateWords()
{
    const KeyScan::Progress& p = m_scan.progress();
    const QLocale locale;
    const bool filtered = !pattern().isEmpty() || type() != KeyType::Unknown;
    const bool narrow = width() < kNarrow; // the footer counts the keys, too
    m_header->setSubtitle(narrow ? tr("db%1").arg(m_database)
            : filtered
            ? tr("db%1, %2 of %3 key(s)", nullptr, ui::pluralOf(std::max(p.total, p.keys)))
                  .arg(m_database)
                  .arg(locale.toString(p.keys), countText(std::max(p.total, p.keys)))
            : tr("db%1, %2 key(s)", nullptr, ui::pluralOf(std::max(p.total, p.keys)))
                  .arg(m_database)
                  .arg(countText(std::max(p.total, p.keys))));
    const double fraction
        = p.total > 0 ? std::min(1.0, double(p.done) / double(p.total)) : (p.done > 0 ? 1.0 : 0.0);
    const int percent = int(fraction * 100);
    const bool running = m_scan.isRunning();
    switch (p.phase) {
    case Phase::Idle:
        m_progress->setText({});
        break;
    case Phase::Names:
        m_progress->setText(m_scan.isPaused() ? tr("Paused at %1 %").arg(percent)
                                              : tr("Scanned %1 %").arg(percent));
        break;
    case Phase::Sizes:
        m_progress->setText(tr("Sizes %1 %").arg(percent));
        break;
    case Phase::Done:
        m_progress->setText(p.memory >= 0
                ? tr("%1 in %2 key(s), about", nullptr, ui::pluralOf(p.keys))
                      .arg(sizeText(p.memory), countText(p.keys))
                : tr("All scanned"));
        break;
    case Phase::Stopped:
        m_progress->setText(tr("Stopped at %1 %").arg(percent));
        break;
    case Phase::Failed:
        m_progress->setText(tr("Broke off at %1 %").arg(percent));
        break;
    }
    m_line->setVisible(running);
    m_line->setFraction(fraction);
    m_pause->setVisible(running);
    m_pause->setIconName(m_scan.isPaused() ? u"play"_s : u"pause"_s);
    m_pause->setName(m_scan.isPaused() ? tr("Go on with the walk") : tr("Pause the walk"));
    m_measure->setVisible(p.phase == Phase::Done && p.memory < 0 && p.keys > 0);
    m_gentle->setText(
        p.count > 0 ? tr("SCAN %1, never KEYS").arg(locale.toString(p.count)) : QString());
    m_gentle->setToolTip(tr("Each step keeps the server busy for %1 ms.").arg(p.stepMs, 0, 'f', 2));
    placeNote();
}

// What both do not fit into cuts neither: the note goes.
void KeysPane::placeNote()
{
    constexpr int kButton = 32; // others add one
    int wanted = m_gentle->sizeHint().width() + 2 * kButton;
    for (const QWidget* w : std::initializer_list<QWidget*>{m_progress, m_line, m_pause, m_measure})
        wanted += w->isHidden() ? 0 : w->sizeHint().width() + 8;
    m_gentle->setVisible(wanted <= width());
}

void KeysPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if ((event->oldSize().width() < kNarrow) != (width() < kNarrow))
        updateWords();
    else
        placeNote();
}

void KeysPane::choose(const QModelIndex& index)
{
    if (index.data(KeyTreeModel::MoreRole).toBool())
        m_scan.model()->showMore(index);
    else if (index.data(KeyTreeModel::FolderRole).toBool())
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
    else if (index.isValid())
        Q_EMIT keyChosen(index.data(KeyTreeModel::PathRole).toByteArray());
}

// Types and sizes of the lines on screen only.
void KeysPane::askVisible()
{
    Keyspace* keyspace = m_keyspace();
    if (!keyspace || !isVisible() || m_details.running())
        return;
    std::vector<QByteArray> keys;
    const int bottom = m_tree->viewport()->height();
    for (QModelIndex i = m_tree->indexAt(QPoint(4, 4)); i.isValid(); i = m_tree->indexBelow(i)) {
        if (m_tree->visualRect(i).top() > bottom)
            break;
        if (!i.data(KeyTreeModel::FolderRole).toBool() && !i.data(KeyTreeModel::MoreRole).toBool()
            && i.data(KeyTreeModel::TypeRole).toString().isEmpty())
            keys.push_back(i.data(KeyTreeModel::PathRole).toByteArray());
    }
    if (keys.empty())
        return;
    m_details = keyspace->details(keys, DetailFields(kAllDetails))
                    .onDone(this, [this](Result<std::vector<KeyDetail>> details) {
                        if (!details)
                            return; // the walk says what is wrong
                        for (const KeyDetail& detail : *details)
                            m_scan.model()->setDetail(detail);
                        m_visible.start(); // more may have come into view meanwhile
                    });
}

bool KeysPane::reveal(const QByteArray& key)
{
    m_wanted = key;
    auto* model = m_scan.model();
    QModelIndex at = model->indexOf(key);
    if (at.isValid()) {
        m_wanted.clear();
        // Alone, also while Ctrl is held: what is selected is what Delete means.
        m_tree->selectionModel()->setCurrentIndex(at, QItemSelectionModel::ClearAndSelect);
        m_tree->scrollTo(at);
        if (model->data(at, KeyTreeModel::FolderRole).toBool())
            m_tree->expand(at);
        return true;
    }
    // Open what there is of its folders; the rest follows with their lines.
    for (qsizetype i = key.size(); i > 0; --i) {
        at = model->indexOf(key.first(i));
        if (at.isValid() && model->data(at, KeyTreeModel::FolderRole).toBool()) {
            if (!m_tree->isExpanded(at))
                m_tree->expand(at);
            break;
        }
    }
    return false;
}

bool KeysPane::isFlat() const
{
    return m_scan.isFlat();
}

void KeysPane::setFlat(bool flat)
{
    m_view->setCurrentIndex(flat ? 1 : 0);
}

QByteArray KeysPane::currentPath() const
{
    return m_tree->currentIndex().data(KeyTreeModel::PathRole).toByteArray();
}

bool KeysPane::currentIsFolder() const
{
    return m_tree->currentIndex().data(KeyTreeModel::FolderRole).toBool();
}

std::vector<QByteArray> KeysPane::chosenKeys() const
{
    std::vector<QByteArray> keys;
    for (const QModelIndex& index : m_tree->selectionModel()->selectedIndexes()) {
        if (index.data(KeyTreeModel::FolderRole).toBool())
            return {}; // a folder is deleted by its own act
        if (!index.data(KeyTreeModel::MoreRole).toBool())
            keys.push_back(index.data(KeyTreeModel::PathRole).toByteArray());
    }
    return keys;
}

// With a filter only the server knows whether it belongs here.
void KeysPane::follow(const QByteArray& key)
{
    m_wanted = key;
    if (pattern().isEmpty() && type() == KeyType::Unknown)
        m_scan.add(key);
    else
        walk();
}

void KeysPane::addToFooter(QWidget* widget)
{
    m_footer->addRight(widget);
}

qint64 KeysPane::currentKeys() const
{
    return m_tree->currentIndex().data(KeyTreeModel::KeysRole).toLongLong();
}

qint64 KeysPane::drawnRows() const
{
    qint64 rows = 0;
    const int bottom = m_tree->viewport()->height();
    for (QModelIndex i = m_tree->indexAt(QPoint(4, 4)); i.isValid(); i = m_tree->indexBelow(i)) {
        if (m_tree->visualRect(i).top() >= bottom)
            break;
        ++rows;
    }
    return rows;
}

} // namespace pilothouse::queue
