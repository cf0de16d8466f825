// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/valueview.h"

#include "ui/controls/button.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/grid/celltext.h"
#include "ui/grid/jsontree.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

QString hexDump(QByteArrayView bytes, qint64 offset)
{
    static constexpr char digits[] = "0123456789abcdef";
    QByteArray out;
    out.reserve(bytes.size() * 5);
    for (qsizetype line = 0; line < bytes.size(); line += 16) {
        const qint64 at = offset + line;
        for (int shift = 28; shift >= 0; shift -= 4)
            out += digits[(at >> shift) & 15];
        out += "  ";
        for (qsizetype i = line; i < line + 16; ++i) {
            if (i < bytes.size()) {
                out += digits[static_cast<uchar>(bytes[i]) >> 4];
                out += digits[static_cast<uchar>(bytes[i]) & 15];
            } else {
                out += "  ";
            }
            out += i % 16 == 7 ? "  " : " ";
        }
        out += ' ';
        for (qsizetype i = line; i < std::min(line + 16, bytes.size()); ++i)
            out += bytes[i] >= 0x20 && bytes[i] < 0x7f ? bytes[i] : '.';
        out += '\n';
    }
    out.chop(out.isEmpty() ? 0 : 1);
    return QString::fromLatin1(out);
}

ValueView::ValueView(QWidget* parent)
    : QWidget(parent)
    , m_modes(new SegmentedControl(tr("View as"), this))
    , m_note(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_text(new QPlainTextEdit(this))
    , m_tree(new QTreeView(this))
    , m_json(new JsonTreeModel(this))
    , m_back(new IconButton(u"chevron-left"_s, tr("Part before"), {}, this, 12))
    , m_forward(new IconButton(u"chevron-right"_s, tr("Next part"), {}, this, 12))
{
    buildLayout();
    connect(m_modes, &SegmentedControl::currentChanged, this,
        [this](int index) { setMode(static_cast<Mode>(index)); });
    connect(m_back, &QToolButton::clicked, this, [this] { show(m_from - kWindow); });
    connect(m_forward, &QToolButton::clicked, this, [this] { show(m_from + kWindow); });
}

void ValueView::buildLayout()
{
    m_modes->addSegment(tr("Text"));
    m_modes->addSegment(u"JSON"_s);
    m_modes->addSegment(tr("Hex"));
    setTextStyle(m_note, TextStyle::Caption);
    setTone(m_note, Token::Text3);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Value"));
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setTextStyle(m_text, TextStyle::Mono);
    m_tree->setModel(m_json);
    m_tree->setAccessibleName(tr("Value as JSON tree"));
    m_tree->setUniformRowHeights(true);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(14);
    m_tree->header()->setStretchLastSection(true);
    setTextStyle(m_tree, TextStyle::Mono);
    m_text->setProperty("focusRing", u"none"_s);
    m_tree->setProperty("focusRing", u"none"_s);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_tree);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 0, 0);
    top->addWidget(m_modes);
    top->addSpacing(8);
    top->addWidget(m_note, 1);
    top->addWidget(m_back);
    top->addWidget(m_forward);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(6);
    all->addLayout(top);
    all->addWidget(m_stack, 1);
}

void ValueView::setNull()
{
    m_null = true;
    m_bytes.clear();
    m_json->setNodes({});
    m_modes->setEnabled(false);
    m_text->setPlainText(u"NULL"_s);
    m_stack->setCurrentWidget(m_text);
    m_note->clear();
    m_back->hide();
    m_forward->hide();
}

void ValueView::setValue(const QByteArray& bytes, qint64 fullSize, CellType type)
{
    m_null = false;
    m_modes->setEnabled(true);
    m_bytes = type == CellType::Binary ? binaryBytes(bytes, bytes.size()) : bytes;
    m_fullSize
        = type == CellType::Binary && bytes.startsWith("\\x") ? binarySize(fullSize) : fullSize;
    m_from = 0;
    // A cut document or plain text has no tree; neither has a bare number.
    const QByteArrayView start = QByteArrayView(m_bytes).trimmed();
    const bool maybe = m_bytes.size() <= kMostJson && m_fullSize <= m_bytes.size()
        && (type == CellType::Json || start.startsWith('{') || start.startsWith('['));
    auto nodes
        = maybe ? parseJson(m_bytes) : Result<std::vector<JsonNode>>(std::vector<JsonNode>());
    const bool tree = nodes && !nodes->empty();
    m_json->setNodes(tree ? std::move(*nodes) : std::vector<JsonNode>());
    m_tree->expandToDepth(1);
    m_tree->resizeColumnToContents(0);
    m_modes->setSegmentEnabled(static_cast<int>(Mode::Json), tree);
    const bool binary = type == CellType::Binary || !QByteArrayView(m_bytes).isValidUtf8();
    setMode(binary ? Mode::Hex : tree ? Mode::Json : Mode::Text);
}

void ValueView::setMode(Mode mode)
{
    m_mode = mode;
    if (m_modes->currentIndex() != static_cast<int>(mode))
        m_modes->setCurrentIndex(static_cast<int>(mode));
    if (m_null)
        return;
    m_text->setLineWrapMode(
        mode == Mode::Hex ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    if (mode == Mode::Json)
        m_stack->setCurrentWidget(m_tree);
    else
        m_stack->setCurrentWidget(m_text);
    show(m_from);
}

void ValueView::show(qsizetype from)
{
    // Hex is five characters a byte, so its window is smaller.
    const qsizetype window = m_mode == Mode::Hex ? kWindow / 4 : kWindow;
    m_from = std::clamp<qsizetype>(from, 0, std::max<qsizetype>(m_bytes.size() - 1, 0));
    m_from -= m_from % window;
    qsizetype end = std::min(m_from + window, m_bytes.size());
    const bool windowed = m_mode != Mode::Json && m_bytes.size() > window;
    m_back->setVisible(windowed);
    m_forward->setVisible(windowed);
    m_back->setEnabled(m_from > 0);
    m_forward->setEnabled(end < m_bytes.size());
    if (m_mode == Mode::Hex) {
        m_text->setPlainText(hexDump(QByteArrayView(m_bytes).sliced(m_from, end - m_from), m_from));
    } else if (m_mode == Mode::Text) {
        // Whole characters: one that crosses the border belongs to the window it starts in.
        qsizetype start = m_from;
        while (start > 0 && start < m_bytes.size() && start < m_from + 3
            && (static_cast<uchar>(m_bytes[start]) & 0xC0u) == 0x80u)
            ++start;
        while (end < m_bytes.size() && (static_cast<uchar>(m_bytes[end]) & 0xC0u) == 0x80u)
            ++end;
        m_text->setPlainText(QString::fromUtf8(QByteArrayView(m_bytes).sliced(start, end - start)));
    }
    QString note = byteSize(m_fullSize);
    if (m_fullSize > m_bytes.size())
        note = tr("The first %1 of %2").arg(byteSize(m_bytes.size()), byteSize(m_fullSize));
    if (windowed)
        note += u"  "_s + tr("%1 to %2").arg(byteSize(m_from), byteSize(end));
    m_note->setText(note);
}

void ValueView::setModesShown(bool shown)
{
    m_modes->setVisible(shown);
}

void ValueView::takeFocus()
{
    m_stack->currentWidget()->setFocus(Qt::PopupFocusReason);
}

QString ValueView::shownText() const
{
    return m_text->toPlainText();
}

} // namespace pilothouse::ui
