// SPDX-License-Identifier: GPL-3.0-or-later
// One table from lexer styles to tokens per language.
#include "ui/editor/codelook.h"

#include "ui/theme/theme.h"

#include <QApplication>

#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qscilexersql.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>

#include <utility>

namespace pilothouse::ui
{

namespace
{

using Colours = std::initializer_list<std::pair<int, Token>>;

Colours sqlColours()
{
    using L = QsciLexerSQL;
    static const Colours kColours{{L::Keyword, Token::SyntaxKeyword},
        {L::KeywordSet5, Token::SyntaxFunction}, {L::KeywordSet6, Token::SyntaxType},
        {L::SingleQuotedString, Token::SyntaxString}, {L::DoubleQuotedString, Token::Text},
        {L::Number, Token::SyntaxNumber}, {L::Comment, Token::SyntaxComment},
        {L::CommentLine, Token::SyntaxComment}, {L::CommentDoc, Token::SyntaxComment},
        {L::CommentLineHash, Token::SyntaxComment}};
    return kColours;
}

Colours jsonColours()
{
    using L = QsciLexerJSON;
    static const Colours kColours{{L::Property, Token::SyntaxFunction},
        {L::String, Token::SyntaxString}, {L::UnclosedString, Token::SyntaxString},
        {L::Number, Token::SyntaxNumber}, {L::Keyword, Token::SyntaxKeyword},
        {L::Error, Token::StatusError}};
    return kColours;
}

Colours pythonColours()
{
    using L = QsciLexerPython;
    static const Colours kColours{{L::Keyword, Token::SyntaxKeyword},
        {L::Comment, Token::SyntaxComment}, {L::CommentBlock, Token::SyntaxComment},
        {L::Number, Token::SyntaxNumber}, {L::DoubleQuotedString, Token::SyntaxString},
        {L::SingleQuotedString, Token::SyntaxString},
        {L::TripleSingleQuotedString, Token::SyntaxString},
        {L::TripleDoubleQuotedString, Token::SyntaxString},
        {L::UnclosedString, Token::SyntaxString}, {L::DoubleQuotedFString, Token::SyntaxString},
        {L::SingleQuotedFString, Token::SyntaxString}, {L::ClassName, Token::SyntaxType},
        {L::FunctionMethodName, Token::SyntaxFunction}, {L::Decorator, Token::SyntaxType}};
    return kColours;
}

Colours yamlColours()
{
    using L = QsciLexerYAML;
    static const Colours kColours{{L::Comment, Token::SyntaxComment},
        {L::Identifier, Token::SyntaxFunction}, {L::Keyword, Token::SyntaxKeyword},
        {L::Number, Token::SyntaxNumber}, {L::Reference, Token::SyntaxType},
        {L::TextBlockMarker, Token::SyntaxString}, {L::SyntaxErrorMarker, Token::StatusError}};
    return kColours;
}

QsciLexer* lexerOf(CodeLanguage language, QObject* parent)
{
    switch (language) {
    case CodeLanguage::Sql:
        return new QsciLexerSQL(parent);
    case CodeLanguage::Python:
        return new QsciLexerPython(parent);
    case CodeLanguage::Yaml:
        return new QsciLexerYAML(parent);
    case CodeLanguage::Json:
    case CodeLanguage::Plain:
        break;
    }
    return new QsciLexerJSON(parent);
}

Colours coloursOf(CodeLanguage language)
{
    switch (language) {
    case CodeLanguage::Sql:
        return sqlColours();
    case CodeLanguage::Python:
        return pythonColours();
    case CodeLanguage::Yaml:
        return yamlColours();
    case CodeLanguage::Json:
    case CodeLanguage::Plain:
        break;
    }
    return jsonColours();
}

void dressLexer(QsciLexer& lexer, const Colours& colours, const Theme& theme)
{
    const QFont font = theme.font(TextStyle::Mono);
    lexer.setDefaultFont(font);
    lexer.setDefaultColor(theme.color(Token::Text));
    lexer.setDefaultPaper(theme.color(Token::Surface));
    lexer.setFont(font, -1);
    lexer.setColor(theme.color(Token::Text), -1);
    lexer.setPaper(theme.color(Token::Surface), -1);
    for (const auto& [style, token] : colours)
        lexer.setColor(theme.color(token), style);
}

} // namespace

void dressEditor(QsciScintilla& e, CodeLanguage language, bool coloured, const Theme& theme)
{
    const QFont font = theme.font(TextStyle::Mono);
    e.setFont(font);
    // It measures with fonts made from the application's and draws with fonts that take what is
    // left open (stretch, hinting, spacing) from this widget's. These must be one, or what is
    // drawn is wider than what was measured and every run of one colour starts inside the last.
    static_cast<QWidget&>(e).QWidget::setFont(QApplication::font());
    e.setColor(theme.color(Token::Text));
    e.setPaper(theme.color(Token::Surface));
    if (coloured && language != CodeLanguage::Plain) {
        if (!e.lexer())
            e.setLexer(lexerOf(language, &e));
        dressLexer(*e.lexer(), coloursOf(language), theme);
    } else if (e.lexer()) {
        auto* gone = e.lexer();
        e.setLexer(nullptr);
        gone->deleteLater();
    }
    e.setCaretForegroundColor(theme.color(Token::Accent));
    e.setCaretWidth(2);
    e.setCaretLineVisible(true);
    e.setCaretLineBackgroundColor(theme.color(Token::Hover));
    e.setSelectionBackgroundColor(theme.color(Token::Selection));
    e.resetSelectionForegroundColor();
    e.setMarginsFont(font);
    e.setMarginsForegroundColor(theme.color(Token::Text3));
    e.setMarginsBackgroundColor(theme.color(Token::Surface));
    e.setMatchedBraceForegroundColor(theme.color(Token::Accent));
    e.setMatchedBraceBackgroundColor(theme.color(Token::Press));
    e.setUnmatchedBraceForegroundColor(theme.color(Token::StatusError));
    e.setUnmatchedBraceBackgroundColor(theme.color(Token::Surface));
    e.indicatorDefine(QsciScintilla::SquiggleIndicator, kErrorIndicator);
    e.setIndicatorForegroundColor(theme.color(Token::StatusError), kErrorIndicator);
    e.markerDefine(QsciScintilla::SmallRectangle, kErrorMarker);
    e.setMarkerBackgroundColor(theme.color(Token::StatusError), kErrorMarker);
    e.setMarkerForegroundColor(theme.color(Token::StatusError), kErrorMarker);
    e.setExtraAscent((theme.metric(Metric::CodeLine) - QFontMetrics(font).height()) / 2);
    e.setExtraDescent((theme.metric(Metric::CodeLine) - QFontMetrics(font).height()) / 2);
}

} // namespace pilothouse::ui
