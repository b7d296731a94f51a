// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditLog.h"

#include "AuditFixture.h"
#include "support/FewThreads.h"

#include <QFile>
#include <QTest>

#include <functional>
#include <thread>

#ifndef _WIN32
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#endif

using namespace deskwarden;
using namespace deskwarden::storage;
using namespace deskwarden::tests;

/// Intents before acts, outcomes after, and a chain in which every change shows.
class AuditLogTest final : public AuditFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void anIntentIsOnDiskBeforeItsTokenIsGiven();
    void anOutcomeBelongsToItsIntent();
    void anOutcomeIsRecordedOnce();
    void whatHasNoOutcomeIsInFlight();
    void onlyEndedProgramsLeaveActsBehind();
    void killedBeforeTheFirstHeadIsNoDamage();
    void manyThreadsKeepOneChain();
    void twoProgramsKeepOneChain();
    void hostileNamesSurvive();
    void noLetterDamagesTheLog_data();
    void noLetterDamagesTheLog();
    void anUnwritableLogGivesNoToken();
    void aLogThatBecomesWritableServesAgain();
    void withoutAThreadThereIsNoTokenUntilThereIsOne();
    void rotationLeavesACheckpointThatVerifies();
    void rotationKeepsWhatIsInFlight();
    void whatIsInFlightIsFoundInEveryLog_data();
    void whatIsInFlightIsFoundInEveryLog();
    void aLogWithoutItsTableIsEmptyOnlyIfNothingWasRecorded();
#ifndef _WIN32
    void anOutcomeIsKeptUntilItCanBeRecorded_data();
    void anOutcomeIsKeptUntilItCanBeRecorded();
#endif
};

void AuditLogTest::anIntentIsOnDiskBeforeItsTokenIsGiven()
{
    AuditLog log(m_file, origin());
    const std::vector requests{request(1), request(2)};
    const auto tokens = log.recordIntents(requests);
    QVERIFY(tokens.has_value());
    QCOMPARE(tokens->size(), std::size_t{2});
    const auto found = acts();
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[0].intent.userName, QStringLiteral("anna"));
    QCOMPARE(found[0].intent.operatorName, QStringLiteral("CONTOSO\\helpdesk"));
    QCOMPARE(found[0].intent.machine, QStringLiteral("DESK-3"));
    QCOMPARE(found[0].intent.action, QStringLiteral("logoff"));
    QCOMPARE(found[0].intent.reason, QStringLiteral("INC-4711"));
    QVERIFY(!found[0].outcome);
}

void AuditLogTest::anOutcomeBelongsToItsIntent()
{
    AuditLog log(m_file, origin());
    const std::vector requests{request(1), request(2)};
    const auto tokens = log.recordIntents(requests);
    management::Outcome failed;
    failed.kind = management::OutcomeKind::Failed;
    failed.returnValue = 5;
    QVERIFY(log.recordOutcome((*tokens)[1], failed).has_value());
    const auto found = acts();
    QVERIFY(!found[0].outcome);
    QVERIFY(found[1].outcome);
    QCOMPARE(found[1].outcome->outcome, QStringLiteral("failed"));
    QCOMPARE(found[1].outcome->returnValue, std::optional<std::uint32_t>(5));
}

void AuditLogTest::anOutcomeIsRecordedOnce()
{
    AuditLog log(m_file, origin());
    const std::vector requests{request(1)};
    const auto tokens = log.recordIntents(requests);
    QVERIFY(log.recordOutcome(tokens->front(), done()).has_value());
    QVERIFY(!log.recordOutcome(tokens->front(), done()).has_value());
}

void AuditLogTest::whatHasNoOutcomeIsInFlight()
{
    {
        AuditLog log(m_file, origin());
        recordOne(log, 1);
        const std::vector requests{request(2)};
        QVERIFY(log.recordIntents(requests).has_value());
    }
    const auto database = AuditDatabase::open(m_file, Access::ReadWrite);
    const auto flying = (*database)->inFlight();
    QVERIFY(flying.has_value());
    QCOMPARE(flying->size(), std::size_t{1});
    QCOMPARE(flying->front().sessionId, 2u);
    AuditLog log(m_file, origin());
    management::Outcome unknown;
    unknown.kind = management::OutcomeKind::Unknown;
    QVERIFY(log.resolve(flying->front(), unknown).has_value());
    QVERIFY((*database)->inFlight()->empty());
    QCOMPARE(verdict().damage, Damage::None);
}

