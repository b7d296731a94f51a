// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QObject>

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace deskwarden::ui {

class ConnectFlow;

/// The servers of the last time: noted while the program runs, connected again at its start. Those of one account are
/// connected one after another, and after one refused sign-in the others are left alone, so that the account is not
/// locked. A password that is not kept is asked for once for each account.
/// Thread: GUI. Owner: the window; outlived by the console and the flow.
class LastServers final : public QObject
{
    Q_OBJECT

public:
    LastServers(desk::Console& console, ConnectFlow& connecting, QObject* parent);

    /// Starts to connect to them. False if there are none, or the person does not want it.
    [[nodiscard]] bool reconnect();
    /// It will be connected again.
    [[nodiscard]] bool isAmongThem(const core::ServerId& server) const;

signals:
    /// What was left alone, in a sentence, and what to do.
    void leftAlone(const QString& what, const QString& nextStep);

private:
    /// Those that one account signs in to.
    struct Account
    {
        std::deque<core::ServerProfile> waiting;
        std::optional<core::ServerProfile> asked; ///< its answer is waited for
        bool isInDialog = false;                  ///< where the person gives the password
        core::Secret given;                       ///< there
    };

    [[nodiscard]] std::vector<core::ServerProfile> noted() const;
    void note();
    void goOn(const std::string& account);
    void openNext(const std::string& account, const core::Secret& password);
    void takeSnapshot(const management::SnapshotPointer& list);
    void takePassword(const core::ServerProfile& profile, const core::Secret& password);
    void stopAsking();
    void leaveAlone(Account& account);

    desk::Console& m_console;
    ConnectFlow& m_connecting;
    std::map<std::string, Account> m_accounts;
};

} // namespace deskwarden::ui
