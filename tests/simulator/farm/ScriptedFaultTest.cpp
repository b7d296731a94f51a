// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/FaultScript.h"

#include <QtTest>

using namespace deskwarden;
using simulator::CallFate;
using simulator::CallKind;
using simulator::FaultKind;
using simulator::FaultScript;
using simulator::ScriptedFault;

namespace {

ScriptedFault fault(const char* text)
{
    return ScriptedFault::parse(text).value();
}

} // namespace

class ScriptedFaultTest : public QObject
{
    Q_OBJECT

private slots:
    void specificationIsRead_data();
    void specificationIsRead();
    void mistakeSaysWhatToWrite_data();
    void mistakeSaysWhatToWrite();
    void withoutNumberEveryCallIsMet();
    void numberMeetsThatCallOnly();
    void onlyMatchingCallsAreCounted();
    void targetIsComparedWithoutCase();
    void anyLeavesOutWhatCannotBe();
    void delaysAddUpAndTheFirstAnswerWins();
};

void ScriptedFaultTest::specificationIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("where");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("nth");
    QTest::addColumn<int>("what");
    QTest::addColumn<uint>("number");
    const auto row = [](const char* text, CallKind where, const char* target, int nth, FaultKind what, uint number) {
        QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(where) << QString::fromUtf8(target) << nth
                            << static_cast<int>(what) << number;
    };
    row("logoff=return:5", CallKind::Logoff, "", 0, FaultKind::Return, 5);
    row("logoff#3=return:0x80041003", CallKind::Logoff, "", 3, FaultKind::Return, 0x80041003);
    row("disconnect@H1=fault:5", CallKind::Disconnect, "H1", 0, FaultKind::Fault, 5);
    row("message@H1.x.y/7#2=wmi-error:2147749891", CallKind::Message, "H1.x.y/7", 2, FaultKind::WmiError, 0x80041003);
    row("logoff@H/3=fault-after:995", CallKind::Logoff, "H/3", 0, FaultKind::FaultAfter, 995);
    row("any#2=fault-after:0x80041033", CallKind::Any, "", 2, FaultKind::FaultAfter, 0x80041033);
    row("identify=http:503", CallKind::Identify, "", 0, FaultKind::Http, 503);
    row("enumerate=delay:250", CallKind::Enumerate, "", 0, FaultKind::Delay, 250);
    row("pull#2=hang", CallKind::Pull, "", 2, FaultKind::Hang, 0);
    row("get=drop-before", CallKind::Get, "", 0, FaultKind::DropBefore, 0);
    row("any@H1=drop-after", CallKind::Any, "H1", 0, FaultKind::DropAfter, 0);
    row("any=garbage", CallKind::Any, "", 0, FaultKind::Garbage, 0);
    row("ask=fault:5", CallKind::Ask, "", 0, FaultKind::Fault, 5);
    row("ask#2=return:5", CallKind::Ask, "", 2, FaultKind::Return, 5);
    row("get=truncate", CallKind::Get, "", 0, FaultKind::Truncate, 0);
    row("logoff=no-return-value", CallKind::Logoff, "", 0, FaultKind::NoReturnValue, 0);
    row("logoff=stuck", CallKind::Logoff, "", 0, FaultKind::Stuck, 0);
    row("get#50=reuse", CallKind::Get, "", 50, FaultKind::Reuse, 0);
    row("get=reconnect", CallKind::Get, "", 0, FaultKind::Reconnect, 0);
}

void ScriptedFaultTest::specificationIsRead()
{
    QFETCH(QString, text);
    QFETCH(int, where);
    QFETCH(QString, target);
    QFETCH(int, nth);
    QFETCH(int, what);
    QFETCH(uint, number);
    const auto parsed = ScriptedFault::parse(text.toStdString());
    QVERIFY2(parsed, parsed ? "" : parsed.error().detail.c_str());
    QCOMPARE(static_cast<int>(parsed->where), where);
    QCOMPARE(static_cast<int>(parsed->what), what);
    QCOMPARE(static_cast<int>(parsed->nth), nth);
    std::string found = parsed->host;
    if (parsed->sessionId)
        found += "/" + std::to_string(*parsed->sessionId);
    QCOMPARE(found, target.toStdString());
    const bool isDelay = parsed->what == FaultKind::Delay;
    QCOMPARE(isDelay ? static_cast<uint>(parsed->delay.count()) : parsed->code, number);
}

