// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/diffview.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QTextBlock>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Token;
using Kind = DiffLine::Kind;

DiffView::DiffView(const QString& accessibleName, QWidget* parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    ui::setTextStyle(this, ui::TextStyle::Mono);
    ui::followTheme(this);
}

void DiffView::compare(const QString& before, const QString& after)
{
    m_lines = diffOf(before, after);
    m_changes = 0;
    QStringList text;
    int first = -1;
    for (const DiffLine& line : m_lines) {
        if (line.kind != Kind::Same) {
            ++m_changes;
            if (first < 0)
                first = int(text.size());
        }
        text.append((line.kind == Kind::Added            ? u"+ "_s
                            : line.kind == Kind::Removed ? u"- "_s
                                                         : u"  "_s)
            + line.text);
    }
    setPlainText(text.join(u'\n'));
    paintPlates();
    if (first >= 0) {
        setTextCursor(QTextCursor(document()->findBlockByNumber(first)));
        centerCursor();
    }
}

void DiffView::paintPlates()
{
    constexpr int kMostPlates = 5'000;
    const ui::Theme& theme = ui::Theme::of(this);
    QList<QTextEdit::ExtraSelection> plates;
    for (size_t i = 0; i < m_lines.size() && plates.size() < kMostPlates; ++i) {
        if (m_lines[i].kind == Kind::Same)
            continue;
        QTextEdit::ExtraSelection plate;
        plate.cursor = QTextCursor(document()->findBlockByNumber(int(i)));
        plate.format.setProperty(QTextFormat::FullWidthSelection, true);
        plate.format.setBackground(
            theme.color(m_lines[i].kind == Kind::Added ? Token::DiffAdd : Token::DiffRemove));
        plates.append(plate);
    }
    setExtraSelections(plates);
}

void DiffView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        paintPlates();
}

} // namespace pilothouse::streams
