// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "simulator/signin/Acceptor.h"

#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::simulator {

/// HTTP's Basic scheme (RFC 7617) with one user. How long it takes to refuse does not depend on what is wrong.
class BasicAcceptor final : public Acceptor
{
public:
    BasicAcceptor(std::string_view user, const core::Secret& password);

    [[nodiscard]] std::string_view scheme() const noexcept override { return "Basic"; }
    [[nodiscard]] std::string challenge() const override { return "Basic realm=\"WSMAN\""; }
    [[nodiscard]] Step accept(std::string_view credentials) override;
    [[nodiscard]] bool isBoundToConnection() const noexcept override { return false; }

private:
    const core::Secret m_expected; // "user:password"
};

} // namespace deskwarden::simulator
