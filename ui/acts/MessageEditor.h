// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "models/texts/MessageTemplate.h"

#include <QString>
#include <QWidget>

#include <span>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace deskwarden::storage {
class Preferences;
} // namespace deskwarden::storage

namespace deskwarden::ui {

class NoticePanel;

/// Where a message to users is written: templates, title and text with places that are filled in for each user, what
/// each of them will read, and what is wrong with it. Thread: GUI. The preferences outlive it.
class MessageEditor final : public QWidget
{
    Q_OBJECT

public:
    /// A warning tells how long users have; a note stands alone, and {minutes} is nothing that it could fill in.
    enum class Purpose { Warning, Note };

    explicit MessageEditor(QWidget* parent = nullptr);

    void setUp(Purpose purpose, std::span<const core::Session> recipients);
    /// Offers the person's templates, and keeps what becomes of them.
    void offerTemplates(storage::Preferences& preferences);
    void setMessage(const QString& title, const QString& text);
    /// What is filled in; of a note the ticket alone.
    void setFacts(const models::MessageFacts& facts);
    /// Stands beside the templates.
    void addBeside(QLayout* layout);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] const std::vector<models::MessageTemplate>& templates() const noexcept { return m_templates; }
    /// It can be sent as it is, to each of the recipients.
    [[nodiscard]] bool isValid() const noexcept { return m_isValid; }
    void focusTitle();

signals:
    /// What was written, or whether it is valid.
    void changed();

private:
    void layOut();
    void useTemplate(int index);
    void showTemplates();
    void editTemplates();
    void update();
    void showPreview();
    void step(int by);
    [[nodiscard]] QString problem() const;

    Purpose m_purpose = Purpose::Warning;
    storage::Preferences* m_preferences = nullptr;
    std::vector<models::MessageTemplate> m_all;       ///< the person's, as they are kept
    std::vector<models::MessageTemplate> m_templates; ///< those that serve the purpose
    std::vector<core::Session> m_recipients;
    std::size_t m_previewed = 0; ///< whom the preview is for
    core::Session m_longest;     ///< nobody: the longest of all names, for the limits
    models::MessageFacts m_facts;
    bool m_isValid = true;

    QGridLayout* m_grid;
    QComboBox* m_template;
    QPushButton* m_edit;
    QLineEdit* m_title;
    QPlainTextEdit* m_text;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
    QLabel* m_previewLabel;
    QPlainTextEdit* m_preview;
    NoticePanel* m_notice;
};

} // namespace deskwarden::ui
