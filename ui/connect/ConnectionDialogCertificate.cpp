// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// What the connection dialog does about the server's certificate.

#include "desk/ProbeRun.h"
#include "management/seam/CertificateProbe.h"
#include "models/texts/Texts.h"
#include "ui/connect/CertificateDialog.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui_ConnectionDialog.h"

#include <utility>

namespace deskwarden::ui {

void ConnectionDialog::setUpCertificateProbe()
{
    connect(m_certificateProbe, &desk::ProbeRun::stagePassed, this, [this](const management::StageReport& report) {
        auto certificate = report.certificate;
        if (!certificate && report.error)
            certificate = report.error->certificate;
        if (certificate && !m_hasCertificate) {
            m_hasCertificate = true;
            m_certificateProbe->cancel();
            m_ui->trustNotice->clear();
            openCertificate(*certificate);
        } else if (report.error && !report.error->isCancelled() && !m_hasCertificate) {
            const models::Sentence sentence = models::describe(report);
            m_ui->trustNotice->showNotice(NoticePanel::Kind::Failure, sentence.what, sentence.nextStep);
        }
    });
    connect(m_certificateProbe, &desk::ProbeRun::finished, this, [this] {
        m_ui->certificateButton->setEnabled(true);
        if (!m_hasCertificate && m_ui->trustNotice->kind() == NoticePanel::Kind::Hint)
            m_ui->trustNotice->showNotice(NoticePanel::Kind::Failure, tr("The server showed no certificate."));
    });
}

void ConnectionDialog::showCertificate()
{
    const auto where = address();
    if (!where)
        return;
    // Only the certificate is asked for, and judged without the pin: nobody signs in, and there is no password.
    core::ServerProfile anonymous = typed(*where);
    anonymous.user = "certificate";
    anonymous.clientCertificate.clear();
    anonymous.clientKey.clear();
    anonymous.auth = core::AuthScheme::Automatic;
    anonymous.fingerprint.clear();
    m_hasCertificate = false;
    auto connector = m_connectorFor(anonymous, core::Secret());
    if (!connector) {
        const models::Sentence sentence = models::describe(connector.error());
        m_ui->trustNotice->showNotice(NoticePanel::Kind::Failure, sentence.what, sentence.nextStep);
        return;
    }
    m_ui->certificateButton->setEnabled(false);
    m_ui->trustNotice->showNotice(NoticePanel::Kind::Hint, tr("Asking the server for its certificate…"));
    m_certificateProbe->start(management::untilCertificate(*std::move(connector)), anonymous.nameSpace,
                              anonymous.timeout);
}

void ConnectionDialog::openCertificate(const core::PeerCertificate& certificate)
{
    QString pinned;
    if (m_ui->fingerprintRadio->isChecked()) {
        if (const auto digits = core::normalisedFingerprint(m_ui->fingerprintEdit->text().toStdString()))
            pinned = QString::fromStdString(*digits);
    }
    auto* dialog = new CertificateDialog(certificate, m_ui->addressCombo->currentText().trimmed(), pinned, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CertificateDialog::trusted, this, [this](const QString& fingerprint) {
        m_ui->fingerprintEdit->setText(groupedFingerprint(fingerprint));
        m_ui->fingerprintRadio->setChecked(true);
    });
    dialog->open();
}

} // namespace deskwarden::ui
