// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/deadletterpanel.h"

#include "core/servicehub.h"
#include "streams/panel/letterrows.h"
#include "streams/panel/messageform.h"
#include "streams/panel/redriver.h"
#include "streams/panel/servicename.h"
#include "streams/panel/sheettable.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/errors/errorwords.h"
#include "ui/states/stateframe.h"
#include "ui/states/toaststack.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QLineEdit>
#include <QSpinBox>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::ElidedLabel;
using ui::TextStyle;
using ui::Token;

namespace
{

constexpr int kBeside = 900; // from this width on the letter stands beside the list
constexpr int kTopicRole = Qt::UserRole;
constexpr int kErrorRole = Qt::UserRole + 1;

QWidget* hairline(QWidget* parent)
{
    auto* line = new QFrame(parent);
    ui::setLook(line, "variant", u"hline"_s);
    return line;
}

} // namespace

void DeadLetterPanel::buildLayout()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead(this));
    layout->addWidget(hairline(this));
    m_frame = new ui::StateFrame(this);
    auto* content = new QWidget(m_frame);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_split = new QSplitter(Qt::Horizontal, content);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(buildLetters(m_split));
    m_split->addWidget(buildDetail(m_split));
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    rows->addWidget(m_split, 1);
    rows->addWidget(hairline(content));
    rows->addWidget(buildFoot(content));
    m_frame->setContent(content);
    layout->addWidget(m_frame, 1);
}

QWidget* DeadLetterPanel::buildHead(QWidget* parent)
{
    auto* head = new QWidget(parent);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    m_topicBox = new QComboBox(head);
    m_topicBox->setEditable(true);
    m_topicBox->setInsertPolicy(QComboBox::NoInsert);
    m_topicBox->setAccessibleName(tr("Topic of dead letters"));
    m_topicBox->lineEdit()->setAccessibleName(m_topicBox->accessibleName());
    m_topicBox->completer()->setFilterMode(Qt::MatchContains);
    m_topicBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_topicBox->setMinimumContentsLength(18);
    m_count = new ElidedLabel({}, TextStyle::Cell, Token::Text2, head);
    m_filter = new ui::SearchField(tr("Filter key, value, headers, error"), head);
    m_filter->answerSlashIn(this);
    row->addWidget(m_topicBox);
    m_newButton = new ui::Button({}, ui::ButtonVariant::Default, head);
    m_newButton->setSmall(true);
    m_newButton->setIconName(u"arrow-up"_s);
    m_newButton->setKey(QKeySequence(Qt::Key_F5), false);
    m_newButton->setToolTip(tr("Letters that came since: list them (F5)"));
    m_newButton->hide();
    row->addWidget(m_count, 1);
    row->addWidget(m_newButton);
    row->addWidget(m_filter, 1);
    return head;
}

