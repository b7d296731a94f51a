// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "storage/CredentialStore.h"

#include <QWidget>

#include <optional>
#include <string>

class QCheckBox;
class QLabel;
class QPushButton;

namespace deskwarden::ui {

/// Whether a password is kept in the system's keychain: the choice, what is kept already, and a way to forget it. Says
/// so where there is no keychain. Hidden until it has a store.
/// Thread: GUI.
class KeepPasswordPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit KeepPasswordPanel(QWidget* parent = nullptr);

    /// The store outlives the panel.
    void setStore(storage::CredentialStore* store);
    /// Looks whether a password is kept for that server and user. The same question again costs nothing.
    void showKept(const storage::CredentialKey& key);
    /// The kept password of the user that was last looked for.
    [[nodiscard]] const std::optional<core::Secret>& kept() const { return m_kept; }
    /// Does with the password that goes to the server what the check box says.
    void noteUsed(const storage::CredentialKey& key, const core::Secret& password);
    /// The server took it for wrong: it is not kept any longer.
    void noteRefused();

signals:
    void keptChanged();

private:
    void forget();
    void setKept(std::optional<core::Secret> password);
    void showState();

    storage::CredentialStore* m_store = nullptr;
    storage::CredentialKey m_key;
    std::optional<core::Secret> m_kept;
    QCheckBox* m_keep;
    QPushButton* m_forget;
    QLabel* m_words;
};

} // namespace deskwarden::ui
