// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/HeapRules.h"

#include <cstdlib> // tells whose C library it is

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace deskwarden::app {

void returnBigBlocks() noexcept
{
#ifdef __GLIBC__
    // Above what one answer of a server takes: those buffers come and go, and pages anew for each would cost an
    // enumeration 40 % more CPU. So would their end of the heap, if it were given back each time: setting the first
    // leaves the second at 128 KB.
    constexpr int block = 1'000'000;
    // NOLINTBEGIN(concurrency-mt-unsafe): called before there are threads
    mallopt(M_MMAP_THRESHOLD, block);
    mallopt(M_TRIM_THRESHOLD, 4 * block);
    // NOLINTEND(concurrency-mt-unsafe)
#endif
}

} // namespace deskwarden::app
