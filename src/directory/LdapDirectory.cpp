// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/LdapDirectory.h"

#include "core/Names.h"
#include "directory/LdapFailure.h"
#include "directory/LdapFilter.h"
#include "directory/SidText.h"
#include "management/seam/AbandonableCall.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

namespace deskwarden::directory {

namespace {

using core::DirectoryProblem;
using core::ErrorKind;
using management::AccountName;
using management::Acquaintance;
using management::CallContext;
using management::PersonAnswer;

constexpr std::size_t namesAtOnce = 250;      // a filter of about 10 kB
constexpr std::uint32_t entriesOfAPage = 500; // Active Directory gives at most 1000

/// "corp.example" of "OU=People,DC=corp,DC=example".
std::string dnsNameOf(std::string_view base)
{
    std::string name;
    for (std::size_t at = 0; at < base.size();) {
        const std::size_t end = std::min(base.find(',', at), base.size());
        std::string_view part = base.substr(at, end - at);
        while (part.starts_with(' '))
            part.remove_prefix(1);
        if (core::startsWithName(part, "DC=")) {
            name += name.empty() ? "" : ".";
            name += part.substr(3);
        }
        at = end + 1;
    }
    return name;
}

tl::unexpected<core::ManagementError> toldOfDirectory(core::ManagementError error)
{
    if (!std::holds_alternative<DirectoryProblem>(error.reason))
        error.reason = DirectoryProblem::Silent;
    return core::failure(std::move(error));
}

/// Whether another server of the domain may do better.
bool isWorthAnother(const core::ManagementError& error)
{
    const auto* const problem = std::get_if<DirectoryProblem>(&error.reason);
    return problem != nullptr && error.kind != ErrorKind::Cancelled &&
           (*problem == DirectoryProblem::HostUnknown || *problem == DirectoryProblem::Silent ||
            *problem == DirectoryProblem::Lost || *problem == DirectoryProblem::Busy);
}

bool isOfNoUse(const core::ManagementError& error)
{
    return error.kind == ErrorKind::ConnectionLost || error.kind == ErrorKind::Malformed ||
           error.kind == ErrorKind::TooLarge || error.kind == ErrorKind::TimedOut ||
           error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::OutOfResources;
}

std::string filterOf(const std::vector<std::string_view>& users)
{
    std::string filter = "(&(objectClass=user)(|";
    for (const std::string_view user : users)
        filter += equals("sAMAccountName", user);
    return filter + "))";
}

std::vector<std::string> attributesWith(bool withPhoto)
{
    std::vector<std::string> attributes = personAttributes();
    if (withPhoto)
        attributes.push_back(photoAttribute());
    return attributes;
}

} // namespace

/// The answers to come, by the users that are asked for.
struct LdapDirectory::Answers
{
    std::vector<PersonAnswer> all;
    std::unordered_map<std::string, std::vector<std::size_t>> places; ///< of a user in lower case

