// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One-line texts on a graph, cut to their room. Plain Latin goes from the font's own widths to
// glyphs without shaping, so that a frame may show a thousand names it has never shown before.

#include "ui/theme/typography.h"

#include <QtCore/QHash>
#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QFontMetricsF>
#include <QtGui/QRawFont>
#include <QtGui/QStaticText>

#include <array>
#include <map>
#include <vector>

class QPainter;

namespace pilothouse::ui
{

class Theme;

class GraphText
{
public:
    struct Line {
        const QString& words;
        QPointF at; // its left (or right) end, at half the height
        double room = 0;
        TextStyle style = TextStyle::Body;
        QColor color;
        int differs = 0; // see cutName()
        bool right = false; // ends at the place
    };

    explicit GraphText(const Theme& theme)
        : m_theme(theme)
    {
    }

    // `exact`: shaped and as text, for files; a scale is rounded to one of few sizes. How wide.
    double draw(QPainter& painter, const Line& line, double scale, bool exact);
    [[nodiscard]] const QFont& font(TextStyle style, double scale)
    {
        return face(style, scale).font;
    }
    void clear(); // the theme changed

private:
    struct Face {
        QFont font;
        QRawFont raw;
        std::array<quint32, 128> glyphs{};
        std::array<double, 128> widths{};
        quint32 dots = 0;
        double dotsWidth = 0;
        double below = 0; // from half the height to the base line
    };

    Face& face(TextStyle style, double scale);
    double drawPlain(QPainter& painter, const Line& line, const Face& face);
    double drawShaped(QPainter& painter, const Line& line, const Face& face, bool exact);
    [[nodiscard]] QString cutShaped(const Line& line, const QFontMetricsF& metrics);

    const Theme& m_theme;
    std::map<std::pair<int, int>, Face> m_faces;
    QHash<QString, QStaticText> m_shaped;
    std::vector<double> m_ends; // kept: no new memory for each line
    std::vector<quint32> m_glyphs;
    std::vector<QPointF> m_places;
};

} // namespace pilothouse::ui
