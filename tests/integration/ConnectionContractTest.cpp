// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Names.h"
#include "integration/Transports.h"
#include "management/seam/ActionSpec.h"
#include "management/seam/ErrorRules.h"
#include "management/seam/RdmsSchema.h"
#include "management/sessions/SessionMapping.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <thread>

using namespace deskwarden;
using core::ErrorKind;
using integration::BrokerUnderTest;
using integration::TransportUnderTest;
using management::CallContext;
using namespace std::chrono_literals;

namespace {

using Connection = std::unique_ptr<management::ManagementConnection>;
using Rows = std::vector<core::Instance>;
using Clock = std::chrono::steady_clock;

const std::string rdms{core::rdmsNamespace};

CallContext soon()
{
    return CallContext::within(30s);
}

std::string textOf(const core::Instance& instance, std::string_view property)
{
    const core::Value* value = instance.find(property);
    if (value == nullptr || value->isNull())
        return {};
    if (const auto number = value->toUint32())
        return std::to_string(*number);
    return value->text().toString();
}

std::string keyOf(const core::Instance& instance)
{
    return textOf(instance, "VMHostName") + '/' + textOf(instance, "SessionId");
}

core::Result<Rows> ask(management::ManagementConnection& connection, std::string wql, std::string nameSpace = rdms)
{
    Rows rows;
    const auto end = connection.enumerate(
        {std::move(nameSpace), std::move(wql)},
        [&rows](Rows&& batch) { std::ranges::move(batch, std::back_inserter(rows)); }, soon());
    if (!end)
        return core::failure(end.error());
    return rows;
}

core::Session sessionFrom(const core::Instance& instance)
{
    core::StringPool pool;
    return management::toSession(instance, {}, pool).value();
}

management::InstancePath pathTo(const core::Instance& instance)
{
    return management::pathOf(sessionFrom(instance).key, rdms);
}

} // namespace

/// What every ManagementConnection promises, asked of each transport to the same broker.
class ConnectionContractTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theWholeListArrivesByteForByte_data() { addTransports(); }
    void theWholeListArrivesByteForByte();
    void projectionsCarryWhatWasAskedFor_data() { addTransports(); }
    void projectionsCarryWhatWasAskedFor();
    void conditionsAreHonoured_data() { addTransports(); }
    void conditionsAreHonoured();
    void theNeighbouringClassesAreThere_data() { addTransports(); }
    void theNeighbouringClassesAreThere();
    void getFindsOneInstance_data() { addTransports(); }
    void getFindsOneInstance();
    void gettingWhatIsNotThereSaysGone_data() { addTransports(); }
    void gettingWhatIsNotThereSaysGone();
    void everyMethodIsCarriedOut_data() { addTransports(); }
    void everyMethodIsCarriedOut();
    void staticMethodsGiveTheirOutParameters_data() { addTransports(); }
    void staticMethodsGiveTheirOutParameters();
    void actingOnWhatIsGoneSaysSo_data() { addTransports(); }
    void actingOnWhatIsGoneSaysSo();
    void unknownNamesAreFaults_data() { addTransports(); }
    void unknownNamesAreFaults();
    void argumentsArriveByteForByte_data();
    void argumentsArriveByteForByte();
    void aHangingCallIsCancelledAtOnce_data() { addTransports(); }
    void aHangingCallIsCancelledAtOnce();
    void aHangingEnumerationIsCancelledAtOnce_data() { addTransports(); }
    void aHangingEnumerationIsCancelledAtOnce();
    void theDeadlineIsKept_data() { addTransports(); }
    void theDeadlineIsKept();
    void aLostAnswerOfAnActMayHaveBeenSent_data() { addTransports(); }
    void aLostAnswerOfAnActMayHaveBeenSent();
    void aConnectionIsUsableAfterAFailure_data() { addTransports(); }
    void aConnectionIsUsableAfterAFailure();
    void aWrongPasswordIsRefused_data();
    void aWrongPasswordIsRefused();
    void openingTellsItsStages_data() { addTransports(); }
    void openingTellsItsStages();

