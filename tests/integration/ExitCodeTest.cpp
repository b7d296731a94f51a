// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"

#include <QFile>
#include <QHostAddress>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUdpSocket>

#include <chrono>
#include <memory>
#include <vector>

using namespace deskwarden;
using namespace std::chrono_literals;
using support::SimulatorProcess;

namespace {

QString text(const char* value)
{
    return QString::fromLatin1(value);
}

constexpr std::chrono::milliseconds callTime = 1s; // --timeout
constexpr int runs = 20;

/// A KDC that is silent until about the moment when the program gives up, and then refuses: the call that was left
/// behind goes on while the program ends. Each answer comes a little later than the one before, over and over.
class LateKdc final
{
public:
    LateKdc()
    {
        m_socket.bind(QHostAddress::LocalHost);
        QObject::connect(&m_socket, &QUdpSocket::readyRead, &m_socket, [this] { answerLater(); });
    }

    [[nodiscard]] quint16 port() const { return m_socket.localPort(); }
    [[nodiscard]] int asked() const { return m_asked; }

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
    int m_asked = 0;
};

} // namespace

/// A sign-in that hangs in a library is left behind; ending the program must not take its exit code with it.
class ExitCodeTest final : public QObject
{
    Q_OBJECT

private slots:
    void aCallThatWasLeftBehindDoesNotChangeTheExitCode();
};

void ExitCodeTest::aCallThatWasLeftBehindDoesNotChangeTheExitCode()
{
    const LateKdc kdc;
    const QTemporaryDir folder;
    const QString configuration = folder.filePath(text("krb5.conf"));
    QFile file(configuration);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "[libdefaults]\n default_realm = X.TEST\n dns_lookup_kdc = false\n[realms]\n X.TEST = {\n  kdc = 127.0.0.1:" +
        QByteArray::number(kdc.port()) + "\n }\n");
    file.close();
    qputenv("KRB5_CONFIG", configuration.toUtf8());
    const SimulatorProcess simulator({text("--auth"), text("kerberos,ntlm"), text("--keytab"), text("/dev/null")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());

    QString address = simulator.address();
    address.replace(text("127.0.0.1"), text("localhost")); // Kerberos wants a name

    // All of them run at once; this thread's event loop is the KDC.
    std::vector<std::unique_ptr<QProcess>> programs;
    for (int run = 0; run < runs; ++run) {
        auto& program = programs.emplace_back(std::make_unique<QProcess>());
        program->setProcessEnvironment(support::programEnvironment());
        program->start(support::programPath(text("deskwarden-cli")),
                       {text("list"), text("--server"), address, text("--user"), text("ada@X.TEST"),
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
    QVERIFY(kdc.asked() >= runs);
}

QTEST_GUILESS_MAIN(ExitCodeTest)
#include "ExitCodeTest.moc"