    void take(management::Person person)
    {
        const auto found = places.find(core::lowered(person.account));
        if (found == places.end())
            return; // nobody asked for it
        for (const std::size_t place : found->second) {
            const bool isFirst = all[place].acquaintance == Acquaintance::NotThere;
            all[place].acquaintance = isFirst ? Acquaintance::Known : Acquaintance::Ambiguous;
            all[place].person = isFirst ? person : management::Person{};
        }
    }
};

LdapDirectory::LdapDirectory(core::DirectorySettings settings, core::DirectoryAddress address, LdapOptions options)
    : m_settings(std::move(settings))
    , m_address(std::move(address))
    , m_options(std::move(options))
{}

LdapDirectory::~LdapDirectory() = default;

core::Result<> LdapDirectory::open(const CallContext& context)
{
    if (m_conversation)
        return {};
    LdapIdentity identity;
    identity.isKerberos = m_settings.signIn == core::DirectorySignIn::Kerberos;
    if (!identity.isKerberos) {
        if (m_options.user.empty() || m_options.password.isEmpty()) // RFC 4513 section 5.1.2: it would sign nobody in
            return ldapFailure(ErrorKind::SignInImpossible, DirectoryProblem::NoPassword);
        identity.user = m_options.user;
        identity.password = m_options.password;
    }
    auto call = [address = m_address, caFile = m_settings.caFile, lookup = m_options.lookup, identity,
                 context]() -> core::Result<LdapOwner> {
        std::vector<ServiceRecord> servers{{0, 0, address.port, address.host}};
        if (address.way == core::DirectoryWay::Domain) {
            auto found = findServers(address.host, lookup);
            if (!found)
                return core::failure(std::move(found).error());
            servers = *std::move(found);
        }
        core::Result<LdapOwner> opened;
        for (const ServiceRecord& server : servers) {
            const bool isTls = address.way == core::DirectoryWay::Ldaps;
            opened = openLdap({server.host, server.port, isTls, caFile}, identity, context);
            // The library tells a name that nobody has from a server that is silent in its own words only.
            if (!opened && opened.error().kind == core::ErrorKind::HostUnreachable && !management::ended(context) &&
                !isHostKnown(server.host))
                opened =
                    ldapFailure(core::ErrorKind::NameNotResolved, core::DirectoryProblem::HostUnknown, server.host);
            if (opened || !isWorthAnother(opened.error()) || management::ended(context))
                break;
        }
        return opened;
    };
    auto opened = management::callAbandonably<LdapOwner>(m_options.abandonedCalls, context, std::move(call));
    if (!opened)
        return toldOfDirectory(std::move(opened).error());
    m_conversation = *std::move(opened);
    return {};
}

core::Result<LdapPage> LdapDirectory::askOne(const LdapSearch& search, const CallContext& context)
{
    auto page = management::callAbandonably<LdapPage>(
        m_options.abandonedCalls, context,
        [conversation = m_conversation, search, context] { return askPage(conversation.get(), search, context); });
    if (page)
        return page;
    if (isOfNoUse(page.error())) // a call that was left behind may still use it, and ends it
        m_conversation.reset();
    return toldOfDirectory(std::move(page).error());
}

core::Result<std::vector<LdapEntry>> LdapDirectory::ask(LdapSearch search, const CallContext& context)
{
    std::vector<LdapEntry> entries;
    const std::size_t most = search.mostEntries;
    do {
        search.mostEntries = most - entries.size();
        auto page = askOne(search, context);
        if (!page)
            return core::failure(std::move(page).error());
        if (page->entries.empty() && !page->cookie.empty() && page->cookie == search.cookie)
            return ldapFailure(ErrorKind::Endless, DirectoryProblem::Unreadable);
        std::ranges::move(page->entries, std::back_inserter(entries));
        search.cookie = std::move(page->cookie);
    } while (!search.cookie.empty());
    return entries;
}

core::Result<> LdapDirectory::learnDomain(const CallContext& context)
{
    if (auto opened = open(context); !opened)
        return opened;
    if (m_domain)
        return {};
    const auto askFor = [this, &context](std::string base, LdapScope scope, std::string filter,
                                         std::vector<std::string> attributes) {
        constexpr std::size_t mostDomains = 1000;
        return ask({std::move(base), scope, std::move(filter), std::move(attributes), 0, {}, mostDomains}, context);
    };
    auto root = askFor({}, LdapScope::Base, "(objectClass=*)",
                       {"defaultNamingContext", "namingContexts", "configurationNamingContext"});
    if (!root)
        return core::failure(std::move(root).error());
    const LdapEntry rootEntry = root->empty() ? LdapEntry{} : root->front();
    Domain domain;
    std::string top(rootEntry.first("defaultNamingContext"));
    if (top.empty())
        top = rootEntry.first("namingContexts");
    domain.base = m_settings.base.empty() ? top : m_settings.base;
    domain.dnsName = dnsNameOf(domain.base);
    domain.name = std::string(core::firstLabel(domain.dnsName));
    // The two that follow make answers better; without the right to read them it goes on.
    const auto rules = askFor(top, LdapScope::Base, "(objectClass=*)", {"lockoutDuration"});
    if (rules && !rules->empty())
        domain.rules.lockoutDuration = numberOf(rules->front().first("lockoutDuration"));
    else if (!rules && !m_conversation)
        return core::failure(rules.error());
    const std::string configuration(rootEntry.first("configurationNamingContext"));
    if (!configuration.empty()) {
        const auto names = askFor("CN=Partitions," + configuration, LdapScope::Subtree,
                                  "(&(objectClass=crossRef)" + equals("nCName", top) + ")", {"nETBIOSName"});
        if (names && names->size() == 1 && !names->front().first("nETBIOSName").empty())
            domain.name = boundedText(names->front().first("nETBIOSName"));
        else if (!names && !m_conversation)
            return core::failure(names.error());
    }
    if (!m_settings.domain.empty())
        domain.name = m_settings.domain;
    m_domain = std::move(domain);
    return {};
}

bool LdapDirectory::isOwn(const std::string& domain) const
{
    return domain.empty() || core::isSameName(domain, m_domain->name) || core::isSameName(domain, m_domain->dnsName);
}

std::int64_t LdapDirectory::fileTime() const
{
    constexpr std::int64_t from1601To1970 = 11'644'473'600;
    constexpr std::int64_t ticks = 10'000'000;
    const auto since1970 = std::chrono::duration_cast<std::chrono::seconds>(m_options.now().time_since_epoch()).count();
    return (since1970 + from1601To1970) * ticks;
}

core::Result<std::vector<PersonAnswer>> LdapDirectory::askFor(const std::vector<AccountName>& names, bool withPhoto,
                                                              const CallContext& context)
{
    if (auto learnt = learnDomain(context); !learnt)
        return core::failure(std::move(learnt).error());
    Answers answers;
    answers.all.resize(names.size());
    std::vector<std::string_view> users;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!isOwn(names[i].domain)) {
            answers.all[i].acquaintance = Acquaintance::OfOtherDomain;
        } else if (!names[i].user.empty() && names[i].user.size() <= longestText) {
            auto& places = answers.places[core::lowered(names[i].user)];
            if (places.empty())
                users.push_back(names[i].user);
            places.push_back(i);
        }
    }
    const std::int64_t now = fileTime();
    for (std::size_t from = 0; from < users.size(); from += namesAtOnce) {
        const std::size_t count = std::min(namesAtOnce, users.size() - from);
        const auto first = users.begin() + static_cast<std::ptrdiff_t>(from);
        const auto entries = ask({m_domain->base,
                                  LdapScope::Subtree,
                                  filterOf({first, first + static_cast<std::ptrdiff_t>(count)}),
                                  attributesWith(withPhoto),
                                  entriesOfAPage,
                                  {},
                                  2 * count},
                                 context);
        if (!entries)
            return core::failure(entries.error());
        for (const LdapEntry& entry : *entries)
            answers.take(readPerson(entry, m_domain->rules, now));
    }
    return std::move(answers.all);
}