private:
    static void addTransports();
    [[nodiscard]] std::unique_ptr<BrokerUnderTest> serve(const std::vector<std::string>& faults = {});
    [[nodiscard]] static Connection connectTo(const BrokerUnderTest& server);

    QTemporaryDir m_folder;
    support::TestCertificate m_certificate;
    std::optional<integration::SignInGround> m_ground;
};

void ConnectionContractTest::initTestCase()
{
    m_ground.emplace();
    QVERIFY2(m_ground->problem().isEmpty(), qPrintable(m_ground->problem()));
    m_certificate = support::makeTestCertificate(m_folder);
    QVERIFY2(m_certificate.isUsable(), qPrintable(m_certificate.problem));
}

void ConnectionContractTest::addTransports()
{
    QTest::addColumn<int>("transport");
    for (const integration::NamedTransport& row : integration::transportsUnderTest())
        QTest::newRow(row.name) << static_cast<int>(row.transport);
}

std::unique_ptr<BrokerUnderTest> ConnectionContractTest::serve(const std::vector<std::string>& faults)
{
    QFETCH(const int, transport);
    auto server = std::make_unique<BrokerUnderTest>(static_cast<TransportUnderTest>(transport), m_certificate,
                                                    integration::smallFarm(), faults);
    if (!server->problem().empty())
        QTest::qFail(server->problem().c_str(), __FILE__, __LINE__);
    return server;
}

Connection ConnectionContractTest::connectTo(const BrokerUnderTest& server)
{
    auto connection = server.connector()();
    if (!connection || !(*connection)->open(soon(), {})) {
        QTest::qFail("no connection", __FILE__, __LINE__);
        return nullptr;
    }
    return *std::move(connection);
}

void ConnectionContractTest::theWholeListArrivesByteForByte()
{
    const auto server = serve();
    const Connection connection = connectTo(*server);
    auto rows = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession");
    QVERIFY2(rows, rows ? "" : rows.error().detail.c_str());
    QCOMPARE(rows->size(), server->broker().sessionCount());
    std::set<std::string> keys;
    const auto* schema = management::findClass(management::sessionClass);
    for (core::Instance& row : *rows) {
        QVERIFY(core::isSameName(row.className().view(), management::sessionClass));
        QCOMPARE(row.properties().size(), std::size_t(8));
        management::applySchema(row, *schema);
        // What the broker itself gives for that key, without a wire in between.
        auto kept = server->broker().get(pathTo(row));
        QVERIFY(kept);
        for (const core::Property& property : kept->properties()) {
            const core::Value* value = row.find(property.name.view());
            QVERIFY(value != nullptr);
            QVERIFY2(*value == property.value, property.name.toString().c_str());
        }
        keys.insert(keyOf(row));
    }
    QCOMPARE(keys.size(), rows->size());
}

void ConnectionContractTest::projectionsCarryWhatWasAskedFor()
{
    const auto server = serve();
    const Connection connection = connectTo(*server);
    const auto rows = ask(*connection, "SELECT UserName, SessionId FROM Win32_VirtualDesktopSession");
    QVERIFY(rows);
    QCOMPARE(rows->size(), server->broker().sessionCount());
    for (const core::Instance& row : *rows) {
        QVERIFY(row.find("SessionId") != nullptr);
        QVERIFY(row.find("ConnectState") == nullptr);
    }
}

void ConnectionContractTest::conditionsAreHonoured()
{
    const auto server = serve();
    const Connection connection = connectTo(*server);
    const auto all = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession");
    QVERIFY(all);
    const std::string host = textOf(all->front(), "VMHostName");
    const auto disconnected = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession WHERE ConnectState = 4");
    QVERIFY(disconnected);
    QCOMPARE(static_cast<std::ptrdiff_t>(disconnected->size()),
             std::ranges::count_if(*all, [](const auto& row) { return textOf(row, "ConnectState") == "4"; }));
    const auto onHost = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession WHERE VMHostName = '" + host +
                                             "' AND ConnectState <> 4");
    QVERIFY(onHost);
    QCOMPARE(static_cast<std::ptrdiff_t>(onHost->size()), std::ranges::count_if(*all, [&host](const auto& row) {
                 return textOf(row, "VMHostName") == host && textOf(row, "ConnectState") != "4";
             }));
    const auto none = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession WHERE UserName LIKE 'zz%zz'");
    QVERIFY(none && none->empty());
}

