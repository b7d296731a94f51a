// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/Action.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace deskwarden::management {

/// Proof that the intent to act is recorded. Only a ledger makes one, and each serves for one act.
class IntentToken final
{
public:
    IntentToken(IntentToken&&) noexcept = default;
    IntentToken& operator=(IntentToken&&) noexcept = default;
    IntentToken(const IntentToken&) = delete;
    IntentToken& operator=(const IntentToken&) = delete;
    ~IntentToken() = default;

    [[nodiscard]] std::uint64_t record() const noexcept { return m_record; }
    /// Of that record and, through it, of all before it; empty where the ledger has no hashes.
    [[nodiscard]] const std::string& hash() const noexcept { return m_hash; }

private:
    friend class ActLedger;
    IntentToken(std::uint64_t record, std::string hash) noexcept
        : m_record(record)
        , m_hash(std::move(hash))
    {}
    std::uint64_t m_record;
    std::string m_hash;
};

/// An act that has its outcome. Both live as long as the call that it is handed to.
struct SettledAct
{
    const IntentToken* token = nullptr;
    const Outcome* outcome = nullptr;
};

/// The record of what was meant to be done and what became of it. No act without a recorded intent.
/// Thread: any; implementations guard themselves. Blocks: while the record is written.
class ActLedger
{
public:
    ActLedger() = default;
    ActLedger(const ActLedger&) = delete;
    ActLedger& operator=(const ActLedger&) = delete;
    virtual ~ActLedger() = default;

    /// Records all of them or none; one token for each, in order. Fails: LedgerUnwritable, and then nothing may be
    /// done.
    [[nodiscard]] virtual core::Result<std::vector<IntentToken>> recordIntents(
        std::span<const ActionRequest> requests) = 0;
    /// Called exactly once for each token. A ledger that fails keeps the outcome for recordWhatIsLeft().
    virtual core::Result<> recordOutcome(const IntentToken& token, const Outcome& outcome) = 0;
    /// Several at once, which a ledger on a disk writes with one sync. Fails: if one of them does.
    virtual core::Result<> recordOutcomes(std::span<const SettledAct> acts)
    {
        core::Result<> all;
        for (const SettledAct& act : acts) {
            if (auto recorded = recordOutcome(*act.token, *act.outcome); !recorded)
                all = std::move(recorded);
        }
        return all;
    }

    /// Tries once more to record the outcomes that could not be. To be called when no act runs any more; a ledger that
    /// cannot fail has none. Fails: with how many it still could not; the record shows their acts in flight.
    virtual core::Result<> recordWhatIsLeft() { return {}; }

protected:
    [[nodiscard]] static IntentToken makeToken(std::uint64_t record, std::string hash = {}) noexcept
    {
        return IntentToken(record, std::move(hash));
    }
};

} // namespace deskwarden::management