void AuditLogTest::manyThreadsKeepOneChain()
{
    {
        AuditLog log(m_file, origin());
        std::vector<std::jthread> threads;
        for (std::uint64_t thread = 0; thread < 8; ++thread) {
            threads.emplace_back([&log, thread] {
                for (std::uint64_t round = 0; round < 20; ++round) {
                    const std::vector requests{request(thread * 100 + round)};
                    if (auto tokens = log.recordIntents(requests))
                        (void)log.recordOutcome(tokens->front(), done());
                }
            });
        }
    }
    QCOMPARE(acts().size(), std::size_t{160});
    const AuditVerdict found = verdict();
    QCOMPARE(found.damage, Damage::None);
    QCOMPARE(found.checked, 320);
}

void AuditLogTest::twoProgramsKeepOneChain()
{
    AuditLog one(m_file, origin());
    AuditLog two(m_file, origin()); // its own connection, as another program has
    for (std::uint64_t round = 0; round < 10; ++round) {
        recordOne(one, round);
        recordOne(two, 100 + round);
    }
    QCOMPARE(verdict().damage, Damage::None);
    QCOMPARE(acts().size(), std::size_t{20});
}

void AuditLogTest::hostileNamesSurvive()
{
    const std::string name = "O'Hara\"; DROP TABLE records; -- \xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD \xF0\x9F\x94\x91 <b>&" +
                             std::string(300, 'x');
    AuditLog log(m_file, origin());
    const std::vector requests{request(1, name.c_str())};
    QVERIFY(log.recordIntents(requests).has_value());
    QCOMPARE(acts().front().intent.userName, QString::fromStdString(name));
    QCOMPARE(verdict().damage, Damage::None);
}

void AuditLogTest::noLetterDamagesTheLog_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("kept");
    const QString other(QChar::ReplacementCharacter);
    const auto row = [](const char* name, const QString& letter, const QString& kept) {
        QTest::newRow(name) << letter << kept;
    };
    for (const char16_t same : {u'\u0000', u'\u0001', u'\u001B', u'\u007F', u'\u2028', u'\uFDD0', u'\uFFFD'})
        QTest::addRow("U+%04X", unsigned{same}) << QString(QChar(same)) << QString(QChar(same));
    // SQLite takes the first two for the order of the bytes, and makes others of the rest by itself.
    for (const char16_t changed : {u'\uFEFF', u'\uFFFE', u'\uFFFF'})
        QTest::addRow("U+%04X", unsigned{changed}) << QString(QChar(changed)) << other;
    row("the first half of a letter", QString(QChar(0xD800)), other);
    row("the second half of a letter", QString(QChar(0xDC00)), other);
    row("halves in the wrong order", QString(QChar(0xDC00)) + QChar(0xD800), other + other);
    row("a whole letter", QStringLiteral("\U0001F511"), QStringLiteral("\U0001F511"));
    row("the last letter of all", QStringLiteral("\U0010FFFF"), QStringLiteral("\U0010FFFF"));
}

void AuditLogTest::noLetterDamagesTheLog()
{
    QFETCH(const QString, letter);
    QFETCH(const QString, kept);
    const auto texts = [](const QString& own) {
        return QStringList{own, own + u'a', u'a' + own, u'a' + own + u'b', own + u'-' + own};
    };
    auto database = AuditDatabase::open(m_file, Access::ReadWrite);
    QVERIFY(database.has_value());
    std::int64_t last = 0;
    for (qsizetype i = 0; i < texts(letter).size(); ++i) {
        AuditRecord record;
        for (QString* text : {&record.operatorName, &record.machine, &record.run, &record.server, &record.vmHostName,
                              &record.userName, &record.domainName, &record.vmName, &record.action, &record.reason})
            *text = texts(letter).at(i);
        std::vector records{record};
        QVERIFY((*database)->append(records).has_value());
        QVERIFY(records.front().id > last);
        last = records.front().id;
        QCOMPARE(acts().back().intent.reason, texts(kept).at(i));
        const auto found = (*database)->newestAct(record);
        QVERIFY(found && *found);
        QCOMPARE((*found)->intent.id, last);
    }
    QCOMPARE(verdict().damage, Damage::None);
}

void AuditLogTest::onlyEndedProgramsLeaveActsBehind()
{
    const std::vector requests{request(1), request(2)};
    AuditLog other(m_file, origin());
    {
        AuditLog log(m_file, origin());
        auto tokens = log.recordIntents(requests);
        QVERIFY(tokens.has_value());
        QVERIFY(log.recordOutcome(tokens->front(), done()).has_value());
        QCOMPARE(log.leftBehind().value().size(), std::size_t{0});
        QCOMPARE(other.leftBehind().value().size(), std::size_t{0});
    }
    const auto left = other.leftBehind();
    QVERIFY(left.has_value());
    QCOMPARE(left->size(), std::size_t{1});
    QCOMPARE(left->front().sessionId, 2U);
    QVERIFY(other.resolve(left->front(), done()).has_value());
    QCOMPARE(other.leftBehind().value().size(), std::size_t{0});
    QCOMPARE(verdict().damage, Damage::None);
}

