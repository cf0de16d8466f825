// SPDX-License-Identifier: GPL-3.0-or-later
// Random documents and edits for property tests: the same seed gives the same.
#pragma once

#include "pipelines/api/edits.h"

#include <QRandomGenerator>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

class RandomEdits final
{
public:
    explicit RandomEdits(quint32 seed)
        : m_random(seed)
    {
    }

    // Some of them make no sense for the document: those must be refused.
    pipelines::Edit next(const pipelines::Document& document)
    {
        using namespace pipelines;
        const Pipeline& p = document.pipeline;
        const int at = m_random.bounded(-1, 5);
        switch (m_random.bounded(18)) {
        case 0:
        case 1:
        case 2: {
            Node node;
            node.id = word(u"node");
            node.kind = pick({u"process.sql", u"source.kafka", u"store.postgres"});
            node.title = text();
            node.layer = pick({u"", u"bronze", u"gold"});
            node.note = text();
            if (!p.groups.empty() && m_random.bounded(2) == 0)
                node.group = p.groups[below(p.groups.size())].id;
            for (int i = m_random.bounded(3); i > 0; --i)
                node.params.push_back({u"p%1"_s.arg(i), value(2)});
            return AddNode{node, at};
        }
        case 3:
            return RemoveNode{nodeId(p)};
        case 4:
            return Rename{anyId(p), word(u"renamed")};
        case 5:
        case 6:
        case 7: {
            Edge edge{nodeId(p), pick({u"", u"out"}), nodeId(p), pick({u"", u"in", u"check"}),
                pick({u"", u"asset"})};
            return AddEdge{edge, at};
        }
        case 8:
            return p.edges.empty() ? Edit(RemoveEdge{}) : Edit(RemoveEdge{anyEdge(p)});
        case 9:
            return p.edges.empty() ? Edit(SetTrigger{})
                                   : Edit(SetTrigger{anyEdge(p), pick({u"", u"sensor"})});
        case 10: {
            Group group{word(u"group"), text(), {}, text()};
            if (!p.groups.empty() && m_random.bounded(2) == 0)
                group.parent = p.groups[below(p.groups.size())].id;
            return AddGroup{group, at};
        }
        case 11:
            return RemoveGroup{p.groups.empty() ? QString() : p.groups[below(p.groups.size())].id};
        case 12:
            return PutInto{
                anyId(p), p.groups.empty() ? QString() : p.groups[below(p.groups.size())].id};
        case 13:
            return m_random.bounded(2) == 0
                ? Edit(AddNote{{word(u"note"), text()}, at})
                : Edit(RemoveNote{p.notes.empty() ? QString() : p.notes[0].id});
        case 14: {
            const QString name = u"p%1"_s.arg(m_random.bounded(4));
            std::optional<Setting> setting;
            if (m_random.bounded(3) > 0)
                setting = Setting{name, value(2)};
            const bool ofNode = m_random.bounded(2) == 0;
            const Section section = ofNode
                ? (m_random.bounded(2) == 0 ? Section::Params : Section::Task)
                : (m_random.bounded(2) == 0 ? Section::Schedule : Section::Task);
            return SetSetting{section, ofNode ? nodeId(p) : QString(), name, setting, at};
        }
        case 15:
            return SetField{m_random.bounded(2) == 0 ? anyId(p) : QString(),
                Field(m_random.bounded(7)), m_random.bounded(4) == 0 ? word(u"name") : text()};
        case 16:
            return m_random.bounded(2) == 0
                ? Edit(AddEnvironment{
                    {pick({u"dev", u"staging", u"production"}), {{u"v"_s, value(1)}}}, at})
                : Edit(RemoveEnvironment{pick({u"dev", u"staging", u"production"})});
        default:
            return m_random.bounded(2) == 0
                ? Edit(Move{{{anyId(p), QPointF(m_random.bounded(900), m_random.bounded(900))}}})
                : Edit(Collapse{
                    p.groups.empty() ? QString() : p.groups[0].id, m_random.bounded(2) == 0});
        }
    }

    pipelines::Value value(int depth)
    {
        using pipelines::Value;
        switch (m_random.bounded(depth > 0 ? 7 : 5)) {
        case 0:
            return Value::ofNumber(m_random.bounded(-5, 100'000));
        case 1:
            return Value::ofBool(m_random.bounded(2) == 0);
        case 2:
            return {};
        case 5: {
            Value list{Value::Kind::List, {}, {}, {}};
            for (int i = m_random.bounded(4); i > 0; --i)
                list.items.push_back(value(depth - 1));
            return list;
        }
        case 6: {
            Value map{Value::Kind::Map, {}, {}, {}};
            for (int i = m_random.bounded(4); i > 0; --i)
                map.entries.emplace_back(u"k%1"_s.arg(i), value(depth - 1));
            return map;
        }
        default:
            return Value::ofText(text());
        }
    }

    QString text()
    {
        return pick({u"", u"plain", u"12", u"0x1F", u"1e3", u"true", u"null", u"~", u"yes",
            u"- dash", u"a: b", u"# no comment", u"with # sign", u"'quoted'", u"\"quoted\"",
            u"two\nlines", u"two\nlines\n", u"  indented\nlines", u"tab\tinside",
            u"ends with space \nnext", u"\n", u"\n\n", u"blank\n\nbetween", u"many\n\n\n",
            u"SELECT *\nFROM t -- # no comment\nWHERE a = 'x: y'\n", u"訂單", u"주문 😀",
            u"back\\slash", u"${value}", u"{{ ds }}", u"[a, b]", u"{a: b}", u"|", u">", u"&anchor",
            u"*alias", u"!tag", u"%percent", u"@at", u"`tick", u"\r\n", u"---", u"...", u"a\u2028b",
            u"trailing:", u"2026-11-22", u"12:30:45", u"1_000", u".5", u"+1", u"0o17", u"<<"});
    }

private:
    QString pick(std::initializer_list<QStringView> choices)
    {
        return (choices.begin() + m_random.bounded(int(choices.size())))->toString();
    }
    size_t below(size_t count) { return size_t(m_random.bounded(int(count))); }
    QString word(QStringView stem)
    {
        return stem.toString() + QString::number(m_random.bounded(40));
    }
    QString nodeId(const pipelines::Pipeline& p)
    {
        return p.nodes.empty() ? QString() : p.nodes[below(p.nodes.size())].id;
    }
    QString anyId(const pipelines::Pipeline& p)
    {
        switch (m_random.bounded(4)) {
        case 0:
            return p.groups.empty() ? QString() : p.groups[below(p.groups.size())].id;
        case 1:
            return p.notes.empty() ? QString() : p.notes[below(p.notes.size())].id;
        default:
            return nodeId(p);
        }
    }
    pipelines::Edge anyEdge(const pipelines::Pipeline& p) { return p.edges[below(p.edges.size())]; }

    QRandomGenerator m_random;
};

} // namespace pilothouse::test
