// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/preferences/KeptPasswordsPanel.h"

#include "desk/ServerNames.h"
#include "models/texts/Texts.h"
#include "ui/widgets/InEachLanguage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace deskwarden::ui {

KeptPasswordsPanel::KeptPasswordsPanel(storage::CredentialStore& store,
                                       const std::vector<storage::KnownServer>& servers, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_names(desk::namesOf(servers))
    , m_rows(new QVBoxLayout)
    , m_look(new QPushButton(this))
    , m_state(new QLabel(this))
{
    for (const storage::KnownServer& known : servers) {
        const storage::CredentialKey key{known.profile.address.id(), known.profile.user};
        const auto isSame = [&key](const storage::CredentialKey& other) {
            return other.server == key.server && other.user == key.user;
        };
        if (!key.user.empty() && std::ranges::none_of(m_keys, isSame))
            m_keys.push_back(key);
    }
    m_look->setObjectName(QStringLiteral("lookForPasswordsButton"));
    m_look->setAutoDefault(false);
    m_state->setObjectName(QStringLiteral("passwordsLabel"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_state);
    layout->addLayout(m_rows);
    layout->addWidget(m_look, 0, Qt::AlignLeft);
    connect(m_look, &QPushButton::clicked, this, &KeptPasswordsPanel::look);
    inEachLanguage(*this, [this] {
        m_look->setText(tr("&Look in the keychain"));
        showState();
    });
}

void KeptPasswordsPanel::look()
{
    m_look->hide();
    m_open = m_keys.size();
    for (const storage::CredentialKey& key : m_keys) {
        m_store.load(key, this, [this, key](const core::Result<std::optional<core::Secret>>& kept) {
            --m_open;
            if (kept && *kept)
                addRow(key);
            showState();
        });
    }
    showState();
}

void KeptPasswordsPanel::addRow(const storage::CredentialKey& key)
{
    auto* const row = new QWidget(this);
    auto* const label = new QLabel(row);
    label->setTextFormat(Qt::PlainText);
    auto* const forget = new QPushButton(row);
    forget->setObjectName(QStringLiteral("forgetButton"));
    forget->setAutoDefault(false);
    inEachLanguage(*row, [key, label, forget, server = desk::nameAndAddress(key.server, m_names)] {
        label->setText(tr("%1 on %2").arg(models::plainText(key.user, 80), server));
        forget->setText(tr("Forget"));
        forget->setAccessibleName(tr("Forget the password of %1").arg(label->text()));
    });
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label, 1);
    layout->addWidget(forget);
    m_rows->addWidget(row);
    ++m_kept;
    connect(forget, &QPushButton::clicked, this, [this, key, row] {
        m_store.forget(key, this, [this, row](const core::Result<>& forgotten) {
            if (!forgotten) {
                m_state->setText(
                    tr("The keychain did not forget it: %1").arg(models::plainText(forgotten.error().detail, 300)));
                return;
            }
            row->hide();
            row->deleteLater();
            --m_kept;
            showState();
        });
    });
}

void KeptPasswordsPanel::showState()
{
    if (!m_look->isHidden())
        m_state->setText(tr("Shows which passwords are kept for the servers of the list. The keychain may have to be "
                            "unlocked."));
    else if (m_open > 0)
        m_state->setText(tr("Asking the keychain…"));
    else if (!m_store.isPersistent())
        m_state->setText(tr("This computer offers no keychain: passwords are forgotten when the program ends."));
    else
        m_state->setText(tr("Passwords kept: %1").arg(m_kept));
}

} // namespace deskwarden::ui
