// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/Sessions.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace deskwarden::bench {

/// Sessions that change as those of a big site do. The same calls give the same sessions.
class Farm final
{
public:
    explicit Farm(std::uint32_t count)
    {
        for (std::uint32_t i = 0; i < count; ++i)
            m_sessions.push_back(make());
    }

    [[nodiscard]] management::SnapshotPointer snapshot()
    {
        return tests::snapshot("http://broker", ++m_sequence, m_sessions);
    }
    [[nodiscard]] const std::vector<core::Session>& sessions() const { return m_sessions; }

    /// Half of them are replaced, half get another state.
    void churn(std::uint32_t percent)
    {
        for (core::Session& session : m_sessions) {
            const auto dice = m_random() % 200;
            if (dice < percent)
                session = make();
            else if (dice < 2 * percent)
                session.state = static_cast<core::ConnectState>(m_random() % 5);
        }
    }
    void changeAllStates()
    {
        for (core::Session& session : m_sessions)
            session.state = static_cast<core::ConnectState>((static_cast<unsigned>(session.state) + 1) % 5);
    }
    void removeHalf()
    {
        std::erase_if(m_sessions, [this](const core::Session&) { return m_random() % 2 == 0; });
    }

private:
    [[nodiscard]] core::Session make()
    {
        const std::uint32_t id = ++m_last;
        core::Session made;
        made.key = {core::ServerId{m_pool.intern("http://broker")},
                    m_pool.intern("HV" + std::to_string(id % 200) + ".corp.example"), id};
        made.userName = m_pool.intern("user" + std::to_string(m_random() % 1'000'000));
        made.domainName = m_pool.intern("CORP");
        made.vmName = m_pool.intern("VDI-" + std::to_string(m_random() % 1'000'000));
        made.collectionId = m_pool.intern("Pool" + std::to_string(id % 20));
        made.clientMachineName = m_pool.intern("PC-" + std::to_string(m_random() % 1'000'000));
        made.state = static_cast<core::ConnectState>(m_random() % 5);
        return made;
    }

    std::mt19937 m_random{7};
    core::StringPool m_pool;
    std::uint32_t m_last = 0;
    std::uint64_t m_sequence = 0;
    std::vector<core::Session> m_sessions;
};

} // namespace deskwarden::bench
