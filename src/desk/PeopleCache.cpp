// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/PeopleCache.h"

#include "core/Names.h"

#include <utility>
#include <vector>

namespace deskwarden::desk {

namespace {

std::string accountKey(std::string_view domain, std::string_view user)
{
    std::string key(domain);
    key += '\\';
    key += user;
    return core::lowered(key);
}

std::vector<management::AccountName> accountsOf(const management::SessionSnapshot& snapshot)
{
    std::vector<management::AccountName> names;
    names.reserve(snapshot.sessions.size());
    for (const core::Session& session : snapshot.sessions) {
        if (core::hasUser(session))
            names.push_back({session.domainName.toString(), session.userName.toString()});
    }
    return names;
}

} // namespace

struct PeopleCache::Source
{
    std::unordered_map<std::string, std::shared_ptr<const management::Person>> people; ///< by account
    models::PersonNames names;
    bool hasNews = false; ///< not taken from the query yet
    bool isNew = false;   ///< more is known than was told
    std::optional<core::ManagementError> problem;
    DirectoryOfServer directory;
    std::unique_ptr<management::PeopleQuery> query; ///< last: it ends first
};

PeopleCache::PeopleCache(DirectoryFactory factory, QObject* parent)
    : QObject(parent)
    , m_factory(std::move(factory))
{
    constexpr int betweenTellings = 300; // milliseconds
    m_taking.setSingleShot(true);
    m_taking.setInterval(0);
    connect(&m_taking, &QTimer::timeout, this, &PeopleCache::takeParts);
    m_publishing.setSingleShot(true);
    m_publishing.setInterval(betweenTellings);
    connect(&m_publishing, &QTimer::timeout, this, &PeopleCache::publish);
}

PeopleCache::~PeopleCache()
{
    requestStop();
}

void PeopleCache::open(const core::ServerProfile& profile, const core::Secret& password)
{
    const core::ServerId server = profile.address.id();
    m_sources.erase(server);
    if (!m_factory || !core::isAsked(profile.directory))
        return;
    auto source = std::make_unique<Source>();
    const auto connector = m_factory(profile, password);
    if (!connector || *connector)
        source->directory = connector;
    if (!connector) {
        source->problem = connector.error();
    } else if (*connector) {
        // The thread only posts a wake; what it is about waits in the query, which ends before this object does.
        source->query =
            std::make_unique<management::PeopleQuery>(*connector, management::PeopleQueryOptions{}, [this, server] {
                QMetaObject::invokeMethod(
                    this, [this, server] { takeSoon(server); }, Qt::QueuedConnection);
            });
    }
    const bool hasProblem = source->problem.has_value();
    m_sources.emplace(server, std::move(source));
    if (hasProblem)
        emit problemChanged(server);
}

void PeopleCache::close(const core::ServerId& server)
{
    m_sources.erase(server);
}

void PeopleCache::take(const management::SnapshotPointer& snapshot)
{
    const auto found = m_sources.find(snapshot->server);
    if (found != m_sources.end() && found->second->query)
        found->second->query->want([snapshot] { return accountsOf(*snapshot); });
}

void PeopleCache::requestStop()
{
    for (const auto& [server, source] : m_sources) {
        if (source->query)
            source->query->requestStop();
    }
}

std::shared_ptr<const management::Person> PeopleCache::find(const core::Session& session) const
{
    const auto source = m_sources.find(session.key.server);
    if (source == m_sources.end() || !core::hasUser(session))
        return nullptr;
    const auto& people = source->second->people;
    const auto found = people.find(accountKey(session.domainName.view(), session.userName.view()));
    return found == people.end() ? nullptr : found->second;
}

DirectoryOfServer PeopleCache::directoryOf(const core::ServerId& server) const
{
    const auto source = m_sources.find(server);
    return source == m_sources.end() ? std::nullopt : source->second->directory;
}

std::optional<core::ManagementError> PeopleCache::problemOf(const core::ServerId& server) const
{
    const auto source = m_sources.find(server);
    return source == m_sources.end() ? std::nullopt : source->second->problem;
}

/// A quick directory tells faster than the window takes: whatever it has told, one turn takes one part of it. What is
/// posted, QTimer::singleShot(0) among it, would all be done in the same turn.
void PeopleCache::takeSoon(const core::ServerId& server)
{
    const auto found = m_sources.find(server);
    if (found == m_sources.end())
        return;
    found->second->hasNews = true;
    if (!m_taking.isActive())
        m_taking.start();
}

void PeopleCache::takeParts()
{
    std::vector<core::ServerId> servers; // a source can be closed by those who are told
    for (const auto& [server, source] : m_sources) {
        if (std::exchange(source->hasNews, false))
            servers.push_back(server);
    }
    for (const core::ServerId& server : servers)
        takeNews(server);
}

void PeopleCache::takeNews(const core::ServerId& server)
{
    const auto found = m_sources.find(server);
    if (found == m_sources.end() || !found->second->query)
        return;
    Source& source = *found->second;
    constexpr std::size_t namesInATurn = 500;
    management::PeopleNews news = source.query->takeNews(namesInATurn);
    for (auto& [name, answer] : news.told) {
        const std::string key = accountKey(name.domain, name.user);
        if (answer.acquaintance != management::Acquaintance::Known) {
            source.isNew = source.people.erase(key) > 0 || source.isNew;
            source.names.remove(name);
            continue;
        }
        source.names.add(name, answer.person.fullName);
        source.people[key] = std::make_shared<const management::Person>(std::move(answer.person));
        source.isNew = true;
    }
    if (source.isNew && !m_publishing.isActive())
        m_publishing.start();
    if (news.isMore)
        takeSoon(server);
    if (news.error != source.problem) {
        source.problem = std::move(news.error);
        emit problemChanged(server);
    }
}

void PeopleCache::publish()
{
    for (const auto& [server, source] : m_sources) {
        if (std::exchange(source->isNew, false))
            emit learnt(server, source->names.share());
    }
}

} // namespace deskwarden::desk
