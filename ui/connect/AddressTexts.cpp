// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/AddressTexts.h"

#include "models/texts/Texts.h"

#include <QCoreApplication>

namespace deskwarden::ui {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("AddressTexts", text);
}

} // namespace

QString addressMeaning(const core::ServerAddress& address)
{
    switch (address.transport) {
    case core::Transport::Automatic:
        return translated(QT_TRANSLATE_NOOP("AddressTexts", "Tries HTTPS first, then HTTP with encrypted messages."));
    case core::Transport::WsmanHttps:
        return translated(QT_TRANSLATE_NOOP("AddressTexts", "WinRM over HTTPS, port %1.")).arg(address.port);
    case core::Transport::WsmanHttp:
        if (address.isLoopback())
            return translated(QT_TRANSLATE_NOOP("AddressTexts", "WinRM over HTTP, port %1, on this computer."))
                .arg(address.port);
        return translated(QT_TRANSLATE_NOOP("AddressTexts", "WinRM over HTTP, port %1, with encrypted messages."))
            .arg(address.port);
    case core::Transport::Dcom:
        return translated(QT_TRANSLATE_NOOP("AddressTexts", "WMI over DCOM; only the Windows console can do this."));
    case core::Transport::Demo:
        return translated(
            QT_TRANSLATE_NOOP("AddressTexts", "A simulated broker inside this program, to look around and to train."));
    }
    return {};
}

QString addressForms()
{
    return translated(QT_TRANSLATE_NOOP(
        "AddressTexts", "broker.example.com (HTTPS, else encrypted HTTP)\nhttps://broker.example.com[:5986]\n"
                        "http://broker.example.com[:5985]\nwmi://broker.example.com (on Windows)\n"
                        "demo:500 (simulated broker with 500 sessions)"));
}

} // namespace deskwarden::ui
