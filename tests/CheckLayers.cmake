# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# cmake [-DROOT=DIR] -P CheckLayers.cmake: each layer includes only what the table allows. Prints one line a violation.

cmake_minimum_required(VERSION 3.25)
if(NOT DEFINED ROOT)
    cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH ROOT)
endif()

# layer: the layers that it may include, besides itself
set(allowed_core "")
set(allowed_management core)
set(allowed_wsman core management)
set(allowed_wmicom core management)
set(allowed_simulator core management)
set(allowed_storage core management)
set(allowed_models core management)
set(allowed_desk core management models storage)
set(allowed_ui core management models storage desk)
set(allowed_app core management wsman wmicom simulator storage models desk ui)
set(layers core management wsman wmicom simulator storage models desk ui app)
set(qt_free core management wsman wmicom simulator)
set(with_widgets ui app)

# foreign headers that only the named layers may know
set(foreign_core "^idn2")
set(foreign_wsman "^(curl/|pugixml|gssapi|krb5)")
set(foreign_simulator "^(microhttpd|pugixml|gssapi|krb5|gnutls/)")
set(foreign_storage "^(QtSql|QSql|sqlite3|qt6keychain/)")
set(foreign_any "^(idn2|curl/|pugixml|gssapi|krb5|microhttpd|gnutls/|QtSql|QSql|sqlite3|qt6keychain/)")

string(CONCAT widget_header "^(QtWidgets/|Q[A-Za-z]*(Widget|Window|Dialog|View|Layout|Button|Label|Edit|ComboBox|SpinBox"
    "|GroupBox|CheckBox|ToolBox|MessageBox|ButtonBox|Menu|MenuBar|ToolBar|StatusBar|TabBar|ScrollBar|ScrollArea|Splitter"
    "|Slider|Frame|ItemDelegate|StyledItemDelegate|ProgressBar|Completer|Wizard|SplashScreen|ToolTip)$"
    "|QApplication$|QStyle$|QStyleOption|QStylePainter$|QCommonStyle$|QProxyStyle$|QStyleFactory$|QSystemTrayIcon$)")
# these carry such a name and belong to Qt GUI or Qt Core
set(not_widgets QWindow QRasterWindow QOpenGLWindow QStringView QByteArrayView QUtf8StringView QAnyStringView QLatin1StringView)

set(violations 0)

function(report text)
    message("${text}")
    math(EXPR violations "${violations} + 1")
    set(violations ${violations} PARENT_SCOPE)
endfunction()

function(check_include layer file kind header)
    if(kind STREQUAL "quoted")
        if(header MATCHES "^(ui_.*\\.h|[^/]*\\.moc|moc_.*\\.cpp)$")
            return()
        endif()
        if(header MATCHES "^(\\.|src/)" OR NOT header MATCHES "/")
            report("${file}: \"${header}\" must be included from src/ or the top, as in \"core/Session.h\"")
        endif()
        string(REGEX MATCH "^[^/]*" target "${header}")
        if(target IN_LIST layers AND NOT target STREQUAL layer AND NOT target IN_LIST allowed_${layer})
            report("${file}: ${layer} must not include ${target}")
        elseif(target STREQUAL "tests" OR target STREQUAL "support")
            report("${file}: ${layer} must not include the tests")
        endif()
    else()
        if(layer IN_LIST qt_free AND header MATCHES "^(Q[A-Z]|Qt|qt)")
            report("${file}: ${layer} is Qt-free, but includes <${header}>")
        elseif(NOT layer IN_LIST with_widgets AND header MATCHES "${widget_header}" AND NOT header IN_LIST not_widgets)
            report("${file}: ${layer} must not know widgets, but includes <${header}>")
        endif()
        if(header MATCHES "${foreign_any}" AND NOT layer STREQUAL "app"
            AND (NOT DEFINED foreign_${layer} OR NOT header MATCHES "${foreign_${layer}}"))
            report("${file}: ${layer} has no business with <${header}>")
        endif()
    endif()
    set(violations ${violations} PARENT_SCOPE)
endfunction()

foreach(layer IN LISTS layers)
    if(layer STREQUAL "ui" OR layer STREQUAL "app")
        set(folder ${layer})
    else()
        set(folder src/${layer})
    endif()
    file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/${folder}/*.h" "${ROOT}/${folder}/*.cpp")
    foreach(file IN LISTS files)
        file(STRINGS "${ROOT}/${file}" lines REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"]")
        foreach(line IN LISTS lines)
            if(line MATCHES "\"([^\"]+)\"")
                check_include(${layer} "${file}" quoted "${CMAKE_MATCH_1}")
            elseif(line MATCHES "<([^>]+)>")
                check_include(${layer} "${file}" angle "${CMAKE_MATCH_1}")
            endif()
        endforeach()
    endforeach()
endforeach()

# a folder below src/ that the table does not name would escape the check
file(GLOB folders RELATIVE "${ROOT}/src" "${ROOT}/src/*")
foreach(folder IN LISTS folders)
    if(NOT folder IN_LIST layers)
        report("src/${folder}: not a layer of the table in tests/CheckLayers.cmake")
    endif()
endforeach()

if(violations GREATER 0)
    message(FATAL_ERROR "${violations} violations of the layers")
endif()
