// SPDX-License-Identifier: GPL-3.0-or-later
// Logs for the tests of the log view.
#pragma once

#include "ui/logview/logstore.h"

#include <QTemporaryDir>

#include <memory>

namespace pilothouse::test
{

// The log of the design's picture: rows 212 to 226 of a task, after 211 plain ones.
void feedDesignLog(ui::LogStore& store);
// Colours, wide characters, emoji, right to left, controls, broken bytes, long lines, a group.
void feedHostileLog(ui::LogStore& store);
// `count` lines of about a hundred bytes, numbered; every thousandth is a warning, every tenth
// thousandth an error with a traceback of two lines.
void feedLongLog(ui::LogStore& store, qint64 from, qint64 count);

} // namespace pilothouse::test
