// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fusion with our own marks: check boxes, arrows and combo boxes are painted from tokens and icons,
// which a style sheet can only do with image files of fixed colours.

#include <QtWidgets/QProxyStyle>

namespace pilothouse::ui
{

class Theme;

class BaseStyle final : public QProxyStyle
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BaseStyle)

public:
    explicit BaseStyle(const Theme& theme); // the theme outlives the style

    void polish(QWidget* widget) override; // menus, lists of combo boxes and tooltips fade in
    using QProxyStyle::polish;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
        QPainter* painter, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
        const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
        const QWidget* widget) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returnData) const override;

private:
    void drawField(const QStyleOption& option, QPainter& painter, bool active) const;
    void drawCheck(const QStyleOption& option, QPainter& painter, bool round) const;

    const Theme& m_theme;
};

} // namespace pilothouse::ui
