// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/ProblemReport.h"

#include "models/log/LogRing.h"
#include "support/FewThreads.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace deskwarden;

namespace {

constexpr int patience = 30'000;
constexpr const char* canary = "canary";

desk::ReportFacts someFacts()
{
    desk::ReportFacts facts;
    facts.program = QStringLiteral("deskwarden 0.2.0");
    facts.surroundings = QStringList{QStringLiteral("Qt 6.4.2")};
    core::ServerProfile profile;
    profile.address = *core::ServerAddress::parse("https://canary-host.example:5999");
    profile.name = "canary name";
    profile.user = "CORP\\canary-user";
    profile.caFile = "/srv/canary/ca.pem";
    profile.clientKey = "/srv/canary/key.pem";
    facts.servers.push_back(profile);
    models::LogRing ring;
    ring.add(models::LogLevel::Warning, QStringLiteral("deskwarden.servers"),
             QStringLiteral("list of ") + models::named("https://canary-host.example") + QStringLiteral(" failed"));
    ring.add(models::LogLevel::Warning, QStringLiteral("qt.foreign"), QStringLiteral("cannot open /srv/canary/x"));
    facts.log = ring.since(0);
    return facts;
}

} // namespace

class ProblemReportTest final : public QObject
{
    Q_OBJECT

private slots:
    void nothingNamesAnybody();
    void settingsSayNothingThatSomebodyHasTyped();
    void theConversationStandsAtItsEnd();
    void aCancelledReportIsNeverHeardOf();
    void withoutAThreadTheReportSaysSo();
    void onlyTheLastLinesAreTold();
    void conversationsAreForgottenWithTheirServer();
};

void ProblemReportTest::nothingNamesAnybody()
{
    const QString head = desk::reportHead(someFacts());
    QVERIFY2(!head.contains(QLatin1String(canary), Qt::CaseInsensitive), qPrintable(head));
    QVERIFY(head.contains(QLatin1String("port 5999")));
    QVERIFY(head.contains(QLatin1String("list of name-1 failed")));
    QVERIFY(head.contains(QLatin1String("file of authorities")));
}

void ProblemReportTest::settingsSayNothingThatSomebodyHasTyped()
{
    const QTemporaryDir folder;
    storage::Preferences preferences(folder.filePath(QStringLiteral("p.ini")));
    const QString word = QString::fromLatin1(canary) + QStringLiteral(" text");
    for (const auto& key :
         {storage::preference::messageTitle, storage::preference::messageText, storage::preference::messageTemplates,
          storage::preference::recentTickets, storage::preference::ticketPattern, storage::preference::updateAddress,
          storage::preference::colorScheme, storage::preference::language, storage::preference::density})
        preferences.setValue(key, word);
    preferences.setValue(storage::preference::parallelActs, 7);
    management::Policy policy;
    policy.protectedAccounts = {canary};
    policy.ticketPatterns = {canary};
    policy.updateAddress = "https://canary.example/";
    policy.problem = canary;
    const QString lines = desk::settingLines(preferences, policy).join(u'\n');
    QVERIFY2(!lines.contains(QLatin1String(canary)), qPrintable(lines));
    QVERIFY(lines.contains(QLatin1String("acts/parallel = 7")));
    QVERIFY(lines.contains(QLatin1String("policy: protected accounts = 1")));
}

void ProblemReportTest::theConversationStandsAtItsEnd()
{
    desk::ProblemReport report;
    QSignalSpy finished(&report, &desk::ProblemReport::finished);
    desk::ReportFacts facts = someFacts();
    facts.conversationWith = QStringLiteral("server 1");
    report.start(facts, [](const std::stop_token&) { return QByteArray("-- list of sessions\n"); });
    QVERIFY(report.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
    const QByteArray text = finished.first().first().toByteArray();
    QVERIFY(text.startsWith("Deskwarden problem report, version 1\n"));
    QVERIFY(text.endsWith("== Conversation ==\nwith server 1\n-- list of sessions\n"));
    QVERIFY(!report.isRunning());
}

void ProblemReportTest::aCancelledReportIsNeverHeardOf()
{
    desk::ProblemReport report;
    QSignalSpy finished(&report, &desk::ProblemReport::finished);
    std::atomic<bool> isAsking = false;
    report.start(someFacts(), [&isAsking](const std::stop_token& stop) {
        isAsking = true;
        while (!stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return QByteArray("late");
    });
    QTRY_VERIFY_WITH_TIMEOUT(isAsking.load(), patience);
    QElapsedTimer time;
    time.start();
    report.cancel();
    QVERIFY(time.elapsed() < 200);
    QTest::qWait(50);
    QCOMPARE(finished.count(), 0);
    QVERIFY(!report.isRunning());
}

void ProblemReportTest::withoutAThreadTheReportSaysSo()
{
    desk::ProblemReport report(nullptr, support::FewThreads(0));
    QSignalSpy finished(&report, &desk::ProblemReport::finished);
    report.start(someFacts(), std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
    QVERIFY(finished.first().first().toByteArray().contains("no thread"));
}

void ProblemReportTest::onlyTheLastLinesAreTold()
{
    models::LogRing ring;
    for (int number = 0; number < 1000; ++number)
        ring.add(models::LogLevel::Debug, QStringLiteral("deskwarden.acts"), QStringLiteral("line-%1-").arg(number));
    desk::ReportFacts facts;
    facts.log = ring.since(0);
    desk::ProblemReport report;
    QSignalSpy finished(&report, &desk::ProblemReport::finished);
    report.start(facts, std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
    const QByteArray text = finished.first().first().toByteArray();
    QVERIFY(text.contains("line-999-") && text.contains("line-700-") && !text.contains("line-699-"));
}

void ProblemReportTest::conversationsAreForgottenWithTheirServer()
{
    desk::Conversations conversations(
        [](const core::ServerProfile&, const core::Secret&) -> core::Result<desk::ConversationRun> {
            return desk::ConversationRun([](const std::stop_token&) { return QByteArray("said"); });
        });
    core::ServerProfile profile;
    profile.address = *core::ServerAddress::parse("https://one");
    QVERIFY(!conversations.prepare(profile.address.id()));
    conversations.remember(profile, core::Secret("p"));
    const auto prepared = conversations.prepare(profile.address.id());
    QVERIFY(prepared);
    QCOMPARE((*prepared)({}), QByteArray("said"));
    conversations.forget(profile.address.id());
    QVERIFY(!conversations.prepare(profile.address.id()));
}

QTEST_GUILESS_MAIN(ProblemReportTest)
#include "ProblemReportTest.moc"
