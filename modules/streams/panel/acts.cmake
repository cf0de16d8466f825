# SPDX-License-Identifier: GPL-3.0-or-later
# The sheets of this module: what is written to topics and groups.
ph_add_library(pilothouse_streams_acts
    SOURCES
        configmodel.cpp configmodel.h
        configpane.cpp configpane.h
        countbox.h
        deadletter.cpp deadletter.h
        deadlettermodel.cpp deadlettermodel.h
        deadletterpanel.cpp deadletterpanel.h deadletterpanellayout.cpp
        letterrows.h
        messagebytes.cpp messagebytes.h
        messageform.cpp messageform.h
        newtopicsheet.cpp newtopicsheet.h
        pairrows.cpp pairrows.h
        partitionssheet.cpp partitionssheet.h
        partitiontext.cpp partitiontext.h
        producesheet.cpp producesheet.h
        recordssheet.cpp recordssheet.h
        redriver.cpp redriver.h
        replaysheet.cpp replaysheet.h
        resetmodel.cpp resetmodel.h
        resetsheet.cpp resetsheet.h resetsheetlayout.cpp
        sheet.cpp sheet.h
        sheettable.cpp sheettable.h
        streamdesk.cpp streamdesk.h
        timetext.cpp timetext.h
        topicname.cpp topicname.h
        undofiles.cpp undofiles.h
        undolater.cpp undolater.h
        undolist.cpp undolist.h
        writtenbox.h
    PUBLIC pilothouse_streams_models pilothouse_ui pilothouse_ui_editor)
