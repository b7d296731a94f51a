// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/SessionCollector.h"

#include "core/Names.h"
#include "core/Value.h"
#include "management/seam/RdmsSchema.h"
#include "support/Enumerators.h"
#include "support/FakeConnection.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <random>

using namespace deskwarden;
using namespace deskwarden::management;

namespace {

using List = std::vector<core::Session>;

/// What the collector shall say, made in the plainest way.
List plainly(const List& sessions)
{
    List rows;
    std::map<std::pair<std::string, std::uint32_t>, std::size_t> places;
    for (const core::Session& session : sessions) {
        const auto [place, isNew] =
            places.try_emplace({core::lowered(session.key.vmHostName.view()), session.key.sessionId}, rows.size());
        if (isNew)
            rows.push_back(session);
        else
            rows[place->second].isDoubled = true;
    }
    return rows;
}

/// With the hosts in lower case: which of two ways of writing one is shown, depends on the list before.
List comparable(List sessions)
{
    for (core::Session& session : sessions)
        session.key.vmHostName = core::SharedString(core::lowered(session.key.vmHostName.view()));
    return sessions;
}

List collected(const List& sessions, core::StringPool& pool, const SnapshotPointer& before)
{
    SessionCollector collector(sessions.empty() ? core::ServerId() : sessions.front().key.server, pool, before);
    std::vector<core::Instance> batch;
    for (const core::Session& session : sessions) {
        batch.push_back(support::toInstance(session));
        if (batch.size() == 7)
            collector.add(std::exchange(batch, {}));
    }
    collector.add(batch);
    return collector.takeSessions();
}

SnapshotPointer snapshotOf(List sessions)
{
    auto snapshot = std::make_shared<SessionSnapshot>();
    snapshot->sessions = SessionList(std::move(sessions));
    return snapshot;
}

} // namespace

