// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/StandingOrders.h"

#include <QString>

namespace deskwarden::models {

// What a standing order is called, and how it stands.

/// "Log off CORP\ann (hv-11/7) as soon as the session has been disconnected for 15 min".
[[nodiscard]] QString orderText(const management::StandingOrder& order);
/// "Waits; disconnected since 14:03", "Its time was up; nothing was done", …
[[nodiscard]] QString orderStateText(const management::OrderState& state);
/// "22 Nov 18:00", by this computer's clock.
[[nodiscard]] QString orderEndText(const management::StandingOrder& order);

} // namespace deskwarden::models
