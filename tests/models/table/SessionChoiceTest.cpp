// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionChoice.h"

#include <QTest>

using namespace deskwarden;
using models::BareUsers;

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
    void marksThatNobodySeesBelongToNoName_data();
    void marksThatNobodySeesBelongToNoName();
    void wrongLinesOfAListAreNamed_data();
    void wrongLinesOfAListAreNamed();
    void separatorsPartNamesForEverybodyAlike();
    void aFileThatIsNoTextIsRefusedByItsLine();
    void aPastedListMayNameUsersAlone();
    void aNameOfTwoPeopleIsAmbiguous();
    void aKeyOnTwoServersIsAmbiguous();
    void theSignedInUserIsCompared();
};

void SessionChoiceTest::namesAreFoundWhateverTheirCase()
{
    const auto choice = models::choose(listed, {{{"hv2", 1}}, {QStringLiteral("corp\\öZTÜRK")}, {}});
    QCOMPARE(choice.found.size(), std::size_t(2));
    QVERIFY(choice.found[0] == listed[1]);
    QVERIFY(choice.found[1] == listed[2]);
}

void SessionChoiceTest::eachSessionIsChosenOnce()
{
    const auto choice = models::choose(listed, {{{"HV1", 1}, {"hv1", 1}}, {QStringLiteral("CORP\\anna")}, {}});
    QCOMPARE(choice.found.size(), std::size_t(2));
}

void SessionChoiceTest::whatIsNotThereIsTold()
{
    const auto choice =
        models::choose(listed, {{{"HV9", 1}, {"hv9", 1}, {"HV1", 2}}, {QStringLiteral("CORP\\nobody")}, {}});
    QCOMPARE(choice.unlisted, (std::vector<models::SessionName>{{"HV9", 1}}));
    QCOMPARE(choice.accountsWithoutSession, QStringList{QStringLiteral("CORP\\nobody")});
}

void SessionChoiceTest::pastedListsAreRead()
{
    const auto names = models::readSessionNames(QStringLiteral("\uFEFFHV1/7\r\n\r\n  CORP\\anna b \nhv2.example/8"),
                                                BareUsers::Refused);
    QVERIFY(models::problemOf(names).isEmpty());
    QCOMPARE(names.keys, (std::vector<models::SessionName>{{"HV1", 7}, {"hv2.example", 8}}));
    QCOMPARE(names.accounts, QStringList{QStringLiteral("CORP\\anna b")});
}

void SessionChoiceTest::marksThatNobodySeesBelongToNoName_data()
{
    QTest::addColumn<QString>("mark");
    for (const char16_t mark : {u'\uFEFF', u'\u200B', u'\u200E', u'\u202A', u'\u2060', u'\u00AD', u'\u00A0'})
        QTest::addRow("U+%04X", unsigned{mark}) << QString(QChar(mark));
}

void SessionChoiceTest::marksThatNobodySeesBelongToNoName()
{
    QFETCH(const QString, mark);
    // Files that were put together bring a mark before a line in the middle, web pages bring some anywhere.
    const QString list = QStringLiteral("HV1/7\n%1CORP\\anna%1;%1bob%1\n%1hv2/8%1").arg(mark);
    const auto names = models::readSessionNames(list, BareUsers::Allowed);
    QCOMPARE(names.keys, (std::vector<models::SessionName>{{"HV1", 7}, {"hv2", 8}}));
    QCOMPARE(names.accounts, (QStringList{QStringLiteral("CORP\\anna"), QStringLiteral("bob")}));
    QVERIFY(names.unreadable.empty());
    QCOMPARE(models::readSessionList(list.toStdString(), BareUsers::Allowed).keys, names.keys);
    QVERIFY(models::readSessionNames(mark + u'\n' + mark, BareUsers::Allowed).accounts.isEmpty());
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
    const auto names = models::readSessionNames(QString::fromUtf8(list), BareUsers::Refused);
    QVERIFY(models::problemOf(names).startsWith(QStringLiteral("Line 2: ")));
}

