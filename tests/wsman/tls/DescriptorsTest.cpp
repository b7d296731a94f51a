// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/ConnectionFixture.h"

#include <QTest>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

using namespace deskwarden;
using namespace deskwarden::wsman;
using namespace deskwarden::wsman::fixture;

namespace {

/// While it lives, the process may open only so many files and sockets more.
class FewDescriptors final
{
public:
    explicit FewDescriptors(std::size_t free)
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit few = m_before;
        few.rlim_cur = 200;
        setrlimit(RLIMIT_NOFILE, &few);
        for (int one = dup(STDERR_FILENO); one >= 0; one = dup(STDERR_FILENO))
            m_taken.push_back(one);
        for (; free > 0 && !m_taken.empty(); --free) {
            close(m_taken.back());
            m_taken.pop_back();
        }
    }
    FewDescriptors(const FewDescriptors&) = delete;
    FewDescriptors& operator=(const FewDescriptors&) = delete;
    ~FewDescriptors()
    {
        for (const int one : m_taken)
            close(one);
        setrlimit(RLIMIT_NOFILE, &m_before);
    }

private:
    rlimit m_before{};
    std::vector<int> m_taken;
};

/// Accepts connections, as far as the system does that by itself, and says nothing.
class SilentServer final
{
public:
    SilentServer()
        : m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof place;
        auto* const address = reinterpret_cast<sockaddr*>(&place);
        if (bind(m_socket, address, size) == 0 && listen(m_socket, 64) == 0 &&
            getsockname(m_socket, address, &size) == 0)
            m_port = ntohs(place.sin_port);
    }
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;
    ~SilentServer() { close(m_socket); }

    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    int m_socket;
    std::uint16_t m_port = 0;
};

} // namespace

/// A computer that can open nothing more must not blame the server.
class DescriptorsTest final : public QObject
{
    Q_OBJECT

private slots:
    void noneLeftIsThisComputersTrouble_data();
    void noneLeftIsThisComputersTrouble();
};

void DescriptorsTest::noneLeftIsThisComputersTrouble_data()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer itself needs descriptors to look at an object's type");
#endif
    QTest::addColumn<int>("transport");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("caFile");
    using enum core::Transport;
    for (const char* host : {"127.0.0.1", "localhost"}) {
        QTest::addRow("HTTP, %s", host) << static_cast<int>(WsmanHttp) << QString::fromLatin1(host) << QString();
        QTest::addRow("HTTPS, %s", host) << static_cast<int>(WsmanHttps) << QString::fromLatin1(host) << QString();
        QTest::addRow("HTTPS with a file of authorities, %s", host)
            << static_cast<int>(WsmanHttps) << QString::fromLatin1(host)
            << QStringLiteral("/etc/ssl/certs/ca-certificates.crt");
    }
}

void DescriptorsTest::noneLeftIsThisComputersTrouble()
{
    QFETCH(int, transport);
    QFETCH(QString, host);
    QFETCH(QString, caFile);
    const SilentServer server;
    QVERIFY(server.port() != 0);
    auto profile = profileOf(server.port(), static_cast<core::Transport>(transport), host.toStdString());
    profile.caFile = caFile.toStdString();
    int refusals = 0;
    for (std::size_t free = 0; free < 9; ++free) {
        auto connection = connectionTo(profile);
        core::Result<core::Instance> got = core::failure(core::ErrorKind::Cancelled);
        {
            const FewDescriptors few(free);
            got = connection.get(oneSession(), management::CallContext::within(std::chrono::milliseconds(100)));
        }
        QVERIFY(!got);
        const bool isOurs = got.error().kind == core::ErrorKind::OutOfResources;
        refusals += isOurs ? 1 : 0;
        // As soon as there are enough, the server's silence is what it is.
        QVERIFY2(isOurs || got.error().kind == core::ErrorKind::TimedOut ||
                     got.error().kind == core::ErrorKind::HostUnreachable,
                 qPrintable(QStringLiteral("%1 left: kind %2, %3")
                                .arg(free)
                                .arg(static_cast<int>(got.error().kind))
                                .arg(QString::fromStdString(got.error().detail))));
        QVERIFY(!isOurs || got.error().delivery == core::Delivery::NotSent);
    }
    QVERIFY(refusals > 0);
}

QTEST_GUILESS_MAIN(DescriptorsTest)
#include "DescriptorsTest.moc"
