// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/AboutBox.h"

#include "ui/widgets/Icons.h"

#include <QCoreApplication>
#include <QMessageBox>

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
    box->open();
}

} // namespace deskwarden::ui
