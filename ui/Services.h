// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"
#include "management/ActLedger.h"
#include "storage/Preferences.h"
#include "storage/ServerProfileStore.h"
#include "ui/ConnectionDialog.h"

#include <chrono>
#include <functional>
#include <vector>

namespace deskwarden::ui {

/// What the program's composition hands to the main window. Everything referred to outlives the window.
/// Thread: GUI.
struct Services
{
    ConnectorFactory connectorFor;
    management::ActLedger& ledger;
    storage::ServerProfileStore& servers;
    storage::Preferences& preferences;
    std::vector<core::AuthScheme> schemes; ///< that this build can sign in by, Automatic first; empty = those that the
                                           ///< dialog has by itself
    std::function<std::chrono::system_clock::time_point()> now = [] { return std::chrono::system_clock::now(); };
};

} // namespace deskwarden::ui
