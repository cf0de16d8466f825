// SPDX-License-Identifier: GPL-3.0-or-later
// Airflow's times: ISO 8601 with up to microseconds and a zone. Pure, without allocation.
#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QStringView>

namespace pilothouse::workflow
{

// Microseconds since 1970 UTC of "2026-11-21T10:08:06.183089Z", "…+00:00", "…+0000" or without a
// zone (then UTC); 0: not a time.
qint64 microsOf(QByteArrayView text);

// The same as a time, milliseconds kept; invalid: not a time.
QDateTime timeOf(QByteArrayView text);
QDateTime timeOf(const QString& text);

// What a query or body holds: UTC with microseconds as far as known, "…Z".
QString isoOf(const QDateTime& time);

} // namespace pilothouse::workflow
