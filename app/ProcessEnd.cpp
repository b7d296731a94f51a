// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ProcessEnd.h"

#include <cstdio>
#include <cstdlib>
#include <iostream>

#ifdef _WIN32
#include <windows.h>
#endif

namespace deskwarden::app {

int leave(int code, bool areCallsLeftBehind)
{
    if (!areCallsLeftBehind)
        return code;
    std::cout.flush();
    std::cerr.flush();
    std::fflush(nullptr);
#ifdef _WIN32
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(code)); // _Exit() would still tell every DLL
#endif
    std::_Exit(code);
}

} // namespace deskwarden::app
