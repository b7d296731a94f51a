// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/console/Composition.h"

#include "app/FieldRun.h"
#include "app/Operator.h"
#include "app/ProgramVersion.h"
#include "storage/PolicyFile.h"
#include "storage/SystemCredentialStore.h"
#include "wsman/http/WebFetch.h"

#include <QFileInfo>

#include <system_error>
#include <utility>

namespace deskwarden::app {

Composition::Composition(const storage::StoragePlaces& places, Connectors& connectors, models::LogRing& log)
    : m_preferences(places.preferencesFile())
    , m_servers(places.profileFile(), &m_files)
    , m_credentials(storage::systemCredentialStore())
    , m_seen(places.seenFolder(), &m_files)
    , m_views(places.viewsFile(), &m_files)
    , m_pins(places.pinsFile(), &m_files)
    , m_orders(places.ordersFile(), &m_files)
    , m_auditFile(places.auditFile())
    , m_origin(auditOrigin())
    , m_rules{storage::readSystemPolicy(), ownAccounts(m_origin, {})}
    , m_audit(m_auditFile, m_origin)
    , m_reported(storage::reportedLedger(m_audit, m_preferences, m_rules.policy, m_origin))
    , m_connectors(connectors)
    , m_log(log)
    , m_trace(std::make_shared<TraceObserver>())
{
    m_connectors.setPolicy(m_rules.policy);
    m_connectors.setObserver(m_trace);
    const std::chrono::days age(m_preferences.value(storage::preference::auditDays));
    // Off the GUI thread: it waits for the disk. A log that cannot be rotated is no reason not to work, nor is a
    // computer without a thread for it.
    try {
        if (age.count() > 0 && QFileInfo::exists(m_auditFile))
            m_rotation = std::jthread([this, age](const std::stop_token& stop) { (void)m_audit.rotate(age, stop); });
    } catch (const std::system_error&) {
    }
}

Composition::~Composition() = default;

void Composition::setLanguage(const QLocale& locale)
{
    if (locale.language() != QLocale::C)
        m_connectors.setLanguage(locale.name().replace(QLatin1Char('_'), QLatin1Char('-')).toStdString());
}

desk::Services Composition::services()
{
    management::ActLedger& ledger = m_reported ? static_cast<management::ActLedger&>(*m_reported) : m_audit;
    desk::Services services{[this](core::ServerProfile profile, core::Secret password) {
                                return m_connectors.connectorFor(std::move(profile), std::move(password));
                            },
                            ledger,
                            m_servers,
                            m_preferences,
                            {}};
    services.credentials = m_credentials.get();
    services.rules = m_rules;
    services.audit = &m_audit;
    services.auditFile = m_auditFile;
    services.seen = &m_seen;
    services.views = &m_views;
    services.pins = &m_pins;
    services.orders = &m_orders;
    services.files = &m_files;
    services.log = &m_log;
    services.trace = m_trace.get();
    services.directoryFor = [this](const core::ServerProfile& profile, core::Secret password) {
        return m_connectors.directoryConnectorFor(profile, std::move(password));
    };
    services.conversation = [this](core::ServerProfile profile, core::Secret password) {
        return conversationWith(std::move(profile), std::move(password));
    };
    services.readWeb = [](const core::WebAddress& address, const management::CallContext& context) {
        return wsman::fetchFromWeb(address, {}, context);
    };
    return services;
}

core::Result<desk::ConversationRun> Composition::conversationWith(core::ServerProfile profile, core::Secret password)
{
    constexpr wsman::WireRecorder::Limits limits{std::size_t{256} * 1024, std::size_t{2} * 1024 * 1024, 3000};
    auto recorder = std::make_shared<wsman::WireRecorder>(limits);
    auto connector = m_connectors.recordedConnectorFor(profile, std::move(password), recorder);
    if (!connector)
        return core::failure(std::move(connector).error());
    return [recorder, connector = *std::move(connector), profile = std::move(profile)](const std::stop_token& stop) {
        (void)FieldRun({connector, profile, "deskwarden " + std::string(programVersion()), stop}, *recorder).run();
        return maskedReport(*recorder);
    };
}

} // namespace deskwarden::app
