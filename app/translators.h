// SPDX-License-Identifier: GPL-3.0-or-later
// The words of one language installed in the application: ours, Qt's and the editor's. Used by the
// window and by the commands that open none.
#pragma once

#include <QTranslator>

#include <memory>
#include <vector>

class QSettings;

namespace pilothouse::app
{

class Translators final
{
    Q_DISABLE_COPY_MOVE(Translators)

public:
    Translators() = default;
    ~Translators();

    static QStringList languages(); // "en", "zh_TW", "ko"
    // What the user chose, or else the system's, or else English.
    static QString chosen(const QSettings& settings);

    // One text without an application.
    static QString text(const QString& language, const char* context, const char* key);

    // What words on screen are in English, by the translations used so far; none: they are, or
    // nobody knows. One argument in them is carried over. Any thread.
    static QStringList english(const QString& shown);

    void use(const QString& language); // instead of the one before; sets the default QLocale too

private:
    void removeAll();

    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace pilothouse::app
