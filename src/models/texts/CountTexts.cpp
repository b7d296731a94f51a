// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/CountTexts.h"

#include "models/texts/Translate.h"

namespace deskwarden::models {

namespace {

/// lupdate reads a number that is a name, and no cast.
int countedNumber(std::size_t count) noexcept
{
    return static_cast<int>(count);
}

} // namespace

QString usersText(std::size_t count)
{
    return count == 1 ? translate("Texts", "1 user") : translate("Texts", "%Ln users", nullptr, countedNumber(count));
}

QString sessionsText(std::size_t count)
{
    return count == 1 ? translate("Texts", "1 session")
                      : translate("Texts", "%Ln sessions", nullptr, countedNumber(count));
}

QString hostsText(std::size_t count)
{
    return count == 1 ? translate("Texts", "1 VM host")
                      : translate("Texts", "%Ln VM hosts", nullptr, countedNumber(count));
}

QString machinesText(std::size_t count)
{
    return count == 1 ? translate("Texts", "1 machine")
                      : translate("Texts", "%Ln machines", nullptr, countedNumber(count));
}

} // namespace deskwarden::models
