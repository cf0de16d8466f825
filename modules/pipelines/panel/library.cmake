# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of pipelines, without a window; the command line draws with it too.
ph_add_library(pilothouse_pipelines_picture
    SOURCES graphpicture.cpp graphpicture.h pipelinescene.cpp pipelinescene.h
    PUBLIC pilothouse_pipelines_api pilothouse_ui_graph
    PRIVATE Qt6::Svg)
