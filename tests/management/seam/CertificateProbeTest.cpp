// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/CertificateProbe.h"

#include <QTest>

using namespace deskwarden;
using management::ProbeStage;

namespace {

/// Reports the stages in order and goes on as long as nobody stops it. Thread: as any connection.
class EagerConnection final : public management::ManagementConnection
{
public:
    explicit EagerConnection(int& signIns)
        : m_signIns(signIns)
    {}

    core::Result<> open(const management::CallContext& context, const management::StageSink& stages) override
    {
        for (const ProbeStage stage : {ProbeStage::Name, ProbeStage::Port, ProbeStage::Tls, ProbeStage::Protocol}) {
            if (context.stop.stop_requested())
                return core::failure(core::ErrorKind::Cancelled);
            management::StageReport report;
            report.stage = stage;
            if (stage == ProbeStage::Tls)
                report.certificate = std::make_shared<core::PeerCertificate>();
            stages(report);
        }
        ++m_signIns;
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
    int& m_signIns;
};

} // namespace

class CertificateProbeTest final : public QObject
{
    Q_OBJECT

private slots:
    void stopsAtTheCertificate();
    void passesOnThatThereIsNoConnection();
    void heedsTheCallersStop();
};

void CertificateProbeTest::stopsAtTheCertificate()
{
    int signIns = 0;
    const auto connector =
        management::untilCertificate([&]() -> core::Result<std::unique_ptr<management::ManagementConnection>> {
            return std::make_unique<EagerConnection>(signIns);
        });
    std::vector<ProbeStage> seen;
    bool hasCertificate = false;
    const auto opened = (*connector())->open({}, [&](const management::StageReport& report) {
        seen.push_back(report.stage);
        hasCertificate = hasCertificate || report.certificate != nullptr;
    });
    QVERIFY(!opened);
    QVERIFY(opened.error().isCancelled());
    QCOMPARE(signIns, 0);
    QVERIFY(hasCertificate);
    QVERIFY((seen == std::vector{ProbeStage::Name, ProbeStage::Port, ProbeStage::Tls}));
}

void CertificateProbeTest::passesOnThatThereIsNoConnection()
{
    const auto connector =
        management::untilCertificate([]() -> core::Result<std::unique_ptr<management::ManagementConnection>> {
            return core::failure(core::ErrorKind::NotSupported);
        });
    QCOMPARE(connector().error().kind, core::ErrorKind::NotSupported);
}

void CertificateProbeTest::heedsTheCallersStop()
{
    int signIns = 0;
    const auto connector =
        management::untilCertificate([&]() -> core::Result<std::unique_ptr<management::ManagementConnection>> {
            return std::make_unique<EagerConnection>(signIns);
        });
    std::stop_source source;
    source.request_stop();
    int stages = 0;
    QVERIFY(!(*connector())->open({source.get_token()}, [&](const management::StageReport&) { ++stages; }));
    QCOMPARE(stages, 0);
}

QTEST_APPLESS_MAIN(CertificateProbeTest)
#include "CertificateProbeTest.moc"
