// SPDX-License-Identifier: GPL-3.0-or-later
// QScintilla counts bytes of UTF-8; this class counts UTF-16 like the rest of the program.
#include "ui/editor/codeeditor.h"

#include "ui/controls/findbar.h"
#include "ui/editor/codelook.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPixmap>
#include <QScreen>
#include <QVBoxLayout>

#include <Qsci/qscicommandset.h>
#include <Qsci/qsciscintilla.h>

#include <utility>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;
using Sci = QsciScintillaBase;

namespace
{
// Completion looks at this much text around the caret of a huge script.
constexpr qsizetype kWindow = 64 << 10;
} // namespace

CodeEditor::CodeEditor(CodeLanguage language, const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_edit(new QsciScintilla(this))
    , m_find(new FindBar(this))
    , m_language(language)
{
    setFocusProxy(m_edit);
    m_edit->setAccessibleName(accessibleName);
    m_edit->setUtf8(true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setEolMode(QsciScintilla::EolUnix);
    m_edit->setTabWidth(4);
    m_edit->setIndentationsUseTabs(false);
    m_edit->setAutoIndent(true);
    m_edit->setBraceMatching(QsciScintilla::SloppyBraceMatch);
    m_edit->setMarginType(0, QsciScintilla::NumberMargin);
    m_edit->setMarginWidth(0, u"00000"_s);
    m_edit->setMarginWidth(1, 6);
    m_edit->setScrollWidth(1);
    m_edit->setScrollWidthTracking(true);
    m_edit->installEventFilter(this);
    m_edit->SendScintilla(Sci::SCI_AUTOCSETSEPARATOR, ulong('\n'));
    m_edit->SendScintilla(Sci::SCI_AUTOCSETIGNORECASE, true);
    m_edit->SendScintilla(Sci::SCI_AUTOCSETORDER, ulong(Sci::SC_ORDER_CUSTOM));
    m_edit->SendScintilla(Sci::SCI_AUTOCSETMAXHEIGHT, 12ul);
    dropClashingKeys();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_edit, 1);

    connect(m_edit, &QsciScintilla::textChanged, this, [this] {
        const bool coloured = m_edit->length() <= kColourLimit;
        if (coloured != m_coloured)
            dress();
        forgetLongLines();
        Q_EMIT textChanged();
    });
    connect(m_edit, &QsciScintilla::cursorPositionChanged, this, &CodeEditor::caretMoved);
    connect(m_edit, &Sci::SCN_CHARADDED, this, [this](int) { suggestWhileTyping(); });
    connect(m_find, &FindBar::textChanged, this,
        [this](const QString& needle) { noteFound(find(needle, true, true)); });
    connect(m_find, &FindBar::nextRequested, this, &CodeEditor::findNext);
    connect(m_find, &FindBar::closed, m_edit, [this] { m_edit->setFocus(); });
    connect(&Theme::of(this), &Theme::changed, this, &CodeEditor::dress);
    dress();
}

// The editor only ever widens what can be scrolled: a long line that is gone would leave its bar.
void CodeEditor::forgetLongLines()
{
    const int length = m_edit->length();
    if (length < std::exchange(m_length, length) && m_edit->SendScintilla(Sci::SCI_GETXOFFSET) == 0)
        m_edit->setScrollWidth(1); // what is seen is measured anew
}

void CodeEditor::dress()
{
    m_coloured = m_edit->length() <= kColourLimit;
    const Theme& theme = Theme::of(this);
    dressEditor(*m_edit, m_language, m_coloured, theme);
    if (m_excerpt)
        m_edit->setCaretLineVisible(false);
    for (qsizetype i = 0; i < m_icons.size(); ++i)
        m_edit->registerImage(
            int(i) + 1, iconPixmap(theme, m_icons[i], Token::Text3, 14, devicePixelRatioF()));
}

void CodeEditor::setExcerpt()
{
    m_excerpt = true;
    m_tabLeaves = true;
    setReadOnly(true);
    m_edit->setMarginWidth(0, 0);
    m_edit->setMarginWidth(1, 0);
    m_edit->setWrapMode(QsciScintilla::WrapWord);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    dress();
}

void CodeEditor::setNarrow()
{
    m_edit->setMarginWidth(0, u"000"_s);
    m_edit->setWrapMode(QsciScintilla::WrapWord);
    m_edit->setWrapIndentMode(QsciScintilla::WrapIndentIndented);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

// The window's own keys (Ctrl+T, Ctrl+L …) must not be taken by the editor's old ones.
void CodeEditor::dropClashingKeys()
{
    const auto commands = m_edit->standardCommands()->commands();
    for (QsciCommand* command : commands) {
        for (const int key : {command->key(), command->alternateKey()}) {
            const auto letter = key & ~int(Qt::KeyboardModifierMask);
            const bool plainControl
                = (key & int(Qt::ControlModifier)) && !(key & int(Qt::AltModifier));
            const bool editing = letter == Qt::Key_Z || letter == Qt::Key_Y || letter == Qt::Key_X
                || letter == Qt::Key_C || letter == Qt::Key_V || letter == Qt::Key_A;
            // Esc belongs to the panel (stop the query) once completion and find bar are closed.
            if (key != Qt::Key_Escape && (!plainControl || editing || letter > 0x7f))
                continue;
            if (command->key() == key)
                command->setKey(0);
            else
                command->setAlternateKey(0);
        }
    }
}

QString CodeEditor::text() const
{
    return m_edit->text();
}

void CodeEditor::setText(const QString& text)
{
    m_edit->setText(text);
    m_edit->SendScintilla(Sci::SCI_EMPTYUNDOBUFFER);
    clearErrors();
}

void CodeEditor::replaceAll(const QString& text)
{
    m_edit->beginUndoAction();
    m_edit->selectAll();
    m_edit->replaceSelectedText(text);
    m_edit->endUndoAction();
}

bool CodeEditor::isReadOnly() const
{
    return m_edit->isReadOnly();
}

void CodeEditor::setReadOnly(bool on)
{
    m_edit->setReadOnly(on);
}

qsizetype CodeEditor::toIndex(long bytes) const
{
    return QString::fromUtf8(m_edit->bytes(0, int(bytes)).constData(), bytes).size();
}

long CodeEditor::toBytes(qsizetype index) const
{
    return long(QStringView(text()).left(index).toUtf8().size());
}

qsizetype CodeEditor::caret() const
{
    return toIndex(m_edit->SendScintilla(Sci::SCI_GETCURRENTPOS));
}

void CodeEditor::setCaret(qsizetype position)
{
    m_edit->SendScintilla(Sci::SCI_GOTOPOS, ulong(toBytes(position)));
    m_edit->ensureCursorVisible();
}

QString CodeEditor::selectedText() const
{
    return m_edit->selectedText();
}

qsizetype CodeEditor::selectionStart() const
{
    return hasSelection() ? toIndex(m_edit->SendScintilla(Sci::SCI_GETSELECTIONSTART)) : -1;
}

// hasSelectedText() still says yes when the selection has been typed over.
bool CodeEditor::hasSelection() const
{
    return m_edit->SendScintilla(Sci::SCI_GETSELECTIONEMPTY) == 0;
}

void CodeEditor::insert(const QString& text)
{
    m_edit->beginUndoAction();
    m_edit->removeSelectedText();
    const QByteArray utf8 = text.toUtf8();
    m_edit->SendScintilla(Sci::SCI_ADDTEXT, ulong(utf8.size()), utf8.constData());
    m_edit->endUndoAction();
}

int CodeEditor::line() const
{
    int line = 0;
    int index = 0;
    m_edit->getCursorPosition(&line, &index);
    return line;
}

int CodeEditor::column() const
{
    int line = 0;
    int index = 0;
    m_edit->getCursorPosition(&line, &index);
    return index;
}

void CodeEditor::setCompletion(Provider provider, const QStringList& iconNames)
{
    m_provider = std::move(provider);
    m_icons = iconNames;
    dress();
}

void CodeEditor::suggestWhileTyping()
{
    if (!m_provider || isReadOnly())
        return;
    const long position = m_edit->SendScintilla(Sci::SCI_GETCURRENTPOS);
    const int before = int(m_edit->SendScintilla(Sci::SCI_GETCHARAT, ulong(position - 1)));
    const bool wordOrDot = before == '.' || before == '_' || before > 127
        || QChar(ushort(before)).isLetterOrNumber();
    if (wordOrDot)
        complete();
    else
        m_edit->SendScintilla(Sci::SCI_AUTOCCANCEL);
}

void CodeEditor::complete()
{
    if (!m_provider || isReadOnly())
        return;
    const QString all = text();
    const qsizetype at = caret();
    const qsizetype from = all.size() > 4 * kWindow ? std::max<qsizetype>(0, at - kWindow) : 0;
    const QString window = from > 0 || all.size() > 4 * kWindow ? all.mid(from, 2 * kWindow) : all;
    auto suggestions = m_provider(window, at - from);
    suggestions.replaceFrom += from;
    showSuggestions(suggestions, at);
}

void CodeEditor::closeCompletion()
{
    m_edit->SendScintilla(Sci::SCI_AUTOCCANCEL);
}

void CodeEditor::showSuggestions(const CodeSuggestions& suggestions, qsizetype at)
{
    const QString typed = text().mid(suggestions.replaceFrom, at - suggestions.replaceFrom);
    QStringList lines;
    for (const CodeSuggestion& s : suggestions.items)
        if (s.text != typed)
            lines.append(s.icon > 0 ? s.text % u'?' % QString::number(s.icon) : s.text);
    if (lines.isEmpty() || !isOnScreen(suggestions.replaceFrom)) {
        m_edit->SendScintilla(Sci::SCI_AUTOCCANCEL);
        return;
    }
    m_edit->SendScintilla(
        Sci::SCI_AUTOCSHOW, ulong(typed.toUtf8().size()), lines.join(u'\n').toUtf8().constData());
}

// Its list asks for the screen under the text and crashes where there is none, as in a window that
// was dragged half out of the desktop.
bool CodeEditor::isOnScreen(qsizetype position) const
{
    const auto bytes = toBytes(position);
    const QPoint at(int(m_edit->SendScintilla(Sci::SCI_POINTXFROMPOSITION, 0ul, bytes)),
        int(m_edit->SendScintilla(Sci::SCI_POINTYFROMPOSITION, 0ul, bytes)));
    const QPoint global = m_edit->viewport()->mapToGlobal(at);
    return QGuiApplication::screenAt(global)
        && QGuiApplication::screenAt(global + QPoint(1, 1)); // it may round
}

void CodeEditor::markError(qsizetype position, qsizetype length)
{
    const long from = toBytes(position);
    const long to = std::max(from + 1, toBytes(position + length));
    m_edit->SendScintilla(Sci::SCI_SETINDICATORCURRENT, ulong(kErrorIndicator));
    m_edit->SendScintilla(Sci::SCI_INDICATORFILLRANGE, ulong(from), to - from);
    const long line = m_edit->SendScintilla(Sci::SCI_LINEFROMPOSITION, ulong(from));
    m_edit->markerAdd(int(line), kErrorMarker);
}

void CodeEditor::clearErrors()
{
    m_edit->SendScintilla(Sci::SCI_SETINDICATORCURRENT, ulong(kErrorIndicator));
    m_edit->SendScintilla(Sci::SCI_INDICATORCLEARRANGE, 0ul, long(m_edit->length()));
    m_edit->markerDeleteAll(kErrorMarker);
}

void CodeEditor::toggleComment()
{
    int first = 0;
    int last = 0;
    int index = 0;
    m_edit->getCursorPosition(&first, &index);
    last = first;
    if (hasSelection()) {
        int endIndex = 0;
        m_edit->getSelection(&first, &index, &last, &endIndex);
        if (endIndex == 0 && last > first)
            --last;
    }
    bool all = true;
    for (int i = first; i <= last; ++i) {
        const QString line = m_edit->text(i).trimmed();
        all = all && (line.isEmpty() || line.startsWith("--"_L1));
    }
    m_edit->beginUndoAction();
    for (int i = first; i <= last; ++i) {
        const QString line = m_edit->text(i);
        if (line.trimmed().isEmpty())
            continue;
        if (!all) {
            m_edit->insertAt(u"-- "_s, i, 0);
            continue;
        }
        const auto at = int(line.indexOf("--"_L1));
        const int width = QStringView(line).mid(at + 2).startsWith(u' ') ? 3 : 2;
        const long from = m_edit->positionFromLineIndex(i, at);
        m_edit->SendScintilla(Sci::SCI_DELETERANGE, ulong(from), long(width));
    }
    m_edit->endUndoAction();
}

void CodeEditor::openFind()
{
    m_find->start(m_edit->selectedText());
}

bool CodeEditor::find(const QString& what, bool forward, bool fromStart)
{
    if (what.isEmpty())
        return true;
    int line = -1;
    int index = -1;
    if (fromStart && hasSelection()) {
        int endLine = 0;
        int endIndex = 0;
        m_edit->getSelection(&line, &index, &endLine, &endIndex);
    } else if (!forward && hasSelection()) {
        int endLine = 0;
        int endIndex = 0;
        m_edit->getSelection(&line, &index, &endLine, &endIndex);
    }
    return m_edit->findFirst(what, false, false, false, true, forward, line, index, true);
}

void CodeEditor::findNext(bool forward)
{
    if (m_find->text().isEmpty()) {
        openFind();
        return;
    }
    noteFound(find(m_find->text(), forward, false));
}

void CodeEditor::noteFound(bool found)
{
    m_find->setNote(found ? QString() : tr("no match"), !found);
}

bool CodeEditor::closeInnermost()
{
    if (m_edit->SendScintilla(Sci::SCI_AUTOCACTIVE)) {
        m_edit->SendScintilla(Sci::SCI_AUTOCCANCEL);
        return true;
    }
    if (m_find->isVisible()) {
        m_find->close();
        return true;
    }
    return false;
}

bool CodeEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool control = key->modifiers() == Qt::ControlModifier;
        if (control && key->key() == Qt::Key_Space) {
            complete();
            return true;
        }
        if (control && key->key() == Qt::Key_F) {
            openFind();
            return true;
        }
        if (control && key->key() == Qt::Key_Slash) {
            toggleComment();
            return true;
        }
        if (key->key() == Qt::Key_F3) {
            findNext(!key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
        if (key->key() == Qt::Key_Escape && closeInnermost())
            return true;
        if (m_tabLeaves && (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)) {
            focusNextPrevChild(key->key() == Qt::Key_Tab);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CodeEditor::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_edit->setFocus(event->reason());
}

} // namespace pilothouse::ui
