// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/access/AccessCheck.h"

#include "core/Names.h"
#include "core/StatusCode.h"
#include "management/seam/ListAnew.h"
#include "management/seam/RdmsSchema.h"
#include "management/sessions/FactCollector.h"
#include "management/sessions/SessionCollector.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

namespace deskwarden::management {

namespace {

std::string stringOf(const core::Instance& instance, std::string_view name)
{
    const core::Value* const value = instance.find(name);
    return value ? value->text().toString() : std::string();
}

std::uint32_t unsignedOf(const core::Instance& instance, std::string_view name)
{
    const core::Value* const value = instance.find(name);
    return value ? value->toUint32().value_or(0) : 0;
}

tl::unexpected<core::ManagementError> faultOf(std::uint32_t code)
{
    core::ManagementError error;
    error.kind = core::ErrorKind::Fault;
    error.code = code;
    return core::failure(std::move(error));
}

const core::Value* findOut(const MethodResult& result, std::string_view name)
{
    for (const core::Property& out : result.outParameters) {
        if (core::isSameName(out.name.view(), name))
            return &out.value;
    }
    return nullptr;
}

/// One look at one broker for one person.
class BrokerReader final
{
public:
    BrokerReader(ManagementConnection& connection, const core::ServerId& broker, const std::string& nameSpace,
                 const CallContext& limits, AccessFacts& facts)
        : m_connection(connection)
        , m_broker(broker)
        , m_nameSpace(nameSpace)
        , m_limits(limits)
        , m_facts(facts)
    {}

    void all(std::chrono::system_clock::time_point now)
    {
        readSessions();
        readCollections();
        readDesktops(now);
        readLiveStates();
        readPatches();
        readActiveBroker();
        readBrokers();
    }

private:
    /// Hands each instance on; from the beginning where the list has to be repeated. A list that lacks something is
    /// told as an error, too.
    core::Result<> list(std::string_view className, const std::function<void(const core::Instance&)>& take,
                        const std::function<void()>& forget)
    {
        const auto end = listAnew(
            [&] {
                return m_connection.enumerate(
                    Query{m_nameSpace, selectAll(className)},
                    [&take](std::vector<core::Instance>&& batch) { std::ranges::for_each(batch, take); }, m_limits);
            },
            forget);
        if (!end)
            return core::failure(end.error());
        if (end->incomplete)
            return faultOf(*end->incomplete);
        return {};
    }

    [[nodiscard]] bool isPerson(std::string_view user, std::string_view domain) const
    {
        const AccessRequest& wanted = m_facts.request;
        if (const auto backslash = user.find('\\'); backslash != std::string_view::npos && domain.empty())
            domain = user.substr(0, backslash);
        return core::isSameName(core::userPart(user), wanted.user) &&
               (wanted.domain.empty() || domain.empty() || core::isSameName(domain, wanted.domain));
    }

    void readSessions()
    {
        SessionCollector collector(m_broker, m_pool);
        const auto listed = list(
            sessionClass, [&collector](const core::Instance& row) { (void)collector.add(row); },
            [&collector] { collector.clear(); });
        if (!listed) {
            m_facts.sessions = core::failure(listed.error());
            return;
        }
        m_facts.sessions->clear();
        for (const core::Session& session : collector.sessions()) {
            if (core::hasUser(session) && isPerson(session.userName.view(), session.domainName.view()))
                m_facts.sessions->push_back(session);
        }
    }

    [[nodiscard]] bool isOfSession(std::string_view machine) const
    {
        return m_facts.sessions && std::ranges::any_of(*m_facts.sessions, [machine](const core::Session& session) {
                   return core::isSameMachine(machine, session.vmName.view());
               });
    }

    void readCollections()
    {
        std::vector<AccessCollection> collections;
        const auto listed = list(
            collectionClass,
            [&collections](const core::Instance& row) {
                AccessCollection collection;
                collection.alias = stringOf(row, "Alias");
                collection.name = stringOf(row, "Name");
                collection.type = unsignedOf(row, "Type");
                collection.descriptor = stringOf(row, "SecurityDescriptor");
                collections.push_back(std::move(collection));
            },
            [&collections] { collections.clear(); });
        if (listed)
            m_facts.collections = std::move(collections);
        else
            m_facts.collections = core::failure(listed.error());
    }

    void readDesktops(std::chrono::system_clock::time_point now)
    {
        std::vector<AccessDesktop> desktops;
        const std::vector<core::Session> none;
        FactCollector marks(m_facts.sessions ? *m_facts.sessions : none, m_pool, now);
        m_free.clear();
        const auto listed = list(
            virtualDesktopClass, [&](const core::Instance& row) { takeDesktop(row, desktops, marks); },
            [&] {
                desktops.clear();
                m_free.clear();
            });
        if (listed) {
            m_facts.desktops = std::move(desktops);
            m_facts.marks = marks.takeFacts();
        } else {
            m_free.clear();
            m_facts.desktops = core::failure(listed.error());
        }
        markCollections();
    }

