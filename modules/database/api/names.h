// SPDX-License-Identifier: GPL-3.0-or-later
// Names of database objects: how they are quoted in SQL and how they are spelled in an EntityId.
#pragma once

#include "core/entityid.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse::database
{

// Quoted only when needed: `orders`, `"Order Items"`, `"a""b"`.
QString quoteName(const QString& name);
// Always quoted; what statements sent by the adapter use.
QString quoteAlways(const QString& name);
QString quoteLiteral(const QString& value);

// The name part of an EntityId: parts joined by dots, each quoted only when it needs it, so that
// names with dots, spaces or quotes survive the way back.
QString joinName(const QStringList& parts);
// Empty when the text is not such a name.
std::optional<QStringList> splitName(const QString& name);

// The view of a link to one of several functions of a name: its arguments as ObjectRef has them.
QString functionView(const QString& arguments);
std::optional<QString> argumentsOf(const QString& view); // empty: it is another view

} // namespace pilothouse::database
