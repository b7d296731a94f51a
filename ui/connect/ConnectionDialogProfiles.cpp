// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// The servers that the connection dialog keeps, and what it folds away.

#include "models/texts/Texts.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/connect/KeepPasswordPanel.h"
#include "ui/connect/ProbeView.h"
#include "ui/connect/ProfilePanel.h"
#include "ui_ConnectionDialog.h"

#include <QScreen>
#include <QScrollBar>
#include <QShowEvent>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

/// What a window frame and a panel of the desktop may take from the screen.
constexpr QSize frameRoom{40, 80};

} // namespace

void ConnectionDialog::setUpProfiles()
{
    m_ui->firstStartNotice->hide();
    m_ui->demonstrationButton->hide();
    connect(m_ui->profilePanel, &ProfilePanel::chosen, this, &ConnectionDialog::setProfile);
    connect(m_ui->profilePanel, &ProfilePanel::newRequested, this, [this] {
        setProfile({});
        m_ui->addressCombo->setFocus();
    });
    connect(m_ui->profilePanel, &ProfilePanel::saveRequested, this, &ConnectionDialog::keepTyped);
    connect(m_ui->profilePanel, &ProfilePanel::edited, this, &ConnectionDialog::serversEdited);
    connect(m_ui->profilePanel, &ProfilePanel::removed, this, &ConnectionDialog::forgetRemoved);
    connect(m_ui->profilePanel, &ProfilePanel::problemFound, this,
            [this](const QString& what) { m_ui->failureNotice->showNotice(NoticePanel::Kind::Failure, what); });
    connect(m_ui->probeView, &ProbeView::brokersRequested, this, &ConnectionDialog::addBrokers);
    connect(m_ui->demonstrationButton, &QPushButton::clicked, this, [this] {
        setProfile(demonstrationProfile());
        requestConnection();
    });
}

void ConnectionDialog::setServers(std::vector<storage::KnownServer> servers)
{
    const QString typedText = m_ui->addressCombo->currentText();
    const auto latest = std::ranges::max_element(servers, {}, &storage::KnownServer::lastUsed);
    const core::ServerProfile first = latest == servers.end() ? core::ServerProfile() : latest->profile;
    const bool isFirstStart = servers.empty();
    QSignalBlocker blocker(m_ui->addressCombo);
    m_ui->addressCombo->clear();
    for (const storage::KnownServer& known : servers)
        m_ui->addressCombo->addItem(models::plainText(known.profile.address.text()));
    m_ui->addressCombo->setCurrentIndex(-1);
    m_ui->addressCombo->setEditText(typedText);
    blocker.unblock();
    m_ui->profilePanel->setServers(std::move(servers));
    m_ui->demonstrationButton->setVisible(isFirstStart);
    if (isFirstStart)
        m_ui->firstStartNotice->showNotice(
            NoticePanel::Kind::Hint,
            tr("Deskwarden shows who works on which virtual desktop, and logs people off. Connect to your broker, or "
               "look around first."));
    else
        m_ui->firstStartNotice->clear();
    if (typedText.isEmpty() && !isFirstStart)
        setProfile(first);
}

const std::vector<storage::KnownServer>& ConnectionDialog::servers() const
{
    return m_ui->profilePanel->servers();
}

/// They are reached and signed in to as this one; the certificate of each is its own.
void ConnectionDialog::addBrokers(const QStringList& addresses)
{
    const auto where = address();
    if (!where)
        return;
    std::vector<core::ServerProfile> profiles;
    for (const QString& text : addresses) {
        const auto other = core::ServerAddress::parse(text.toStdString());
        if (!other)
            continue;
        core::ServerProfile profile = typed(*other);
        profile.name.clear();
        profile.fingerprint.clear();
        profiles.push_back(std::move(profile));
    }
    m_ui->profilePanel->add(profiles);
}

