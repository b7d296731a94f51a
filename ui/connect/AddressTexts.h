// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerAddress.h"

#include <QString>

namespace deskwarden::ui {

/// What the address means: how the console will talk to that server.
[[nodiscard]] QString addressMeaning(const core::ServerAddress& address);
/// The forms that an address may take, for a tooltip and an empty field.
[[nodiscard]] QString addressForms();

} // namespace deskwarden::ui
