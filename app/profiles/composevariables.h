// SPDX-License-Identifier: GPL-3.0-or-later
// ComposeVariables: what ${…} in a compose file stands for, from the .env beside it. Pure.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>

namespace pilothouse::app
{

class ComposeVariables final
{
public:
    ComposeVariables() = default;
    explicit ComposeVariables(const QByteArray& dotEnv) { m_values = parse(dotEnv); }

    // KEY=value lines with comments, `export` and quotes, as Compose reads them.
    static QMap<QString, QString> parse(const QByteArray& dotEnv);

    // $X ${X} ${X:-y} ${X-y} ${X:?e} ${X?e} ${X:+y} ${X+y} $$; the parts may hold further ${…}.
    // A name without a value becomes nothing and is remembered in unset().
    QString expand(const QString& text) const { return expanded(text, 0); }
    bool contains(const QString& name) const { return m_values.contains(name); }
    QString value(const QString& name) const { return m_values.value(name); }
    const QSet<QString>& unset() const { return m_unset; }

private:
    QString expanded(const QString& text, int depth) const;
    QString replaced(const QString& inside, int depth) const;

    QMap<QString, QString> m_values;
    mutable QSet<QString> m_unset;
};

} // namespace pilothouse::app
