// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/ServerProbe.h"

#include "support/FakeConnection.h"

#include <QTest>

#include <algorithm>
#include <optional>

using namespace deskwarden;
using namespace deskwarden::management;
using support::makeFault;
using support::makeSession;

namespace {

struct ProbeResult
{
    core::Result<> result;
    std::vector<StageReport> stages;

    [[nodiscard]] std::optional<StageReport> find(ProbeStage stage) const
    {
        const auto found = std::ranges::find(stages, stage, &StageReport::stage);
        return found == stages.end() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] std::string fact(ProbeStage stage) const { return find(stage).value_or(StageReport{}).fact; }
};

ProbeResult probe(support::FakeBroker& broker, const CallContext& context = {})
{
    ProbeResult outcome;
    ServerProbe serverProbe(broker.connector());
    outcome.result = serverProbe.run(context, [&](StageReport report) { outcome.stages.push_back(std::move(report)); });
    return outcome;
}

void listFails(support::FakeBroker& broker, core::ManagementError error)
{
    broker.hooks.enumerate = [error](const Query&, const BatchSink&,
                                     const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
        return core::failure(error);
    };
}

core::Instance node(const char* name, const char* isRdvh, const char* isRdcb = "false")
{
    return core::Instance(core::SharedString("Win32_RDMSJoinedNode"),
                          {{core::SharedString("FQDN"), core::Value(name)},
                           {core::SharedString("IsRdvh"), core::Value(isRdvh)},
                           {core::SharedString("IsRdcb"), core::Value(isRdcb)}});
}

} // namespace

class ServerProbeTest final : public QObject
{
    Q_OBJECT

private slots:
    void aGoodBrokerPassesEveryStage()
    {
        support::FakeBroker broker;
        for (std::uint32_t id = 0; id < 3; ++id)
            broker.put(makeSession("HV", id, "user"));
        broker.hooks.enumerate = [](const Query& query, const BatchSink& sink,
                                    const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            if (!query.wql.ends_with("JoinedNode"))
                return std::nullopt;
            sink({node("hv1.example", "true"), node("web.example", "false"), node("hv2.example", "TRUE"),
                  node("cb1.example", "false", "true"), node("cb2.example", "false", "TRUE")});
            return EnumerationEnd{};
        };
        broker.hooks.invoke = [](const std::string& key, const std::string& method,
                                 const CallContext&) -> std::optional<core::Result<MethodResult>> {
            if (!key.empty() || method != "GetActiveServer")
                return std::nullopt;
            return MethodResult{0, {{core::SharedString("servername"), core::Value("cb1.example")}}};
        };
        const ProbeResult outcome = probe(broker);
        QVERIFY(outcome.result.has_value());
        std::vector<ProbeStage> order;
        for (const StageReport& report : outcome.stages) {
            QVERIFY(!report.error);
            order.push_back(report.stage);
        }
        using enum ProbeStage;
        QVERIFY((order == std::vector{SignIn, Namespace, Class, List, ActiveBroker, Deployment}));
        QCOMPARE(outcome.fact(List), std::string("3"));
        QCOMPARE(outcome.fact(ActiveBroker), std::string("cb1.example"));
        QCOMPARE(outcome.fact(Deployment), std::string("hv1.example, hv2.example"));
        QVERIFY((outcome.stages.back().brokers == std::vector<std::string>{"cb1.example", "cb2.example"}));
    }

