# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# The two usage requirements that every target shares, and the helpers with which each layer declares itself.

add_library(deskwarden_warnings INTERFACE)
add_library(deskwarden::warnings ALIAS deskwarden_warnings)
target_compile_options(deskwarden_warnings INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion;-Wsign-conversion;-Wnon-virtual-dtor>
    $<$<CXX_COMPILER_ID:GNU,Clang>:-Woverloaded-virtual;-Wold-style-cast;-Wcast-qual;-Wswitch-enum;-Wundef>
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op>
    # It takes each source of a unity build for a header, whose classes must hold nothing of an anonymous namespace.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wno-subobject-linkage>
    # And clang a constant of one source for one that another one's local variable hides.
    $<$<AND:$<CXX_COMPILER_ID:Clang>,$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wno-shadow>
    # GCC 12's optimiser finds null pointers inside its own <string>, <streambuf> and <fstream>.
    $<$<AND:$<CXX_COMPILER_ID:GNU,Clang>,$<CONFIG:Debug>,$<NOT:$<PLATFORM_ID:Windows>>>:-Wnull-dereference>
    # Its optimiser also takes the move of a std::variant for a read of what is not there.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-maybe-uninitialized>
    $<$<CXX_COMPILER_ID:MSVC>:/W4;/permissive-;/utf-8>)

if(MINGW) # the corrected waiting of installer/windows/libstdcxx
    target_include_directories(deskwarden_warnings SYSTEM BEFORE INTERFACE
        "${PROJECT_SOURCE_DIR}/installer/windows/libstdcxx")
    target_link_libraries(deskwarden_warnings INTERFACE synchronization)
endif()

add_library(deskwarden_qt INTERFACE)
add_library(deskwarden::qt ALIAS deskwarden_qt)
target_compile_definitions(deskwarden_qt INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# deskwarden_set_up_target(TARGET [QT]): language level, warnings, and for Qt code moc, uic and the strict Qt definitions.
function(deskwarden_set_up_target target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "QT" "" "")
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_link_libraries(${target} PRIVATE deskwarden_warnings)
    if(arg_QT)
        set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOUIC ON)
        target_link_libraries(${target} PRIVATE deskwarden_qt)
    endif()
endfunction()

# deskwarden_precompile(TARGET LINKED...): the Qt and standard headers that nearly every file of a Qt layer includes. Measured:
# a widget file 1.4 s -> 0.4 s, its moc output 1.3 s -> 0.3 s, for 4.5 s once a layer. Preset clang builds without, so that
# each file still includes what it uses.
function(deskwarden_precompile target)
    set(headers <QAbstractItemModel> <QDateTime> <QDebug> <QHash> <QObject> <QSettings> <QString> <QStringList> <QTimer>
        <QVariant> <algorithm> <chrono> <functional> <memory> <optional> <string> <vector>)
    if("Qt6::Widgets" IN_LIST ARGN)
        list(APPEND headers <QAction> <QDialog> <QLabel> <QLayout> <QMainWindow> <QMenu> <QPushButton> <QTableView> <QWidget>)
    endif()
    target_precompile_headers(${target} PRIVATE ${headers})
    # Without it ccache cannot see what a precompiled header holds.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endfunction()

# deskwarden_add_library(NAME [QT] SOURCES ... HEADERS ... [PUBLIC ...] [PRIVATE ...] [BASE_DIR DIR])
#
# Makes deskwarden_NAME with the alias deskwarden::NAME. Headers form a file set, so that each is compiled alone by the
# test architecture.headers. Includes start at src/; a layer that lives at the top (ui, app) starts at the top.
# PUBLIC and PRIVATE are what it links. QT turns on moc, uic and the strict Qt definitions.
function(deskwarden_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "QT" "BASE_DIR" "SOURCES;HEADERS;PUBLIC;PRIVATE")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "deskwarden_add_library(${name}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
    endif()
    if(NOT arg_BASE_DIR)
        set(arg_BASE_DIR "${PROJECT_SOURCE_DIR}")
        set(source_dir "${PROJECT_SOURCE_DIR}/src")
        cmake_path(IS_PREFIX source_dir "${CMAKE_CURRENT_SOURCE_DIR}" inside)
        if(inside)
            set(arg_BASE_DIR "${source_dir}")
        endif()
    endif()

    set(target deskwarden_${name})
    add_library(${target})
    add_library(deskwarden::${name} ALIAS ${target})
    target_sources(${target}
        PRIVATE ${arg_SOURCES}
        PUBLIC FILE_SET HEADERS BASE_DIRS "${arg_BASE_DIR}" FILES ${arg_HEADERS})
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    if(arg_QT)
        deskwarden_set_up_target(${target} QT)
        if(DESKWARDEN_PCH)
            deskwarden_precompile(${target} ${arg_PUBLIC} ${arg_PRIVATE})
        endif()
    else()
        deskwarden_set_up_target(${target})
    endif()
    set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON LINKER_LANGUAGE CXX)
    deskwarden_install_library(${target})
endfunction()

