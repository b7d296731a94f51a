// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/SessionCollector.h"

#include "core/Names.h"

#include <utility>

namespace deskwarden::management {

namespace {

constexpr std::uint32_t nowhere = core::OpenTable::none;

using Rows = std::span<const core::Session>;

/// Of a key on one server. WMI compares hosts without regard to case.
std::uint64_t keyHash(std::string_view host, std::uint32_t id) noexcept
{
    return (core::nameHash(host) ^ id) * 0x9E3779B97F4A7C15;
}

auto isKeyOf(Rows rows, std::string_view host, std::uint32_t id) noexcept
{
    return [rows, host, id](std::uint32_t row) {
        return rows[row].key.sessionId == id && core::isSameName(rows[row].key.vmHostName.view(), host);
    };
}

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
    const std::string_view host = key.vmHostName.view();
    return m_handedOnIndex.find(keyHash(host, key.sessionId), isKeyOf(m_handedOn, host, key.sessionId)) != nowhere;
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
            m_beforeIndex.insert(keyHash(rows[row].key.vmHostName.view(), rows[row].key.sessionId), row);
    }
    const std::uint32_t found = m_beforeIndex.find(keyHash(host, id), isKeyOf(rows, host, id));
    return found != nowhere ? std::optional<std::size_t>(found) : std::nullopt;
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
    const auto added = static_cast<std::uint32_t>(m_sessions.size());
    const std::uint32_t place =
        m_newIndex.findOrInsert(keyHash(host.view(), id), added, isKeyOf(m_sessions, host.view(), id));
    if (place != added)
        return markDoubled(place);
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
        m_handedOnIndex.insert(keyHash(session.key.vmHostName.view(), session.key.sessionId),
                               static_cast<std::uint32_t>(m_handedOn.size()));
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
