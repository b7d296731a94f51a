// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/TransportTexts.h"

#include "core/TransportSpec.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QStringList>

#include <array>

namespace deskwarden::models {

namespace {

using core::Transport;

/// How a transport is worded, in English: its name for translate("Texts", …), the rest for "AddressTexts".
struct TransportText
{
    Transport transport;
    const char* name;
    const char* meaning;     ///< a sentence; %1: the port
    const char* meaningHere; ///< the same for this computer
    const char* form;        ///< of its addresses
    const char* powerShell;  ///< not worded: options of New-CimSession
};

// In the order of Transport.
constexpr std::array transportTexts{
    TransportText{
        .transport = Transport::Automatic,
        .name = QT_TRANSLATE_NOOP("Texts", "Automatic"),
        .meaning = QT_TRANSLATE_NOOP("AddressTexts", "Tries HTTPS first, then HTTP with encrypted messages."),
        .meaningHere = QT_TRANSLATE_NOOP("AddressTexts", "Tries HTTPS first, then HTTP with encrypted messages."),
        .form = QT_TRANSLATE_NOOP("AddressTexts", "broker.example.com (HTTPS, else encrypted HTTP)"),
        .powerShell = "",
    },
    TransportText{
        .transport = Transport::WsmanHttps,
        .name = QT_TRANSLATE_NOOP("Texts", "WinRM over HTTPS"),
        .meaning = QT_TRANSLATE_NOOP("AddressTexts", "WinRM over HTTPS, port %1."),
        .meaningHere = QT_TRANSLATE_NOOP("AddressTexts", "WinRM over HTTPS, port %1."),
        .form = QT_TRANSLATE_NOOP("AddressTexts", "https://broker.example.com[:5986]"),
        .powerShell = " -SessionOption (New-CimSessionOption -UseSsl)",
    },
    TransportText{
        .transport = Transport::WsmanHttp,
        .name = QT_TRANSLATE_NOOP("Texts", "WinRM over HTTP"),
        .meaning = QT_TRANSLATE_NOOP("AddressTexts", "WinRM over HTTP, port %1, with encrypted messages."),
        .meaningHere = QT_TRANSLATE_NOOP("AddressTexts", "WinRM over HTTP, port %1, on this computer."),
        .form = QT_TRANSLATE_NOOP("AddressTexts", "http://broker.example.com[:5985]"),
        .powerShell = "",
    },
    TransportText{
        .transport = Transport::Dcom,
        .name = QT_TRANSLATE_NOOP("Texts", "WMI over DCOM"),
        .meaning = QT_TRANSLATE_NOOP("AddressTexts", "WMI over DCOM; only the Windows console can do this."),
        .meaningHere = QT_TRANSLATE_NOOP("AddressTexts", "WMI over DCOM; only the Windows console can do this."),
        .form = QT_TRANSLATE_NOOP("AddressTexts", "wmi://broker.example.com (on Windows)"),
        .powerShell = " -SessionOption (New-CimSessionOption -Protocol Dcom)",
    },
    TransportText{
        .transport = Transport::Demo,
        .name = QT_TRANSLATE_NOOP("Texts", "Demonstration"),
        .meaning =
            QT_TRANSLATE_NOOP("AddressTexts", "A simulated broker inside this program, to look around and to train."),
        .meaningHere =
            QT_TRANSLATE_NOOP("AddressTexts", "A simulated broker inside this program, to look around and to train."),
        .form = QT_TRANSLATE_NOOP("AddressTexts", "demo:500 (simulated broker with 500 sessions)"),
        .powerShell = "",
    },
};
static_assert(core::hasEachTransport(transportTexts), "a transport without its texts");

const TransportText& wordingOf(Transport transport)
{
    return transportTexts[static_cast<std::size_t>(transport)];
}

} // namespace

QString transportName(Transport transport)
{
    return translate("Texts", wordingOf(transport).name);
}

QString addressMeaning(const core::ServerAddress& address)
{
    const TransportText& text = wordingOf(address.transport);
    QString meaning = translate("AddressTexts", address.isLoopback() ? text.meaningHere : text.meaning);
    return meaning.replace(QStringLiteral("%1"), QString::number(address.port));
}

QString addressForms()
{
    QStringList forms;
    for (const TransportText& text : transportTexts)
        forms << translate("AddressTexts", text.form);
    return forms.join(QLatin1Char('\n'));
}

QString powerShellOption(Transport transport)
{
    return QString::fromLatin1(wordingOf(transport).powerShell);
}

} // namespace deskwarden::models
