// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/MemoryLedger.h"

namespace deskwarden::management {

core::Result<std::vector<IntentToken>> MemoryLedger::recordIntents(std::span<const ActionRequest> requests)
{
    const std::lock_guard lock(m_mutex);
    std::vector<IntentToken> tokens;
    tokens.reserve(requests.size());
    for (const ActionRequest& request : requests) {
        const std::uint64_t record = m_entries.size() + 1;
        m_entries.push_back(Entry{record, request, std::nullopt});
        tokens.push_back(makeToken(record));
    }
    return tokens;
}

core::Result<> MemoryLedger::recordOutcome(const IntentToken& token, const Outcome& outcome)
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

} // namespace deskwarden::management
