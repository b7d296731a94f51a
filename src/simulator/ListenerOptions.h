// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "simulator/signin/Acceptor.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace deskwarden::simulator {

/// How a listener serves, and what is odd about it. By default it behaves as Windows does.
struct ListenerOptions
{
    std::uint16_t port = 0; ///< on 127.0.0.1; 0 = any free one
    std::string user;       ///< for Basic; must not be empty unless `acceptors` are given
    core::Secret password;
    std::vector<AcceptorMaker> acceptors{}; ///< empty = Basic with the user and the password
    std::string tlsCertificatePem;          ///< both empty = plain HTTP
    std::string tlsKeyPem;
    std::string tlsClientAuthorityPem;            ///< clients with a certificate from it are let in; empty = none are
    std::chrono::milliseconds latencyShortest{0}; ///< before each answer
    std::chrono::milliseconds latencyLongest{0};
    std::uint32_t envelopeKb = 500;                   ///< MaxEnvelopeSizekb
    std::chrono::milliseconds contextExpiry{240'000}; ///< Service/EnumerationTimeoutms
    std::size_t maxEnumerations = 1500;               ///< Service/MaxConcurrentOperationsPerUser

    // What other servers do, or what breaks: for tests.
    std::vector<std::string> extraChallenges{}; ///< offered in a 401 before the real ones, but never accepted
    bool hasChallengesInOneLine = false;        ///< all schemes in one WWW-Authenticate line
    bool closesConnections = false;             ///< Connection: close on every answer, as openwsman does
    bool hasItemsBeforeContext = false;         ///< as openwsman does
    bool hasWrongRelatesTo = false;
    bool faultsWithStatus200 = false; ///< as openwsman does for some
    bool refusesUnencrypted = false;  ///< 500 and no body, once signed in (AllowUnencrypted = false)
    std::size_t dripBytes = 0;        ///< answers come in pieces of so many bytes, a millisecond apart; 0 = whole
    std::size_t firstAnswerItems = 1; ///< of an optimized enumeration, as Server 2012 does
};

} // namespace deskwarden::simulator
