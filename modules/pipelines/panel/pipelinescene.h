// SPDX-License-Identifier: GPL-3.0-or-later
// From a pipeline and its places to the scene of a graph: cards by the catalogue's words, ports by
// type. States, problems and changes are put on by whoever shows them. Pure, any thread.
#pragma once

#include "pipelines/api/catalogue.h"
#include "pipelines/api/document.h"
#include "ui/graph/graphscene.h"

namespace pilothouse::pipelines
{

struct SceneWords {
    QString language = {}; // of the catalogue's words
};

ui::GraphScene sceneOf(const Pipeline& pipeline, const Layout& layout, const Catalogue* catalogue,
    const SceneWords& words = {});

// The card of one node alone, as it stands in the scene; none: there is no such node.
std::optional<ui::GraphNode> cardOf(const Pipeline& pipeline, const Layout& layout,
    const Catalogue* catalogue, const SceneWords& words, const QString& id);

ui::PortShape shapeOf(PortType type);
ui::Token toneOf(PortType type);
// Of a kind's category, by the beginning of its id.
ui::Token categoryTone(QStringView kind);

} // namespace pilothouse::pipelines
