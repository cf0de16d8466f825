// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector asks and shows; inspectoracts.cpp holds what it changes.
#include "queue/panel/inspector.h"

#include "core/servicehub.h"
#include "queue/api/commandline.h"
#include "queue/api/streams.h"
#include "queue/panel/commandpreview.h"
#include "queue/panel/conflictbar.h"
#include "queue/panel/editbar.h"
#include "queue/panel/entryview.h"
#include "queue/panel/streambar.h"
#include "queue/panel/textvalue.h"
#include "queue/panel/valuedelegate.h"
#include "queue/panel/valueformats.h"
#include "queue/panel/valuemodel.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/drafts.h"
#include "ui/errors/errorwords.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kWholeUpTo = 1 << 20; // a string up to this is loaded and edited as a whole
constexpr qint64 kWindow = 64 * 1024;
constexpr int kPageRows = 100;
constexpr int kFollowedRows = 500;
constexpr int kTitleCharacters = 44;
constexpr int kCompact = 460; // narrower than this the header holds icons only

// The panel's action answers the keys; the button only tells them.
void tellKey(QWidget* button, const QKeySequence& keys)
{
    button->setToolTip(
        u"%1 (%2)"_s.arg(button->accessibleName(), keys.toString(QKeySequence::NativeText)));
}

enum Body { TextBody, TableBody, OtherBody };

} // namespace

