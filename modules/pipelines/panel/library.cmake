# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of pipelines, without a window; the command line draws with it too.
ph_add_library(pilothouse_pipelines_picture
    SOURCES graphpicture.cpp graphpicture.h pipelinescene.cpp pipelinescene.h
    PUBLIC pilothouse_pipelines_api pilothouse_ui_graph
    PRIVATE Qt6::Svg)

# What the library shows, without widgets.
ph_add_library(pilothouse_pipelines_library
    SOURCES
        library.cpp library.h
        libraryacts.cpp libraryacts.h
        librarymodel.cpp librarymodel.h libraryrows.cpp
        librarypictures.cpp librarypictures.h
        libraryscan.cpp libraryscan.h
        serverdag.cpp serverdag.h
    PUBLIC pilothouse_pipelines_picture pilothouse_workflow_api
    PRIVATE pilothouse_pipelines_catalogue pilothouse_pipelines_check pilothouse_pipelines_files
        pilothouse_pipelines_generate)

ph_add_library(pilothouse_pipelines_librarypanel
    SOURCES
        librarydelegate.cpp librarydelegate.h
        librarypanel.cpp librarypanel.h librarypanelacts.cpp
        panelkinds.h
        pipelinedialog.cpp pipelinedialog.h
        runglyphs.cpp runglyphs.h
        serverdagpanel.cpp serverdagpanel.h
        templates.cpp templates.h
    PUBLIC pilothouse_pipelines_library pilothouse_ui
    PRIVATE pilothouse_pipelines_catalogue pilothouse_pipelines_files
        pilothouse_pipelinetemplates)
