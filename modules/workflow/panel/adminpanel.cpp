// SPDX-License-Identifier: GPL-3.0-or-later
// Only what is shown is asked for; nothing here is polled.
#include "workflow/panel/adminpanel.h"

#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/errors/absence.h"
#include "ui/errors/panelretry.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/words.h"
#include "ui/workbench.h"
#include "workflow/panel/readerdialog.h"
#include "workflow/panel/worktext.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kStateVersion = 1;
} // namespace

AdminPanel::AdminPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : Panel(workbench, parent)
    , m_service(service)
    , m_edits(workbench.drafts(), workbench.hub(), service)
{
    buildLayout();
    buildActions();
    refreshWhenVisible();
}

AdminPanel::~AdminPanel() = default;

QString AdminPanel::title() const
{
    const Service* service = workbench().hub().service(m_service);
    return tr("%1 · server")
        .arg(service && !service->config.title.isEmpty() ? service->config.title : m_service);
}

QString AdminPanel::iconName() const
{
    return u"server"_s;
}

QString AdminPanel::kind() const
{
    return u"workflow.admin"_s;
}

void AdminPanel::buildLayout()
{
    auto* content = new QWidget;
    m_header = new ui::PanelHeader(tr("Server"), content);
    m_views = new ui::SegmentedControl(tr("What is shown of the server"), content);
    for (const QString& text : viewNames())
        m_views->addSegment(text);
    m_header->addRight(m_views);
    m_filter = new ui::SearchField(tr("Filter"), content);
    m_filter->answerSlashIn(this);
    m_filter->setMinimumWidth(180);
    m_filterRow = new QWidget(content);
    (new QHBoxLayout(m_filterRow))->setContentsMargins(10, 5, 10, 5);

    m_split = new QSplitter(Qt::Vertical, content);
    m_table = new QTableWidget(m_split);
    m_table->setAccessibleName(tr("Lines of the server"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(
        ui::Theme::of(this).metric(ui::Metric::GridRow));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_detail = new QPlainTextEdit(m_split);
    m_detail->setReadOnly(true);
    m_detail->setTabChangesFocus(true);
    m_detail->setAccessibleName(tr("Whole text of the line"));
    ui::setTextStyle(m_detail, ui::TextStyle::Mono);
    m_split->addWidget(m_table);
    m_split->addWidget(m_detail);
    m_split->setSizes({500, 200});

    auto* footer = new ui::PanelFooter(content);
    m_act = new ui::Button(QString(), ui::ButtonVariant::Default, footer);
    m_act->hide();
    m_numberName = new QLabel(tr("Slots"), footer);
    ui::setTextStyle(m_numberName, ui::TextStyle::Cell);
    m_number = new QSpinBox(footer);
    m_number->setRange(PoolInfo::kUnlimited, 100'000);
    m_number->setSpecialValueText(tr("no limit"));
    m_number->setAccessibleName(tr("Slots"));
    m_numberName->setBuddy(m_number);
    m_set = new ui::Button(tr("Set…"), ui::ButtonVariant::Primary, footer);
    for (QWidget* part : std::initializer_list<QWidget*>{m_numberName, m_number, m_set}) {
        part->hide();
        footer->addLeft(part);
    }
    footer->addRight(m_act);
    connect(m_act, &QAbstractButton::clicked, this, [this] {
        if (line() && line()->act && workbench().hub().contract<Admin>(m_service))
            send(line()->act(), line()->key);
    });
    connect(m_set, &QAbstractButton::clicked, this, [this] {
        if (!line() || !workbench().hub().contract<Admin>(m_service))
            return;
        if (line()->setNumber)
            send(line()->setNumber(m_number->value()), line()->key);
        else if (line()->setText)
            send(line()->setText(m_detail->toPlainText()), line()->key);
    });
    connect(m_number, &QSpinBox::valueChanged, this, &AdminPanel::edited);
    connect(m_detail, &QPlainTextEdit::textChanged, this, &AdminPanel::edited);
    connect(m_views, &ui::SegmentedControl::currentChanged, this, &AdminPanel::askView);
    connect(m_filter, &QLineEdit::textChanged, this, &AdminPanel::filter);
    connect(m_table, &QTableWidget::currentCellChanged, this, &AdminPanel::choose);
    connect(m_table, &QTableWidget::cellActivated, this, &AdminPanel::read);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &AdminPanel::read);

    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_header);
    inside->addWidget(m_filterRow);
    inside->addWidget(m_split, 1);
    inside->addWidget(footer);
    m_frame = new ui::StateFrame(this);
    m_frame->setContent(content);
    m_retry = new ui::PanelRetry(
        *m_frame, workbench().hub(), m_service, [this] { refreshWhenVisible(); }, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
}

// Narrower than its views it is not; the filter stands below them where both have no room.
QSize AdminPanel::minimumSizeHint() const
{
    return {m_views->sizeHint().width() + 24, Panel::minimumSizeHint().height()};
}

void AdminPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    const bool wide = width() >= m_views->sizeHint().width() + 300;
    m_filter->setMaximumWidth(wide ? 180 : QWIDGETSIZE_MAX);
    if (wide && m_filter->parentWidget() != m_header)
        m_header->addRight(m_filter);
    else if (!wide && m_filter->parentWidget() != m_filterRow)
        m_filterRow->layout()->addWidget(m_filter);
    m_filter->show();
    m_filterRow->setVisible(!wide);
}

void AdminPanel::buildActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto slot) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        m_actions.append(action);
    };
    add(tr("Ask the server again"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    add(tr("Filter the lines"), QKeySequence(Qt::CTRL | Qt::Key_F),
        [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    const QStringList names = viewNames();
    for (int view = 0; view < names.size(); ++view)
        add(names[view], QKeySequence(Qt::CTRL | (Qt::Key_1 + view)),
            [this, view] { setView(view); });
}

QStringList AdminPanel::viewNames()
{
    return {tr("Parts"), tr("Pools"), tr("Variables"), tr("Connections"), tr("Assets"),
        tr("Import errors"), tr("Deadlines")};
}

QJsonObject AdminPanel::stateOf(int view)
{
    return {{u"version"_s, kStateVersion}, {u"view"_s, view}};
}

void AdminPanel::setView(int view)
{
    m_views->setCurrentIndex(view);
}

void AdminPanel::refresh()
{
    if (!workbench().hub().contract<Admin>(m_service)) {
        setState(State::NotConnected);
        m_frame->showNotConnected(ui::absencePage(u"server"_s, workbench().hub(), m_service));
        return;
    }
    if (!m_have) {
        setState(State::Loading);
        m_frame->showLoading({tr("asking %1").arg(m_service), -1, -1});
    }
    askView();
}

void AdminPanel::take(const QStringList& heads, std::vector<Line> lines)
{
    m_have = true;
    m_retry->succeeded();
    setState(State::Ready);
    m_lines = std::move(lines);
    m_table->setColumnCount(int(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    m_table->setRowCount(int(m_lines.size()));
    for (int row = 0; row < int(m_lines.size()); ++row) {
        for (int column = 0; column < heads.size(); ++column) {
            const QString text = m_lines[size_t(row)].texts.value(column);
            auto* item = new QTableWidgetItem(QString(text).replace(u'\n', u' '));
            item->setToolTip(text);
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column < heads.size(); ++column)
        m_table->setColumnWidth(column, std::min(360, m_table->columnWidth(column) + 16));
    if (m_views->currentIndex() != Parts)
        m_header->setSubtitle(QLocale().toString(int(m_lines.size())));
    filter();
    if (QApplication::focusWidget() == this) // just opened: its keys work at once
        m_table->setFocus();
    if (m_views->currentIndex() == Errors && !m_lines.empty() && m_table->currentRow() < 0)
        m_table->setCurrentCell(0, 0); // its trace is what one came for
    choose();
}

// The whole text of a line that is only read: an import error's trace.
void AdminPanel::read()
{
    const Line* at = line();
    if (at && !at->setText && !at->setNumber && at->detail.contains(u'\n'))
        (new ReaderDialog(at->texts.value(0), at->detail, this))->open();
}

void AdminPanel::failed(const Error& error)
{
    // A list that may not be read is no reason to take the panel away.
    if (m_have && error.kind == Error::Kind::Auth) {
        take({tr("Not allowed")}, {{{error.detail}, error.detail, {}}});
        return;
    }
    m_retry->failed(error, m_have);
    setState(m_have ? State::Stale : State::Error);
}

void AdminPanel::filter()
{
    const QString text = m_filter->text();
    for (int row = 0; row < int(m_lines.size()); ++row)
        m_table->setRowHidden(row,
            !text.isEmpty()
                && m_lines[size_t(row)].texts.filter(text, Qt::CaseInsensitive).isEmpty());
}

const AdminPanel::Line* AdminPanel::line() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < int(m_lines.size()) ? &m_lines[size_t(row)] : nullptr;
}

void AdminPanel::choose()
{
    const Line* at = line();
    m_filling = true;
    m_detail->setReadOnly(!at || !at->setText);
    m_detail->setPlaceholderText(
        at && at->setText ? tr("Masked: its value is not shown, a new one may be set") : QString());
    const auto edit = at && !at->key.isEmpty() ? m_edits.get(at->key) : std::nullopt;
    m_detail->setPlainText(!at ? QString() : at->setText && edit ? *edit : at->detail);
    m_detail->setVisible(at && (at->setText || !at->detail.isEmpty()));
    m_number->setVisible(at && at->setNumber);
    m_numberName->setVisible(at && at->setNumber);
    m_number->setValue(!at ? 0 : at->setNumber && edit ? edit->toInt() : at->number);
    m_filling = false;
    m_set->setVisible(at && (at->setNumber || at->setText));
    edited();
    const bool acts = at && at->act && workbench().hub().contract<Admin>(m_service);
    m_act->setVisible(acts);
    if (acts)
        m_act->setText(ui::words(at->act().title));
}

// What differs from the server may be set.
void AdminPanel::edited()
{
    const Line* at = line();
    if (m_filling || !at)
        return;
    const QString text = m_detail->toPlainText();
    const bool other = at->setText ? text != at->detail : m_number->value() != at->number;
    if (other && (at->setText || at->setNumber))
        m_edits.put(at->key, at->setText ? text : QString::number(m_number->value()), at->masked);
    else if (!at->key.isEmpty())
        m_edits.remove(at->key);
    m_set->setEnabled(other);
    tellUnsaved();
}

void AdminPanel::tellUnsaved()
{
    const bool unsaved = hasUnsavedWork();
    if (std::exchange(m_unsaved, unsaved) != unsaved)
        Q_EMIT unsavedWorkChanged(unsaved);
}

void AdminPanel::send(Act act, const QString& key)
{
    workbench().confirm(std::move(act), this, [this, key](Task* task) {
        if (!task)
            return;
        if (!task->outcome())
            workbench().report(task->outcome().error());
        else
            m_edits.remove(key);
        tellUnsaved();
        askView();
    });
}

QJsonObject AdminPanel::saveState() const
{
    return stateOf(m_views->currentIndex());
}

void AdminPanel::restoreState(const QJsonObject& state)
{
    if (state.value(u"version"_s).toInt() == kStateVersion)
        m_views->setCurrentIndex(std::clamp(state.value(u"view"_s).toInt(), 0, int(Deadlines)));
}

qint64 AdminPanel::drawnRows() const
{
    return m_table->rowCount();
}

} // namespace pilothouse::workflow
