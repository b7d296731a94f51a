// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/AddressTexts.h"

#include "models/Texts.h"

#include <QCoreApplication>

namespace deskwarden::ui {

namespace {

/// The sentences of core::ServerAddress::parse, for lupdate: core has no translations. A test walks through all of
/// them.
[[maybe_unused]] constexpr const char* parseSentences[] = {
    QT_TRANSLATE_NOOP("AddressTexts", "After demo: type the number of sessions, at most 1000000, or nothing."),
    QT_TRANSLATE_NOOP("AddressTexts", "The address has an opening [ without its ]."),
    QT_TRANSLATE_NOOP("AddressTexts", "Between [ and ] an IPv6 address is expected."),
    QT_TRANSLATE_NOOP("AddressTexts", "After the ] only a port such as :5986 may follow."),
    QT_TRANSLATE_NOOP("AddressTexts", "Put an IPv6 address into brackets: [::1]."),
    QT_TRANSLATE_NOOP("AddressTexts", "Type the broker's full name, such as broker.example.com."),
    QT_TRANSLATE_NOOP("AddressTexts", "A server name has letters, digits, dots and hyphens only."),
    QT_TRANSLATE_NOOP("AddressTexts", "A port needs https:// or http:// in front of the name."),
    QT_TRANSLATE_NOOP("AddressTexts", "A port is a number from 1 to 65535."),
    QT_TRANSLATE_NOOP("AddressTexts", "The address is too long for a server name."),
    QT_TRANSLATE_NOOP("AddressTexts", "An address starts with https://, http:// or wmi://, or is a bare server name."),
};

QString translated(const char* text)
{
    return QCoreApplication::translate("AddressTexts", text);
}

} // namespace

QString addressProblem(const core::ManagementError& error)
{
    return models::plainText(translated(error.detail.c_str()));
}

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
