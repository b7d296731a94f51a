// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/acting/GracePeriod.h"
#include "models/texts/MessageTemplate.h"

#include <QWidget>

#include <optional>
#include <span>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace deskwarden::storage {
class Preferences;
} // namespace deskwarden::storage

namespace deskwarden::ui {

class NoticePanel;

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
/// with templates, a time to wait, and what the first of the users will read.
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
    void setTicket(const QString& ticket);
    /// Keeps what was chosen for the next time.
    void remember();

    /// Nothing: no message is wanted.
    [[nodiscard]] std::optional<MessageFirst> choice() const;
    /// Either no message is wanted, or it can be sent as it is.
    [[nodiscard]] bool isValid() const noexcept { return m_isValid; }

signals:
    /// What was chosen, or whether it is valid.
    void changed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    [[nodiscard]] QWidget* makeBody();
    void useTemplate(int index);
    void showTemplates();
    void editTemplates();
    void update();
    void showMessage();
    [[nodiscard]] QString problem() const;

    storage::Preferences* m_preferences = nullptr;
    std::vector<models::MessageTemplate> m_templates;
    core::Session m_first;   ///< whom the preview is for
    core::Session m_longest; ///< nobody: the longest of all names, for the limits
    QString m_ticket;
    bool m_isValid = true;

    QCheckBox* m_wanted;
    QWidget* m_body;
    QComboBox* m_template;
    QPushButton* m_edit;
    QSpinBox* m_minutes;
    QLineEdit* m_title;
    QPlainTextEdit* m_text;
    QLabel* m_previewLabel;
    QPlainTextEdit* m_preview;
    QCheckBox* m_forTold;
    NoticePanel* m_notice;
};

} // namespace deskwarden::ui
