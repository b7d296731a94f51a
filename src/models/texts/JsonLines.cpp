// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/JsonLines.h"

#include "core/HiddenLetters.h"
#include "core/StatusCode.h"
#include "models/texts/DecodedText.h"
#include "models/texts/Texts.h"

#include <QJsonDocument>
#include <QJsonValue>

#include <cstdint>
#include <optional>

namespace deskwarden::models {

namespace {

QString toQt(std::string_view text)
{
    return decodedText(text);
}

QJsonValue toJsonValue(const core::SharedString& text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(toQt(text.view()));
}

QJsonValue optionalNumber(std::optional<std::uint32_t> value)
{
    return value ? QJsonValue(static_cast<qint64>(*value)) : QJsonValue(QJsonValue::Null);
}

/// The call's own status, apart from the ReturnValue.
std::optional<std::uint32_t> callStatus(const management::Outcome& outcome)
{
    if (outcome.error && outcome.error->status() != 0)
        return outcome.error->status();
    return std::nullopt;
}

/// The name of the code that counts; of an error without a code, or with a bare HTTP status, the name of its kind.
QJsonValue symbolOf(const management::Outcome& outcome)
{
    if (const auto status = statusOf(outcome)) {
        if (const core::StatusCode* const known = core::findStatusCode(*status))
            return toQt(known->symbol);
        if (outcome.returnValue || !outcome.error || outcome.error->kind == core::ErrorKind::Fault)
            return QJsonValue(QJsonValue::Null);
    }
    if (outcome.skipReason)
        return QString::fromUtf8(management::symbol(*outcome.skipReason));
    if (outcome.error)
        return QString::fromUtf8(core::symbol(outcome.error->kind));
    return QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject toJson(const core::Session& session)
{
    QJsonObject object;
    object.insert(QStringLiteral("VMHostName"), toJsonValue(session.key.vmHostName));
    object.insert(QStringLiteral("SessionId"), static_cast<qint64>(session.key.sessionId));
    object.insert(QStringLiteral("VMName"), toJsonValue(session.vmName));
    object.insert(QStringLiteral("ConnectState"), session.state == core::ConnectState::Absent
                                                      ? QJsonValue(QJsonValue::Null)
                                                      : QJsonValue(static_cast<qint64>(session.state)));
    object.insert(QStringLiteral("UserName"), toJsonValue(session.userName));
    object.insert(QStringLiteral("DomainName"), toJsonValue(session.domainName));
    object.insert(QStringLiteral("CollectionId"), toJsonValue(session.collectionId));
    object.insert(QStringLiteral("ClientMachineName"), toJsonValue(session.clientMachineName));
    return object;
}

QJsonObject toJson(const core::VirtualDesktop& machine)
{
    QJsonObject object;
    object.insert(QStringLiteral("Name"), toJsonValue(machine.name));
    object.insert(QStringLiteral("HostName"), toJsonValue(machine.hostName));
    object.insert(QStringLiteral("CollectionAlias"), toJsonValue(machine.collectionAlias));
    object.insert(QStringLiteral("SessionUserName"), toJsonValue(machine.sessionUserName));
    object.insert(QStringLiteral("UserName"), toJsonValue(machine.ownerName));
    object.insert(QStringLiteral("UserDomain"), toJsonValue(machine.ownerDomain));
    object.insert(QStringLiteral("VMState"), static_cast<qint64>(machine.state));
    return object;
}

QJsonObject toJson(const management::ActionRequest& request, const management::Outcome& outcome)
{
    const core::Session& session = request.confirmed;
    QJsonObject object;
    object.insert(QStringLiteral("VMHostName"), toJsonValue(session.key.vmHostName));
    object.insert(QStringLiteral("SessionId"), request.machine
                                                   ? QJsonValue(QJsonValue::Null)
                                                   : QJsonValue(static_cast<qint64>(session.key.sessionId)));
    object.insert(QStringLiteral("UserName"), toJsonValue(session.userName));
    object.insert(QStringLiteral("DomainName"), toJsonValue(session.domainName));
    object.insert(QStringLiteral("VMName"), toJsonValue(session.vmName));
    object.insert(QStringLiteral("action"), QString::fromUtf8(management::symbol(request.action.kind)));
    object.insert(QStringLiteral("outcome"), QString::fromUtf8(management::symbol(outcome.kind)));
    object.insert(QStringLiteral("returnValue"), optionalNumber(outcome.returnValue));
    object.insert(QStringLiteral("status"), optionalNumber(callStatus(outcome)));
    object.insert(QStringLiteral("symbol"), symbolOf(outcome));
    object.insert(QStringLiteral("message"), describe(outcome, request.action.kind, session).joined());
    object.insert(QStringLiteral("elapsedMs"), static_cast<qint64>(outcome.elapsed.count()));
    return object;
}

QJsonObject toJson(const management::StageReport& report, const core::ServerAddress& asked)
{
    const Sentence sentence = describe(report, asked);
    QJsonObject object;
    object.insert(QStringLiteral("stage"), QString::fromUtf8(symbol(report.stage)));
    object.insert(QStringLiteral("ok"), !report.error.has_value());
    object.insert(QStringLiteral("message"), sentence.what);
    object.insert(QStringLiteral("remedy"), sentence.nextStep);
    return object;
}

const char* symbol(management::ProbeStage stage) noexcept
{
    using enum management::ProbeStage;
    switch (stage) {
    case Name:
        return "name";
    case Port:
        return "port";
    case Tls:
        return "tls";
    case Protocol:
        return "protocol";
    case Schemes:
        return "schemes";
    case SignIn:
        return "sign_in";
    case Namespace:
        return "namespace";
    case Class:
        return "class";
    case List:
        return "list";
    case ActiveBroker:
        return "active_broker";
    case Deployment:
        return "deployment";
    }
    return "";
}

QByteArray jsonLine(const QJsonObject& object)
{
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return QByteArray::fromStdString(core::withoutHidden({json.constData(), static_cast<std::size_t>(json.size())})) +
           '\n';
}

} // namespace deskwarden::models
