# SPDX-License-Identifier: GPL-3.0-or-later
ph_add_test(NAME tst_streams_messagemodels SOURCES tst_messagemodels.cpp
    LINK pilothouse_streams_messagemodels pilothouse_test_streams Qt6::Test LABELS unit)
ph_add_test(NAME tst_streams_messages SOURCES tst_messages.cpp
    LINK pilothouse_streams_messages pilothouse_test_streams pilothouse_test_workbench LABELS gui)
ph_add_test(NAME tst_streams_tail SOURCES tst_tailpane.cpp
    LINK pilothouse_streams_messages pilothouse_test_streams pilothouse_test_workbench LABELS gui)
ph_add_test(NAME tst_streams_search SOURCES tst_searchpanel.cpp searchfixture.h
    LINK pilothouse_streams_search pilothouse_test_streams pilothouse_test_workbench LABELS gui)
ph_add_test(NAME tst_streams_searchexport SOURCES tst_searchexport.cpp searchfixture.h
    LINK pilothouse_streams_search pilothouse_test_streams pilothouse_test_workbench LABELS gui)
ph_add_test(NAME tst_streams_messageslive SOURCES tst_messageslive.cpp
    LINK pilothouse_streams_search pilothouse_streams_kafka pilothouse_test_ownkafka
        pilothouse_test_workbench
    LABELS live needs-kafka-own TIMEOUT 600)
