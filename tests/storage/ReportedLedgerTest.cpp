// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/ReportedLedger.h"

#include "storage/AuditDatabase.h"
#include "storage/Preferences.h"
#include "support/MemoryLedger.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

using namespace deskwarden;
using management::ActionKind;
using management::ActionRequest;
using management::Outcome;
using management::OutcomeKind;
using storage::ReportedLedger;
using storage::SystemLog;

namespace {

struct Entry
{
    SystemLog::Level level;
    std::uint32_t event;
    QString text;
    storage::SystemLogFields fields;
};

class ListedLog final : public SystemLog
{
public:
    /// Takes all entries but the first ones, of which there are so many.
    explicit ListedLog(std::vector<Entry>& entries, int refused = 0)
        : m_entries(entries)
        , m_refused(refused)
    {}
    bool report(Level level, std::uint32_t event, const QString& text, const storage::SystemLogFields& fields) override
    {
        if (m_refused > 0) {
            --m_refused;
            return false;
        }
        m_entries.push_back({level, event, text, fields});
        return true;
    }

private:
    std::vector<Entry>& m_entries;
    int m_refused;
};

ActionRequest request(ActionKind kind, const char* user, const char* reason)
{
    ActionRequest act;
    act.confirmed.key = {{core::SharedString("https://rdcb01")}, core::SharedString("HV03"), 12};
    act.confirmed.userName = core::SharedString(user);
    act.confirmed.domainName = core::SharedString("CORP");
    act.action.kind = kind;
    act.reason = reason;
    return act;
}

Outcome outcome(OutcomeKind kind, std::optional<std::uint32_t> returnValue)
{
    Outcome result;
    result.kind = kind;
    result.returnValue = returnValue;
    return result;
}

const storage::AuditOrigin origin{QStringLiteral("CORP\\helpdesk"), QStringLiteral("DESK7")};

/// What the system's log gets of one act whose outcome is unknown; nothing if the act was not recorded.
std::vector<Entry> entriesOf(const management::ActionRequest& act)
{
    std::vector<Entry> entries;
    support::MemoryLedger behind;
    storage::ReportedLedger ledger(behind, std::make_unique<ListedLog>(entries), origin);
    const auto tokens = ledger.recordIntents(std::array{act});
    if (!tokens || !ledger.recordOutcome(tokens->front(), outcome(OutcomeKind::Unknown, std::nullopt)))
        return {};
    return entries;
}

} // namespace

/// Acts in the system's log, beside the record.
class ReportedLedgerTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyActIsReportedOnceItIsOver();
    void noNameBeginsALineOfItsOwn();
    void aPlaceholderInANameStaysText();
    void nobodyIsReportedUnlessAskedFor();
    void whereItIsDemandedTheLogIsToldBefore();
    void whatADemandedLogDoesNotTakeIsNotDone_data();
    void whatADemandedLogDoesNotTakeIsNotDone();
    void aDemandedLogMayTakeAMoment();
    void theEntryNamesTheHashOfTheRecord();
};

void ReportedLedgerTest::everyActIsReportedOnceItIsOver()
{
    std::vector<Entry> entries;
    support::MemoryLedger behind;
    storage::ReportedLedger ledger(behind, std::make_unique<ListedLog>(entries), origin);
    const std::array acts{request(ActionKind::Logoff, "anna", "INC-7"), request(ActionKind::Message, "boris", "")};
    const auto tokens = ledger.recordIntents(acts);
    QVERIFY(tokens && tokens->size() == 2);
    QVERIFY(entries.empty());
    QVERIFY(ledger.recordOutcome(tokens->at(1), outcome(OutcomeKind::Failed, 5)));
    QVERIFY(ledger.recordOutcome(tokens->at(0), outcome(OutcomeKind::Done, 0)));
    QCOMPARE(entries.size(), std::size_t{2});
    QCOMPARE(entries.at(0).level, SystemLog::Level::Warning);
    QCOMPARE(entries.at(0).event, 3U);
    QVERIFY2(entries.at(0).text.endsWith(QStringLiteral("\nOutcome: failed\nReturnValue: 5")),
             qPrintable(entries.at(0).text));
    QCOMPARE(entries.at(1).level, SystemLog::Level::Information);
    QCOMPARE(entries.at(1).event, 1U);
    QCOMPARE(entries.at(1).text,
             QStringLiteral("Act: logoff\nAccount: CORP\\anna\nSession: 12 on HV03\nServer: https://rdcb01\n"
                            "Operator: CORP\\helpdesk on DESK7\nReason: INC-7\nOutcome: done\nReturnValue: 0"));
    QStringList told;
    for (const storage::SystemLogField& field : entries.at(1).fields)
        told << QString::fromLatin1(field.name) + QLatin1Char('=') + field.value;
    told.removeIf([](const QString& field) {
        return field.startsWith(QLatin1String("record=")) || field.startsWith(QLatin1String("hash="));
    });
    QCOMPARE(told.join(QLatin1Char(' ')),
             QStringLiteral("operator=CORP\\helpdesk machine=DESK7 server=https://rdcb01 vmhost=HV03 session=12 "
                            "user=CORP\\anna vm= action=logoff reason=INC-7 outcome=done returnvalue=0"));
    QCOMPARE(entries.at(1).fields.size(), static_cast<std::size_t>(told.size()) + 2);
}

