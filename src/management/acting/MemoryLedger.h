// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActLedger.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

namespace deskwarden::management {

/// A ledger that lasts as long as the program: for tests, demonstrations, and until an audit log is at hand.
/// Thread: any; guarded inside.
class MemoryLedger final : public ActLedger
{
public:
    struct Entry
    {
        std::uint64_t record = 0;
        ActionRequest request;
        std::optional<Outcome> outcome; ///< nothing while the act is in flight
    };

    [[nodiscard]] core::Result<std::vector<IntentToken>> recordIntents(
        std::span<const ActionRequest> requests) override;
    core::Result<> recordOutcome(const IntentToken& token, const Outcome& outcome) override;

    [[nodiscard]] std::vector<Entry> entries() const;

private:
    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries; // guarded by m_mutex; entry n is record n + 1
};

} // namespace deskwarden::management
