# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# deskwarden_add_fault_table(TRANSPORTS WORD ... ELSEWHERE TEXT SOURCES ... LINKS ... [LAUNCHER PROGRAM ...])
#
# Transports times operations times faults: a test for each transport, so that they run side by side, and after them one
# that puts what they have shown into one table. SOURCES are those of the transports, which differ by system; WORD is what
# wordOf() makes of a transport's name; ELSEWHERE says in the table which ones are run on the other system.
function(deskwarden_add_fault_table)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "ELSEWHERE" "TRANSPORTS;SOURCES;LINKS;LAUNCHER")
    set(folder "${PROJECT_SOURCE_DIR}/tests/integration")
    set(target test_integration.transport_faults)
    deskwarden_test_program(${target})
    target_sources(${target} PRIVATE "${folder}/CodeActs.cpp" "${folder}/CodeActs.h"
        "${folder}/FaultCells.cpp" "${folder}/FaultCells.h" "${folder}/FaultCellRun.cpp"
        "${folder}/OneAct.cpp" "${folder}/OneAct.h" "${folder}/TransportFaultsTest.cpp" ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE ${arg_LINKS})
    list(JOIN arg_TRANSPORTS " " words)
    target_compile_definitions(${target} PRIVATE
        DESKWARDEN_FAULT_TABLE="${CMAKE_BINARY_DIR}/fault-table" DESKWARDEN_TRANSPORTS="${words}"
        DESKWARDEN_ELSEWHERE="${arg_ELSEWHERE}")
    add_dependencies(tests_integration ${target})

    set(program ${target})
    if(arg_LAUNCHER)
        set(program ${arg_LAUNCHER} $<TARGET_FILE:${target}>)
    endif()
    foreach(word IN LISTS arg_TRANSPORTS)
        add_test(NAME integration.faults_over.${word} COMMAND ${program} --over ${word})
        set_tests_properties(integration.faults_over.${word} PROPERTIES TIMEOUT 600 LABELS integration
            ENVIRONMENT "${DESKWARDEN_TEST_ENVIRONMENT}" FIXTURES_SETUP fault_table)
    endforeach()
    add_test(NAME integration.fault_table COMMAND ${target} --table)
    set_tests_properties(integration.fault_table PROPERTIES TIMEOUT 60 LABELS integration
        ENVIRONMENT "${DESKWARDEN_TEST_ENVIRONMENT}" FIXTURES_REQUIRED fault_table)
endfunction()