    void listingStopsWhenItIsProved()
    {
        support::FakeBroker broker;
        for (std::uint32_t id = 0; id < 1'000; ++id)
            broker.put(makeSession("HV", id, "user"));
        const ProbeResult outcome = probe(broker);
        QVERIFY(outcome.result.has_value());
        QCOMPARE(outcome.fact(ProbeStage::List), std::string("50+"));
    }

    void anEmptyListIsAList()
    {
        support::FakeBroker broker;
        const ProbeResult outcome = probe(broker);
        QVERIFY(outcome.result.has_value());
        QCOMPARE(outcome.fact(ProbeStage::List), std::string("0"));
    }

    void theFailingStageIsToldApart_data()
    {
        QTest::addColumn<uint>("code");
        QTest::addColumn<uint>("inner");
        QTest::addColumn<int>("stage");
        const auto row = [](const char* what, uint code, uint inner, ProbeStage stage) {
            QTest::newRow(what) << code << inner << static_cast<int>(stage);
        };
        row("no such namespace", 0x8004100E, 0, ProbeStage::Namespace);
        row("resource not found", 0x80338000, 0, ProbeStage::Namespace);
        row("no rights", 0x80041003, 0, ProbeStage::Namespace);
        row("no such class", 0x80041010, 0, ProbeStage::Class);
        row("filter refused", 0x8033801A, 0, ProbeStage::Class);
        row("class inside", 0x80338000, 0x80041010, ProbeStage::Class);
        row("provider failed", 0x80041004, 0, ProbeStage::List);
    }

    void theFailingStageIsToldApart()
    {
        QFETCH(uint, code);
        QFETCH(uint, inner);
        QFETCH(int, stage);
        support::FakeBroker broker;
        listFails(broker, makeFault(code, inner));
        const ProbeResult outcome = probe(broker);
        QVERIFY(!outcome.result.has_value());
        QCOMPARE(static_cast<int>(outcome.stages.back().stage), stage);
        QVERIFY(outcome.stages.back().error);
        for (std::size_t index = 0; index + 1 < outcome.stages.size(); ++index)
            QVERIFY(!outcome.stages[index].error);
    }

    void onlyWhatAFaultSaysProvesAStage_data()
    {
        QTest::addColumn<uint>("code");
        QTest::addColumn<bool>("provesNamespace");
        QTest::addColumn<bool>("provesClass");
        const auto row = [](const char* what, uint code, bool provesNamespace, bool provesClass) {
            QTest::newRow(what) << code << provesNamespace << provesClass;
        };
        row("no code", 0, false, false);
        row("destination unreachable, as Openwsman says", 0x80338012, false, false);
        row("action not supported", 0x80338013, false, false);
        row("end point unavailable", 0x80338014, false, false);
        row("quota", 0x803381A6, false, false);
        row("another quota", 0x8033803F, false, false);
        row("concurrency", 0x80338032, false, false);
        row("timed out", 0x80338029, false, false);
        row("schema", 0x80338041, false, false);
        row("out of memory", 0x80041006, false, false);
        row("failed", 0x80041001, false, false);
        row("shutting down", 995, false, false);
        row("account refused", 0x80338105, false, false);
        row("no such class", 0x80041010, true, false);
        row("filter refused", 0x8033801A, false, false);
        row("provider failed", 0x80041004, true, true);
        row("provider not found", 0x80041011, true, true);
        row("provider did not load", 0x80041013, true, true);
    }

    void onlyWhatAFaultSaysProvesAStage()
    {
        QFETCH(uint, code);
        QFETCH(bool, provesNamespace);
        QFETCH(bool, provesClass);
        support::FakeBroker broker;
        listFails(broker, makeFault(code, 0));
        const ProbeResult outcome = probe(broker);
        QVERIFY(!outcome.result.has_value());
        const auto isProved = [&outcome](ProbeStage stage) {
            const auto report = outcome.find(stage);
            return report && !report->error;
        };
        QCOMPARE(isProved(ProbeStage::Namespace), provesNamespace);
        QCOMPARE(isProved(ProbeStage::Class), provesClass);
        QVERIFY(outcome.stages.back().error);
    }

    void aLostConnectionSaysNothingAboutTheNamespace()
    {
        support::FakeBroker broker;
        core::ManagementError error;
        error.kind = core::ErrorKind::ConnectionLost;
        listFails(broker, error);
        const ProbeResult outcome = probe(broker);
        QVERIFY(!outcome.find(ProbeStage::Namespace) && !outcome.find(ProbeStage::Class));
        QCOMPARE(outcome.stages.back().stage, ProbeStage::List);
    }

    void aRefusedSignInEndsTheProbe()
    {
        support::FakeBroker broker;
        broker.hooks.open = [](const CallContext&) -> core::Result<> {
            return core::failure(core::ErrorKind::SignInRefused);
        };
        const ProbeResult outcome = probe(broker);
        QVERIFY(!outcome.result.has_value());
        QCOMPARE(outcome.stages.size(), std::size_t{1}); // told once, by the connection itself
        QCOMPARE(broker.lists(), std::size_t{0});
    }

    void aConnectorThatFailsIsAStage()
    {
        ServerProbe serverProbe([]() -> core::Result<std::unique_ptr<ManagementConnection>> {
            return core::failure(core::ErrorKind::NotSupported);
        });
        std::vector<StageReport> stages;
        QVERIFY(!serverProbe.run({}, [&](StageReport report) { stages.push_back(std::move(report)); }).has_value());
        QCOMPARE(stages.size(), std::size_t{1});
        QVERIFY(stages.front().error);
    }

    void anUnknownActiveBrokerIsNotFatal()
    {
        support::FakeBroker broker;
        broker.hooks.invoke = [](const std::string&, const std::string&,
                                 const CallContext&) -> std::optional<core::Result<MethodResult>> {
            return MethodResult{5, {}};
        };
        const ProbeResult outcome = probe(broker);
        QVERIFY(outcome.result.has_value());
        QCOMPARE(outcome.find(ProbeStage::ActiveBroker).value().error.value().code, 5U);
        QVERIFY(outcome.find(ProbeStage::Deployment));
    }

    void aCancelledProbeEnds()
    {
        support::FakeBroker broker;
        std::stop_source stop;
        broker.hooks.enumerate = [&](const Query&, const BatchSink&,
                                     const CallContext& context) -> std::optional<core::Result<EnumerationEnd>> {
            stop.request_stop();
            return core::failure(support::hang(context));
        };
        CallContext context;
        context.stop = stop.get_token();
        const ProbeResult outcome = probe(broker, context);
        QVERIFY(!outcome.result.has_value());
        QVERIFY(outcome.result.error().isCancelled());
    }
};

QTEST_APPLESS_MAIN(ServerProbeTest)
#include "ServerProbeTest.moc"
