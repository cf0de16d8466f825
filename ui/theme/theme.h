// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The look in force: scheme, density, contrast, motion and language, and what follows from them.
// The application makes one and installs it; widgets find it with Theme::of(this).

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QtCore/QObject>
#include <QtGui/QFont>
#include <QtGui/QPalette>

#include <memory>

class QApplication;
class QWidget;

namespace pilothouse::ui
{

class FocusRing;

class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    enum class Mode { System, Dark, Light };

    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;

    // Style, palette, fonts and the one style sheet are set on the application, which also learns
    // where the theme is. Call it once, before the first widget is made.
    void install(QApplication& app);

    // The one way for a widget to reach the theme: the pointer install() left on qApp. The widget
    // says who asks; there is one theme per application. Fatal when none was installed.
    [[nodiscard]] static Theme& of(const QWidget* widget);

    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] Density density() const { return m_density; }
    [[nodiscard]] bool highContrast() const { return m_highContrast; }
    [[nodiscard]] bool reduceMotion() const { return m_reduceMotion; }
    [[nodiscard]] QString language() const { return m_language; }

    void setMode(Mode mode);
    void setDensity(Density density);
    void setHighContrast(bool on);
    void setReduceMotion(bool on);
    void setLanguage(const QString& language); // "en", "zh_TW", "ko"

    [[nodiscard]] QColor color(Token token) const;
    [[nodiscard]] QColor color(Token token, double alpha) const; // alpha 0 to 1
    [[nodiscard]] int metric(Metric metric) const;
    [[nodiscard]] int duration(Motion motion) const; // 0 with reduced motion
    [[nodiscard]] QFont font(TextStyle style) const;
    [[nodiscard]] int focusRingWidth() const { return m_highContrast ? 3 : 2; }
    [[nodiscard]] QPalette palette() const;

Q_SIGNALS:
    // Scheme, density, contrast, motion or language are different now; painted widgets repaint.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void judgeSystem();
    void apply();

    Mode m_mode = Mode::System;
    Scheme m_scheme = Scheme::Dark;
    Density m_density = Density::Compact;
    bool m_highContrast = false;
    bool m_reduceMotion = false;
    QString m_language;
    QApplication* m_app = nullptr;
    bool m_judging = false;
    std::unique_ptr<FocusRing> m_focusRing;
};

// Gives a widget a type style that survives changes of language and density.
void setTextStyle(QWidget* widget, TextStyle style);
// Colours a label's text by token (the `tone` property of the style sheet).
void setTone(QWidget* label, Token tone);
// Gives a plain widget the background of a token (the `plate` property of the style sheet).
void setPlate(QWidget* widget, Token plate);
// Repaints and lays out a painted widget whenever the theme changes.
void followTheme(QWidget* widget);
// Sets a style-sheet property such as `variant` or `size` and repolishes the widget.
void setLook(QWidget* widget, const char* property, const QString& value);

} // namespace pilothouse::ui
