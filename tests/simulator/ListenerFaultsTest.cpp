// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/WsmanListener.h"
#include "SoapClient.h"

#include <QElapsedTimer>
#include <QtTest>

#include <thread>

using namespace deskwarden;
using simulator::ScriptedFault;
using simulator::SimulatedBroker;
using simulator::WsmanListener;
using tests::Reply;
using tests::SoapClient;

namespace {

const std::string everything = "SELECT * FROM Win32_VirtualDesktopSession";

struct Scene
{
    explicit Scene(const std::vector<const char*>& faults = {}, std::chrono::milliseconds latency = {})
        : broker({100}, parsed(faults))
    {
        simulator::ListenerOptions options;
        options.user = "tester";
        options.password = core::Secret("secret");
        options.latencyShortest = latency;
        options.latencyLongest = latency;
        listener = WsmanListener::start(broker, options).value();
        client = std::make_unique<SoapClient>(listener->address());
        const Reply reply = client->enumerate(everything);
        selectors = SoapClient::selectors(reply.valueOf("p:VMHostName"), reply.valueOf("p:SessionId"));
    }
    static std::vector<ScriptedFault> parsed(const std::vector<const char*>& faults)
    {
        std::vector<ScriptedFault> result;
        for (const char* fault : faults)
            result.push_back(ScriptedFault::parse(fault).value());
        return result;
    }
    SimulatedBroker broker;
    std::unique_ptr<WsmanListener> listener;
    std::unique_ptr<SoapClient> client;
    std::string selectors;
};

} // namespace

class ListenerFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void answersAreAsOrdered_data();
    void answersAreAsOrdered();
    void connectionsBreakAsOrdered_data();
    void connectionsBreakAsOrdered();
    void hangLastsUntilTheClientGoes();
    void stopDoesNotWait_data();
    void stopDoesNotWait();
    void waitingHoldsUpNoOther();
    void delayIsCarriedOutAtOnce();
    void failedPullKillsTheContext();
    void identifyMeetsFaultsToo();
};

void ListenerFaultsTest::answersAreAsOrdered_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<int>("lines");
    const auto row = [](const char* fault, int status, const char* needle, int lines = 0) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << status << QString::fromLatin1(needle) << lines;
    };
    row("logoff=return:5", 200, "<p:ReturnValue>5<");
    row("logoff=fault:5", 500, "w:AccessDenied");
    row("logoff=fault:0x80041003", 500, "f:ProviderFault");
    row("logoff=wmi-error:0x803381A6", 500, "<p:error_Code>2150859174<");
    row("logoff=no-return-value", 200, "xsi:type=\"p:Logoff_OUTPUT_Type\"></p:Logoff_OUTPUT>");
    row("logoff=garbage", 200, "this is no answer");
    row("logoff=http:503", 503, "");
    row("logoff=fault-after:995", 500, "Code=\"995\"", 1);
    row("logoff=fault-after:0", 500, "Code=\"0\"", 1);
}

void ListenerFaultsTest::answersAreAsOrdered()
{
    QFETCH(QString, fault);
    QFETCH(int, status);
    QFETCH(QString, needle);
    QFETCH(int, lines);
    const QByteArray text = fault.toLatin1();
    Scene scene({text.constData()});
    const Reply reply = scene.client->invoke("Logoff", scene.selectors);
    QCOMPARE(reply.result, CURLE_OK);
    QCOMPARE(reply.status, static_cast<long>(status));
    QVERIFY2(reply.has(needle.toStdString()), reply.body.c_str());
    QCOMPARE(static_cast<int>(scene.broker.journal().lines().size()), lines);
}

void ListenerFaultsTest::connectionsBreakAsOrdered_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("result");
    QTest::addColumn<int>("lines");
    QTest::newRow("before") << "logoff=drop-before" << static_cast<int>(CURLE_GOT_NOTHING) << 0;
    QTest::newRow("after") << "logoff=drop-after" << static_cast<int>(CURLE_GOT_NOTHING) << 1;
    QTest::newRow("truncate") << "logoff=truncate" << static_cast<int>(CURLE_PARTIAL_FILE) << 0;
}

