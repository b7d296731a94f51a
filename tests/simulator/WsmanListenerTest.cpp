// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/WsmanListener.h"

#include "SoapClient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdlib>

using namespace deskwarden;
using simulator::ListenerOptions;
using simulator::SimulatedBroker;
using simulator::WsmanListener;
using tests::Reply;
using tests::SoapClient;

namespace {

const std::string everything = "SELECT * FROM Win32_VirtualDesktopSession";

ListenerOptions optionsFor()
{
    ListenerOptions options;
    options.user = "tester";
    options.password = core::Secret("secret");
    return options;
}

struct Scene
{
    explicit Scene(std::size_t sessions = 120, ListenerOptions options = optionsFor())
        : broker({sessions})
        , listener(WsmanListener::start(broker, std::move(options)).value())
        , client(listener->address())
    {}
    SimulatedBroker broker;
    std::unique_ptr<WsmanListener> listener;
    SoapClient client;

    std::string anySelectors()
    {
        const Reply reply = client.enumerate(everything);
        return SoapClient::selectors(reply.valueOf("p:VMHostName"), reply.valueOf("p:SessionId"));
    }
};

} // namespace

class WsmanListenerTest : public QObject
{
    Q_OBJECT

private slots:
    void identifyNeedsNoSignIn();
    void signInIsAsked();
    void signInIsAsked_data();
    void challengesAreAsConfigured();
    void enumerationIsComplete();
    void firstAnswerHasOneItem();
    void contextChangesWithEveryPull();
    void nullIsNilInBothForms();
    void projectionHasNoNamespace();
    void mistakesHaveTheirOwnFaults();
    void selectorsAreChecked();
    void pullMustRepeatItsParameters();
    void releasedContextIsDead();
    void envelopeLimitIsKept();
    void getAndInvoke();
    void messageTextsSurvive();
    void cimStyleWorks();
    void staticMethodNeedsNoSelectors();
    void otherRequestsAreRefused();
    void tlsWorks();
    void unusableOptionsAreRefused();
    void quirksAreOnOrder();
};

void WsmanListenerTest::identifyNeedsNoSignIn()
{
    Scene scene;
    scene.client.credentials.clear();
    QCOMPARE(scene.client.identify().status, 401L);
    scene.client.extraHeaders = {"WSMANIDENTIFY: unauthenticated"};
    const Reply reply = scene.client.identify();
    QCOMPARE(reply.status, 200L);
    QVERIFY(reply.has("IdentifyResponse"));
    QVERIFY(reply.has("OS: 0.0.0 SP: 0.0 Stack: 3.0"));
    QCOMPARE(scene.client.enumerate(everything).status, 401L);
    scene.client.extraHeaders.clear();
    scene.client.credentials = "tester:secret";
    QVERIFY(scene.client.identify().has("OS: 10."));
}

