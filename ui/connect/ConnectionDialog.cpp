// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/ConnectionDialog.h"

#include "core/TransportSpec.h"
#include "desk/ProbeRun.h"
#include "models/texts/Texts.h"
#include "models/texts/TransportTexts.h"
#include "ui/connect/CertificateDialog.h"
#include "ui/connect/KeepPasswordPanel.h"
#include "ui/connect/ProfilePanel.h"
#include "ui_ConnectionDialog.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

/// The text as UTF-8 in memory that is wiped when it goes.
core::Secret secretFrom(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    core::Secret secret(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    bytes.fill('\0');
    return secret;
}

} // namespace

ConnectionDialog::ConnectionDialog(desk::ConnectorFactory connectorFor, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConnectionDialog>())
    , m_connectorFor(std::move(connectorFor))
    , m_test(new desk::ProbeRun(this))
    , m_certificateProbe(new desk::ProbeRun(this))
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    m_connectButton = m_ui->buttonBox->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    m_connectButton->setObjectName(QStringLiteral("connectButton"));
    m_connectButton->setDefault(true);
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &ConnectionDialog::requestConnection);
    setUpFields();
    setUpProfiles();
    setUpTest();
    setUpCertificateProbe();
    using enum core::AuthScheme;
    setSchemes({Automatic, Negotiate, Kerberos, Ntlm, Basic, Certificate});
    setProfile({});
    m_ui->addressCombo->setFocus();
}

ConnectionDialog::~ConnectionDialog()
{
    static_cast<void>(takePassword());
    // Fields that lose the focus while they are destroyed still say that editing has finished.
    m_ui->addressCombo->disconnect(this);
    for (QLineEdit* edit : {m_ui->addressCombo->lineEdit(), m_ui->userEdit})
        edit->disconnect(this);
}

void ConnectionDialog::setUpFields()
{
    QLineEdit* address = m_ui->addressCombo->lineEdit();
    address->setObjectName(QStringLiteral("addressEdit"));
    address->setAccessibleName(m_ui->addressCombo->accessibleName());
    address->setPlaceholderText(QStringLiteral("broker.example.com"));
    m_ui->addressCombo->setToolTip(models::addressForms());
    m_ui->uriStyleCombo->setItemData(0, static_cast<int>(core::UriStyle::Wmi));
    m_ui->uriStyleCombo->setItemData(1, static_cast<int>(core::UriStyle::Cim));
    for (const QString& name : {QStringLiteral("HTTP"), QStringLiteral("WSMAN"), QStringLiteral("HOST")})
        m_ui->serviceClassCombo->addItem(name);
    for (QLineEdit* const edit : {m_ui->caFileEdit, m_ui->fingerprintEdit})
        edit->setMinimumWidth(edit->fontMetrics().horizontalAdvance(edit->placeholderText()) + 20);
    for (QPushButton* button :
         {m_ui->browseButton, m_ui->certificateButton, m_ui->clientCertificateButton, m_ui->clientKeyButton})
        button->setAutoDefault(false);

    connect(m_ui->addressCombo, &QComboBox::editTextChanged, this, &ConnectionDialog::validate);
    connect(m_ui->addressCombo, &QComboBox::activated, this, &ConnectionDialog::chooseAddress);
    connect(m_ui->schemeCombo, &QComboBox::currentIndexChanged, this, &ConnectionDialog::validate);
    for (QRadioButton* radio : {m_ui->systemTrustRadio, m_ui->caFileRadio, m_ui->fingerprintRadio})
        connect(radio, &QRadioButton::toggled, this, &ConnectionDialog::validate);
    for (QLineEdit* edit : {m_ui->nameEdit, m_ui->userEdit, m_ui->caFileEdit, m_ui->fingerprintEdit,
                            m_ui->clientCertificateEdit, m_ui->clientKeyEdit})
        connect(edit, &QLineEdit::textChanged, this, &ConnectionDialog::validate);
    // An operator who types into a field means the choice that the field belongs to.
    connect(m_ui->caFileEdit, &QLineEdit::textEdited, m_ui->caFileRadio, [this] { m_ui->caFileRadio->click(); });
    connect(m_ui->fingerprintEdit, &QLineEdit::textEdited, m_ui->fingerprintRadio,
            [this] { m_ui->fingerprintRadio->click(); });
    connect(m_ui->browseButton, &QPushButton::clicked, this, [this] {
        browseFor(m_ui->caFileEdit, tr("Certificate authorities"));
        m_ui->caFileRadio->setChecked(true);
    });
    connect(m_ui->clientCertificateButton, &QPushButton::clicked, this,
            [this] { browseFor(m_ui->clientCertificateEdit, tr("My certificate")); });
    connect(m_ui->clientKeyButton, &QPushButton::clicked, this,
            [this] { browseFor(m_ui->clientKeyEdit, tr("Private key")); });
    connect(m_ui->currentUserCheck, &QCheckBox::toggled, this, &ConnectionDialog::validate);
    connect(m_ui->directoryPanel, &DirectoryPanel::changed, this, &ConnectionDialog::validate);
    for (QLineEdit* edit : {address, m_ui->userEdit})
        connect(edit, &QLineEdit::editingFinished, this, &ConnectionDialog::lookForKeptPassword);
    connect(m_ui->keepPanel, &KeepPasswordPanel::keptChanged, this, &ConnectionDialog::validate);
    connect(m_ui->certificateButton, &QPushButton::clicked, this, &ConnectionDialog::showCertificate);
    connect(m_ui->advancedButton, &QToolButton::toggled, this, &ConnectionDialog::showAdvanced);
    connect(m_ui->securityButton, &QToolButton::toggled, this, &ConnectionDialog::showSecurity);
    m_ui->securitySummary->setForegroundRole(QPalette::PlaceholderText);
    showSecurity(false);
}

