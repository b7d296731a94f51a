// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/acting/GracePeriod.h"

#include <QWidget>

#include <optional>
#include <span>

class QCheckBox;
class QSpinBox;

namespace deskwarden::storage {
class Preferences;
} // namespace deskwarden::storage

namespace deskwarden::ui {

class MessageEditor;

/// What a person wants users to be told before an act, as it was typed.
struct MessageFirst
{
    QString title;
    QString text;
    int minutes = 5;
    bool isForTold = false; ///< only who got the message is acted upon

    [[nodiscard]] management::GraceOptions options() const;
};

/// The part of a confirmation in which a message to the users can be written that goes before the act: off by default,
/// with a time to wait.
/// Thread: GUI. The preferences outlive it.
class MessageFirstPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageFirstPanel(QWidget* parent = nullptr);

    /// Fills in what the person chose last, and offers the person's templates.
    void offer(storage::Preferences& preferences, std::span<const core::Session> sessions);
    /// No message can be chosen, and the reason is said.
    void forbid(const QString& why);
    /// On from the beginning, whatever was chosen last, which is not forgotten.
    void switchOn();
    void setTicket(const QString& ticket);
    /// Keeps what was chosen for the next time.
    void remember();

    /// Nothing: no message is wanted.
    [[nodiscard]] std::optional<MessageFirst> choice() const;
    /// Either no message is wanted, or it can be sent as it is.
    [[nodiscard]] bool isValid() const;

signals:
    /// What was chosen, or whether it is valid.
    void changed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void update();

    storage::Preferences* m_preferences = nullptr;
    QString m_ticket;
    bool m_isSwitchedOn = false;

    QCheckBox* m_wanted;
    QWidget* m_body;
    MessageEditor* m_editor;
    QSpinBox* m_minutes;
    QCheckBox* m_forTold;
};

} // namespace deskwarden::ui
