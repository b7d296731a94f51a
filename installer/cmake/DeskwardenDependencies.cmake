# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# Everything that the layers link, found once. Each layer names the imported targets that it needs itself.

find_package(Threads REQUIRED)
find_package(tl-expected REQUIRED)
find_package(pugixml REQUIRED)
find_package(CURL REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(microhttpd REQUIRED IMPORTED_TARGET libmicrohttpd)
if(NOT WIN32) # there they are Schannel and SSPI, which come with the system
    find_package(OpenSSL REQUIRED)
    pkg_check_modules(libidn2 REQUIRED IMPORTED_TARGET libidn2)
    pkg_check_modules(gnutls REQUIRED IMPORTED_TARGET gnutls)
    pkg_check_modules(ldap REQUIRED IMPORTED_TARGET ldap lber)
    pkg_check_modules(gssapi REQUIRED IMPORTED_TARGET krb5-gssapi krb5)
endif()

if(DESKWARDEN_QT)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Network Sql Test Widgets)
    # Where a test lies would stand in each compiler call, so that no two clones could share a cache. Nobody asks for it.
    set_property(TARGET Qt6::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
    if(WIN32)
        # QtKeychain does not exist for this target: passwords go to Windows'
        # Credential Manager. lrelease is the build machine's.
        find_package(Qt6LinguistTools 6.4 REQUIRED PATHS "${QT_HOST_PATH_CMAKE_DIR}/Qt6LinguistTools"
            NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
    else()
        find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)
        find_package(Qt6Keychain REQUIRED)
    endif()
endif()