Inspector::Inspector(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_drafts(workbench.drafts())
    , m_service(service)
    , m_model(new ValueModel(this))
{
    buildLayout();
    m_follow.setInterval(1000);
    connect(&m_follow, &QTimer::timeout, this, &Inspector::followOnce);
    m_ttlTick.setInterval(1000);
    connect(&m_ttlTick, &QTimer::timeout, this, [this] {
        if (isVisible())
            showTtl();
    });
    m_frame->showEmpty({u"key"_s, tr("No key chosen"),
        tr("Choose one in the tree, or type a pattern with /."), {}});
    updateWords();
}

Keyspace* Inspector::keyspace() const
{
    return m_workbench.hub().contract<Keyspace>(m_service);
}

Values* Inspector::values() const
{
    return m_workbench.hub().contract<Values>(m_service);
}

QWidget* Inspector::buildFacts(QWidget* parent)
{
    auto* facts = new QWidget(parent);
    auto* row = new QHBoxLayout(facts);
    row->setContentsMargins(12, 6, 12, 8);
    row->setSpacing(28);
    using ui::ElidedLabel;
    const auto fact = [&](ElidedLabel*& title, ElidedLabel*& value, const QString& text) {
        title = new ElidedLabel(text, ui::TextStyle::Caption, ui::Token::Text3, facts);
        value = new ElidedLabel({}, ui::TextStyle::Mono, ui::Token::Text, facts);
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(title);
        column->addWidget(value);
        row->addLayout(column);
    };
    ElidedLabel* title = nullptr;
    fact(title, m_ttl, tr("TTL"));
    fact(m_lengthTitle, m_length, tr("Length"));
    fact(title, m_memory, tr("Memory"));
    title->setToolTip(tr("Estimated by the server from a sample of the elements."));
    fact(title, m_encoding, tr("Encoding"));
    fact(title, m_idle, tr("Idle"));
    row->addStretch(1);
    return facts;
}

void Inspector::buildLayout()
{
    // Each is made where it stays: a change of parents styles everything inside anew.
    m_header = new ui::PanelHeader(tr("Value"), this);
    m_type = new ui::Chip(u"–"_s, ui::Token::StatusIdle, m_header);
    m_header->addLeft(m_type);
    m_followButton = new ui::Button(tr("Follow"), ui::ButtonVariant::Default, m_header);
    m_followButton->setIconName(u"play"_s);
    m_followButton->setSmall(true);
    m_followButton->setCheckable(true);
    connect(m_followButton, &QAbstractButton::clicked, this, &Inspector::setFollowing);
    m_add = new ui::Button(tr("Add"), ui::ButtonVariant::Default, m_header);
    m_add->setIconName(u"plus"_s);
    m_add->setSmall(true);
    connect(m_add, &QAbstractButton::clicked, this, &Inspector::addElement);
    auto* ttl = new ui::IconButton(u"clock"_s, tr("Change time to live"), QKeySequence(), m_header);
    tellKey(ttl, QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(ttl, &QAbstractButton::clicked, this, &Inspector::editTtl);
    auto* remove = new ui::IconButton(u"trash"_s, tr("Delete key"), QKeySequence(), m_header);
    tellKey(remove, QKeySequence(Qt::CTRL | Qt::Key_Delete));
    connect(remove, &QAbstractButton::clicked, this, &Inspector::removeKey);
    m_header->addRight(m_followButton);
    m_header->addRight(m_add);
    m_header->addRight(ttl);
    m_header->addRight(remove);

    m_frame = new ui::StateFrame(this);
    auto* content = new QWidget(m_frame);
    m_body = new QStackedWidget(content);
    auto* split = new QSplitter(Qt::Vertical, m_body);
    auto* upper = new QWidget(split);
    Runtime& runtime = m_workbench.hub().runtime();
    m_text = new TextValue(runtime, m_body);
    connect(m_text, &TextValue::windowRequested, this, &Inspector::askText);
    m_groups
        = new StreamBar([this] { return m_workbench.hub().contract<Streams>(m_service); }, upper);
    m_table = new QTableView(upper);
    m_table->setAccessibleName(tr("Elements"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ValueDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setMouseTracking(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(
        ui::Theme::of(this).metric(ui::Metric::GridRow));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_more = new ui::Button(tr("Load more"), ui::ButtonVariant::Link, upper);
    connect(m_more, &QAbstractButton::clicked, this, &Inspector::loadMore);
    m_element = new TextValue(runtime, split);

    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(0);
    upperLayout->addWidget(m_groups);
    upperLayout->addWidget(m_table, 1);
    upperLayout->addWidget(m_more, 0, Qt::AlignLeft);
    split->addWidget(upper);
    m_entry = new EntryView(split);
    split->addWidget(m_element);
    split->addWidget(m_entry);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    split->setCollapsible(0, false);
    split->setSizes({420, 150, 150});
    auto* other = new QLabel(tr("There is no view for values of this type."), m_body);
    other->setAlignment(Qt::AlignCenter);
    ui::setTone(other, ui::Token::Text3);
    m_body->addWidget(m_text);
    m_body->addWidget(split);
    m_body->addWidget(other);

    m_bar = new EditBar(
        [this] { return CommandPreview::asks(m_workbench.hub(), m_service); }, content);
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->setSpacing(0);
    contentLayout->addWidget(buildFacts(content));
    contentLayout->addWidget(m_bar);
    contentLayout->addWidget(m_body, 1);
    m_frame->setContent(content);
    m_frame->setHeader(m_header);
    connect(m_frame, &ui::StateFrame::retryRequested, this, &Inspector::refresh);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_frame, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &Inspector::showElement);
    for (TextValue* editor : {m_text, m_element})
        connectEditor(editor);
    connect(&m_drafts, &ui::Drafts::flushing, this, &Inspector::keepTyped);
    connectGroups();
}

void Inspector::show(const QByteArray& key)
{
    if (key == m_key && m_frame->state() == ui::PanelState::Ready)
        return;
    if (key != m_key) { // nothing of the last key may be changed under the name of this one
        for (TextValue* editor : {m_text, m_element})
            leave(editor);
        m_facts = {};
        m_model->setSubject(KeyType::Unknown);
        m_text->setValue({}, 0, 0);
        m_element->setValue({}, 0, 0);
        m_entry->clear();
        m_shownElement = {};
    }
    m_key = key;
    m_bar->hide();
    setFollowing(false);
    refresh();
}

void Inspector::refresh()
{
    load(false);
}

void Inspector::load(bool theirs)
{
    m_theirsWanted = theirs;
    Keyspace* keys = keyspace();
    if (m_key.isEmpty() || !keys)
        return;
    m_askText.cancel();
    m_askPage.cancel();
    if (m_facts.detail.name != m_key)
        m_frame->showLoading({tr("asking for %1").arg(entityName(m_key).left(60)), -1, -1});
    m_askFacts = keys->facts(m_key).onDone(this, [this](Result<KeyFacts> facts) {
        if (!facts)
            return fail(facts.error());
        if (facts->detail.gone) {
            m_facts = {};
            m_frame->showEmpty({u"key"_s, tr("This key is not there any more"),
                tr("It was deleted, or its time had passed."), {}});
            updateWords();
            return;
        }
        showFacts(*facts);
        showValue();
    });
    updateWords();
}

void Inspector::showFacts(const KeyFacts& facts)
{
    m_facts = facts;
    const KeyDetail& d = facts.detail;
    const bool kept = d.ttl.value_or(KeyDetail::kNoTtl) == KeyDetail::kNoTtl;
    m_ttl->setTone(kept ? ui::Token::Text : ui::Token::StatusWarn);
    m_factsAge.start();
    m_ttlTick.start();
    showTtl();
    const bool text = d.type == KeyType::String;
    m_lengthTitle->setText(text         ? tr("Length")
            : d.type == KeyType::Hash   ? tr("Fields")
            : d.type == KeyType::Stream ? tr("Entries")
            : d.type == KeyType::List   ? tr("Items")
                                        : tr("Members"));
    const QString unknown = u"–"_s;
    m_length->setText(!d.length ? unknown
            : text              ? sizeText(*d.length)
                                : QLocale().toString(*d.length));
    m_memory->setText(d.memory ? sizeText(*d.memory) : unknown);
    m_encoding->setText(facts.encoding.isEmpty() ? unknown : QString::fromUtf8(facts.encoding));
    m_idle->setText(facts.idle ? durationText(std::chrono::seconds(*facts.idle)) : unknown);
    if (facts.idle == 0)
        m_idle->setText(tr("now"));
    updateWords();
}

void Inspector::showValue()
{
    const KeyDetail& d = m_facts.detail;
    m_groups->setVisible(d.type == KeyType::Stream);
    m_element->setVisible(d.type != KeyType::Stream);
    m_entry->setVisible(d.type == KeyType::Stream);
    switch (d.type) {
    case KeyType::String:
        m_body->setCurrentIndex(TextBody);
        return askText(0);
    case KeyType::Unknown:
    case KeyType::Other:
        m_body->setCurrentIndex(OtherBody);
        m_frame->showReady();
        return;
    default:
        break;
    }
    m_body->setCurrentIndex(TableBody);
    m_model->setSubject(d.type);
    const int columns = m_model->columnCount();
    auto* header = m_table->horizontalHeader();
    const int wide = d.type == KeyType::Hash || d.type == KeyType::List ? 1 : 0;
    for (int i = 0; i < columns; ++i) {
        header->setSectionResizeMode(i,
            i == wide && d.type != KeyType::Stream ? QHeaderView::Stretch
                                                   : QHeaderView::Interactive);
        const bool word = i == columns - 2 && d.type != KeyType::SortedSet; // "json"
        header->resizeSection(i, i == 0 ? 150 : d.type == KeyType::Stream ? 112 : word ? 64 : 84);
    }
    header->setStretchLastSection(d.type == KeyType::Stream);
    if (d.type == KeyType::Stream)
        m_groups->show(m_key);
    askPage();
}

void Inspector::askText(qint64 from)
{
    Values* contract = values();
    if (!contract)
        return;
    const qint64 length = m_facts.detail.length.value_or(0) <= kWholeUpTo ? kWholeUpTo : kWindow;
    m_askText = contract->text(m_key, from, length).onDone(this, [this](Result<TextWindow> window) {
        if (!window)
            return fail(window.error());
        m_frame->showReady();
        showText(*window);
        updateWords();
    });
}

void Inspector::askPage()
{
    Values* contract = values();
    if (!contract)
        return;
    PageQuery query;
    query.key = m_key;
    query.type = m_facts.detail.type;
    query.cursor = m_model->next();
    query.count = kPageRows;
    query.newestFirst = query.type == KeyType::Stream || query.type == KeyType::SortedSet;
    m_askPage = contract->page(query).onDone(this, [this](Result<ValuePage> page) {
        if (!page)
            return m_model->rowCount() > 0 ? failQuietly(page.error()) : fail(page.error());
        const bool first = m_model->rowCount() == 0;
        m_model->append(*page);
        m_frame->showReady();
        if (first && m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, 0));
        showElement();
        updateWords();
    });
}

void Inspector::loadMore()
{
    if (!m_model->next().isEmpty() && !m_askPage.running())
        askPage();
}

void Inspector::setFollowing(bool following)
{
    m_following = following && m_facts.detail.type == KeyType::Stream;
    m_followButton->setChecked(m_following);
    if (m_following)
        m_follow.start();
    else
        m_follow.stop();
    updateWords();
}

void Inspector::followOnce()
{
    Values* contract = values();
    if (!contract || !isVisible() || m_askNewest.running())
        return;
    PageQuery query;
    query.key = m_key;
    query.type = KeyType::Stream;
    query.newestFirst = true;
    m_askNewest = contract->page(query).onDone(this, [this](Result<ValuePage> page) {
        if (!page)
            return; // tried again in a second; the panel's own state tells of outages
        m_model->prepend(page->rows, kFollowedRows);
        m_length->setText(QLocale().toString(page->total));
        m_groups->refresh();
    });
}

void Inspector::fail(const Error& error)
{
    m_frame->showError(ui::ErrorWords::page(error, m_workbench.hub(), m_service));
    updateWords();
}

void Inspector::failQuietly(const Error& error)
{
    m_workbench.report(error);
}

int Inspector::currentRow() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

qint64 Inspector::drawnRows() const
{
    if (m_body->currentIndex() != TableBody || m_frame->state() != ui::PanelState::Ready)
        return 0;
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    const int first = m_table->rowAt(0);
    return first < 0 ? 0 : (last < 0 ? m_model->rowCount() : last + 1) - first;
}

void Inspector::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if ((event->oldSize().width() < kCompact) != (width() < kCompact))
        updateWords();
}

void Inspector::updateWords()
{
    const KeyDetail& d = m_facts.detail;
    const bool known = !m_key.isEmpty() && d.name == m_key;
    const QString name = entityName(m_key);
    m_header->setTitle(m_key.isEmpty() ? tr("Value")
            : name.size() > kTitleCharacters
            ? name.left(kTitleCharacters / 2) + u'…' + name.right(kTitleCharacters / 2)
            : name);
    m_header->setToolTip(name);
    m_type->setVisible(known);
    m_type->setText(shortTypeName(QString::fromUtf8(d.typeName)));
    const bool elements = known && d.type != KeyType::String && d.type != KeyType::Other;
    m_add->setVisible(elements);
    // The name of the key needs the room more than words beside an icon.
    const auto setWords = [compact = width() < kCompact](ui::Button* button, const QString& words) {
        button->setText(compact ? QString() : words);
        button->setAccessibleName(words);
    };
    setWords(m_add,
        d.type == KeyType::Hash         ? tr("Add field")
            : d.type == KeyType::Stream ? tr("Add entry")
            : d.type == KeyType::List   ? tr("Add item")
                                        : tr("Add member"));
    tellKey(m_add, QKeySequence(Qt::CTRL | Qt::Key_N));
    m_followButton->setVisible(known && d.type == KeyType::Stream);
    setWords(m_followButton, m_following ? tr("Following") : tr("Follow"));
    tellKey(m_followButton, QKeySequence(Qt::CTRL | Qt::Key_J));
    m_followButton->setIconName(m_following ? u"pause"_s : u"play"_s);
    m_more->setVisible(!m_model->next().isEmpty());
    m_more->setText(
        tr("Load more, %1 of %2 shown")
            .arg(QLocale().toString(m_model->rowCount()), QLocale().toString(m_model->total())));
    const bool unsaved = m_text->isEdited() || m_element->isEdited();
    if (std::exchange(m_unsaved, unsaved) != unsaved)
        Q_EMIT unsavedWorkChanged();
}

} // namespace pilothouse::queue
