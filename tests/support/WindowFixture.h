// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Services.h"
#include "support/FakeConnection.h"
#include "support/MemoryLedger.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// What the tests of the console, of its window and the scenes have in common: brokers in memory.
namespace deskwarden::support {

inline core::Session officeSession(std::uint32_t number)
{
    static constexpr std::array names{"anna.fischer", "boris.orlov",  "chen.wei",      "daria.petrova", "emil.novak",
                                      "fatima.ali",   "george.hill",  "helena.strand", "ivan.sokolov",  "julia.braun",
                                      "kofi.mensah",  "lucia.romano", "mikael.berg",   "noor.haddad",   "olga.ivanova",
                                      "pedro.santos", "quentin.roy",  "rosa.jimenez",  "stefan.weiss",  "tanja.kovac"};
    static constexpr std::array collections{"OFFICE", "CAD", "FINANCE", "SUPPORT"};
    using enum core::ConnectState;
    const std::uint32_t dice = (number * 2654435761U) >> 16U;
    const std::string round = number < names.size() ? std::string() : std::to_string(number / names.size() + 1);
    core::Session session = makeSession("hv-" + std::to_string(11 + number % 6) + ".corp.example", 2 + number / 6,
                                        names[number % names.size()] + round, dice % 10 < 6 ? Active : Disconnected);
    if (dice % 41 == 0)
        session.state = Reset;
    if (dice % 37 == 1)
        session.state = Connected;
    session.domainName = core::SharedString("CORP");
    session.vmName = core::SharedString("VDI-" + std::to_string(2000 + number));
    session.collectionId = core::SharedString(collections[(number / 3) % collections.size()]);
    session.clientMachineName =
        core::SharedString(session.state == Disconnected ? std::string() : "PC-" + std::to_string(40210 + number * 7));
    return session;
}

inline void fillOffice(FakeBroker& broker, std::uint32_t count)
{
    for (std::uint32_t number = 0; number < count; ++number)
        broker.put(officeSession(number));
    broker.putCollection("OFFICE", "Office desktops");
    broker.putCollection("CAD", "CAD workplaces");
    broker.putCollection("FINANCE", "Finance");
    broker.putCollection("SUPPORT", "Customer support");
}

inline core::Instance neighbour(std::string_view className,
                                std::initializer_list<std::pair<std::string_view, core::Value>> properties)
{
    std::vector<core::Property> made;
    for (const auto& [name, value] : properties)
        made.push_back({core::SharedString(name), value});
    return {core::SharedString(className), std::move(made)};
}

inline core::Instance withTexts(std::string_view className,
                                std::initializer_list<std::pair<std::string_view, std::string_view>> texts)
{
    std::vector<core::Property> properties;
    for (const auto& [name, text] : texts)
        properties.push_back({core::SharedString(name), core::Value(text)});
    return {core::SharedString(className), std::move(properties)};
}

/// Some of the office are ghosts, one has two machines, and the broker tells times of most.
inline void haunt(FakeBroker& broker, std::uint32_t count)
{
    const auto now = std::chrono::system_clock::now();
    const auto timeText = [now](std::uint32_t minutesAgo) {
        const auto time = std::chrono::floor<std::chrono::seconds>(now - std::chrono::minutes(minutesAgo));
        const auto day = std::chrono::floor<std::chrono::days>(time);
        const std::chrono::year_month_day date(day);
        const std::chrono::hh_mm_ss clock(time - day);
        std::array<char, 64> text{};
        const int length =
            std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                          static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                          static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                          static_cast<int>(clock.seconds().count()));
        return core::Value(std::string_view(text.data(), static_cast<std::size_t>(length)));
    };
    for (std::uint32_t number = 0; number < count; ++number) {
        const core::Session session = officeSession(number);
        const bool isOff = number % 29 == 7;
        const bool isTaken = number % 29 == 11;
        broker.putNeighbour(neighbour("Win32_RDMSVirtualDesktop",
                                      {{"Name", core::Value(session.vmName)},
                                       {"HostName", core::Value(session.key.vmHostName)},
                                       {"VMState", core::Value(std::uint32_t{isOff ? 3U : 2U})},
                                       {"SessionUserName", isTaken ? core::Value(std::string_view("CORP\\wanda.lee"))
                                                                   : core::Value(session.userName)}}));
        if (number % 5 == 0)
            continue;
        const std::uint32_t loggedOn = 90 + number * 7;
        const std::uint32_t idle = session.state == core::ConnectState::Disconnected ? 10 + number * 5 : number % 20;
        broker.putNeighbour(neighbour("Win32_SessionDirectorySessionEx",
                                      {{"ServerName", core::Value(session.vmName)},
                                       {"UserName", core::Value(session.userName)},
                                       {"HostServer", core::Value(session.key.vmHostName)},
                                       {"UnifiedSessionId", core::Value(session.key.sessionId)},
                                       {"CreateTime", timeText(loggedOn)},
                                       {"DisconnectTime", timeText(std::min(idle, loggedOn))},
                                       {"IdleTime", core::Value(std::min(idle, loggedOn) * 60'000)}}));
    }
}

inline core::ServerProfile profileFor(const std::string& address)
{
    core::ServerProfile profile;
    profile.address = *core::ServerAddress::parse(address);
    return profile;
}

/// Brokers by address, and everything that a console is given. The console or its window is made by the test, and ends
/// first.
class WindowFixture final
{
public:
    WindowFixture()
        : servers(folder.filePath(QStringLiteral("servers.json")))
        , preferences(folder.filePath(QStringLiteral("settings.ini")))
    {
        preferences.setValue(storage::preference::refreshSeconds, 0);
    }

    FakeBroker& broker(const std::string& address)
    {
        auto& entry = m_brokers[profileFor(address).address.text()];
        if (entry == nullptr) {
            entry = std::make_unique<FakeBroker>();
            entry->activeBroker.emplace(); // not told
        }
        return *entry;
    }

    [[nodiscard]] desk::Services services()
    {
        desk::Services services{
            [this](const core::ServerProfile& profile, const core::Secret&) -> core::Result<management::Connector> {
                const auto found = m_brokers.find(profile.address.text());
                if (found == m_brokers.end())
                    return core::failure(core::ErrorKind::NameNotResolved, "no such broker");
                return found->second->connector();
            },
            ledger,
            servers,
            preferences,
            {}};
        services.now = [this] { return std::chrono::system_clock::now() + clockAhead; };
        return services;
    }

    QTemporaryDir folder;
    MemoryLedger ledger;
    storage::ServerProfileStore servers;
    storage::Preferences preferences;
    std::chrono::seconds clockAhead{0};

private:
    std::map<std::string, std::unique_ptr<FakeBroker>> m_brokers;
};

} // namespace deskwarden::support
