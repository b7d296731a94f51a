// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/SessionMapping.h"

#include "management/RdmsSchema.h"

namespace deskwarden::management {

namespace {

core::SharedString textOf(const core::Instance& instance, std::string_view name, core::StringPool& pool)
{
    const core::Value* value = instance.find(name);
    const core::SharedString text = value ? value->text() : core::SharedString();
    return text.isNull() ? text : pool.intern(text.view());
}

} // namespace

core::Result<core::Session> toSession(const core::Instance& instance, const core::ServerId& server,
                                      core::StringPool& pool)
{
    core::Session session;
    session.key.server = server;
    session.key.vmHostName = textOf(instance, "VMHostName", pool);
    if (session.key.vmHostName.isEmpty())
        return core::failure(core::ErrorKind::Malformed, "A session without VMHostName.");
    const core::Value* id = instance.find("SessionId");
    const auto sessionId = id ? id->toUint32() : std::nullopt;
    if (!sessionId)
        return core::failure(core::ErrorKind::Malformed, "A session without a readable SessionId.");
    session.key.sessionId = *sessionId;
    session.vmName = textOf(instance, "VMName", pool);
    session.userName = textOf(instance, "UserName", pool);
    session.domainName = textOf(instance, "DomainName", pool);
    session.collectionId = textOf(instance, "CollectionId", pool);
    session.clientMachineName = textOf(instance, "ClientMachineName", pool);
    if (const core::Value* state = instance.find("ConnectState")) {
        if (const auto number = state->toUint32())
            session.state = static_cast<core::ConnectState>(*number);
    }
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
    switch (action.kind) {
    case ActionKind::Logoff:
    case ActionKind::Disconnect:
        return {};
    case ActionKind::Message:
        return {core::Property{core::SharedString("Title"), core::Value(std::string_view(action.title))},
                core::Property{core::SharedString("Message"), core::Value(std::string_view(action.text))}};
    }
    return {};
}

} // namespace deskwarden::management
