// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditLog.h"
#include "support/FakeConnection.h"
#include "support/WindowFixture.h"
#include "ui/AuditWindow.h"
#include "ui/Theme.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <array>

using namespace deskwarden;

/// Pictures of the audit log, written to "scenes/audit" of the build, to be looked at.
class AuditScenes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void looks_data();
    void looks();

private:
    void fill();

    QTemporaryDir m_folder;
    QString m_file;
    QDir m_pictures;
};

void AuditScenes::initTestCase()
{
    m_pictures = QDir(QDir::currentPath());
    QVERIFY(m_pictures.mkpath(QStringLiteral("audit")));
    QVERIFY(m_pictures.cd(QStringLiteral("audit")));
    QFont font(QFontDatabase::hasFamily(QStringLiteral("Inter")) ? QStringLiteral("Inter")
                                                                 : QStringLiteral("DejaVu Sans"));
    font.setPointSizeF(10);
    QApplication::setFont(font);
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
    QTest::addColumn<QString>("look");
    for (const char* look : {"light", "dark", "ru"})
        QTest::newRow(look) << QString::fromLatin1(look);
}

void AuditScenes::looks()
{
    QFETCH(QString, look);
    ui::applyTheme(*qApp, look == QLatin1String("dark") ? ui::ColorScheme::Dark : ui::ColorScheme::Light);
    QTranslator russian;
    if (look == QLatin1String("ru")) {
        QVERIFY(russian.load(QStringLiteral(":/i18n/deskwarden_ru.qm")));
        QApplication::installTranslator(&russian);
    }
    storage::Preferences preferences(m_folder.filePath(QStringLiteral("settings.ini")));
    ui::AuditWindow window(m_file);
    window.offerRotation(preferences);
    window.show();
    auto* const table = window.findChild<QTableView*>(QStringLiteral("auditTable"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 40, 20000);
    window.findChild<QPushButton*>(QStringLiteral("verifyButton"))->click();
    auto* const notice = window.findChild<QWidget*>(QStringLiteral("auditNotice"));
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 20000);
    QCoreApplication::processEvents();
    const qreal scale = window.devicePixelRatioF();
    const QString suffix = scale > 1.0 ? QStringLiteral("@%1x").arg(scale) : QString();
    QVERIFY(window.grab().save(m_pictures.filePath(QStringLiteral("audit-") + look + suffix + QStringLiteral(".png"))));
    QApplication::removeTranslator(&russian);
}

QTEST_MAIN(AuditScenes)
#include "AuditScenes.moc"
