// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws a scene with only as much as can be seen: from far coloured blocks and plain lines (below
// 25 %), then titles (below 50 %), then everything. Text keeps a few sizes, so glyphs stay cached.

#include "ui/graph/graphgeometry.h"
#include "ui/theme/typography.h"

#include <QtGui/QFont>
#include <QtGui/QStaticText>

#include <map>

class QPainter;

namespace pilothouse::ui
{

class Theme;

// What one picture shows beside the scene itself. Lists are by node and may be empty.
struct GraphLook {
    const GraphScene& scene;
    const GraphLookup& lookup;
    const GraphGeometry& geometry;
    double scale = 1;
    QPointF origin; // the scene's point in the top left corner
    int current = -1;
    int hover = -1;
    bool focused = false; // the keyboard is here: the current node shows it
    const std::vector<char>* selected = nullptr;
    const std::vector<char>* matched = nullptr; // found by the search
    const std::vector<char>* lit = nullptr; // with any, all others step back
    double phase = 0; // how far live dashes have travelled, in pixels
    bool dots = true;
};

class GraphPainter
{
public:
    explicit GraphPainter(const Theme& theme)
        : m_theme(theme)
    {
    }

    void paint(QPainter& painter, const QRectF& area, const GraphLook& look);
    void paintMinimap(QPainter& painter, const QRectF& box, const QRectF& area,
        const GraphLook& look); // `area` is what the view shows
    void forgetTexts() { m_texts.clear(); } // the scene changed
    void forgetFonts() // the theme changed
    {
        m_fonts.clear();
        m_texts.clear();
    }

    static constexpr double kFar = 0.25;
    static constexpr double kMiddle = 0.5;

private:
    enum class Part { Title, Subtitle, Badge, Label, Value };

    [[nodiscard]] QRectF screen(const GraphLook& look, const QRectF& rect) const;
    [[nodiscard]] QColor tone(const GraphLook& look, int node, Token token) const;
    void paintDots(QPainter& painter, const QRectF& area, const GraphLook& look) const;
    void paintBlocks(QPainter& painter, const std::vector<int>& nodes, const GraphLook& look) const;
    void paintPlainLines(
        QPainter& painter, const std::vector<int>& edges, const GraphLook& look) const;
    void paintEdge(QPainter& painter, int edge, const GraphLook& look) const;
    void paintEdgeLabel(QPainter& painter, int edge, const GraphLook& look);
    void paintNode(QPainter& painter, int node, const GraphLook& look);
    void paintGroup(QPainter& painter, int node, const GraphLook& look);
    void paintCard(QPainter& painter, int node, const QRectF& box, const GraphLook& look);
    void paintSmall(QPainter& painter, int node, const QRectF& box, const GraphLook& look);
    void paintPorts(QPainter& painter, int node, const QRectF& box, const GraphLook& look) const;
    void paintRing(QPainter& painter, int node, const QRectF& box, const GraphLook& look) const;
    // Elided to the width, from the cache.
    double text(QPainter& painter, int node, Part part, int row, const QString& words,
        QPointF corner, double width, TextStyle style, const QColor& color, double scale);
    [[nodiscard]] const QFont& font(TextStyle style, double scale);

    const Theme& m_theme;
    QRectF m_seen; // of the scene, while painting
    std::map<std::pair<int, int>, QFont> m_fonts;
    QHash<quint64, QStaticText> m_texts;
    int m_textStep = 0; // of the scale the cached texts were elided for
};

} // namespace pilothouse::ui
