// SPDX-License-Identifier: GPL-3.0-or-later
// How the message view is put together, and what can be done with its message.
#include "core/servicehub.h"
#include "core/wholefile.h"
#include "streams/panel/factlist.h"
#include "streams/panel/fieldtree.h"
#include "streams/panel/messageview.h"
#include "streams/panel/messagewriter.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/editor/codeeditor.h"
#include "ui/grid/valueview.h"
#include "ui/tree/treeview.h"
#include "ui/workbench.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

namespace
{

constexpr int kWideEnough = 620; // px: below, the facts are under the value
constexpr int kFactsWide = 420;
constexpr int kFactsHigh = 170;
constexpr milliseconds kSaveLimit{120'000};

} // namespace

void MessageView::addActions()
{
    const auto add = [this](const QString& text, const QKeySequence& keys, auto does) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, does);
        addAction(action);
        m_actions.append(action);
        m_needMessage.append(action);
        return action;
    };
    add(tr("Save the value to a file…"), QKeySequence::Save, [this] { askForFile(); });
    m_load = add(tr("Read the whole message"), {}, [this] { loadWhole(); });
    m_needMessage.removeOne(m_load);
    m_reset = add(tr("Reset a group to here…"), {}, [this] {
        if (m_message)
            Q_EMIT resetHereAsked(m_message->topic, m_message->partition, m_message->offset);
    });
    m_produce = add(tr("Produce it again…"), {}, [this] {
        if (m_message)
            Q_EMIT produceAsked(*m_message);
    });
}

QWidget* MessageView::buildHeader()
{
    m_header = new ui::PanelHeader(tr("Message"), this);
    m_modes = new ui::SegmentedControl(tr("Show the value as"), this);
    m_modes->addSegment(tr("Tree"));
    m_modes->addSegment(tr("Text"));
    m_modes->addSegment(tr("Hex"));
    connect(m_modes, &ui::SegmentedControl::currentChanged, this,
        [this](int index) { setMode(Mode(index)); });
    m_resetButton = new ui::Button(tr("Reset a group to here"), ui::ButtonVariant::Default, this);
    m_resetButton->setIconName(u"clock"_s);
    m_resetButton->setSmall(true);
    m_needMessage.append(m_reset);
    connect(m_resetButton, &QPushButton::clicked, m_reset, &QAction::trigger);
    connect(m_reset, &QAction::changed, this,
        [this] { m_resetButton->setEnabled(m_reset->isEnabled()); });
    auto* copyButton = new ui::IconButton(u"copy"_s, tr("Copy the value"), {}, this);
    connect(copyButton, &QToolButton::clicked, this, [this] {
        if (m_message)
            copy(m_message->value);
    });
    auto* more = new ui::IconButton(u"more"_s, tr("More for this message"), {}, this);
    connect(more, &QToolButton::clicked, this, [this, more] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const auto entry = [this, menu](const QString& text, auto bytes) {
            QAction* action = menu->addAction(text);
            action->setEnabled(m_message.has_value());
            connect(action, &QAction::triggered, this, [this, bytes] {
                if (m_message)
                    copy(bytes(*m_message));
            });
        };
        entry(tr("Copy the value"), [](const Message& m) -> QByteArray { return m.value; });
        entry(tr("Copy the key"), [](const Message& m) -> QByteArray { return m.key; });
        entry(tr("Copy the message as JSON"),
            [](const Message& m) -> QByteArray { return messageJson(m); });
        menu->addSeparator();
        menu->addActions(m_actions);
        menu->popup(more->mapToGlobal(more->rect().bottomLeft()));
    });
    m_header->addRight(m_modes);
    m_header->addRight(m_resetButton);
    m_header->addRight(copyButton);
    m_header->addRight(more);
    return m_header;
}