void ConnectionDialog::chooseAddress(int index)
{
    const auto& known = m_ui->profilePanel->servers();
    if (index < 0 || static_cast<std::size_t>(index) >= known.size())
        return;
    // The field also says so when it is left: what is shown of that address may be another profile, and stays.
    if (const core::ServerProfile& chosen = known[static_cast<std::size_t>(index)].profile;
        chosen.address != m_base.address)
        setProfile(chosen);
}

void ConnectionDialog::keepTyped()
{
    const auto where = address();
    if (!where) {
        m_ui->failureNotice->showNotice(NoticePanel::Kind::Failure, models::describe(where.error()).what);
        m_ui->addressCombo->setFocus();
    } else if (where->transport != core::Transport::Demo) {
        m_ui->failureNotice->clear();
        m_ui->profilePanel->keep(typed(*where));
    }
}

/// A password is not left behind for a server that nobody sees any more.
void ConnectionDialog::forgetRemoved(const core::ServerProfile& profile)
{
    const bool isStillUsed =
        std::ranges::any_of(m_ui->profilePanel->servers(), [&profile](const storage::KnownServer& known) {
            return known.profile.address.id() == profile.address.id() && known.profile.user == profile.user;
        });
    if (m_credentials != nullptr && !profile.user.empty() && !isStillUsed)
        m_credentials->forget({profile.address.id(), profile.user}, this, [](const core::Result<>&) {});
}

void ConnectionDialog::setBusy(bool isBusy)
{
    // The list of servers first: it would get the focus of the others, and choose a server because of that.
    for (QWidget* const part : std::initializer_list<QWidget*>{m_ui->profilePanel, m_ui->contents, m_connectButton,
                                                               m_ui->testButton, m_ui->demonstrationButton})
        part->setEnabled(!isBusy);
    if (!isBusy) {
        m_tried = {};
        m_ui->testButton->setEnabled(address().has_value());
    }
}

void ConnectionDialog::showSecurity(bool isShown)
{
    m_ui->securityButton->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_ui->securityPanel->setVisible(isShown);
}

void ConnectionDialog::showSummary()
{
    QString trust = tr("certificates that this computer trusts");
    if (!m_ui->trustGroup->isEnabled())
        trust.clear();
    else if (m_ui->fingerprintRadio->isChecked())
        trust = tr("exactly one certificate");
    else if (m_ui->caFileRadio->isChecked())
        trust = tr("certificate authorities from a file");
    QStringList parts{trust, m_ui->schemeCombo->isEnabled() ? m_ui->schemeCombo->currentText() : QString()};
    parts.removeAll(QString());
    m_ui->securitySummary->setText(parts.join(QStringLiteral(" · ")));
}

/// A field that is folded away cannot take the focus.
void ConnectionDialog::unfoldFor(const QWidget* field)
{
    if (field != nullptr && m_ui->securityPanel->isAncestorOf(field))
        m_ui->securityButton->setChecked(true);
    if (field != nullptr && m_ui->advancedPanel->isAncestorOf(field))
        m_ui->advancedButton->setChecked(true);
}

void ConnectionDialog::showEvent(QShowEvent* event)
{
    if (!std::exchange(m_wasShown, true)) {
        // All of it but what is folded away, and room for the verdict of a test: nothing moves the buttons later.
        const int bar = m_ui->scrollArea->verticalScrollBar()->sizeHint().width();
        const QSize content = m_ui->contents->sizeHint();
        m_ui->scrollArea->setMinimumWidth(
            std::min(m_ui->contents->minimumSizeHint().width() + bar, screen()->availableSize().width() / 2));
        const int height = content.height() + fontMetrics().height() * 14;
        const int width =
            m_ui->profilePanel->width() + std::max(content.width(), fontMetrics().averageCharWidth() * 70);
        resize(QSize(width + bar + 40, height).boundedTo(screen()->availableSize() - frameRoom));
    }
    QDialog::showEvent(event);
}

} // namespace deskwarden::ui
