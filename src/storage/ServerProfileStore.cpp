// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/ServerProfileStore.h"

#include "storage/FileQueue.h"
#include "storage/OwnFiles.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace deskwarden::storage {

namespace {

constexpr int formatVersion = 1;
constexpr std::size_t mostServers = 50;
constexpr qint64 largestFile = 1 << 20;
constexpr int longestInterval = 3600;

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

core::ManagementError problem(const QString& what)
{
    core::ManagementError error;
    error.kind = core::ErrorKind::InvalidInput;
    error.detail = what.toStdString();
    return error;
}

/// A file may hold any year; the clock counts nanoseconds in 64 bits, from 1677 to 2262. What lies beyond is its end.
std::chrono::system_clock::time_point timeFrom(const QDateTime& when)
{
    using namespace std::chrono;
    using Duration = system_clock::duration;
    return system_clock::time_point(std::clamp(milliseconds(when.toMSecsSinceEpoch()),
                                               ceil<milliseconds>(Duration::min()),
                                               floor<milliseconds>(Duration::max())));
}

bool isDemo(const KnownServer& server)
{
    return server.profile.address.transport == core::Transport::Demo;
}

bool isUsedBefore(const KnownServer& left, const KnownServer& right)
{
    return left.lastUsed < right.lastUsed;
}

QJsonObject toJson(const core::DirectorySettings& directory)
{
    return {{QStringLiteral("address"), text(directory.address)},
            {QStringLiteral("ownDomain"), directory.isOwnDomain},
            {QStringLiteral("signIn"), text(core::name(directory.signIn))},
            {QStringLiteral("base"), text(directory.base)},
            {QStringLiteral("domain"), text(directory.domain)},
            {QStringLiteral("caFile"), text(directory.caFile)}};
}

core::DirectorySettings directoryFrom(const QJsonObject& object)
{
    const auto word = [&object](const char* key) { return object.value(QLatin1String(key)).toString().toStdString(); };
    core::DirectorySettings directory;
    directory.address = word("address");
    directory.isOwnDomain = object.value(QLatin1String("ownDomain")).toBool();
    directory.signIn = core::directorySignInFromName(word("signIn"));
    directory.base = word("base");
    directory.domain = word("domain");
    directory.caFile = word("caFile");
    return directory;
}

QJsonObject toJson(const KnownServer& server)
{
    const core::ServerProfile& profile = server.profile;
    const auto interval = profile.refreshInterval;
    const auto sinceEpoch = std::chrono::duration_cast<std::chrono::milliseconds>(server.lastUsed.time_since_epoch());
    return {
        {QStringLiteral("address"), text(profile.address.text())},
        {QStringLiteral("name"), text(profile.name)},
        {QStringLiteral("user"), text(profile.user)},
        {QStringLiteral("auth"), text(core::name(profile.auth))},
        {QStringLiteral("caFile"), text(profile.caFile)},
        {QStringLiteral("fingerprint"), text(profile.fingerprint)},
        {QStringLiteral("clientCertificate"), text(profile.clientCertificate)},
        {QStringLiteral("clientKey"), text(profile.clientKey)},
        {QStringLiteral("serviceClass"), text(profile.serviceClass)},
        {QStringLiteral("namespace"), text(profile.nameSpace)},
        {QStringLiteral("uriStyle"),
         profile.uriStyle == core::UriStyle::Cim ? QStringLiteral("cim") : QStringLiteral("wmi")},
        {QStringLiteral("timeoutSeconds"), static_cast<double>(profile.timeout.count())},
        {QStringLiteral("refreshSeconds"), interval ? QJsonValue(static_cast<int>(interval->count())) : QJsonValue()},
        {QStringLiteral("directory"), toJson(profile.directory)},
        {QStringLiteral("lastUsed"),
         QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::UTC).toString(Qt::ISODateWithMs)},
    };
}