void ReportedLedgerTest::noNameBeginsALineOfItsOwn()
{
    const auto entries = entriesOf(request(ActionKind::Disconnect, "eve\nOutcome: done", "a\r\nb"));
    QCOMPARE(entries.size(), std::size_t{1});
    QCOMPARE(entries.front().text.count(QStringLiteral("\nOutcome: ")), 1);
    QCOMPARE(entries.front().text.count(QLatin1Char('\n')), 6);
}

void ReportedLedgerTest::aPlaceholderInANameStaysText()
{
    const auto entries = entriesOf(request(ActionKind::Disconnect, "eve%3", "%1"));
    QCOMPARE(entries.size(), std::size_t{1});
    QVERIFY(entries.front().text.contains(QStringLiteral("eve%3\nSession: ")));
}

void ReportedLedgerTest::nobodyIsReportedUnlessAskedFor()
{
    const QTemporaryDir folder;
    storage::Preferences preferences(folder.filePath(QStringLiteral("preferences.ini")));
    support::MemoryLedger behind;
    management::Policy policy;
    QVERIFY(!storage::reportedLedger(behind, preferences, policy, origin));
    preferences.setValue(storage::preference::systemLog, true);
    const bool hasSystemLog = storage::systemLog() != nullptr;
    QCOMPARE(storage::reportedLedger(behind, preferences, policy, origin) != nullptr, hasSystemLog);
    preferences.setValue(storage::preference::systemLog, false);
    policy.requiresSystemLog = true; // whether or not there is one: without one nothing is done
    QVERIFY(storage::reportedLedger(behind, preferences, policy, origin) != nullptr);
}

void ReportedLedgerTest::whereItIsDemandedTheLogIsToldBefore()
{
    std::vector<Entry> entries;
    support::MemoryLedger behind;
    ReportedLedger ledger(behind, std::make_unique<ListedLog>(entries), origin, ReportedLedger::Log::Demanded);
    const auto tokens = ledger.recordIntents(std::array{request(ActionKind::Logoff, "anna", "INC-7")});
    QVERIFY(tokens.has_value());
    QCOMPARE(entries.size(), std::size_t{1});
    QCOMPARE(entries.front().event, ReportedLedger::announced + 1);
    QVERIFY(entries.front().text.endsWith(QStringLiteral("\nOutcome: not yet")));
    QVERIFY(ledger.recordOutcome(tokens->front(), outcome(OutcomeKind::Done, 0)));
    QCOMPARE(entries.size(), std::size_t{2});
    QCOMPARE(entries.back().event, 1U);
    QCOMPARE(entries.back().text.count(QStringLiteral("Outcome: ")), 1);
}

void ReportedLedgerTest::whatADemandedLogDoesNotTakeIsNotDone_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("it takes nothing") << true;
    QTest::newRow("there is none") << false;
}

void ReportedLedgerTest::whatADemandedLogDoesNotTakeIsNotDone()
{
    QFETCH(const bool, isThere);
    std::vector<Entry> entries;
    support::MemoryLedger behind;
    ReportedLedger ledger(behind, isThere ? std::make_unique<ListedLog>(entries, 1000) : nullptr, origin,
                          ReportedLedger::Log::Demanded);
    const auto tokens = ledger.recordIntents(
        std::array{request(ActionKind::Logoff, "anna", "INC-7"), request(ActionKind::Message, "boris", "")});
    QVERIFY(!tokens.has_value());
    QCOMPARE(tokens.error().kind, core::ErrorKind::LedgerUnwritable);
    QVERIFY(tokens.error().reason == core::ErrorReason(core::PolicyRefusal::SystemLogUnwritable));
    // The record does not show them in flight.
    QCOMPARE(behind.entries().size(), std::size_t{2});
    for (const auto& entry : behind.entries())
        QVERIFY(entry.outcome && entry.outcome->kind == OutcomeKind::Failed);
}

void ReportedLedgerTest::aDemandedLogMayTakeAMoment()
{
    std::vector<Entry> entries;
    support::MemoryLedger behind;
    ReportedLedger ledger(behind, std::make_unique<ListedLog>(entries, 3), origin, ReportedLedger::Log::Demanded);
    QVERIFY(ledger.recordIntents(std::array{request(ActionKind::Logoff, "anna", "")}).has_value());
    QCOMPARE(entries.size(), std::size_t{1});
}

void ReportedLedgerTest::theEntryNamesTheHashOfTheRecord()
{
    const QTemporaryDir folder;
    std::vector<Entry> entries;
    const QString file = folder.filePath(QStringLiteral("audit.sqlite"));
    {
        storage::AuditLog log(file, origin);
        ReportedLedger ledger(log, std::make_unique<ListedLog>(entries), origin);
        const auto tokens = ledger.recordIntents(std::array{request(ActionKind::Logoff, "anna", "")});
        QVERIFY(tokens.has_value());
        QVERIFY(ledger.recordOutcome(tokens->front(), outcome(OutcomeKind::Done, 0)));
    }
    const auto database = storage::AuditDatabase::open(file, storage::AuditDatabase::Access::ReadOnly);
    QVERIFY(database.has_value());
    const auto acts = (*database)->newestActs(1);
    QVERIFY(acts && acts->size() == 1);
    const auto& fields = entries.front().fields;
    const auto hash = std::ranges::find_if(
        fields, [](const storage::SystemLogField& field) { return std::string_view(field.name) == "hash"; });
    QVERIFY(hash != fields.end());
    QCOMPARE(hash->value.toLatin1(), acts->front().intent.hash);
    QCOMPARE(hash->value.size(), qsizetype{64});
}

QTEST_APPLESS_MAIN(ReportedLedgerTest)
#include "ReportedLedgerTest.moc"
