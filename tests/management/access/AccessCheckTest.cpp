// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/access/AccessCheck.h"

#include "management/access/AccessReport.h"
#include "management/seam/RdmsSchema.h"
#include "support/FakeConnection.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <map>

using namespace deskwarden;
using namespace deskwarden::management;
using core::ConnectState;
using support::makeFault;

namespace {

using namespace std::chrono_literals;

const auto noon = std::chrono::system_clock::time_point(1'800'000'000s); // 2027-01-15 08:00:00

core::Property given(std::string_view name, core::Value value)
{
    return {core::SharedString(name), std::move(value)};
}

core::Instance desktop(std::string_view name, std::string_view owner, std::string_view collection = "Personal")
{
    return {core::SharedString("Win32_RDMSVirtualDesktop"),
            {given("Name", core::Value(name)), given("HostName", core::Value("HV-1")),
             given("CollectionAlias", core::Value(collection)), given("UserName", core::Value(owner)),
             given("UserDomain", core::Value("CORP")), given("VMState", core::Value(2U))}};
}

core::Instance collection(std::string_view alias, std::string_view name, std::uint32_t type)
{
    return {core::SharedString("Win32_RDMSVirtualDesktopCollection"),
            {given("Alias", core::Value(alias)), given("Name", core::Value(name)), given("Type", core::Value(type)),
             given("SecurityDescriptor", core::Value("D:(A;;GA;;;AU)"))}};
}

core::Instance broker(std::string_view name)
{
    return {core::SharedString("Win32_RDMSJoinedNode"),
            {given("FQDN", core::Value(name)), given("IsRdcb", core::Value("true"))}};
}

core::Session annOn(std::string_view machine, std::uint32_t id, ConnectState state = ConnectState::Disconnected)
{
    core::Session session = support::makeSession("HV-1", id, "ann", state);
    session.domainName = core::SharedString("CORP");
    session.vmName = core::SharedString(machine);
    session.collectionId = core::SharedString("Personal");
    return session;
}

} // namespace

/// What a broker is asked about somebody who does not get in.
class AccessCheckTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_broker = std::make_unique<support::FakeBroker>();
        m_answers = {{"GetVirtualDesktopState", MethodResult{0, {given("VMState", core::Value(2U))}}},
                     {"GetPatchProperties", MethodResult{0, {given("StartTime", core::Value())}}},
                     {"GetActiveServer", MethodResult{0, {given("ServerName", core::Value("cb1.example"))}}}};
        m_broker->put(annOn("ANN-PC", 1));
        m_broker->putNeighbour(desktop("ANN-PC", "ann"));
        m_broker->putNeighbour(desktop("BOB-PC", "bob"));
        m_broker->putNeighbour(collection("Personal", "Personal desktops", 3));
        m_broker->putNeighbour(collection("Pool", "The pool", 1));
        m_broker->putNeighbour(broker("cb1.example"));
        m_broker->putNeighbour(broker("cb2.example"));
        m_broker->hooks.invoke = [this](const std::string&, const std::string& method,
                                        const CallContext&) -> std::optional<core::Result<MethodResult>> {
            ++m_calls[method];
            return m_answers.at(method);
        };
        m_request = {"ann", "CORP", {}, {}, "cb1.example"};
    }

    void onlyWhatMattersToThePersonIsKept()
    {
        m_broker->put(support::makeSession("HV-1", 9, "bob"));
        const AccessFacts facts = read();
        QCOMPARE(facts.sessions->size(), std::size_t(1));
        QCOMPARE(facts.desktops->size(), std::size_t(1));
        QVERIFY(facts.desktops->front().isOfPerson);
        QVERIFY(*facts.desktops->front().liveState == MachineState::Running);
        QCOMPARE(facts.collections->size(), std::size_t(2));
        QVERIFY(facts.collections->at(0).isOfPerson);
        QVERIFY(!facts.collections->at(1).isOfPerson);
        QCOMPARE(m_calls["GetPatchProperties"], 1); // of the person's collection alone
        QCOMPARE(m_calls["GetVirtualDesktopState"], 1);
        QVERIFY(!judgeAccess(facts).verdict());
    }

    void aPersonIsOneWhateverTheNameLooksLike()
    {
        for (const auto& [user, domain, count] :
             {std::tuple{"ANN", "corp", 1U}, {"ann", "", 1U}, {"ann", "OTHER", 0U}, {"anna", "CORP", 0U}})
        {
            m_request.user = user;
            m_request.domain = domain;
            QCOMPARE(read().sessions->size(), std::size_t(count));
        }
    }

    void theCollectionThatIsNamedMattersAlone()
    {
        for (const char* const name : {"pool", "The pool"}) {
            m_request.collection = name;
            const AccessFacts facts = read();
            QVERIFY(!facts.collections->at(0).isOfPerson);
            QVERIFY(facts.collections->at(1).isOfPerson);
        }
    }

    void theMachineThatIsNamedMattersToo()
    {
        m_request.machine = "bob-pc.corp.example";
        const AccessReport report = judgeAccess(read());
        QVERIFY(report.verdict() && report.verdict()->cause == AccessCause::DesktopOfAnother);
        QCOMPARE(report.verdict()->evidence.front().other, std::string("CORP\\bob"));
    }

    void freeDesktopsAreCounted()
    {
        m_broker->putNeighbour(desktop("FREE-1", ""));
        m_broker->putNeighbour(desktop("FREE-2", ""));
        m_broker->putNeighbour(desktop("POOL-1", "", "Pool"));
        const AccessFacts facts = read();
        QCOMPARE(facts.collections->at(0).free, std::size_t(2));
        QCOMPARE(facts.collections->at(1).free, std::size_t(1));
    }

    void timesOfAPatchWindowAreReadInEitherForm()
    {
        using Texts = std::pair<const char*, const char*>;
        for (const auto& [from, until] : {Texts{"20270115070000.000000+000", "20270115100000.000000+000"},
                                          Texts{"2027-01-15T07:00:00Z", "2027-01-15T10:00:00Z"}})
        {
            m_answers["GetPatchProperties"] =
                MethodResult{0,
                             {given("StartTime", core::Value(core::DateTime{core::SharedString(from)})),
                              given("ForceLogOffTime", core::Value(until))}};
            const AccessReport report = judgeAccess(read());
            QVERIFY(report.verdict() && report.verdict()->cause == AccessCause::PatchWindow);
        }
    }

    void aCollectionWithoutAPatchJobIsNotPatched()
    {
        m_answers["GetPatchProperties"] = MethodResult{0x80041002, {}}; // WBEM_E_NOT_FOUND
        QVERIFY(read().collections->front().patches.has_value());
        m_answers["GetPatchProperties"] = MethodResult{5, {}};
        QVERIFY(!read().collections->front().patches.has_value());
    }

    void whatMayNotBeReadIsToldByItself()
    {
        for (const std::string_view className : {sessionClass, virtualDesktopClass, collectionClass, joinedNodeClass}) {
            m_broker->hooks.enumerate = [className](const Query& query, const BatchSink&,
                                                    const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
                if (query.wql == selectAll(className))
                    return core::failure(makeFault(0x80041003));
                return std::nullopt;
            };
            const AccessFacts facts = read();
            QCOMPARE(facts.sessions.has_value(), className != sessionClass);
            QCOMPARE(facts.desktops.has_value(), className != virtualDesktopClass);
            QCOMPARE(facts.collections.has_value(), className != collectionClass);
            QCOMPARE(facts.brokers.empty(), className == joinedNodeClass);
        }
    }

    void aSessionsCollectionMattersWithoutTheListOfDesktops()
    {
        m_broker->hooks.enumerate = [](const Query& query, const BatchSink&,
                                       const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            if (query.wql == selectAll(virtualDesktopClass))
                return core::failure(makeFault(0x80041003));
            return std::nullopt;
        };
        QVERIFY(read().collections->at(0).isOfPerson);
        m_request.collection = "pool";
        QVERIFY(read().collections->at(1).isOfPerson);
    }

    void aListThatLacksSomethingIsNotTakenForWhole()
    {
        m_broker->hooks.enumerate = [](const Query& query, const BatchSink& sink,
                                       const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            if (query.wql != selectAll(sessionClass))
                return std::nullopt;
            sink({});
            return EnumerationEnd{0x40004}; // WBEM_S_TIMEDOUT
        };
        QVERIFY(!read().sessions.has_value());
    }

    void aMethodThatFailsIsNoAnswer()
    {
        for (const auto& [method, answer] : std::map(m_answers)) {
            m_answers[method] = core::failure(makeFault(0x80041003));
            const AccessReport report = judgeAccess(read());
            QVERIFY2(!report.verdict() && !report.isAllKnown(), method.c_str());
            m_answers[method] = answer;
        }
    }

    void aStopEndsItAtOnce()
    {
        std::stop_source stop;
        stop.request_stop();
        const AccessFacts facts = read({stop.get_token(), std::chrono::steady_clock::time_point::max()});
        QVERIFY(!facts.sessions && facts.sessions.error().isCancelled());
        QVERIFY(!facts.collections && facts.collections.error().isCancelled());
        QVERIFY(!judgeAccess(facts).verdict());
    }

private:
    AccessFacts read(const CallContext& context = {})
    {
        support::FakeConnection connection(*m_broker);
        return readAccessFacts(connection, core::ServerId{core::SharedString("http://cb1.example")},
                               "root\\cimv2\\rdms", m_request, context, noon);
    }

    std::unique_ptr<support::FakeBroker> m_broker;
    std::map<std::string, core::Result<MethodResult>> m_answers;
    std::map<std::string, int> m_calls;
    AccessRequest m_request;
};

QTEST_APPLESS_MAIN(AccessCheckTest)
#include "AccessCheckTest.moc"
