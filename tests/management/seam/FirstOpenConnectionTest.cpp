// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/FirstOpenConnection.h"

#include <QTest>

#include <utility>

using namespace deskwarden;
using core::ErrorKind;
using core::Result;
using management::CallContext;
using management::StageSink;

namespace {

/// How one route behaves, and how often it was gone.
struct Script
{
    std::optional<core::ManagementError> error;
    int stages = 1; ///< reported before the end
    int opened = 0;
    int called = 0;
};

class ScriptedConnection final : public management::ManagementConnection
{
public:
    explicit ScriptedConnection(Script& script)
        : m_script(script)
    {}

    Result<> open(const CallContext& /*context*/, const StageSink& stages) override
    {
        ++m_script.opened;
        for (int stage = 1; stages && stage <= m_script.stages; ++stage)
            stages({management::ProbeStage::Name, stage == m_script.stages ? m_script.error : std::nullopt, {}});
        return m_script.error ? Result<>(tl::unexpected(*m_script.error)) : Result<>();
    }
    Result<management::EnumerationEnd> enumerate(const management::Query& /*query*/,
                                                 const management::BatchSink& /*sink*/,
                                                 const CallContext& /*context*/) override
    {
        ++m_script.called;
        return management::EnumerationEnd{};
    }
    Result<core::Instance> get(const management::InstancePath& /*path*/, const CallContext& /*context*/) override
    {
        ++m_script.called;
        return core::Instance();
    }
    Result<management::MethodResult> invoke(const management::InstancePath& /*path*/, const std::string& /*method*/,
                                            const management::Arguments& /*arguments*/,
                                            const CallContext& /*context*/) override
    {
        ++m_script.called;
        return management::MethodResult{};
    }

private:
    Script& m_script;
};

management::Route routeTo(const char* name, Script& script)
{
    return {name, [&script]() -> Result<std::unique_ptr<management::ManagementConnection>> {
                return std::make_unique<ScriptedConnection>(script);
            }};
}

core::ManagementError errorOf(ErrorKind kind, const char* detail, core::Delivery delivery = core::Delivery::NotSent)
{
    core::ManagementError error;
    error.kind = kind;
    error.detail = detail;
    error.delivery = delivery;
    return error;
}

struct Outcome
{
    Result<> result;
    std::vector<management::StageReport> stages{};
};

Outcome opened(const management::Connector& connector)
{
    Outcome outcome;
    auto connection = connector();
    outcome.result = (*connection)->open({}, [&outcome](management::StageReport report) {
        outcome.stages.push_back(std::move(report));
    });
    return outcome;
}

} // namespace

/// One route after the other until one is open.
class FirstOpenConnectionTest final : public QObject
{
    Q_OBJECT

private slots:
    void theFirstOpenWayIsKept();
    void theFindingIsShared();
    void aRefusalIsNotWalkedAround();
    void theCallerSaysWhatIsWorthAnotherWay();
    void allFailuresAreToldByTheOneThatGotFurthest();
    void nothingIsTriedAfterTheStop();
    void anActThatFindsNoWayWasNotSent();
};

void FirstOpenConnectionTest::theFirstOpenWayIsKept()
{
    Script closed{errorOf(ErrorKind::ConnectionRefused, "no")};
    Script open;
    Script never;
    const auto connector =
        management::firstOpenConnector({routeTo("a", closed), routeTo("b", open), routeTo("c", never)});
    auto connection = connector();
    QVERIFY(connection);
    QVERIFY((*connection)->open({}, {}));
    QVERIFY((*connection)->get({}, {}));
    QVERIFY((*connection)->enumerate({}, {}, {}));
    QVERIFY((*connection)->invoke({}, "Logoff", {}, {}));
    QCOMPARE(closed.opened, 1);
    QCOMPARE(open.opened, 1);
    QCOMPARE(open.called, 3);
    QCOMPARE(never.opened, 0);
}

