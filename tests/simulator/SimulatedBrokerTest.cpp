// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/SimulatedBroker.h"

#include "core/HiddenLetters.h"
#include "simulator/farm/WmiStatus.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <set>

using namespace deskwarden;
using management::InstancePath;
using simulator::CallFate;
using simulator::CallKind;
using simulator::FaultKind;
using simulator::ScriptedFault;
using simulator::SimulatedBroker;
using simulator::WmiStatus;

namespace {

const std::string rdms = "root\\cimv2\\rdms";

// A broker whose clock a test moves.
struct Scene
{
    explicit Scene(std::size_t sessions, double churn = 0)
        : broker(options(sessions, churn, now))
    {}
    static simulator::FarmOptions options(std::size_t sessions, double churn, std::shared_ptr<simulator::TimePoint> at)
    {
        simulator::FarmOptions result;
        result.sessions = sessions;
        result.churnPerSecond = churn;
        result.clock = [at = std::move(at)] { return *at; };
        return result;
    }
    void pass(std::chrono::milliseconds time) { *now += time; }

    std::vector<core::Instance> rows(const std::string& wql)
    {
        std::vector<core::Instance> result;
        auto answer = broker.query(rdms, wql).value();
        for (; !answer.isAtEnd(); answer.advance()) {
            std::vector<core::Property> properties;
            for (const std::size_t column : answer.columns())
                properties.push_back(
                    {core::SharedString(answer.schema().properties[column].name), answer.cell(column)});
            result.emplace_back(core::SharedString(answer.schema().name), std::move(properties));
        }
        return result;
    }
    InstancePath path(int state)
    {
        const auto found =
            rows("SELECT * FROM Win32_VirtualDesktopSession WHERE ConnectState=" + std::to_string(state));
        return {rdms,
                "Win32_VirtualDesktopSession",
                {{core::SharedString("VMHostName"), *found.front().find("VMHostName")},
                 {core::SharedString("SessionId"), *found.front().find("SessionId")}}};
    }
    core::Result<management::MethodResult> logOff(const InstancePath& path, const CallFate& fate = {})
    {
        return broker.invoke(path, "Logoff", {}, fate);
    }
    std::uint32_t stateOf(const InstancePath& path)
    {
        return broker.get(path).value().find("ConnectState")->toUint32().value();
    }
    std::string userOf(const InstancePath& path)
    {
        return broker.get(path).value().find("UserName")->text().toString();
    }
    QJsonObject line(std::size_t number)
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(broker.journal().lines().at(number))).object();
    }
    std::size_t lines() { return broker.journal().lines().size(); }

    std::shared_ptr<simulator::TimePoint> now =
        std::make_shared<simulator::TimePoint>(std::chrono::seconds(1'771'061'400));
    SimulatedBroker broker;
};

CallFate effect(FaultKind kind, std::uint32_t code = 0)
{
    CallFate fate;
    fate.effect = kind;
    fate.code = code;
    return fate;
}

} // namespace

class SimulatedBrokerTest : public QObject
{
    Q_OBJECT

private slots:
    void everyClassIsServed();
    void mistakesHaveTheirOwnStatus();
    void logoffTakesItsTime();
    void whatNeedsARunningMachineIsRefusedByOneThatIsSaved();
    void disconnectLeavesNoClient();
    void messageIsKept();
    void emptyMessageIsRefused();
    void journalLineSaysWhoItMet();
    void journalLineHoldsNothingHidden();
    void whatIsNotCarriedOutIsNotJournalled_data();
    void whatIsNotCarriedOutIsNotJournalled();
    void whatFailsAfterwardsIsCarriedOut_data();
    void whatFailsAfterwardsIsCarriedOut();
    void goneCodeRemovesTheSession();
    void aFaultForAHostThatIsNotThereIsRefused_data();
    void aFaultForAHostThatIsNotThereIsRefused();
    void aMethodThatOnlyTellsCanBeRefused();
    void stuckNeverGoes();
    void reuseBeforeGetShowsAnother();
    void reuseAfterLogoffSparesTheNewOne();
    void reconnectMakesActive();
    void withoutChurnNothingChanges();
    void churnKeepsTheSizeRoughly();
    void trueTimesAreInTheSessionDirectory();
};

