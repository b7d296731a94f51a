// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace deskwarden::storage {

enum class AuditKind {
    Intent,          ///< somebody is about to act
    Outcome,         ///< what became of the intent `intentId`
    Checkpoint,      ///< older records up to `intentId` were removed by rotation; `reason` holds the last one's hash,
                     ///< `status` counts the acknowledgements among them, which rotation leaves where they are
    Acknowledgement, ///< an operator has seen that the log is damaged: `outcome` says how, `intentId` at which record,
                     ///< `vmName` is a digest of the records as they were found
};

/// One line of the audit log. Each carries the hash of the one before, so that a changed, reordered or removed record
/// shows.
struct AuditRecord
{
    std::int64_t id = 0; ///< 1, 2, 3, … without a gap
    AuditKind kind = AuditKind::Intent;
    std::int64_t intentId = 0; ///< Outcome: of which intent. Checkpoint: the last record that was removed
    QString time;              ///< UTC, ISO 8601 with milliseconds
    QString operatorName;      ///< who used the program
    QString machine;           ///< on which computer
    QString run;               ///< which run of a program: tells what is in flight from what a killed one left behind
    QString server;
    QString vmHostName;
    std::uint32_t sessionId = 0;
    QString userName;
    QString domainName;
    QString vmName;
    QString action; ///< "logoff", "disconnect", "message"
    QString reason;
    QString outcome; ///< the contract's word; empty for an intent
    std::optional<std::uint32_t> returnValue;
    std::uint32_t status = 0; ///< the call's status where it failed
    QByteArray previous;      ///< hexadecimal SHA-256 of the record before; empty for the first
    QByteArray hash;          ///< of this record's fields and `previous`

    /// What `hash` must be. Every field goes in with its length, so that no two records share one text.
    [[nodiscard]] QByteArray computedHash() const;
};

/// An intent with the outcome that belongs to it, as a person reads it.
struct AuditAct
{
    AuditRecord intent;
    std::optional<AuditRecord> outcome; ///< nothing while it is in flight, or after a crash
};

/// What a check of the log found.
struct AuditVerdict
{
    enum class Damage {
        None,
        Changed,     ///< the record does not have its own hash
        Reordered,   ///< it does not follow the one before it
        Removed,     ///< records are missing before it
        TailCut,     ///< the log ends before the head that is kept beside it
        HeadMissing, ///< records are there, and the head beside them is not
    };
    Damage damage = Damage::None;              ///< what nobody has acknowledged yet
    std::int64_t recordId = 0;                 ///< the first record that is wrong, or the last that should be there
    std::int64_t checked = 0;                  ///< records looked at
    std::vector<AuditRecord> acknowledgements; ///< of earlier damage, which stays to be seen for ever
};

/// "tail_cut", …: for JSON, and for the record of an acknowledgement.
[[nodiscard]] const char* symbol(AuditVerdict::Damage damage) noexcept;
/// What an acknowledgement is about.
[[nodiscard]] AuditVerdict::Damage damageOf(const AuditRecord& acknowledgement) noexcept;

} // namespace deskwarden::storage
