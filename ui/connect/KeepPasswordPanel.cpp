// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/KeepPasswordPanel.h"

#include "models/texts/Texts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace deskwarden::ui {

namespace {

bool isSame(const storage::CredentialKey& a, const storage::CredentialKey& b)
{
    return a.server == b.server && a.user == b.user;
}

} // namespace

KeepPasswordPanel::KeepPasswordPanel(QWidget* parent)
    : QWidget(parent)
    , m_keep(new QCheckBox(tr("&Keep the password in the system's keychain"), this))
    , m_forget(new QPushButton(tr("Forget"), this))
    , m_words(new QLabel(this))
{
    m_keep->setObjectName(QStringLiteral("keepPasswordCheck"));
    m_forget->setObjectName(QStringLiteral("forgetPasswordButton"));
    m_forget->setAccessibleName(tr("Forget the kept password"));
    m_forget->setAutoDefault(false);
    m_words->setObjectName(QStringLiteral("keepPasswordWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_keep);
    row->addStretch();
    row->addWidget(m_forget);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_words);
    connect(m_forget, &QPushButton::clicked, this, &KeepPasswordPanel::forget);
    // Whether there is a keychain is known once it was asked something; nobody is asked to unlock it before he wants
    // it.
    connect(m_keep, &QCheckBox::clicked, this, [this](bool isWanted) {
        if (isWanted && m_store)
            m_store->load(m_key, this, [](const core::Result<std::optional<core::Secret>>&) {});
    });
    hide();
}

void KeepPasswordPanel::setStore(storage::CredentialStore* store)
{
    m_store = store;
    setVisible(store != nullptr);
    if (store)
        connect(store, &storage::CredentialStore::persistenceLost, this, &KeepPasswordPanel::showState);
    showState();
}

void KeepPasswordPanel::showKept(const storage::CredentialKey& key)
{
    if (!m_store || isSame(key, m_key))
        return;
    m_key = key;
    setKept(std::nullopt);
    if (key.user.empty())
        return;
    m_store->load(key, this, [this, key](core::Result<std::optional<core::Secret>> loaded) {
        if (loaded && *loaded && isSame(key, m_key)) {
            m_keep->setChecked(true);
            setKept(*std::move(loaded));
        }
    });
}

void KeepPasswordPanel::noteUsed(const storage::CredentialKey& key, const core::Secret& password)
{
    if (!m_store || !isEnabled() || !m_keep->isChecked() || key.user.empty() || password.isEmpty())
        return;
    m_key = key;
    m_store->save(key, password, this, [this, key, password](const core::Result<>& saved) {
        if (!saved)
            m_words->setText(tr("The keychain did not keep it: %1").arg(models::plainText(saved.error().detail, 300)));
        else if (isSame(key, m_key))
            setKept(password);
    });
}

void KeepPasswordPanel::noteRefused()
{
    if (m_kept)
        forget();
}

void KeepPasswordPanel::forget()
{
    if (!m_store)
        return;
    m_store->forget(m_key, this, [this](const core::Result<>& forgotten) {
        if (!forgotten)
            m_words->setText(
                tr("The keychain did not forget it: %1").arg(models::plainText(forgotten.error().detail, 300)));
    });
    m_keep->setChecked(false);
    setKept(std::nullopt);
}

void KeepPasswordPanel::setKept(std::optional<core::Secret> password)
{
    m_kept = std::move(password);
    showState();
    emit keptChanged();
}

void KeepPasswordPanel::showState()
{
    m_forget->setVisible(m_kept.has_value());
    const bool isPersistent = m_store && m_store->isPersistent();
    m_words->setText(isPersistent ? QString()
                                  : tr("This computer offers no keychain: passwords are forgotten when the program "
                                       "ends."));
    m_words->setVisible(!isPersistent);
}

} // namespace deskwarden::ui
