// SPDX-License-Identifier: GPL-3.0-or-later
// TemplateParser: reads a template's text into its parts; private to template.cpp.
#pragma once

#include "pipelines/template/quotes.h"
#include "pipelines/template/template.h"

namespace pilothouse::pipelines
{

struct TemplatePart {
    enum class Kind { Text, Place, Arguments, Section, Inverted, Each, Block };

    Kind kind = Kind::Text;
    QString text; // of Text; the name of everything else
    QString filter; // of Place
    QString equals; // of Section and Inverted: the value it must have
    bool compares = false;
    Language language = Language::Python; // of Block: of what is in it
    TemplateParts parts; // what is in it
};

class TemplateParser final
{
public:
    TemplateParser(const QString& text, Language language)
        : m_text(text)
        , m_quotes(language)
        , m_language(language)
    {
    }

    Result<TemplateParts> parse();
    const std::set<QString>& names() const { return m_names; }

private:
    struct Tag {
        QChar sign; // '#', '^', '*', '/', '<', '>' or none
        QString name;
        QString filter;
        QString equals;
        bool compares = false;
    };

    VoidResult readInto(TemplateParts& parts, const QString& until);
    Result<Tag> readTag();
    VoidResult mayStand(const Tag& tag, QStringView before, bool joined) const;
    bool takeLine(qsizetype begin);
    tl::unexpected<Error> wrong(const Text& what) const;
    void note(const QString& name);

    QString m_text;
    Quotes m_quotes;
    Language m_language;
    qsizetype m_at = 0;
    std::set<QString> m_names;
};

} // namespace pilothouse::pipelines
