// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/MemoryLedger.h"

namespace deskwarden::support {

core::Result<std::vector<management::IntentToken>> MemoryLedger::recordIntents(
    std::span<const management::ActionRequest> requests)
{
    const std::lock_guard lock(m_mutex);
    std::vector<management::IntentToken> tokens;
    tokens.reserve(requests.size());
    for (const management::ActionRequest& request : requests) {
        const std::uint64_t record = m_entries.size() + 1;
        m_entries.push_back(Entry{record, request, std::nullopt});
        tokens.push_back(makeToken(record));
    }
    return tokens;
}

core::Result<> MemoryLedger::recordOutcome(const management::IntentToken& token, const management::Outcome& outcome)
{
    const std::lock_guard lock(m_mutex);
    if (token.record() == 0 || token.record() > m_entries.size())
        return core::failure(core::ErrorKind::LedgerUnwritable, "The outcome belongs to another ledger.");
    m_entries[token.record() - 1].outcome = outcome;
    return {};
}

std::vector<MemoryLedger::Entry> MemoryLedger::entries() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries;
}

} // namespace deskwarden::support
