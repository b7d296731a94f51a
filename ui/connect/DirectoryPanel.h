// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/DirectorySettings.h"

#include <QGroupBox>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace deskwarden::ui {

/// The directory that tells who the users of a server are: none, that of the own domain, or one that is typed; where in
/// it people are sought, whom to trust. No password is typed here. Thread: GUI.
class DirectoryPanel final : public QGroupBox
{
    Q_OBJECT

public:
    explicit DirectoryPanel(QWidget* parent = nullptr);

    void setSettings(const core::DirectorySettings& settings);
    [[nodiscard]] core::DirectorySettings settings() const;
    /// The domain that the user or the server tells (core::ownDomain); empty = none.
    void setOwnDomain(const QString& domain);
    /// What is wrong with them; empty if they can be used.
    [[nodiscard]] QString problem() const;
    /// Where that is mended.
    [[nodiscard]] QWidget& problemField() const;

signals:
    void changed();

private:
    enum class Choice { None, OwnDomain, Typed };

    [[nodiscard]] Choice choice() const;
    void setUpChoice();
    void layOut();
    void browse();
    void enableFields();

    QString m_ownDomain;
    QComboBox* m_choice;
    QLineEdit* m_address;
    QLineEdit* m_base;
    QLineEdit* m_domain;
    QLineEdit* m_caFile;
    QWidget* m_browse;
    QCheckBox* m_password;
};

} // namespace deskwarden::ui
