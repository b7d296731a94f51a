// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/audit/AuditWindow.h"

#include "desk/ServerNames.h"
#include "models/table/CellTexts.h"
#include "storage/AuditLog.h"
#include "support/FewThreads.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr int patience = 30000;

/// So many acts, each with its outcome.
void fill(const QString& file, std::uint32_t acts)
{
    storage::AuditLog log(file, {QStringLiteral("CORP\\helpdesk1"), QStringLiteral("DESK-3")});
    std::vector<management::ActionRequest> requests;
    for (std::uint32_t number = 0; number < acts; ++number)
        requests.push_back({number + 1, officeSession(number), {}, "INC 4711"});
    const auto tokens = log.recordIntents(requests);
    QVERIFY(tokens.has_value());
    management::Outcome outcome;
    outcome.kind = management::OutcomeKind::Done;
    outcome.returnValue = 0;
    std::vector<management::SettledAct> settled;
    for (const management::IntentToken& token : *tokens)
        settled.push_back({&token, &outcome});
    QVERIFY(log.recordOutcomes(settled).has_value());
}

} // namespace

/// The viewer of the audit log.
class AuditWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingWasDoneYet();
    void tenThousandActsComeWithoutHoldingTheWindow();
    void aChangedRecordIsNamed();
    void damageIsAcknowledgedByAClick();
    void whatIsFilteredIsSaved();
    void aCheckpointIsExplained();
    void withoutAThreadItSaysSo();
    void aServerIsToldByItsNameAndItsAddress();

private:
    [[nodiscard]] int rows(const ui::AuditWindow& window) const
    {
        return find<QAbstractItemView>(window, "auditTable").model()->rowCount();
    }

    std::optional<QTemporaryDir> m_folder;
    QString m_file;
};

void AuditWindowTest::init()
{
    m_folder.emplace();
    m_file = m_folder->filePath(QStringLiteral("audit.sqlite"));
}

void AuditWindowTest::nothingWasDoneYet()
{
    const ui::AuditWindow window(m_file);
    QTRY_COMPARE_WITH_TIMEOUT(window.findChild<ui::NoticePanel*>()->sentence(), QStringLiteral("Nothing was done yet."),
                              patience);
    QVERIFY(!QFile::exists(m_file));
}

