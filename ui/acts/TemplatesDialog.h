// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/texts/MessageTemplate.h"

#include <QDialog>

#include <vector>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace deskwarden::ui {

class NoticePanel;

/// A person's own templates of messages: added, changed, removed, or put back to those that come with the program.
/// Nothing is kept that cannot be sent. Thread: GUI.
class TemplatesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit TemplatesDialog(std::vector<models::MessageTemplate> templates, QWidget* parent = nullptr);

    void select(int index);

signals:
    /// Emitted once, and the dialog closes.
    void saved(const std::vector<deskwarden::models::MessageTemplate>& templates, int current);

private:
    void layOut();
    void fillList(int current);
    void showCurrent();
    void takeFields();
    void add();
    void remove();
    void reset();
    void validate();
    void save();

    std::vector<models::MessageTemplate> m_templates;
    QListWidget* m_list;
    QLineEdit* m_name;
    QLineEdit* m_title;
    QPlainTextEdit* m_text;
    NoticePanel* m_notice;
    QPushButton* m_remove;
    QPushButton* m_save = nullptr;
    bool m_isFilling = false; ///< the fields change because another template is shown
};

} // namespace deskwarden::ui
