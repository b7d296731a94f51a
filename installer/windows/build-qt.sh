#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: build-qt.sh SOURCES PREFIX: cross-builds Debian's qt6-base for Windows. SOURCES holds the unpacked qt6-base and
# sqlite3. No source is patched; host tools come from the Qt of the same version that Debian has.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sources=$1
prefix=$2
qt=$(echo "$sources"/qt6-base-*/)
triple=x86_64-w64-mingw32

# Debian's tarball lacks the bundled SQLite; its amalgamation is made from Debian's sqlite3.
(
    cd "$sources"/sqlite3-*/
    ./configure --quiet >/dev/null
    make -s sqlite3.c
    mkdir -p "$qt/src/3rdparty/sqlite"
    cp sqlite3.c sqlite3.h "$qt/src/3rdparty/sqlite/"
)

off() { for name in "$@"; do printf -- '-DFEATURE_%s=OFF\n' "$name"; done; }
# direct2d stays on: without it qwindows.dll does not link. Tablets need headers that Debian removes.
mapfile -t without < <(off pkg_config dbus vulkan direct2d1_1 icu glib zstd brotli gssapi libproxy tabletevent fontconfig \
    system_zlib system_png system_jpeg system_freetype system_harfbuzz system_pcre2 system_doubleconversion system_sqlite \
    sql_mysql sql_odbc sql_psql sql_db2 sql_oci sql_ibase)

cmake -S "$qt" -B "$sources/build" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_INSTALL_PREFIX="$prefix" -DBUILD_SHARED_LIBS=ON -DQT_HOST_PATH=/usr \
    -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake -DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DINPUT_opengl=no \
    -DINPUT_openssl=no -DFEATURE_schannel=ON -DFEATURE_sspi=ON -DFEATURE_sql_sqlite=ON -DQT_BUILD_EXAMPLES=OFF \
    -DQT_BUILD_TESTS=OFF -DCMAKE_CXX_FLAGS="-ffile-prefix-map=$sources/=" -DCMAKE_C_FLAGS="-ffile-prefix-map=$sources/=" \
    "${without[@]}"
cmake --build "$sources/build" --parallel "$(nproc)"
cmake --install "$sources/build" --strip

# the compiler's own libraries travel with Qt's
for library in libstdc++-6.dll libgcc_s_seh-1.dll; do
    cp "$($triple-gcc-posix -print-file-name=$library)" "$prefix/bin/"
done
cp "/usr/$triple/lib/libwinpthread-1.dll" "$prefix/bin/"