void FirstOpenConnectionTest::theFindingIsShared()
{
    Script closed{errorOf(ErrorKind::TimedOut, "")};
    Script open;
    const auto connector = management::firstOpenConnector({routeTo("a", closed), routeTo("b", open)});
    for (int round = 0; round < 3; ++round)
        QVERIFY(opened(connector).result);
    QCOMPARE(closed.opened, 1);
    QCOMPARE(open.opened, 3);
}

void FirstOpenConnectionTest::aRefusalIsNotWalkedAround()
{
    for (const ErrorKind kind : {ErrorKind::SignInRefused, ErrorKind::CertificateUntrusted,
                                 ErrorKind::CertificateChanged, ErrorKind::MessageTampered, ErrorKind::Cancelled})
    {
        Script refused{errorOf(kind, "seen")};
        Script open;
        const Outcome outcome = opened(management::firstOpenConnector({routeTo("a", refused), routeTo("b", open)}));
        QVERIFY(!outcome.result);
        QVERIFY(outcome.result.error().kind == kind);
        QCOMPARE(outcome.result.error().detail, std::string("seen"));
        QCOMPARE(open.opened, 0);
    }
}

void FirstOpenConnectionTest::theCallerSaysWhatIsWorthAnotherWay()
{
    Script refused{errorOf(ErrorKind::SchemeNotOffered, "")};
    Script open;
    const auto shouldTryNext = [](ErrorKind kind) { return kind == ErrorKind::SchemeNotOffered; };
    QVERIFY(opened(management::firstOpenConnector({routeTo("a", refused), routeTo("b", open)}, shouldTryNext)).result);
    QCOMPARE(open.opened, 1);
}

void FirstOpenConnectionTest::allFailuresAreToldByTheOneThatGotFurthest()
{
    Script further{errorOf(ErrorKind::NotWsman, "HTML"), 3};
    Script nearer{errorOf(ErrorKind::ConnectionRefused, "closed"), 2};
    const Outcome outcome = opened(management::firstOpenConnector({routeTo("a", further), routeTo("b", nearer)}));
    QVERIFY(!outcome.result);
    QVERIFY(outcome.result.error().kind == ErrorKind::NotWsman);
    const std::string both = std::string("a: ") + core::symbol(ErrorKind::NotWsman) +
                             " (HTML); b: " + core::symbol(ErrorKind::ConnectionRefused) + " (closed)";
    QCOMPARE(outcome.result.error().detail, both);
    QCOMPARE(outcome.stages.size(), std::size_t{3}); // of one route only
    QVERIFY(outcome.stages.back().error.has_value());
    QCOMPARE(outcome.stages.back().error->detail, both);
}

void FirstOpenConnectionTest::nothingIsTriedAfterTheStop()
{
    Script closed{errorOf(ErrorKind::ConnectionRefused, "")};
    Script open;
    const auto connector = management::firstOpenConnector({routeTo("a", closed), routeTo("b", open)});
    auto connection = connector();
    QVERIFY(!(*connection)->open(CallContext::within(std::chrono::milliseconds(0)), {}));
    QCOMPARE(open.opened, 0);
}

void FirstOpenConnectionTest::anActThatFindsNoWayWasNotSent()
{
    Script closed{errorOf(ErrorKind::ConnectionLost, "", core::Delivery::MaybeSent)};
    const auto connector = management::firstOpenConnector({routeTo("a", closed)});
    auto connection = connector();
    const auto act = (*connection)->invoke({}, "Logoff", {}, {});
    QVERIFY(!act);
    QVERIFY(act.error().delivery == core::Delivery::NotSent);
    QCOMPARE(closed.called, 0);
    closed.error.reset(); // the next call tries again
    QVERIFY((*connection)->invoke({}, "Logoff", {}, {}));
}

QTEST_GUILESS_MAIN(FirstOpenConnectionTest)
#include "FirstOpenConnectionTest.moc"