core::Result<KnownServer> fromJson(const QJsonObject& object)
{
    const auto word = [&object](const char* key, std::string_view fallback = {}) {
        return object.value(QLatin1String(key)).toString(text(fallback)).toStdString();
    };
    KnownServer server;
    core::ServerProfile& profile = server.profile;
    auto address = core::ServerAddress::parse(word("address"));
    if (!address)
        return tl::unexpected(address.error());
    profile.address = *std::move(address);
    auto scheme = core::authSchemeFromName(word("auth", core::name(core::AuthScheme::Automatic)));
    if (!scheme)
        return tl::unexpected(scheme.error());
    profile.auth = *scheme;
    profile.name = word("name");
    profile.user = word("user");
    profile.caFile = word("caFile");
    profile.fingerprint = word("fingerprint");
    if (!profile.fingerprint.empty()) {
        // A pin that is damaged must not silently become no pin.
        auto fingerprint = core::normalisedFingerprint(profile.fingerprint);
        if (!fingerprint)
            return tl::unexpected(fingerprint.error());
        profile.fingerprint = *std::move(fingerprint);
    }
    profile.clientCertificate = word("clientCertificate");
    profile.clientKey = word("clientKey");
    profile.serviceClass = word("serviceClass", profile.serviceClass);
    profile.nameSpace = word("namespace", profile.nameSpace);
    profile.uriStyle = word("uriStyle") == "cim" ? core::UriStyle::Cim : core::UriStyle::Wmi;
    profile.timeout =
        std::chrono::seconds(std::clamp(object.value(QLatin1String("timeoutSeconds")).toInt(60), 1, 3600));
    if (const QJsonValue interval = object.value(QLatin1String("refreshSeconds")); interval.isDouble())
        profile.refreshInterval = std::chrono::seconds(std::clamp(interval.toInt(), 0, longestInterval));
    profile.directory = directoryFrom(object.value(QLatin1String("directory")).toObject());
    const QDateTime when = QDateTime::fromString(object.value(QLatin1String("lastUsed")).toString(), Qt::ISODateWithMs);
    if (when.isValid())
        server.lastUsed = timeFrom(when);
    return server;
}

QByteArray toBytes(const QJsonArray& servers)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), formatVersion}, {QStringLiteral("servers"), servers}})
        .toJson();
}

/// Only their user may read them: names of accounts that may end sessions are nobody else's business.
core::Result<> writeServers(const QString& file, const QByteArray& bytes)
{
    const auto refused = [&file](const QString& why) {
        return core::failure(problem(QStringLiteral("The list of servers %1 cannot be written: %2").arg(file, why)));
    };
    if (const auto made = makeOwnFolder(QFileInfo(file).absolutePath()); !made)
        return refused(made.error());
    if (const auto saved = writeWhole(file, bytes, WrittenFor::Program); !saved)
        return refused(saved.error());
    return {};
}

/// The entries of a file, not looked at yet. Fails: with the reason, which goes on after "the list is damaged".
tl::expected<QJsonArray, QString> entriesOf(const QByteArray& bytes)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return tl::unexpected(parseError.errorString());
    const QJsonValue servers = document.object().value(QLatin1String("servers"));
    if (!servers.isArray())
        return tl::unexpected(QStringLiteral("it is no list of servers"));
    if (document.object().value(QLatin1String("version")).toInt() != formatVersion)
        return tl::unexpected(QStringLiteral("it is of another version"));
    return servers.toArray();
}

} // namespace

ServerProfileStore::ServerProfileStore(QString file, FileQueue* queue)
    : m_file(std::move(file))
    , m_queue(queue)
{
    load();
}

void ServerProfileStore::load()
{
    const auto content = readSmall(m_file, largestFile);
    if (!content && QFileInfo(m_file).isFile() && QFileInfo(m_file).size() > largestFile)
        return keepAside(QStringLiteral("it is far too large"));
    if (!content) {
        m_loadError = problem(QStringLiteral("The list of servers %1 cannot be read: %2").arg(m_file, content.error()));
        return;
    }
    if (!*content)
        return;
    const auto entries = entriesOf(**content);
    if (!entries)
        return keepAside(entries.error());
    QString firstProblem;
    for (qsizetype index = 0; index < entries->size(); ++index) {
        auto server = fromJson(entries->at(index).toObject());
        if (server)
            m_servers.push_back(*std::move(server));
        else if (firstProblem.isEmpty())
            firstProblem = QStringLiteral("entry %1 cannot be used").arg(index + 1);
    }
    if (!firstProblem.isEmpty())
        keepAside(firstProblem);
}

void ServerProfileStore::keepAside(const QString& why)
{
    const QString aside = m_file + QStringLiteral(".damaged");
    QFile::remove(aside);
    if (!QFile::rename(m_file, aside)) {
        m_loadError = problem(QStringLiteral("The list of servers %1 is damaged (%2).").arg(m_file, why));
        return;
    }
    m_loadError = problem(QStringLiteral("The list of servers was damaged (%1). It was kept as %2.").arg(why, aside));
    if (!m_servers.empty()) {
        if (const auto saved = save(); !saved)
            m_loadError = saved.error();
    }
}