void ConnectionDialog::setUpTest()
{
    m_ui->cancelTestButton->hide();
    m_ui->probeView->hide();
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectionDialog::startTest);
    connect(m_ui->cancelTestButton, &QPushButton::clicked, m_test, &desk::ProbeRun::cancel);
    connect(m_test, &desk::ProbeRun::stagePassed, m_ui->probeView, &ProbeView::addStage);
    connect(m_test, &desk::ProbeRun::finished, this, &ConnectionDialog::endTest);
    connect(m_ui->probeView, &ProbeView::certificateRequested, this, &ConnectionDialog::openCertificate);
    connect(m_ui->probeView, &ProbeView::addressRequested, m_ui->addressCombo, &QComboBox::setEditText);
    connect(m_ui->probeView, &ProbeView::addressRequested, this, &ConnectionDialog::startTest);
}

void ConnectionDialog::setSchemes(const std::vector<core::AuthScheme>& schemes)
{
    const core::AuthScheme chosen = scheme();
    m_ui->schemeCombo->clear();
    m_needsUser = true;
    for (const core::AuthScheme scheme : schemes) {
        m_ui->schemeCombo->addItem(models::schemeName(scheme), static_cast<int>(scheme));
        if (scheme == core::AuthScheme::Negotiate || scheme == core::AuthScheme::Kerberos)
            m_needsUser = false;
    }
    m_ui->schemeCombo->setCurrentIndex(std::max(0, m_ui->schemeCombo->findData(static_cast<int>(chosen))));
    validate();
}

void ConnectionDialog::setProfile(const core::ServerProfile& profile)
{
    m_isFilling = true;
    m_base = profile;
    m_ui->profilePanel->select(profile);
    m_ui->nameEdit->setText(QString::fromStdString(profile.name));
    const bool isEmpty = profile.address.host.empty() && profile.address.transport != core::Transport::Demo;
    m_ui->addressCombo->setEditText(isEmpty ? QString() : QString::fromStdString(profile.address.text()));
    m_ui->userEdit->setText(QString::fromStdString(profile.user));
    m_ui->currentUserCheck->setChecked(!isEmpty && !m_needsUser && profile.user.empty());
    m_ui->clientCertificateEdit->setText(QString::fromStdString(profile.clientCertificate));
    m_ui->clientKeyEdit->setText(QString::fromStdString(profile.clientKey));
    m_ui->schemeCombo->setCurrentIndex(std::max(0, m_ui->schemeCombo->findData(static_cast<int>(profile.auth))));
    m_ui->caFileEdit->setText(QString::fromStdString(profile.caFile));
    m_ui->fingerprintEdit->setText(groupedFingerprint(QString::fromStdString(profile.fingerprint)));
    m_ui->systemTrustRadio->setChecked(true);
    if (!profile.fingerprint.empty())
        m_ui->fingerprintRadio->setChecked(true);
    else if (!profile.caFile.empty())
        m_ui->caFileRadio->setChecked(true);
    m_ui->nameSpaceEdit->setText(QString::fromStdString(profile.nameSpace));
    m_ui->timeoutSpin->setValue(static_cast<int>(profile.timeout.count()));
    m_ui->intervalCombo->setInterval(profile.refreshInterval);
    m_ui->uriStyleCombo->setCurrentIndex(m_ui->uriStyleCombo->findData(static_cast<int>(profile.uriStyle)));
    const int serviceClass = m_ui->serviceClassCombo->findText(QString::fromStdString(profile.serviceClass));
    m_ui->serviceClassCombo->setCurrentIndex(std::max(0, serviceClass));
    m_ui->directoryPanel->setSettings(profile.directory);
    const core::ServerProfile usual;
    const bool isUsual = profile.nameSpace == usual.nameSpace && profile.timeout == usual.timeout &&
                         profile.refreshInterval == usual.refreshInterval && profile.uriStyle == usual.uriStyle &&
                         profile.serviceClass == usual.serviceClass && profile.directory == usual.directory;
    m_ui->advancedButton->setChecked(!isUsual);
    showAdvanced(!isUsual);
    m_isFilling = false;
    validate();
    lookForKeptPassword();
}

