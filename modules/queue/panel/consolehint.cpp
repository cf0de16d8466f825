// SPDX-License-Identifier: GPL-3.0-or-later
// What stands below the field while a command is typed: its form, and what the guard thinks of it.
#include "queue/panel/consolepanel.h"

#include "core/servicehub.h"
#include "queue/api/commandline.h"
#include "queue/panel/consoleline.h"
#include "ui/controls/elidedlabel.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QLabel>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;
using ui::Token;

// After a pause in typing: what the guard thinks of it, and how the server says it is written.
void ConsolePanel::askHint()
{
    Console* contract = console();
    const QString line = m_line->text();
    const auto command = parsed(line);
    if (!contract || !isVisible() || !command || command->empty())
        return;
    if (m_judgedLine != line)
        m_askVerdict
            = contract->judge(*command).onDone(this, [this, line](Result<CommandVerdict> verdict) {
                  if (!verdict)
                      return;
                  m_judgedLine = line;
                  m_verdict = *verdict;
                  showHint();
              });
    const QString name = m_line->command();
    if (m_docs.contains(name) || m_askDocs.running())
        return;
    m_askDocs = contract->read({"COMMAND", "DOCS", name.section(u' ', 0, 0).toLower().toUtf8()})
                    .onDone(this, [this, name](Result<Reply> reply) {
                        m_docs.insert(name, reply ? commandDocs(*reply, name) : CommandDocs());
                        showHint();
                        if (m_line->command() != name)
                            m_pause.start();
                    });
}

void ConsolePanel::showHint()
{
    const QString line = m_line->text();
    const QString name = m_line->command();
    const CommandDocs docs = m_docs.value(name);
    m_hint->setText(name.isEmpty() || docs.summary.isEmpty()
            ? QString()
            : QString(name % u' ' % docs.syntax % u" — "_s % docs.summary));
    QString text;
    Token tone = Token::Text3;
    if (m_busy) {
        text = tr("waiting for the reply, Esc stops");
    } else if (m_verdict && m_judgedLine == line && !line.trimmed().isEmpty()) {
        switch (m_verdict->kind) {
        case CommandVerdict::Kind::Reads:
            text = tr("reads");
            break;
        case CommandVerdict::Kind::Writes:
            text = tr("changes the server, shown before it is sent");
            tone = Token::StatusWarn;
            break;
        case CommandVerdict::Kind::Refused:
            text = tr("will be refused");
            tone = Token::StatusError;
            break;
        case CommandVerdict::Kind::Unknown:
            text = tr("not known to this server");
            break;
        }
    }
    m_state->setText(text);
    m_state->setToolTip(m_verdict && m_verdict->kind == CommandVerdict::Kind::Refused
            ? ui::words(m_verdict->reason.hint)
            : QString());
    ui::setTone(m_state, tone);
}

QString ConsolePanel::hint() const
{
    return m_state->text();
}

} // namespace pilothouse::queue
