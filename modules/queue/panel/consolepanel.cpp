// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that are typed reach the server and nothing else: what is shown, kept and restored is the
// written form, in which they are stars.
#include "queue/panel/consolepanel.h"

#include "core/servicehub.h"
#include "queue/api/commandline.h"
#include "queue/api/replytext.h"
#include "queue/panel/consoleline.h"
#include "queue/panel/consoleoutput.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/drafts.h"
#include "ui/errors/absence.h"
#include "ui/errors/errorwords.h"
#include "ui/errors/panelretry.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/words.h"
#include "ui/workbench.h"
#include "ui/writemode.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;
using ui::Token;
using Kind = ConsoleOutput::Kind;

namespace
{

constexpr int kTypedMs = 250;
constexpr int kHistoryShown = 200;
constexpr int kSlowMs = 10; // from here on the time is told

// Half-typed words of these may be a secret that written() cannot tell yet.
bool maySecret(const QString& line)
{
    const QString first = line.trimmed().section(u' ', 0, 0).toLower();
    return first.startsWith(u'"') || first.startsWith(u'\'') || first == "auth"_L1
        || first == "acl"_L1 || first == "hello"_L1 || first == "config"_L1
        || first == "migrate"_L1;
}

} // namespace

ConsolePanel::ConsolePanel(ui::Workbench& workbench, const ServiceId& service,
    std::shared_ptr<History> history, QWidget* parent)
    : Panel(workbench, parent)
    , m_service(service)
    , m_history(std::move(history))
{
    buildLayout();
    buildActions();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypedMs);
    connect(&m_pause, &QTimer::timeout, this, &ConsolePanel::askHint);
    connect(&workbench.hub(), &ServiceHub::writesChanged, this, [this](const ServiceId& id) {
        if (id != m_service)
            return;
        updateMode();
        m_judgedLine.clear(); // the same line may be judged otherwise now
        m_pause.start();
    });
    m_line->setText(workbench.drafts().get(draftKey())[u"typed"_s].toString());
    if (m_history)
        m_askHistory
            = m_history->find(m_service, {}, kHistoryShown)
                  .onDone(this, [this](Result<std::vector<HistoryEntry>> entries) {
                      QStringList lines;
                      for (const HistoryEntry& e : entries ? *entries : std::vector<HistoryEntry>())
                          lines.prepend(e.text); // newest first there, last here
                      m_line->history().setLines(lines + m_line->history().lines());
                  });
    refreshWhenVisible();
}

ConsolePanel::~ConsolePanel() = default;

QString ConsolePanel::title() const
{
    const Service* service = workbench().hub().service(m_service);
    return tr("Console · %1")
        .arg(service && !service->config.title.isEmpty() ? service->config.title : m_service);
}

QString ConsolePanel::iconName() const
{
    return u"terminal"_s;
}

QString ConsolePanel::kind() const
{
    return u"queue.console"_s;
}

QString ConsolePanel::draftKey() const
{
    return u"queue.console."_s + m_service;
}

Console* ConsolePanel::console() const
{
    return workbench().hub().contract<Console>(m_service);
}

void ConsolePanel::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Console"), this);
    m_mode = new ui::Chip({}, Token::StatusIdle, this);
    auto* clear = new ui::IconButton(u"trash"_s, tr("Clear the output"), {}, this);
    m_header->addRight(m_mode);
    m_header->addRight(clear);
    m_output = new ConsoleOutput(this);
    connect(clear, &QAbstractButton::clicked, m_output, &ConsoleOutput::clearAll);

    auto* bar = new QFrame(this);
    ui::setPlate(bar, Token::Raised);
    auto* prompt = new QLabel(u">"_s, bar);
    ui::setTextStyle(prompt, ui::TextStyle::MonoStrong);
    ui::setTone(prompt, Token::Accent);
    m_line = new ConsoleLine(bar);
    auto* send = new ui::Button(tr("Run"), ui::ButtonVariant::Primary, bar);
    send->setToolTip(tr("Run the command (Enter)"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(prompt);
    row->addWidget(m_line, 1);
    row->addWidget(send);
    m_hint = new ui::ElidedLabel({}, ui::TextStyle::Caption, Token::Text3);
    m_state = new QLabel(bar);
    ui::setTextStyle(m_state, ui::TextStyle::Caption);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(19, 0, 0, 0);
    below->setSpacing(12);
    below->addWidget(m_hint, 1);
    below->addWidget(m_state);
    auto* typing = new QVBoxLayout(bar);
    typing->setContentsMargins(12, 8, 12, 6);
    typing->setSpacing(4);
    typing->addLayout(row);
    typing->addLayout(below);
    connect(m_line, &ConsoleLine::entered, this, &ConsolePanel::run);
    connect(m_line, &QLineEdit::textChanged, this, &ConsolePanel::typed);
    connect(send, &QAbstractButton::clicked, this, [this] {
        if (!m_line->text().trimmed().isEmpty())
            run(m_line->text());
    });

    auto* content = new QWidget;
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_output, 1);
    inner->addWidget(bar);
    m_frame = new ui::StateFrame(this);
    m_frame->setContent(content);
    m_frame->setHeader(m_header);
    m_retry = new ui::PanelRetry(
        *m_frame, workbench().hub(), m_service, [this] { refreshWhenVisible(); }, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_frame, 1);
    setFocusProxy(m_line);
}