void SimulatedBrokerTest::everyClassIsServed()
{
    Scene scene(300);
    QCOMPARE(scene.rows("SELECT * FROM Win32_VirtualDesktopSession").size(), std::size_t{300});
    QVERIFY(scene.rows("SELECT * FROM Win32_RDMSVirtualDesktop").size() > 200);
    QCOMPARE(scene.rows("SELECT * FROM Win32_RDMSVirtualDesktopCollection").size(), std::size_t{6});
    QVERIFY(scene.rows("SELECT FQDN FROM Win32_RDMSJoinedNode WHERE IsRdvh=TRUE").size() == 8);
    QVERIFY(scene.rows("SELECT * FROM Win32_RDMSEnvironment").empty());
    const auto active = scene.broker.invoke({rdms, "Win32_RDMSEnvironment", {}}, "GetActiveServer", {});
    QCOMPARE(active->outParameters.at(0).value.text().toString(), std::string(scene.broker.name()));
    const auto machines = scene.rows("SELECT Name FROM Win32_RDMSVirtualDesktop");
    const InstancePath machine{rdms, "Win32_RDMSVirtualDesktop", {machines.front().properties().front()}};
    QCOMPARE(scene.broker.invoke(machine, "getvirtualdesktopdetails", {})->outParameters.size(), std::size_t{3});
}

void SimulatedBrokerTest::mistakesHaveTheirOwnStatus()
{
    Scene scene(10);
    const auto code = [](const auto& result) { return WmiStatus{result.error().code}; };
    QCOMPARE(code(scene.broker.query("root\\nowhere", "SELECT * FROM X")), WmiStatus::InvalidNamespace);
    QCOMPARE(code(scene.broker.query("ROOT/CIMV2/RDMS", "SELECT * FROM X")), WmiStatus::InvalidClass);
    QCOMPARE(code(scene.broker.query(rdms, "SELEKT")), WmiStatus::InvalidQuery);
    InstancePath path = scene.path(0);
    path.keys.pop_back();
    QCOMPARE(code(scene.broker.get(path)), WmiStatus::InvalidObjectPath);
    path.keys.push_back({core::SharedString("Colour"), core::Value("red")});
    QCOMPARE(code(scene.broker.get(path)), WmiStatus::InvalidProperty);
    path.keys.back() = {core::SharedString("SessionId"), core::Value("red")};
    QCOMPARE(code(scene.broker.get(path)), WmiStatus::TypeMismatch);
    path.keys.back() = {core::SharedString("SessionId"), core::Value("999999")};
    QCOMPARE(code(scene.broker.get(path)), WmiStatus::NotFound);
    QCOMPARE(code(scene.logOff(path)), WmiStatus::NotFound);
    QCOMPARE(code(scene.broker.invoke(scene.path(0), "Explode", {})), WmiStatus::InvalidMethod);
    QCOMPARE(code(scene.broker.invoke(scene.path(0), "Logoff", {{core::SharedString("Now"), core::Value(true)}})),
             WmiStatus::InvalidMethodParameters);
}

void SimulatedBrokerTest::logoffTakesItsTime()
{
    Scene scene(100);
    const InstancePath path = scene.path(4);
    QCOMPARE(scene.logOff(path)->returnValue, 0U);
    QCOMPARE(scene.stateOf(path), 7U);
    scene.pass(std::chrono::milliseconds(200));
    QCOMPARE(scene.stateOf(path), 7U);
    scene.pass(std::chrono::milliseconds(1400));
    QVERIFY(!scene.broker.get(path));
    QCOMPARE(scene.broker.sessionCount(), std::size_t{99});
}

/// As Windows has it: what is to be done inside of a machine that does not run cannot be done.
void SimulatedBrokerTest::whatNeedsARunningMachineIsRefusedByOneThatIsSaved()
{
    constexpr std::uint32_t notReady = 21;
    Scene scene(100);
    const InstancePath session = scene.path(0);
    const InstancePath machine{rdms,
                               "Win32_RDMSVirtualDesktop",
                               {{core::SharedString("Name"), *scene.broker.get(session).value().find("VMName")}}};
    const auto setState = [&](std::uint32_t state) {
        const management::Arguments wanted{{core::SharedString("VMState"), core::Value(state)}};
        QCOMPARE(scene.broker.invoke(machine, "SetVirtualDesktopState", wanted)->returnValue, 0U);
        scene.pass(std::chrono::minutes(5));
    };
    setState(32769);
    const std::size_t before = scene.lines();
    const management::Arguments message{{core::SharedString("Message"), core::Value(std::string_view("hello"))}};
    QCOMPARE(scene.logOff(session)->returnValue, notReady);
    QCOMPARE(scene.broker.invoke(session, "Disconnect", {})->returnValue, notReady);
    QCOMPARE(scene.broker.invoke(session, "SendMessage", message)->returnValue, notReady);
    QCOMPARE(scene.lines(), before); // nothing was done
    setState(2);
    QCOMPARE(scene.logOff(session)->returnValue, 0U);
}

