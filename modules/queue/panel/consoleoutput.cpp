// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/consoleoutput.h"

#include "ui/theme/theme.h"

#include <QScrollBar>
#include <QTextBlock>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

Token inkOf(ConsoleOutput::Kind kind)
{
    switch (kind) {
    case ConsoleOutput::Kind::Sent:
        return Token::Accent;
    case ConsoleOutput::Kind::Problem:
        return Token::StatusError;
    case ConsoleOutput::Kind::Refusal:
        return Token::StatusWarn;
    case ConsoleOutput::Kind::Note:
        return Token::Text3;
    case ConsoleOutput::Kind::Answer:
        break;
    }
    return Token::Text;
}

} // namespace

ConsoleOutput::ConsoleOutput(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setAccessibleName(tr("Commands and replies"));
    setPlaceholderText(tr("Nothing was sent yet. Tab completes a command, Up brings back the last "
                          "one. What changes something is shown before it is sent."));
    ui::setLook(this, "variant", u"bare"_s);
    ui::setTextStyle(this, ui::TextStyle::Mono);
    connect(&ui::Theme::of(this), &ui::Theme::changed, this, &ConsoleOutput::writeAll);
}

void ConsoleOutput::add(Kind kind, const QStringList& lines)
{
    m_entries.push_back({kind, lines.join(u'\n')});
    if (int(m_entries.size()) > kEntries) {
        // In steps: writing everything again for each line would cost more than it shows.
        m_entries.erase(m_entries.begin(), m_entries.begin() + kEntries / 4);
        writeAll();
    } else {
        write(m_entries.back());
    }
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ConsoleOutput::clearAll()
{
    m_entries.clear();
    clear();
}

void ConsoleOutput::write(const Entry& entry)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat block;
    block.setTopMargin(entry.kind == Kind::Sent ? 6 : 0);
    if (document()->isEmpty())
        cursor.setBlockFormat(block);
    else
        cursor.insertBlock(block);
    QTextCharFormat format;
    format.setFont(ui::Theme::of(this).font(ui::TextStyle::Mono));
    format.setForeground(ui::Theme::of(this).color(inkOf(entry.kind)));
    cursor.setCharFormat(format);
    cursor.insertText(entry.text, format);
}

void ConsoleOutput::writeAll()
{
    clear();
    for (const Entry& entry : m_entries)
        write(entry);
}

qint64 ConsoleOutput::lines() const
{
    return m_entries.empty() ? 0 : document()->blockCount();
}

} // namespace pilothouse::queue