void ConnectionContractTest::theNeighbouringClassesAreThere()
{
    const auto server = serve();
    const Connection connection = connectTo(*server);
    for (const auto name : {management::collectionClass, management::virtualDesktopClass, management::joinedNodeClass})
    {
        const auto rows = ask(*connection, "SELECT * FROM " + std::string(name));
        QVERIFY2(rows && !rows->empty(), name.data());
    }
}

void ConnectionContractTest::getFindsOneInstance()
{
    const auto server = serve();
    const Connection connection = connectTo(*server);
    const auto all = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession");
    QVERIFY(all);
    for (const core::Instance& row : {all->front(), all->at(50), all->back()}) {
        const auto got = connection->get(pathTo(row), soon());
        QVERIFY2(got, got ? "" : got.error().detail.c_str());
        QVERIFY(sessionFrom(*got) == sessionFrom(row));
    }
}

void ConnectionContractTest::gettingWhatIsNotThereSaysGone()
{
    const auto server = serve();
    const Connection connection = connectTo(*server);
    core::SessionKey key;
    for (const char* host : {"nowhere.example.com", "a<b>&\"c'd", "Юрий\n"}) {
        key.vmHostName = core::SharedString(host);
        key.sessionId = 4'000'000'000U;
        const auto got = connection->get(management::pathOf(key, rdms), soon());
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::Fault);
        QVERIFY(management::isGone(got.error()));
    }
}

void ConnectionContractTest::everyMethodIsCarriedOut()
{
    const auto server = serve();
    const Connection connection = connectTo(*server);
    const auto active = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession WHERE ConnectState = 0");
    QVERIFY(active && active->size() >= 3);
    management::Action message;
    message.kind = management::ActionKind::Message;
    message.title = "Title";
    message.text = "Text";
    management::Action disconnect;
    disconnect.kind = management::ActionKind::Disconnect;
    const management::Action logoff;
    std::size_t index = 0;
    for (const management::Action& action : {message, disconnect, logoff}) {
        const core::Instance& target = active->at(index++);
        const auto result = connection->invoke(pathTo(target), management::specOf(action.kind).method,
                                               management::argumentsOf(action), soon());
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QCOMPARE(result->returnValue, 0U);
        const auto lines = server->journal(management::symbol(action.kind));
        QCOMPARE(lines.size(), std::size_t(1));
        const QJsonObject line = QJsonDocument::fromJson(QByteArray::fromStdString(lines.front())).object();
        QCOMPARE(line.value(QLatin1String("VMHostName")).toString().toStdString(), textOf(target, "VMHostName"));
        QCOMPARE(std::to_string(line.value(QLatin1String("SessionId")).toInteger()), textOf(target, "SessionId"));
    }
    const auto disconnected = connection->get(pathTo(active->at(1)), soon());
    QVERIFY(disconnected);
    QCOMPARE(textOf(*disconnected, "ConnectState"), std::string("4"));
}

void ConnectionContractTest::staticMethodsGiveTheirOutParameters()
{
    const auto server = serve();
    const Connection connection = connectTo(*server);
    const management::InstancePath environment{rdms, std::string(management::environmentClass), {}};
    const auto result = connection->invoke(environment, "GetActiveServer", {}, soon());
    QVERIFY2(result, result ? "" : result.error().detail.c_str());
    QCOMPARE(result->returnValue, 0U);
    QCOMPARE(result->outParameters.size(), std::size_t(1));
    QCOMPARE(result->outParameters.front().value.text().toString(), std::string(server->broker().name()));
}

void ConnectionContractTest::actingOnWhatIsGoneSaysSo()
{
    const auto server = serve();
    const Connection connection = connectTo(*server);
    core::SessionKey key;
    key.vmHostName = core::SharedString("nowhere.example.com");
    key.sessionId = 7;
    const auto result = connection->invoke(management::pathOf(key, rdms), "Logoff", {}, soon());
    QVERIFY(!result);
    QVERIFY(management::isGone(result.error()));
    QVERIFY(server->journal("logoff").empty());
}

