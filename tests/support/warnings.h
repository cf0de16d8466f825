// SPDX-License-Identifier: GPL-3.0-or-later
// Any Qt warning a test did not announce fails it.
#pragma once

#include <QString>

namespace pilothouse::test
{

// Installs the message handler; called by PH_TEST_MAIN.
void trapWarnings();
// Warnings seen since the last call that were not allowed; empty when all is well.
QStringList takeWarnings();
// A warning containing this text is expected in this test program.
void allowWarning(const QString& part);

} // namespace pilothouse::test
