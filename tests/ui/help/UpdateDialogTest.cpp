// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/UpdateDialog.h"

#include "support/FindWidget.h"
#include "ui/widgets/NoticePanel.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QThread>
#include <QUrl>

using namespace deskwarden;
using namespace deskwarden::support;
using Kind = ui::NoticePanel::Kind;

namespace {

constexpr int patience = 30'000;

desk::WebReader saying(const QByteArray& version)
{
    const QByteArray content = "{\"version\": \"" + version + "\", \"date\": \"2027-01-31\", " +
                               "\"page\": \"https://example.org/releases/" + version + "\"}";
    return [content](const core::WebAddress&, const management::CallContext&) {
        return core::Result<std::string>(content.toStdString());
    };
}

core::WebAddress feed()
{
    return *core::WebAddress::parse("https://example.org/latest.json");
}

} // namespace

class UpdateDialogTest final : public QObject
{
    Q_OBJECT

public slots:
    void openPage(const QUrl& url) { m_opened << url.toString(); }

private slots:
    void initTestCase() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "openPage"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    void init() { m_opened.clear(); }
    void eachAnswerIsSaidPlainly_data();
    void eachAnswerIsSaidPlainly();
    void thePageIsOpenedByItsButtonAlone();
    void eachFailureIsSaidWithItsReason_data();
    void eachFailureIsSaidWithItsReason();
    void aRefusalAsksNobody();
    void itIsClosedByKeyboardWhileItAsks();

private:
    QStringList m_opened;
};

void UpdateDialogTest::eachAnswerIsSaidPlainly_data()
{
    QTest::addColumn<QString>("own");
    QTest::addColumn<QByteArray>("latest");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("hasPage");
    QTest::newRow("newer") << "0.9.0" << QByteArray("0.10.0") << Kind::Warning << true;
    QTest::newRow("newer than a build between")
        << "0.9.0 (commit 1234567)" << QByteArray("0.9.1") << Kind::Warning << true;
    QTest::newRow("the release of what was tried") << "1.0.0-rc.1" << QByteArray("1.0.0") << Kind::Warning << true;
    QTest::newRow("the same") << "0.10.0 (commit 1234567)" << QByteArray("0.10.0") << Kind::Success << false;
    QTest::newRow("older") << "0.10.0" << QByteArray("0.9.0") << Kind::Success << false;
}

void UpdateDialogTest::eachAnswerIsSaidPlainly()
{
    QFETCH(const QString, own);
    QFETCH(const QByteArray, latest);
    QFETCH(const Kind, kind);
    QFETCH(const bool, hasPage);
    ui::UpdateDialog dialog(saying(latest), own);
    dialog.ask(feed());
    dialog.show();
    const auto& notice = find<ui::NoticePanel>(dialog, "updateNotice");
    QTRY_COMPARE_WITH_TIMEOUT(notice.kind(), kind, patience);
    QVERIFY2(notice.sentence().contains(own.section(u' ', 0, 0)), qPrintable(notice.sentence()));
    QCOMPARE(find<QPushButton>(dialog, "openPageButton").isVisible(), hasPage);
    QVERIFY(m_opened.isEmpty());
}

void UpdateDialogTest::thePageIsOpenedByItsButtonAlone()
{
    ui::UpdateDialog dialog(saying("2.0.0"), QStringLiteral("1.0.0"));
    dialog.ask(feed());
    dialog.show();
    auto& button = find<QPushButton>(dialog, "openPageButton");
    QTRY_VERIFY_WITH_TIMEOUT(button.isVisible(), patience);
    const auto& notice = find<ui::NoticePanel>(dialog, "updateNotice");
    QVERIFY(notice.nextStep().contains(QStringLiteral("https://example.org/releases/2.0.0")));
    QTest::qWait(50);
    QVERIFY(m_opened.isEmpty());
    button.click();
    QCOMPARE(m_opened, QStringList{QStringLiteral("https://example.org/releases/2.0.0")});
}

void UpdateDialogTest::eachFailureIsSaidWithItsReason_data()
{
    QTest::addColumn<core::ErrorKind>("kind");
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QString>("word");
    using core::ErrorKind;
    QTest::newRow("no such name") << ErrorKind::NameNotResolved << 0U << QByteArray() << "name";
    QTest::newRow("nobody there") << ErrorKind::ConnectionRefused << 0U << QByteArray() << "answers";
    QTest::newRow("too slow") << ErrorKind::TimedOut << 0U << QByteArray() << "answers";
    QTest::newRow("nothing there") << ErrorKind::HttpStatus << 404U << QByteArray() << "404";
    QTest::newRow("out of order") << ErrorKind::HttpStatus << 503U << QByteArray() << "503";
    QTest::newRow("elsewhere") << ErrorKind::HttpStatus << 302U << QByteArray("http://plain.example/")
                               << "plain.example";
    QTest::newRow("not trusted") << ErrorKind::CertificateUntrusted << 0U << QByteArray() << "certificate";
    QTest::newRow("too large") << ErrorKind::TooLarge << 0U << QByteArray() << "version";
    QTest::newRow("a web page") << ErrorKind::Malformed << 0U << QByteArray() << "version";
    QTest::newRow("no memory") << ErrorKind::OutOfResources << 0U << QByteArray() << "";
}

void UpdateDialogTest::eachFailureIsSaidWithItsReason()
{
    QFETCH(const core::ErrorKind, kind);
    QFETCH(const quint32, code);
    QFETCH(const QByteArray, subject);
    QFETCH(const QString, word);
    core::ManagementError error;
    error.kind = kind;
    error.code = code;
    error.subject = subject.toStdString();
    ui::UpdateDialog dialog(
        [error](const core::WebAddress&, const management::CallContext&) -> core::Result<std::string> {
            return core::failure(error);
        },
        QStringLiteral("1.0.0"));
    dialog.ask(feed());
    dialog.show();
    const auto& notice = find<ui::NoticePanel>(dialog, "updateNotice");
    QTRY_COMPARE_WITH_TIMEOUT(notice.kind(), Kind::Failure, patience);
    QVERIFY2(notice.sentence().contains(word), qPrintable(notice.sentence()));
    QVERIFY(!find<QPushButton>(dialog, "openPageButton").isVisible());
}

void UpdateDialogTest::aRefusalAsksNobody()
{
    bool isAsked = false;
    ui::UpdateDialog dialog(
        [&isAsked](const core::WebAddress&, const management::CallContext&) {
            isAsked = true;
            return core::Result<std::string>(std::string());
        },
        QStringLiteral("1.0.0"));
    const auto& notice = find<ui::NoticePanel>(dialog, "updateNotice");
    for (const auto refusal : {desk::UpdateRefusal::Forbidden, desk::UpdateRefusal::AddressUnusable}) {
        dialog.refuse(refusal);
        QCOMPARE(notice.kind(), Kind::Failure);
        QVERIFY(!notice.sentence().isEmpty());
    }
    QTest::qWait(50);
    QVERIFY(!isAsked);
}

void UpdateDialogTest::itIsClosedByKeyboardWhileItAsks()
{
    ui::UpdateDialog dialog(
        [](const core::WebAddress&, const management::CallContext& context) -> core::Result<std::string> {
            while (!context.stop.stop_requested())
                QThread::msleep(1);
            return core::failure(core::ErrorKind::Cancelled);
        },
        QStringLiteral("1.0.0"));
    dialog.ask(feed());
    dialog.show();
    QVERIFY(find<ui::NoticePanel>(dialog, "updateNotice").sentence().contains(QStringLiteral("example.org")));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(UpdateDialogTest)
#include "UpdateDialogTest.moc"