void ConnectionDialog::focusFirstGap()
{
    const Problem found = address() ? signInProblem() : problem();
    QWidget* field = found.field;
    unfoldFor(field);
    if (field == nullptr)
        field = m_ui->passwordEdit->isEnabled() ? static_cast<QWidget*>(m_ui->passwordEdit) : m_connectButton;
    field->setFocus();
}

void ConnectionDialog::setCredentialStore(storage::CredentialStore* store)
{
    m_credentials = store;
    m_ui->keepPanel->setStore(store);
    lookForKeptPassword();
}

void ConnectionDialog::lookForKeptPassword()
{
    if (const auto where = address())
        m_ui->keepPanel->showKept({where->id(), typed(*where).user});
}

core::AuthScheme ConnectionDialog::scheme() const
{
    return static_cast<core::AuthScheme>(m_ui->schemeCombo->currentData().toInt());
}

core::Result<core::ServerAddress> ConnectionDialog::address() const
{
    return core::ServerAddress::parse(m_ui->addressCombo->currentText().toStdString());
}

core::ServerProfile ConnectionDialog::typed(const core::ServerAddress& address) const
{
    core::ServerProfile profile = m_base;
    profile.address = address;
    profile.name = m_ui->nameEdit->text().trimmed().toStdString();
    profile.auth = scheme();
    const bool isByCertificate = profile.auth == core::AuthScheme::Certificate;
    const bool hasUser = m_ui->userEdit->isEnabled() && !isByCertificate;
    profile.user = hasUser ? m_ui->userEdit->text().trimmed().toStdString() : std::string();
    profile.clientCertificate =
        isByCertificate ? m_ui->clientCertificateEdit->text().trimmed().toStdString() : std::string();
    profile.clientKey = isByCertificate ? m_ui->clientKeyEdit->text().trimmed().toStdString() : std::string();
    profile.caFile.clear();
    profile.fingerprint.clear();
    if (m_ui->caFileRadio->isChecked())
        profile.caFile = m_ui->caFileEdit->text().trimmed().toStdString();
    if (m_ui->fingerprintRadio->isChecked()) {
        if (auto digits = core::normalisedFingerprint(m_ui->fingerprintEdit->text().toStdString()))
            profile.fingerprint = *std::move(digits);
    }
    profile.nameSpace = m_ui->nameSpaceEdit->text().trimmed().toStdString();
    if (profile.nameSpace.empty())
        profile.nameSpace = core::rdmsNamespace;
    profile.timeout = std::chrono::seconds(m_ui->timeoutSpin->value());
    profile.refreshInterval = m_ui->intervalCombo->interval();
    profile.uriStyle = static_cast<core::UriStyle>(m_ui->uriStyleCombo->currentData().toInt());
    profile.serviceClass = m_ui->serviceClassCombo->currentText().toStdString();
    profile.directory = m_ui->directoryPanel->settings();
    return profile;
}

ConnectionDialog::Problem ConnectionDialog::trustProblem() const
{
    if (!m_ui->trustGroup->isEnabled())
        return {};
    if (m_ui->caFileRadio->isChecked() && m_ui->caFileEdit->text().trimmed().isEmpty())
        return {m_ui->caFileEdit, tr("Choose the file with the certificate authorities.")};
    if (m_ui->fingerprintRadio->isChecked() &&
        !core::normalisedFingerprint(m_ui->fingerprintEdit->text().toStdString()))
        return {m_ui->fingerprintEdit, tr("A SHA-256 fingerprint has 64 hexadecimal digits. Show the certificate to "
                                          "take it from there.")};
    return {};
}

