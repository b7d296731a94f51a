// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "integration/Transports.h"

#include <cstdint>
#include <string>
#include <vector>

namespace deskwarden::integration {

/// What became of acts that were answered with a fault of one code: the contract's words.
struct CodeShown
{
    std::uint32_t code = 0;      ///< 0 = the fault gives none
    std::string carriedOut;      ///< a logoff that was carried out all the same
    std::string notCarriedOut;   ///< a logoff that was not
    std::string messageShown;    ///< a message that was shown all the same
    std::string messageNotShown; ///< a message that was not
};

/// Every code of the table, some that it does not know, and none.
[[nodiscard]] std::vector<std::uint32_t> codesOfFaults();
/// Four acts for each of the codes on one broker; `problem` says why there are none.
[[nodiscard]] std::vector<CodeShown> runCodes(TransportUnderTest transport, const support::TestCertificate& certificate,
                                              std::string& problem);

} // namespace deskwarden::integration
