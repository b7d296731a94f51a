// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/CertificateDialog.h"

#include "core/ServerProfile.h"
#include "models/texts/Texts.h"
#include "ui_CertificateDialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>

namespace deskwarden::ui {

namespace {

QString readableTime(const std::string& iso)
{
    const QString text = QString::fromStdString(iso);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return models::plainText(text, 64);
    return QLocale().toString(time.toUTC(), QLocale::ShortFormat) + QStringLiteral(" UTC");
}

QLabel* valueLabel(const QString& text, const QString& name, QWidget* parent)
{
    auto* label = new QLabel(text.isEmpty() ? QStringLiteral("–") : text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString fingerprintLines(const QString& fingerprint)
{
    QString text = groupedFingerprint(fingerprint);
    // Sixteen groups of four and their spaces: eight groups a line.
    if (text.size() == 79)
        text[39] = QLatin1Char('\n');
    return text;
}

} // namespace

QString groupedFingerprint(const QString& fingerprint)
{
    QString text;
    for (qsizetype position = 0; position < fingerprint.size(); ++position) {
        if (position > 0 && position % 4 == 0)
            text += QLatin1Char(' ');
        text += fingerprint.at(position).toUpper();
    }
    return text;
}

CertificateDialog::CertificateDialog(const core::PeerCertificate& certificate, const QString& server,
                                     const QString& pinnedFingerprint, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::CertificateDialog>())
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Certificate of %1").arg(models::plainText(server, 80)));
    m_ui->scrollArea->setAccessibleName(windowTitle());
    const auto digits = core::normalisedFingerprint(certificate.sha256);
    if (digits)
        m_fingerprint = QString::fromStdString(*digits);
    showCertificate(certificate, pinnedFingerprint);

    auto* copy = m_ui->buttonBox->addButton(tr("&Copy the fingerprint"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyButton"));
    connect(copy, &QPushButton::clicked, this, &CertificateDialog::copyFingerprint);
    auto* trust = m_ui->buttonBox->addButton(tr("&Trust this certificate"), QDialogButtonBox::ActionRole);
    trust->setObjectName(QStringLiteral("trustButton"));
    trust->setAutoDefault(false);
    for (QPushButton* button : {copy, trust})
        button->setEnabled(!m_fingerprint.isEmpty());
    connect(trust, &QPushButton::clicked, this, [this] {
        accept();
        emit trusted(m_fingerprint);
    });
    QPushButton* close = m_ui->buttonBox->button(QDialogButtonBox::Close);
    close->setText(tr("Close"));
    close->setDefault(true);
    close->setFocus();
    resize(sizeHint().expandedTo(QSize(72 * fontMetrics().averageCharWidth(), 0)));
}

CertificateDialog::~CertificateDialog() = default;

void CertificateDialog::showCertificate(const core::PeerCertificate& certificate, const QString& pinnedFingerprint)
{
    const bool isPinned = !pinnedFingerprint.isEmpty() && pinnedFingerprint == m_fingerprint;
    const QString why = models::plainText(certificate.whyUntrusted, 400);
    if (isPinned) {
        m_ui->trustNotice->showNotice(NoticePanel::Kind::Success, tr("You trust exactly this certificate."));
    } else if (!pinnedFingerprint.isEmpty()) {
        m_ui->trustNotice->showNotice(
            NoticePanel::Kind::Failure, tr("This is not the certificate that you trusted for this server."),
            tr("It may have been renewed, or somebody stands between you and the server. Ask before you go on."));
    } else if (why.isEmpty()) {
        m_ui->trustNotice->showNotice(NoticePanel::Kind::Success, tr("This computer trusts the certificate."));
    } else {
        m_ui->trustNotice->showNotice(NoticePanel::Kind::Warning,
                                      tr("This computer does not trust the certificate: %1").arg(why));
    }

    QWidget* page = m_ui->contents;
    QFormLayout* form = m_ui->fieldsForm;
    const auto add = [&](const QString& caption, const QString& value, const char* name) {
        QLabel* label = valueLabel(value, QLatin1String(name), page);
        label->setAccessibleName(caption);
        form->addRow(caption, label);
        return label;
    };
    const auto limited = [](const std::string& text) { return models::plainText(text, 1000); };
    add(tr("Issued to:"), limited(certificate.subject), "subjectLabel");
    add(tr("For the names:"), limited(certificate.alternativeNames), "namesLabel");
    add(tr("Issued by:"), limited(certificate.issuer), "issuerLabel");
    add(tr("Valid from:"), readableTime(certificate.validFrom), "validFromLabel");
    add(tr("Valid until:"), readableTime(certificate.validUntil), "validUntilLabel");
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const auto addFingerprint = [&](const QString& caption, const QString& digits, const char* name) {
        QLabel* label = add(caption, fingerprintLines(digits), name);
        label->setFont(fixed);
        label->setWordWrap(false);
    };
    addFingerprint(tr("SHA-256 fingerprint:"), m_fingerprint, "fingerprintLabel");
    if (!pinnedFingerprint.isEmpty() && !isPinned)
        addFingerprint(tr("Trusted until now:"), pinnedFingerprint, "pinnedLabel");
}

void CertificateDialog::copyFingerprint()
{
    QApplication::clipboard()->setText(groupedFingerprint(m_fingerprint));
}

} // namespace deskwarden::ui