void ScriptedFaultTest::mistakeSaysWhatToWrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char* text, const char* hint) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(hint);
    };
    row("", "WHERE=WHAT");
    row("logoff", "WHERE=WHAT");
    row("logon=hang", "identify, enumerate");
    row("logoff=explode", "return:CODE");
    row("logoff=return", "return:CODE");
    row("logoff=return:", "return:CODE");
    row("logoff=return:five", "return:CODE");
    row("logoff=return:0x100000000", "return:CODE");
    row("logoff=return:-1", "return:CODE");
    row("logoff=delay:x", "delay:MS");
    row("logoff=http:42", "200 to 599");
    row("logoff=hang:5", "takes nothing");
    row("logoff#0=hang", "from 1");
    row("logoff#x=hang", "from 1");
    row("logoff@=hang", "VM host");
    row("logoff@H/=hang", "number after /");
    row("logoff@H/x=hang", "number after /");
    row("enumerate@H=hang", "names no session|name no session");
    row("get=return:5", "methods");
    row("ask@H=hang", "name no session");
    row("ask=fault-after:5", "only acts are carried out");
    row("ask=stuck", "logoff");
    row("get=fault-after:5", "only acts are carried out");
    row("logoff=fault-after", "fault-after:CODE");
    row("disconnect=stuck", "logoff");
    row("enumerate=reuse", "session");
}

void ScriptedFaultTest::mistakeSaysWhatToWrite()
{
    QFETCH(QString, text);
    QFETCH(QString, hint);
    const auto parsed = ScriptedFault::parse(text.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, core::ErrorKind::InvalidInput);
    const QString detail = QString::fromStdString(parsed.error().detail);
    QVERIFY2(detail.contains(QRegularExpression(hint)), qPrintable(detail));
}

void ScriptedFaultTest::withoutNumberEveryCallIsMet()
{
    FaultScript script({fault("logoff=return:5")});
    for (int call = 0; call < 3; ++call)
        QVERIFY(script.decide(CallKind::Logoff, "H", 1).effect == FaultKind::Return);
}

void ScriptedFaultTest::numberMeetsThatCallOnly()
{
    FaultScript script({fault("get#2=hang")});
    QVERIFY(!script.decide(CallKind::Get, "H", 1).effect);
    QVERIFY(script.decide(CallKind::Get, "H", 2).effect == FaultKind::Hang);
    QVERIFY(!script.decide(CallKind::Get, "H", 3).effect);
}

void ScriptedFaultTest::onlyMatchingCallsAreCounted()
{
    FaultScript script({fault("logoff@H1#2=hang")});
    QVERIFY(!script.decide(CallKind::Logoff, "H1", 1).effect);
    QVERIFY(!script.decide(CallKind::Logoff, "H2", 1).effect);
    QVERIFY(!script.decide(CallKind::Disconnect, "H1", 1).effect);
    QVERIFY(script.decide(CallKind::Logoff, "H1", 9).effect == FaultKind::Hang);
}

void ScriptedFaultTest::targetIsComparedWithoutCase()
{
    FaultScript script({fault("logoff@Host.example/7=hang")});
    QVERIFY(!script.decide(CallKind::Logoff, "host.example", 8).effect);
    QVERIFY(!script.decide(CallKind::Logoff, "host", 7).effect);
    QVERIFY(script.decide(CallKind::Logoff, "HOST.EXAMPLE", 7).effect == FaultKind::Hang);
}

void ScriptedFaultTest::anyLeavesOutWhatCannotBe()
{
    FaultScript script({fault("any#1=return:5"), fault("any@H=drop-before")});
    QVERIFY(!script.decide(CallKind::Enumerate).effect);
    QVERIFY(!script.decide(CallKind::Get, "H2", 1).effect);
    QVERIFY(script.decide(CallKind::Logoff, "H2", 1).effect == FaultKind::Return);
    QVERIFY(script.decide(CallKind::Get, "H", 1).effect == FaultKind::DropBefore);
}

void ScriptedFaultTest::delaysAddUpAndTheFirstAnswerWins()
{
    FaultScript script({fault("logoff=delay:100"), fault("any=delay:20"), fault("logoff=drop-after"),
                        fault("logoff=hang"), fault("logoff=stuck"), fault("logoff=reuse")});
    const CallFate fate = script.decide(CallKind::Logoff, "H", 1);
    QCOMPARE(fate.delay.count(), 120);
    QVERIFY(fate.effect == FaultKind::DropAfter);
    QVERIFY(fate.isStuck && fate.isReused && !fate.isReconnected && fate.isCarriedOut());
}

QTEST_APPLESS_MAIN(ScriptedFaultTest)
#include "ScriptedFaultTest.moc"
