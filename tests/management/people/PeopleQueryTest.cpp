// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/people/PeopleQuery.h"

#include "support/FakeDirectory.h"

#include <QTest>

#include <atomic>
#include <map>
#include <system_error>

using namespace deskwarden;
using management::AccountName;
using management::PeopleQuery;
using management::PeopleQueryOptions;
using support::FakeDirectory;

namespace {

std::vector<AccountName> users(int from, int to)
{
    std::vector<AccountName> names;
    for (int i = from; i < to; ++i)
        names.push_back({"CORP", "user" + std::to_string(i)});
    return names;
}

PeopleQueryOptions quick()
{
    PeopleQueryOptions options;
    options.firstRest = std::chrono::milliseconds(20);
    options.longestRest = std::chrono::milliseconds(40);
    options.namesAtOnce = 10;
    return options;
}

/// All that a query has told so far.
struct Listener
{
    std::map<std::string, std::string> names;
    std::optional<core::ManagementError> error;

    bool hears(PeopleQuery& query, std::size_t count)
    {
        take(query);
        return names.size() >= count;
    }
    void take(PeopleQuery& query)
    {
        management::PeopleNews news = query.takeNews();
        error = news.error;
        for (const auto& told : news.told)
            names[told.name.user] = told.answer.person.fullName;
    }
};

} // namespace

/// The people of a directory, asked for in the background.
class PeopleQueryTest final : public QObject
{
    Q_OBJECT

private slots:
    void everybodyIsToldInPieces()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        for (int i = 0; i < 25; ++i)
            directory->add("user" + std::to_string(i), "Person " + std::to_string(i));
        std::atomic<int> wakes = 0;
        PeopleQuery query(directory->connector(), quick(), [&wakes] { ++wakes; });
        query.want([] { return users(0, 25); });
        Listener listener;
        QTRY_VERIFY(listener.hears(query, 25));
        QCOMPARE(listener.names["user7"], std::string("Person 7"));
        QCOMPARE(directory->questions(), std::size_t{3});
        QVERIFY(wakes >= 3);
        QVERIFY(!listener.error);
    }

    void theNewestWishCounts()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        directory->hang(true);
        PeopleQuery query(directory->connector(), quick(), [] {});
        query.want([] { return users(0, 1000); });
        QTRY_COMPARE(directory->questions(), std::size_t{1});
        query.want([] { return users(2000, 2005); });
        directory->hang(false);
        Listener listener;
        QTRY_VERIFY(listener.hears(query, 15)); // the piece that was being asked, and the new wish
        QTRY_COMPARE(directory->asked().size(), std::size_t{15});
        QCOMPARE(directory->asked().back(), std::string("user2004"));
    }

    void whatIsKnownIsNotAskedForAgain()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        directory->add("user0", "Person 0");
        PeopleQuery query(directory->connector(), quick(), [] {});
        query.want([] { return users(0, 3); });
        Listener listener;
        QTRY_VERIFY(listener.hears(query, 3));
        query.want([] {
            std::vector<AccountName> names = users(0, 4);
            names.push_back({"corp", "USER0"}); // the same in another case
            names.push_back(names.back());
            return names;
        });
        QTRY_VERIFY(listener.hears(query, 4));
        QCOMPARE(directory->asked().size(), std::size_t{4});
    }

    void whatIsOldIsAskedForAgain()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        PeopleQueryOptions options = quick();
        options.longestAge = std::chrono::milliseconds(0);
        PeopleQuery query(directory->connector(), options, [] {});
        query.want([] { return users(0, 3); });
        QTRY_COMPARE(directory->asked().size(), std::size_t{3});
        query.want([] { return users(0, 3); });
        QTRY_COMPARE(directory->asked().size(), std::size_t{6});
    }

    void afterAFailureItRestsAndAsksAgain()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        core::ManagementError silent;
        silent.kind = core::ErrorKind::HostUnreachable;
        silent.reason = core::DirectoryProblem::Silent;
        directory->failWith(silent);
        PeopleQuery query(directory->connector(), quick(), [] {});
        query.want([] { return users(0, 3); });
        Listener listener;
        QTRY_VERIFY((listener.take(query), listener.error.has_value()));
        QVERIFY(*listener.error == silent);
        QTRY_VERIFY(directory->questions() >= 3);
        QVERIFY(listener.names.empty());
        directory->failWith(std::nullopt);
        QTRY_VERIFY(listener.hears(query, 3));
        QVERIFY(!listener.error);
    }

    void aConnectorThatFailsIsTold()
    {
        PeopleQuery query(
            []() -> core::Result<std::unique_ptr<management::DirectoryConnection>> {
                return core::failure(core::ErrorKind::InvalidInput, core::InputProblem::DirectorySchemeUnknown);
            },
            quick(), [] {});
        query.want([] { return users(0, 3); });
        Listener listener;
        QTRY_VERIFY((listener.take(query), listener.error.has_value()));
    }

    void whatWasToldIsTakenInParts()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        directory->nameEverybody();
        PeopleQuery query(directory->connector(), quick(), [] {});
        query.want([] { return users(0, 25); });
        QTRY_COMPARE(directory->asked().size(), std::size_t(25));
        std::vector<std::string> taken;
        management::PeopleNews news;
        QTRY_VERIFY((news = query.takeNews(0)).isMore && news.told.empty());
        const auto takeAtMost = [&](std::size_t most) {
            news = query.takeNews(most);
            for (const auto& told : news.told)
                taken.push_back(told.name.user);
            return news.told.size();
        };
        QTRY_VERIFY((takeAtMost(7), taken.size() >= 25));
        QVERIFY(!news.isMore);
        std::vector<std::string> asked = directory->asked();
        QCOMPARE(taken, asked); // the oldest first, each once
        QCOMPARE(takeAtMost(7), std::size_t(0));
    }

    void withoutAThreadThatIsTold()
    {
        PeopleQueryOptions options = quick();
        options.startThread = [](const auto&) -> std::jthread {
            throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
        };
        PeopleQuery query(std::make_shared<FakeDirectory>()->connector(), options, [] {});
        query.want([] { return users(0, 3); });
        QVERIFY(query.takeNews().error);
    }

    void itEndsWhileADirectoryHangs()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        directory->hang(true);
        {
            PeopleQueryOptions options = quick();
            options.callTimeout = std::chrono::hours(1);
            PeopleQuery query(directory->connector(), options, [] {});
            query.want([] { return users(0, 3); });
            QTRY_COMPARE(directory->questions(), std::size_t{1});
        } // a hang here ends the test by its time limit
        QVERIFY(directory->asked().empty());
    }
};

QTEST_GUILESS_MAIN(PeopleQueryTest)
#include "PeopleQueryTest.moc"