void AuditWindowTest::tenThousandActsComeWithoutHoldingTheWindow()
{
    fill(m_file, 10'050);
    QElapsedTimer clock;
    clock.start();
    ui::AuditWindow window(m_file);
    window.show();
    const auto opened = clock.restart();
    qint64 longest = 0;
    while (rows(window) == 0 && longest < patience) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        longest = qMax(longest, clock.restart());
    }
    QCOMPARE(rows(window), 10'000);
    clock.restart();
    find<QLineEdit>(window, "auditFilter").setText(QStringLiteral("vdi-12049"));
    const auto filtered = clock.elapsed();
    QCOMPARE(rows(window), 1); // the newest is among them
    qInfo("opened in %lld ms, the longest turn took %lld ms, the filter %lld ms", static_cast<long long>(opened),
          static_cast<long long>(longest), static_cast<long long>(filtered));
}

void AuditWindowTest::aChangedRecordIsNamed()
{
    fill(m_file, 5);
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        connection.setDatabaseName(m_file);
        QVERIFY(connection.open());
        QSqlQuery query(connection);
        QVERIFY(query.exec(QStringLiteral("UPDATE records SET user = 'somebody.else' WHERE id = 3")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
    ui::AuditWindow window(m_file);
    find<QPushButton>(window, "verifyButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(window.findChild<ui::NoticePanel*>()->sentence(), QStringLiteral("Record 3 was changed."),
                              patience);
}

void AuditWindowTest::damageIsAcknowledgedByAClick()
{
    fill(m_file, 5);
    QVERIFY(QFile::remove(m_file + QStringLiteral(".head")));
    storage::AuditLog log(m_file, {QStringLiteral("CORP\\helpdesk1"), QStringLiteral("DESK-3")});
    ui::AuditWindow window(m_file);
    window.offerAcknowledgement(log);
    window.show();
    auto& acknowledge = find<QPushButton>(window, "acknowledgeButton");
    QVERIFY(!acknowledge.isVisible());
    window.verify();
    QTRY_VERIFY_WITH_TIMEOUT(acknowledge.isVisible(), patience);
    QCOMPARE(window.findChild<ui::NoticePanel*>()->sentence(),
             QStringLiteral("The file with the head of the log is missing."));
    acknowledge.click();
    QTRY_VERIFY_WITH_TIMEOUT(
        window.findChild<ui::NoticePanel*>()->sentence().startsWith(QStringLiteral("The log was damaged.")), patience);
    QVERIFY(!acknowledge.isVisible());
    fill(m_file, 1); // acts are recorded again
}

void AuditWindowTest::whatIsFilteredIsSaved()
{
    fill(m_file, 40);
    const ui::AuditWindow window(m_file);
    QTRY_COMPARE_WITH_TIMEOUT(rows(window), 40, patience);
    find<QLineEdit>(window, "auditFilter").setText(QStringLiteral("BORIS"));
    QCOMPARE(rows(window), 2);
    QCOMPARE(window.csv().count("\r\n"), 3);
    QVERIFY(window.csv().startsWith("Record,Time (UTC),Operator"));
    QVERIFY(window.csv().contains("CORP\\boris.orlov"));
}

void AuditWindowTest::aCheckpointIsExplained()
{
    fill(m_file, 3);
    {
        storage::AuditLog log(m_file, {QStringLiteral("anna"), QStringLiteral("desk")});
        QVERIFY(log.rotate(std::chrono::days(-1)).has_value());
    }
    ui::AuditWindow window(m_file);
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(window, "checkpointLabel").isVisible(), patience);
    QVERIFY(find<QLabel>(window, "checkpointLabel").text().startsWith(QStringLiteral("Records up to 6 were removed")));
}

void AuditWindowTest::withoutAThreadItSaysSo()
{
    fill(m_file, 3);
    const FewThreads few(0);
    ui::AuditWindow window(m_file, nullptr, few);
    const auto* const notice = window.findChild<ui::NoticePanel*>();
    QCOMPARE(notice->sentence(), QStringLiteral("The audit log cannot be read."));
    QCOMPARE(rows(window), 0);
    window.verify();
    QCOMPARE(notice->sentence(), QStringLiteral("The audit log cannot be read."));
    few.setLeft(1);
    window.load();
    QTRY_COMPARE_WITH_TIMEOUT(rows(window), 3, patience);
    QVERIFY(notice->sentence().isEmpty());
}

void AuditWindowTest::aServerIsToldByItsNameAndItsAddress()
{
    fill(m_file, 1);
    const core::ServerId server = officeSession(0).key.server;
    const QString address = QString::fromStdString(server.address.toString());
    std::vector<storage::KnownServer> known(2, {profileFor(server.address.toString()), {}});
    known[0].profile.name = "Berlin";
    known[1].profile.name = "Berlin as admin";
    for (const auto& names : {models::ServerNames(), desk::namesOf(known)}) {
        const ui::AuditWindow window(m_file, nullptr, core::startThread, names);
        QTRY_COMPARE_WITH_TIMEOUT(rows(window), 1, patience);
        const QAbstractItemModel& model = *find<QAbstractItemView>(window, "auditTable").model();
        const int last = model.columnCount() - 1;
        QCOMPARE(model.headerData(last, Qt::Horizontal).toString(), QStringLiteral("Address"));
        QCOMPARE(model.index(0, last).data().toString(), address);
        QCOMPARE(model.index(0, last - 1).data().toString(),
                 names.empty() ? models::serverText(server) : QStringLiteral("Berlin, Berlin as admin"));
    }
}

QTEST_MAIN(AuditWindowTest)
#include "AuditWindowTest.moc"
