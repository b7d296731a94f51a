// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace deskwarden::simulator {

/// The server's side of one authentication scheme, on one connection.
/// Thread: that of the connection.
class Acceptor
{
public:
    enum class Progress { Accepted, Continue, Refused };
    struct Step
    {
        Progress progress = Progress::Refused;
        std::string token; ///< goes into WWW-Authenticate, in base64, of this very answer; may be empty
    };
    /// A message as it is on the wire: its content type belongs to it, because sealing changes both.
    struct Message
    {
        std::string contentType;
        std::string body;
    };

    Acceptor() = default;
    Acceptor(const Acceptor&) = delete;
    Acceptor& operator=(const Acceptor&) = delete;
    virtual ~Acceptor() = default;

    /// The first word of the Authorization headers that are for it.
    [[nodiscard]] virtual std::string_view scheme() const noexcept = 0;
    /// What offers it in a 401.
    [[nodiscard]] virtual std::string challenge() const = 0;
    /// One leg: what stands after the scheme's name in the Authorization header.
    [[nodiscard]] virtual Step accept(std::string_view credentials) = 0;
    /// Whether the connection stays signed in, so that later requests need no Authorization header.
    [[nodiscard]] virtual bool isBoundToConnection() const noexcept = 0;
    /// Opens a sealed request; by default messages are not sealed. Fails: MessageTampered, EncryptionRequired.
    [[nodiscard]] virtual core::Result<Message> unseal(Message message) { return message; }
    /// Seals an answer to a request that was sealed.
    [[nodiscard]] virtual core::Result<Message> seal(Message message) { return message; }
};

/// Makes an acceptor for a new connection.
using AcceptorMaker = std::function<std::unique_ptr<Acceptor>()>;

} // namespace deskwarden::simulator
