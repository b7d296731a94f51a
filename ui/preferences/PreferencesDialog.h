// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Policy.h"
#include "storage/CredentialStore.h"
#include "storage/Preferences.h"
#include "storage/ServerProfileStore.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace deskwarden::ui {

class PreferenceRow;

/// All settings, to be searched by their words. Each change is kept at once; each has its default to go back to. What
/// policy fixes is shown as fixed.
/// Thread: GUI. The preferences outlive it.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(storage::Preferences& preferences, const management::Policy& policy, QWidget* parent = nullptr);

    /// Shows which passwords of these servers the keychain keeps, once the person asks, to forget them. The store
    /// outlives the dialog.
    /// The person's own programs that take over.
    void offerHandOffs(const management::Policy& policy);
    void offerPasswords(storage::CredentialStore& store, const std::vector<storage::KnownServer>& servers);

signals:
    /// A setting has another value now; the name is that of its key in storage::preference.
    void changed(const char* name);

private:
    /// Found by its title, below the settings.
    void addBox(QWidget& panel, const char* title);
    void addPages(QVBoxLayout& pages, const management::Policy& policy);
    void showWords(const management::Policy& policy);
    void search(const QString& words);
    void resetAll();
    void showResetAll();

    storage::Preferences& m_preferences;
    QLineEdit* m_search;
    QVBoxLayout* m_content = nullptr;
    QLabel* m_nothing;
    QPushButton* m_resetAll;
    std::vector<PreferenceRow*> m_rows;
    std::vector<QWidget*> m_pages; ///< by PreferencePage: the box around its rows
};

} // namespace deskwarden::ui
