// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/librarypanel.h"

#include "core/servicehub.h"
#include "pipelines/panel/libraryacts.h"
#include "pipelines/panel/librarydelegate.h"
#include "pipelines/panel/panelkinds.h"
#include "pipelines/panel/serverdagpanel.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"

#include <QJsonArray>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;
using Kind = LibraryRow::Kind;

LibraryPanel::LibraryPanel(ui::Workbench& workbench, LibraryPtr library, QWidget* parent)
    : Panel(workbench, parent)
    , m_library(std::move(library))
    , m_pictures(workbench.hub().runtime())
{
    m_model.setZone(workbench.timeContext().zone());
    buildActions();
    buildLayout();
    connect(m_library.get(), &Library::changed, this, &LibraryPanel::take);
    connect(m_library.get(), &Library::failed, this,
        [this](const Error& error) { this->workbench().report(error); });
    connect(&m_model, &LibraryModel::moveAsked, this,
        [this](const QString& file, const QString& folder) {
            work(QString(), [file, folder] { return libraryacts::move(file, folder); });
        });
    connect(&m_pictures, &LibraryPictures::ready, &m_model, &LibraryModel::redraw);
    connect(&ui::Theme::of(this), &ui::Theme::changed, this, [this] {
        m_pictures.clear();
        m_list->viewport()->update();
    });
    take();
}

LibraryPanel::~LibraryPanel()
{
    m_library->look(this, false);
}

QString LibraryPanel::title() const
{
    return tr("Pipelines");
}

void LibraryPanel::buildLayout()
{
    auto* content = new QWidget;
    m_header = new ui::PanelHeader(tr("Pipelines"), content);
    const auto button = [this](QAction* action, const QString& text, ui::ButtonVariant variant) {
        auto* made = new ui::Button(text, variant, m_header);
        made->setKey(action->shortcut(), false);
        connect(made, &QAbstractButton::clicked, action, &QAction::trigger);
        m_header->addRight(made);
        return made;
    };
    button(m_actions[2], tr("Import…"), ui::ButtonVariant::Default)->setIconName(u"import"_s);
    button(m_actions[1], tr("New…"), ui::ButtonVariant::Primary)->setIconName(u"plus"_s);
    m_filter = new ui::SearchField(tr("Filter: name, tag:gold, owner:data, state:failed"), content);
    m_filter->answerSlashIn(this);
    m_filter->setToolTip(tr("Words are looked for in name, title, owner, tags and note.\n"
                            "tag:gold  owner:data  state:failed  is:broken"));
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model.setFilter(text);
        updateWords();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        m_list->setFocus();
        if (!current() || current()->isHeading())
            m_list->setCurrentIndex(m_model.index(m_model.rowCount() > 1 ? 1 : 0));
    });

    m_list = new QListView(content);
    m_list->setAccessibleName(tr("Pipelines"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new LibraryDelegate(m_pictures, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setDragDropMode(QAbstractItemView::DragDrop);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDragDropOverwriteMode(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list, &QWidget::customContextMenuRequested, this, &LibraryPanel::showMenu);
    connect(m_list, &QAbstractItemView::doubleClicked, this, [this] { openCurrent(); });
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (m_model.row(index.row()).isHeading())
            m_model.toggle(m_model.row(index.row()).id);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &LibraryPanel::updateActions);

    m_none = new ui::ElidedLabel({}, TextStyle::Cell, Token::Text2, content);
    m_none->setContentsMargins(12, 8, 12, 8);
    m_none->hide();
    auto* footer = new ui::PanelFooter(content);
    m_where = new ui::ElidedLabel({}, TextStyle::Caption, Token::Text3, footer);
    m_where->setElideMode(Qt::ElideMiddle);
    footer->addLeft(m_where);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(10, 6, 10, 6);
    bar->addWidget(m_filter, 1);
    m_order = new ui::SegmentedControl(tr("Order of the pipelines"), content);
    m_order->addSegment(tr("By name"));
    m_order->addSegment(tr("By last run"));
    m_order->setCurrentIndex(0);
    connect(m_order, &ui::SegmentedControl::currentChanged, this, [this](int index) {
        m_model.setOrder(LibraryOrder(index));
        take();
    });
    bar->addWidget(m_order);
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_header);
    inside->addLayout(bar);
    inside->addWidget(m_none);
    inside->addWidget(m_list, 1);
    inside->addWidget(footer);
    m_frame = new ui::StateFrame(this);
    m_frame->setContent(content);
    connect(m_frame, &ui::StateFrame::actionTriggered, this, [this](const QString& id) {
        if (id == u"new")
            askNew();
        else if (id == u"import")
            askImport();
        else
            askFolder();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
}

void LibraryPanel::refresh()
{
    m_library->refresh();
}

void LibraryPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    m_library->look(this, true);
}

void LibraryPanel::hideEvent(QHideEvent* event)
{
    m_library->look(this, false);
    Panel::hideEvent(event);
}

void LibraryPanel::take()
{
    m_model.take(*m_library);
    if (!m_comingTo.isEmpty()) {
        for (int at = 0; at < m_model.rowCount(); ++at) {
            const LibraryItem& item = m_model.row(at).item;
            if (item.file != m_comingTo || (!m_comingName.isEmpty() && item.name != m_comingName))
                continue;
            m_list->setCurrentIndex(m_model.index(at));
            m_list->scrollTo(m_model.index(at));
            m_comingTo.clear();
            break;
        }
    }
    if (!m_library->isRead()) {
        setState(State::Loading);
        m_frame->showLoading({tr("reading the folders"), -1, -1});
    } else if (m_model.allDocuments() == 0 && m_model.servers() == 0
        && m_filter->text().isEmpty()) {
        setState(State::Empty);
        m_frame->showEmpty({u"pipeline"_s, tr("There are no pipelines yet"),
            tr("They are files in %1, and DAGs of connected Airflow servers.")
                .arg(m_library->allRoots().join(u", "_s)),
            // Without keys: those of the actions are heard here too.
            {{u"new"_s, tr("New pipeline…"), u"plus"_s, {}, true},
                {u"import"_s, tr("Import a JSON flow…"), u"import"_s, {}, false},
                {u"folder"_s, tr("Add a folder…"), u"folder"_s, {}, false}}});
    } else {
        setState(State::Ready);
        m_frame->showReady();
    }
    updateWords();
    updateActions();
}

void LibraryPanel::updateWords()
{
    const QLocale locale;
    m_header->setSubtitle(m_model.documents() == m_model.allDocuments()
            ? tr("%n pipelines", nullptr, m_model.allDocuments())
            : tr("%1 of %2")
                  .arg(locale.toString(m_model.documents()),
                      locale.toString(m_model.allDocuments())));
    const bool none = m_model.rowCount() == 0 && !m_filter->text().isEmpty();
    m_none->setVisible(none);
    m_none->setText(
        none ? tr("No pipeline is found with \"%1\".").arg(m_filter->text()) : QString());
    QStringList parts;
    if (m_model.broken() > 0)
        parts.append(tr("%n files cannot be read", nullptr, m_model.broken()));
    if (m_library->content()) {
        for (const LibraryFolder& folder : m_library->content()->folders) {
            if (folder.cut)
                parts.append(tr("Only the first %1 files of %2 are shown")
                                 .arg(locale.toString(kMostFiles), folder.root));
        }
    }
    parts.append(m_library->allRoots().join(u", "_s));
    m_where->setText(parts.join(u" · "_s));
}

const LibraryRow* LibraryPanel::current() const
{
    const QModelIndex index = m_list ? m_list->currentIndex() : QModelIndex();
    return index.isValid() ? &m_model.row(index.row()) : nullptr;
}

bool LibraryPanel::choose(const QString& id)
{
    const int at = m_model.indexOf(id);
    m_list->setCurrentIndex(at < 0 ? QModelIndex() : m_model.index(at));
    return at >= 0;
}

void LibraryPanel::openCurrent()
{
    if (const LibraryRow* row = current())
        openRow(*row);
}

void LibraryPanel::openRow(const LibraryRow& row)
{
    if (row.isHeading())
        m_model.toggle(QString(row.id));
    else if (row.kind == Kind::Dag)
        workbench().openPanel(
            u"pipelines.dag"_s, row.service, ServerDagPanel::stateOf(row.item.name));
    else
        workbench().openPanel(
            kCanvasPanel.toString(), {}, canvasState(row.item.file, row.item.name));
}

bool LibraryPanel::listKey(int key)
{
    const LibraryRow* row = current();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        openCurrent();
        return row != nullptr;
    }
    if (!row || !row->isHeading() || (key != Qt::Key_Left && key != Qt::Key_Right))
        return false;
    m_model.setOpen(QString(row->id), key == Qt::Key_Right);
    return true;
}

