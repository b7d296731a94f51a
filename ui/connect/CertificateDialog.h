// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/PeerCertificate.h"

#include <QDialog>

#include <memory>

namespace deskwarden::ui {

namespace Ui {
class CertificateDialog;
} // namespace Ui

/// Shows a server's certificate and lets a person trust exactly that one. All texts in it are the server's: plain.
/// Thread: GUI.
class CertificateDialog final : public QDialog
{
    Q_OBJECT

public:
    /// With the fingerprint that was trusted until now, if there is one: a changed certificate is shown as such.
    explicit CertificateDialog(const core::PeerCertificate& certificate, const QString& server,
                               const QString& pinnedFingerprint = {}, QWidget* parent = nullptr);
    CertificateDialog(const CertificateDialog&) = delete;
    CertificateDialog& operator=(const CertificateDialog&) = delete;
    ~CertificateDialog() override;

signals:
    /// The person trusts it; 64 lower-case hexadecimal digits.
    void trusted(const QString& fingerprint);

private:
    void showCertificate(const core::PeerCertificate& certificate, const QString& pinnedFingerprint);
    void copyFingerprint();

    std::unique_ptr<Ui::CertificateDialog> m_ui;
    QString m_fingerprint;
};

/// "ABCD EF01 …": sixteen groups of four upper-case digits, as people compare them.
[[nodiscard]] QString groupedFingerprint(const QString& fingerprint);

} // namespace deskwarden::ui
