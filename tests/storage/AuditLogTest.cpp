// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditLog.h"

#include "storage/AuditDatabase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace deskwarden;
using namespace deskwarden::storage;
using Access = AuditDatabase::Access;
using Damage = AuditVerdict::Damage;

/// Intents before acts, outcomes after, and a chain in which every change shows.
class AuditLogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anIntentIsOnDiskBeforeItsTokenIsGiven();
    void anOutcomeBelongsToItsIntent();
    void anOutcomeIsRecordedOnce();
    void whatHasNoOutcomeIsInFlight();
    void onlyEndedProgramsLeaveActsBehind();
    void killedBeforeTheFirstHeadIsNoDamage();
    void manyThreadsKeepOneChain();
    void twoProgramsKeepOneChain();
    void hostileNamesSurvive();
    void anUnwritableLogGivesNoToken();
    void aLogThatBecomesWritableServesAgain();
    void damageIsFound_data();
    void damageIsFound();
    void rotationLeavesACheckpointThatVerifies();
    void rotationKeepsWhatIsInFlight();
    void removingRecordsBehindACheckpointShows();

private:
    [[nodiscard]] AuditVerdict verdict() const;
    [[nodiscard]] std::vector<AuditAct> acts() const;
    void tamper(const QString& statement) const;

    std::optional<QTemporaryDir> m_directory;
    QString m_file;
};

namespace {

management::ActionRequest request(std::uint64_t id, const char* user = "anna")
{
    management::ActionRequest result;
    result.id = id;
    result.confirmed.key = {core::ServerId{core::SharedString("https://broker")}, core::SharedString("HOST-1"),
                            static_cast<std::uint32_t>(id)};
    result.confirmed.userName = core::SharedString(user);
    result.confirmed.domainName = core::SharedString("CONTOSO");
    result.confirmed.vmName = core::SharedString("VM-7");
    result.reason = "INC-4711";
    return result;
}

management::Outcome done()
{
    management::Outcome outcome;
    outcome.kind = management::OutcomeKind::Done;
    outcome.returnValue = 0;
    return outcome;
}

AuditOrigin origin()
{
    return {QStringLiteral("CONTOSO\\helpdesk"), QStringLiteral("DESK-3")};
}

void recordOne(AuditLog& log, std::uint64_t id)
{
    const std::vector requests{request(id)};
    auto tokens = log.recordIntents(requests);
    QVERIFY(tokens.has_value());
    QVERIFY(log.recordOutcome(tokens->front(), done()).has_value());
}

} // namespace

void AuditLogTest::init()
{
    m_directory.emplace();
    m_file = m_directory->filePath(QStringLiteral("audit.sqlite"));
}

AuditVerdict AuditLogTest::verdict() const
{
    const auto database = AuditDatabase::open(m_file, Access::ReadOnly);
    const auto result = database ? (*database)->verify() : core::failure(database.error());
    return result.value_or(AuditVerdict{Damage::Changed, -1, -1});
}

std::vector<AuditAct> AuditLogTest::acts() const
{
    const auto database = AuditDatabase::open(m_file, Access::ReadOnly);
    return database ? (*database)->acts({}).value_or(std::vector<AuditAct>()) : std::vector<AuditAct>();
}

void AuditLogTest::tamper(const QString& statement) const
{
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        connection.setDatabaseName(m_file);
        QVERIFY(connection.open());
        QSqlQuery query(connection);
        QVERIFY(query.exec(statement));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}

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
    QFile head(AuditDatabase::headFileOf(m_file));
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

void AuditLogTest::damageIsFound_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("damage");
    QTest::addColumn<int>("record");
    const auto row = [](const char* name, const char* statement, Damage damage, int record) {
        QTest::newRow(name) << QString::fromLatin1(statement) << static_cast<int>(damage) << record;
    };
    row("untouched", "SELECT 1", Damage::None, 10);
    row("another user", "UPDATE records SET user = 'someone else' WHERE id = 4", Damage::Changed, 4);
    row("an outcome whitewashed", "UPDATE records SET outcome = 'already_gone' WHERE id = 6", Damage::Changed, 6);
    row("another return value", "UPDATE records SET return_value = 5 WHERE id = 6", Damage::Changed, 6);
    row("another time", "UPDATE records SET time = '2020-01-01T00:00:00.000Z' WHERE id = 1", Damage::Changed, 1);
    row("one removed", "DELETE FROM records WHERE id = 5", Damage::Removed, 6);
    row("first removed", "DELETE FROM records WHERE id = 1", Damage::Removed, 2);
    row("tail cut", "DELETE FROM records WHERE id > 7", Damage::TailCut, 10);
    row("all removed", "DELETE FROM records", Damage::TailCut, 10);
    row("two exchanged", "UPDATE records SET id = CASE id WHEN 3 THEN -4 WHEN 4 THEN -3 END WHERE id IN (3, 4)",
        Damage::Removed, -4);
}

void AuditLogTest::damageIsFound()
{
    QFETCH(QString, statement);
    QFETCH(int, damage);
    QFETCH(int, record);
    {
        AuditLog log(m_file, origin());
        for (std::uint64_t id = 1; id <= 5; ++id)
            recordOne(log, id);
    }
    tamper(statement);
    const AuditVerdict found = verdict();
    QCOMPARE(static_cast<int>(found.damage), damage);
    QCOMPARE(found.recordId, record);
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

void AuditLogTest::removingRecordsBehindACheckpointShows()
{
    {
        AuditLog log(m_file, origin());
        for (std::uint64_t id = 1; id <= 3; ++id)
            recordOne(log, id);
        QVERIFY(log.rotate(std::chrono::days(-1)).has_value());
        for (std::uint64_t id = 4; id <= 6; ++id)
            recordOne(log, id);
    }
    tamper(QStringLiteral("DELETE FROM records WHERE id = 8"));
    QCOMPARE(verdict().damage, Damage::Removed);
}

QTEST_GUILESS_MAIN(AuditLogTest)
#include "AuditLogTest.moc"
