// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditChain.h"

#include <utility>

namespace deskwarden::storage {

using Damage = AuditVerdict::Damage;

AuditChain::AuditChain(std::optional<AuditHead::Mark> head, const std::optional<AuditRecord>& checkpoint)
    : m_head(std::move(head))
{
    if (checkpoint) {
        m_signedOff = checkpoint->intentId;
        m_oldest = checkpoint->intentId;
        m_checkpoint = checkpoint->id;
        m_kept = checkpoint->status;
        m_last = {checkpoint->intentId, checkpoint->reason.toLatin1()};
    }
    // Killed after a rotation and before its head was written: the head is the last record that was signed off.
    if (m_head && m_head->id == m_last.id)
        m_hashAtHead = m_last.hash;
}

AuditChain::AuditChain(std::optional<AuditHead::Mark> head)
    : m_head(std::move(head))
    , m_hasPlace(false)
{}

void AuditChain::damaged(Damage damage, std::int64_t record)
{
    if (m_verdict.damage != Damage::None)
        return;
    m_verdict.damage = damage;
    m_verdict.recordId = record;
}

QByteArray AuditChain::digest() const
{
    return m_digest.result().toHex();
}

void AuditChain::add(const AuditRecord& record)
{
    ++m_verdict.checked;
    const QByteArray own = record.computedHash();
    const bool isUnchanged = own == record.hash;
    const bool isAcknowledgement = record.kind == AuditKind::Acknowledgement && isUnchanged;
    if (isAcknowledgement && record.id <= m_signedOff) { // rotation leaves these
        --m_kept;
        m_verdict.acknowledgements.push_back(record);
        return;
    }
    if (m_head && record.id == m_head->id)
        m_hashAtHead = record.hash;
    const bool isFollowing = !m_hasPlace || record.previous == m_last.hash;
    if (isAcknowledgement && isFollowing && record.id > m_last.id &&
        (!m_hasPlace || record.vmName == QLatin1String(digest())))
    {
        m_verdict.damage = Damage::None;
        m_verdict.acknowledgements.push_back(record);
        m_digest.reset();
    } else {
        if (m_hasPlace && record.id != m_last.id + 1)
            damaged(Damage::Removed, record.id);
        else if (!isUnchanged)
            damaged(Damage::Changed, record.id);
        else if (!isFollowing)
            damaged(Damage::Reordered, record.id);
        else if (isAcknowledgement) // what it signs was changed since
            damaged(Damage::Changed, record.id);
        m_digest.addData(own);
    }
    if (m_verdict.damage == Damage::None)
        m_verdict.recordId = record.id;
    if (!m_hasPlace)
        m_oldest = record.id;
    m_hasPlace = true;
    m_last = {record.id, record.hash};
}

void AuditChain::end()
{
    if (m_kept > 0)
        damaged(Damage::Removed, m_checkpoint);
    if (!m_head)
        damaged(Damage::HeadMissing, m_last.id);
    else if (m_head->id > m_last.id)
        damaged(Damage::TailCut, m_head->id);
    else if (m_head->id >= m_oldest && m_hashAtHead != m_head->hash)
        damaged(Damage::Changed, m_head->id);
}

} // namespace deskwarden::storage
