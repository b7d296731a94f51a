// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/NtHash.h"

#include "wsman/signin/GssSecurityContext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <malloc.h>

using namespace deskwarden;

/// The hash that NTLM makes of a password, and what it is good for.
class NtHashTest final : public QObject
{
    Q_OBJECT

private slots:
    void theHashIsThatOfTheSpecification_data();
    void theHashIsThatOfTheSpecification();
    void whatIsNotUtf8HasNone_data();
    void whatIsNotUtf8HasNone();
    void aSignInLeavesNearlyNothingBehind();
};

void NtHashTest::theHashIsThatOfTheSpecification_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("hash");
    QTest::newRow("MS-NLMP 4.2.2.1.2") << QByteArray("Password") << QByteArray("A4F49C406510BDCAB6824EE7C30FD852");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("31D6CFE0D16AE931B73C59D7E0C089C0");
    QTest::newRow("another") << QByteArray("password") << QByteArray("8846F7EAEE8FB117AD06BDD830B7586C");
}

void NtHashTest::theHashIsThatOfTheSpecification()
{
    QFETCH(const QByteArray, password);
    QFETCH(const QByteArray, hash);
    const auto made = wsman::ntHash(std::string_view(password.constData(), static_cast<std::size_t>(password.size())));
    QVERIFY2(made, "OpenSSL has no MD4 here");
    QCOMPARE(QByteArray::fromStdString(std::string(made->reveal())), hash);
}

void NtHashTest::whatIsNotUtf8HasNone_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("isUtf8");
    QTest::newRow("two bytes") << QByteArray("Gr\xC3\xBC\xC3\x9F") << true;
    QTest::newRow("three bytes") << QByteArray("\xE2\x82\xAC") << true;
    QTest::newRow("four bytes") << QByteArray("\xF0\x9F\x94\x91") << true;
    QTest::newRow("Latin-1") << QByteArray("Gr\xFC\xDF") << false;
    QTest::newRow("cut off") << QByteArray("\xE2\x82") << false;
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("overlong of three") << QByteArray("\xE0\x80\xAF") << false;
    QTest::newRow("a surrogate") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("a lone continuation") << QByteArray("\x80") << false;
}

void NtHashTest::whatIsNotUtf8HasNone()
{
    QFETCH(const QByteArray, password);
    QFETCH(const bool, isUtf8);
    QCOMPARE(wsman::ntHash(password.toStdString()).has_value(), isUtf8);
}

/// A console that refreshes for a month signs in hundreds of thousands of times.
void NtHashTest::aSignInLeavesNearlyNothingBehind()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the sanitizer's allocator does not tell its use this way");
#else
    const auto begin = [] {
        wsman::SecurityIdentity who;
        who.scheme = core::AuthScheme::Ntlm;
        who.host = "winhost.example.test";
        who.user = "CONTOSO\\tester";
        who.password = core::Secret("Secret123");
        wsman::GssSecurityContext context(who, std::make_shared<management::AbandonedCalls>(1));
        return context.step({}, management::CallContext::within(std::chrono::seconds(60))).has_value();
    };
    for (int warm = 0; warm < 5; ++warm)
        QVERIFY(begin());
    constexpr int many = 100;
    const auto before = ::mallinfo2().uordblks;
    for (int index = 0; index < many; ++index)
        QVERIFY(begin());
    const auto after = ::mallinfo2().uordblks;
    const double each = (static_cast<double>(after) - static_cast<double>(before)) / many;
    qInfo("%.0f bytes stay of each sign-in", each);
    QVERIFY(each < 1000); // with gss-ntlmssp's own hash: 7,500
#endif
}

QTEST_GUILESS_MAIN(NtHashTest)
#include "NtHashTest.moc"
