// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "integration/Transports.h"
#include "simulator/farm/ScriptedFault.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::integration {

/// What must become of an operation that meets a fault. An act: the contract's word, with the return value if there is
/// one. A question: "ok", or the error's symbol with its status; once and always are told apart, because a question may
/// be repeated.
struct CellResult
{
    std::string_view once; ///< only the first such call meets the fault; empty for acts
    std::string_view always;
};

/// One operation that meets one fault, over any transport.
struct FaultCell
{
    simulator::CallKind operation = simulator::CallKind::Identify;
    const char* what = nullptr; ///< the fault as --fault takes it, behind the =
    CellResult clear;           ///< over HTTP on loopback, and where nothing else is said
    CellResult tls;
    CellResult bound;             ///< over TLS where the connection is signed in, not each request; else as tls
    CellResult sealed;            ///< over sealed HTTP
    CellResult com;               ///< over COM, where RPC's or WMI's own status differs
    int carriedOut = 0;           ///< acts in the journal
    const char* whyNot = nullptr; ///< such a cell means nothing, and is not run

    [[nodiscard]] constexpr FaultCell overTls(std::string_view once, std::string_view always) const
    {
        FaultCell cell = *this;
        cell.tls = {once, always};
        return cell;
    }
    [[nodiscard]] constexpr FaultCell sealedOtherwise(std::string_view once, std::string_view always) const
    {
        FaultCell cell = *this;
        cell.sealed = {once, always};
        return cell;
    }
    [[nodiscard]] constexpr FaultCell whereConnectionsSignIn(std::string_view once, std::string_view always) const
    {
        FaultCell cell = sealedOtherwise(once, always);
        cell.bound = {once, always};
        return cell;
    }
    [[nodiscard]] constexpr FaultCell overCom(std::string_view once, std::string_view always) const
    {
        FaultCell cell = *this;
        cell.com = {once, always};
        return cell;
    }
    [[nodiscard]] constexpr FaultCell protectedOtherwise(std::string_view once, std::string_view always) const
    {
        return overTls(once, always).sealedOtherwise(once, always);
    }
};

[[nodiscard]] const char* wordOf(simulator::CallKind operation);
/// Every operation with every kind of fault.
[[nodiscard]] std::span<const FaultCell> faultCells();
/// What the cell must show over that transport.
[[nodiscard]] const CellResult& expectedOver(const FaultCell& cell, TransportUnderTest transport);
/// A transport's name as part of a test's or a file's name.
[[nodiscard]] std::string wordOf(const NamedTransport& transport);

/// What a cell has shown.
struct CellShown
{
    std::string once;
    std::string always;
    int carriedOut = 0;
    std::string problem; ///< empty if it was run, and told its outcome once
};

/// Runs the cells side by side: they mostly wait.
[[nodiscard]] std::vector<CellShown> runCells(std::span<const FaultCell> cells, TransportUnderTest transport,
                                              const support::TestCertificate& certificate);

} // namespace deskwarden::integration
