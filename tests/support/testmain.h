// SPDX-License-Identifier: GPL-3.0-or-later
// PH_TEST_MAIN: like QTEST_MAIN, but an unexpected Qt warning fails the run. Qt Test installs its
// own message handler during tests, so ours is chained through QTest's by a listener at the end.
#pragma once

#include "tests/support/warnings.h"

#include <QTest>

#include <cstdio>

// App is QCoreApplication, QGuiApplication or QApplication.
#define PH_TEST_MAIN(App, TestClass)                                                               \
    int main(int argc, char** argv)                                                                \
    {                                                                                              \
        App app(argc, argv);                                                                       \
        TestClass test;                                                                            \
        QTEST_SET_MAIN_SOURCE_PATH                                                                 \
        return pilothouse::test::runTrapped(&test, argc, argv);                                    \
    }

namespace pilothouse::test
{

int runTrapped(QObject* test, int argc, char** argv);

} // namespace pilothouse::test
