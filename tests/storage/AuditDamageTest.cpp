// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "AuditFixture.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <thread>

using namespace deskwarden;
using namespace deskwarden::storage;
using namespace deskwarden::tests;

/// A log that was changed behind the program's back: it shows, no act hides it, and it stays to be seen.
class AuditDamageTest final : public AuditFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void damageIsFound_data();
    void damageIsFound();
    void noActHidesDamage_data() { damageIsFound_data(); }
    void noActHidesDamage();
    void noActHidesAHeadThatIsGone_data();
    void noActHidesAHeadThatIsGone();
    void whatWasAcknowledgedStaysToBeSeen_data() { damageIsFound_data(); }
    void whatWasAcknowledgedStaysToBeSeen();
    void damageAfterAnAcknowledgementIsNew_data();
    void damageAfterAnAcknowledgementIsNew();
    void nothingIsAcknowledgedWhereNothingIsWrong();
    void theHeadNeverGoesBack();
    void removingRecordsBehindACheckpointShows();
    void rotationKeepsAcknowledgements();
    void rotationRemovesNothingFromADamagedLog();
};

void AuditDamageTest::damageIsFound_data()
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
    row("a text of another type", "UPDATE records SET run = CAST(run AS BLOB) WHERE id = 4", Damage::Changed, 4);
    row("a number beyond its limits", "UPDATE records SET session = session + 4294967296 WHERE id = 6", Damage::Changed,
        6);
    row("another time", "UPDATE records SET time = '2020-01-01T00:00:00.000Z' WHERE id = 1", Damage::Changed, 1);
    row("one removed", "DELETE FROM records WHERE id = 5", Damage::Removed, 6);
    row("first removed", "DELETE FROM records WHERE id = 1", Damage::Removed, 2);
    row("tail cut", "DELETE FROM records WHERE id > 7", Damage::TailCut, 10);
    row("all removed", "DELETE FROM records", Damage::TailCut, 10);
    row("two exchanged", "UPDATE records SET id = CASE id WHEN 3 THEN -4 WHEN 4 THEN -3 END WHERE id IN (3, 4)",
        Damage::Removed, -4);
}

void AuditDamageTest::damageIsFound()
{
    QFETCH(QString, statement);
    QFETCH(int, damage);
    QFETCH(int, record);
    {
        AuditLog log(m_file, origin());
        recordSome(log, 5);
    }
    tamper(statement);
    const AuditVerdict found = verdict();
    QCOMPARE(static_cast<int>(found.damage), damage);
    QCOMPARE(found.recordId, record);
}

void AuditDamageTest::noActHidesDamage()
{
    QFETCH(QString, statement);
    QFETCH(int, damage);
    {
        AuditLog log(m_file, origin());
        recordSome(log, 5);
    }
    tamper(statement);
    const AuditVerdict before = verdict();
    AuditLog log(m_file, origin());
    const std::vector requests{request(6)};
    const auto tokens = log.recordIntents(requests);
    QCOMPARE(tokens.has_value(), static_cast<Damage>(damage) == Damage::None);
    if (tokens)
        return;
    QCOMPARE(core::symbol(tokens.error().kind), "ledger_damaged");
    QVERIFY(QByteArray::fromStdString(tokens.error().detail).contains(symbol(static_cast<Damage>(damage))));
    QVERIFY(!log.recordIntents(requests).has_value());
    const AuditVerdict after = verdict();
    QVERIFY(after.damage == before.damage);
    QCOMPARE(after.recordId, before.recordId);
}

void AuditDamageTest::noActHidesAHeadThatIsGone_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("isLogRemoved");
    QTest::addColumn<QByteArray>("head"); // null: removed
    QTest::newRow("the head removed") << QStringLiteral("SELECT 1") << false << QByteArray();
    QTest::newRow("head removed, tail cut")
        << QStringLiteral("DELETE FROM records WHERE id > 7") << false << QByteArray();
    QTest::newRow("head removed, all removed") << QStringLiteral("DELETE FROM records") << false << QByteArray();
    QTest::newRow("the head emptied") << QStringLiteral("SELECT 1") << false << QByteArray("");
    QTest::newRow("no head but words") << QStringLiteral("SELECT 1") << false << QByteArray("{\"count\":\"x\"}");
    QTest::newRow("a head of another log")
        << QStringLiteral("SELECT 1") << false << QByteArray("{\"count\":10,\"hash\":\"00\"}");
    QTest::newRow("the log removed") << QString() << true << QByteArray("keep");
}

