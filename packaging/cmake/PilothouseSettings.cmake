# SPDX-License-Identifier: GPL-3.0-or-later
# Language, warnings, sanitizers, cache and linker: everything that holds for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(PILOTHOUSE_CCACHE ccache)
if(PILOTHOUSE_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros
        "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${PILOTHOUSE_CCACHE}")
endif()
find_program(PILOTHOUSE_MOLD mold)
if(PILOTHOUSE_MOLD)
    # Debug information is nine tenths of each of the many test programs.
    add_link_options(-fuse-ld=mold -Wl,--compress-debug-sections=zlib)
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Svg Test PrintSupport LinguistTools)
find_package(tl-expected REQUIRED)
find_package(spdlog REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

# One interface target carries what every target of ours obeys.
add_library(pilothouse_settings INTERFACE)
target_compile_definitions(pilothouse_settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH
    QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    SPDLOG_COMPILED_LIB SPDLOG_FMT_EXTERNAL)
# What a newer Qt deprecates has no replacement yet in the oldest one we support.
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    target_compile_definitions(pilothouse_settings INTERFACE QT_WARN_DEPRECATED_UP_TO=0x060400)
endif()
target_compile_options(pilothouse_settings INTERFACE -Wall -Wextra -Wshadow -Wconversion
    -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual)
if(PILOTHOUSE_WERROR)
    target_compile_options(pilothouse_settings INTERFACE -Werror)
endif()
if(PILOTHOUSE_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined
        -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
target_link_libraries(pilothouse_settings INTERFACE Threads::Threads)