void ConsolePanel::buildActions()
{
    const auto add = [this](const QString& text, const QString& key, auto slot) {
        auto* action = new QAction(text, this);
        if (!key.isEmpty())
            action->setShortcut(QKeySequence(key));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        m_actions.append(action);
    };
    add(tr("Run the command"), u"Ctrl+Return"_s, [this] {
        if (!m_line->text().trimmed().isEmpty())
            run(m_line->text());
    });
    add(tr("Stop waiting for the reply"), {}, [this] { stop(); });
    add(tr("Clear the output"), {}, [this] { m_output->clearAll(); });
    add(tr("Ask for the commands of the server again"), u"F5"_s, [this] {
        m_haveNames = false;
        refresh();
    });
}

void ConsolePanel::refresh()
{
    Console* contract = console();
    updateMode();
    if (!contract) {
        setState(State::NotConnected);
        m_frame->showNotConnected(ui::absencePage(u"terminal"_s, workbench().hub(), m_service));
        return;
    }
    if (m_retry->failures() == 0) { // else only an answer ends the error
        m_frame->showReady();
        setState(State::Ready);
    }
    if (m_haveNames || m_askNames.running())
        return;
    m_askNames = contract->read({"COMMAND"}).onDone(this, [this](Result<Reply> reply) {
        if (!reply) {
            unreachable(reply.error());
            return;
        }
        reachedAgain();
        m_haveNames = m_answered = true;
        const QStringList names = commandNames(*reply);
        m_line->setCommands(names);
        m_header->setSubtitle(tr("%n command(s)", nullptr, int(names.size())));
        m_pause.start();
    });
}

// A server that refuses this one question can still be talked to; typed commands say what is wrong.
void ConsolePanel::unreachable(const Error& error)
{
    if (!ui::ErrorWords::worthRetrying(error) && error.kind != Error::Kind::Auth)
        return;
    m_haveNames = false;
    // What was typed and did not get there need not be typed again.
    if (const QString line = std::exchange(m_sentLine, {});
        m_line->text().isEmpty() && !line.isEmpty())
        m_line->setText(line);
    m_retry->failed(error, m_answered);
    setState(m_answered ? State::Stale : State::Error);
}

// The error page had the focus when it went, or gave it to nobody.
void ConsolePanel::reachedAgain()
{
    const bool wasAway = state() == State::Error || state() == State::Stale;
    m_retry->succeeded();
    setState(State::Ready);
    const QWidget* now = QApplication::focusWidget();
    const bool free = !now || now == window() || (isAncestorOf(now) && now != m_output);
    if (wasAway && isActiveWindow() && free)
        m_line->setFocus(Qt::OtherFocusReason);
}

void ConsolePanel::updateMode()
{
    const Service* service = workbench().hub().service(m_service);
    m_mode->setVisible(service != nullptr);
    if (!service)
        return;
    const ui::WriteModeWords words = ui::WriteModes::of(*service);
    m_mode->setText(words.text);
    m_mode->setTone(words.tone);
}

void ConsolePanel::run(const QString& line)
{
    Console* contract = console();
    if (!contract || m_busy)
        return;
    const auto command = parsed(line);
    if (!command || command->empty()) {
        m_output->add(Kind::Sent, {u"> "_s + line.trimmed()});
        m_output->add(
            Kind::Problem, {command ? tr("This is no command.") : ui::words(command.error().hint)});
        return;
    }
    const QString shown = written(*command);
    m_output->add(Kind::Sent, {u"> "_s + shown});
    m_line->history().add(shown);
    m_sentLine = shown.contains(u"***"_s) ? QString() : line;
    m_line->clear();
    m_busy = true;
    m_since.start();
    beginRecord(shown);
    showHint();
    m_judge = contract->judge(*command).onDone(
        this, [this, command = *command](Result<CommandVerdict> verdict) {
            if (verdict)
                judged(command, *verdict);
            else
                finish(tl::unexpected(verdict.error()));
        });
}

void ConsolePanel::judged(const Command& command, const CommandVerdict& verdict)
{
    switch (verdict.kind) {
    case CommandVerdict::Kind::Reads:
        read(command);
        return;
    case CommandVerdict::Kind::Refused:
        refuse(verdict.reason);
        return;
    case CommandVerdict::Kind::Writes:
    case CommandVerdict::Kind::Unknown:
        break;
    }
    write(command, verdict);
}

void ConsolePanel::read(const Command& command)
{
    Console* contract = console();
    if (!contract)
        return;
    m_read = contract->read(command).onDone(
        this, [this](const Result<Reply>& reply) { finish(reply); });
}

