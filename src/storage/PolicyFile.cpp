// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/PolicyFile.h"

#include "core/HandOff.h"
#include "core/HiddenLetters.h"
#include "core/TransportSpec.h"
#include "core/WebAddress.h"
#include "management/seam/ActionSpec.h"
#include "storage/GuardedPath.h"
#include "storage/OwnFiles.h"
#include "storage/RepeatedKey.h"
#include "storage/StoragePlaces.h"
#ifdef _WIN32
#include "storage/PolicyRegistry.h"
#endif

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <span>

namespace deskwarden::storage {

using core::Transport;
using management::Policy;

namespace {

constexpr qint64 largestPolicy = 1 << 20;

/// Nothing if the value fits, else what is wrong with it.
using Problem = std::optional<QString>;

Problem takeFlag(const QJsonValue& value, bool& flag)
{
    if (!value.isBool())
        return QStringLiteral("must be true or false");
    flag = value.toBool();
    return std::nullopt;
}

Problem takeCount(const QJsonValue& value, std::size_t& count)
{
    const double number = value.toDouble(-1);
    if (number < 1 || number > 1'000'000 || number != static_cast<double>(static_cast<qint64>(number)))
        return QStringLiteral("must be a whole number from 1 to 1000000");
    count = static_cast<std::size_t>(number);
    return std::nullopt;
}

/// It is looked at before all else.
Problem takeVersion(const QJsonValue& value)
{
    std::size_t version = 0;
    if (auto problem = takeCount(value, version))
        return problem;
    if (version > policyVersion)
        return QStringLiteral("is %1, and this program understands no more than %2: install a newer one")
            .arg(version)
            .arg(policyVersion);
    return std::nullopt;
}

Problem takeTexts(const QJsonValue& value, std::vector<std::string>& texts)
{
    if (!value.isArray())
        return QStringLiteral("must be a list of texts");
    for (const auto& entry : value.toArray()) {
        if (!entry.isString() || entry.toString().trimmed().isEmpty())
            return QStringLiteral("must be a list of texts, none of them empty");
        texts.push_back(entry.toString().trimmed().toStdString());
    }
    return std::nullopt;
}

/// "a, b and c"
QString listed(QStringList words)
{
    const QString last = words.takeLast();
    return words.isEmpty() ? last : words.join(QStringLiteral(", ")) + QStringLiteral(" and ") + last;
}

QStringList actionWords()
{
    QStringList words;
    for (const management::ActionSpec& spec : management::actionSpecs)
        words << QString::fromLatin1(management::symbol(spec.kind));
    return words;
}

Problem takePattern(const QJsonValue& value, std::vector<std::string>& patterns)
{
    if (!value.isString() || value.toString().trimmed().isEmpty())
        return QStringLiteral("must be a text that is not empty");
    patterns.push_back(value.toString().trimmed().toStdString());
    return std::nullopt;
}

Problem takeActions(const QJsonValue& value, Policy& policy)
{
    std::vector<std::string> names;
    if (auto problem = takeTexts(value, names))
        return problem;
    policy.forbiddenActions.set();
    for (const std::string& name : names) {
        const auto kind = management::actionFrom(name);
        if (!kind)
            return QStringLiteral("knows %1 only").arg(listed(actionWords()));
        policy.forbiddenActions.reset(management::indexOf(*kind));
        policy.namedActions.set(management::indexOf(*kind));
    }
    return std::nullopt;
}

QStringList transportWords()
{
    QStringList words;
    for (const core::TransportSpec& spec : core::transportSpecs) {
        if (spec.word != nullptr)
            words << QString::fromLatin1(spec.word);
    }
    return words;
}

Problem takeTransports(const QJsonValue& value, std::vector<Transport>& transports)
{
    std::vector<std::string> names;
    if (auto problem = takeTexts(value, names))
        return problem;
    if (names.empty())
        return QStringLiteral("must name at least one of %1").arg(listed(transportWords()));
    for (const std::string& name : names) {
        const auto transport = core::transportFrom(name);
        if (!transport)
            return QStringLiteral("knows %1 only").arg(listed(transportWords()));
        transports.push_back(*transport);
    }
    return std::nullopt;
}

Problem takeAddress(const QJsonValue& value, std::string& address)
{
    const auto read = core::WebAddress::parse(value.toString().trimmed().toStdString());
    if (!read)
        return QStringLiteral("must be an address that begins with https://");
    address = read->text();
    return std::nullopt;
}

Problem takeHandOffs(const QJsonValue& value, std::vector<std::string>& lines)
{
    if (auto problem = takeTexts(value, lines))
        return problem;
    if (lines.empty() || lines.size() > core::mostHandOffs)
        return QStringLiteral("must name 1 to %1 programs").arg(core::mostHandOffs);
    for (const std::string& line : lines) {
        if (!core::parseHandOff(line))
            return QStringLiteral("has \"%1\", which is neither a known word nor NAME = PROGRAM ARGUMENTS")
                .arg(QString::fromStdString(core::shownText(line, 80)));
    }
    return std::nullopt;
}

struct Entry
{
    const char* name;
    PolicyKind kind;
    std::function<Problem(const QJsonValue&, Policy&)> take;
};

std::span<const Entry> entries()
{
    static const std::array<Entry, 15> all{{
        {"version", PolicyKind::Number, [](const QJsonValue& value, Policy&) { return takeVersion(value); }},
        {"readOnly", PolicyKind::Flag,
         [](const QJsonValue& value, Policy& policy) { return takeFlag(value, policy.isReadOnly); }},
        {"actions", PolicyKind::Texts,
         [](const QJsonValue& value, Policy& policy) { return takeActions(value, policy); }},
        {"largestPlan", PolicyKind::Number,
         [](const QJsonValue& value, Policy& policy) { return takeCount(value, policy.largestPlan); }},
        {"typeNumberFrom", PolicyKind::Number,
         [](const QJsonValue& value, Policy& policy) { return takeCount(value, policy.typeNumberFrom); }},
        {"requireReason", PolicyKind::Flag,
         [](const QJsonValue& value, Policy& policy) { return takeFlag(value, policy.requiresReason); }},
        {"requireSystemLog", PolicyKind::Flag,
         [](const QJsonValue& value, Policy& policy) { return takeFlag(value, policy.requiresSystemLog); }},
        {"ticketPattern", PolicyKind::Text,
         [](const QJsonValue& value, Policy& policy) { return takePattern(value, policy.ticketPatterns); }},
        {"protectedAccounts", PolicyKind::Texts,
         [](const QJsonValue& value, Policy& policy) { return takeTexts(value, policy.protectedAccounts); }},
        {"protectedHosts", PolicyKind::Texts,
         [](const QJsonValue& value, Policy& policy) { return takeTexts(value, policy.protectedHosts); }},
        {"transports", PolicyKind::Texts,
         [](const QJsonValue& value, Policy& policy) { return takeTransports(value, policy.transports); }},
        {"forbidUpdateCheck", PolicyKind::Flag,
         [](const QJsonValue& value, Policy& policy) { return takeFlag(value, policy.forbidsUpdateCheck); }},
        {"updateAddress", PolicyKind::Text,
         [](const QJsonValue& value, Policy& policy) { return takeAddress(value, policy.updateAddress); }},
        {"forbidHandOffs", PolicyKind::Flag,
         [](const QJsonValue& value, Policy& policy) { return takeFlag(value, policy.forbidsHandOffs); }},
        {"handOffs", PolicyKind::Texts,
         [](const QJsonValue& value, Policy& policy) { return takeHandOffs(value, policy.handOffs); }},
    }};
    return all;
}

Policy readOnly(const QString& file, const QString& problem)
{
    Policy policy;
    policy.isReadOnly = true;
    policy.problem = QString(file + QStringLiteral(": ") + problem).toStdString();
    return policy;
}

} // namespace

QStringList policyKeys()
{
    QStringList keys;
    for (const Entry& entry : entries())
        keys << QString::fromLatin1(entry.name);
    return keys;
}

PolicyKind policyKind(const QString& key)
{
    const auto known =
        std::ranges::find_if(entries(), [&key](const Entry& entry) { return key == QLatin1String(entry.name); });
    return known == entries().end() ? PolicyKind::Flag : known->kind;
}

Policy readPolicyFile(const QString& name)
{
    const auto content = readSmall(name, largestPolicy);
    if (!content)
        return readOnly(name, content.error());
    if (*content)
        return readPolicy(**content, name);
    return QFileInfo(name).isSymLink() ? readOnly(name, QStringLiteral("a link that leads nowhere")) : Policy();
}

Policy readGuardedPolicyFile(const QString& name, std::uint32_t administrator)
{
    if (const auto why = whyNotGuarded(name, administrator))
        return readOnly(name, *why);
    return readPolicyFile(name);
}

Policy readSystemPolicy()
{
    auto policy = readGuardedPolicyFile(StoragePlaces::policyFile());
#ifdef _WIN32
    const Policy registry = readPolicyRegistry(HKEY_LOCAL_MACHINE, QString::fromWCharArray(policyKey));
    policy = management::stricter(policy, registry);
    policy.namedActions |= registry.namedActions; // both are the administrator's
#endif
    return policy;
}

Policy readPolicy(const QByteArray& content, const QString& name)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(content, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = content.left(error.offset).count('\n') + 1;
        return readOnly(name, QStringLiteral("line %1: %2").arg(line).arg(error.errorString()));
    }
    if (!document.isObject())
        return readOnly(name, QStringLiteral("must be one JSON object"));
    if (const auto repeated = repeatedKey(content))
        return readOnly(name, QStringLiteral("\"%1\" is there twice").arg(*repeated));
    Policy policy;
    const QJsonObject object = document.object();
    const QJsonValue version = object.value(QLatin1String("version"));
    if (const Problem problem = version.isUndefined() ? std::nullopt : takeVersion(version))
        return readOnly(name, QStringLiteral("\"version\" %1").arg(*problem));
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        const auto known = std::ranges::find_if(
            entries(), [&](const Entry& entry) { return member.key() == QLatin1String(entry.name); });
        if (known == entries().end())
            return readOnly(name, QStringLiteral("\"%1\" is not known").arg(member.key()));
        if (const Problem problem = known->take(member.value(), policy))
            return readOnly(name, QStringLiteral("\"%1\" %2").arg(member.key(), *problem));
    }
    return policy;
}

} // namespace deskwarden::storage