QWidget* DeadLetterPanel::buildLetters(QWidget* parent)
{
    auto* split = new QSplitter(Qt::Vertical, parent);
    split->setChildrenCollapsible(false);
    m_groups = new QTreeWidget(split);
    m_groups->setAccessibleName(tr("By topic and error"));
    m_groups->setColumnCount(4);
    m_groups->setHeaderLabels({tr("Was in"), tr("Error"), tr("Letters"), tr("Open")});
    m_groups->setRootIsDecorated(false);
    m_groups->setUniformRowHeights(true);
    m_groups->header()->setStretchLastSection(false);
    m_groups->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_groups->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_groups->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_groups->header()->setSectionResizeMode(3, QHeaderView::ResizeToContents);
    m_groups->setMinimumHeight(84);
    ui::setTextStyle(m_groups, TextStyle::Cell);
    m_table = new SheetTable(tr("Dead letters"), split);
    m_table->setModel(m_rows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    // Room for what stands in it and for its title, in any language.
    for (const auto& [column, widest] :
        {std::pair(DeadLetterModel::Place, u"00 @ 000000000"_s),
            {DeadLetterModel::Time, u"03-17 00:00:00"_s},
            {DeadLetterModel::To, u"shop.orders.v1"_s},
            {DeadLetterModel::Reason, u"DataException"_s}, {DeadLetterModel::Key, u"00000000"_s}}) {
        const QFontMetrics mono(ui::Theme::of(this).font(TextStyle::Mono));
        const int check = column == DeadLetterModel::Place ? 22 : 0; // the box before it
        m_table->setColumnWidth(column,
            std::max(mono.horizontalAdvance(widest) + 20 + check,
                m_table->horizontalHeader()->sectionSizeHint(column)));
    }
    split->addWidget(m_groups);
    split->addWidget(m_table);
    split->setSizes({130, 400});
    split->setStretchFactor(1, 1);
    return split;
}

QWidget* DeadLetterPanel::buildDetail(QWidget* parent)
{
    auto* detail = new QWidget(parent);
    auto* rows = new QVBoxLayout(detail);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(12, 6, 12, 2);
    words->setSpacing(0);
    m_reason = new ElidedLabel({}, TextStyle::Cell, Token::StatusError, detail);
    m_origin = new ElidedLabel({}, TextStyle::Caption, Token::Text3, detail);
    words->addWidget(m_reason);
    words->addWidget(m_origin);
    rows->addLayout(words);
    m_form = new MessageForm(false, detail);
    rows->addWidget(m_form, 1);
    return detail;
}

QWidget* DeadLetterPanel::buildFoot(QWidget* parent)
{
    auto* foot = new QWidget(parent);
    auto* rows = new QVBoxLayout(foot);
    rows->setContentsMargins(12, 6, 12, 6);
    rows->setSpacing(6);
    auto* how = new QHBoxLayout;
    how->setSpacing(8);
    m_to = new QComboBox(foot);
    m_to->setAccessibleName(tr("Redrive to"));
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_to->setMinimumContentsLength(18);
    m_same = new QCheckBox(tr("Same partition"), foot);
    m_same->setToolTip(tr("The partition it was in; else the one it is in now"));
    m_keep = new QCheckBox(tr("With the error headers"), foot);
    m_keep->setToolTip(tr("The headers that tell of the failure are left out otherwise"));
    m_rate = new QSpinBox(foot);
    m_rate->setRange(0, 1'000'000);
    m_rate->setSpecialValueText(tr("no limit"));
    m_rate->setSuffix(tr(" a second"));
    m_rate->setAccessibleName(tr("Letters a second"));
    how->addWidget(new ElidedLabel(tr("To"), TextStyle::Cell, Token::Text2, foot));
    how->addWidget(m_to);
    how->addWidget(m_same);
    how->addWidget(m_keep);
    how->addWidget(m_rate);
    how->addStretch(1);
    auto* act = new QHBoxLayout;
    act->setSpacing(8);
    m_note = new ElidedLabel({}, TextStyle::Cell, Token::Text2, foot);
    m_redrive = new ui::Button(tr("Redrive…"), ui::ButtonVariant::Primary, foot);
    m_redrive->setIconName(u"undo"_s);
    m_redrive->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return), false);
    act->addWidget(m_note, 1);
    act->addWidget(m_redrive);
    rows->addLayout(how);
    rows->addLayout(act);
    ui::keepClear(foot, foot); // notices stand above what is pressed next
    return foot;
}

void DeadLetterPanel::wire()
{
    connect(m_topicBox, &QComboBox::activated, this,
        [this] { showTopic(m_topicBox->currentText().trimmed()); });
    connect(m_topicBox->lineEdit(), &QLineEdit::returnPressed, this,
        [this] { showTopic(m_topicBox->currentText().trimmed()); });
    connect(m_filter, &QLineEdit::textChanged, this, &DeadLetterPanel::filterNow);
    connect(m_groups, &QTreeWidget::currentItemChanged, this, &DeadLetterPanel::filterNow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &DeadLetterPanel::showCurrent);
    connect(m_form, &MessageForm::edited, this, &DeadLetterPanel::keepEdit);
    connect(m_newButton, &QAbstractButton::clicked, this, [this] { ask(Part::New); });
    connect(m_to, &QComboBox::currentIndexChanged, this, &DeadLetterPanel::judge);
    connect(m_redrive, &QAbstractButton::clicked, this, &DeadLetterPanel::redrive);
    connect(m_model, &DeadLetterModel::marksChanged, this, [this] {
        judge();
        Q_EMIT unsavedWorkChanged(hasUnsavedWork());
    });
    connect(m_redriver, &Redriver::written, this,
        [this](int partition, qint64 offset, const QString& to) {
            ++m_written;
            m_model->setRedriven({partition, offset}, to);
        });
    connect(m_redriver, &Redriver::failed, this,
        [this](int partition, qint64 offset, const Error& error) {
            m_model->setFailed({partition, offset},
                ui::ErrorWords::line(error, serviceName(workbench().hub(), m_service)));
        });
    connect(m_redriver, &Redriver::finished, this, [this](const QString& error) {
        m_trouble = error;
        keepEdits();
        fillGroups();
        showCurrent();
        judge();
    });
    // Streams and calls must end before the service they read from.
    connect(&workbench().hub(), &ServiceHub::aboutToRemove, this, [this](const QString& id) {
        if (id != m_service)
            return;
        stopFollowing();
        m_pageCall.cancel();
        m_topicsCall.cancel();
    });
    connect(&workbench().hub(), &ServiceHub::added, this, [this](const QString& id) {
        if (id == m_service)
            refreshWhenVisible();
    });
    connect(&workbench().hub(), &ServiceHub::writesChanged, this, &DeadLetterPanel::judge);
    connect(&workbench().timeContext(), &ui::TimeContext::zoneChanged, this,
        [this] { m_model->setZone(workbench().timeContext().zone()); });
}

