# SPDX-License-Identifier: GPL-3.0-or-later
ph_add_test(NAME tst_streams_services SOURCES tst_servicepanes.cpp servicefixture.h sheetfixture.h
    LINK pilothouse_streams_services pilothouse_streams_acts pilothouse_test_streams
        pilothouse_test_workbench
    LABELS gui TIMEOUT 180)
ph_add_test(NAME tst_streams_schemas SOURCES tst_schemaspane.cpp servicefixture.h sheetfixture.h
    LINK pilothouse_streams_services pilothouse_streams_acts pilothouse_test_streams
        pilothouse_test_workbench
    LABELS gui TIMEOUT 180)
