// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/AboutBox.h"

#include "ui/help/LicencesDialog.h"
#include "ui/widgets/Icons.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace deskwarden::ui {

void openAboutBox(QWidget& parent)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("AboutBox", text); };
    auto* const box = new QMessageBox(&parent);
    box->setObjectName(QStringLiteral("aboutBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(say(QT_TRANSLATE_NOOP("AboutBox", "About Deskwarden")));
    box->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), parent.devicePixelRatioF()));
    box->setText(
        say(QT_TRANSLATE_NOOP("AboutBox", "Deskwarden %1")).arg(QCoreApplication::applicationVersion()).trimmed());
    box->setInformativeText(
        say(QT_TRANSLATE_NOOP("AboutBox",
                              "Helpdesk console for Windows virtual desktop sessions.\n\nMIT licence. Icons: "
                              "Tabler Icons, MIT licence. Made with Qt %1."))
            .arg(QString::fromLatin1(qVersion())));
    auto* const licences = box->addButton(say(QT_TRANSLATE_NOOP("AboutBox", "Licences…")), QMessageBox::ActionRole);
    licences->setObjectName(QStringLiteral("licencesButton"));
    QObject::connect(licences, &QPushButton::clicked, &parent, [&parent] {
        auto* const dialog = new LicencesDialog(&parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    auto* const close = box->addButton(QMessageBox::Close);
    close->setText(say(QT_TRANSLATE_NOOP("AboutBox", "Close")));
    box->setDefaultButton(close);
    box->open();
}

} // namespace deskwarden::ui
