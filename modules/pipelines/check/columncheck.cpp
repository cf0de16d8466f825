// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/columncheck.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

void addWords(const QString& text, QSet<QString>& words)
{
    static const QRegularExpression word(
        u"[\\p{L}_][\\p{L}\\p{N}_$]*"_s, QRegularExpression::UseUnicodePropertiesOption);
    for (auto found = word.globalMatch(text); found.hasNext();)
        words.insert(found.next().captured().toLower());
}

void addWords(const Value& value, QSet<QString>& words)
{
    addWords(value.text, words);
    for (const Value& item : value.items)
        addWords(item, words);
    for (const auto& [key, entry] : value.entries) {
        addWords(key, words);
        addWords(entry, words);
    }
}

// Reads columns it does not name: SELECT *, a whole row, a template that brings in more.
bool readsUnnamed(const QString& sql)
{
    static const QRegularExpression star(
        u"(?:\\bselect\\b(?:\\s+(?:distinct|all))?|,|\\.)\\s*\\*|\\bto_jsonb?\\s*\\(|"
        u"\\brow_to_json\\s*\\(|\\bnatural\\s+join\\b|\\btable\\s+\\w|\\{%"_s,
        QRegularExpression::CaseInsensitiveOption);
    return star.match(sql).hasMatch();
}

class Reading final
{
public:
    explicit Reading(const CheckContext& context)
        : m_context(context)
    {
    }

    // False: what it reads cannot be told.
    bool add(const CheckedNode& reader, QSet<QString>& words)
    {
        if (!reader.kind)
            return false;
        bool hasSql = false;
        for (const FieldSpec& field : reader.kind->fields) {
            const Value value = m_context.value(reader, field.name);
            if (isEmpty(value))
                continue;
            if (field.type == FieldType::Code && field.language != u"sql")
                return false;
            if (field.type == FieldType::Code) {
                if (Substitution::hasNames(value) || readsUnnamed(value.text))
                    return false;
                hasSql = hasSql || reader.kind->category != u"quality";
            }
            if (field.type != FieldType::Columns)
                addWords(value, words);
        }
        // A check reads what it names; anything else without SQL reads as it likes.
        m_isRead = m_isRead || reader.kind->category != u"quality";
        return hasSql || reader.kind->category == u"quality";
    }

    bool isRead() const { return m_isRead; }

private:
    const CheckContext& m_context;
    bool m_isRead = false; // by more than checks
};

// Columns that steer the node itself: keys, watermarks, times.
QSet<QString> ownWords(const CheckContext& context, const CheckedNode& node)
{
    QSet<QString> words;
    for (const FieldSpec& field : node.kind->fields) {
        if (field.type == FieldType::Text || field.type == FieldType::List)
            addWords(context.value(node, field.name), words);
    }
    return words;
}

} // namespace

void checkColumns(CheckContext& context)
{
    for (size_t i = 0; i < context.nodes.size(); ++i) {
        const CheckedNode& node = context.nodes[i];
        const FieldSpec* field = node.kind ? node.kind->field(u"columns") : nullptr;
        if (!field || field->type != FieldType::Columns || node.out.empty())
            continue;
        const Value columns = context.value(node, u"columns");
        if (columns.kind != Value::Kind::List)
            continue;
        QSet<QString> words = ownWords(context, node);
        Reading reading(context);
        const bool isTold = std::ranges::all_of(node.out, [&](const Edge* edge) {
            const CheckedNode* reader = context.node(edge->to);
            return reader && reading.add(*reader, words);
        });
        if (!isTold || !reading.isRead())
            continue;
        for (const Value& column : columns.items) {
            const Value* name = column.find(u"name");
            if (name && !name->text.isEmpty() && !words.contains(name->text.toLower()))
                context.add(Problem::Severity::Hint,
                    PH_TEXT("pipelines", "Nobody reads the column %1.").arg(name->text),
                    node.node->id, Section::Params, u"columns"_s);
        }
    }
}

} // namespace pilothouse::pipelines
