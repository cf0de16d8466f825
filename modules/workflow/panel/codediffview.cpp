// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/codediffview.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextBlock>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{

class Margin final : public QWidget
{
public:
    explicit Margin(CodeDiffView* view)
        : QWidget(view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter p(this);
        m_view->paintMargin(p);
    }

private:
    CodeDiffView* const m_view;
};

} // namespace

CodeDiffView::CodeDiffView(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_margin(new Margin(this))
{
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this] { m_margin->update(); });
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Code of both runs"));
    ui::setTextStyle(this, TextStyle::Mono);
    ui::followTheme(this);
    setViewportMargins(margin(), 0, 0, 0);
}

int CodeDiffView::margin() const
{
    return QFontMetrics(ui::Theme::of(this).font(TextStyle::MonoSmall)).horizontalAdvance(u'0') * 11
        + 16;
}

void CodeDiffView::show(const std::vector<CodeLine>& lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    QStringList text;
    for (const CodeLine& line : lines)
        text.append(line.kind == CodeLine::Kind::Gap ? u"⋯"_s : line.text);
    setPlainText(text.join(u'\n'));
    setViewportMargins(margin(), 0, 0, 0);
}

void CodeDiffView::scrollToText(const QString& text)
{
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (text.isEmpty() || !m_lines[i].text.contains(text))
            continue;
        setTextCursor(QTextCursor(document()->findBlockByNumber(int(i))));
        centerCursor();
        return;
    }
}

void CodeDiffView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    m_margin->setGeometry(0, 0, margin(), height());
}

void CodeDiffView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setViewportMargins(margin(), 0, 0, 0);
}

void CodeDiffView::paintNumbers(QPainter& p, const QRect& block, const CodeLine& line) const
{
    const ui::Theme& theme = ui::Theme::of(this);
    p.setFont(theme.font(TextStyle::MonoSmall));
    const int half = (margin() - 16) / 2;
    const int flags = int(Qt::AlignRight | Qt::AlignVCenter);
    p.setPen(theme.color(Token::Text3));
    if (line.a > 0)
        p.drawText(QRect(2, block.top(), half - 4, block.height()), flags, QString::number(line.a));
    if (line.b > 0)
        p.drawText(
            QRect(half, block.top(), half - 2, block.height()), flags, QString::number(line.b));
    const bool added = line.kind == CodeLine::Kind::Added;
    if (!added && line.kind != CodeLine::Kind::Removed)
        return;
    p.setPen(theme.color(added ? Token::StatusOk : Token::StatusError));
    p.drawText(QRect(margin() - 14, block.top(), 12, block.height()), Qt::AlignCenter,
        added ? u"+"_s : u"-"_s);
}

void CodeDiffView::paintMargin(QPainter& p) const
{
    p.fillRect(m_margin->rect(), ui::Theme::of(this).color(Token::Surface));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRect box = blockBoundingGeometry(block).translated(contentOffset()).toRect();
        const size_t i = size_t(block.blockNumber());
        if (box.top() > height() || i >= m_lines.size())
            break;
        paintNumbers(p, box, m_lines[i]);
    }
}

// The plates of changed lines lie under the text.
void CodeDiffView::paintEvent(QPaintEvent* event)
{
    const ui::Theme& theme = ui::Theme::of(this);
    {
        QPainter p(viewport());
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
            if (box.top() > event->rect().bottom())
                break;
            const size_t i = size_t(block.blockNumber());
            if (i >= m_lines.size())
                break;
            const CodeLine::Kind kind = m_lines[i].kind;
            if (kind == CodeLine::Kind::Added || kind == CodeLine::Kind::Removed)
                p.fillRect(QRectF(0, box.top(), viewport()->width(), box.height()),
                    theme.color(
                        kind == CodeLine::Kind::Added ? Token::DiffAdd : Token::DiffRemove));
        }
    }
    QPlainTextEdit::paintEvent(event);
}

} // namespace pilothouse::workflow
