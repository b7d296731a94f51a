// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActLedger.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

namespace deskwarden::support {

/// A ledger that lasts as long as the test.
/// Thread: any; guarded inside.
class MemoryLedger final : public management::ActLedger
{
public:
    struct Entry
    {
        std::uint64_t record = 0;
        management::ActionRequest request;
        std::optional<management::Outcome> outcome; ///< nothing while the act is in flight
    };

    [[nodiscard]] core::Result<std::vector<management::IntentToken>> recordIntents(
        std::span<const management::ActionRequest> requests) override;
    core::Result<> recordOutcome(const management::IntentToken& token, const management::Outcome& outcome) override;

    [[nodiscard]] std::vector<Entry> entries() const;

private:
    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries; // guarded by m_mutex; entry n is record n + 1
};

} // namespace deskwarden::support
