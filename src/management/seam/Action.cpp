// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/Action.h"

#include "management/seam/ActionSpec.h"

namespace deskwarden::management {

const char* symbol(ActionKind kind) noexcept
{
    return specOf(kind).word;
}

const char* symbol(OutcomeKind kind) noexcept
{
    switch (kind) {
    case OutcomeKind::Done:
        return "done";
    case OutcomeKind::AlreadyGone:
        return "already_gone";
    case OutcomeKind::StillSigningOut:
        return "still_signing_out";
    case OutcomeKind::Skipped:
        return "skipped";
    case OutcomeKind::Failed:
        return "failed";
    case OutcomeKind::Unknown:
        return "unknown";
    case OutcomeKind::Cancelled:
        return "cancelled";
    case OutcomeKind::StillChanging:
        return "still_changing";
    }
    return "";
}

const char* symbol(SkipReason reason) noexcept
{
    switch (reason) {
    case SkipReason::UserChanged:
        return "user_changed";
    case SkipReason::VirtualMachineChanged:
        return "virtual_machine_changed";
    case SkipReason::InUseAgain:
        return "in_use_again";
    case SkipReason::NotTold:
        return "not_told";
    case SkipReason::HostUnknown:
        return "host_unknown";
    case SkipReason::MachineGone:
        return "machine_gone";
    case SkipReason::MachineMoved:
        return "machine_moved";
    case SkipReason::MachineChanging:
        return "machine_changing";
    case SkipReason::AlreadySo:
        return "already_so";
    case SkipReason::OwnerChanged:
        return "owner_changed";
    }
    return "";
}

} // namespace deskwarden::management
