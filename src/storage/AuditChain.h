// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/AuditHead.h"
#include "storage/AuditRecord.h"

#include <QCryptographicHash>

#include <optional>

namespace deskwarden::storage {

/// Walks along the records of the audit log, oldest first, and finds what does not fit. Damage that an operator has
/// acknowledged is told apart from damage that came later.
/// Thread: one at a time.
class AuditChain final
{
public:
    /// The whole log; if it was rotated, from behind the records that its newest checkpoint signs off.
    AuditChain(std::optional<AuditHead::Mark> head, const std::optional<AuditRecord>& checkpoint);
    /// The newest records only: what the first one follows is not looked at.
    explicit AuditChain(std::optional<AuditHead::Mark> head);

    void add(const AuditRecord& record);
    /// After the last record: compares the end with the head beside the log. A head that is older than the end is no
    /// damage: a program may have been killed between the two.
    void end();

    [[nodiscard]] const AuditVerdict& verdict() const noexcept { return m_verdict; }
    [[nodiscard]] const AuditHead::Mark& last() const noexcept { return m_last; }
    /// The records since the newest acknowledgement as they are now: what the next one signs.
    [[nodiscard]] QByteArray digest() const;

private:
    void damaged(AuditVerdict::Damage damage, std::int64_t record);

    const std::optional<AuditHead::Mark> m_head;
    std::int64_t m_signedOff = 0;  ///< the last record that rotation has removed
    std::int64_t m_oldest = 0;     ///< a head that is older cannot be compared
    std::int64_t m_checkpoint = 0; ///< the record that says so
    std::int64_t m_kept = 0;       ///< acknowledgements among the removed that must still be there
    bool m_hasPlace = true;        ///< m_last is what the next record must follow
    AuditHead::Mark m_last;
    QByteArray m_hashAtHead; ///< of the record that the head names, once it was met
    QCryptographicHash m_digest{QCryptographicHash::Sha256};
    AuditVerdict m_verdict;
};

} // namespace deskwarden::storage
