# SPDX-License-Identifier: GPL-3.0-or-later
# The deploy sheet.
ph_add_library(pilothouse_pipelines_deploysheet
    SOURCES
        deployrows.cpp deployrows.h
        deploysheet.cpp deploysheet.h deploysheetlayout.cpp
        plandiffview.cpp plandiffview.h
        stagechain.cpp stagechain.h
    PUBLIC pilothouse_pipelines_deploy pilothouse_ui)
