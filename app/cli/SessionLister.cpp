// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/SessionLister.h"

#include "management/seam/ListAnew.h"
#include "management/seam/RdmsSchema.h"
#include "management/sessions/CollectionNames.h"
#include "models/texts/DecodedText.h"
#include "models/texts/Texts.h"

#include <QStringList>

#include <algorithm>
#include <iterator>
#include <utility>

namespace deskwarden::app {

namespace {

QString rawText(std::string_view text)
{
    return models::decodedText(text);
}

bool isSameText(const QString& left, const QString& right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

} // namespace

SessionLister::SessionLister(const CliContext& context, management::ManagementConnection& connection)
    : m_context(context)
    , m_connection(connection)
    , m_rows(context.options.profile.address.id(), m_pool)
{}

void SessionLister::readCollectionNames()
{
    const auto names =
        management::askCollectionNames(m_connection, m_context.options.profile.nameSpace, listLimits(m_context));
    if (!names)
        return;
    for (const auto& [alias, name] : *names)
        m_collectionNames.insert(rawText(alias.view()).toLower(), rawText(name.view()));
}

core::Result<management::EnumerationEnd> SessionLister::list(const SessionSelection& selection, const Sink& sink)
{
    const management::ClassSchema* schema = management::findClass(management::sessionClass);
    const auto take = [&](std::vector<core::Instance>&& batch) {
        for (core::Instance& instance : batch) {
            if (m_rows.add(instance) != management::RowKind::Session || !sink)
                continue;
            const core::Session& session = m_rows.sessions().back();
            if (!matches(selection, session))
                continue;
            if (schema != nullptr)
                management::applySchema(instance, *schema);
            sink(session, instance);
        }
        m_context.output.flush(); // the server is asked for the next ones
    };
    const management::Query query{m_context.options.profile.nameSpace, management::selectAll(management::sessionClass)};
    const auto end = management::listAnew([&] { return m_connection.enumerate(query, take, listLimits(m_context)); },
                                          [this] { m_rows.beginAnew(); });
    if (end)
        m_incomplete = end->incomplete;
    return end;
}

std::vector<core::Session> SessionLister::matching(const SessionSelection& selection) const
{
    std::vector<core::Session> found;
    std::ranges::copy_if(sessions(), std::back_inserter(found),
                         [&](const core::Session& session) { return matches(selection, session); });
    return found;
}

void SessionLister::say(const QString& sentence) const
{
    m_context.output.note(QStringLiteral("deskwarden-cli: ") + sentence);
}

void SessionLister::sayIncomplete() const
{
    if (m_incomplete)
        say(models::codeMeaning(*m_incomplete) + QLatin1Char(' ') + models::codeNextStep(*m_incomplete));
    if (m_rows.leftOut().isAny())
        say(models::leftOutRowsText(m_rows.leftOut()));
}

void SessionLister::learnHosts(core::Result<> (*ask)(management::KnownNames&, management::ManagementConnection&,
                                                     const std::string&, const management::CallContext&))
{
    const auto learnt = ask(m_hosts, m_connection, m_context.options.profile.nameSpace, listLimits(m_context));
    if (!learnt)
        say(QStringLiteral("Not all names of VM hosts could be read, so that one without sessions may be taken for "
                           "unknown: ") +
            models::describe(learnt.error()).what);
}

bool SessionLister::isKnownHost(const std::string& host)
{
    if (m_hosts.isEmpty()) {
        for (const core::Session& session : sessions())
            m_hosts.add(session.key.vmHostName.view());
    }
    if (!m_hosts.knows(host) && !std::exchange(m_hasJoinedNodes, true))
        learnHosts(management::addJoinedNodes);
    if (!m_hosts.knows(host) && !std::exchange(m_hasDesktopHosts, true))
        learnHosts(management::addDesktopHosts);
    const QString asked = QString::fromStdString(host); // ASCII letters are not all that differ in case
    return m_hosts.knows(host) || std::ranges::any_of(sessions(), [&asked](const core::Session& session) {
               return isSameText(rawText(session.key.vmHostName.view()), asked);
           });
}

std::vector<std::string> SessionLister::hostsLike(const std::string& host)
{
    // A list of thousands of strange names would be compared with thousands of known ones.
    constexpr std::size_t mostCompared = 200;
    if (const auto asked = m_hostsLike.find(host); asked != m_hostsLike.end())
        return asked->second;
    if (m_hostsLike.size() == mostCompared)
        return {};
    return m_hostsLike.emplace(host, m_hosts.near(host)).first->second;
}

management::KnownNames SessionLister::knownCollections() const
{
    management::KnownNames collections;
    for (const core::Session& session : sessions())
        collections.add(session.collectionId.view());
    for (auto name = m_collectionNames.begin(); name != m_collectionNames.end(); ++name) {
        collections.add(name.key().toStdString());
        collections.add(name.value().toStdString());
    }
    return collections;
}

bool SessionLister::knowsAllOf(const SessionSelection& selection)
{
    bool knowsAll = true;
    const auto tell = [&](const QString& sentence, const QString& name, const std::vector<std::string>& alike) {
        knowsAll = false;
        say(sentence.arg(models::plainText(name), models::alikeText(alike)).trimmed());
    };
    for (const QString& host : selection.hosts) {
        if (!isKnownHost(host.toStdString()))
            tell(QStringLiteral("--host: the server knows no VM host \"%1\". %2"), host, hostsLike(host.toStdString()));
    }
    if (selection.collections.isEmpty())
        return knowsAll;
    const management::KnownNames collections = knownCollections();
    for (const QString& asked : selection.collections) {
        const auto isSameCase = [&](const QString& name) { return isSameText(name, asked); };
        if (!collections.knows(asked.toStdString()) && std::ranges::none_of(m_collectionNames, isSameCase))
            tell(QStringLiteral("--collection: the server knows no collection \"%1\". %2"), asked,
                 collections.near(asked.toStdString()));
    }
    return knowsAll;
}

QString SessionLister::collectionOf(const core::Session& session) const
{
    const QString alias = rawText(session.collectionId.view());
    return m_collectionNames.value(alias.toLower(), alias);
}

bool SessionLister::matches(const SessionSelection& selection, const core::Session& session) const
{
    const auto& states = selection.states;
    if (!states.empty() && std::ranges::find(states, session.state) == states.end())
        return false;
    const auto isAnyOf = [](const QStringList& asked, const QString& name) {
        return std::ranges::any_of(asked, [&name](const QString& one) { return isSameText(one, name); });
    };
    if (!selection.hosts.isEmpty() && !isAnyOf(selection.hosts, rawText(session.key.vmHostName.view())))
        return false;
    if (!selection.collections.isEmpty() && !isAnyOf(selection.collections, rawText(session.collectionId.view())) &&
        !isAnyOf(selection.collections, collectionOf(session)))
        return false;
    return matchesText(selection, session);
}

bool SessionLister::matchesText(const SessionSelection& selection, const core::Session& session) const
{
    if (selection.text.isEmpty() && !selection.where)
        return true;
    const QStringList columns{models::stateName(session.state),
                              models::plainText(core::accountName(session), models::wholeLength),
                              models::plainText(session.vmName, models::wholeLength),
                              models::plainText(collectionOf(session), models::wholeLength),
                              models::plainText(session.key.vmHostName, models::wholeLength),
                              models::plainText(session.clientMachineName, models::wholeLength),
                              QString::number(session.key.sessionId)};
    if (selection.where && !selection.where->matches(session, collectionOf(session).toStdString(), columns))
        return false;
    const QStringList words = selection.text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&columns](const QString& word) {
        return std::ranges::any_of(
            columns, [&word](const QString& column) { return column.contains(word, Qt::CaseInsensitive); });
    });
}

} // namespace deskwarden::app
