// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/FilterProposals.h"

#include "models/table/FilterQuery.h"

#include <QTest>

using namespace deskwarden;

/// What is offered while a filter is typed. The cursor stands at the bar.
class FilterProposalsTest final : public QObject
{
    Q_OBJECT

private slots:
    void isOffered_data();
    void isOffered();
    void whatIsOfferedIsUnderstood();
    void manyNamesAreNotOfferedAll();
};

namespace {

models::FilterNames names()
{
    return {.hosts = {QStringLiteral("rdvh-1"), QStringLiteral("rdvh-2"), QStringLiteral("old-rdvh")},
            .collections = {QStringLiteral("Finance Pool"), QStringLiteral("Łódź")},
            .servers = {QStringLiteral("http://broker")}};
}

} // namespace

void FilterProposalsTest::isOffered_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("becomes");
    const auto row = [](const char* typed, const char* becomes) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(becomes);
    };
    row("|", "");
    row("u|", ""); // one letter is a word
    row("us|", "user:");
    row("US|", "user:");
    row("-us|", "-user:");
    row("anna us|", "anna user:");
    row("us| anna", "user: anna");
    row("st|", "state:");
    row("go|", "gone>");
    row("zz|", "");
    row("usr:a|", "");
    row("user:a|", ""); // people are not offered: the list shows them
    row("host:|", "host:rdvh-1/host:rdvh-2/host:old-rdvh");
    row("host:rd|", "host:rdvh-1/host:rdvh-2/host:old-rdvh"); // first what begins so
    row("host:rdvh-1,o|", "host:rdvh-1,old-rdvh");
    row("HOST:old|", "HOST:old-rdvh");
    row("host:rdvh-1|", "");
    row("collection:fin|", "collection:\"Finance Pool\"");
    row("collection:\"Fin|", "collection:\"Finance Pool\"");
    row("collection:lodz|", "collection:Łódź");
    row("server:|", "server:http://broker");
    row("state:dis|", "state:disconnected");
    row("state:active,do|", "state:active,down");
    row("is:b|", "is:broken");
    row("is:s|", "is:stuck/is:several/is:stale");
    row("gone>|", "gone>30m/gone>4h/gone>12h/gone>2d");
    row("gone>1|", "gone>12h");
    row("\"us|", "");
}

void FilterProposalsTest::isOffered()
{
    QFETCH(QString, typed);
    QFETCH(QString, becomes);
    const qsizetype cursor = typed.indexOf(u'|');
    typed.remove(cursor, 1);
    const models::FilterProposals found = models::proposalsFor(typed, cursor, names());
    QStringList texts;
    for (const models::FilterProposal& proposal : found.proposals)
        texts << QString(typed).replace(found.start, found.length, proposal.text);
    QCOMPARE(texts.join(u'/'), becomes);
}

void FilterProposalsTest::whatIsOfferedIsUnderstood()
{
    for (const models::FilterField field : models::filterFields()) {
        for (const QChar sign : {u':', u'>'}) {
            const QString begun = models::fieldName(field) + sign;
            const models::FilterProposals found = models::proposalsFor(begun, begun.size(), names());
            for (const models::FilterProposal& proposal : found.proposals) {
                const QString whole = QString(begun).replace(found.start, found.length, proposal.text);
                QVERIFY2(models::parseFilter(whole) || sign == u'>' || field == models::FilterField::Gone ||
                             field == models::FilterField::Idle,
                         qPrintable(whole));
            }
        }
    }
}

void FilterProposalsTest::manyNamesAreNotOfferedAll()
{
    models::FilterNames many;
    for (int host = 0; host < 10'000; ++host)
        many.hosts << QStringLiteral("rdvh-%1").arg(host);
    const models::FilterProposals found = models::proposalsFor(QStringLiteral("host:"), 5, many);
    QCOMPARE(found.proposals.size(), std::size_t{12});
}

QTEST_APPLESS_MAIN(FilterProposalsTest)
#include "FilterProposalsTest.moc"