void AuditLogTest::killedBeforeTheFirstHeadIsNoDamage()
{
    {
        AuditLog log(m_file, origin());
        const std::vector requests{request(1)};
        QVERIFY(log.recordIntents(requests).has_value());
    }
    // What is on the disk between the first commit and its head.
    QFile head(AuditHead::fileOf(m_file));
    QVERIFY(head.open(QIODevice::WriteOnly | QIODevice::Truncate));
    head.write("{\"count\":0,\"hash\":\"\"}");
    head.close();
    QCOMPARE(verdict().damage, Damage::None);
}

void AuditLogTest::anUnwritableLogGivesNoToken()
{
    // A file where the folder should be: no rights, not even root's, make that a folder.
    QFile inTheWay(m_directory->filePath(QStringLiteral("missing")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    AuditLog log(m_directory->filePath(QStringLiteral("missing/audit.sqlite")), origin());
    const std::vector requests{request(1)};
    const auto tokens = log.recordIntents(requests);
    QVERIFY(!tokens.has_value());
    QCOMPARE(core::symbol(tokens.error().kind), "ledger_unwritable");
    QVERIFY(!tokens.error().detail.empty());
}

void AuditLogTest::aLogThatBecomesWritableServesAgain()
{
    QFile inTheWay(m_directory->filePath(QStringLiteral("later")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    AuditLog log(m_directory->filePath(QStringLiteral("later/audit.sqlite")), origin());
    const std::vector requests{request(1)};
    QVERIFY(!log.recordIntents(requests).has_value());
    QVERIFY(inTheWay.remove());
    QVERIFY(log.recordIntents(requests).has_value());
}

void AuditLogTest::withoutAThreadThereIsNoTokenUntilThereIsOne()
{
    const support::FewThreads few(0);
    AuditLog log(m_file, origin(), few);
    const std::vector requests{request(1)};
    const auto refused = log.recordIntents(requests);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, core::ErrorKind::LedgerUnwritable);
    QVERIFY(log.leftBehind().value().empty()); // reading needs none
    few.setLeft(1);
    const auto tokens = log.recordIntents(requests);
    QVERIFY(tokens.has_value());
    QVERIFY(log.recordOutcome(tokens->front(), management::Outcome{}).has_value());
}

void AuditLogTest::rotationLeavesACheckpointThatVerifies()
{
    AuditLog log(m_file, origin());
    for (std::uint64_t id = 1; id <= 3; ++id)
        recordOne(log, id);
    QVERIFY(log.rotate(std::chrono::days(-1)).has_value()); // everything is older than tomorrow
    QVERIFY(acts().empty());
    QCOMPARE(verdict().damage, Damage::None);
    recordOne(log, 4);
    const AuditVerdict found = verdict();
    QCOMPARE(found.damage, Damage::None);
    QCOMPARE(found.checked, 3);
    QVERIFY(log.rotate(std::chrono::days(1)).has_value()); // nothing is that old
    QCOMPARE(acts().size(), std::size_t{1});
}

void AuditLogTest::rotationKeepsWhatIsInFlight()
{
    AuditLog log(m_file, origin());
    recordOne(log, 1);
    const std::vector requests{request(2)};
    QVERIFY(log.recordIntents(requests).has_value());
    recordOne(log, 3);
    QVERIFY(log.rotate(std::chrono::days(-1)).has_value());
    const auto left = acts();
    QCOMPARE(left.size(), std::size_t{2});
    QCOMPARE(left.front().intent.sessionId, 2u);
    QCOMPARE(verdict().damage, Damage::None);
}

/// One that an earlier version has written has no list of open intents, and one that was made anew an old one.
void AuditLogTest::aLogWithoutItsTableIsEmptyOnlyIfNothingWasRecorded()
{
    const auto flying = [this] { return (*AuditDatabase::open(m_file, Access::ReadOnly))->inFlight(); };
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly)); // all that a full disk leaves of a new one
    QVERIFY(flying().has_value());
    {
        AuditLog log(m_file, origin());
        recordOne(log, 1);
    }
    tamper(QStringLiteral("DROP TABLE records"));
    QVERIFY(!flying().has_value());
}

void AuditLogTest::whatIsInFlightIsFoundInEveryLog_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::newRow("new") << QStringList();
    const QStringList noTriggers{QStringLiteral("DROP TRIGGER intent_opens"),
                                 QStringLiteral("DROP TRIGGER outcome_closes")};
    QTest::newRow("of an earlier version") << noTriggers + QStringList{QStringLiteral("DROP TABLE open_intents")};
    QTest::newRow("without triggers") << noTriggers;
    QTest::newRow("with one trigger") << QStringList{noTriggers.first()};
    QTest::newRow("with what is closed in the list")
        << QStringList{QStringLiteral("INSERT OR IGNORE INTO open_intents SELECT id FROM records")};
}

