// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/ConnectionDialog.h"

#include "integration/Transports.h"
#include "ui/connect/CertificateDialog.h"
#include "ui/widgets/NoticePanel.h"
#include "wsman/WsmanConnection.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace deskwarden;

namespace {

constexpr int patience = 30000;

struct Dialog
{
    ui::ConnectionDialog dialog{[](const core::ServerProfile& profile, const core::Secret& password) {
        return core::Result<management::Connector>(wsman::connectorFor(profile, password));
    }};

    template <typename Widget>
    Widget* part(const char* name)
    {
        return dialog.findChild<Widget*>(QLatin1String(name));
    }
    /// Without the test's own knowledge of the certificate.
    void fillIn(const integration::BrokerUnderTest& broker, const core::Secret& password)
    {
        core::ServerProfile profile = broker.profile();
        profile.caFile.clear();
        profile.fingerprint.clear();
        dialog.setProfile(profile);
        const std::string_view text = password.reveal();
        part<QLineEdit>("passwordEdit")->setText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    }
    void runTest()
    {
        part<QPushButton>("testButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("cancelTestButton")->isHidden(), patience);
    }
    bool isReached(management::ProbeStage stage)
    {
        const auto* line = part<QTreeWidget>("stagesTree")->topLevelItem(static_cast<int>(stage));
        return line != nullptr && line->text(1) != QLatin1String("not reached");
    }
};

} // namespace

/// The connection dialog over the real client against a simulated broker on a real socket.
class ConnectionDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theCertificateIsShownTrustedAndThenTheTestPasses();
    void aWrongPasswordFailsAtSignIn();
    void aSilentServerCanBeLeft();

private:
    QTemporaryDir m_folder;
    support::TestCertificate m_certificate;
};

void ConnectionDialogTest::initTestCase()
{
    m_certificate = support::makeTestCertificate(m_folder);
    QVERIFY2(m_certificate.isUsable(), qPrintable(m_certificate.problem));
}

void ConnectionDialogTest::theCertificateIsShownTrustedAndThenTheTestPasses()
{
    integration::BrokerUnderTest broker(integration::TransportUnderTest::TlsWithPin, m_certificate,
                                        integration::smallFarm());
    QVERIFY2(broker.problem().empty(), broker.problem().c_str());
    Dialog dialog;
    dialog.fillIn(broker, broker.password());
    dialog.dialog.open();
    dialog.runTest();
    QCOMPARE(dialog.part<ui::NoticePanel>("probeNotice")->kind(), ui::NoticePanel::Kind::Failure);
    QVERIFY(!dialog.isReached(management::ProbeStage::SignIn));

    dialog.part<QPushButton>("certificateButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.dialog.findChild<ui::CertificateDialog*>() != nullptr, patience);
    dialog.dialog.findChild<ui::CertificateDialog*>()->findChild<QPushButton*>(QStringLiteral("trustButton"))->click();
    QCOMPARE(dialog.dialog.profile()->fingerprint, m_certificate.sha256);

    QTRY_VERIFY_WITH_TIMEOUT(dialog.part<QPushButton>("testButton")->isEnabled(), patience);
    dialog.runTest();
    QVERIFY(dialog.isReached(management::ProbeStage::List));
    const auto* notice = dialog.part<ui::NoticePanel>("probeNotice");
    QVERIFY2(notice->kind() == ui::NoticePanel::Kind::Success, qPrintable(notice->sentence()));
}

void ConnectionDialogTest::aWrongPasswordFailsAtSignIn()
{
    integration::BrokerUnderTest broker(integration::TransportUnderTest::PlainLoopback, m_certificate,
                                        integration::smallFarm());
    Dialog dialog;
    dialog.fillIn(broker, core::Secret("wrong"));
    dialog.dialog.open();
    dialog.runTest();
    QCOMPARE(dialog.part<ui::NoticePanel>("probeNotice")->kind(), ui::NoticePanel::Kind::Failure);
    QVERIFY(dialog.isReached(management::ProbeStage::SignIn));
    QVERIFY(!dialog.isReached(management::ProbeStage::List));
}

void ConnectionDialogTest::aSilentServerCanBeLeft()
{
    integration::BrokerUnderTest broker(integration::TransportUnderTest::PlainLoopback, m_certificate,
                                        integration::smallFarm(), {"any=hang"});
    Dialog dialog;
    dialog.fillIn(broker, broker.password());
    dialog.dialog.open();
    dialog.part<QPushButton>("testButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.isReached(management::ProbeStage::Port), patience);
    dialog.part<QPushButton>("cancelTestButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.part<QPushButton>("testButton")->isEnabled(), patience);
    QVERIFY(dialog.dialog.isVisible());
}

QTEST_MAIN(ConnectionDialogTest)
#include "ConnectionDialogTest.moc"
