// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "models/texts/Texts.h"

#include <QObject>

#include <deque>
#include <optional>
#include <utility>
#include <vector>

class QWidget;

namespace deskwarden::ui {

class ConnectionDialog;
class LastServers;

/// Somebody signs in with a password.
[[nodiscard]] bool needsPassword(const core::ServerProfile& profile);

/// From a server's address over the connection dialog to a connected server. The dialog stays open until the server has
/// begun to tell its list; what it could not connect to leaves nothing behind.
/// Thread: GUI. Owner: the window that its dialog belongs to; outlived by the console.
class ConnectFlow final : public QObject
{
    Q_OBJECT

public:
    ConnectFlow(QWidget& window, desk::Console& console);

    /// Connects, or opens the dialog with the reason why not.
    void connectTo(const core::ServerProfile& profile, const core::Secret& password);
    void openDialog();
    /// Opens the dialog with all of it filled in but the password, once earlier offers have been answered: with what is
    /// known of that address, and the user that the profile names.
    void offer(const core::ServerProfile& profile);
    /// Connects to the active broker of a deployment with the account that this passive one was connected with, and
    /// closes that one once the list has come. Opens the dialog if nobody has kept the password.
    void switchBroker(const core::ServerId& passive);
    /// Opens the dialog with a server that is connected, to change how.
    void edit(const core::ServerId& server);
    /// Opens the dialog with the first server that could not be asked, and why.
    void mend();
    [[nodiscard]] LastServers& lastServers() const { return *m_lastServers; }

signals:
    /// A password that was typed is right.
    void signedIn(const deskwarden::core::ServerProfile& profile, const deskwarden::core::Secret& password);
    /// The person has closed the dialog without connecting.
    void gaveUp();

private:
    /// Connects with the password that is kept under the first of these that has one, or opens the dialog.
    void connectAs(const core::ServerProfile& profile, std::vector<storage::CredentialKey> keys);
    void offerNext();
    void endSwitch(const management::SessionSnapshot& list);
    [[nodiscard]] std::optional<models::Sentence> replacementWarning(const core::ServerProfile& profile) const;
    [[nodiscard]] bool holdsBack(const core::ServerProfile& profile);
    void connectFromDialog(const core::ServerProfile& profile, const core::Secret& password);
    void takeSnapshot(const management::SnapshotPointer& snapshot);
    void closeFailed(const core::ServerId& server);
    void giveUp();
    void keepServers();

    QWidget& m_window;
    desk::Console& m_console;
    LastServers* m_lastServers = nullptr;
    ConnectionDialog* m_dialog = nullptr;
    std::deque<core::ServerProfile> m_offers;                          ///< not shown in the dialog yet
    std::optional<core::ServerId> m_awaited;                           ///< the dialog waits for its first list
    core::Secret m_typed;                                              ///< for it
    std::optional<std::pair<core::ServerId, core::ServerId>> m_switch; ///< from a passive broker to the active one
    std::optional<core::ServerProfile> m_replacing; ///< would take the place of another one, as was said
    std::optional<core::ServerId> m_edited;         ///< whose own connection the dialog changes
    bool m_wasThere = false;                        ///< there was a link to it before
};

} // namespace deskwarden::ui