ConnectionDialog::Problem ConnectionDialog::problem() const
{
    const auto where = address();
    if (!where)
        return {m_ui->addressCombo, models::describe(where.error()).what};
    if (where->transport == core::Transport::Demo)
        return {};
    Problem found = signInProblem();
    if (found.field == nullptr)
        found = trustProblem();
    if (const QString wrong = m_ui->directoryPanel->problem(); found.field == nullptr && !wrong.isEmpty())
        found = {&m_ui->directoryPanel->problemField(), wrong};
    return found;
}

ConnectionDialog::Problem ConnectionDialog::signInProblem() const
{
    const bool isByCertificate = scheme() == core::AuthScheme::Certificate;
    if (isByCertificate && m_ui->clientCertificateEdit->text().trimmed().isEmpty())
        return {m_ui->clientCertificateEdit, tr("Choose the file with your certificate.")};
    if (!isByCertificate && !m_ui->currentUserCheck->isChecked() && m_ui->userEdit->text().trimmed().isEmpty())
        return {m_ui->userEdit, tr("Type the user to sign in as.")};
    return {};
}

core::Result<core::ServerProfile> ConnectionDialog::profile() const
{
    if (const Problem found = problem(); found.field != nullptr)
        return core::failure(core::ErrorKind::InvalidInput, found.text.toStdString());
    return typed(*address());
}

void ConnectionDialog::validate()
{
    const auto where = address();
    const bool isDemo = where && where->transport == core::Transport::Demo;
    const bool usesTls = where && core::specOf(where->transport).mayUseTls;
    validateSignIn(isDemo);
    m_ui->trustGroup->setEnabled(usesTls || !where);

    if (where)
        m_ui->addressNotice->showNotice(NoticePanel::Kind::Hint, models::addressMeaning(*where));
    else if (m_ui->addressCombo->currentText().trimmed().isEmpty())
        m_ui->addressNotice->showNotice(NoticePanel::Kind::Hint, models::describe(where.error()).what);
    else
        m_ui->addressNotice->showNotice(NoticePanel::Kind::Failure, models::describe(where.error()).what);
    const core::ServerProfile known = typed(where.value_or(core::ServerAddress()));
    m_ui->directoryPanel->setOwnDomain(QString::fromStdString(core::ownDomain(known.user, known.address.host)));
    m_ui->testButton->setEnabled(where.has_value());
    m_ui->certificateButton->setEnabled(usesTls && !m_certificateProbe->isRunning());
    showTrustProblem();
    showSummary();
    if (where && !m_isFilling)
        m_ui->profilePanel->showTyped(typed(*where));
}

/// Which fields say who signs in: only those that the chosen way uses.
void ConnectionDialog::validateSignIn(bool isDemo)
{
    const bool isByCertificate = scheme() == core::AuthScheme::Certificate;
    const bool needsName = scheme() == core::AuthScheme::Basic || scheme() == core::AuthScheme::Ntlm;
    const bool canBeMe = !m_needsUser && !isByCertificate && !needsName;
    m_ui->currentUserCheck->setChecked(canBeMe && m_ui->currentUserCheck->isChecked());
    m_ui->currentUserCheck->setEnabled(canBeMe && !isDemo);
    m_ui->currentUserCheck->setVisible(!m_needsUser);
    m_ui->schemeCombo->setEnabled(!isDemo);
    for (QWidget* field : std::initializer_list<QWidget*>{m_ui->userEdit, m_ui->passwordEdit, m_ui->keepPanel})
        field->setEnabled(!isDemo && !isByCertificate && !m_ui->currentUserCheck->isChecked());
    for (QWidget* field : std::initializer_list<QWidget*>{m_ui->clientCertificateLabel, m_ui->clientCertificateEdit,
                                                          m_ui->clientCertificateButton, m_ui->clientKeyLabel,
                                                          m_ui->clientKeyEdit, m_ui->clientKeyButton})
        field->setVisible(isByCertificate);
    m_ui->passwordEdit->setPlaceholderText(m_ui->keepPanel->kept() ? tr("kept in the keychain")
                                                                   : tr("kept in memory only"));
}

void ConnectionDialog::showTrustProblem()
{
    const Problem found = trustProblem();
    const bool isEmptyYet = found.field != nullptr && static_cast<QLineEdit*>(found.field)->text().isEmpty();
    if (found.field == nullptr)
        m_ui->trustNotice->clear();
    else
        m_ui->trustNotice->showNotice(isEmptyYet ? NoticePanel::Kind::Hint : NoticePanel::Kind::Failure, found.text);
}

void ConnectionDialog::showAdvanced(bool isShown)
{
    m_ui->advancedButton->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_ui->advancedPanel->setVisible(isShown);
}

void ConnectionDialog::browseFor(QLineEdit* edit, const QString& title)
{
    auto* chooser = new QFileDialog(this, title);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Certificates (*.pem *.crt *.cer *.key)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
    chooser->open();
}

