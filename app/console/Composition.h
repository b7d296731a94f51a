// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/Connectors.h"
#include "app/console/TraceObserver.h"
#include "desk/Services.h"
#include "management/acting/ActionPlan.h"
#include "storage/AuditLog.h"
#include "storage/CredentialStore.h"
#include "storage/FileQueue.h"
#include "storage/OrderStore.h"
#include "storage/PinStore.h"
#include "storage/Preferences.h"
#include "storage/ReportedLedger.h"
#include "storage/SeenStore.h"
#include "storage/ServerProfileStore.h"
#include "storage/StoragePlaces.h"
#include "storage/ViewStore.h"

#include <QLocale>

#include <memory>
#include <thread>

namespace deskwarden::app {

/// Picks the implementations behind the console's window, and owns them.
/// Thread: GUI. Owner: main(); outlives the window.
class Composition final
{
public:
    /// What is handed in outlives it.
    Composition(const storage::StoragePlaces& places, Connectors& connectors, models::LogRing& log);
    Composition(const Composition&) = delete;
    Composition& operator=(const Composition&) = delete;
    ~Composition();

    /// In which servers are asked to word their own messages.
    void setLanguage(const QLocale& locale);
    [[nodiscard]] desk::Services services();
    [[nodiscard]] storage::Preferences& preferences() noexcept { return m_preferences; }
    /// Waits until the disk has what the window has left. Fails: as storage::FileQueue.
    core::Result<> finishWriting() { return m_files.flush(); }

private:
    [[nodiscard]] core::Result<desk::ConversationRun> conversationWith(core::ServerProfile profile,
                                                                       core::Secret password);

    storage::FileQueue m_files; // before those that it writes for
    storage::Preferences m_preferences;
    storage::ServerProfileStore m_servers;
    const std::unique_ptr<storage::CredentialStore> m_credentials;
    storage::SeenStore m_seen;
    storage::ViewStore m_views;
    storage::PinStore m_pins;
    storage::OrderStore m_orders;
    const QString m_auditFile;
    const storage::AuditOrigin m_origin;
    management::PlanRules m_rules;
    storage::AuditLog m_audit;
    const std::unique_ptr<storage::ReportedLedger> m_reported; // nullptr: the system's log is not written
    Connectors& m_connectors;
    models::LogRing& m_log;
    const std::shared_ptr<TraceObserver> m_trace;
    std::jthread m_rotation; // last: uses the log
};

} // namespace deskwarden::app
