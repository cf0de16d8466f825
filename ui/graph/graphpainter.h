// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws a scene with only as much as can be seen: from far coloured blocks and plain lines (below
// 18 %), then bodies with their glyph, then titles (where they fit), then everything (from 50 %).
// On screen lines go straight into a picture and bodies are copied from a few that were drawn
// before; a file gets everything as strokes and text.

#include "ui/graph/graphgeometry.h"
#include "ui/graph/graphtext.h"

#include <QtCore/QHash>
#include <QtGui/QImage>

class QPainter;

namespace pilothouse::ui
{

class GraphLines;
class Theme;

// What one picture shows beside the scene itself. Lists may be empty.
struct GraphLook {
    const GraphScene& scene;
    const GraphLookup& lookup;
    const GraphGeometry& geometry;
    double scale = 1;
    QPointF origin; // the scene's point in the top left corner
    int current = -1;
    int hover = -1;
    bool focused = false; // the keyboard is here: the current node shows it
    const std::vector<char>* selected = nullptr; // by node
    const std::vector<char>* matched = nullptr; // by node: found by the search
    const std::vector<char>* lit = nullptr; // by node: with any, all others step back
    const std::vector<char>* marked = nullptr; // by edge: chosen, or at a chosen node
    const std::vector<int>* differs = nullptr; // by node: see differingPlaces()
    double phase = 0; // how far live dashes have travelled, in pixels
    bool dots = true;
    bool exact = false; // strokes and text, not pixels
    double ratio = 1; // pixels in a point
};

class GraphPainter
{
public:
    explicit GraphPainter(const Theme& theme)
        : m_theme(theme)
        , m_text(theme)
    {
    }

    void paint(QPainter& painter, const QRectF& area, const GraphLook& look);
    void paintMinimap(QPainter& painter, const QRectF& box, const QRectF& area,
        const GraphLook& look); // `area` is what the view shows
    void themeChanged();

    // Of an edge's label, in the widget; null: too far away to be seen.
    [[nodiscard]] QRectF plateOf(int edge, const GraphLook& look);

    static constexpr double kBlocks = 0.18;
    static constexpr double kFar = 0.25;
    static constexpr double kMiddle = 0.5;

private:
    // What the body of a node looks like; bodies that look the same are one picture.
    struct Body {
        int width = 0; // pixels
        int height = 0;
        QRgb plate = 0;
        QRgb border = 0;
        QRgb header = 0; // of a card, 0: none
        QRgb line = 0;
        QRgb glyphInk = 0;
        QRgb changeInk = 0;
        QRgb iconInk = 0;
        QRgb ring = 0; // then only a ring is drawn
        Glyph glyph = Glyph::None;
        Glyph change = Glyph::None;
        bool dashed = false;
        bool card = false;
        bool near = false;
        bool second = false; // has a second line
        bool chevron = false;
        bool alone = false; // the glyph without words
        bool dotted = false; // the ring
        QString icon;
        bool operator==(const Body&) const = default;
    };
    friend size_t qHash(const Body& body, size_t seed) noexcept;
    struct Edge {
        Token tone = Token::StatusIdle;
        double alpha = 1;
        double width = 1;
        QList<qreal> dash; // in the scene's points
        double offset = 0;
    };

    void paintExact(QPainter& painter, const QRectF& area, const GraphLook& look);
    void paintQuick(QPainter& painter, const QRectF& area, const GraphLook& look);
    [[nodiscard]] QRectF screen(const GraphLook& look, const QRectF& rect) const;
    [[nodiscard]] QColor tone(const GraphLook& look, int node, Token token) const;
    [[nodiscard]] std::vector<int> openGroups(
        const std::vector<int>& nodes, const GraphLook& look) const;
    [[nodiscard]] std::vector<QPointF> dots(const QRectF& area, const GraphLook& look) const;
    void paintBlocks(GraphLines& lines, const std::vector<int>& nodes, const GraphLook& look) const;
    void paintRings(QPainter& painter, const std::vector<int>& nodes, const GraphLook& look);

    [[nodiscard]] Edge edgeLook(int edge, const GraphLook& look) const;
    void paintLines(GraphLines& lines, const std::vector<int>& edges, const QRectF& seen,
        const GraphLook& look) const;
    void paintLine(GraphLines& lines, int edge, const GraphLook& look) const;
    void paintEdge(QPainter& painter, int edge, const GraphLook& look) const;
    void paintEdgeLabel(QPainter& painter, int edge, const GraphLook& look);

    void paintNode(QPainter& painter, int node, const GraphLook& look);
    void paintGroup(QPainter& painter, int node, const GraphLook& look);
    void paintNote(QPainter& painter, int node, const GraphLook& look);
    [[nodiscard]] Body bodyOf(int node, const QRectF& box, const GraphLook& look) const;
    void paintBody(QPainter& painter, const QRectF& box, const Body& body, double scale) const;
    void putBody(QPainter& painter, const QRectF& box, const Body& body, const GraphLook& look);
    void paintSmall(QPainter& painter, int node, const QRectF& box, const GraphLook& look);
    void paintCard(QPainter& painter, int node, const QRectF& box, const GraphLook& look);
    void paintPorts(QPainter& painter, int node, const QRectF& box, const GraphLook& look) const;
    void paintRing(QPainter& painter, int node, const QRectF& box, const GraphLook& look);
    double title(
        QPainter& painter, int node, QPointF at, double room, Token ink, const GraphLook& look);
    double words(QPainter& painter, const QString& words, QPointF at, double room, TextStyle style,
        const QColor& ink, const GraphLook& look, bool right = false);

    const Theme& m_theme;
    GraphText m_text;
    QHash<Body, QImage> m_bodies;
    double m_bodyScale = 0; // they were drawn for
    std::vector<QRgb> m_pixels; // kept from frame to frame
};

} // namespace pilothouse::ui
