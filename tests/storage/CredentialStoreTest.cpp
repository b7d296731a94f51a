// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/KeychainCredentialStore.h"
#include "storage/MemoryCredentialStore.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::storage;

/// The keychain's contract, against memory and against whatever keychain this session has. CTest runs it twice: with a
/// real Secret Service on a bus of its own, and with no bus at all.
class CredentialStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatIsKeptIsReturned();
    void serversAndUsersHaveEntriesOfTheirOwn();
    void forgettingIsForGood();
    void whatIsNotThereIsNothing();
    void anAnswerDiesWithItsContext();
    void noFileHoldsThePassword();

private:
    core::Result<> save(const CredentialKey& key, const char* password);
    core::Result<std::optional<core::Secret>> load(const CredentialKey& key);
    core::Result<> forget(const CredentialKey& key);

    bool m_hasSecretService = qEnvironmentVariableIsSet("DESKWARDEN_TEST_SECRET_SERVICE");
    KeychainCredentialStore m_store;
};

namespace {

CredentialKey key(const char* server, const char* user)
{
    return {core::ServerAddress::parse(server)->id(), user};
}

constexpr int patience = 20'000;

} // namespace

core::Result<> CredentialStoreTest::save(const CredentialKey& key, const char* password)
{
    std::optional<core::Result<>> result;
    m_store.save(key, core::Secret(password), this, [&](core::Result<> done) { result = std::move(done); });
    return QTest::qWaitFor([&] { return result.has_value(); }, patience) ? *result
                                                                         : core::failure(core::ErrorKind::TimedOut);
}

core::Result<std::optional<core::Secret>> CredentialStoreTest::load(const CredentialKey& key)
{
    std::optional<core::Result<std::optional<core::Secret>>> result;
    m_store.load(key, this, [&](core::Result<std::optional<core::Secret>> loaded) { result = std::move(loaded); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, patience))
        return core::failure(core::ErrorKind::TimedOut);
    return *result;
}

core::Result<> CredentialStoreTest::forget(const CredentialKey& key)
{
    std::optional<core::Result<>> result;
    m_store.forget(key, this, [&](core::Result<> done) { result = std::move(done); });
    return QTest::qWaitFor([&] { return result.has_value(); }, patience) ? *result
                                                                         : core::failure(core::ErrorKind::TimedOut);
}

void CredentialStoreTest::initTestCase()
{
    QVERIFY(save(key("broker.example.test", "first"), "Secret123"));
    QCOMPARE(m_store.isPersistent(), m_hasSecretService);
}

void CredentialStoreTest::whatIsKeptIsReturned()
{
    const CredentialKey here = key("https://broker.example.test", "CONTOSO\\Jürgen Ünal \"O'Hara\" Иванов");
    QVERIFY(save(here, "пароль \"with\" <quotes> & ünïcode 🔑"));
    const auto loaded = load(here);
    QVERIFY(loaded && *loaded);
    QVERIFY(**loaded == core::Secret("пароль \"with\" <quotes> & ünïcode 🔑"));
    QVERIFY(save(here, "another"));
    QVERIFY(**load(here) == core::Secret("another"));
}

void CredentialStoreTest::serversAndUsersHaveEntriesOfTheirOwn()
{
    QVERIFY(save(key("https://one", "u"), "1"));
    QVERIFY(save(key("https://two", "u"), "2"));
    QVERIFY(save(key("https://one", "v"), "3"));
    QVERIFY(**load(key("https://one", "u")) == core::Secret("1"));
    QVERIFY(**load(key("https://two", "u")) == core::Secret("2"));
    QVERIFY(**load(key("https://one", "v")) == core::Secret("3"));
}

void CredentialStoreTest::forgettingIsForGood()
{
    QVERIFY(save(key("https://gone", "u"), "1"));
    QVERIFY(forget(key("https://gone", "u")));
    const auto loaded = load(key("https://gone", "u"));
    QVERIFY(loaded && !*loaded);
    QVERIFY(forget(key("https://gone", "u")));
}

void CredentialStoreTest::whatIsNotThereIsNothing()
{
    const auto loaded = load(key("https://never", "nobody"));
    QVERIFY(loaded && !*loaded);
}

void CredentialStoreTest::anAnswerDiesWithItsContext()
{
    bool isAnswered = false;
    auto context = std::make_unique<QObject>();
    m_store.load(key("https://one", "u"), context.get(), [&](const auto&) { isAnswered = true; });
    context.reset();
    QVERIFY(load(key("https://two", "u")));
    QTest::qWait(50);
    QVERIFY(!isAnswered);
}

void CredentialStoreTest::noFileHoldsThePassword()
{
    const char* password = "Needle-4711-in-a-haystack";
    QVERIFY(save(key("https://one", "u"), password));
    QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext() && count < 2'000) {
        QFile file(files.next());
        ++count;
        if (file.size() < 10'000'000 && file.open(QIODevice::ReadOnly))
            QVERIFY2(!file.readAll().contains(password), qPrintable(file.fileName()));
    }
}

QTEST_GUILESS_MAIN(CredentialStoreTest)
#include "CredentialStoreTest.moc"
