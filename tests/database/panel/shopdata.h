// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel tests' database holds: a small shop, with an index build that blocks its writers.
#pragma once

#include "tests/support/fakedatabase.h"

namespace pilothouse::test
{

void fillCatalogue(FakeDatabase& db); // schemas, gold.fct_orders with everything, a function
void fillLocks(FakeDatabase& db); // 48211 blocks 48377 blocks 48398; 48402 waits too
// Answers page statements of gold.fct_orders as the server would, from `total` rows.
std::function<FakeRows(const QString&)> ordersPages(qint64 total);
FakeRows numbers(int rows, int batch = 1'000'000, int batchDelay = 0);

} // namespace pilothouse::test
