// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// event-viewer EVENT TEXT [LANGUAGE]: prints, as UTF-8, what the event viewer of Windows would show of an entry of the
// source "Deskwarden": the sentence of the registered message file, with the text in it. 1 = there is none, and why.

#include <windows.h>

#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>

namespace {

std::string utf8(const wchar_t* wide)
{
    std::string bytes(8192, '\0');
    const int size =
        WideCharToMultiByte(CP_UTF8, 0, wide, -1, bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr);
    bytes.resize(size > 0 ? static_cast<std::size_t>(size - 1) : 0);
    return bytes;
}

int fail(const char* what)
{
    std::fprintf(stderr, "event-viewer: %s: error %lu\n", what, GetLastError());
    return 1;
}

} // namespace

int wmain(int argc, wchar_t* argv[])
{
    if (argc < 3)
        return fail("usage: event-viewer EVENT TEXT [LANGUAGE]");
    wchar_t file[MAX_PATH] = {};
    DWORD size = sizeof(file);
    // An expandable text comes expanded, and as what it is then.
    const LSTATUS status =
        RegGetValueW(HKEY_LOCAL_MACHINE, L"SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\Deskwarden",
                     L"EventMessageFile", RRF_RT_REG_SZ, nullptr, file, &size);
    SetLastError(static_cast<DWORD>(status));
    if (status != ERROR_SUCCESS)
        return fail("the source is not registered");
    const HMODULE messages = LoadLibraryExW(file, nullptr, LOAD_LIBRARY_AS_DATAFILE | LOAD_LIBRARY_AS_IMAGE_RESOURCE);
    if (messages == nullptr)
        return fail(("cannot load " + utf8(file)).c_str());
    const auto language = static_cast<DWORD>(argc > 3 ? std::wcstoul(argv[3], nullptr, 0) : 0);
    DWORD_PTR texts[] = {reinterpret_cast<DWORD_PTR>(argv[2])};
    wchar_t shown[4096] = {};
    if (FormatMessageW(FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_ARGUMENT_ARRAY, messages,
                       static_cast<DWORD>(std::wcstoul(argv[1], nullptr, 0)), language, shown,
                       static_cast<DWORD>(std::size(shown)), reinterpret_cast<va_list*>(texts)) == 0)
        return fail("the message file has no such event");
    std::puts(utf8(shown).c_str());
    return 0;
}