void ListenerFaultsTest::connectionsBreakAsOrdered()
{
    QFETCH(QString, fault);
    QFETCH(int, result);
    QFETCH(int, lines);
    const QByteArray text = fault.toLatin1();
    Scene scene({text.constData()});
    SoapClient fresh(scene.listener->address()); // curl repeats a request on a connection that it used before
    const Reply reply = fresh.invoke("Logoff", scene.selectors);
    QCOMPARE(static_cast<int>(reply.result), result);
    QCOMPARE(static_cast<int>(scene.broker.journal().lines().size()), lines);
}

void ListenerFaultsTest::hangLastsUntilTheClientGoes()
{
    Scene scene({"logoff#1=hang"});
    scene.client->timeoutMs = 300;
    QCOMPARE(scene.client->invoke("Logoff", scene.selectors).result, CURLE_OPERATION_TIMEDOUT);
    scene.client->timeoutMs = 20'000;
    QCOMPARE(scene.client->invoke("Logoff", scene.selectors).status, 200L);
    QCOMPARE(scene.broker.journal().lines().size(), std::size_t{1});
}

void ListenerFaultsTest::stopDoesNotWait_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("hang") << "logoff=hang";
    QTest::newRow("delay") << "logoff=delay:60000";
    QTest::newRow("idle connection") << "";
}

void ListenerFaultsTest::stopDoesNotWait()
{
    QFETCH(QString, fault);
    const QByteArray text = fault.toLatin1();
    Scene scene(text.isEmpty() ? std::vector<const char*>{} : std::vector<const char*>{text.constData()});
    std::jthread waiting;
    if (!text.isEmpty())
        waiting = std::jthread([&scene] { (void)scene.client->invoke("Logoff", scene.selectors); });
    QTest::qWait(100); // so that it is waiting; if it is not yet, the test only proves less
    QElapsedTimer timer;
    timer.start();
    scene.listener.reset();
    qInfo("stopped in %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 2'000); // 200 ms on an idle machine
}

void ListenerFaultsTest::waitingHoldsUpNoOther()
{
    Scene scene({"logoff=hang"}, std::chrono::milliseconds(1));
    std::jthread waiting([&scene] {
        scene.client->timeoutMs = 3'000;
        (void)scene.client->invoke("Logoff", scene.selectors);
    });
    SoapClient other(scene.listener->address());
    for (int round = 0; round < 20; ++round)
        QCOMPARE(other.get(scene.selectors).status, 200L);
}

void ListenerFaultsTest::delayIsCarriedOutAtOnce()
{
    Scene scene({"logoff=delay:400"});
    QElapsedTimer timer;
    timer.start();
    const Reply reply = scene.client->invoke("Logoff", scene.selectors);
    QCOMPARE(reply.valueOf("p:ReturnValue"), std::string("0"));
    QVERIFY(timer.elapsed() >= 400);
    QCOMPARE(scene.broker.journal().lines().size(), std::size_t{1});
}

void ListenerFaultsTest::failedPullKillsTheContext()
{
    Scene scene({"pull#2=fault:0x80338029"});
    const std::string first = scene.client->enumerate(everything, 10).valueOf("n:EnumerationContext");
    const std::string second = scene.client->pull(first, 10).valueOf("n:EnumerationContext");
    const Reply failed = scene.client->pull(second, 10);
    QCOMPARE(failed.faultCode(), 0x80338029UL);
    QVERIFY(failed.has("w:TimedOut"));
    QCOMPARE(scene.client->pull(second, 10).faultCode(), 0x8033801BUL);
}

void ListenerFaultsTest::identifyMeetsFaultsToo()
{
    Scene scene({"identify#2=http:404"});
    QCOMPARE(scene.client->identify().status, 200L);
    QCOMPARE(scene.client->identify().status, 404L);
    QCOMPARE(scene.client->identify().status, 200L);
}

QTEST_GUILESS_MAIN(ListenerFaultsTest)
#include "ListenerFaultsTest.moc"
