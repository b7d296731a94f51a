// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/soap/ItemWriter.h"
#include "simulator/soap/SoapFault.h"
#include "simulator/wql/QueryResult.h"

#include <tl/expected.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace deskwarden::simulator {

/// What a Pull must repeat of its Enumerate.
struct PullParameters
{
    std::optional<std::uint64_t> maxEnvelopeSize;
    std::optional<std::uint64_t> maxElements;
};

/// One enumeration that a client has not yet read to its end.
struct OpenEnumeration
{
    QueryResult result;
    ItemWriter writer;
    PullParameters parameters;
};

/// The enumerations that are under way, by their contexts. Each pull takes one out and puts it back under a new
/// context; while it is out, a second pull finds it busy. Thread: any; guarded inside.
class Enumerations final
{
public:
    using Pointer = std::unique_ptr<OpenEnumeration>;

    Enumerations(std::chrono::milliseconds expiry, std::size_t limit)
        : m_expiry(expiry)
        , m_limit(limit)
    {}

    [[nodiscard]] static std::string newContext();
    /// Whether one more may be opened.
    [[nodiscard]] bool hasRoom();
    void put(const std::string& context, Pointer enumeration);
    /// Fails: invalidContext for one that is unknown, expired or ended, pullInProgress for one that is out.
    [[nodiscard]] tl::expected<Pointer, SoapFault> take(const std::string& context);
    /// After take(): the old context means nothing any more.
    void forget(const std::string& context);
    /// Like take(), then forget(); nothing happens to one that is out.
    [[nodiscard]] std::optional<SoapFault> release(const std::string& context);

private:
    struct Entry
    {
        Pointer enumeration; // null while it is out
        std::chrono::steady_clock::time_point expires;
    };
    void dropExpired();

    const std::chrono::milliseconds m_expiry;
    const std::size_t m_limit;
    std::mutex m_mutex;
    std::unordered_map<std::string, Entry> m_entries; // guarded by m_mutex
};

/// "uuid:" and a random GUID in Windows' capital letters.
[[nodiscard]] std::string newUuid();

} // namespace deskwarden::simulator
