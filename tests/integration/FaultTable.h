// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"

#include <optional>
#include <span>
#include <vector>

namespace deskwarden::integration {

/// One fault of the simulator's language, and what must become of an act that meets it.
struct FaultRow
{
    const char* fault;                                  ///< as --fault takes it
    const char* verb;                                   ///< logoff, disconnect, message
    const char* outcome;                                ///< the contract's word
    int returnValue;                                    ///< -1 = the method gave none
    int carriedOut;                                     ///< acts in the journal
    core::ConnectState on = core::ConnectState::Active; ///< of the session that is acted upon
    const char* skipped = nullptr;                      ///< why, with the outcome "skipped"
};

/// A list that meets a fault.
struct ListFaultRow
{
    const char* fault;
    bool isListed; ///< the whole list comes all the same
};

/// Every kind of fault, met by some action.
[[nodiscard]] std::span<const FaultRow> faultRows();
/// Every kind of fault, met by every action.
[[nodiscard]] std::vector<FaultRow> faultMatrix();
[[nodiscard]] std::span<const ListFaultRow> listFaultRows();

} // namespace deskwarden::integration
