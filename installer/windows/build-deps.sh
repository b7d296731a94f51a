#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: build-deps.sh SOURCES PREFIX: cross-builds for Windows what Deskwarden links beside Qt. SOURCES holds the unpacked
# curl, pugixml and libmicrohttpd.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sources=$1
prefix=$2
triple=x86_64-w64-mingw32
jobs=$(nproc)

cross_cmake() { # SOURCE BUILD ARGUMENTS...
    local source=$1 build=$2
    shift 2
    cmake -S "$source" -B "$build" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_C_FLAGS="-ffile-prefix-map=$sources/=" \
        -DCMAKE_CXX_FLAGS="-ffile-prefix-map=$sources/=" "$@"
    cmake --build "$build" --parallel "$jobs"
    cmake --install "$build" --strip
}

cross_cmake "$sources"/pugixml-*/ "$sources/pugixml-build" -DBUILD_SHARED_LIBS=OFF
# Schannel and SSPI: Windows' own TLS, certificate store and sign-in; nothing to keep patched beside the system.
cross_cmake "$sources"/curl-*/ "$sources/curl-build" -DBUILD_SHARED_LIBS=ON -DBUILD_CURL_EXE=OFF \
    -DBUILD_TESTING=OFF -DHTTP_ONLY=ON -DCURL_USE_SCHANNEL=ON -DCURL_WINDOWS_SSPI=ON -DENABLE_UNICODE=ON \
    -DUSE_LIBIDN2=OFF -DUSE_WIN32_IDN=ON -DCURL_USE_LIBPSL=OFF -DCURL_USE_LIBSSH2=OFF -DCURL_ZLIB=OFF \
    -DCURL_BROTLI=OFF -DCURL_ZSTD=OFF -DUSE_NGHTTP2=OFF -DENABLE_MANUAL=OFF

cd "$sources"/libmicrohttpd-*/
./configure --host=$triple CC=$triple-gcc-posix CFLAGS="-O2 -ffile-prefix-map=$sources/=" --prefix="$prefix" \
    --disable-https --disable-doc --disable-examples --disable-curl --enable-shared --disable-static --quiet
make -C src/include install >/dev/null
make -C src/microhttpd -j"$jobs" install-strip >/dev/null
make install-pkgconfigDATA >/dev/null

# headers alone: Debian's own package of tl::expected
mkdir -p "$prefix/share/cmake"
cp -r /usr/include/tl "$prefix/include/"
cp -r /usr/share/cmake/tl-expected "$prefix/share/cmake/"