void SessionChoiceTest::separatorsPartNamesForEverybodyAlike()
{
    for (const char* separator : {",", ";", "\t", "\n", "\r\n", "\r", " ; ", ",\n"}) {
        for (const BareUsers users : {BareUsers::Refused, BareUsers::Allowed}) {
            const auto names = models::readSessionNames(
                QStringLiteral("a/2") + QLatin1String(separator) + QStringLiteral("b/3"), users);
            QVERIFY(models::problemOf(names).isEmpty());
            QCOMPARE(names.keys, (std::vector<models::SessionName>{{"a", 2}, {"b", 3}}));
        }
    }
}

void SessionChoiceTest::aFileThatIsNoTextIsRefusedByItsLine()
{
    const auto good = models::readSessionList(std::string_view("\xFF\xFEh\0/\0"
                                                               "1\0\n\0g\0/\0"
                                                               "2\0",
                                                               16),
                                              BareUsers::Refused);
    QCOMPARE(good.keys, (std::vector<models::SessionName>{{"h", 1}, {"g", 2}}));
    const auto bad = models::readSessionList("a/2\nj\xFCrgen/3\nb/4", BareUsers::Refused);
    QVERIFY(bad.keys.empty());
    QVERIFY(models::problemOf(bad).startsWith(QStringLiteral("Line 2 is neither UTF-8 nor UTF-16")));
    // What is told of a line is told without its controls.
    QVERIFY(!models::problemOf(models::readSessionNames(QStringLiteral("a\u001b[31m"), BareUsers::Refused))
                 .contains(QChar(0x1B)));
}

void SessionChoiceTest::aPastedListMayNameUsersAlone()
{
    const auto names =
        models::readSessionNames(QStringLiteral("anna; \u00f6zt\u00fcrk\tHV1/2\nHV1/x, CORP\\"), BareUsers::Allowed);
    QCOMPARE(names.accounts, (QStringList{QStringLiteral("anna"), QStringLiteral("\u00f6zt\u00fcrk")}));
    QCOMPARE(names.keys, (std::vector<models::SessionName>{{"HV1", 2}}));
    QCOMPARE(names.unreadable,
             (std::vector<models::UnreadableLine>{{2, QStringLiteral("HV1/x")}, {2, QStringLiteral("CORP\\")}}));
    QCOMPARE(models::choose(listed, names).found.size(), std::size_t(3));
}

void SessionChoiceTest::aNameOfTwoPeopleIsAmbiguous()
{
    std::vector<core::Session> sessions = listed;
    sessions.push_back(session("HV3", 1, "LAB", "Anna"));
    auto choice = models::choose(sessions, {{}, {QStringLiteral("anna")}, {}});
    QVERIFY(choice.found.empty());
    QCOMPARE(choice.ambiguous.size(), std::size_t(1));
    QCOMPARE(choice.ambiguous[0].meanings, (QStringList{QStringLiteral("CORP\\anna"), QStringLiteral("LAB\\Anna")}));
    QCOMPARE(models::choose(sessions, {{}, {QStringLiteral("lab\\anna")}, {}}).found.size(), std::size_t(1));
}

void SessionChoiceTest::aKeyOnTwoServersIsAmbiguous()
{
    std::vector<core::Session> sessions{session("HV1", 1, "CORP", "anna"), session("HV1", 1, "CORP", "ben")};
    sessions[0].key.server.address = core::SharedString("https://one");
    sessions[1].key.server.address = core::SharedString("https://two");
    const auto choice = models::choose(sessions, {{{"hv1", 1}, {"HV1", 1}}, {}, {}});
    QVERIFY(choice.found.empty());
    QCOMPARE(choice.ambiguous.size(), std::size_t(1));
}

void SessionChoiceTest::theSignedInUserIsCompared()
{
    QVERIFY(models::isSignedIn(listed[1], QStringLiteral("CORP\\öztürk")));
    QVERIFY(models::isSignedIn(listed[1], QStringLiteral("ÖZTÜRK")));
    QVERIFY(!models::isSignedIn(listed[1], QStringLiteral("OTHER\\öztürk")));
    QVERIFY(!models::isSignedIn(listed[0], QStringLiteral("ann")));
}

QTEST_GUILESS_MAIN(SessionChoiceTest)
#include "SessionChoiceTest.moc"
