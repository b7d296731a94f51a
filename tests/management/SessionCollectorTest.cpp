// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/SessionCollector.h"

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
            places.try_emplace({session.key.vmHostName.toString(), session.key.sessionId}, rows.size());
        if (isNew)
            rows.push_back(session);
        else
            rows[place->second] = session;
    }
    return rows;
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
                return support::makeSession("hv" + std::to_string(one(3)), one(60), "u" + std::to_string(one(9)),
                                            states[one(states.size())]);
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
                QVERIFY2(rows == plainly(sessions), std::to_string(seed).c_str());
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