core::Result<std::vector<PersonAnswer>> LdapDirectory::lookUp(const std::vector<AccountName>& names,
                                                              const CallContext& context)
{
    return askFor(names, false, context);
}

core::Result<PersonAnswer> LdapDirectory::lookAt(const AccountName& name, const CallContext& context)
{
    auto answers = askFor({name}, true, context);
    if (!answers)
        return core::failure(std::move(answers).error());
    return std::move(answers->front());
}

core::Result<std::optional<LdapEntry>> LdapDirectory::entryOf(const AccountName& name,
                                                              std::vector<std::string> attributes,
                                                              const CallContext& context)
{
    if (auto learnt = learnDomain(context); !learnt)
        return core::failure(std::move(learnt).error());
    if (!isOwn(name.domain) || name.user.empty() || name.user.size() > longestText)
        return std::nullopt;
    auto entries =
        ask({m_domain->base, LdapScope::Subtree, filterOf({name.user}), std::move(attributes), entriesOfAPage, {}, 2},
            context);
    if (!entries)
        return core::failure(std::move(entries).error());
    if (entries->size() != 1)
        return std::nullopt;
    return std::move(entries->front());
}

core::Result<std::optional<std::set<std::string>>> LdapDirectory::sidsOf(const AccountName& name,
                                                                         const CallContext& context)
{
    const auto account = entryOf(name, {"objectSid"}, context);
    if (!account)
        return core::failure(account.error());
    if (!*account)
        return std::nullopt;
    // tokenGroups is worked out for one object only (MS-ADTS 3.1.1.4.5.19).
    const auto token = ask({(*account)->dn, LdapScope::Base, "(objectClass=*)", {"tokenGroups"}, 0, {}, 1}, context);
    if (!token)
        return core::failure(token.error());
    const std::vector<std::string>* const groups = token->empty() ? nullptr : token->front().find("tokenGroups");
    std::set<std::string> sids{sidText((*account)->first("objectSid"))};
    if (groups != nullptr) {
        for (const std::string& group : *groups)
            sids.insert(sidText(group));
    }
    if (groups == nullptr || sids.contains(std::string())) // one that is not told, or not readable
        return std::nullopt;
    return sids;
}

core::Result<management::DirectoryConnector> connectorFor(const core::DirectorySettings& settings, LdapOptions options)
{
    auto address = core::DirectoryAddress::parse(settings.address);
    if (!address)
        return core::failure(std::move(address).error());
    if (!options.abandonedCalls) {
        constexpr std::size_t mostLeftBehind = 16;
        options.abandonedCalls = std::make_shared<management::AbandonedCalls>(mostLeftBehind);
    }
    return [settings, address = *std::move(address),
            options = std::move(options)]() -> core::Result<std::unique_ptr<management::DirectoryConnection>> {
        return std::make_unique<LdapDirectory>(settings, address, options);
    };
}

} // namespace deskwarden::directory
