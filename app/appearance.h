// SPDX-License-Identifier: GPL-3.0-or-later
// The user's choices of look and language: kept in settings.ini, applied to the theme at once, and
// to the translators when the language changes.
#pragma once

#include "app/translators.h"
#include "ui/theme/theme.h"

#include <QObject>

class QSettings;

namespace pilothouse::app
{

class Appearance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Appearance)

public:
    Appearance(ui::Theme& theme, QSettings& settings, QObject* parent = nullptr);

    void load(); // from the settings; the language is the system's until the user chose one

    ui::Theme& theme() const { return m_theme; }
    QString language() const { return m_language; } // "en", "zh_TW", "ko"
    static QStringList languages();
    static QString languageName(const QString& language); // in its own words

    void setMode(ui::Theme::Mode mode);
    void setDensity(ui::Density density);
    void setHighContrast(bool on);
    void setReduceMotion(bool on);
    void setLanguage(const QString& language);
    // For one run, as the tour's options ask; nothing is written.
    void overrideMode(ui::Theme::Mode mode) { m_theme.setMode(mode); }
    void overrideLanguage(const QString& language) { applyLanguage(language); }

Q_SIGNALS:
    void languageChanged(const QString& language); // texts already made are in the old one

private:
    void applyLanguage(const QString& language);

    ui::Theme& m_theme;
    QSettings& m_settings;
    QString m_language;
    Translators m_translators;
};

} // namespace pilothouse::app