QAction* DeadLetterPanel::addAct(
    const QString& text, const QKeySequence& key, std::function<void()> run)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    addAction(action);
    m_actions.append(action);
    return action;
}

void DeadLetterPanel::addActions()
{
    addAct(tr("Refresh"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    addAct(tr("Redrive the chosen letters"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        [this] { redrive(); });
    addAct(tr("Choose all that are shown"), QKeySequence(Qt::CTRL | Qt::Key_A),
        [this] { chooseShown(true); });
    addAct(tr("Choose none of those shown"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
        [this] { chooseShown(false); });
    addAct(tr("Take the edit back"), QKeySequence(Qt::CTRL | Qt::Key_Backspace), [this] {
        if (row() >= 0) {
            m_model->setEdit(row(), {});
            keepEdits();
            showCurrent();
        }
    });
    m_earlier = addAct(tr("Read earlier letters"), QKeySequence(Qt::CTRL | Qt::Key_E),
        [this] { ask(Part::Earlier); });
    auto* space = new QAction(tr("Choose the letter, or not"), m_table);
    space->setShortcut(Qt::Key_Space);
    space->setShortcutContext(Qt::WidgetShortcut);
    connect(space, &QAction::triggered, this, &DeadLetterPanel::toggle);
    m_table->addAction(space);
    m_actions.append(space);
}

void DeadLetterPanel::fillGroups()
{
    const QTreeWidgetItem* old = m_groups->currentItem();
    const QString topic = old ? old->data(0, kTopicRole).toString() : QString();
    const QString error = old ? old->data(0, kErrorRole).toString() : QString();
    const bool all = !old || old->data(0, kTopicRole).isNull();
    const QSignalBlocker quiet(m_groups);
    m_groups->clear();
    int count = 0;
    int open = 0;
    auto* whole = new QTreeWidgetItem(m_groups, {tr("All"), QString()});
    m_groups->setCurrentItem(whole);
    for (const DeadLetterModel::Group& group : m_model->groups()) {
        auto* item = new QTreeWidgetItem(m_groups,
            {group.topic.isEmpty() ? tr("not told") : group.topic, group.error,
                QString::number(group.count), QString::number(group.open)});
        item->setData(0, kTopicRole, group.topic.isNull() ? u""_s : group.topic);
        item->setData(0, kErrorRole, group.error);
        count += group.count;
        open += group.open;
        if (!all && group.topic == topic && group.error == error)
            m_groups->setCurrentItem(item);
    }
    whole->setText(2, QString::number(count));
    whole->setText(3, QString::number(open));
    for (int i = 0; i < m_groups->topLevelItemCount(); ++i)
        for (const int column : {2, 3})
            m_groups->topLevelItem(i)->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    filterNow();
}

void DeadLetterPanel::filterNow()
{
    const QTreeWidgetItem* item = m_groups->currentItem();
    std::optional<std::pair<QString, QString>> group;
    if (item && item->data(0, kTopicRole).isValid())
        group.emplace(item->data(0, kTopicRole).toString(), item->data(0, kErrorRole).toString());
    m_rows->show(group, m_filter->text());
    if (!m_table->currentIndex().isValid() && m_rows->rowCount() > 0)
        m_table->selectRow(0);
    showCurrent();
}

void DeadLetterPanel::resizeEvent(QResizeEvent* event)
{
    m_split->setOrientation(width() >= kBeside ? Qt::Horizontal : Qt::Vertical);
    Panel::resizeEvent(event);
}

} // namespace pilothouse::streams
