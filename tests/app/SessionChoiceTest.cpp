// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/SessionChoice.h"

#include <QTest>

using namespace deskwarden;

namespace {

core::Session session(const char* host, std::uint32_t id, const char* domain, const char* user)
{
    core::Session result;
    result.key.vmHostName = core::SharedString(host);
    result.key.sessionId = id;
    result.domainName = core::SharedString(domain);
    result.userName = core::SharedString(user);
    return result;
}

const std::vector<core::Session> listed{session("HV1", 1, "CORP", "anna"), session("HV1", 2, "CORP", "Öztürk"),
                                        session("HV2", 1, "CORP", "anna"), session("HV2", 2, "", "")};

} // namespace

class SessionChoiceTest final : public QObject
{
    Q_OBJECT

private slots:
    void namesAreFoundWhateverTheirCase();
    void eachSessionIsChosenOnce();
    void whatIsNotThereIsTold();
    void pastedListsAreRead();
    void wrongLinesOfAListAreNamed_data();
    void wrongLinesOfAListAreNamed();
    void theSignedInUserIsCompared();
};

void SessionChoiceTest::namesAreFoundWhateverTheirCase()
{
    const auto choice = app::choose(listed, {{{"hv2", 1}}, {QStringLiteral("corp\\öZTÜRK")}});
    QCOMPARE(choice.found.size(), std::size_t(2));
    QVERIFY(choice.found[0] == listed[1]);
    QVERIFY(choice.found[1] == listed[2]);
}

void SessionChoiceTest::eachSessionIsChosenOnce()
{
    const auto choice = app::choose(listed, {{{"HV1", 1}, {"hv1", 1}}, {QStringLiteral("CORP\\anna")}});
    QCOMPARE(choice.found.size(), std::size_t(2));
}

void SessionChoiceTest::whatIsNotThereIsTold()
{
    const auto choice = app::choose(listed, {{{"HV9", 1}, {"hv9", 1}, {"HV1", 2}}, {QStringLiteral("CORP\\nobody")}});
    QCOMPARE(choice.unlisted, (std::vector<app::SessionName>{{"HV9", 1}}));
    QCOMPARE(choice.accountsWithoutSession, QStringList{QStringLiteral("CORP\\nobody")});
}

void SessionChoiceTest::pastedListsAreRead()
{
    const auto names = app::readSessionNames("\xEF\xBB\xBFHV1/7\r\n\r\n  CORP\\anna b \nhv2.example/8");
    QVERIFY(names);
    QCOMPARE(names->keys, (std::vector<app::SessionName>{{"HV1", 7}, {"hv2.example", 8}}));
    QCOMPARE(names->accounts, QStringList{QStringLiteral("CORP\\anna b")});
}

void SessionChoiceTest::wrongLinesOfAListAreNamed_data()
{
    QTest::addColumn<QByteArray>("list");
    for (const char* list : {"HV1/1\nanna", "HV1/1\nHV1/", "HV1/1\n\\anna", "HV1/1\nCORP\\", "HV1/1\nHV1/-1"})
        QTest::newRow(list) << QByteArray(list);
}

void SessionChoiceTest::wrongLinesOfAListAreNamed()
{
    QFETCH(const QByteArray, list);
    const auto names = app::readSessionNames(list);
    QVERIFY(!names);
    QVERIFY(names.error().startsWith(QStringLiteral("Line 2: ")));
}

void SessionChoiceTest::theSignedInUserIsCompared()
{
    QVERIFY(app::isSignedIn(listed[1], QStringLiteral("CORP\\öztürk")));
    QVERIFY(app::isSignedIn(listed[1], QStringLiteral("ÖZTÜRK")));
    QVERIFY(!app::isSignedIn(listed[1], QStringLiteral("OTHER\\öztürk")));
    QVERIFY(!app::isSignedIn(listed[0], QStringLiteral("ann")));
}

QTEST_GUILESS_MAIN(SessionChoiceTest)
#include "SessionChoiceTest.moc"
