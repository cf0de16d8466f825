# SPDX-License-Identifier: GPL-3.0-or-later
# The deploy sheet.
ph_add_library(pilothouse_pipelines_deploysheet
    SOURCES
        deploydock.cpp deploydock.h deploydocknodes.cpp
        deployrows.cpp deployrows.h
        deploysheet.cpp deploysheet.h deploysheetlayout.cpp
        nodestates.cpp nodestates.h
        plandiffview.cpp plandiffview.h
        stagechain.cpp stagechain.h
    PUBLIC pilothouse_pipelines_deploy pilothouse_pipelines_session pilothouse_ui
        pilothouse_ui_graph)
