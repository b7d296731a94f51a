// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"

#include <pugixml.hpp>

namespace deskwarden::wsman {

/// A SOAP fault as data, in any of the four forms that servers use: Windows' WSManFault, the newer MSFT_WmiError, OMI's
/// OMI_Error, and a bare subcode. `code` is the outermost status, `providerCode` another one inside it, `detail` the
/// innermost message. `delivery` is NotSent only where a status proves that an act was not carried out
/// (management::provesNotDone).
[[nodiscard]] core::ManagementError readFault(pugi::xml_node fault);

} // namespace deskwarden::wsman