void AuditDamageTest::noActHidesAHeadThatIsGone()
{
    QFETCH(QString, statement);
    QFETCH(bool, isLogRemoved);
    QFETCH(QByteArray, head);
    {
        AuditLog log(m_file, origin());
        recordSome(log, 5);
    }
    if (isLogRemoved)
        QVERIFY(QFile::remove(m_file));
    else
        tamper(statement);
    if (head != "keep") {
        QVERIFY(QFile::remove(AuditHead::fileOf(m_file)));
        if (!head.isNull()) {
            QFile file(AuditHead::fileOf(m_file));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(head);
        }
    }
    AuditLog log(m_file, origin());
    const std::vector requests{request(6)};
    const auto tokens = log.recordIntents(requests);
    QVERIFY(!tokens.has_value());
    QCOMPARE(core::symbol(tokens.error().kind), "ledger_damaged");
    QVERIFY(verdict().damage != Damage::None);
    QVERIFY(log.acknowledge(QStringLiteral("seen")).has_value());
    recordOne(log, 6);
    QCOMPARE(verdict().damage, Damage::None);
    QCOMPARE(verdict().acknowledgements.size(), std::size_t{1});
}

void AuditDamageTest::whatWasAcknowledgedStaysToBeSeen()
{
    QFETCH(QString, statement);
    QFETCH(int, damage);
    QFETCH(int, record);
    {
        AuditLog log(m_file, origin());
        recordSome(log, 5);
    }
    tamper(statement);
    AuditLog log(m_file, origin());
    const auto acknowledged = log.acknowledge(QStringLiteral("INC-1"));
    QVERIFY(acknowledged.has_value());
    QCOMPARE(static_cast<int>(acknowledged->damage), damage);
    recordOne(log, 6);
    const AuditVerdict found = verdict();
    QCOMPARE(found.damage, Damage::None);
    if (static_cast<Damage>(damage) == Damage::None)
        return;
    QCOMPARE(found.acknowledgements.size(), std::size_t{1});
    const AuditRecord& seen = found.acknowledgements.front();
    QVERIFY(seen.id > 10 || static_cast<Damage>(damage) != Damage::TailCut); // no number is given out twice
    QCOMPARE(static_cast<int>(damageOf(seen)), damage);
    QCOMPARE(seen.intentId, record);
    QCOMPARE(seen.operatorName, origin().operatorName);
    QCOMPARE(seen.reason, QStringLiteral("INC-1"));
}

void AuditDamageTest::damageAfterAnAcknowledgementIsNew_data()
{
    QTest::addColumn<QString>("statement");
    const auto row = [](const char* name, const char* statement) {
        QTest::newRow(name) << QString::fromLatin1(statement);
    };
    row("another record changed", "UPDATE records SET user = 'x' WHERE id = 7");
    row("the same record changed once more", "UPDATE records SET user = 'y' WHERE id = 3");
    row("the damage mended", "UPDATE records SET user = 'anna' WHERE id = 3");
    row("one removed", "DELETE FROM records WHERE id = 8");
    row("the acknowledgement removed", "DELETE FROM records WHERE kind = 3");
    row("the acknowledgement changed", "UPDATE records SET reason = 'nothing' WHERE kind = 3");
    row("a later record changed", "UPDATE records SET outcome = 'failed' WHERE id = 13");
    row("the tail cut", "DELETE FROM records WHERE id > 11");
}

