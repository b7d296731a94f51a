// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditExport.h"

#include "management/seam/ActionSpec.h"

namespace deskwarden::storage {

QJsonObject toJson(const AuditAct& act)
{
    const AuditRecord& intent = act.intent;
    QJsonObject object{{QStringLiteral("id"), static_cast<qint64>(intent.id)},
                       {QStringLiteral("time"), intent.time},
                       {QStringLiteral("operator"), intent.operatorName},
                       {QStringLiteral("machine"), intent.machine},
                       {QStringLiteral("server"), intent.server},
                       {QStringLiteral("VMHostName"), intent.vmHostName},
                       {QStringLiteral("SessionId"), static_cast<qint64>(intent.sessionId)},
                       {QStringLiteral("UserName"), intent.userName},
                       {QStringLiteral("DomainName"), intent.domainName},
                       {QStringLiteral("VMName"), intent.vmName},
                       {QStringLiteral("action"), intent.action},
                       {QStringLiteral("reason"), intent.reason},
                       {QStringLiteral("hash"), QString::fromLatin1(intent.hash)}};
    const auto number = [](std::optional<std::uint32_t> value) {
        return value ? QJsonValue(static_cast<qint64>(*value)) : QJsonValue(QJsonValue::Null);
    };
    const auto& outcome = act.outcome;
    object.insert(QStringLiteral("outcome"), outcome ? QJsonValue(outcome->outcome) : QJsonValue(QJsonValue::Null));
    object.insert(QStringLiteral("returnValue"), number(outcome ? outcome->returnValue : std::nullopt));
    object.insert(QStringLiteral("status"),
                  number(outcome && outcome->status != 0 ? std::optional(outcome->status) : std::nullopt));
    return object;
}

core::Session sessionOf(const AuditRecord& intent)
{
    const auto text = [](const QString& value) { return core::SharedString(value.toStdString()); };
    core::Session session;
    session.key = {core::ServerId{text(intent.server)}, text(intent.vmHostName), intent.sessionId};
    session.userName = text(intent.userName);
    session.domainName = text(intent.domainName);
    session.vmName = text(intent.vmName);
    return session;
}

std::optional<management::ActionKind> actionOf(const AuditRecord& intent)
{
    return management::actionFrom(intent.action.toStdString());
}

} // namespace deskwarden::storage
