// SPDX-License-Identifier: GPL-3.0-or-later
// What may be connected to what, with the reason in words. Pure, any thread.
#pragma once

#include "core/text.h"
#include "pipelines/api/catalogue.h"
#include "pipelines/api/document.h"

#include <QHash>

namespace pilothouse::pipelines
{

// Why an output of one type cannot go into an input of the other; none: it can. An input of type
// Check waits for anything that ends.
std::optional<Text> portFits(PortType from, PortType to);

// The ports an edge means. Without names: the first output and input that fit together, else the
// first. Null where the kind has none of the name, or is null itself.
struct EdgePorts {
    const PortSpec* output = nullptr;
    const PortSpec* input = nullptr;
};
EdgePorts portsOf(const NodeKind* from, const NodeKind* to, const Edge& edge);

// Why an edge cannot stand between two kinds: by its ports and their types. Null: a kind no
// catalogue knows, which takes everything. `language` is that of the catalogue's words in it.
std::optional<Text> portsRefuse(
    const NodeKind* from, const NodeKind* to, const Edge& edge, const QString& language = {});
// From a job that streams to a task: somebody must say what starts the task.
bool needsTrigger(const NodeKind* from, const NodeKind* to);

struct EdgeFit {
    std::optional<Text> refused; // none: it can be drawn
    bool needsTrigger = false;
};

// The one rule of what can be drawn, for many edges of one pipeline: nothing is looked for twice.
class EdgeRule final
{
public:
    // Both outlive it; the pipeline does not change meanwhile.
    EdgeRule(const Pipeline& pipeline, const Catalogue& catalogue, QString language = {});

    EdgeFit fits(const Edge& edge) const;
    EdgePorts ports(const Edge& edge) const;
    const Node* node(const QString& id) const { return m_nodes.value(id); }
    const std::vector<const Edge*>& into(const QString& id) const;

private:
    const NodeKind* kind(const QString& id) const;
    bool isTaken(const PortSpec& input, const Edge& edge) const;

    const Catalogue& m_catalogue;
    const QString m_language;
    QHash<QString, const Node*> m_nodes;
    QHash<QString, std::vector<const Edge*>> m_into;
};

// Whether this edge makes sense in the pipeline, which may hold it already.
EdgeFit edgeFits(const Pipeline& pipeline, const Catalogue& catalogue, const Edge& edge,
    const QString& language = {});

// The nodes from `edge.to` back to it that this edge would close; empty: it closes none.
QStringList cycleBy(const Pipeline& pipeline, const Edge& edge);

const QStringList& triggers(); // "asset", "sensor", "available_now"

} // namespace pilothouse::pipelines
