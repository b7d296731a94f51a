// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/Truth.h"

#include "storm/Text.h"

#include <QTest>

using namespace deskwarden::storm;

namespace {

QJsonObject line(const char* outcome = nullptr, const char* action = "logoff")
{
    QJsonObject object{{text("action"), text(action)}, {text("VMHostName"), text("HV1")}, {text("SessionId"), 7}};
    if (outcome != nullptr)
        object.insert(text("outcome"), text(outcome));
    return object;
}

} // namespace

/// The judge of the storms notices every kind of lie, and nothing else.
class TruthTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyOutcomeIsHeldAgainstTheJournal_data();
    void everyOutcomeIsHeldAgainstTheJournal();
    void anActWithoutAnIntentIsFound();
    void whatWasToldMustBeWhatWasRecorded();
    void whatIsToldTwiceMustBeTheSame();
    void anActIsCarriedOutOnce();
    void aRepetitionOnTheWireIsExcused();
    void serversAreToldApart();
};

void TruthTest::everyOutcomeIsHeldAgainstTheJournal_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<bool>("isCarriedOut");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<int>("falselyDone");
    QTest::addColumn<int>("falselyFailed");
    const auto row = [](const char* outcome, bool isCarriedOut, bool isThere, int falselyDone, int falselyFailed) {
        QTest::addRow("%s, %scarried out, %s", outcome, isCarriedOut ? "" : "not ", isThere ? "there" : "gone")
            << text(outcome) << isCarriedOut << isThere << falselyDone << falselyFailed;
    };
    for (const bool isThere : {false, true}) {
        row("done", true, isThere, 0, 0);
        row("done", false, isThere, 1, 0);
        row("still_signing_out", true, isThere, 0, 0);
        row("still_signing_out", false, isThere, 1, 0);
        row("already_gone", true, isThere, 0, 0);
        row("already_gone", false, isThere, isThere ? 1 : 0, 0);
        row("unknown", true, isThere, 0, 0);
        row("unknown", false, isThere, 0, 0);
        for (const char* outcome : {"failed", "skipped", "cancelled"}) {
            row(outcome, true, isThere, 0, 1);
            row(outcome, false, isThere, 0, 0);
        }
    }
}

void TruthTest::everyOutcomeIsHeldAgainstTheJournal()
{
    QFETCH(const QString, outcome);
    QFETCH(const bool, isCarriedOut);
    QFETCH(const bool, isThere);
    QFETCH(const int, falselyDone);
    QFETCH(const int, falselyFailed);
    Truth truth;
    truth.tell(line(qPrintable(outcome)));
    truth.record(line(qPrintable(outcome)));
    if (isCarriedOut)
        truth.carryOut(line());
    if (isThere)
        truth.remain(line());
    const Tally tally = truth.judge();
    QCOMPARE(tally.acts, 1);
    QCOMPARE(tally.outcomes.value(outcome), 1);
    QCOMPARE(tally.falselyDone, falselyDone);
    QCOMPARE(tally.falselyFailed, falselyFailed);
    QCOMPARE(tally.unrecorded, 0);
    QCOMPARE(tally.twice, 0);
    QCOMPARE(tally.lies.size(), falselyDone + falselyFailed);
}

void TruthTest::anActWithoutAnIntentIsFound()
{
    Truth truth;
    truth.carryOut(line());
    QCOMPARE(truth.judge().unrecorded, 1);
}

void TruthTest::whatWasToldMustBeWhatWasRecorded()
{
    Truth truth;
    truth.tell(line("done"));
    truth.record(line("unknown"));
    truth.carryOut(line());
    QCOMPARE(truth.judge().unrecorded, 1);
    // An outcome that found no room on the disk, and was looked up later.
    Truth gaps(Truth::Record::HasGaps);
    gaps.tell(line("done"));
    gaps.record(line("unknown"));
    gaps.carryOut(line());
    QCOMPARE(gaps.judge().unrecorded, 0);
}

void TruthTest::whatIsToldTwiceMustBeTheSame()
{
    Truth truth;
    truth.record(line("done"));
    truth.carryOut(line());
    truth.tell(line("done"));
    truth.tell(line("done"));
    QVERIFY(truth.judge().lies.isEmpty());
    truth.tell(line("unknown"));
    truth.tell(line("done"));
    QCOMPARE(truth.judge().unrecorded, 1);
}

void TruthTest::anActIsCarriedOutOnce()
{
    Truth truth;
    truth.tell(line("done"));
    truth.record(line("done"));
    truth.carryOut(line());
    truth.carryOut(line());
    truth.carryOut(line(nullptr, "message")); // another act
    QCOMPARE(truth.judge().twice, 1);
}

void TruthTest::aRepetitionOnTheWireIsExcused()
{
    Truth truth;
    truth.record(line("done"));
    truth.carryOut(line());
    truth.carryOut(line());
    truth.excuse("<w:Selector Name=\"VMHostName\">HV1</w:Selector><w:Selector Name=\"SessionId\">8</w:Selector>");
    QCOMPARE(truth.judge().twice, 1);
    truth.excuse("<w:Selector Name=\"VMHostName\">HV1</w:Selector><w:Selector Name=\"SessionId\">7</w:Selector>");
    QCOMPARE(truth.judge().twice, 0);
}

void TruthTest::serversAreToldApart()
{
    Truth truth;
    truth.record(line("done"), text("http://one"));
    truth.carryOut(line(), text("http://two"));
    const Tally tally = truth.judge();
    QCOMPARE(tally.acts, 2);
    QCOMPARE(tally.falselyDone, 1);
    QCOMPARE(tally.unrecorded, 1);
}

QTEST_GUILESS_MAIN(TruthTest)
#include "TruthTest.moc"