// The preview is the workbench's; the reply comes as the words of the finished task.
void ConsolePanel::write(const Command& command, const CommandVerdict& verdict)
{
    Console* contract = console();
    const Service* service = workbench().hub().service(m_service);
    if (!contract || !service)
        return;
    if (!service->gate->allows()) {
        Error off;
        off.kind = Error::Kind::Refused;
        off.hint = ui::WriteModes::whyOff(*service->gate);
        refuse(off);
        return;
    }
    m_sentLine.clear(); // sent or not, nobody runs it a second time by a slip
    Act act = contract->write(command);
    act.effects.insert(act.effects.end(), verdict.effects.begin(), verdict.effects.end());
    workbench().confirm(std::move(act), this, [this](Task* task) {
        if (!task) {
            m_output->add(Kind::Note, {tr("not sent")});
            ended(HistoryEntry::Outcome::Stopped);
            return;
        }
        if (!task->outcome()) {
            finish(tl::unexpected(task->outcome().error()));
            return;
        }
        const QString words = ui::words(*task->outcome());
        m_output->add(Kind::Answer, {words.isEmpty() ? tr("done") : words});
        ended(HistoryEntry::Outcome::Done);
    });
}

void ConsolePanel::finish(const Result<Reply>& reply)
{
    if (!reply) {
        const Error& error = reply.error();
        if (error.code == "guard"_L1) {
            refuse(error);
            return;
        }
        QStringList lines{
            error.detail.isEmpty() ? ui::ErrorWords::line(error, m_service) : error.detail};
        if (!error.hint.isEmpty())
            lines.append(ui::words(error.hint));
        m_output->add(Kind::Problem, lines);
        ended(HistoryEntry::Outcome::Failed, lines.first());
        unreachable(error);
        return;
    }
    const ReplyLines text = replyLines(*reply);
    m_output->add(reply->isError() ? Kind::Problem : Kind::Answer, text.lines);
    QStringList notes;
    if (text.shown < text.elements)
        notes.append(tr("%1 of %2 elements shown")
                         .arg(QLocale().toString(text.shown), QLocale().toString(text.elements)));
    else if (text.cut)
        notes.append(tr("long values are cut"));
    if (const qint64 ms = m_since.elapsed(); ms >= kSlowMs)
        notes.append(tr("%1 ms").arg(QLocale().toString(ms)));
    if (!notes.isEmpty())
        m_output->add(Kind::Note, {notes.join(u", "_s)});
    ended(reply->isError() ? HistoryEntry::Outcome::Failed : HistoryEntry::Outcome::Done);
}

void ConsolePanel::refuse(const Error& reason)
{
    const QString hint = ui::words(reason.hint);
    m_output->add(Kind::Refusal,
        {tr("Refused: %1").arg(hint.isEmpty() ? ui::ErrorWords::line(reason, m_service) : hint)});
    ended(HistoryEntry::Outcome::Failed, hint);
}

// Every command is written, also when the next one is typed before the disk has answered.
void ConsolePanel::beginRecord(const QString& command)
{
    std::erase_if(m_records, [](const Record& record) {
        return record.over && !record.begin.running() && !record.end.running();
    });
    if (!m_history)
        return;
    Record& record = m_records.emplace_back();
    record.entry.service = m_service;
    record.entry.time = QDateTime::currentDateTimeUtc();
    record.entry.text = command;
    record.begin = m_history->begin(record.entry).onDone(this, [this, &record](Result<qint64> id) {
        record.entry.id = id.value_or(0);
        endRecord(record);
    });
}

void ConsolePanel::endRecord(Record& record)
{
    if (record.over && record.entry.id > 0)
        record.end = m_history->finish(record.entry);
}

void ConsolePanel::ended(HistoryEntry::Outcome outcome, const QString& error)
{
    m_busy = false;
    if (outcome != HistoryEntry::Outcome::Failed)
        m_sentLine.clear();
    if (!m_records.empty()) {
        Record& record = m_records.back();
        record.entry.outcome = outcome;
        record.entry.seconds = double(m_since.elapsed()) / 1000.0;
        record.entry.error = error;
        record.over = true;
        endRecord(record);
    }
    showHint();
}

bool ConsolePanel::stop()
{
    if (!m_judge.running() && !m_read.running())
        return false;
    m_judge.cancel();
    m_read.cancel();
    m_output->add(Kind::Note, {tr("stopped")});
    ended(HistoryEntry::Outcome::Stopped);
    return true;
}

void ConsolePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && (m_line->closePopup() || stop()))
        return;
    Panel::keyPressEvent(event);
}

void ConsolePanel::typed(const QString& text)
{
    keepDraft(text);
    m_pause.start();
    showHint();
}

void ConsolePanel::keepDraft(const QString& text)
{
    const auto command = parsed(text);
    const bool secret = maySecret(text) || (command && written(*command).contains(u"***"_s));
    if (text.trimmed().isEmpty() || secret)
        workbench().drafts().remove(draftKey());
    else
        workbench().drafts().put(draftKey(), {{u"typed"_s, text}});
}

qint64 ConsolePanel::drawnRows() const
{
    return m_output->lines();
}

void ConsolePanel::showExample()
{
    if (console())
        run(u"INFO server"_s);
}

} // namespace pilothouse::queue