void AuditLogTest::whatIsInFlightIsFoundInEveryLog()
{
    QFETCH(QStringList, changes);
    const auto flying = [this] {
        std::vector<std::uint32_t> sessions;
        const auto found = (*AuditDatabase::open(m_file, Access::ReadOnly))->inFlight().value();
        for (const AuditRecord& intent : found)
            sessions.push_back(intent.sessionId);
        return sessions;
    };
    std::vector<std::uint32_t> expected{7, 8};
    {
        AuditLog log(m_file, origin());
        recordOne(log, 1);
        QVERIFY(log.recordIntents(std::vector{request(7), request(8)}).has_value());
        recordOne(log, 2);
    }
    for (const QString& change : changes)
        tamper(change);
    QCOMPARE(flying(), expected); // nobody has written to it yet
    {
        AuditLog log(m_file, origin());
        recordOne(log, 3);
        const auto tokens = log.recordIntents(std::vector{request(9), request(10)});
        QVERIFY(tokens.has_value());
        QVERIFY(log.recordOutcome(tokens->front(), done()).has_value());
    }
    expected.push_back(10);
    QCOMPARE(flying(), expected);
    QCOMPARE(verdict().damage, Damage::None);
}

#ifndef _WIN32

/// Begins a trouble; what it returns ends it.
using Trouble = std::function<std::function<void()>()>;

void AuditLogTest::anOutcomeIsKeptUntilItCanBeRecorded_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::newRow("full disk") << Trouble([] {
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit none{0, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
        return std::function<void()>([before, handler] {
            setrlimit(RLIMIT_FSIZE, &before);
            std::signal(SIGXFSZ, handler);
        });
    });
    QTest::newRow("no descriptors") << Trouble([] {
        rlimit before{};
        getrlimit(RLIMIT_NOFILE, &before);
        const rlimit few{256, before.rlim_max};
        setrlimit(RLIMIT_NOFILE, &few);
        std::vector<int> taken;
        for (int one = dup(STDERR_FILENO); one >= 0; one = dup(STDERR_FILENO))
            taken.push_back(one);
        return std::function<void()>([before, taken] {
            for (const int one : taken)
                close(one);
            setrlimit(RLIMIT_NOFILE, &before);
        });
    });
}

void AuditLogTest::anOutcomeIsKeptUntilItCanBeRecorded()
{
    QFETCH(Trouble, trouble);
    for (const bool isAsked : {true, false}) { // by the end of the run, or by the next outcome and the end of the log
        begin();
        {
            AuditLog log(m_file, origin());
            recordOne(log, 1);
            const auto tokens = log.recordIntents(std::vector{request(2), request(3), request(4)});
            QVERIFY(tokens.has_value());
            const auto end = trouble();
            const bool isRecorded = log.recordOutcome((*tokens)[0], done()).has_value() ||
                                    log.recordOutcome((*tokens)[1], done()).has_value();
            const auto left = log.recordWhatIsLeft();
            end();
            QVERIFY(!isRecorded);
            QVERIFY(!left);
            QCOMPARE(left.error().kind, core::ErrorKind::LedgerUnwritable);
            QVERIFY2(left.error().detail.starts_with("2: "), left.error().detail.c_str());
            if (isAsked)
                QVERIFY(log.recordWhatIsLeft().has_value());
            QVERIFY(log.recordOutcome((*tokens)[2], done()).has_value());
            QVERIFY(log.recordWhatIsLeft().has_value());
        }
        const auto found = acts();
        QCOMPARE(found.size(), std::size_t{4});
        for (const AuditAct& act : found)
            QVERIFY(act.outcome.has_value());
        QCOMPARE(verdict().damage, Damage::None);
        QCOMPARE(verdict().checked, std::int64_t{8}); // each outcome once
    }
}

#endif

QTEST_GUILESS_MAIN(AuditLogTest)
#include "AuditLogTest.moc"
