// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/SessionCollector.h"

#include <utility>

namespace deskwarden::management {

namespace {

constexpr std::uint32_t nowhere = 0xFFFF'FFFF;

/// The text of before if it is still the same, else the new one.
const core::SharedString& shared(const core::SharedString& text, const core::SharedString& before) noexcept
{
    return text == before ? before : text;
}

} // namespace

SessionCollector::SessionCollector(core::ServerId server, core::StringPool& pool, SnapshotPointer before)
    : m_server(std::move(server))
    , m_pool(pool)
    , m_before(std::move(before))
{
    if (!m_before)
        return;
    m_sessions.reserve(m_before->sessions.size());
    m_places.assign(m_before->sessions.size(), nowhere);
}

void SessionCollector::add(const std::vector<core::Instance>& instances)
{
    for (const core::Instance& instance : instances)
        add(instance);
}

RowKind SessionCollector::add(const core::Instance& instance)
{
    m_row.look(instance);
    const auto id = m_row.keyId();
    if (!id) {
        ++m_leftOut.unreadable;
        return RowKind::Unreadable;
    }
    const auto known = findBefore(m_row.text(SessionProperties::VmHostName).view(), *id);
    if (known)
        m_next = *known + 1;
    const RowKind kind = known ? addKnown(m_before->sessions[*known], m_places[*known]) : addNew(*id);
    return kind == RowKind::Session && isRepeated(m_sessions.back().key) ? RowKind::Repeated : kind;
}

bool SessionCollector::isRepeated(const core::SessionKey& key) const noexcept
{
    if (m_handedOn.empty())
        return false;
    const std::uint32_t hash = SessionIndex::hashOf(key.vmHostName.view(), key.sessionId);
    return m_handedOnIndex.find(m_handedOn, hash, key.vmHostName.view(), key.sessionId).has_value();
}

RowKind SessionCollector::markDoubled(std::uint32_t place)
{
    m_sessions[place].isDoubled = true;
    ++m_leftOut.doubled;
    return RowKind::Doubled;
}

std::optional<std::size_t> SessionCollector::findBefore(std::string_view host, std::uint32_t id)
{
    if (m_places.empty())
        return std::nullopt;
    const std::span<const core::Session> rows = m_before->sessions.rows();
    if (m_next < rows.size() && rows[m_next].key.sessionId == id && rows[m_next].key.vmHostName.view() == host)
        return m_next;
    if (m_beforeIndex.isEmpty()) {
        m_beforeIndex.reserve(rows.size());
        for (std::uint32_t row = 0; row < rows.size(); ++row)
            m_beforeIndex.insert(row, SessionIndex::hashOf(rows[row].key.vmHostName.view(), rows[row].key.sessionId));
    }
    const auto found = m_beforeIndex.find(rows, SessionIndex::hashOf(host, id), host, id);
    return found ? std::optional<std::size_t>(*found) : std::nullopt;
}

RowKind SessionCollector::addKnown(const core::Session& before, std::uint32_t& place)
{
    if (place != nowhere)
        return markDoubled(place);
    place = static_cast<std::uint32_t>(m_sessions.size());
    core::Session& session = m_sessions.emplace_back();
    session.key = before.key;
    session.vmName = shared(m_row.text(SessionProperties::VmName), before.vmName);
    session.userName = shared(m_row.text(SessionProperties::UserName), before.userName);
    session.domainName = shared(m_row.text(SessionProperties::DomainName), before.domainName);
    session.collectionId = shared(m_row.text(SessionProperties::CollectionId), before.collectionId);
    session.clientMachineName = shared(m_row.text(SessionProperties::ClientMachineName), before.clientMachineName);
    session.state = m_row.state();
    return RowKind::Session;
}

RowKind SessionCollector::addNew(std::uint32_t id)
{
    const core::SharedString& host = m_row.text(SessionProperties::VmHostName);
    const std::uint32_t hash = SessionIndex::hashOf(host.view(), id);
    if (const auto place = m_newIndex.find(m_sessions, hash, host.view(), id))
        return markDoubled(*place);
    m_newIndex.insert(static_cast<std::uint32_t>(m_sessions.size()), hash);
    // Names of machines and people are mostly their own: only what many rows repeat is worth a look into the pool.
    core::Session& session = m_sessions.emplace_back();
    session.key = {m_server, m_pool.intern(host), id};
    session.vmName = m_row.text(SessionProperties::VmName);
    session.userName = m_row.text(SessionProperties::UserName);
    session.domainName = m_pool.intern(m_row.text(SessionProperties::DomainName));
    session.collectionId = m_pool.intern(m_row.text(SessionProperties::CollectionId));
    session.clientMachineName = m_row.text(SessionProperties::ClientMachineName);
    session.state = m_row.state();
    return RowKind::Session;
}

void SessionCollector::clear()
{
    m_places.assign(m_places.size(), nowhere);
    m_newIndex.clear();
    m_sessions.clear();
    m_next = 0;
    m_leftOut = {};
}

void SessionCollector::beginAnew()
{
    for (core::Session& session : m_sessions) {
        if (isRepeated(session.key))
            continue;
        m_handedOnIndex.insert(static_cast<std::uint32_t>(m_handedOn.size()),
                               SessionIndex::hashOf(session.key.vmHostName.view(), session.key.sessionId));
        m_handedOn.push_back(std::move(session));
    }
    clear();
}

std::vector<core::Session> SessionCollector::takeSessions()
{
    m_places.clear();
    m_newIndex.clear();
    // What is kept for as long as the list is holds no room for more.
    m_sessions.shrink_to_fit();
    return std::exchange(m_sessions, {});
}

} // namespace deskwarden::management
