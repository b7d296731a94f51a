// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"
#include "desk/AccessRun.h"

#include <QDateTime>
#include <QDialog>
#include <QString>

#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace deskwarden::ui {

class DetailLines;
class NoticePanel;

/// Why a person does not get in, by the broker and, if it has one, its directory: the verdict with what to do, every
/// question with its answer, and a text for the ticket. What could not be read is not known, never well. Changes
/// nothing. Thread: GUI; a thread of its own asks. Blocks: the destructor, up to 200 ms.
class WhyDialog final : public QDialog
{
    Q_OBJECT

public:
    /// A broker that can be asked, and what people call it.
    struct Broker
    {
        core::ServerProfile profile;
        management::Connector connector;
        QString name;
        desk::DirectoryOfServer directory = {}; ///< that knows its users
    };

    WhyDialog(std::vector<Broker> brokers, std::function<QDateTime()> now, QWidget* parent = nullptr,
              core::StartThread start = core::startThread);

    /// Fills in of whom that session is and who lists it, and asks at once.
    void askAbout(const core::Session& session);
    /// The text for the ticket; empty while there is no answer.
    [[nodiscard]] const QString& ticket() const noexcept { return m_ticket; }

private:
    void layOut();
    void showHint();
    void ask();
    void showFailure(const core::ManagementError& error);
    void showReport(const management::AccessReport& report);
    void enableButtons();
    [[nodiscard]] const Broker& chosen() const;

    const std::vector<Broker> m_brokers;
    const std::function<QDateTime()> m_now;
    QLineEdit* m_user;
    QLineEdit* m_machine;
    QLabel* m_brokerLabel;
    QComboBox* m_broker;
    NoticePanel* m_verdict;
    DetailLines* m_findings;
    QPushButton* m_ask;
    QPushButton* m_stop;
    QPushButton* m_copy;
    management::AccessRequest m_request; ///< of the answer that is shown or awaited
    core::ServerAddress m_asked;
    QString m_ticket;
    desk::AccessRun m_run; // last: its answer touches all above
};

} // namespace deskwarden::ui