void SimulatedBrokerTest::disconnectLeavesNoClient()
{
    Scene scene(100);
    const InstancePath path = scene.path(0);
    QCOMPARE(scene.broker.invoke(path, "Disconnect", {})->returnValue, 0U);
    QCOMPARE(scene.stateOf(path), 4U);
    QVERIFY(scene.broker.get(path)->find("ClientMachineName")->isNull());
    QCOMPARE(scene.line(0)[QLatin1String("action")].toString(), QStringLiteral("disconnect"));
}

void SimulatedBrokerTest::messageIsKept()
{
    Scene scene(100);
    QVERIFY(scene.broker.invoke(scene.path(0), "SendMessage",
                                {{core::SharedString("Title"), core::Value("T \"1\"")},
                                 {core::SharedString("Message"), core::Value("line\nline")}}));
    QCOMPARE(scene.line(0)[QLatin1String("title")].toString(), QStringLiteral("T \"1\""));
    QCOMPARE(scene.line(0)[QLatin1String("text")].toString(), QStringLiteral("line\nline"));
}

void SimulatedBrokerTest::emptyMessageIsRefused()
{
    Scene scene(100);
    QCOMPARE(scene.broker.invoke(scene.path(0), "SendMessage", {})->returnValue, 87U);
    QCOMPARE(scene.lines(), std::size_t{0});
}

void SimulatedBrokerTest::journalLineSaysWhoItMet()
{
    Scene scene(100);
    const InstancePath path = scene.path(0);
    const std::string user = scene.userOf(path);
    QVERIFY(scene.logOff(path));
    const QJsonObject line = scene.line(0);
    QCOMPARE(line[QLatin1String("time")].toString(), QStringLiteral("2026-02-14T09:30:00.000Z"));
    QCOMPARE(line[QLatin1String("action")].toString(), QStringLiteral("logoff"));
    QCOMPARE(line[QLatin1String("UserName")].toString().toStdString(), user);
    QCOMPARE(line[QLatin1String("SessionId")].toInt(), static_cast<int>(*path.keys[1].value.toUint32()));
    QCOMPARE(line[QLatin1String("returnValue")].toInt(-1), 0);
    for (const char* name : {"VMHostName", "DomainName", "VMName"})
        QVERIFY(line.contains(QLatin1String(name)));
}

void SimulatedBrokerTest::journalLineHoldsNothingHidden()
{
    simulator::JournalEntry entry;
    entry.action = "message";
    const std::string hostile = "\x1B[31m\n\"\\\u009B\u202Ex\u2066\U000E0041";
    entry.vmHostName = hostile;
    entry.userName = core::SharedString(hostile);
    entry.title = hostile;
    entry.text = hostile + "\x9B";
    const std::string line = entry.json();
    for (const char32_t character : QString::fromStdString(line).toUcs4())
        QVERIFY2(!core::isHidden(character), line.c_str());
    const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    for (const char* name : {"VMHostName", "UserName", "title"})
        QCOMPARE(read[QLatin1String(name)].toString().toStdString(), hostile);
    QCOMPARE(read[QLatin1String("text")].toString().toStdString(), hostile + "\uFFFD");
}

void SimulatedBrokerTest::whatIsNotCarriedOutIsNotJournalled_data()
{
    QTest::addColumn<int>("kind");
    for (const FaultKind kind :
         {FaultKind::Return, FaultKind::Fault, FaultKind::WmiError, FaultKind::Http, FaultKind::DropBefore,
          FaultKind::Hang, FaultKind::Garbage, FaultKind::Truncate, FaultKind::NoReturnValue})
        QTest::addRow("%d", static_cast<int>(kind)) << static_cast<int>(kind);
}