bool LibraryPanel::eventFilter(QObject* watched, QEvent* event)
{
    const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    if (watched == m_filter && key && key->key() == Qt::Key_Down) {
        m_list->setFocus();
        if (!current() && m_model.rowCount() > 0)
            m_list->setCurrentIndex(m_model.index(0));
        return true;
    }
    if (watched == m_list && key && key->modifiers() == Qt::NoModifier && listKey(key->key()))
        return true;
    if (watched == m_list && key && key->text() == "?"_L1) {
        event->ignore();
        return true;
    }
    return Panel::eventFilter(watched, event);
}

QJsonObject LibraryPanel::saveState() const
{
    return {{u"version"_s, 1}, {u"filter"_s, m_filter->text()},
        {u"closed"_s, QJsonArray::fromStringList(m_model.closed())},
        {u"order"_s, m_order->currentIndex()},
        {u"current"_s, current() ? current()->id : QString()}};
}

void LibraryPanel::restoreState(const QJsonObject& state)
{
    m_filter->setText(state.value(u"filter"_s).toString());
    m_order->setCurrentIndex(state.value(u"order"_s).toInt() == 1 ? 1 : 0);
    QStringList closed;
    const QJsonArray ids = state.value(u"closed"_s).toArray();
    for (const QJsonValue& id : ids)
        closed.append(id.toString());
    m_model.setClosed(closed);
    const QString id = state.value(u"current"_s).toString();
    if (!choose(id) && id.contains(u'\n')) {
        m_comingTo = id.section(u'\n', 0, 0);
        m_comingName = id.section(u'\n', 1);
    }
}

qint64 LibraryPanel::drawnRows() const
{
    return m_model.rowCount();
}

} // namespace pilothouse::pipelines
