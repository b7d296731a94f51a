// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/DirectoryPanel.h"

#include "models/texts/Texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace deskwarden::ui {

namespace {

constexpr int longestSetting = 1024; ///< letters; names in a directory are long

std::string typedIn(const QLineEdit& edit)
{
    return edit.text().trimmed().toStdString();
}

} // namespace

DirectoryPanel::DirectoryPanel(QWidget* parent)
    : QGroupBox(parent)
    , m_choice(new QComboBox(this))
    , m_address(new QLineEdit(this))
    , m_base(new QLineEdit(this))
    , m_domain(new QLineEdit(this))
    , m_caFile(new QLineEdit(this))
    , m_browse(nullptr)
    , m_password(new QCheckBox(tr("Sign in to it with the user and password above"), this))
{
    setTitle(tr("Directory (tells names and accounts of the users)"));
    setUpChoice();
    layOut();
    for (QLineEdit* const edit : {m_address, m_base, m_domain, m_caFile}) {
        edit->setMaxLength(longestSetting);
        connect(edit, &QLineEdit::textChanged, this, &DirectoryPanel::changed);
    }
    connect(m_password, &QCheckBox::toggled, this, &DirectoryPanel::changed);
    enableFields();
}

/// In the order of Choice.
void DirectoryPanel::setUpChoice()
{
    m_choice->setObjectName(QStringLiteral("directoryChoice"));
    m_choice->addItem(tr("None is asked"));
    m_choice->addItem(QString());
    m_choice->addItem(tr("This domain or server"));
    m_choice->setToolTip(tr("The domain's own is that of the user above, or else of the server; the DNS names its "
                            "servers."));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a domain's name can be long
    m_choice->setMinimumContentsLength(22);
    setOwnDomain({});
    connect(m_choice, &QComboBox::currentIndexChanged, this, &DirectoryPanel::enableFields);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &DirectoryPanel::changed);
}

DirectoryPanel::Choice DirectoryPanel::choice() const
{
    return static_cast<Choice>(m_choice->currentIndex());
}

void DirectoryPanel::setOwnDomain(const QString& domain)
{
    m_ownDomain = domain;
    const QString text = domain.isEmpty() ? tr("The domain's own") : tr("The domain's own: %1").arg(domain);
    m_choice->setItemText(static_cast<int>(Choice::OwnDomain), text);
}

void DirectoryPanel::layOut()
{
    m_address->setObjectName(QStringLiteral("directoryEdit"));
    m_address->setAccessibleName(tr("Domain or server of the directory"));
    m_address->setPlaceholderText(QStringLiteral("corp.example"));
    m_address->setToolTip(tr("The domain, corp.example: the DNS names its servers. Or one server: "
                             "ldaps://dc1.corp.example, or ldap://dc1.corp.example with StartTLS. Nothing is said "
                             "without TLS."));
    m_base->setObjectName(QStringLiteral("directoryBaseEdit"));
    m_base->setPlaceholderText(tr("the whole domain"));
    m_base->setToolTip(tr("The name below which users are looked for, such as OU=People,DC=corp,DC=example."));
    m_domain->setObjectName(QStringLiteral("directoryDomainEdit"));
    m_domain->setPlaceholderText(tr("short name of the domain"));
    m_domain->setAccessibleName(tr("Short name of the domain"));
    m_domain->setToolTip(
        tr("What Windows writes in front of a user: CORP in CORP\\ann. Empty: as the directory tells."));
    m_caFile->setObjectName(QStringLiteral("directoryCaEdit"));
    m_caFile->setPlaceholderText(tr("this computer's own"));
    auto* const browse = new QPushButton(tr("Browse…"), this);
    browse->setObjectName(QStringLiteral("directoryCaButton"));
    browse->setAccessibleName(tr("Choose the file with the certificate authorities of the directory"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &DirectoryPanel::browse);
    m_browse = browse;
    m_password->setObjectName(QStringLiteral("directoryPasswordCheck"));
    m_password->setToolTip(tr("Without it, by your Kerberos ticket."));
    auto* const form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* const choiceLine = new QHBoxLayout;
    choiceLine->addWidget(m_choice, 2);
    choiceLine->addWidget(m_address, 3);
    auto* const choiceLabel = new QLabel(tr("Directory:"), this);
    choiceLabel->setBuddy(m_choice);
    form->addRow(choiceLabel, choiceLine);
    // The dialog has no letter for Alt left over for one more label.
    auto* const usersLine = new QHBoxLayout;
    usersLine->addWidget(m_base, 3);
    usersLine->addWidget(m_domain, 2);
    auto* const usersLabel = new QLabel(tr("Users below:"), this);
    usersLabel->setBuddy(m_base);
    form->addRow(usersLabel, usersLine);
    auto* const caLine = new QHBoxLayout;
    caLine->addWidget(m_caFile, 1);
    caLine->addWidget(browse);
    auto* const caLabel = new QLabel(tr("Certificate authorities:"), this);
    caLabel->setBuddy(m_caFile);
    form->addRow(caLabel, caLine);
    form->addRow(m_password);
}

void DirectoryPanel::setSettings(const core::DirectorySettings& settings)
{
    m_address->setText(QString::fromStdString(settings.address));
    const Choice choice =
        settings.isOwnDomain ? Choice::OwnDomain : (settings.address.empty() ? Choice::None : Choice::Typed);
    m_choice->setCurrentIndex(static_cast<int>(choice));
    m_base->setText(QString::fromStdString(settings.base));
    m_domain->setText(QString::fromStdString(settings.domain));
    m_caFile->setText(QString::fromStdString(settings.caFile));
    m_password->setChecked(settings.signIn == core::DirectorySignIn::Password);
    for (QLineEdit* const edit : {m_address, m_base, m_domain, m_caFile})
        edit->setCursorPosition(0); // a long name begins on the left
}

core::DirectorySettings DirectoryPanel::settings() const
{
    core::DirectorySettings settings;
    settings.isOwnDomain = choice() == Choice::OwnDomain;
    if (choice() == Choice::Typed)
        settings.address = typedIn(*m_address);
    settings.base = typedIn(*m_base);
    settings.domain = typedIn(*m_domain);
    settings.caFile = typedIn(*m_caFile);
    settings.signIn = m_password->isChecked() ? core::DirectorySignIn::Password : core::DirectorySignIn::Kerberos;
    return settings;
}

QString DirectoryPanel::problem() const
{
    if (choice() == Choice::OwnDomain && m_ownDomain.isEmpty())
        return models::describe(
                   core::failure(core::ErrorKind::InvalidInput, core::InputProblem::OwnDomainUnknown).value())
            .joined();
    if (choice() != Choice::Typed)
        return {};
    const std::string address = typedIn(*m_address);
    if (address.empty())
        return tr("Directory: type a domain or a server, or choose that none is asked.");
    const auto parsed = core::DirectoryAddress::parse(address);
    return parsed ? QString() : tr("Directory: %1").arg(models::describe(parsed.error()).joined());
}

QWidget& DirectoryPanel::problemField() const
{
    return choice() == Choice::Typed ? static_cast<QWidget&>(*m_address) : *m_choice;
}

void DirectoryPanel::browse()
{
    auto* const chooser = new QFileDialog(this, tr("Certificate authorities of the directory"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    chooser->open();
}

void DirectoryPanel::enableFields()
{
    const bool isAsked = choice() != Choice::None;
    m_address->setVisible(choice() == Choice::Typed);
    for (QWidget* const field : std::initializer_list<QWidget*>{m_base, m_domain, m_caFile, m_browse, m_password})
        field->setEnabled(isAsked);
}

} // namespace deskwarden::ui