void ConnectionDialog::startTest()
{
    const auto where = address();
    if (!where)
        return;
    const core::ServerProfile profile = typed(*where);
    m_ui->failureNotice->clear();
    m_ui->probeView->show();
    // Its room is known after the next layout.
    QTimer::singleShot(0, this, [this] { m_ui->scrollArea->ensureWidgetVisible(m_ui->probeView, 0, 0); });
    auto connector = m_connectorFor(profile, typedPassword());
    if (!connector) {
        m_ui->probeView->showProblem(connector.error());
        return;
    }
    m_ui->probeView->begin(*where);
    m_ui->testButton->hide();
    m_ui->testButton->setEnabled(false);
    m_ui->cancelTestButton->show();
    m_test->start(*std::move(connector), profile.nameSpace, profile.timeout);
}

void ConnectionDialog::endTest(bool isUsable)
{
    m_ui->probeView->finish(isUsable);
    QTimer::singleShot(0, this, [this] { m_ui->scrollArea->ensureWidgetVisible(m_ui->probeView, 0, 0); });
    const bool hadFocus = m_ui->cancelTestButton->hasFocus();
    m_ui->cancelTestButton->hide();
    m_ui->testButton->show();
    m_ui->testButton->setEnabled(address().has_value());
    if (hadFocus)
        m_ui->testButton->setFocus();
}

core::Secret ConnectionDialog::typedPassword() const
{
    if (!m_ui->passwordEdit->isEnabled())
        return {};
    if (m_ui->passwordEdit->text().isEmpty() && m_ui->keepPanel->kept())
        return *m_ui->keepPanel->kept();
    return secretFrom(m_ui->passwordEdit->text());
}

core::Secret ConnectionDialog::takePassword()
{
    core::Secret password = typedPassword();
    // The field shares its text with us; once it has let go, the only copy is ours to overwrite. What Qt keeps of
    // single keystrokes for undoing is out of reach: the process writes no core file.
    QString text = m_ui->passwordEdit->text();
    m_ui->passwordEdit->setText(QString());
    text.fill(QChar(u'\0'));
    return password;
}

void ConnectionDialog::requestConnection()
{
    if (const Problem found = problem(); found.field != nullptr) {
        m_ui->failureNotice->showNotice(NoticePanel::Kind::Failure, found.text);
        unfoldFor(found.field);
        found.field->setFocus();
        return;
    }
    const core::ServerProfile wanted = typed(*address());
    m_ui->keepPanel->showKept({wanted.address.id(), wanted.user}); // what is kept for somebody else is not theirs
    m_tried = typedPassword();
    m_test->cancel();
    setBusy(true);
    m_ui->failureNotice->showNotice(NoticePanel::Kind::Hint, tr("Connecting to %1…").arg(profileTitle(wanted)));
    emit connectRequested(wanted, m_tried);
}

void ConnectionDialog::showSuccess()
{
    const core::Secret used = m_tried;
    setBusy(false);
    if (const auto where = address())
        m_ui->keepPanel->noteUsed({where->id(), typed(*where).user}, used);
    accept();
}

void ConnectionDialog::showWarning(const models::Sentence& warning)
{
    setBusy(false);
    m_ui->failureNotice->showNotice(NoticePanel::Kind::Warning, warning.what, warning.nextStep);
    m_connectButton->setFocus();
}

void ConnectionDialog::showFailure(const core::ManagementError& error)
{
    const models::Sentence sentence = models::describe(error);
    setBusy(false);
    if (error.kind == core::ErrorKind::SignInRefused)
        m_ui->keepPanel->noteRefused();
    m_ui->failureNotice->showNotice(NoticePanel::Kind::Failure, sentence.what, sentence.nextStep);
    open();
    QWidget* field = m_ui->addressCombo;
    if (error.kind == core::ErrorKind::SignInRefused || error.kind == core::ErrorKind::SignInImpossible)
        field = m_ui->passwordEdit;
    else if (error.kind == core::ErrorKind::SchemeNotOffered)
        field = m_ui->schemeCombo;
    else if (error.certificate)
        field = m_ui->certificateButton;
    unfoldFor(field);
    m_ui->passwordEdit->selectAll(); // so that the next word typed takes its place
    field->setFocus();
}

void ConnectionDialog::done(int result)
{
    m_test->cancel();
    m_certificateProbe->cancel();
    setBusy(false);
    m_ui->failureNotice->clear();
    static_cast<void>(takePassword());
    QDialog::done(result);
}

} // namespace deskwarden::ui
