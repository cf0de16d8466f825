// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/plandiffview.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QTextBlock>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using Kind = DeployDetail::Line::Kind;

namespace
{

constexpr size_t kMostLines = 20'000; // shown; the whole stands in the question
constexpr int kMostPlates = 5'000;

} // namespace

PlanDiffView::PlanDiffView(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(tr("What changes, line by line"));
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    ui::setTextStyle(this, ui::TextStyle::Mono);
    ui::followTheme(this);
}

void PlanDiffView::setLines(const std::vector<DeployDetail::Line>& lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    QStringList text;
    int first = -1;
    for (size_t at = 0; at < std::min(lines.size(), kMostLines); ++at) {
        if (first < 0 && lines[at].kind != Kind::Same && lines[at].kind != Kind::Head)
            first = int(at);
        text.append(lines[at].text);
    }
    if (lines.size() > kMostLines)
        text.append(tr("%n more line(s)", nullptr, int(lines.size() - kMostLines)));
    setPlainText(text.join(u'\n'));
    paintPlates();
    if (first >= 0)
        showLine(first);
}

void PlanDiffView::showLine(int line)
{
    setTextCursor(QTextCursor(document()->findBlockByNumber(line)));
    centerCursor();
}

void PlanDiffView::paintPlates()
{
    const ui::Theme& theme = ui::Theme::of(this);
    QList<QTextEdit::ExtraSelection> plates;
    for (size_t at = 0; at < std::min(m_lines.size(), kMostLines) && plates.size() < kMostPlates;
         ++at) {
        const Kind kind = m_lines[at].kind;
        if (kind == Kind::Same)
            continue;
        QTextEdit::ExtraSelection plate;
        plate.cursor = QTextCursor(document()->findBlockByNumber(int(at)));
        plate.format.setProperty(QTextFormat::FullWidthSelection, true);
        if (kind == Kind::Head)
            plate.format.setForeground(theme.color(ui::Token::Text3));
        else
            plate.format.setBackground(theme.color(kind == Kind::Added ? ui::Token::DiffAdd
                    : kind == Kind::Removed                            ? ui::Token::DiffRemove
                                            : ui::Token::StatusWarnSoft));
        plates.append(plate);
    }
    setExtraSelections(plates);
}

void PlanDiffView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        paintPlates();
}

} // namespace pilothouse::pipelines
