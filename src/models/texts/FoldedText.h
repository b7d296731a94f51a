// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace deskwarden::models {

/// The text as it is compared without regard to case: each character by itself, as Qt::CaseInsensitive does it.
/// Thread: any.
[[nodiscard]] QString withoutCase(const QString& text);

/// The same, and Latin, Greek and other letters without their accents: "Muñoz" is "munoz", "Łucja" "lucja", "Straße"
/// "strasse". Cyrillic й is a letter of its own and no и with a mark, and so are й's like in other Cyrillic alphabets;
/// only ё counts as е, because it is mostly written so. Source: Unicode 15, canonical decomposition; letters that have
/// none by a table. Thread: any.
[[nodiscard]] QString withoutAccents(const QString& text);

} // namespace deskwarden::models
