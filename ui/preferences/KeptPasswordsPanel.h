// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/ServerNames.h"
#include "storage/CredentialStore.h"
#include "storage/ServerProfileStore.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace deskwarden::ui {

/// Which passwords the keychain keeps for the servers of the list, each with a button to forget it. The keychain is
/// asked once the person wants to know: it may want to be unlocked. Thread: GUI. The store outlives it.
class KeptPasswordsPanel final : public QWidget
{
    Q_OBJECT

public:
    KeptPasswordsPanel(storage::CredentialStore& store, const std::vector<storage::KnownServer>& servers,
                       QWidget* parent = nullptr);

private:
    void look();
    void addRow(const storage::CredentialKey& key);
    void showState();

    storage::CredentialStore& m_store;
    const models::ServerNames m_names;
    std::vector<storage::CredentialKey> m_keys;
    QVBoxLayout* m_rows;
    QPushButton* m_look;
    QLabel* m_state;
    std::size_t m_open = 0; ///< questions without an answer yet
    int m_kept = 0;
};

} // namespace deskwarden::ui
