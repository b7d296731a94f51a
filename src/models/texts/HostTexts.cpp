// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/HostTexts.h"

#include "models/texts/Translate.h"

namespace deskwarden::models {

QString roleName(management::NodeRole role)
{
    using enum management::NodeRole;
    switch (role) {
    case ConnectionBroker:
        return translate("HostTexts", "Connection Broker");
    case VirtualizationHost:
        return translate("HostTexts", "Virtualization Host");
    case SessionHost:
        return translate("HostTexts", "Session Host");
    case WebAccess:
        return translate("HostTexts", "Web Access");
    case Gateway:
        return translate("HostTexts", "Gateway");
    case Licensing:
        return translate("HostTexts", "Licensing");
    }
    return {};
}

QString certificateName(management::NodeCertificate certificate)
{
    using enum management::NodeCertificate;
    switch (certificate) {
    case Redirector:
        return translate("HostTexts", "Connection Broker, single sign-on");
    case Publishing:
        return translate("HostTexts", "Connection Broker, publishing");
    case WebAccess:
        return translate("HostTexts", "Web Access");
    case Gateway:
        return translate("HostTexts", "Gateway");
    }
    return {};
}

} // namespace deskwarden::models
