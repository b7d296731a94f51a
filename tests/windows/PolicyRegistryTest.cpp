// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/PolicyRegistry.h"

#include <QTest>

#include <string>

using namespace deskwarden;

/// What group policy writes, here in the user's own part of the registry.
class PolicyRegistryTest final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { RegDeleteTreeW(HKEY_CURRENT_USER, key.c_str()); }
    void withoutAKeyEverythingIsAllowed() { QCOMPARE(read(), management::Policy()); }
    void valuesMeanWhatTheFileMeans();
    void anUnknownNameMeansReadOnly();
    void aWrongKindMeansReadOnly();
    void textsKeepTheirLetters();

private:
    static management::Policy read()
    {
        return storage::readPolicyRegistry(HKEY_CURRENT_USER, QString::fromStdWString(key));
    }
    static void write(const wchar_t* name, DWORD kind, const void* data, std::size_t size)
    {
        QCOMPARE(RegSetKeyValueW(HKEY_CURRENT_USER, key.c_str(), name, kind, data, static_cast<DWORD>(size)),
                 LSTATUS{ERROR_SUCCESS});
    }
    static void write(const wchar_t* name, DWORD number) { write(name, REG_DWORD, &number, sizeof(number)); }
    static void write(const wchar_t* name, DWORD kind, const std::wstring& text)
    {
        write(name, kind, text.c_str(), (text.size() + 1) * sizeof(wchar_t));
    }

    inline static const std::wstring key = L"Software\\DeskwardenTest\\Policy";
};

void PolicyRegistryTest::valuesMeanWhatTheFileMeans()
{
    using namespace std::string_literals;
    write(L"requireReason", 1);
    write(L"readOnly", 0);
    write(L"largestPlan", 40);
    write(L"typeNumberFrom", 1);
    write(L"ticketPattern", REG_SZ, L"INC-*");
    write(L"forbidUpdateCheck", 1);
    write(L"updateAddress", REG_SZ, L"https://intern.example/v");
    write(L"actions", REG_SZ, L"logoff");
    write(L"protectedHosts", REG_MULTI_SZ, L"vmh01\0vmh02\0"s);
    const management::Policy policy = read();
    QCOMPARE(policy.problem, std::string());
    QVERIFY(policy.requiresReason);
    QVERIFY(!policy.isReadOnly);
    QCOMPARE(policy.largestPlan, std::size_t{40});
    QCOMPARE(policy.typeNumberFrom, std::size_t{1});
    QCOMPARE(policy.ticketPatterns, std::vector<std::string>{"INC-*"});
    QVERIFY(policy.forbidsUpdateCheck);
    QCOMPARE(policy.updateAddress, std::string("https://intern.example/v"));
    QVERIFY(policy.allows(management::ActionKind::Logoff));
    QVERIFY(!policy.allows(management::ActionKind::Message));
    QCOMPARE(policy.protectedHosts, (std::vector<std::string>{"vmh01", "vmh02"}));
}

void PolicyRegistryTest::anUnknownNameMeansReadOnly()
{
    write(L"largestPlann", 40);
    QVERIFY(read().isReadOnly);
    QVERIFY(!read().problem.empty());
}

void PolicyRegistryTest::aWrongKindMeansReadOnly()
{
    write(L"readOnly", REG_SZ, L"no");
    QVERIFY(read().isReadOnly);
    cleanup();
    write(L"readOnly", REG_BINARY, L"0");
    QVERIFY(read().isReadOnly);
    QVERIFY(!read().problem.empty());
}

void PolicyRegistryTest::textsKeepTheirLetters()
{
    using namespace std::string_literals;
    write(L"protectedAccounts", REG_MULTI_SZ, L"CORP\\\u0431\u043e\u0441\u0441\0"s);
    write(L"transports", REG_MULTI_SZ, L"https\0"s);
    const management::Policy policy = read();
    QCOMPARE(policy.problem, std::string());
    QCOMPARE(policy.protectedAccounts, std::vector<std::string>{"CORP\\\xd0\xb1\xd0\xbe\xd1\x81\xd1\x81"});
    QCOMPARE(policy.transports, std::vector{core::Transport::WsmanHttps});
}

QTEST_GUILESS_MAIN(PolicyRegistryTest)
#include "PolicyRegistryTest.moc"
