# SPDX-License-Identifier: GPL-3.0-or-later
# The editor: models without widgets first, so that tests link only them.
ph_add_library(pilothouse_pipelines_models
    SOURCES kindmodel.cpp kindmodel.h
    PUBLIC Qt6::Core pilothouse_pipelines_session)

ph_add_library(pilothouse_pipelines_panel
    SOURCES
        belowpane.cpp belowpane.h
        changemarks.cpp changemarks.h
        codefield.cpp codefield.h
        columnsedit.cpp columnsedit.h
        comparebar.cpp comparebar.h
        datapane.cpp datapane.h
        deployedchip.cpp deployedchip.h
        editorpanel.cpp editorpanel.h editorpanellayout.cpp
        fieldeditor.cpp fieldeditor.h
        fieldform.cpp fieldform.h
        inspector.cpp inspector.h inspectorpages.cpp
        namefield.cpp namefield.h
        nodepalette.cpp nodepalette.h
        pipelinecanvas.cpp pipelinecanvas.h pipelinecanvasacts.cpp
        pipelinesmodule.cpp pipelinesmodule.h
        portsign.cpp portsign.h
        problempane.cpp problempane.h
        retryplot.cpp retryplot.h
    PUBLIC pilothouse_pipelines_models pilothouse_pipelines_picture pilothouse_ui
        pilothouse_pipelines_deploysheet pilothouse_pipelines_diff
    PRIVATE pilothouse_pipelines_catalogue pilothouse_pipelines_check pilothouse_pipelines_files
        pilothouse_pipelines_librarypanel)