void WsmanListenerTest::signInIsAsked_data()
{
    QTest::addColumn<QString>("credentials");
    for (const char* text :
         {"", "tester:", "tester:Secret", "tester:secre", "tester:secretsecret", "other:secret", ":"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void WsmanListenerTest::signInIsAsked()
{
    QFETCH(QString, credentials);
    Scene scene(5);
    scene.client.credentials = credentials.toStdString();
    const Reply reply = scene.client.enumerate(everything);
    QCOMPARE(reply.status, 401L);
    QVERIFY(reply.body.empty());
    QVERIFY(reply.headers.find("WWW-Authenticate: Basic realm=\"WSMAN\"") != std::string::npos);
}

void WsmanListenerTest::challengesAreAsConfigured()
{
    ListenerOptions options = optionsFor();
    options.extraChallenges = {"Negotiate", "Kerberos"};
    Scene lines(5, options);
    lines.client.credentials.clear();
    const std::string headers = lines.client.enumerate(everything).headers;
    QVERIFY(headers.find("WWW-Authenticate: Negotiate\r\n") != std::string::npos);
    QVERIFY(headers.find("WWW-Authenticate: Kerberos\r\n") != std::string::npos);
    options.hasChallengesInOneLine = true;
    Scene line(5, options);
    line.client.credentials.clear();
    QVERIFY(line.client.enumerate(everything)
                .headers.find("WWW-Authenticate: Negotiate, Kerberos, Basic realm=\"WSMAN\"\r\n") != std::string::npos);
}

void WsmanListenerTest::enumerationIsComplete()
{
    Scene scene(333);
    QCOMPARE(tests::itemsIn(scene.client.all(everything, 50)), std::size_t{333});
    QCOMPARE(tests::itemsIn(scene.client.all(everything + " WHERE SessionId = 4000000")), std::size_t{0});
}

void WsmanListenerTest::firstAnswerHasOneItem()
{
    Scene scene;
    const auto replies = scene.client.all(everything, 1000);
    QCOMPARE(replies.size(), std::size_t{2});
    QCOMPARE(tests::itemsIn({replies.front()}), std::size_t{1});
    QVERIFY(replies.front().has("<w:Items>") && replies.back().has("<n:Items>"));
}

void WsmanListenerTest::contextChangesWithEveryPull()
{
    Scene scene;
    const std::string first = scene.client.enumerate(everything, 10).valueOf("n:EnumerationContext");
    const std::string second = scene.client.pull(first, 10).valueOf("n:EnumerationContext");
    QVERIFY(!first.empty() && !second.empty() && first != second);
    QCOMPARE(scene.client.pull(first, 10).faultCode(), 0x8033801BUL);
    QCOMPARE(scene.client.pull(second, 10).status, 200L);
}

void WsmanListenerTest::nullIsNilInBothForms()
{
    Scene scene;
    QVERIFY(scene.client.enumerate(everything + " WHERE UserName IS NULL").has("<p:UserName xsi:nil=\"true\"/>"));
    const Reply fragment =
        scene.client.enumerate("SELECT UserName FROM Win32_VirtualDesktopSession WHERE UserName IS NULL");
    QVERIFY(fragment.has("<UserName xsi:nil=\"true\"/>"));
}

void WsmanListenerTest::projectionHasNoNamespace()
{
    Scene scene;
    const Reply reply = scene.client.enumerate("SELECT SessionId, VMHostName FROM Win32_VirtualDesktopSession");
    QVERIFY(reply.has("<w:XmlFragment "));
    QVERIFY(reply.has("<SessionId>") && reply.has("<VMHostName>") && !reply.has("UserName"));
}

void WsmanListenerTest::mistakesHaveTheirOwnFaults()
{
    Scene scene;
    const Reply noClass = scene.client.enumerate("SELECT * FROM Win32_Nothing");
    QCOMPARE(noClass.status, 500L);
    QCOMPARE(noClass.faultCode(), 0x8033801AUL);
    QVERIFY(noClass.has("The specified class does not exist in the given namespace."));
    QCOMPARE(scene.client.enumerate("SELECT nonsense").faultCode(), 0x8033801AUL);
    const std::string action = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Enumerate";
    const auto post = [&](const std::string& uri, const std::string& header, const std::string& body) {
        return scene.client.post(scene.client.envelope(action, uri, header, body)).faultCode();
    };
    const std::string filter = "<w:Filter Dialect=\"http://schemas.microsoft.com/wbem/wsman/1/WQL\">" + everything;
    const std::string filtered = "<n:Enumerate>" + filter + "</w:Filter></n:Enumerate>";
    QCOMPARE(post("http://schemas.microsoft.com/wbem/wsman/1/wmi/root/nowhere/*", {}, filtered), 0x80338000UL);
    QCOMPARE(post(tests::sessionUri, {}, filtered), 0x803380FBUL);
    QCOMPARE(post(tests::sessionUri, SoapClient::selectors("H", "1"), "<n:Enumerate/>"), 0x80338108UL);
    QCOMPARE(post(tests::sessionUri, {}, "<n:Pull/>"), 0x80338027UL);
    QCOMPARE(post("http://elsewhere/", {}, filtered), 0x80338000UL);
    QCOMPARE(post(tests::wmiUri + "*", "<w:Locale xml:lang=\"en-US\" s:mustUnderstand=\"true\"/>", filtered),
             0x80338087UL);
    QCOMPARE(post(tests::wmiUri + "*", "<w:Strange s:mustUnderstand=\"true\"/>", filtered), 0x80338010UL);
    QCOMPARE(scene.client.post("<!DOCTYPE x [<!ENTITY e 'e'>]><x>&e;</x>").faultCode(), 0x80338043UL);
    QCOMPARE(scene.client.post("<unfinished").faultCode(), 0x80338043UL);
}

void WsmanListenerTest::selectorsAreChecked()
{
    Scene scene;
    const std::string good = scene.anySelectors();
    const std::string end = "</w:SelectorSet>";
    const auto with = [&](const std::string& selector) {
        return good.substr(0, good.size() - end.size()) + selector + end;
    };
    QCOMPARE(scene.client.get(good).status, 200L);
    QCOMPARE(scene.client.get({}).faultCode(), 0x803380FAUL);
    QCOMPARE(scene.client.get("<w:SelectorSet><w:Selector Name=\"SessionId\">1</w:Selector>" + end).faultCode(),
             0x8033805AUL);
    QCOMPARE(scene.client.get(with("<w:Selector Name=\"Colour\">red</w:Selector>")).faultCode(), 0x8033805BUL);
    QCOMPARE(scene.client.get(SoapClient::selectors("RDVH-01.nordwind.example", "red")).faultCode(), 0x8033805CUL);
    QCOMPARE(scene.client.get(SoapClient::selectors("RDVH-01.nordwind.example", "4000000")).faultCode(), 0x80338000UL);
    QCOMPARE(scene.client.invoke("Logoff", {}).faultCode(), 0x803380FAUL);
    QCOMPARE(scene.client.invoke("Explode", good).faultCode(), 0x80338013UL);
}

void WsmanListenerTest::pullMustRepeatItsParameters()
{
    Scene scene;
    const std::string first = scene.client.enumerate(everything, 10).valueOf("n:EnumerationContext");
    QCOMPARE(scene.client.pull(first, 11).faultCode(), 0x803381ADUL);
    const std::string second = scene.client.enumerate(everything, 10).valueOf("n:EnumerationContext");
    scene.client.maxEnvelopeSize = "153600";
    QCOMPARE(scene.client.pull(second, 10).faultCode(), 0x803381ADUL);
    scene.client.maxEnvelopeSize = "8191";
    QCOMPARE(scene.client.enumerate(everything).faultCode(), 0x8033807EUL);
}

void WsmanListenerTest::releasedContextIsDead()
{
    Scene scene;
    const std::string context = scene.client.enumerate(everything, 10).valueOf("n:EnumerationContext");
    QCOMPARE(scene.client.release(context).status, 200L);
    QCOMPARE(scene.client.pull(context, 10).faultCode(), 0x8033801BUL);
}

void WsmanListenerTest::envelopeLimitIsKept()
{
    Scene scene(1000);
    scene.client.maxEnvelopeSize = "32768";
    const auto replies = scene.client.all(everything, 32000);
    QCOMPARE(tests::itemsIn(replies), std::size_t{1000});
    for (const Reply& reply : replies)
        QVERIFY2(QString::fromStdString(reply.body).size() * 2 <= 32768, std::to_string(reply.body.size()).c_str());
    QVERIFY(replies[1].body.size() > 12'000);
}

void WsmanListenerTest::getAndInvoke()
{
    Scene scene;
    const std::string selectors = scene.anySelectors();
    const std::string user = scene.client.get(selectors).valueOf("p:UserName");
    const Reply reply = scene.client.invoke("Logoff", selectors);
    QCOMPARE(reply.status, 200L);
    QCOMPARE(reply.valueOf("p:ReturnValue"), std::string("0"));
    QVERIFY(reply.has("uuid:11111111-2222-3333-4444-555555555555"));
    QCOMPARE(scene.broker.journal().lines().size(), std::size_t{1});
    QVERIFY(scene.broker.journal().lines().front().find(user) != std::string::npos);
    QCOMPARE(scene.client.get(selectors).valueOf("p:ConnectState"), std::string("7"));
    QTRY_COMPARE_WITH_TIMEOUT(scene.client.get(selectors).faultCode(), 0x80338000UL, 20'000);
}

void WsmanListenerTest::messageTextsSurvive()
{
    Scene scene;
    const Reply reply = scene.client.invoke("SendMessage", scene.anySelectors(),
                                            "<p:Title>A &amp; B</p:Title><p:Message>Привет &lt;b&gt;</p:Message>");
    QCOMPARE(reply.valueOf("p:ReturnValue"), std::string("0"));
    const std::string line = scene.broker.journal().lines().front();
    QVERIFY(line.find("\"title\":\"A & B\"") != std::string::npos);
    QVERIFY(line.find("\"text\":\"Привет <b>\"") != std::string::npos);
    const Reply foreign =
        scene.client.invoke("SendMessage", scene.anySelectors(), "<q:Title xmlns:q=\"http://elsewhere/\">A</q:Title>");
    QCOMPARE(foreign.faultCode(), 0x80338058UL);
}

void WsmanListenerTest::cimStyleWorks()
{
    Scene scene;
    const std::string uri = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/Win32_VirtualDesktopSession";
    const std::string place =
        "<w:SelectorSet><w:Selector Name=\"__cimnamespace\">root/cimv2/rdms</w:Selector></w:SelectorSet>";
    const Reply reply =
        scene.client.post(scene.client.envelope("http://schemas.xmlsoap.org/ws/2004/09/enumeration/Enumerate", uri,
                                                place, "<n:Enumerate><w:OptimizeEnumeration/></n:Enumerate>"));
    QCOMPARE(reply.status, 200L);
    QVERIFY(reply.has("xmlns:p=\"" + uri + "\""));
}

void WsmanListenerTest::staticMethodNeedsNoSelectors()
{
    Scene scene;
    const std::string uri = tests::wmiUri + "Win32_RDMSEnvironment";
    const Reply reply = scene.client.post(
        scene.client.envelope(uri + "/GetActiveServer", uri, {}, "<p:GetActiveServer_INPUT xmlns:p=\"" + uri + "\"/>"));
    QCOMPARE(reply.valueOf("p:ServerName"), std::string(scene.broker.name()));
    QCOMPARE(reply.valueOf("p:ReturnValue"), std::string("0"));
}

void WsmanListenerTest::otherRequestsAreRefused()
{
    ListenerOptions options = optionsFor();
    options.envelopeKb = 32;
    Scene scene(5, options);
    QCOMPARE(scene.client.post("<x/>", "/").status, 404L);
    QCOMPARE(scene.client.post(std::string(40'000, ' ')).status, 413L);
    scene.client.contentType = "text/html";
    QCOMPARE(scene.client.post("<x/>").status, 415L);
}

void WsmanListenerTest::tlsWorks()
{
#ifdef Q_OS_WIN
    QSKIP("the simulator's TLS is GnuTLS, which is not built for Windows");
#endif
    const QTemporaryDir folder;
    const QString key = folder.filePath(QStringLiteral("key.pem"));
    const QString certificate = folder.filePath(QStringLiteral("certificate.pem"));
    // Not QProcess: ThreadSanitizer does not survive its fork in a program with threads.
    const QString command = QStringLiteral("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
                                           "-subj /CN=localhost -keyout '%1' -out '%2' 2>/dev/null")
                                .arg(key, certificate);
    QCOMPARE(std::system(qPrintable(command)), 0);
    const auto content = [](const QString& name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    };
    ListenerOptions options = optionsFor();
    options.tlsCertificatePem = content(certificate);
    options.tlsKeyPem = content(key);
    QVERIFY(!options.tlsCertificatePem.empty());
    Scene scene(60, options);
    QVERIFY(scene.listener->address().starts_with("https://127.0.0.1:"));
    QCOMPARE(tests::itemsIn(scene.client.all(everything)), std::size_t{60});
    options.tlsKeyPem = "nonsense";
    QVERIFY(!WsmanListener::start(scene.broker, options));
}

void WsmanListenerTest::unusableOptionsAreRefused()
{
    Scene scene(5);
    QCOMPARE(WsmanListener::start(scene.broker, {}).error().kind, core::ErrorKind::InvalidInput);
    ListenerOptions options = optionsFor();
    options.port = scene.listener->port();
    QCOMPARE(WsmanListener::start(scene.broker, options).error().kind, core::ErrorKind::InvalidInput);
}

void WsmanListenerTest::quirksAreOnOrder()
{
    ListenerOptions options = optionsFor();
    options.closesConnections = true;
    options.hasItemsBeforeContext = true;
    options.hasWrongRelatesTo = true;
    options.faultsWithStatus200 = true;
    options.dripBytes = 100;
    options.firstAnswerItems = 3;
    Scene scene(40, options);
    const Reply first = scene.client.enumerate(everything);
    QVERIFY(first.headers.find("Connection: close") != std::string::npos);
    QVERIFY(first.body.find("<w:Items>") < first.body.find("<n:EnumerationContext>"));
    QVERIFY(!first.has("uuid:11111111-2222-3333-4444-555555555555"));
    QCOMPARE(tests::itemsIn({first}), std::size_t{3});
    const Reply fault = scene.client.enumerate("SELECT * FROM Nothing");
    QCOMPARE(fault.status, 200L);
    QCOMPARE(fault.faultCode(), 0x8033801AUL);
    options.refusesUnencrypted = true;
    Scene sealed(5, options);
    const Reply refused = sealed.client.enumerate(everything);
    QCOMPARE(refused.status, 500L);
    QVERIFY(refused.body.empty());
}

QTEST_GUILESS_MAIN(WsmanListenerTest)
#include "WsmanListenerTest.moc"