void AuditDamageTest::damageAfterAnAcknowledgementIsNew()
{
    QFETCH(QString, statement);
    {
        AuditLog log(m_file, origin());
        recordSome(log, 5);
    }
    tamper(QStringLiteral("UPDATE records SET user = 'someone else' WHERE id = 3"));
    {
        AuditLog log(m_file, origin());
        QVERIFY(log.acknowledge({}).has_value());
        recordOne(log, 6);
    }
    QCOMPARE(verdict().damage, Damage::None);
    tamper(statement);
    QVERIFY(verdict().damage != Damage::None);
    AuditLog log(m_file, origin());
    QVERIFY(log.acknowledge({}).has_value());
    recordOne(log, 7);
    QCOMPARE(verdict().damage, Damage::None);
    QVERIFY(!verdict().acknowledgements.empty());
}

void AuditDamageTest::nothingIsAcknowledgedWhereNothingIsWrong()
{
    AuditLog log(m_file, origin());
    recordOne(log, 1);
    QCOMPARE(log.acknowledge({}).value().damage, Damage::None);
    const AuditVerdict found = verdict();
    QCOMPARE(found.checked, 2);
    QVERIFY(found.acknowledgements.empty());
}

void AuditDamageTest::theHeadNeverGoesBack()
{
    std::atomic<bool> isOver = false;
    std::int64_t newest = 0;
    bool wentBack = false;
    {
        const std::jthread watcher([&] {
            const AuditHead head(m_file);
            while (!isOver) {
                if (const auto mark = head.read().value_or(std::nullopt)) {
                    wentBack = wentBack || mark->id < newest;
                    newest = mark->id;
                }
            }
        });
        {
            AuditLog one(m_file, origin());
            AuditLog two(m_file, origin()); // its own connection, as another program has
            std::vector<std::jthread> threads;
            for (AuditLog* const log : {&one, &two, &one, &two}) {
                threads.emplace_back([log] {
                    for (std::uint64_t round = 0; round < 25; ++round)
                        recordOne(*log, round);
                });
            }
        }
        isOver = true;
    }
    QVERIFY(!wentBack);
    const auto last = AuditHead(m_file).read().value_or(std::nullopt);
    QVERIFY(last.has_value());
    QCOMPARE(last->id, 200);
    QCOMPARE(verdict().checked, 200);
}

void AuditDamageTest::removingRecordsBehindACheckpointShows()
{
    {
        AuditLog log(m_file, origin());
        recordSome(log, 3);
        QVERIFY(log.rotate(std::chrono::days(-1)).has_value());
        for (std::uint64_t id = 4; id <= 6; ++id)
            recordOne(log, id);
    }
    tamper(QStringLiteral("DELETE FROM records WHERE id = 8"));
    QCOMPARE(verdict().damage, Damage::Removed);
}

void AuditDamageTest::rotationKeepsAcknowledgements()
{
    {
        AuditLog log(m_file, origin());
        recordSome(log, 3);
    }
    tamper(QStringLiteral("UPDATE records SET user = 'x' WHERE id = 3"));
    AuditLog log(m_file, origin());
    QVERIFY(log.acknowledge(QStringLiteral("seen")).has_value());
    recordOne(log, 4);
    QVERIFY(log.rotate(std::chrono::days(-1)).value() > 0);
    recordOne(log, 5);
    QVERIFY(log.rotate(std::chrono::days(-1)).value() > 0); // a second time over the one that was kept
    const AuditVerdict found = verdict();
    QCOMPARE(found.damage, Damage::None);
    QCOMPARE(found.acknowledgements.size(), std::size_t{1});
    QCOMPARE(found.acknowledgements.front().reason, QStringLiteral("seen"));
    tamper(QStringLiteral("DELETE FROM records WHERE kind = 3"));
    QCOMPARE(verdict().damage, Damage::Removed);
}

void AuditDamageTest::rotationRemovesNothingFromADamagedLog()
{
    {
        AuditLog log(m_file, origin());
        recordSome(log, 3);
    }
    tamper(QStringLiteral("UPDATE records SET user = 'x' WHERE id = 2"));
    AuditLog log(m_file, origin());
    QVERIFY(!log.rotate(std::chrono::days(-1)).has_value());
    QCOMPARE(acts().size(), std::size_t{3});
    QCOMPARE(verdict().damage, Damage::Changed);
}

QTEST_GUILESS_MAIN(AuditDamageTest)
#include "AuditDamageTest.moc"
