# SPDX-License-Identifier: GPL-3.0-or-later
ph_add_test(NAME tst_streams_reset SOURCES tst_resetsheet.cpp sheetfixture.h
    LINK pilothouse_streams_acts pilothouse_test_streams pilothouse_test_workbench
    LABELS gui TIMEOUT 180)
ph_add_test(NAME tst_streams_topicsheets SOURCES tst_topicsheets.cpp sheetfixture.h
    LINK pilothouse_streams_acts pilothouse_test_streams pilothouse_test_workbench
    LABELS gui TIMEOUT 180)
ph_add_test(NAME tst_streams_produce SOURCES tst_producesheet.cpp sheetfixture.h
    LINK pilothouse_streams_acts pilothouse_test_streams pilothouse_test_workbench
    LABELS gui TIMEOUT 180)
ph_add_test(NAME tst_streams_deadletters
    SOURCES tst_deadletters.cpp sheetfixture.h
        ../../gui/accessiblewalk.cpp ../../gui/accessiblewalk.h
    LINK pilothouse_streams_acts pilothouse_test_streams pilothouse_test_workbench
    LABELS gui TIMEOUT 180)
ph_add_test(NAME tst_streams_lettersfollow SOURCES tst_lettersfollow.cpp sheetfixture.h
    LINK pilothouse_streams_acts pilothouse_test_streams pilothouse_test_workbench LABELS gui)

# The same on Kafka 3.9 and 4.
ph_add_test(NAME tst_streams_acts_live SOURCES tst_streamsactslive.cpp ../kafkalive.h
    LINK pilothouse_streams_acts pilothouse_streams_kafka pilothouse_test_ownkafka
        pilothouse_test_workbench
    LABELS live needs-kafka-own TIMEOUT 900)
