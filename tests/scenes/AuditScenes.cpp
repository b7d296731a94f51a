// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditHead.h"
#include "storage/AuditLog.h"
#include "support/FakeConnection.h"
#include "support/scene/SceneAlbum.h"
#include "support/scene/SceneLook.h"
#include "support/WindowFixture.h"
#include "ui/audit/AuditWindow.h"
#include "ui/window/MainWindow.h"

#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace deskwarden;

/// Pictures of the audit log, written to "scenes/audit" of the build, to be looked at.
class AuditScenes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_album.report(); }
    void looks_data();
    void looks();
    void damage_data();
    void damage();

private:
    void fill();

    QTemporaryDir m_folder;
    QString m_file;
    support::SceneAlbum m_album;
};

void AuditScenes::initTestCase()
{
    m_album.open("audit");
    m_file = m_folder.filePath(QStringLiteral("audit.sqlite"));
    fill();
}

void AuditScenes::fill()
{
    using enum management::OutcomeKind;
    constexpr std::array kinds{Done, Done, AlreadyGone, StillSigningOut, Skipped, Failed, Unknown, Cancelled};
    storage::AuditLog log(m_file, {QStringLiteral("CORP\\ada.king"), QStringLiteral("helpdesk-04")});
    std::vector<management::ActionRequest> requests;
    for (std::uint32_t number = 0; number < 40; ++number) {
        management::ActionRequest request;
        request.id = number + 1;
        request.confirmed = support::officeSession(number);
        request.confirmed.key.server.address = core::SharedString("https://broker.corp.example:5986");
        request.action.kind = number % 7 == 3 ? management::ActionKind::Disconnect : management::ActionKind::Logoff;
        request.reason = number % 3 == 0 ? "INC-20417: host hv-12 goes down for maintenance" : "INC-20417";
        requests.push_back(std::move(request));
    }
    const auto tokens = log.recordIntents(requests);
    QVERIFY(tokens);
    for (std::size_t i = 0; i + 2 < tokens->size(); ++i) { // the last two are in flight
        management::Outcome outcome;
        outcome.kind = kinds.at(i % kinds.size());
        if (outcome.kind == Done || outcome.kind == StillSigningOut)
            outcome.returnValue = 0;
        if (outcome.kind == Failed)
            outcome.returnValue = 5;
        QVERIFY(log.recordOutcome((*tokens)[i], outcome));
    }
}

void AuditScenes::looks_data()
{
    support::SceneLook::addRows({"light", "dark", "ru", "pseudo"});
}

void AuditScenes::looks()
{
    QFETCH(QString, look);
    const support::SceneLook scene(look);
    storage::Preferences preferences(m_folder.filePath(QStringLiteral("settings.ini")));
    ui::AuditWindow window(m_file);
    window.offerRotation(preferences);
    window.show();
    auto* const table = window.findChild<QTableView*>(QStringLiteral("auditTable"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 40, 20000);
    window.findChild<QPushButton*>(QStringLiteral("verifyButton"))->click();
    auto* const notice = window.findChild<QWidget*>(QStringLiteral("auditNotice"));
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 20000);
    m_album.shoot(window, QStringLiteral("audit-") + look);
}

void AuditScenes::damage_data()
{
    support::SceneLook::addRows({"light", "dark", "ru", "pseudo"});
}

/// A head that names a record which is not there: what the log looks like whose end was cut off.
void AuditScenes::damage()
{
    QFETCH(QString, look);
    const support::SceneLook scene(look);
    const QString file = m_folder.filePath(look + QStringLiteral(".sqlite"));
    storage::AuditLog log(file, {QStringLiteral("CORP\\ada.king"), QStringLiteral("helpdesk-04")});
    management::ActionRequest request;
    request.confirmed = support::officeSession(1);
    QVERIFY(log.recordIntents(std::array{request}));
    QVERIFY(storage::AuditHead(file).write({9, QByteArray(64, 'a')}));
    ui::AuditWindow window(file);
    window.offerAcknowledgement(log);
    window.show();
    auto* const table = window.findChild<QTableView*>(QStringLiteral("auditTable"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 20000);
    window.findChild<QPushButton*>(QStringLiteral("verifyButton"))->click();
    auto* const notice = window.findChild<QWidget*>(QStringLiteral("auditNotice"));
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 20000);
    QVERIFY(window.findChild<QPushButton*>(QStringLiteral("acknowledgeButton"))->isVisible());
    m_album.shoot(window, QStringLiteral("damaged-") + look);
}

QTEST_MAIN(AuditScenes)
#include "AuditScenes.moc"