core::Result<> ServerProfileStore::remember(const core::ServerProfile& profile,
                                            std::chrono::system_clock::time_point when)
{
    if (profile.address.transport == core::Transport::Demo)
        return {};
    const auto isIt = [&profile](const KnownServer& known) {
        return known.profile.address.id() == profile.address.id() && known.profile.name == profile.name;
    };
    auto known = std::ranges::find_if(m_servers, isIt);
    if (known == m_servers.end() && profile.name.empty())
        known = std::ranges::find(m_servers, profile.address.id(),
                                  [](const KnownServer& server) { return server.profile.address.id(); });
    if (known == m_servers.end())
        known = m_servers.insert(m_servers.begin(), KnownServer{profile, when});
    std::string name = known->profile.name;
    *known = KnownServer{profile, when};
    known->profile.name = std::move(name);
    while (m_servers.size() > mostServers)
        m_servers.erase(std::ranges::min_element(m_servers, isUsedBefore));
    return save();
}

const KnownServer* ServerProfileStore::latest() const noexcept
{
    const auto found = std::ranges::max_element(m_servers, isUsedBefore);
    return found == m_servers.end() ? nullptr : &*found;
}

core::Result<> ServerProfileStore::setServers(std::vector<KnownServer> servers)
{
    std::erase_if(servers, isDemo);
    if (servers.size() > mostServers)
        servers.resize(mostServers);
    m_servers = std::move(servers);
    return save();
}

QByteArray ServerProfileStore::exported(const std::vector<KnownServer>& servers)
{
    QJsonArray entries;
    for (const KnownServer& server : servers) {
        QJsonObject entry = toJson(server);
        entry.remove(QStringLiteral("lastUsed"));
        entries.append(entry);
    }
    return toBytes(entries);
}

core::Result<std::vector<KnownServer>> ServerProfileStore::imported(const QByteArray& bytes)
{
    if (bytes.size() > largestFile)
        return core::failure(problem(QStringLiteral("it is far too large")));
    const auto entries = entriesOf(bytes);
    if (!entries)
        return core::failure(problem(entries.error()));
    std::vector<KnownServer> servers;
    for (qsizetype index = 0; index < entries->size(); ++index) {
        auto server = fromJson(entries->at(index).toObject());
        if (!server || isDemo(*server))
            return core::failure(problem(QStringLiteral("entry %1 cannot be used").arg(index + 1)));
        servers.push_back(*std::move(server));
    }
    return servers;
}

core::ServerProfile ServerProfileStore::completed(const std::vector<KnownServer>& servers,
                                                  const core::ServerProfile& asked)
{
    const KnownServer* known = nullptr;
    for (const KnownServer& server : servers) {
        if (server.profile.address != asked.address)
            continue;
        const bool isOfUser = !asked.user.empty() && server.profile.user == asked.user;
        const bool wasOfUser = known != nullptr && !asked.user.empty() && known->profile.user == asked.user;
        if (known == nullptr || isOfUser > wasOfUser || (isOfUser == wasOfUser && isUsedBefore(*known, server)))
            known = &server;
    }
    if (known == nullptr)
        return asked;
    core::ServerProfile profile = known->profile;
    if (asked.user.empty() || asked.user == profile.user)
        return profile;
    profile.user = asked.user;
    if (profile.auth == core::AuthScheme::Certificate) { // which signs in somebody else
        profile.auth = core::AuthScheme::Automatic;
        profile.clientCertificate.clear();
        profile.clientKey.clear();
    }
    return profile;
}

core::Result<> ServerProfileStore::forget(const core::ServerId& server)
{
    const auto erased =
        std::erase_if(m_servers, [&server](const KnownServer& known) { return known.profile.address.id() == server; });
    return erased == 0 ? core::Result<>() : save();
}

core::Result<> ServerProfileStore::save() const
{
    QJsonArray servers;
    for (const KnownServer& server : m_servers)
        servers.append(toJson(server));
    if (m_queue == nullptr)
        return writeServers(m_file, toBytes(servers));
    m_queue->add(m_file, [file = m_file, bytes = toBytes(servers)] { return writeServers(file, bytes); });
    return {};
}

} // namespace deskwarden::storage
