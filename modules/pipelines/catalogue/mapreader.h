// SPDX-License-Identifier: GPL-3.0-or-later
// MapReader: takes the keys of one YAML map, each once, and tells what is missing, wrong or not
// known with its place. Pure.
#pragma once

#include "pipelines/catalogue/loader.h"

#include <QSet>

#include <functional>

namespace pilothouse::pipelines
{

class ProblemList final
{
public:
    ProblemList(QString file, std::vector<CatalogueProblem>& problems)
        : m_file(std::move(file))
        , m_problems(problems)
    {
    }
    void add(const YamlMark& mark, Text message)
    {
        m_problems.push_back({m_file, mark, std::move(message)});
    }

private:
    QString m_file;
    std::vector<CatalogueProblem>& m_problems;
};

template <typename Enum>
using Names = std::vector<std::pair<QString, Enum>>;

class MapReader final
{
public:
    MapReader(ProblemList& problems, const YamlNode& node);
    MapReader(const MapReader&) = delete;
    ~MapReader(); // tells the keys nobody took

    const YamlNode& node() const { return m_node; }
    bool has(QStringView key) const { return m_node.find(key); }
    const YamlNode* take(QStringView key);
    bool isRequired(QStringView key); // and told if it is missing
    void text(QStringView key, QString& target);
    void words(QStringView key, Words& target);
    void flag(QStringView key, bool& target);
    void number(QStringView key, std::optional<double>& target);
    void texts(QStringView key, QStringList& target); // a list
    void each(QStringView key, const std::function<void(const YamlNode&)>& read); // of a list
    void map(QStringView key, const std::function<void(const YamlEntry&)>& read);
    void problem(const YamlNode& at, Text message) { m_problems.add(at.mark, std::move(message)); }
    ProblemList& problems() { return m_problems; }

    template <typename Enum>
    void choice(QStringView key, Enum& target, const Names<Enum>& names)
    {
        QString word;
        text(key, word);
        if (word.isEmpty())
            return;
        QStringList known;
        for (const auto& [name, value] : names) {
            if (name == word) {
                target = value;
                return;
            }
            known.append(name);
        }
        refuseChoice(key, word, known);
    }

private:
    void refuseChoice(QStringView key, const QString& word, const QStringList& known);

    ProblemList& m_problems;
    const YamlNode& m_node;
    QSet<QString> m_taken;
};

} // namespace pilothouse::pipelines
