// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

namespace deskwarden::wmicom {

/// COM for the whole process: a multithreaded apartment that lasts, and its security, which can be set only once: every
/// call is private (encrypted) and lets the server act in the caller's name.
/// Owner: main, before anything else speaks COM (also before Qt, which may start drag and drop).
class ComProcess final
{
public:
    ComProcess();
    ComProcess(const ComProcess&) = delete;
    ComProcess& operator=(const ComProcess&) = delete;

    /// Fails: Fault with the HRESULT that CoInitializeSecurity gave; connections then ask for privacy one by one.
    [[nodiscard]] const core::Result<>& state() const noexcept { return m_state; }

private:
    core::Result<> m_state;
};

} // namespace deskwarden::wmicom