QWidget* MessageView::buildStrip()
{
    m_strip = new QWidget(this);
    ui::setPlate(m_strip, ui::Token::Raised);
    m_stripText = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::StatusWarn);
    m_loadButton = new ui::Button(tr("Read the whole message"), ui::ButtonVariant::Link, m_strip);
    m_loadButton->setSmall(true);
    connect(m_loadButton, &QPushButton::clicked, m_load, &QAction::trigger);
    auto* row = new QHBoxLayout(m_strip);
    row->setContentsMargins(12, 4, 8, 4);
    row->addWidget(m_stripText, 1);
    row->addWidget(m_loadButton);
    return m_strip;
}

void MessageView::buildLayout()
{
    m_fields = new FieldTreeModel(this);
    m_tree = new ui::TreeView(tr("Value as a tree"), this);
    m_delegate = new FieldDelegate(m_tree);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setModel(m_fields);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    const auto copyNode = [this](bool path) {
        const QModelIndex index = m_tree->currentIndex();
        if (const FieldTreeModel::Node* node = m_fields->node(index))
            copy((path ? m_fields->path(index) : node->value).toUtf8());
    };
    auto* copyValue = new QAction(tr("Copy the field"), m_tree);
    copyValue->setShortcut(QKeySequence::Copy);
    copyValue->setShortcutContext(Qt::WidgetShortcut);
    connect(copyValue, &QAction::triggered, this, [copyNode] { copyNode(false); });
    auto* copyPath = new QAction(tr("Copy the path"), m_tree);
    connect(copyPath, &QAction::triggered, this, [copyNode] { copyNode(true); });
    m_tree->addActions({copyValue, copyPath});
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_text = new ui::CodeEditor(ui::CodeLanguage::Json, tr("Value as text"), this);
    m_text->setReadOnly(true);
    m_bytes = new ui::ValueView(this);
    m_bytes->setModesShown(false);
    m_bytes->setContentsMargins(12, 6, 12, 0);
    m_nothing = new QLabel(this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(24, 8, 24, 8);
    ui::setTextStyle(m_nothing, ui::TextStyle::Body);
    ui::setTone(m_nothing, ui::Token::Text3);
    m_stack = new QStackedWidget(this);
    for (QWidget* page : {static_cast<QWidget*>(m_nothing), static_cast<QWidget*>(m_tree),
             static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_bytes)})
        m_stack->addWidget(page);
    m_facts = new FactList(tr("Key, time, schema and headers"), this);
    m_line = new QWidget(this);
    ui::setPlate(m_line, ui::Token::Line);

    m_body = new QWidget(this);
    ui::setPlate(m_body, ui::Token::Surface);
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, m_body);
    m_sides->setContentsMargins(0, 0, 0, 0);
    m_sides->setSpacing(0);
    m_sides->addWidget(m_stack, 1);
    m_sides->addWidget(m_line);
    m_sides->addWidget(m_facts);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(buildStrip());
    layout->addWidget(m_body, 1);
    setMinimumHeight(110);
    place();
}

void MessageView::place()
{
    const bool beside = width() >= kWideEnough;
    m_sides->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    if (beside) {
        const int wide = std::min(kFactsWide, width() * 45 / 100);
        m_facts->setMinimumSize(wide, 0);
        m_facts->setMaximumSize(wide, QWIDGETSIZE_MAX);
        m_line->setFixedSize(1, QWIDGETSIZE_MAX);
        m_line->setMinimumSize(1, 0);
    } else {
        const int high = std::min({m_facts->wantedHeight(), kFactsHigh, height() * 45 / 100});
        m_facts->setMinimumSize(0, std::max(0, high));
        m_facts->setMaximumSize(QWIDGETSIZE_MAX, std::max(0, high));
        m_line->setMinimumSize(0, 1);
        m_line->setMaximumSize(QWIDGETSIZE_MAX, 1);
    }
    m_resetButton->setVisible(width() >= 560);
}

void MessageView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

QPoint MessageView::menuPlace() const
{
    return m_resetButton->isVisible()
        ? m_resetButton->mapToGlobal(m_resetButton->rect().bottomLeft())
        : m_header->mapToGlobal(QPoint(width() / 2, m_header->height()));
}