void ConnectionContractTest::unknownNamesAreFaults()
{
    const auto server = serve();
    const Connection connection = connectTo(*server);
    const auto noClass = ask(*connection, "SELECT * FROM Win32_NoSuchClass");
    QVERIFY(!noClass);
    QCOMPARE(noClass.error().kind, ErrorKind::Fault);
    const auto noNamespace = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession", "root\\nowhere");
    QVERIFY(!noNamespace);
    QCOMPARE(noNamespace.error().kind, ErrorKind::Fault);
    const auto noQuery = ask(*connection, "SELECT FROM WHERE");
    QVERIFY(!noQuery);
    QCOMPARE(noQuery.error().kind, ErrorKind::Fault);
    const auto all = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession");
    QVERIFY(all);
    const auto noMethod = connection->invoke(pathTo(all->front()), "Reboot", {}, soon());
    QVERIFY(!noMethod);
    QCOMPARE(noMethod.error().kind, ErrorKind::Fault);
    for (const core::ManagementError& error : {noClass.error(), noNamespace.error(), noQuery.error(), noMethod.error()})
        QVERIFY(error.status() != 0);
}

void ConnectionContractTest::argumentsArriveByteForByte_data()
{
    QTest::addColumn<int>("transport");
    QTest::addColumn<QString>("text");
    const std::array texts{
        std::pair{"umlauts", QStringLiteral("äöüß ÄÖÜ")},
        std::pair{"quotes", QStringLiteral("\"it's\" `quoted` „so“")},
        std::pair{"markup", QStringLiteral("<b>&amp;</b> ]]> <!-- --> &#10; <?x?>")},
        std::pair{"line ends", QStringLiteral("one\r\ntwo\nthree\rfour\r\n")},
        std::pair{"blanks", QStringLiteral("  leading\t\ttabs and trailing  ")},
        std::pair{"Cyrillic", QStringLiteral("Сохраните работу, пожалуйста")},
        std::pair{"emoji", QStringLiteral("\U0001F600\U0001F9D1‍\U0001F4BB done \U0001F680")},
        std::pair{"10,000 characters", QString(5000, QChar(u'ж')).append(QString(5000, QLatin1Char('x')))},
    };
    for (const integration::NamedTransport& transport : integration::transportsUnderTest()) {
        for (const auto& [name, text] : texts)
            QTest::addRow("%s over %s", name, transport.name) << static_cast<int>(transport.transport) << text;
    }
}

void ConnectionContractTest::argumentsArriveByteForByte()
{
    QFETCH(const QString, text);
    const auto server = serve();
    const Connection connection = connectTo(*server);
    const auto active = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession WHERE ConnectState = 0");
    QVERIFY(active && !active->empty());
    management::Action message;
    message.kind = management::ActionKind::Message;
    message.title = text.toStdString();
    message.text = text.toStdString();
    const auto result =
        connection->invoke(pathTo(active->front()), "SendMessage", management::argumentsOf(message), soon());
    QVERIFY2(result, result ? "" : result.error().detail.c_str());
    const auto lines = server->journal("message");
    QCOMPARE(lines.size(), std::size_t(1));
    const QJsonObject line = QJsonDocument::fromJson(QByteArray::fromStdString(lines.front())).object();
    QCOMPARE(line.value(QLatin1String("title")).toString(), text);
    QCOMPARE(line.value(QLatin1String("text")).toString(), text);
}

void ConnectionContractTest::aHangingCallIsCancelledAtOnce()
{
    const auto server = serve({"get=hang"});
    const Connection connection = connectTo(*server);
    const auto all = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession");
    QVERIFY(all);
    std::stop_source stop;
    Clock::time_point stopped;
    std::jthread canceller([&] {
        std::this_thread::sleep_for(200ms);
        stopped = Clock::now();
        stop.request_stop();
    });
    const auto got = connection->get(pathTo(all->front()), CallContext::within(60s, stop.get_token()));
    const auto returned = Clock::now();
    canceller.join();
    QVERIFY(!got);
    QVERIFY(got.error().isCancelled());
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(returned - stopped);
    qInfo("returned %lld ms after the stop request (promised: 200)", static_cast<long long>(took.count()));
    QVERIFY(took < 3s);
}

