// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/SystemCredentialStore.h"

#include <QTest>

#include <optional>

using namespace deskwarden;
using storage::CredentialKey;

/// Windows' Credential Manager behind storage::CredentialStore.
class CredentialStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void aPasswordIsKeptUntilItIsForgotten();
    void entriesAreOnesOwn();

private:
    std::optional<core::Secret> load(const CredentialKey& key);
    void save(const CredentialKey& key, const char* text);
    void forget(const CredentialKey& key);

    std::unique_ptr<storage::CredentialStore> m_store = storage::systemCredentialStore();
};

std::optional<core::Secret> CredentialStoreTest::load(const CredentialKey& key)
{
    std::optional<core::Result<std::optional<core::Secret>>> answer;
    m_store->load(key, this, [&answer](auto result) { answer = std::move(result); });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000) && *answer ? **answer : std::nullopt;
}

void CredentialStoreTest::save(const CredentialKey& key, const char* text)
{
    bool isDone = false;
    m_store->save(key, core::Secret(text), this, [&isDone](auto result) { isDone = result.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isDone, 20'000);
}

void CredentialStoreTest::forget(const CredentialKey& key)
{
    bool isDone = false;
    m_store->forget(key, this, [&isDone](auto result) { isDone = result.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isDone, 20'000);
}

void CredentialStoreTest::aPasswordIsKeptUntilItIsForgotten()
{
    const CredentialKey key{{core::SharedString("https://broker.example.com")}, "CORP\\Юрий"};
    QVERIFY(!load(key));
    save(key, "first");
    save(key, "пароль \"7\"");
    QVERIFY(m_store->isPersistent());
    QVERIFY(load(key) == core::Secret("пароль \"7\""));
    forget(key);
    QVERIFY(!load(key));
    forget(key); // what is not there is no failure
}

void CredentialStoreTest::entriesAreOnesOwn()
{
    const CredentialKey one{{core::SharedString("https://broker.example.com")}, "CORP\\a"};
    const CredentialKey other{{core::SharedString("https://broker.example.com")}, "CORP\\b"};
    save(one, "1");
    QVERIFY(!load(other));
    save(other, "2");
    QVERIFY(load(one) == core::Secret("1"));
    forget(one);
    forget(other);
}

QTEST_GUILESS_MAIN(CredentialStoreTest)
#include "CredentialStoreTest.moc"