void SimulatedBrokerTest::whatIsNotCarriedOutIsNotJournalled()
{
    QFETCH(int, kind);
    Scene scene(100);
    const InstancePath path = scene.path(0);
    const auto result = scene.logOff(path, effect(FaultKind{kind}, 5));
    const bool isRefused = FaultKind{kind} == FaultKind::Fault || FaultKind{kind} == FaultKind::WmiError;
    QCOMPARE(result.has_value(), !isRefused);
    if (FaultKind{kind} == FaultKind::Return)
        QCOMPARE(result->returnValue, 5U);
    scene.pass(std::chrono::hours(1));
    QCOMPARE(scene.stateOf(path), 0U);
    QCOMPARE(scene.lines(), std::size_t{0});
}

void SimulatedBrokerTest::whatFailsAfterwardsIsCarriedOut_data()
{
    QTest::addColumn<int>("kind");
    for (const FaultKind kind : {FaultKind::DropAfter, FaultKind::FaultAfter})
        QTest::addRow("%d", static_cast<int>(kind)) << static_cast<int>(kind);
}

void SimulatedBrokerTest::whatFailsAfterwardsIsCarriedOut()
{
    QFETCH(int, kind);
    Scene scene(100);
    QVERIFY(scene.logOff(scene.path(0), effect(FaultKind{kind}, 995)));
    QCOMPARE(scene.lines(), std::size_t{1});
    scene.pass(std::chrono::hours(1));
    QCOMPARE(scene.broker.sessionCount(), std::size_t{99});
}

void SimulatedBrokerTest::goneCodeRemovesTheSession()
{
    Scene scene(100);
    const InstancePath path = scene.path(0);
    QCOMPARE(scene.logOff(path, effect(FaultKind::Return, 7022))->returnValue, 7022U);
    QVERIFY(!scene.broker.get(path));
    QCOMPARE(scene.lines(), std::size_t{0});
}

void SimulatedBrokerTest::aFaultForAHostThatIsNotThereIsRefused_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isKnown");
    Scene scene(100);
    const QString host = QString::fromStdString(scene.path(0).keys[0].value.text().toString());
    const auto row = [&](const char* fault, bool isKnown) {
        QTest::newRow(fault) << QString::fromLatin1(fault).replace(QLatin1String("HOST"), host) << isKnown;
    };
    row("logoff=hang", true);
    row("logoff@HOST=hang", true);
    row("get@HOST/9999=fault:5", true); // a Get for a session that never was meets it
    row("any@HOST#2=hang", true);
    row("logoff@HOSTS=hang", false);
    row("any@h=drop-after", false);
    row("message@nowhere.example/7=return:5", false);
    QTest::newRow("in other letters") << QStringLiteral("logoff@") + host.toUpper() + QStringLiteral("=hang") << true;
    QTest::newRow("short") << QStringLiteral("logoff@") + host.section(QLatin1Char('.'), 0, 0) + QStringLiteral("=hang")
                           << !host.contains(QLatin1Char('.'));
}

void SimulatedBrokerTest::aFaultForAHostThatIsNotThereIsRefused()
{
    QFETCH(QString, fault);
    QFETCH(bool, isKnown);
    Scene scene(100);
    const auto parsed = simulator::ScriptedFault::parse(fault.toStdString());
    QVERIFY(parsed);
    const auto checked = scene.broker.check(*parsed);
    QCOMPARE(checked.has_value(), isKnown);
    if (isKnown)
        return;
    QCOMPARE(checked.error().kind, core::ErrorKind::InvalidInput);
    QVERIFY(checked.error().detail.find('@' + parsed->host) != std::string::npos);
    if (fault.startsWith(QLatin1String("logoff@"))) // typed nearly right: the right one is offered first
        QVERIFY(QString::fromStdString(checked.error().detail)
                    .contains(QStringLiteral("write ") +
                              QString::fromStdString(scene.path(0).keys[0].value.text().toString())));
}