void ConnectionContractTest::aHangingEnumerationIsCancelledAtOnce()
{
    const auto server = serve({"pull#2=hang"});
    const Connection connection = connectTo(*server);
    std::stop_source stop;
    Clock::time_point stopped;
    std::size_t rows = 0;
    std::jthread canceller([&] {
        std::this_thread::sleep_for(300ms);
        stopped = Clock::now();
        stop.request_stop();
    });
    const auto end = connection->enumerate(
        {rdms, "SELECT * FROM Win32_VirtualDesktopSession"}, [&rows](Rows&& batch) { rows += batch.size(); },
        CallContext::within(60s, stop.get_token()));
    const auto returned = Clock::now();
    canceller.join();
    if (end) // all of it came with the first Pull
        QCOMPARE(rows, server->broker().sessionCount());
    else
        QVERIFY(end.error().isCancelled() && returned - stopped < 3s);
}

void ConnectionContractTest::theDeadlineIsKept()
{
    const auto server = serve({"get=hang"});
    const Connection connection = connectTo(*server);
    const auto all = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession");
    QVERIFY(all);
    const auto begun = Clock::now();
    const auto got = connection->get(pathTo(all->front()), CallContext::within(300ms));
    const auto took = Clock::now() - begun;
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::TimedOut);
    QVERIFY(took >= 290ms && took < 5s);
}

void ConnectionContractTest::aLostAnswerOfAnActMayHaveBeenSent()
{
    for (const char* fault :
         {"logoff=drop-after", "logoff=drop-before", "logoff=garbage", "logoff=truncate", "logoff=no-return-value"})
    {
        const auto server = serve({fault});
        const Connection connection = connectTo(*server);
        const auto active = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession WHERE ConnectState = 0");
        QVERIFY(active && !active->empty());
        const auto result = connection->invoke(pathTo(active->front()), "Logoff", {}, soon());
        QVERIFY2(!result, fault);
        QCOMPARE(result.error().delivery, core::Delivery::MaybeSent);
        const bool isCarriedOut = std::string_view(fault) == "logoff=drop-after";
        QCOMPARE(server->journal("logoff").size(), std::size_t(isCarriedOut ? 1 : 0));
    }
}

void ConnectionContractTest::aConnectionIsUsableAfterAFailure()
{
    const auto server = serve({"get#1=drop-after", "get#2=garbage", "get#3=http:503", "get#4=fault:5"});
    const Connection connection = connectTo(*server);
    const auto all = ask(*connection, "SELECT * FROM Win32_VirtualDesktopSession");
    QVERIFY(all);
    core::Result<core::Instance> got = core::failure(ErrorKind::Malformed);
    for (int tries = 0; tries < 6 && !got; ++tries)
        got = connection->get(pathTo(all->front()), soon());
    QVERIFY2(got, got ? "" : got.error().detail.c_str());
}

void ConnectionContractTest::aWrongPasswordIsRefused_data()
{
    QTest::addColumn<int>("transport");
    for (const integration::NamedTransport& row : integration::transportsUnderTest()) {
        if (integration::hasPassword(row.transport))
            QTest::newRow(row.name) << static_cast<int>(row.transport);
    }
}

void ConnectionContractTest::aWrongPasswordIsRefused()
{
    const auto server = serve();
    auto connection = server->connector(core::Secret("Wrong-Horse-8"))();
    QVERIFY(connection);
    const auto opened = (*connection)->open(soon(), {});
    const auto rows = opened ? ask(**connection, "SELECT * FROM Win32_VirtualDesktopSession")
                             : core::Result<Rows>(core::failure(opened.error()));
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::SignInRefused);
    QVERIFY(rows.error().detail.find("Wrong-Horse-8") == std::string::npos);
}

void ConnectionContractTest::openingTellsItsStages()
{
    const auto server = serve();
    auto connection = server->connector()();
    QVERIFY(connection);
    std::vector<management::ProbeStage> stages;
    const auto opened = (*connection)->open(soon(), [&stages](const management::StageReport& report) {
        if (!report.error)
            stages.push_back(report.stage);
    });
    QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
    QVERIFY(std::ranges::is_sorted(stages));
    QCOMPARE(stages.front(), management::ProbeStage::Name);
    QCOMPARE(stages.back(), management::ProbeStage::SignIn);
}

QTEST_GUILESS_MAIN(ConnectionContractTest)
#include "ConnectionContractTest.moc"
