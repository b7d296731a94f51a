// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliContext.h"
#include "app/cli/TextTable.h"
#include "management/machines/HostReport.h"
#include "models/texts/HostTexts.h"
#include "models/texts/JsonLines.h"
#include "models/texts/Texts.h"
#include "storage/HostActs.h"
#include "storage/StoragePlaces.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace deskwarden::app {

namespace {

using management::DeploymentNode;
using management::HostFacts;
using management::HostReport;

constexpr std::array hostColumns{TextColumn{"VM HOST", 64}, TextColumn{"SESSIONS", 10},    TextColumn{"IN USE", 10},
                                 TextColumn{"PENDING", 10}, TextColumn{"LOAD", 10},        TextColumn{"MACHINES", 10},
                                 TextColumn{"RUNNING", 10}, TextColumn{"LAST ANSWER", 20}, TextColumn{"FAILED/1H", 10}};
constexpr std::array nodeColumns{TextColumn{"SERVER", 64}, TextColumn{"ROLES", 60},
                                 TextColumn{"MISSING CERTIFICATES", 60}};

/// "-" stands for what is not known.
QString numberText(std::optional<std::uint32_t> number)
{
    return number ? QString::number(*number) : QStringLiteral("-");
}

QString countText(std::size_t count, bool isKnown)
{
    return isKnown ? QString::number(static_cast<qulonglong>(count)) : QStringLiteral("-");
}

QJsonValue countValue(std::size_t count, bool isKnown)
{
    return isKnown ? QJsonValue(static_cast<qint64>(count)) : QJsonValue(QJsonValue::Null);
}

QJsonValue numberValue(std::optional<std::uint32_t> number)
{
    return number ? QJsonValue(static_cast<qint64>(*number)) : QJsonValue(QJsonValue::Null);
}

/// "2026-11-30T08:15:00Z"; empty if there is none.
QString timeText(std::optional<std::chrono::system_clock::time_point> time)
{
    if (!time)
        return {};
    const auto sinceEpoch = std::chrono::duration_cast<std::chrono::milliseconds>(time->time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::UTC).toString(Qt::ISODate);
}

void printTables(Output& output, const HostReport& report)
{
    std::vector<QStringList> hosts;
    for (const HostFacts& host : report.hosts)
        hosts.push_back({models::plainText(host.name), countText(host.sessions, report.sessions.has_value()),
                         countText(host.inUse, report.sessions.has_value()), numberText(host.pending),
                         numberText(host.load), countText(host.machines, report.machines.has_value()),
                         countText(host.running, report.machines.has_value()),
                         host.lastAnswer ? timeText(host.lastAnswer) : QStringLiteral("-"),
                         countText(host.failures.value_or(0), host.failures.has_value())});
    printTable(output, hostColumns, hosts);
    if (!report.nodes)
        return;
    std::vector<QStringList> nodes;
    for (const DeploymentNode& node : *report.nodes) {
        QStringList roles;
        for (const management::NodeRole role : node.roles)
            roles << models::roleName(role);
        QStringList missing;
        for (const management::NodeCertificate certificate : node.missing)
            missing << models::certificateName(certificate);
        nodes.push_back(
            {models::plainText(node.name), roles.join(QStringLiteral(", ")), missing.join(QStringLiteral(", "))});
    }
    output.gatherText({});
    printTable(output, nodeColumns, nodes);
}

void printJson(Output& output, const HostReport& report)
{
    for (const HostFacts& host : report.hosts) {
        QJsonObject object;
        object.insert(QStringLiteral("VMHostName"), QString::fromStdString(host.name));
        object.insert(QStringLiteral("sessions"), countValue(host.sessions, report.sessions.has_value()));
        object.insert(QStringLiteral("inUse"), countValue(host.inUse, report.sessions.has_value()));
        object.insert(QStringLiteral("pending"), numberValue(host.pending));
        object.insert(QStringLiteral("load"), numberValue(host.load));
        object.insert(QStringLiteral("machines"), countValue(host.machines, report.machines.has_value()));
        object.insert(QStringLiteral("running"), countValue(host.running, report.machines.has_value()));
        object.insert(QStringLiteral("lastAnswer"),
                      host.lastAnswer ? QJsonValue(timeText(host.lastAnswer)) : QJsonValue(QJsonValue::Null));
        object.insert(QStringLiteral("failuresLastHour"),
                      countValue(host.failures.value_or(0), host.failures.has_value()));
        output.gather(models::jsonLine(object));
    }
    if (report.nodes) {
        for (const DeploymentNode& node : *report.nodes) {
            QJsonArray roles;
            for (const management::NodeRole role : node.roles)
                roles.append(QString::fromLatin1(management::symbol(role)));
            QJsonArray missing;
            for (const management::NodeCertificate certificate : node.missing)
                missing.append(QString::fromLatin1(management::symbol(certificate)));
            output.gather(models::jsonLine({{QStringLiteral("FQDN"), QString::fromStdString(node.name)},
                                            {QStringLiteral("OSVersion"), QString::fromStdString(node.osVersion)},
                                            {QStringLiteral("roles"), roles},
                                            {QStringLiteral("missingCertificates"), missing}}));
        }
    }
    output.flush();
}

} // namespace

ExitCode runHosts(const CliContext& context)
{
    auto connection = openConnection(context);
    if (!connection)
        return sayError(context, connection.error());
    HostReport report = management::readHosts(**connection, context.options.profile.nameSpace, listLimits(context));
    if (!report.sessions && !report.machines)
        return sayError(context, report.sessions.error());
    const auto acts = storage::readHostActs(storage::StoragePlaces::standard().auditFile(),
                                            context.options.profile.address.id(), context.stop);
    if (acts)
        management::addActs(report.hosts, *acts, std::chrono::system_clock::now());
    if (context.options.isJson)
        printJson(context.output, report);
    else
        printTables(context.output, report);
    bool isAllKnown = true;
    const auto tell = [&](const char* what, const auto& part) {
        if (part)
            return;
        isAllKnown = false;
        context.output.note(QStringLiteral("deskwarden-cli: %1 not known: %2")
                                .arg(QString::fromLatin1(what), models::describe(part.error()).joined()));
    };
    tell("Sessions are", report.sessions);
    tell("Machines are", report.machines);
    tell("The load of the hosts is", report.loads);
    tell("The servers of the deployment are", report.nodes);
    tell("The last answers are", acts);
    return isAllKnown ? ExitCode::Done : ExitCode::NotAllDone;
}

} // namespace deskwarden::app
