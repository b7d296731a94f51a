// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerAddress.h"
#include "core/Session.h"
#include "management/seam/Action.h"
#include "management/seam/ManagementConnection.h"

#include <QByteArray>
#include <QJsonObject>

namespace deskwarden::models {

/// What `--json` prints beside instances (JsonWriter). A session comes as the instance of Win32_VirtualDesktopSession
/// that it was read from.
[[nodiscard]] QJsonObject toJson(const core::Session& session);
/// A machine, by the names of its class.
[[nodiscard]] QJsonObject toJson(const core::VirtualDesktop& machine);
/// VMHostName, SessionId, UserName, DomainName, VMName, action, outcome, returnValue, status, symbol, message,
/// elapsedMs. `returnValue` and `status` (of the call) are null where there is none; `symbol` names the code that
/// counts, or is null.
[[nodiscard]] QJsonObject toJson(const management::ActionRequest& request, const management::Outcome& outcome);
/// stage, ok, message, remedy.
[[nodiscard]] QJsonObject toJson(const management::StageReport& report, const core::ServerAddress& asked);
/// The stable word of a stage ("sign_in").
[[nodiscard]] const char* symbol(management::ProbeStage stage) noexcept;
/// One compact line with its line end. What core::isHidden() stands as \uXXXX: a line may be shown by a terminal.
[[nodiscard]] QByteArray jsonLine(const QJsonObject& object);

} // namespace deskwarden::models
