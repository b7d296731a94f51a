// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/CertificateProbe.h"

#include <utility>

namespace deskwarden::management {

namespace {

/// Opens another connection and ends it from within its own stage reports.
/// Thread: as any connection.
class CertificateOnly final : public ManagementConnection
{
public:
    explicit CertificateOnly(std::unique_ptr<ManagementConnection> connection)
        : m_connection(std::move(connection))
    {}

    core::Result<> open(const CallContext& context, const StageSink& stages) override
    {
        // The report comes on the connection's own thread: it cannot send anything more before it sees the stop.
        std::stop_source source;
        const std::stop_callback chained(context.stop, [&source] { source.request_stop(); });
        const auto sink = [&](StageReport report) {
            const bool isEnough = report.stage >= ProbeStage::Tls;
            if (report.stage <= ProbeStage::Tls && stages)
                stages(std::move(report));
            if (isEnough)
                source.request_stop();
        };
        if (auto opened = m_connection->open({source.get_token(), context.deadline}, sink); !opened)
            return opened;
        return core::failure(core::ErrorKind::Cancelled);
    }

    core::Result<EnumerationEnd> enumerate(const Query& /*query*/, const BatchSink& /*sink*/,
                                           const CallContext& /*context*/) override
    {
        return core::failure(core::ErrorKind::Cancelled);
    }

    core::Result<core::Instance> get(const InstancePath& /*path*/, const CallContext& /*context*/) override
    {
        return core::failure(core::ErrorKind::Cancelled);
    }

    core::Result<MethodResult> invoke(const InstancePath& /*path*/, const std::string& /*method*/,
                                      const Arguments& /*arguments*/, const CallContext& /*context*/) override
    {
        return core::failure(core::ErrorKind::Cancelled);
    }

private:
    const std::unique_ptr<ManagementConnection> m_connection;
};

} // namespace

Connector untilCertificate(Connector connector)
{
    return [connector = std::move(connector)]() -> core::Result<std::unique_ptr<ManagementConnection>> {
        auto connection = connector();
        if (!connection)
            return core::failure(std::move(connection).error());
        return std::make_unique<CertificateOnly>(*std::move(connection));
    };
}

} // namespace deskwarden::management
