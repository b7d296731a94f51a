// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/FilterMatcher.h"

#include "support/Sessions.h"

#include <QTest>

using namespace deskwarden;

using core::ConnectState;
using models::Accents;
using models::FilterSubject;
using tests::text;

class FilterMatcherTest final : public QObject
{
    Q_OBJECT

private slots:
    void aConditionHolds_data();
    void aConditionHolds();
    void whatIsDownIsBroken();
    void whatIsNotKnownMeetsNeitherAConditionNorItsOpposite_data();
    void whatIsNotKnownMeetsNeitherAConditionNorItsOpposite();
    void actsFindNothingButWhatWasTyped();
    void namesAreFoundAsWholeWords_data();
    void namesAreFoundAsWholeWords();
};

void FilterMatcherTest::aConditionHolds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isShown");
    const auto row = [](const char* typed, bool isShown) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << isShown;
    };
    row("", true);
    row("user:ann.smith", true);
    row("user:ANN", true);
    row("user:an", false);
    row("user:an*", true);
    row("user:corp\\ann.smith", true);
    row("user:nord\\ann.smith", false);
    row("user:bob,ann", true);
    row("user:bob user:ann", true); // alternatives, as options of the command line
    row("name:\"Ann Smith\"", true);
    row("name:smith", true);
    row("name:smi", false);
    row("name:*smi*", true);
    row("-name:jones", true);
    row("-name:smith", false);
    row("-user:bob", true);
    row("-user:ann", false);
    row("-user:bob,ann", false);
    row("host:rdvh-3", true);
    row("host:rdvh-30", false);
    row("host:rdvh-3.example.com", true);
    row("host:rdvh-*", true);
    row("host:*-4*", false);
    row("machine:vdi-7", true);
    row("machine:vdi", true);
    row("machine:di", false);
    row("client:pc", true);
    row("collection:finance", true);
    row("collection:\"finance pool\"", true);
    row("collection:pool-1", true); // its alias
    row("server:broker", true);
    row("id:7", true);
    row("id:77", false);
    row("state:disconnected", true);
    row("state:active", false);
    row("-state:active", true);
    row("state:active,disconnected", true);
    row("is:ghost", true);
    row("is:stuck", false);
    row("-is:stuck", true);
    row("is:stuck,ghost", true);
    row("is:broken", false);
    row("-is:broken", true);
    row("gone>4h", true);
    row("gone>300m", true);
    row("gone>301m", false);
    row("gone<5h", false);
    row("gone>4h gone<6h", true);
    row("gone>4h gone<5h", false);
    row("-gone>4h", false);
    row("idle>10m", true);
    row("user:ann state:disconnected host:rdvh-3 gone>4h idle>10m -machine:test", true);
}

void FilterMatcherTest::aConditionHolds()
{
    QFETCH(QString, typed);
    core::Session session = tests::session("http://broker", "RDVH-3.example.com", 7, "ann.smith");
    session.state = ConnectState::Disconnected;
    session.collectionId = text("pool-1");
    const FilterSubject subject{.session = session,
                                .collection = "Finance Pool",
                                .name = text("Ann Smith"),
                                .gone = 300,
                                .idle = 12,
                                .isGhost = true};
    const auto query = models::parseFilter(typed);
    QVERIFY2(query, query ? "" : qPrintable(query.error().sentence));
    QTEST(models::FilterMatcher(*query, Accents::Fold).matches(subject), "isShown");
}

void FilterMatcherTest::whatIsDownIsBroken()
{
    core::Session session;
    session.state = ConnectState::Down;
    const FilterSubject subject{.session = session, .collection = {}};
    const auto isShown = [&subject](const char* typed) {
        return models::FilterMatcher(*models::parseFilter(QString::fromUtf8(typed)), Accents::Keep).matches(subject);
    };
    QVERIFY(isShown("is:broken"));
    QVERIFY(isShown("is:ghost,broken"));
    QVERIFY(!isShown("-is:broken"));
    QVERIFY(!isShown("is:ghost"));
}

void FilterMatcherTest::whatIsNotKnownMeetsNeitherAConditionNorItsOpposite_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* const typed : {"user:ann", "name:ann", "machine:vdi", "client:pc", "state:active", "gone>4h",
                                    "gone<4h", "idle>1m", "idle<1m", "is:broken", "is:stuck,broken"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void FilterMatcherTest::whatIsNotKnownMeetsNeitherAConditionNorItsOpposite()
{
    QFETCH(QString, typed);
    core::Session session;
    session.key.vmHostName = text("HV1");
    session.state = ConnectState::Absent;
    const FilterSubject subject{.session = session, .collection = {}};
    for (const QString& each : QStringList{typed, u'-' + typed}) {
        const auto query = models::parseFilter(each);
        QVERIFY(query);
        QVERIFY2(!models::FilterMatcher(*query, Accents::Fold).matches(subject), qPrintable(each));
    }
}

void FilterMatcherTest::actsFindNothingButWhatWasTyped()
{
    const core::Session munoz = tests::session("http://broker", "HV1", 1, "muñoz");
    const FilterSubject subject{.session = munoz, .collection = {}};
    const auto plain = models::parseFilter(QStringLiteral("user:munoz"));
    const auto exact = models::parseFilter(QStringLiteral("user:MUÑOZ"));
    QVERIFY(models::FilterMatcher(*plain, Accents::Fold).matches(subject));
    QVERIFY(!models::FilterMatcher(*plain, Accents::Keep).matches(subject));
    QVERIFY(models::FilterMatcher(*exact, Accents::Keep).matches(subject));
}

void FilterMatcherTest::namesAreFoundAsWholeWords_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const char* pattern, const char* name, bool isFound) {
        QTest::addRow("%s in %s", pattern, name) << QString::fromUtf8(pattern) << QString::fromUtf8(name) << isFound;
    };
    row("ann", "ann", true);
    row("ann", "anna", false);
    row("ann", "joann", false);
    row("ann", "joann ann", true); // not the first place
    row("ann", "ann_smith", true);
    row("munoz", "josé.muñoz", true);
    row("muñoz", "munoz", false); // an accent that was typed counts
    row("strasse", "Straße 7", true);
    row("lucja", "Łucja", true);
    row("май", "маи", false);
    row("мария", "CORP\\мария", true);
    row("мари", "мария", false);
    row("мари*", "мария", true);
    row("*", "", false);
    row("*", "x", true);
    row("a*a", "a", false);
    row("a*a", "aa", true);
    row("a*b*c", "a-b-b-c", true);
    row("a*b*c", "a-c", false);
    row("*smith", "ann.smith", true);
    row("", "x", false);
    row("<b>", "<b>x", true);
    row("\U0001F600", "a\U0001F600b", false);
    row("\U0001F600", "a \U0001F600", true);
}

void FilterMatcherTest::namesAreFoundAsWholeWords()
{
    QFETCH(QString, pattern);
    QFETCH(QString, name);
    QTEST(models::NamePattern(pattern, Accents::Fold).matches(name.toStdString()), "isFound");
}

QTEST_APPLESS_MAIN(FilterMatcherTest)
#include "FilterMatcherTest.moc"