# deskwarden_add_program(NAME [QT] [GUI] SOURCES ... LINKS ...): a program in bin/.
function(deskwarden_add_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "QT;GUI" "" "SOURCES;LINKS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "deskwarden_add_program(${name}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${arg_LINKS})
    set_target_properties(${name} PROPERTIES WIN32_EXECUTABLE "${arg_GUI}")
    deskwarden_install_program(${name})
    if(arg_QT)
        deskwarden_set_up_target(${name} QT)
    else()
        deskwarden_set_up_target(${name})
    endif()
endfunction()

# What every test of ours is told about its surroundings: no screen, one language and time zone, and nobody's own settings.
set(DESKWARDEN_TEST_ENVIRONMENT QT_QPA_PLATFORM=offscreen LANG=C.UTF-8 TZ=UTC)
foreach(kind CONFIG DATA CACHE STATE)
    list(APPEND DESKWARDEN_TEST_ENVIRONMENT "XDG_${kind}_HOME=${CMAKE_BINARY_DIR}/tests/home")
endforeach()

# Its sources are compiled one by one: what a test names for itself need not differ from what others name.
#
# deskwarden_test_program(TARGET [SHARED_BY_CLASSES]): what every test program is made with. One that several test classes
# share gets tests/support/TestEntry.h before each source, precompiled where that is wanted.
function(deskwarden_test_program target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "SHARED_BY_CLASSES" "" "")
    add_executable(${target})
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_link_libraries(${target} PRIVATE Qt6::Test)
    deskwarden_set_up_target(${target} QT)
    set_target_properties(${target} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests/bin" UNITY_BUILD OFF)
    if(NOT arg_SHARED_BY_CLASSES)
        return()
    endif()
    set(entry "${PROJECT_SOURCE_DIR}/tests/support/TestEntry.h")
    target_sources(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests/support/TestMain.cpp")
    if(DESKWARDEN_PCH)
        target_precompile_headers(${target} PRIVATE "${entry}")
        target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
    else()
        target_compile_options(${target} PRIVATE "SHELL:-include \"${entry}\"")
    endif()
endfunction()

# deskwarden_add_test(NAME SOURCES ... LINKS ... [LABELS ...] [TIMEOUT SECONDS] [LAUNCHER PROGRAM ...] [OWN_PROGRAM])
#
# A QTest class, known to ctest as NAME; give names like core.status_code. The classes of one folder below tests/ share
# the program test_FOLDER, which is told by its first argument which one to run: compiling and linking one program costs a
# third of what one for each class did. OWN_PROGRAM is for a class that replaces a function of a library or brings its own
# main(). The class bears the name of the first of its SOURCES; sources may include "support/X.h" from tests/. The folder
# becomes a label, the target tests_FOLDER builds all of it, and test_NAME what this one needs.
function(deskwarden_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "OWN_PROGRAM" "TIMEOUT" "SOURCES;LINKS;LABELS;LAUNCHER")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "deskwarden_add_test(${name}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 600)
    endif()
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
    list(GET arg_SOURCES 0 class)
    cmake_path(GET class STEM class)
    if(arg_OWN_PROGRAM)
        set(program test_${name})
        deskwarden_test_program(${program})
        set(class "")
    else()
        set(program test_${folder})
        if(NOT TARGET ${program})
            deskwarden_test_program(${program} SHARED_BY_CLASSES)
        endif()
        add_custom_target(test_${name} DEPENDS ${program})
    endif()
    target_sources(${program} PRIVATE ${arg_SOURCES})
    target_link_libraries(${program} PRIVATE ${arg_LINKS})
    add_dependencies(tests_${folder} ${program})
    set_property(GLOBAL PROPERTY deskwarden_command_of_${name} ${program} ${class})
    deskwarden_add_test_run(${name} OF ${name} TIMEOUT ${arg_TIMEOUT} LABELS ${folder} ${arg_LABELS}
        LAUNCHER ${arg_LAUNCHER})
endfunction()

# deskwarden_add_test_run(NAME OF TEST LABELS ... [TIMEOUT SECONDS] [LAUNCHER PROGRAM ...] [ARGUMENTS ...] [ENVIRONMENT ...])
#
# Runs the class of TEST once more as NAME: elsewhere, under another environment, or only the test functions of ARGUMENTS.
function(deskwarden_add_test_run name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "OF;TIMEOUT" "LABELS;LAUNCHER;ARGUMENTS;ENVIRONMENT")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 600)
    endif()
    get_property(command GLOBAL PROPERTY deskwarden_command_of_${arg_OF})
    # Given as a target alone, ctest runs it under the emulator of a cross-build.
    if(arg_LAUNCHER)
        list(POP_FRONT command program)
        list(PREPEND command ${arg_LAUNCHER} $<TARGET_FILE:${program}>)
    endif()
    add_test(NAME ${name} COMMAND ${command} ${arg_ARGUMENTS})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        LABELS "${arg_LABELS}"
        ENVIRONMENT "${DESKWARDEN_TEST_ENVIRONMENT};${arg_ENVIRONMENT}")
endfunction()
