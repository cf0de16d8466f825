# SPDX-License-Identifier: GPL-3.0-or-later
# Messages: lists of them, one in detail, following a topic, searching through it, exports. Models
# without widgets first.
ph_add_library(pilothouse_streams_messagemodels
    SOURCES
        hitmodel.cpp hitmodel.h
        hitstore.cpp hitstore.h
        localdecode.cpp localdecode.h
        matchfinder.cpp matchfinder.h
        messageexport.cpp messageexport.h
        messagefilter.cpp messagefilter.h
        messagelist.cpp messagelist.h
        messagemodel.cpp messagemodel.h
        messagetext.cpp messagetext.h
        messagewriter.cpp messagewriter.h
        placetext.cpp placetext.h
        topicsearch.cpp topicsearch.h
    PUBLIC Qt6::Gui pilothouse_streams_api
    PRIVATE pilothouse_ui_grid)

ph_add_library(pilothouse_streams_messages
    SOURCES
        factlist.cpp factlist.h
        fieldtree.cpp fieldtree.h
        messagedelegate.cpp messagedelegate.h
        messageline.cpp messageline.h
        messagetable.cpp messagetable.h
        messageview.cpp messageview.h messageviewlayout.cpp
        tailpane.cpp tailpane.h tailpanelayout.cpp
    PUBLIC pilothouse_streams_messagemodels pilothouse_ui)

ph_add_library(pilothouse_streams_search
    SOURCES
        partitionbars.cpp partitionbars.h
        searchbar.cpp searchbar.h
        searchpanel.cpp searchpanel.h searchpanellayout.cpp
    PUBLIC pilothouse_streams_messages pilothouse_streams_acts)
