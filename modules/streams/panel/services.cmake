# SPDX-License-Identifier: GPL-3.0-or-later
# What stands beside the topics: schemas, connectors, access rules.
ph_add_library(pilothouse_streams_services
    SOURCES
        accesspane.cpp accesspane.h
        connectpane.cpp connectpane.h
        diffview.cpp diffview.h
        schemaspane.cpp schemaspane.h schemaspanelayout.cpp
        schemaview.cpp schemaview.h
        servicepane.cpp servicepane.h
        textdiff.cpp textdiff.h
        textrows.cpp textrows.h
    PUBLIC pilothouse_streams_api pilothouse_ui
    PRIVATE pilothouse_streams_acts)
