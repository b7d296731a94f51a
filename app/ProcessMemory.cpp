// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ProcessMemory.h"

#ifdef __linux__
#include <malloc.h>
#endif

namespace deskwarden::app {

void returnBigBlocksEarly() noexcept
{
#ifdef __linux__
    constexpr int bytes = 128 * 1024;
    mallopt(M_MMAP_THRESHOLD, bytes);
#endif
}

} // namespace deskwarden::app
