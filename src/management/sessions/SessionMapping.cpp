// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/SessionMapping.h"

#include "core/Names.h"
#include "management/seam/ActionSpec.h"
#include "management/seam/RdmsSchema.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace deskwarden::management {

namespace {

/// As SessionProperties::Name counts them.
constexpr std::array<std::string_view, 8> propertyNames{
    "VMHostName", "SessionId", "VMName", "ConnectState", "UserName", "DomainName", "CollectionId", "ClientMachineName"};
const core::SharedString noText;

} // namespace

void SessionProperties::look(const core::Instance& instance) noexcept
{
    const auto& properties = instance.properties();
    for (std::size_t name = 0; name < count; ++name) {
        Place& place = m_places[name];
        if (place.position < properties.size() && properties[place.position].name.isSameBlock(place.name) &&
            !place.name.isNull())
        {
            m_values[name] = &properties[place.position].value;
            continue;
        }
        const auto found = std::ranges::find_if(properties, [name](const core::Property& property) {
            return core::isSameName(property.name.view(), propertyNames[name]);
        });
        m_values[name] = found == properties.end() ? nullptr : &found->value;
        if (found != properties.end())
            place = {static_cast<std::size_t>(found - properties.begin()), found->name};
    }
}

const core::SharedString& SessionProperties::text(Name name) const noexcept
{
    const core::Value* value = m_values[name];
    const auto* text = value ? std::get_if<core::SharedString>(&value->variant()) : nullptr;
    return text ? *text : noText;
}

core::Result<std::uint32_t> SessionProperties::keyId() const
{
    if (core::collapsed(text(VmHostName).view()).empty())
        return core::failure(core::ErrorKind::Malformed, "A session without VMHostName.");
    const auto id = number(SessionId);
    if (!id)
        return core::failure(core::ErrorKind::Malformed, "A session without a readable SessionId.");
    return *id;
}

core::Result<core::Session> toSession(const core::Instance& instance, const core::ServerId& server,
                                      core::StringPool& pool)
{
    SessionProperties from;
    from.look(instance);
    auto id = from.keyId();
    if (!id)
        return core::failure(std::move(id).error());
    core::Session session;
    session.key = {server, pool.intern(from.text(SessionProperties::VmHostName)), *id};
    session.vmName = pool.intern(from.text(SessionProperties::VmName));
    session.userName = pool.intern(from.text(SessionProperties::UserName));
    session.domainName = pool.intern(from.text(SessionProperties::DomainName));
    session.collectionId = pool.intern(from.text(SessionProperties::CollectionId));
    session.clientMachineName = pool.intern(from.text(SessionProperties::ClientMachineName));
    session.state = from.state();
    return session;
}

InstancePath pathOf(const core::SessionKey& key, std::string_view nameSpace)
{
    InstancePath path;
    path.nameSpace = nameSpace;
    path.className = sessionClass;
    path.keys = {core::Property{core::SharedString("VMHostName"), core::Value(key.vmHostName)},
                 core::Property{core::SharedString("SessionId"), core::Value(key.sessionId)}};
    return path;
}

Arguments argumentsOf(const Action& action)
{
    if (!specOf(action.kind).carriesText)
        return {};
    return {core::Property{core::SharedString("Title"), core::Value(std::string_view(action.title))},
            core::Property{core::SharedString("Message"), core::Value(std::string_view(action.text))}};
}

} // namespace deskwarden::management
