# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# Everything that the layers link, found once. Each layer names the imported targets that it needs itself.

find_package(Threads REQUIRED)
find_package(tl-expected REQUIRED)
find_package(pugixml REQUIRED)
find_package(CURL REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(microhttpd REQUIRED IMPORTED_TARGET libmicrohttpd)
pkg_check_modules(gnutls REQUIRED IMPORTED_TARGET gnutls)
pkg_check_modules(gssapi REQUIRED IMPORTED_TARGET krb5-gssapi krb5)

if(DESKWARDEN_QT)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui LinguistTools Network Sql Svg Test Widgets)
    find_package(Qt6Keychain REQUIRED)
endif()
