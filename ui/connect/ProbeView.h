// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/PeerCertificate.h"
#include "core/ServerAddress.h"
#include "management/seam/ManagementConnection.h"

#include <QStringList>
#include <QWidget>

#include <memory>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace deskwarden::ui {

class NoticePanel;

/// What a connection test has found, in a sentence with its remedy, and on demand its stages, one line each: passed,
/// failed, not needed, or not reached.
/// Thread: GUI.
class ProbeView final : public QWidget
{
    Q_OBJECT

public:
    explicit ProbeView(QWidget* parent = nullptr);

    /// All stages are waiting; the first one, at that address, is under way.
    void begin(const core::ServerAddress& asked);
    void addStage(const management::StageReport& report);
    /// Nothing more comes.
    void finish(bool isUsable);
    /// Nothing was tested: the connection could not even be prepared.
    void showProblem(const core::ManagementError& error);
    /// All of it as lines of text, for a ticket.
    [[nodiscard]] QString report() const;

signals:
    /// The person would rather ask the active broker, which is this one.
    void addressRequested(const QString& address);
    /// The person wants these servers in the list: the other brokers of the deployment.
    void brokersRequested(const QStringList& addresses);
    void certificateRequested(const deskwarden::core::PeerCertificate& certificate);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Mark { Waiting, Running, Passed, Warned, Failed, NotNeeded, NotReached };

    void setMark(management::ProbeStage stage, Mark mark, const QString& text);
    [[nodiscard]] QTreeWidgetItem* item(management::ProbeStage stage) const;
    [[nodiscard]] Mark markOf(const QTreeWidgetItem& item) const;
    void offerBrokers(const management::StageReport& report);
    void showFailure(const management::StageReport& report);
    void showSteps(bool areShown);
    void copyReport() const;
    void fitHeight();
    void updateIcons();

    QTreeWidget* m_stages;
    NoticePanel* m_notice;
    QPushButton* m_stepsButton;
    QPushButton* m_copyButton;
    QPushButton* m_certificateButton;
    QPushButton* m_brokerButton;
    QPushButton* m_brokersButton;
    core::ServerAddress m_asked;
    QString m_broker;
    QStringList m_brokers; ///< others of the deployment
    QString m_signedInBy;
    std::shared_ptr<const core::PeerCertificate> m_certificate;
    bool m_hasFailure = false;
    bool m_hasWarning = false;
};

} // namespace deskwarden::ui
