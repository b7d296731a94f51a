// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/ReportedLedger.h"

#include "storage/Preferences.h"
#include "support/MemoryLedger.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <vector>

using namespace deskwarden;
using management::ActionKind;
using management::ActionRequest;
using management::Outcome;
using management::OutcomeKind;
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
    explicit ListedLog(std::vector<Entry>& entries)
        : m_entries(entries)
    {}
    void report(Level level, std::uint32_t event, const QString& text, const storage::SystemLogFields& fields) override
    {
        m_entries.push_back({level, event, text, fields});
    }

private:
    std::vector<Entry>& m_entries;
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
    told.removeIf([](const QString& field) { return field.startsWith(QLatin1String("record=")); });
    QCOMPARE(told.join(QLatin1Char(' ')),
             QStringLiteral("operator=CORP\\helpdesk machine=DESK7 server=https://rdcb01 vmhost=HV03 session=12 "
                            "user=CORP\\anna vm= action=logoff reason=INC-7 outcome=done returnvalue=0"));
    QCOMPARE(entries.at(1).fields.size(), static_cast<std::size_t>(told.size()) + 1);
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
    QVERIFY(!storage::reportedLedger(behind, preferences, origin));
    preferences.setValue(storage::preference::systemLog, true);
    const bool hasSystemLog = storage::systemLog() != nullptr;
    QCOMPARE(storage::reportedLedger(behind, preferences, origin) != nullptr, hasSystemLog);
}

QTEST_APPLESS_MAIN(ReportedLedgerTest)
#include "ReportedLedgerTest.moc"
