// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/DrivenConsole.h"
#include "support/ProgramRun.h"

#include <QFile>
#include <QHostAddress>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QUdpSocket>

#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

using namespace deskwarden;
using namespace std::chrono_literals;
using support::SimulatorProcess;
using support::text;

namespace {

constexpr std::chrono::milliseconds callTime = 1s; // --timeout
constexpr int runs = 20;

/// A KDC that is silent until about the moment when the program gives up, and then refuses: the call that was left
/// behind goes on while the program ends. Each answer comes a little later than the one before, over and over.
class LateKdc final
{
public:
    explicit LateKdc(std::atomic<int>& asked)
        : m_asked(asked)
    {
        m_socket.bind(QHostAddress::LocalHost);
        QObject::connect(&m_socket, &QUdpSocket::readyRead, &m_socket, [this] { answerLater(); });
    }

    [[nodiscard]] quint16 port() const { return m_socket.localPort(); }

private:
    void answerLater()
    {
        while (m_socket.hasPendingDatagrams()) {
            QHostAddress sender;
            quint16 port = 0;
            m_socket.readDatagram(nullptr, 0, &sender, &port);
            const auto delay = callTime - 20ms + std::chrono::milliseconds(5 * (m_asked++ % runs));
            QTimer::singleShot(delay, Qt::PreciseTimer, &m_socket, [this, sender, port] {
                m_socket.writeDatagram(QByteArray("\x7e\x03\x30\x01\x00", 5), sender, port); // a KRB-ERROR, cut short
            });
        }
    }

    QUdpSocket m_socket;
    std::atomic<int>& m_asked;
};

/// The KDC answers whatever the test waits for.
class KdcThread final : public QThread
{
public:
    KdcThread()
    {
        start();
        m_ready.acquire();
    }
    KdcThread(const KdcThread&) = delete;
    KdcThread& operator=(const KdcThread&) = delete;
    ~KdcThread() override
    {
        quit();
        wait();
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] int asked() const { return m_asked; }

private:
    void run() override
    {
        const LateKdc kdc(m_asked);
        m_port = kdc.port();
        m_ready.release();
        QThread::exec();
    }

    QSemaphore m_ready;
    quint16 m_port = 0;
    std::atomic<int> m_asked = 0;
};

} // namespace

/// A sign-in that hangs in a library is left behind; ending the program must not take its exit code with it.
class ExitCodeTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aCallThatWasLeftBehindDoesNotChangeTheExitCode();
    void theConsoleKeepsItsExitCodeToo();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<KdcThread> m_kdc;
    std::unique_ptr<SimulatorProcess> m_simulator;
    QString m_address;
};

void ExitCodeTest::initTestCase()
{
    m_kdc = std::make_unique<KdcThread>();
    const QString configuration = m_folder.filePath(text("krb5.conf"));
    QFile file(configuration);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "[libdefaults]\n default_realm = X.TEST\n dns_lookup_kdc = false\n[realms]\n X.TEST = {\n  kdc = 127.0.0.1:" +
        QByteArray::number(m_kdc->port()) + "\n }\n");
    file.close();
    qputenv("KRB5_CONFIG", configuration.toUtf8());
    m_simulator = std::make_unique<SimulatorProcess>(
        QStringList{text("--auth"), text("kerberos,ntlm"), text("--keytab"), text("/dev/null")});
    QVERIFY2(m_simulator->isListening(), m_simulator->complaint().constData());
    m_address = m_simulator->address();
    m_address.replace(text("127.0.0.1"), text("localhost")); // Kerberos wants a name
}

void ExitCodeTest::aCallThatWasLeftBehindDoesNotChangeTheExitCode()
{
    const int before = m_kdc->asked();
    // All of them run at once.
    std::vector<std::unique_ptr<QProcess>> programs;
    for (int run = 0; run < runs; ++run) {
        auto& program = programs.emplace_back(std::make_unique<QProcess>());
        program->setProcessEnvironment(support::programEnvironment());
        program->start(support::programPath(text("deskwarden-cli")),
                       {text("list"), text("--server"), m_address, text("--user"), text("ada@X.TEST"),
                        text("--password-stdin"), text("--timeout"), text("1")});
        program->write("x\n");
        program->closeWriteChannel();
    }
    for (const auto& program : programs) {
        QTRY_COMPARE_WITH_TIMEOUT(program->state(), QProcess::NotRunning, 60'000);
        const QByteArray errors = program->readAllStandardError();
        QVERIFY2(program->exitStatus() == QProcess::NormalExit, errors.constData());
        QVERIFY2(program->exitCode() == 3, errors.constData());
        QVERIFY2(errors.contains("deskwarden-cli: "), "it has said nothing");
    }
    QVERIFY(m_kdc->asked() >= before + runs);
}

/// The window is closed at about the moment when the KDC answers the sign-in that it has left behind.
void ExitCodeTest::theConsoleKeepsItsExitCodeToo()
{
    constexpr int consoles = 8;
    for (int run = 0; run < consoles; ++run) {
        const int before = m_kdc->asked();
        const QTemporaryDir folder;
        support::DrivenConsole console({{m_address}, {}}, folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(m_kdc->asked() > before, 60'000);
        QTest::qWait(700 + 60 * run); // not a wait for something: where in the call it is closed
        QVERIFY2(console.isClosedOrderly(), console.output().constData());
    }
}

QTEST_GUILESS_MAIN(ExitCodeTest)
#include "ExitCodeTest.moc"
