// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/basestyle.h"
#include "ui/theme/fallbacks.h"
#include "ui/theme/focusring.h"
#include "ui/theme/stylesheet.h"

#include <QtCore/QEvent>
#include <QtCore/QHash>
#include <QtCore/QScopedValueRollback>
#include <QtCore/QVariant>
#include <QtGui/QStyleHints>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

// By style, of the theme in force. Delegates ask for every cell, and a font made anew would look
// its faces up anew.
QHash<int, QFont>& madeFonts()
{
    static QHash<int, QFont> fonts;
    return fonts;
}

constexpr auto themeProperty = "pilothouseTheme";
constexpr auto textStyleProperty = "pilothouseTextStyle";
} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_language(u"en"_s)
{
    loadEmbeddedFonts();
}

Theme::~Theme()
{
    if (m_app && m_app->property(themeProperty).value<QObject*>() == this)
        m_app->setProperty(themeProperty, QVariant());
    madeFonts().clear(); // fonts must not outlive the application
}

void Theme::install(QApplication& app)
{
    m_app = &app;
    app.setProperty(themeProperty, QVariant::fromValue<QObject*>(this));
    app.setStyle(new BaseStyle(*this)); // owned by the application from here on
    app.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        judgeSystem();
        apply();
    });
#endif
    m_focusRing = std::make_unique<FocusRing>(*this);
    judgeSystem();
    apply();
}

Theme& Theme::of(const QWidget* widget)
{
    Q_UNUSED(widget)
    auto* theme = qobject_cast<Theme*>(qApp->property(themeProperty).value<QObject*>());
    if (!theme)
        qFatal("No theme is installed: make a Theme and call install() before the first widget");
    return *theme;
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    judgeSystem();
    apply();
}

void Theme::setDensity(Density density)
{
    if (std::exchange(m_density, density) != density)
        apply();
}

void Theme::setHighContrast(bool on)
{
    if (std::exchange(m_highContrast, on) != on)
        apply();
}

void Theme::setReduceMotion(bool on)
{
    if (std::exchange(m_reduceMotion, on) != on)
        apply();
}

void Theme::setLanguage(const QString& language)
{
    if (std::exchange(m_language, language) != language)
        apply();
}

QColor Theme::color(Token token) const
{
    return tokenColor(token, m_scheme, m_highContrast);
}

QColor Theme::color(Token token, double alpha) const
{
    QColor shade = color(token);
    shade.setAlphaF(static_cast<float>(alpha));
    return shade;
}

int Theme::metric(Metric metric) const
{
    return metricValue(metric, m_density);
}
int Theme::duration(Motion motion) const
{
    return m_reduceMotion ? 0 : motionMs(motion);
}
QFont Theme::font(TextStyle style) const
{
    QHash<int, QFont>& fonts = madeFonts();
    const auto at = fonts.constFind(static_cast<int>(style));
    return at != fonts.constEnd()
        ? *at
        : *fonts.insert(static_cast<int>(style), textFont(style, m_language));
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) {
        palette.setColor(role, color(token));
    };
    set(QPalette::Window, Token::Surface);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Raised);
    set(QPalette::Text, Token::Text);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::Button, Token::Raised);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::OnFill);
    set(QPalette::ToolTipBase, Token::Overlay);
    set(QPalette::ToolTipText, Token::Text);
    set(QPalette::Highlight, Token::Selection);
    set(QPalette::HighlightedText, Token::Text);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::Light, Token::Hover);
    set(QPalette::Midlight, Token::Hover);
    set(QPalette::Mid, Token::LineStrong);
    set(QPalette::Dark, Token::LineStrong);
    set(QPalette::Shadow, Token::Ground);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::TextOff));
    return palette;
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    // Qt 6.4 tells of a changed desktop scheme only by this event, sent to every window.
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !m_judging
        && m_mode == Mode::System) {
        const Scheme before = m_scheme;
        judgeSystem();
        if (m_scheme != before)
            apply();
    }
    return QObject::eventFilter(watched, event);
}

void Theme::judgeSystem()
{
    if (m_mode != Mode::System) {
        m_scheme = m_mode == Mode::Dark ? Scheme::Dark : Scheme::Light;
        return;
    }
    if (!m_app)
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme hint = QGuiApplication::styleHints()->colorScheme();
    if (hint != Qt::ColorScheme::Unknown) {
        m_scheme = hint == Qt::ColorScheme::Dark ? Scheme::Dark : Scheme::Light;
        return;
    }
#endif
    // Our own palette would answer for itself; without it the platform's shows through.
    const QScopedValueRollback guard(m_judging, true);
    QApplication::setPalette(QPalette());
    const int lightness = QApplication::palette().color(QPalette::Window).lightness();
    m_scheme = lightness < 128 ? Scheme::Dark : Scheme::Light;
}

void Theme::apply()
{
    madeFonts().clear();
    setFallbacks(m_language);
    if (m_app) {
        QApplication::setPalette(palette());
        QApplication::setFont(font(TextStyle::Control));
        QApplication::setFont(font(TextStyle::Caption), "QHeaderView");
        m_app->setStyleSheet(buildStyleSheet(*this));
        const QWidgetList widgets = QApplication::allWidgets();
        for (QWidget* widget : widgets) {
            const QVariant style = widget->property(textStyleProperty);
            if (style.isValid())
                widget->setFont(font(static_cast<TextStyle>(style.toInt())));
        }
    }
    Q_EMIT changed();
}

void setTextStyle(QWidget* widget, TextStyle style)
{
    widget->setProperty(textStyleProperty, static_cast<int>(style));
    widget->setFont(Theme::of(widget).font(style));
}

void setTone(QWidget* label, Token tone)
{
    Q_ASSERT(tone >= firstTone && tone <= lastTone);
    setLook(label, "tone", tokenName(tone).toString());
}

void setPlate(QWidget* widget, Token plate)
{
    Q_ASSERT(plate >= firstPlate && plate <= lastPlate);
    widget->setAttribute(Qt::WA_StyledBackground);
    setLook(widget, "plate", tokenName(plate).toString());
}

void followTheme(QWidget* widget)
{
    QObject::connect(&Theme::of(widget), &Theme::changed, widget, [widget] {
        widget->updateGeometry();
        widget->update();
    });
}

void setLook(QWidget* widget, const char* property, const QString& value)
{
    if (widget->property(property).toString() == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace pilothouse::ui
