// SPDX-License-Identifier: GPL-3.0-or-later
// Names: Python identifiers for ids of a document, each once in a file. Pure.
#pragma once

#include <QSet>
#include <QString>

namespace pilothouse::pipelines
{

class Names final
{
public:
    explicit Names(const QSet<QString>& taken = {});

    // A free name that is like `wanted`; with `also` the same with that before it is free too.
    QString take(const QString& wanted, const QString& also = {});
    void reserve(const QString& name) { m_taken.insert(name); }

private:
    QSet<QString> m_taken;
};

// Letters, digits and underscores, not first a digit.
QString identifierOf(const QString& text);

} // namespace pilothouse::pipelines
