// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/CertificateDialog.h"

#include "support/DialogSamples.h"
#include "ui/widgets/NoticePanel.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace deskwarden;

namespace {

const QString server = QStringLiteral("https://broker.example.com");

QString field(const ui::CertificateDialog& dialog, const char* name)
{
    const auto* label = dialog.findChild<QLabel*>(QLatin1String(name));
    return label == nullptr ? QString() : label->text();
}

} // namespace

class CertificateDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatAPersonJudges();
    void trustingGivesTheFingerprint();
    void closingTrustsNothing();
    void aChangedCertificateShowsBothFingerprints();
    void aPinnedCertificateIsSaidToBeTrusted();
    void hostileTextStaysText();
    void aBrokenFingerprintCannotBeTrusted();
    void fingerprintsAreGrouped();
};

void CertificateDialogTest::showsWhatAPersonJudges()
{
    ui::CertificateDialog dialog(test::sampleCertificate(), server);
    dialog.open();
    QVERIFY(field(dialog, "subjectLabel").contains(QLatin1String("broker.example.com")));
    QVERIFY(field(dialog, "issuerLabel").contains(QLatin1String("Issuing CA 2")));
    QVERIFY(field(dialog, "namesLabel").contains(QLatin1String("broker01")));
    QVERIFY(field(dialog, "validUntilLabel").endsWith(QLatin1String("UTC")));
    QVERIFY(field(dialog, "fingerprintLabel").startsWith(QLatin1String("4F1C 9A0B")));
    const auto* notice = dialog.findChild<ui::NoticePanel*>(QStringLiteral("trustNotice"));
    QCOMPARE(notice->kind(), ui::NoticePanel::Kind::Warning);
    QVERIFY(notice->sentence().contains(QLatin1String("unable to get local issuer certificate")));
}

void CertificateDialogTest::trustingGivesTheFingerprint()
{
    ui::CertificateDialog dialog(test::sampleCertificate(), server);
    QSignalSpy spy(&dialog, &ui::CertificateDialog::trusted);
    dialog.open();
    dialog.findChild<QPushButton*>(QStringLiteral("trustButton"))->click();
    QCOMPARE(spy.value(0).value(0).toString(), QString::fromStdString(test::sampleCertificate().sha256));
    QVERIFY(!dialog.isVisible());
}

void CertificateDialogTest::closingTrustsNothing()
{
    ui::CertificateDialog dialog(test::sampleCertificate(), server);
    QSignalSpy spy(&dialog, &ui::CertificateDialog::trusted);
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(spy.count(), 0);
}

void CertificateDialogTest::aChangedCertificateShowsBothFingerprints()
{
    ui::CertificateDialog dialog(test::sampleCertificate(), server, QString(64, QLatin1Char('a')));
    QVERIFY(field(dialog, "pinnedLabel").startsWith(QLatin1String("AAAA")));
    QVERIFY(field(dialog, "fingerprintLabel").startsWith(QLatin1String("4F1C")));
    QCOMPARE(dialog.findChild<ui::NoticePanel*>(QStringLiteral("trustNotice"))->kind(), ui::NoticePanel::Kind::Failure);
}

void CertificateDialogTest::aPinnedCertificateIsSaidToBeTrusted()
{
    const core::PeerCertificate certificate = test::sampleCertificate();
    ui::CertificateDialog dialog(certificate, server, QString::fromStdString(certificate.sha256));
    QCOMPARE(dialog.findChild<ui::NoticePanel*>(QStringLiteral("trustNotice"))->kind(), ui::NoticePanel::Kind::Success);
}

void CertificateDialogTest::hostileTextStaysText()
{
    core::PeerCertificate certificate = test::sampleCertificate();
    certificate.subject = "<img src=x>\xE2\x80\xAE"
                          "moc.elpmaxe";
    certificate.validFrom = "yesterday";
    ui::CertificateDialog dialog(certificate, server);
    QVERIFY(field(dialog, "subjectLabel").contains(QLatin1String("<img src=x>")));
    QVERIFY(!field(dialog, "subjectLabel").contains(QChar(0x202E)));
    QCOMPARE(field(dialog, "validFromLabel"), QStringLiteral("yesterday"));
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        if (label->text() == field(dialog, "subjectLabel"))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void CertificateDialogTest::aBrokenFingerprintCannotBeTrusted()
{
    core::PeerCertificate certificate = test::sampleCertificate();
    certificate.sha256 = "short";
    ui::CertificateDialog dialog(certificate, server);
    QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("trustButton"))->isEnabled());
}

void CertificateDialogTest::fingerprintsAreGrouped()
{
    QCOMPARE(ui::groupedFingerprint(QStringLiteral("abcdef01")), QStringLiteral("ABCD EF01"));
    QCOMPARE(ui::groupedFingerprint(QString()), QString());
}

QTEST_MAIN(CertificateDialogTest)
#include "CertificateDialogTest.moc"
