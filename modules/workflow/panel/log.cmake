# SPDX-License-Identifier: GPL-3.0-or-later
# How a state looks, for the panel and the log.
ph_add_library(pilothouse_workflow_states
    SOURCES statemark.cpp statemark.h
    PUBLIC pilothouse_workflow_api pilothouse_ui_theme)

# The log of a task and the search over all logs of a run.
ph_add_library(pilothouse_workflow_log
    SOURCES
        logfeed.cpp logfeed.h
        logpane.cpp logpane.h logpanelayout.cpp
        runsearch.cpp runsearch.h
        runsearchdelegate.cpp runsearchdelegate.h
        runsearchmodel.cpp runsearchmodel.h
        runsearchpane.cpp runsearchpane.h
    PUBLIC pilothouse_workflow_api pilothouse_workflow_states pilothouse_ui)
