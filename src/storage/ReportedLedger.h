// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActLedger.h"
#include "management/acting/Policy.h"
#include "storage/AuditLog.h"
#include "storage/SystemLog.h"

#include <QString>

#include <map>
#include <memory>
#include <mutex>

namespace deskwarden::storage {

class Preferences;

/// A ledger whose finished acts are reported to the system's log as well, one entry an act: what was done to whom, by
/// whom, why, and what became of it. The ledger behind it stays the record. Where the system's log is a must, it is
/// told of each act before, too, and an act that it has not taken for a second is not done. Thread: any. Owner:
/// outlives every runner; the ledger behind it outlives this.
class ReportedLedger final : public management::ActLedger
{
public:
    enum class Log { Wished, Demanded };
    static constexpr std::uint32_t announced = 10; ///< added to the number of an event that is yet to come

    /// Without a log nothing is reported, and nothing is done where one is demanded.
    ReportedLedger(management::ActLedger& ledger, std::unique_ptr<SystemLog> log, AuditOrigin origin,
                   Log need = Log::Wished);

    [[nodiscard]] core::Result<std::vector<management::IntentToken>> recordIntents(
        std::span<const management::ActionRequest> requests) override;
    core::Result<> recordOutcome(const management::IntentToken& token, const management::Outcome& outcome) override;
    core::Result<> recordOutcomes(std::span<const management::SettledAct> acts) override;
    core::Result<> recordWhatIsLeft() override { return m_ledger.recordWhatIsLeft(); }

private:
    void report(const management::IntentToken& token, const management::Outcome& outcome);
    [[nodiscard]] bool tell(SystemLog::Level level, std::uint32_t event, const QString& text,
                            const SystemLogFields& fields);
    [[nodiscard]] bool announce(std::span<const management::IntentToken> tokens);
    struct Act
    {
        management::ActionKind kind = management::ActionKind::Logoff;
        QString text;
        SystemLogFields fields;
    };

    management::ActLedger& m_ledger;
    const std::unique_ptr<SystemLog> m_log;
    const AuditOrigin m_origin;
    const Log m_need;
    std::mutex m_mutex;
    std::map<std::uint64_t, Act> m_acts; // guarded by m_mutex: recorded, and without an outcome yet
};

/// The same ledger, reported to the system's log, if the person has asked for that (preference::systemLog) and there is
/// one, or if policy demands it; else nullptr.
[[nodiscard]] std::unique_ptr<ReportedLedger> reportedLedger(management::ActLedger& ledger,
                                                             const Preferences& preferences,
                                                             const management::Policy& policy,
                                                             const AuditOrigin& origin);

} // namespace deskwarden::storage
