// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/SignInGround.h"
#include "support/ProgramRun.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <optional>

using namespace deskwarden;
using integration::SignInGround;
using support::SimulatorProcess;
using support::text;

namespace {

struct Said
{
    int exitCode = -1;
    QByteArray output; // and errors
};

Said runClient(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment,
               const QString& folder, const QByteArray& input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    Said said;
    if (process.waitForFinished(90'000) && process.exitStatus() == QProcess::NormalExit)
        said.exitCode = process.exitCode();
    said.output = process.readAll() + process.errorString().toUtf8();
    return said;
}

} // namespace

/// Other people's clients against the simulator: that it understands our own client proves too little.
class IndependentClientsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pywinrmSignsInByNtlmAndReadsASealedFault();
    void anotherScriptSealsByKerberos();
    void wslIdentifiesAndEnumerates_data();
    void wslIdentifiesAndEnumerates();

private:
    static QString script(const char* name)
    {
        return QDir(QStringLiteral(DESKWARDEN_CLIENTS)).filePath(QLatin1String(name));
    }

    std::optional<SignInGround> m_ground;
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

void IndependentClientsTest::initTestCase()
{
    m_ground.emplace();
    QVERIFY2(m_ground->problem().isEmpty(), qPrintable(m_ground->problem()));
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(text("HOME"), m_folder.path());
}

void IndependentClientsTest::pywinrmSignsInByNtlmAndReadsASealedFault()
{
    const SimulatorProcess server({text("--auth"), text("ntlm"), text("--ntlm-users"), m_ground->ntlmUsers()});
    QVERIFY2(server.isListening(), server.complaint().constData());
    QProcessEnvironment environment = m_environment;
    environment.insert(text("OPENSSL_CONF"), script("legacy-digests.cnf"));
    const auto talk = [&](const QByteArray& password) {
        return runClient(text("/usr/bin/python3"),
                         {script("ntlm-sealing.py"), server.address() + text("/wsman"), text(SignInGround::user)},
                         environment, m_folder.path(), password + '\n');
    };
    const Said said = talk(SignInGround::password);
    QVERIFY2(said.output.startsWith("fault The service cannot find the resource"), said.output.constData());
    QVERIFY(said.output.contains("2150858752"));
    const Said refused = talk("Wrong-Horse-8");
    QVERIFY2(refused.output.contains("credentials were rejected"), refused.output.constData());
}

void IndependentClientsTest::anotherScriptSealsByKerberos()
{
    const SimulatorProcess server(
        {text("--auth"), text("kerberos"), text("--keytab"), m_ground->kdc().keytab(), text("--sessions"), text("20")});
    QVERIFY2(server.isListening(), server.complaint().constData());
    const Said said =
        runClient(text("/usr/bin/python3"),
                  {script("kerberos-sealing.py"), text("localhost"), QString::number(QUrl(server.address()).port())},
                  m_environment, m_folder.path());
    QVERIFY2(said.exitCode == 0 && said.output.startsWith("200 "), said.output.constData());
    QVERIFY(said.output.contains("EnumerateResponse"));
    QVERIFY(said.output.contains("VMHostName"));
}

void IndependentClientsTest::wslIdentifiesAndEnumerates_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("Windows' URIs") << QStringList{
        text("http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/rdms/Win32_VirtualDesktopSession")};
    QTest::newRow("the DMTF's URIs") << QStringList{
        text("http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/Win32_VirtualDesktopSession"), text("-ns"),
        text("root/cimv2/rdms")};
}

void IndependentClientsTest::wslIdentifiesAndEnumerates()
{
    QFETCH(const QStringList, arguments);
    const SimulatorProcess server({text("--sessions"), text("20")});
    QVERIFY2(server.isListening(), server.complaint().constData());
    QProcessEnvironment environment = m_environment;
    environment.insert(text("WSENDPOINT"), server.address().mid(int(qstrlen("http://"))));
    environment.insert(text("WSNOSSL"), text("true"));
    environment.insert(text("WSUSER"), SimulatorProcess::user());
    environment.insert(text("WSPASS"), QString::fromUtf8(SimulatorProcess::password()));
    const Said identity = runClient(text("wslid"), {text("check")}, environment, m_folder.path());
    QVERIFY2(identity.output.contains("ProductVendor"), identity.output.constData());
    const Said list = runClient(text("wslenum"), arguments, environment, m_folder.path());
    QVERIFY2(list.output.count("<p:SessionId>") == 20, list.output.constData());
}

QTEST_GUILESS_MAIN(IndependentClientsTest)
#include "IndependentClientsTest.moc"