void SimulatedBrokerTest::aMethodThatOnlyTellsCanBeRefused()
{
    Scene scene(1);
    const InstancePath environment{rdms, "Win32_RDMSEnvironment", {}};
    QVERIFY(!scene.broker.invoke(environment, "GetActiveServer", {})->outParameters.empty());
    CallFate fate;
    fate.effect = FaultKind::Fault;
    fate.code = 5;
    QVERIFY(!scene.broker.invoke(environment, "GetActiveServer", {}, fate));
    fate.effect = FaultKind::Return;
    const auto answer = scene.broker.invoke(environment, "GetActiveServer", {}, fate);
    QVERIFY(answer && answer->returnValue == 5 && answer->outParameters.empty());
}

void SimulatedBrokerTest::stuckNeverGoes()
{
    Scene scene(100);
    const InstancePath path = scene.path(0);
    CallFate fate;
    fate.isStuck = true;
    QCOMPARE(scene.logOff(path, fate)->returnValue, 0U);
    QVERIFY(scene.logOff(path));
    scene.pass(std::chrono::hours(1));
    QCOMPARE(scene.stateOf(path), 7U);
}

void SimulatedBrokerTest::reuseBeforeGetShowsAnother()
{
    Scene scene(100);
    const InstancePath path = scene.path(4);
    const std::string user = scene.userOf(path);
    CallFate fate;
    fate.isReused = true;
    std::set<std::string> users{user};
    for (int round = 0; round < 5; ++round)
        users.insert(scene.broker.get(path, fate)->find("UserName")->text().toString());
    QCOMPARE(users.size(), std::size_t{6});
    QCOMPARE(scene.stateOf(path), 0U);
    QCOMPARE(scene.lines(), std::size_t{5});
    QCOMPARE(scene.line(0)[QLatin1String("action")].toString(), QStringLiteral("reuse"));
    QCOMPARE(scene.line(0)[QLatin1String("UserName")].toString().toStdString(), user);
}

void SimulatedBrokerTest::reuseAfterLogoffSparesTheNewOne()
{
    Scene scene(100);
    const InstancePath path = scene.path(4);
    const std::string user = scene.userOf(path);
    CallFate fate;
    fate.isReused = true;
    QVERIFY(scene.logOff(path, fate));
    scene.pass(std::chrono::hours(1));
    QVERIFY(scene.userOf(path) != user);
    QCOMPARE(scene.line(0)[QLatin1String("action")].toString(), QStringLiteral("logoff"));
    QCOMPARE(scene.line(0)[QLatin1String("UserName")].toString().toStdString(), user);
}

void SimulatedBrokerTest::reconnectMakesActive()
{
    Scene scene(100);
    const InstancePath path = scene.path(4);
    CallFate fate;
    fate.isReconnected = true;
    QCOMPARE(scene.broker.get(path, fate)->find("ConnectState")->toUint32().value(), 0U);
    QCOMPARE(scene.line(0)[QLatin1String("action")].toString(), QStringLiteral("reconnect"));
}

void SimulatedBrokerTest::withoutChurnNothingChanges()
{
    Scene scene(300);
    const auto before = scene.rows("SELECT * FROM Win32_VirtualDesktopSession");
    scene.pass(std::chrono::hours(1));
    QVERIFY(before == scene.rows("SELECT * FROM Win32_VirtualDesktopSession"));
}

void SimulatedBrokerTest::churnKeepsTheSizeRoughly()
{
    Scene scene(300, 10);
    const auto before = scene.rows("SELECT * FROM Win32_VirtualDesktopSession");
    for (int minute = 0; minute < 10; ++minute) {
        scene.pass(std::chrono::minutes(1));
        const std::size_t size = scene.broker.sessionCount();
        QVERIFY2(size > 200 && size < 400, std::to_string(size).c_str());
    }
    QVERIFY(before != scene.rows("SELECT * FROM Win32_VirtualDesktopSession"));
    QCOMPARE(scene.lines(), std::size_t{0});
}

void SimulatedBrokerTest::trueTimesAreInTheSessionDirectory()
{
    Scene scene(100);
    auto answer = scene.broker
                      .query("root/cimv2", "SELECT CreateTime, DisconnectTime FROM Win32_SessionDirectorySessionEx "
                                           "WHERE SessionState = 1")
                      .value();
    QVERIFY(!answer.isAtEnd());
    const core::Value time = answer.cell(answer.columns().front());
    QCOMPARE(std::get<core::DateTime>(time.variant()).text.view().size(), std::size_t{25});
}

QTEST_APPLESS_MAIN(SimulatedBrokerTest)
#include "SimulatedBrokerTest.moc"