    void takeDesktop(const core::Instance& row, std::vector<AccessDesktop>& desktops, FactCollector& marks)
    {
        AccessDesktop desktop;
        desktop.name = stringOf(row, "Name");
        desktop.host = stringOf(row, "HostName");
        desktop.collection = stringOf(row, "CollectionAlias");
        desktop.owner = stringOf(row, "UserName");
        desktop.ownerDomain = stringOf(row, "UserDomain");
        if (desktop.owner.empty())
            m_free.push_back(desktop.collection);
        desktop.isOfPerson = !desktop.owner.empty() && isPerson(desktop.owner, desktop.ownerDomain);
        marks.addDesktops({row});
        if (desktop.isOfPerson || isOfSession(desktop.name) ||
            core::isSameMachine(desktop.name, m_facts.request.machine))
            desktops.push_back(std::move(desktop));
    }

    void markCollections()
    {
        if (!m_facts.collections)
            return;
        const AccessRequest& request = m_facts.request;
        for (AccessCollection& collection : *m_facts.collections) {
            const auto isThis = [&collection](std::string_view name) {
                return !name.empty() && (core::isSameName(name, collection.alias) || name == collection.name);
            };
            collection.free = static_cast<std::size_t>(std::ranges::count_if(m_free, isThis));
            if (!request.collection.empty()) {
                collection.isOfPerson = isThis(request.collection);
                continue;
            }
            if (m_facts.desktops)
                collection.isOfPerson = std::ranges::any_of(
                    *m_facts.desktops, [&](const AccessDesktop& desktop) { return isThis(desktop.collection); });
            if (m_facts.sessions)
                collection.isOfPerson =
                    collection.isOfPerson || std::ranges::any_of(*m_facts.sessions, [&](const core::Session& session) {
                        return isThis(session.collectionId.view());
                    });
        }
    }

    core::Result<MethodResult> ask(std::string_view className, std::string_view key, const std::string& name,
                                   const std::string& method)
    {
        InstancePath path{m_nameSpace, std::string(className), {}};
        if (!key.empty())
            path.keys.push_back({core::SharedString(key), core::Value(name)});
        auto answer = m_connection.invoke(path, method, {}, m_limits);
        if (answer && answer->returnValue != 0)
            return faultOf(answer->returnValue);
        return answer;
    }

    void readLiveStates()
    {
        if (!m_facts.desktops)
            return;
        for (AccessDesktop& desktop : *m_facts.desktops) {
            const auto answer = ask(virtualDesktopClass, "Name", desktop.name, "GetVirtualDesktopState");
            if (!answer) {
                desktop.liveState = core::failure(answer.error());
                continue;
            }
            const core::Value* const state = findOut(*answer, "VMState");
            desktop.liveState = static_cast<MachineState>(state ? state->toUint32().value_or(0) : 0);
        }
    }

    void readPatches()
    {
        if (!m_facts.collections)
            return;
        for (AccessCollection& collection : *m_facts.collections) {
            if (!collection.isOfPerson)
                continue;
            const auto answer = ask(collectionClass, "Alias", collection.alias, "GetPatchProperties");
            if (!answer) {
                const core::StatusCode* known = core::findStatusCode(answer.error().status());
                if (answer.error().kind == core::ErrorKind::Fault && known &&
                    known->meaning == core::StatusMeaning::Gone)
                    collection.patches = std::optional<PatchWindow>(); // the collection has no such job
                else
                    collection.patches = core::failure(answer.error());
                continue;
            }
            const PatchWindow window{secondsOf(findOut(*answer, "StartTime")),
                                     secondsOf(findOut(*answer, "ForceLogOffTime"))};
            collection.patches = window.start == 0 ? std::nullopt : std::optional(window);
        }
    }

    void readActiveBroker()
    {
        const auto answer = ask(environmentClass, {}, {}, "GetActiveServer");
        if (!answer) {
            m_facts.activeBroker = core::failure(answer.error());
            return;
        }
        const core::Value* const name = findOut(*answer, "ServerName");
        m_facts.activeBroker = name ? name->text().toString() : std::string();
    }

    void readBrokers()
    {
        std::vector<std::string> brokers;
        const auto listed = list(
            joinedNodeClass,
            [&brokers](const core::Instance& row) {
                core::Instance node = row;
                if (const ClassSchema* schema = findClass(joinedNodeClass))
                    applySchema(node, *schema);
                const core::Value* const isBroker = node.find("IsRdcb");
                if (isBroker && *isBroker == core::Value(true))
                    brokers.push_back(stringOf(node, "FQDN"));
            },
            [&brokers] { brokers.clear(); });
        if (listed)
            m_facts.brokers = std::move(brokers);
    }

    ManagementConnection& m_connection;
    const core::ServerId& m_broker;
    const std::string& m_nameSpace;
    const CallContext& m_limits;
    AccessFacts& m_facts;
    core::StringPool m_pool;
    std::vector<std::string> m_free; ///< the collections of desktops that belong to nobody, one for each
};

} // namespace

AccessFacts readAccessFacts(ManagementConnection& connection, const core::ServerId& broker,
                            const std::string& nameSpace, const AccessRequest& request, const CallContext& limits,
                            std::chrono::system_clock::time_point now)
{
    AccessFacts facts;
    facts.request = request;
    facts.now =
        static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count());
    BrokerReader(connection, broker, nameSpace, limits, facts).all(now);
    return facts;
}

} // namespace deskwarden::management
