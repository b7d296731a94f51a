// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "desk/ConnectorFactory.h"
#include "management/seam/ManagementConnection.h"
#include "models/texts/Texts.h"
#include "storage/CredentialStore.h"
#include "storage/ServerProfileStore.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <vector>

class QLineEdit;
class QPushButton;

namespace deskwarden::desk {
class ProbeRun;
} // namespace deskwarden::desk

namespace deskwarden::ui {

namespace Ui {
class ConnectionDialog;
} // namespace Ui

/// The remote server connection dialog: the servers that are kept, where the broker is, who signs in, whom to trust,
/// and a staged test. It never blocks, and keeps the password only in the system's keychain, if the person wants that.
/// While connecting it stays open, until showSuccess() closes it or showFailure() says why not. Closed, it has
/// forgotten the password. Thread: GUI.
class ConnectionDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectionDialog(desk::ConnectorFactory connectorFor, QWidget* parent = nullptr);
    ConnectionDialog(const ConnectionDialog&) = delete;
    ConnectionDialog& operator=(const ConnectionDialog&) = delete;
    ~ConnectionDialog() override;

    /// The schemes that this build can sign in by, Automatic first.
    void setSchemes(const std::vector<core::AuthScheme>& schemes);
    /// The servers that are kept. With none of them the dialog says what this program is, and offers the demonstration.
    void setServers(std::vector<storage::KnownServer> servers);
    [[nodiscard]] const std::vector<storage::KnownServer>& servers() const;
    /// Where passwords can be kept; nullptr = nowhere. Outlives the dialog.
    void setCredentialStore(storage::CredentialStore* store);
    void setProfile(const core::ServerProfile& profile);
    /// Puts the cursor where the person goes on: into the first field of the server and the sign-in that is empty. The
    /// password must not be typed into a field that shows it.
    void focusFirstGap();
    /// What is typed, without the password. Fails: InvalidInput, in translated words.
    [[nodiscard]] core::Result<core::ServerProfile> profile() const;
    /// What connectRequested() asked for is connected: closes the dialog.
    void showSuccess();
    /// Nothing was connected yet; what is said stays until something else is.
    void showWarning(const models::Sentence& warning);
    /// Opens the dialog, if it is not open, and says why connecting failed. A password that was refused is selected.
    void showFailure(const core::ManagementError& error);

signals:
    void connectRequested(const deskwarden::core::ServerProfile& profile, const deskwarden::core::Secret& password);
    /// servers() is another list, and is to be kept.
    void serversEdited();

public slots:
    void done(int result) override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// What keeps the typed data from being used, and the field to correct it in.
    struct Problem
    {
        QWidget* field = nullptr;
        QString text;
    };

    void setUpFields();
    void setUpTest();
    void setUpCertificateProbe();
    void setUpProfiles();
    void chooseAddress(int index);
    void addBrokers(const QStringList& addresses);
    void keepTyped();
    void forgetRemoved(const core::ServerProfile& profile);
    void setBusy(bool isBusy);
    void showSecurity(bool isShown);
    void showSummary();
    void unfoldFor(const QWidget* field);
    void validate();
    void showTrustProblem();
    void validateSignIn(bool isDemo);
    void lookForKeptPassword();
    void browseFor(QLineEdit* edit, const QString& title);
    void showCertificate();
    void openCertificate(const core::PeerCertificate& certificate);
    void startTest();
    void endTest(bool isUsable);
    void requestConnection();
    void showAdvanced(bool isShown);
    [[nodiscard]] core::Result<core::ServerAddress> address() const;
    [[nodiscard]] core::ServerProfile typed(const core::ServerAddress& address) const;
    [[nodiscard]] core::AuthScheme scheme() const;
    [[nodiscard]] Problem signInProblem() const;
    [[nodiscard]] Problem trustProblem() const;
    [[nodiscard]] Problem problem() const;
    [[nodiscard]] core::Secret typedPassword() const;
    [[nodiscard]] core::Secret takePassword();

    std::unique_ptr<Ui::ConnectionDialog> m_ui;
    desk::ConnectorFactory m_connectorFor;
    storage::CredentialStore* m_credentials = nullptr;
    core::ServerProfile m_base; ///< what has no field in the dialog
    core::Secret m_tried;       ///< while connecting
    bool m_isFilling = false;   ///< what changes now, nobody types
    bool m_wasShown = false;
    bool m_needsUser = true; ///< no scheme here can use the person's own tickets
    bool m_hasCertificate = false;
    desk::ProbeRun* m_test;
    desk::ProbeRun* m_certificateProbe;
    QPushButton* m_connectButton = nullptr;
};

} // namespace deskwarden::ui
