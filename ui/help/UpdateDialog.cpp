// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/UpdateDialog.h"

#include "models/texts/UpdateTexts.h"
#include "ui/widgets/NoticePanel.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace deskwarden::ui {

UpdateDialog::UpdateDialog(desk::WebReader reader, const QString& ownVersion, QWidget* parent, core::StartThread start)
    : QDialog(parent)
    , m_ownVersion(ownVersion.section(QLatin1Char(' '), 0, 0)) // the commit follows
    , m_notice(new NoticePanel(this))
    , m_address(new QLabel(this))
    , m_check(std::move(reader), nullptr, std::move(start))
{
    setObjectName(QStringLiteral("updateDialog"));
    setWindowTitle(tr("Newer version"));
    m_notice->setObjectName(QStringLiteral("updateNotice"));
    m_address->setObjectName(QStringLiteral("updateAddressLabel"));
    m_address->setTextFormat(Qt::PlainText);
    m_address->setWordWrap(true);
    m_address->setForegroundRole(QPalette::PlaceholderText);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    m_open = buttons->addButton(tr("&Open its page"), QDialogButtonBox::ActionRole);
    m_open->setObjectName(QStringLiteral("openPageButton"));
    m_open->hide();
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(m_address);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &UpdateDialog::openPage);
    connect(&m_check, &desk::UpdateCheck::answered, this, &UpdateDialog::showAnswer);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 11);
}

void UpdateDialog::ask(const core::WebAddress& address)
{
    m_notice->showNotice(NoticePanel::Kind::Hint, tr("Asking %1…").arg(models::plainText(address.host, 100)),
                         tr("Nothing is sent but the name of the program."));
    m_address->setText(models::plainText(address.text(), 200));
    m_check.start(address);
}

void UpdateDialog::refuse(desk::UpdateRefusal refusal)
{
    switch (refusal) {
    case desk::UpdateRefusal::Forbidden:
        m_notice->showNotice(NoticePanel::Kind::Failure, tr("The policy of this computer forbids to ask."));
        return;
    case desk::UpdateRefusal::AddressUnusable:
        m_notice->showNotice(NoticePanel::Kind::Failure, tr("The address in the preferences cannot be used."),
                             tr("It begins with https:// and names a file, or is empty."));
        return;
    }
}

void UpdateDialog::showAnswer(const core::Result<desk::LatestRelease>& answer)
{
    if (!answer) {
        const models::Sentence why = models::updateFailure(answer.error());
        m_notice->showNotice(NoticePanel::Kind::Failure, why.what, why.nextStep);
        return;
    }
    const auto own = core::ReleaseVersion::parse(m_ownVersion.toStdString());
    if (own && *own == answer->version)
        m_notice->showNotice(NoticePanel::Kind::Success, tr("Deskwarden %1 is the newest version.").arg(m_ownVersion));
    else if (own && *own > answer->version)
        m_notice->showNotice(NoticePanel::Kind::Success,
                             tr("Deskwarden %1 is newer than the newest release, %2.")
                                 .arg(m_ownVersion, QString::fromStdString(answer->version.text())));
    else
        showNewer(*answer);
}

void UpdateDialog::showNewer(const desk::LatestRelease& latest)
{
    m_page = latest.page;
    m_notice->showNotice(
        NoticePanel::Kind::Warning,
        tr("Deskwarden %1 of %2 can be had; this is %3.")
            .arg(QString::fromStdString(latest.version.text()), latest.date.toString(Qt::ISODate), m_ownVersion),
        tr("Its page: %1").arg(models::plainText(latest.page.text(), 300)));
    m_open->show();
    m_open->setDefault(true);
    m_open->setFocus();
}

void UpdateDialog::openPage()
{
    if (m_page)
        QDesktopServices::openUrl(QUrl(QString::fromStdString(m_page->text()), QUrl::StrictMode));
}

} // namespace deskwarden::ui
