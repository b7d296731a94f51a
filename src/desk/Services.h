// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"
#include "desk/ConnectorFactory.h"
#include "desk/Conversations.h"
#include "desk/PeopleCache.h"
#include "desk/UpdateCheck.h"
#include "desk/WireTrace.h"
#include "management/acting/ActionPlan.h"
#include "management/acting/ActLedger.h"
#include "models/log/LogRing.h"
#include "storage/AuditLog.h"
#include "storage/CredentialStore.h"
#include "storage/FileQueue.h"
#include "storage/OrderStore.h"
#include "storage/PinStore.h"
#include "storage/Preferences.h"
#include "storage/SeenStore.h"
#include "storage/ServerProfileStore.h"
#include "storage/ViewStore.h"

#include <QString>

#include <chrono>
#include <functional>
#include <vector>

namespace deskwarden::desk {

/// What the program's composition hands to the console. Everything referred to outlives it.
/// Thread: GUI.
struct Services
{
    ConnectorFactory connectorFor;
    management::ActLedger& ledger;
    storage::ServerProfileStore& servers;
    storage::Preferences& preferences;
    std::vector<core::AuthScheme> schemes; ///< that this build can sign in by, Automatic first; empty = those that the
                                           ///< dialog has by itself
    storage::CredentialStore* credentials = nullptr; ///< nullptr: passwords are never kept
    std::function<std::chrono::system_clock::time_point()> now = [] { return std::chrono::system_clock::now(); };
    management::PlanRules rules = {};      ///< what policy allows, and who the operator is
    storage::AuditLog* audit = nullptr;    ///< where `ledger` ends up, if that is one; to show and to look up
    QString auditFile = {};                ///< where it is kept; empty = there is none
    storage::SeenStore* seen = nullptr;    ///< nullptr: what was seen is forgotten at the end
    storage::ViewStore* views = nullptr;   ///< nullptr: views cannot be saved
    storage::PinStore* pins = nullptr;     ///< nullptr: nothing can be pinned or noted
    storage::OrderStore* orders = nullptr; ///< nullptr: no standing order survives the program
    storage::FileQueue* files = nullptr;   ///< what writes for the stores beside the window; tells what it could not
    WebReader readWeb = {};                ///< empty: nobody can ask for a newer version
    models::LogRing* log = nullptr;        ///< nullptr: there is no log to look at
    WireTrace* trace = nullptr;            ///< nullptr: conversations cannot be listened to
    DirectoryFactory directoryFor = {};    ///< empty: no directory is asked
    ConversationFactory conversation = {}; ///< empty: none can be recorded for a report
};

} // namespace deskwarden::desk
