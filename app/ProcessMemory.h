// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

namespace deskwarden::app {

/// Called first in the console: big blocks go back to the system as soon as they are freed. glibc raises the size from
/// which it does so to that of the biggest block freed, after which each thread keeps the lists it has replaced.
void returnBigBlocksEarly() noexcept;

} // namespace deskwarden::app
