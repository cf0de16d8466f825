// SPDX-License-Identifier: GPL-3.0-or-later
// CodeEditor: text with line numbers, colours by language, completion and a find bar. Positions are
// UTF-16 indexes into text().
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

class QsciScintilla;

namespace pilothouse::ui
{

class FindBar;

enum class CodeLanguage { Plain, Sql, Json, Python, Yaml };

struct CodeSuggestion {
    QString text;
    int icon = 0; // 1-based index into the names given to setCompletion; 0: none
};
struct CodeSuggestions {
    qsizetype replaceFrom = 0;
    QList<CodeSuggestion> items;
};

class CodeEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeEditor)

public:
    // Above this many bytes colours are dropped: jumping would style everything above the caret.
    static constexpr qsizetype kColourLimit = 4 << 20;
    using Provider = std::function<CodeSuggestions(const QString& text, qsizetype caret)>;

    CodeEditor(CodeLanguage language, const QString& accessibleName, QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text); // a new subject: forgets undo
    void replaceAll(const QString& text); // one undo step
    bool isReadOnly() const;
    void setReadOnly(bool on);
    // For reading a piece of text inside a card: no line numbers, no caret line, long lines wrap,
    // Tab leaves.
    void setExcerpt();
    void setNarrow(); // as a field of a form: long lines wrap, few digits for numbers
    void setTabLeaves(bool on) { m_tabLeaves = on; } // as in a form; else it indents

    qsizetype caret() const;
    void setCaret(qsizetype position); // and shows it
    QString selectedText() const;
    qsizetype selectionStart() const; // -1: nothing selected
    void insert(const QString& text); // at the caret, over the selection
    int line() const; // 0-based, of the caret
    int column() const;

    // Asked while typing and on Ctrl+Space; must answer within a frame.
    void setCompletion(Provider provider, const QStringList& iconNames);
    void complete();
    void closeCompletion();

    // Underlines a span and puts a mark beside its line.
    void markError(qsizetype position, qsizetype length);
    void clearErrors();

    void toggleComment(); // of the selected lines, Ctrl+/
    void openFind(); // Ctrl+F
    void findNext(bool forward = true); // F3, Shift+F3
    // Closes the completion list, else the find bar; false: nothing was open.
    bool closeInnermost();

Q_SIGNALS:
    void textChanged();
    void caretMoved(int line, int column);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void dress();
    void forgetLongLines();
    void dropClashingKeys();
    void noteFound(bool found);
    void suggestWhileTyping();
    void showSuggestions(const CodeSuggestions& suggestions, qsizetype caret);
    bool hasSelection() const;
    bool isOnScreen(qsizetype position) const;
    bool find(const QString& what, bool forward, bool fromStart);
    qsizetype toIndex(long bytes) const;
    long toBytes(qsizetype index) const;

    QsciScintilla* m_edit;
    FindBar* m_find;
    CodeLanguage m_language;
    Provider m_provider;
    QStringList m_icons;
    bool m_coloured = false;
    bool m_excerpt = false;
    bool m_tabLeaves = false;
    int m_length = 0; // of the text, in bytes
};

} // namespace pilothouse::ui
