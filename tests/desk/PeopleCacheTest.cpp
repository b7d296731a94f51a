// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/PeopleCache.h"

#include "support/FakeDirectory.h"
#include "support/UserList.h"

#include <QSignalSpy>
#include <QTest>

using namespace deskwarden;
using desk::PeopleCache;
using support::FakeDirectory;
using support::listOf;
using support::sessionOf;

namespace {

core::ServerProfile profileWithDirectory()
{
    core::ServerProfile profile;
    profile.address = *core::ServerAddress::parse("https://broker.example");
    profile.directory.address = "ldaps://dc1.corp.example";
    return profile;
}

desk::DirectoryFactory factoryOf(const std::shared_ptr<FakeDirectory>& directory)
{
    return [directory](const core::ServerProfile&, core::Secret) -> core::Result<management::DirectoryConnector> {
        return directory->connector();
    };
}

} // namespace

/// The people of all servers, as far as they are known.
class PeopleCacheTest final : public QObject
{
    Q_OBJECT

private slots:
    void aNameComesAfterTheList()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        directory->add("ann", "Ann Example");
        const core::ServerProfile profile = profileWithDirectory();
        PeopleCache cache(factoryOf(directory));
        models::PersonNamesPointer names;
        connect(&cache, &PeopleCache::learnt, this,
                [&names](const core::ServerId&, const models::PersonNamesPointer& told) { names = told; });
        cache.open(profile, {});
        cache.take(listOf(profile, {"ann", "bob"}));
        QVERIFY(cache.find(sessionOf(profile, "ann")) == nullptr); // nobody waits for it
        QTRY_VERIFY(names != nullptr);
        QCOMPARE(names->nameOf(sessionOf(profile, "ANN")).toString(), std::string("Ann Example"));
        QVERIFY(names->nameOf(sessionOf(profile, "bob")).isNull());
        QCOMPARE(cache.find(sessionOf(profile, "ann"))->fullName, std::string("Ann Example"));
        QVERIFY(cache.find(sessionOf(profile, "bob")) == nullptr);
        QVERIFY(!cache.problemOf(profile.address.id()));
    }

    void aDirectoryThatFailsIsToldOnceAndTakesNoNameAway()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        directory->add("ann", "Ann Example");
        const core::ServerProfile profile = profileWithDirectory();
        PeopleCache cache(factoryOf(directory));
        const QSignalSpy problems(&cache, &PeopleCache::problemChanged);
        cache.open(profile, {});
        cache.take(listOf(profile, {"ann"}));
        QTRY_VERIFY(cache.find(sessionOf(profile, "ann")) != nullptr);
        core::ManagementError silent;
        silent.kind = core::ErrorKind::HostUnreachable;
        silent.reason = core::DirectoryProblem::Silent;
        directory->failWith(silent);
        cache.take(listOf(profile, {"ann", "bob"}));
        QTRY_COMPARE(problems.count(), 1);
        QVERIFY(cache.problemOf(profile.address.id()) == silent);
        cache.take(listOf(profile, {"ann", "bob"}));
        QVERIFY(cache.find(sessionOf(profile, "ann")) != nullptr);
        QCOMPARE(problems.count(), 1);
    }

    void withoutADirectoryNobodyIsAsked()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        core::ServerProfile profile = profileWithDirectory();
        profile.directory.address.clear();
        PeopleCache cache(factoryOf(directory));
        cache.open(profile, {});
        cache.take(listOf(profile, {"ann"}));
        QVERIFY(cache.find(sessionOf(profile, "ann")) == nullptr);
        QVERIFY(!cache.problemOf(profile.address.id()));
        QCOMPARE(directory->questions(), std::size_t{0});
    }

    void theOwnDomainIsAskedWithoutAnAddress()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        directory->add("ann", "Ann Example");
        core::ServerProfile profile = profileWithDirectory();
        profile.directory.address.clear();
        profile.directory.isOwnDomain = true;
        PeopleCache cache(factoryOf(directory));
        cache.open(profile, {});
        cache.take(listOf(profile, {"ann"}));
        QTRY_VERIFY(cache.find(sessionOf(profile, "ann")) != nullptr);
    }

    void anAddressThatCannotBeUsedIsTold()
    {
        PeopleCache cache([](const core::ServerProfile&, core::Secret) -> core::Result<management::DirectoryConnector> {
            return core::failure(core::ErrorKind::InvalidInput, core::InputProblem::DirectorySchemeUnknown);
        });
        const core::ServerProfile profile = profileWithDirectory();
        const QSignalSpy problems(&cache, &PeopleCache::problemChanged);
        cache.open(profile, {});
        QCOMPARE(problems.count(), 1);
        cache.take(listOf(profile, {"ann"}));
        QVERIFY(cache.problemOf(profile.address.id()).has_value());
    }

    void aClosedServerIsForgotten()
    {
        const auto directory = std::make_shared<FakeDirectory>();
        directory->add("ann", "Ann Example");
        const core::ServerProfile profile = profileWithDirectory();
        PeopleCache cache(factoryOf(directory));
        cache.open(profile, {});
        cache.take(listOf(profile, {"ann"}));
        QTRY_VERIFY(cache.find(sessionOf(profile, "ann")) != nullptr);
        cache.close(profile.address.id());
        QVERIFY(cache.find(sessionOf(profile, "ann")) == nullptr);
    }
};

QTEST_GUILESS_MAIN(PeopleCacheTest)
#include "PeopleCacheTest.moc"
