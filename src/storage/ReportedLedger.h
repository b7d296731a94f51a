// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActLedger.h"
#include "storage/AuditLog.h"
#include "storage/SystemLog.h"

#include <QString>

#include <map>
#include <memory>
#include <mutex>

namespace deskwarden::storage {

class Preferences;

/// A ledger whose finished acts are reported to the system's log as well, one entry an act: what was done to whom, by
/// whom, why, and what became of it. The ledger behind it stays the record.
/// Thread: any. Owner: outlives every runner; the ledger behind it outlives this.
class ReportedLedger final : public management::ActLedger
{
public:
    ReportedLedger(management::ActLedger& ledger, std::unique_ptr<SystemLog> log, AuditOrigin origin);

    [[nodiscard]] core::Result<std::vector<management::IntentToken>> recordIntents(
        std::span<const management::ActionRequest> requests) override;
    core::Result<> recordOutcome(const management::IntentToken& token, const management::Outcome& outcome) override;
    core::Result<> recordOutcomes(std::span<const management::SettledAct> acts) override;
    core::Result<> recordWhatIsLeft() override { return m_ledger.recordWhatIsLeft(); }

private:
    void report(const management::IntentToken& token, const management::Outcome& outcome);
    struct Act
    {
        management::ActionKind kind = management::ActionKind::Logoff;
        QString text;
        SystemLogFields fields;
    };

    management::ActLedger& m_ledger;
    const std::unique_ptr<SystemLog> m_log;
    const AuditOrigin m_origin;
    std::mutex m_mutex;
    std::map<std::uint64_t, Act> m_acts; // guarded by m_mutex: recorded, and without an outcome yet
};

/// The same ledger, reported to the system's log; nullptr where there is none, or where the person has not asked for it
/// (preference::systemLog).
[[nodiscard]] std::unique_ptr<ReportedLedger> reportedLedger(management::ActLedger& ledger,
                                                             const Preferences& preferences, const AuditOrigin& origin);

} // namespace deskwarden::storage
