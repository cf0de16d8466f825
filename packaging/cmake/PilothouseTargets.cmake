# SPDX-License-Identifier: GPL-3.0-or-later
# ph_add_library and ph_add_test: how every target of the project is declared.
include_guard()

# ph_add_library(NAME SOURCES … [PUBLIC …] [PRIVATE …]): a static library with the project's settings.
# Includes are written from the folders `modules/`, `ui/..` i.e. "core/call.h", "ui/panel.h", "app/x.h".
function(ph_add_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}" "${CMAKE_SOURCE_DIR}/modules")
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE pilothouse_settings ${arg_PRIVATE})
endfunction()

# ph_add_test(NAME x SOURCES … LINK … LABELS unit|contract|gui|live|needs-TOOL… [TIMEOUT seconds]
#             [ENVIRONMENT …] [ARGS …])
# One executable, one ctest entry. GUI tests run on the offscreen platform.
function(ph_add_test)
    cmake_parse_arguments(arg "" "NAME;TIMEOUT" "SOURCES;LINK;LABELS;ENVIRONMENT;ARGS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(${arg_NAME} ${arg_SOURCES})
    target_link_libraries(${arg_NAME} PRIVATE pilothouse_settings pilothouse_test_support
        ${arg_LINK} Qt6::Test)
    set_target_properties(${arg_NAME} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    add_test(NAME ${arg_NAME} COMMAND ${arg_NAME} ${arg_ARGS})
    ph_set_test(${arg_NAME} ${arg_TIMEOUT} "${arg_LABELS}" "${arg_ENVIRONMENT}")
endfunction()

# ph_add_long_test(NAME OF [TIMEOUT s] LABELS … ENVIRONMENT …)
# The program of another test at its full counts, under the label `long`.
function(ph_add_long_test)
    cmake_parse_arguments(arg "" "NAME;OF;TIMEOUT" "LABELS;ENVIRONMENT" ${ARGN})
    add_test(NAME ${arg_NAME} COMMAND ${arg_OF})
    ph_set_test(${arg_NAME} ${arg_TIMEOUT} "${arg_LABELS};long" "${arg_ENVIRONMENT}")
endfunction()

function(ph_set_test name timeout labels environment)
    # Qt Test would end a function with all its rows after five minutes, whatever the limit is here.
    math(EXPR milliseconds "${timeout} * 1000")
    set_tests_properties(${name} PROPERTIES LABELS "${labels}" TIMEOUT ${timeout}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;\
QTEST_FUNCTION_TIMEOUT=${milliseconds};${environment}")
    # Live tests share one set of servers: one of them at a time, others beside it.
    if("live" IN_LIST labels)
        set_tests_properties(${name} PROPERTIES RESOURCE_LOCK servers)
    endif()
endfunction()

# ph_add_test_folders(): adds every folder below this one that has a CMakeLists.txt and was not yet
# added, so that a new group of tests is one folder more and no line elsewhere.
macro(ph_add_test_folders)
    file(GLOB _folders CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt")
    foreach(_list IN LISTS _folders)
        get_filename_component(_folder "${_list}" DIRECTORY)
        get_property(_added DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" PROPERTY SUBDIRECTORIES)
        if(NOT _folder IN_LIST _added)
            add_subdirectory("${_folder}")
        endif()
    endforeach()
endmacro()
