// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/Action.h"

namespace deskwarden::management {

const char* symbol(ActionKind kind) noexcept
{
    switch (kind) {
    case ActionKind::Logoff:
        return "logoff";
    case ActionKind::Disconnect:
        return "disconnect";
    case ActionKind::Message:
        return "message";
    }
    return "";
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
    }
    return "";
}

const char* methodName(ActionKind kind) noexcept
{
    switch (kind) {
    case ActionKind::Logoff:
        return "Logoff";
    case ActionKind::Disconnect:
        return "Disconnect";
    case ActionKind::Message:
        return "SendMessage";
    }
    return "";
}

} // namespace deskwarden::management
