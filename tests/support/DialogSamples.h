// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/seam/ManagementConnection.h"

#include <QString>

#include <cstdint>
#include <thread>
#include <utility>
#include <vector>

/// What the tests and the scenes of the dialogs have in common.
namespace deskwarden::test {

inline core::Session sampleSession(std::uint32_t number, core::ConnectState state, const char* user = nullptr)
{
    static constexpr const char* names[] = {"anna.fischer", "boris.orlov", "chen.wei",    "daria.petrova",
                                            "emil.novak",   "fatima.ali",  "george.hill", "helena.strand"};
    core::Session session;
    session.key.server = core::ServerId{core::SharedString("https://broker.example.com")};
    session.key.vmHostName = core::SharedString("HV-" + std::to_string(number % 50 + 1) + ".corp.example.com");
    session.key.sessionId = number % 9 + 2;
    session.vmName = core::SharedString("VDI-" + std::to_string(1000 + number));
    const std::string numbered = names[number % 8] + (number < 8 ? std::string() : std::to_string(number / 8));
    session.userName = core::SharedString(user != nullptr ? std::string(user) : numbered);
    session.domainName = core::SharedString("CORP");
    session.collectionId = core::SharedString("Office");
    session.state = state;
    return session;
}

/// Every fourth of them is active, the others are disconnected.
inline std::vector<core::Session> sampleSessions(std::uint32_t count, bool isAnyActive = true)
{
    std::vector<core::Session> sessions;
    for (std::uint32_t number = 0; number < count; ++number) {
        const bool isActive = isAnyActive && number % 4 == 0;
        sessions.push_back(
            sampleSession(number, isActive ? core::ConnectState::Active : core::ConnectState::Disconnected));
    }
    return sessions;
}

/// A connection whose way through the stages of open() is given; everything after that finds nothing.
/// Thread: as any connection.
class ScriptedConnection final : public management::ManagementConnection
{
public:
    ScriptedConnection(std::vector<management::StageReport> stages, bool hangs)
        : m_stages(std::move(stages))
        , m_hangs(hangs)
    {}

    core::Result<> open(const management::CallContext& context, const management::StageSink& sink) override
    {
        for (const management::StageReport& stage : m_stages) {
            if (sink)
                sink(stage);
            if (stage.error)
                return core::failure(*stage.error);
        }
        while (m_hangs && !management::ended(context))
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        if (const auto end = management::ended(context))
            return core::failure(*end);
        return {};
    }

    core::Result<management::EnumerationEnd> enumerate(const management::Query& /*query*/,
                                                       const management::BatchSink& /*sink*/,
                                                       const management::CallContext& /*context*/) override
    {
        return management::EnumerationEnd{};
    }

    core::Result<core::Instance> get(const management::InstancePath& /*path*/,
                                     const management::CallContext& /*context*/) override
    {
        return core::failure(core::ErrorKind::NotSupported);
    }

    core::Result<management::MethodResult> invoke(const management::InstancePath& /*path*/,
                                                  const std::string& /*method*/,
                                                  const management::Arguments& /*arguments*/,
                                                  const management::CallContext& /*context*/) override
    {
        return core::failure(core::ErrorKind::NotSupported);
    }

private:
    std::vector<management::StageReport> m_stages;
    bool m_hangs;
};

inline management::StageReport stage(management::ProbeStage stage, std::string fact)
{
    management::StageReport report;
    report.stage = stage;
    report.fact = std::move(fact);
    return report;
}

inline management::Connector scriptedConnector(std::vector<management::StageReport> stages, bool hangs = false)
{
    return [stages = std::move(stages), hangs]() -> core::Result<std::unique_ptr<management::ManagementConnection>> {
        return std::make_unique<ScriptedConnection>(stages, hangs);
    };
}

inline core::PeerCertificate sampleCertificate()
{
    return {"CN=broker.example.com, O=Example Corp",
            "CN=Example Corp Issuing CA 2, O=Example Corp",
            "DNS:broker.example.com, DNS:broker01.corp.example.com",
            "2026-02-01T00:00:00Z",
            "2027-02-01T00:00:00Z",
            "4f1c9a0be37d2255aa8190cc0d3e7b61f2a4957c3d18e6b09c5577e01a2b3c4d",
            "unable to get local issuer certificate"};
}

/// The stages up to a certificate that is not trusted.
inline std::vector<management::StageReport> untrustedStages()
{
    using enum management::ProbeStage;
    core::ManagementError error;
    error.kind = core::ErrorKind::CertificateUntrusted;
    error.detail = "unable to get local issuer certificate";
    error.certificate = std::make_shared<const core::PeerCertificate>(sampleCertificate());
    management::StageReport tls;
    tls.stage = Tls;
    tls.error = error;
    return {stage(Name, "10.20.0.15"), stage(Port, "5986"), tls};
}

} // namespace deskwarden::test