void MessageView::copy(const QByteArray& bytes) const
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(bytes));
}

void MessageView::focusValue()
{
    if (m_stack->currentWidget() == m_bytes)
        m_bytes->takeFocus();
    else
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

QString MessageView::shownText() const
{
    return m_stack->currentWidget() == m_text   ? m_text->text()
        : m_stack->currentWidget() == m_bytes   ? m_bytes->shownText()
        : m_stack->currentWidget() == m_nothing ? m_nothing->text()
                                                : QString();
}

void MessageView::askForFile()
{
    if (!m_message)
        return;
    auto* dialog = new QFileDialog(this, tr("Save the value"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString suffix = m_decoded.value.format == "JSON"_L1 ? u"json"_s
        : m_decoded.value.format == "Text"_L1                  ? u"txt"_s
                                                               : u"bin"_s;
    dialog->selectFile(u"%1-%2-%3.%4"_s.arg(m_message->topic)
                           .arg(m_message->partition)
                           .arg(m_message->offset)
                           .arg(suffix)
                           .replace(u'/', u'_'));
    connect(dialog, &QFileDialog::fileSelected, this, &MessageView::saveValue);
    dialog->open();
}

// What is held where it is whole; what is cut is read first, by the task itself.
void MessageView::saveValue(const QString& file)
{
    if (!m_message)
        return;
    struct Work {
        std::unique_ptr<Lane<>> lane;
        Call<Message> read;
        Call<qint64> write;
        QObject context;
        QPointer<Task> task;
    };
    auto work = std::make_shared<Work>();
    auto* messages = m_workbench.hub().contract<Messages>(m_service);
    work->lane = std::make_unique<Lane<>>(m_workbench.hub().runtime(), u"save"_s);
    if (m_message->isCut()) {
        if (!messages)
            return;
        work->read = messages->message(m_message->topic, m_message->partition, m_message->offset);
    }
    TaskInfo info;
    info.title = PH_TEXT("streams", "Save the value of %1")
                     .arg(QString(m_message->topic + u' '
                         + u"%1 @ %2"_s.arg(m_message->partition).arg(m_message->offset)));
    info.service = m_service;
    const auto write = [work, file](const QByteArray& value) {
        work->write
            = work->lane
                  ->run(kSaveLimit,
                      [file, value](NoConnection&, const Token&) -> Result<qint64> {
                          WholeFile out(file);
                          if (!out.open(QIODevice::WriteOnly) || out.write(value) != value.size()
                              || !out.commit())
                              return fail(
                                  Error::Kind::Refused, out.errorString(), {}, {}, u"disk"_s);
                          return value.size();
                      })
                  .onDone(&work->context, [work = work.get(), file](const Result<qint64>& done) {
                      if (done)
                          work->task->finish(TaskStatus::State::Done, Text::verbatim(file));
                      else
                          work->task->finish(
                              TaskStatus::State::Failed, tl::unexpected(done.error()));
                  });
    };
    const bool cut = m_message->isCut();
    const QByteArray held = m_message->value;
    auto task = std::make_unique<Task>(
        std::move(info),
        [work, write, cut, held](Task& started) {
            work->task = &started;
            if (!cut) {
                write(held);
                return;
            }
            work->read = std::move(work->read)
                             .onDone(&work->context,
                                 [write, work = work.get()](const Result<Message>& whole) {
                                     if (whole)
                                         write(whole->value);
                                     else
                                         work->task->finish(TaskStatus::State::Failed,
                                             tl::unexpected(whole.error()));
                                 });
        },
        [work, service = m_service] {
            work->read.cancel();
            work->write.cancel();
            if (work->task)
                work->task->finish(
                    TaskStatus::State::Cancelled, fail(Error::Kind::Cancelled, {}, service));
        });
    m_workbench.startTask(std::move(task));
}

} // namespace pilothouse::streams