/// The gathering of a list, with the list before at hand.
class SessionCollectorTest final : public QObject
{
    Q_OBJECT

private slots:
    void anyListIsCollectedAsPlainly()
    {
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            std::mt19937 random(seed);
            constexpr auto states = support::enumerators<core::ConnectState>();
            const auto one = [&random](std::uint32_t of) { return static_cast<std::uint32_t>(random() % of); };
            const auto made = [&one, &states] {
                return support::makeSession((one(2) == 0 ? "hv" : "HV") + std::to_string(one(3)), one(60),
                                            "u" + std::to_string(one(9)), states[one(states.size())]);
            };
            core::StringPool pool;
            SnapshotPointer before;
            List sessions;
            for (int list = 0; list < 6; ++list) {
                for (std::uint32_t i = one(30); i > 0; --i)
                    sessions.insert(sessions.begin() + one(static_cast<std::uint32_t>(sessions.size()) + 1), made());
                std::erase_if(sessions, [&one](const core::Session&) { return one(10) == 0; });
                if (one(4) == 0)
                    std::shuffle(sessions.begin(), sessions.end(), random);
                const List rows = collected(sessions, pool, before);
                QVERIFY2(comparable(rows) == comparable(plainly(sessions)), std::to_string(seed).c_str());
                before = snapshotOf(rows);
            }
        }
    }
    void unchangedTextsAreSharedInAnyOrder()
    {
        core::StringPool pool;
        List sessions;
        for (std::uint32_t id = 0; id < 100; ++id)
            sessions.push_back(support::makeSession("hv", id, "user" + std::to_string(id), core::ConnectState::Active));
        const SnapshotPointer before = snapshotOf(collected(sessions, pool, nullptr));
        std::ranges::reverse(sessions);
        sessions[3].userName = core::SharedString("another");
        const List after = collected(sessions, pool, before);
        for (std::size_t row = 0; row < after.size(); ++row) {
            const core::Session& old = before->sessions[99 - row];
            QVERIFY(after[row].key.vmHostName.isSameBlock(old.key.vmHostName));
            QVERIFY(after[row].vmName.isSameBlock(old.vmName));
            QCOMPARE(after[row].userName.isSameBlock(old.userName), row != 3);
        }
    }
    void everyRowIsTakenOrCounted_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* what, const char* host, const char* id, RowKind kind) {
            QTest::newRow(what) << QString::fromUtf8(host) << QString::fromUtf8(id) << static_cast<int>(kind);
        };
        row("plain", "hv2", "7", RowKind::Session);
        row("blanks around the id", "hv2", " 7 ", RowKind::Session);
        row("line ends around the id", "hv2", "\r\n\t7\n", RowKind::Session);
        row("zeros before the id", "hv2", "0007", RowKind::Session);
        row("plus before the id", "hv2", "+7", RowKind::Session);
        row("largest id", "hv2", "4294967295", RowKind::Session);
        row("id zero", "hv2", "0", RowKind::Session);
        row("same key", "hv", "1", RowKind::Doubled);
        row("same key, host in capitals", "HV", "1", RowKind::Doubled);
        row("same key, id with blanks", "hv", " 1", RowKind::Doubled);
        row("no id", "hv2", "", RowKind::Unreadable);
        row("blank id", "hv2", "  ", RowKind::Unreadable);
        row("id in words", "hv2", "seven", RowKind::Unreadable);
        row("id with a tail", "hv2", "7 8", RowKind::Unreadable);
        row("id beyond 32 bits", "hv2", "4294967296", RowKind::Unreadable);
        row("two signs", "hv2", "+-7", RowKind::Unreadable);
        row("hexadecimal id", "hv2", "0x7", RowKind::Unreadable);
        row("no host", "", "7", RowKind::Unreadable);
        row("blank host", " \t", "7", RowKind::Unreadable);
    }
    void everyRowIsTakenOrCounted()
    {
        QFETCH(const QString, host);
        QFETCH(const QString, id);
        QFETCH(const int, kind);
        const auto row = [](const QString& hostText, const QString& idText) {
            std::vector<core::Property> properties;
            if (!hostText.isEmpty())
                properties.push_back({core::SharedString("VMHostName"), core::Value(hostText.toStdString().c_str())});
            if (!idText.isEmpty())
                properties.push_back({core::SharedString("SessionId"), core::Value(idText.toStdString().c_str())});
            return core::Instance(core::SharedString(sessionClass), properties);
        };
        core::StringPool pool;
        const core::ServerId server{core::SharedString("fake")};
        SnapshotPointer before; // first without, then with a list before
        for (int round = 0; round < 2; ++round) {
            SessionCollector collector(server, pool, before);
            QCOMPARE(collector.add(row(QStringLiteral("hv"), QStringLiteral("1"))), RowKind::Session);
            const auto got = collector.add(row(host, id));
            QCOMPARE(static_cast<int>(got), kind);
            LeftOutRows expected;
            expected.unreadable = got == RowKind::Unreadable ? 1 : 0;
            expected.doubled = got == RowKind::Doubled ? 1 : 0;
            QVERIFY(collector.leftOut() == expected);
            QCOMPARE(collector.sessions().front().isDoubled, got == RowKind::Doubled);
            QCOMPARE(collector.sessions().size(), std::size_t{got == RowKind::Session ? 2U : 1U});
            collector.clear();
            QVERIFY(!collector.leftOut().isAny());
            QCOMPARE(collector.add(row(QStringLiteral("hv"), QStringLiteral("1"))), RowKind::Session);
            before = snapshotOf(collector.takeSessions());
        }
    }
    void aRowOfAListBegunAnewIsTakenButRepeated_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("id");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* what, const char* host, int id, RowKind kind) {
            QTest::newRow(what) << QString::fromUtf8(host) << id << static_cast<int>(kind);
        };
        row("of the first list", "hv", 1, RowKind::Repeated);
        row("of the first list, host in capitals", "HV", 1, RowKind::Repeated);
        row("of the second list only", "hv", 2, RowKind::Repeated);
        row("of both", "hv", 3, RowKind::Repeated);
        row("new id", "hv", 4, RowKind::Session);
        row("new host", "hv2", 1, RowKind::Session);
    }
    void aRowOfAListBegunAnewIsTakenButRepeated()
    {
        QFETCH(const QString, host);
        QFETCH(const int, id);
        QFETCH(const int, kind);
        const auto row = [](const std::string& name, int number) {
            return support::toInstance(
                support::makeSession(name, static_cast<std::uint32_t>(number), "ann", core::ConnectState::Active));
        };
        core::StringPool pool;
        SnapshotPointer before; // first without, then with a list before
        for (int round = 0; round < 2; ++round) {
            SessionCollector collector({core::SharedString("fake")}, pool, before);
            collector.add({row("hv", 1), row("hv", 3)});
            collector.beginAnew();
            QVERIFY(collector.sessions().empty());
            QCOMPARE(collector.add(row("HV", 3)), RowKind::Repeated);
            QCOMPARE(collector.add(row("hv", 2)), RowKind::Session);
            collector.beginAnew();
            const auto got = collector.add(row(host.toStdString(), id));
            QCOMPARE(static_cast<int>(got), kind);
            QCOMPARE(collector.sessions().size(), std::size_t{1});
            QCOMPARE(collector.add(row(host.toStdString(), id)), RowKind::Doubled);
            before = snapshotOf(collector.takeSessions());
        }
    }
    void aListIsBegunAnew()
    {
        core::StringPool pool;
        const std::vector<core::Instance> rows{
            support::toInstance(support::makeSession("hv", 1, "ann", core::ConnectState::Active)),
            support::toInstance(support::makeSession("hv", 2, "bob", core::ConnectState::Active))};
        SessionCollector first({core::SharedString("fake")}, pool);
        first.add(rows);
        SessionCollector second({core::SharedString("fake")}, pool, snapshotOf(first.takeSessions()));
        second.add(rows);
        second.clear();
        second.add({rows[1]});
        QCOMPARE(second.sessions().size(), std::size_t{1});
        QCOMPARE(second.sessions().front().userName.view(), std::string_view("bob"));
    }
};

QTEST_APPLESS_MAIN(SessionCollectorTest)
#include "SessionCollectorTest.moc"
