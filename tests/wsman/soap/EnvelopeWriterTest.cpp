// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/soap/EnvelopeWriter.h"

#include "wsman/http/HttpVerdict.h"
#include "wsman/soap/ResourceUri.h"
#include "wsman/soap/XmlDocument.h"

#include <QtTest>

using namespace deskwarden;
using core::SharedString;
using core::Value;
using wsman::EnvelopeWriter;

namespace {

EnvelopeWriter writer(core::UriStyle style = core::UriStyle::Wmi)
{
    return EnvelopeWriter({"https://host:5986/wsman", style}, [] { return std::string("uuid:1"); });
}

management::InstancePath sessionPath()
{
    return {"root\\cimv2\\rdms",
            "Win32_VirtualDesktopSession",
            {{SharedString("VMHostName"), Value("H<1>")}, {SharedString("SessionId"), Value(std::uint32_t{5})}}};
}

bool isWellFormed(const std::string& text)
{
    wsman::XmlDocument document;
    return document.parse(text).has_value();
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class EnvelopeWriterTest final : public QObject
{
    Q_OBJECT

private slots:
    void questionGoesToTheStarWithoutSelectors();
    void cimStyleCarriesTheNamespaceAsSelector();
    void pullRepeatsTheLimits();
    void invokeCarriesKeysAndArguments();
    void keyWithoutTextIsRefused();
    void languagesAreToldAsWindowsTakesThem_data();
    void languagesAreToldAsWindowsTakesThem();
    void messageIdsDiffer();
    void classIsFoundInTheQuestion();
    void schemesAreReadOneALineAndSeveral();
    void httpRefusalsAreToldApart_data();
    void httpRefusalsAreToldApart();
    void whatWasEncryptedIsNotRefusedForWantOfIt();
};

void EnvelopeWriterTest::questionGoesToTheStarWithoutSelectors()
{
    const auto envelope =
        writer().enumerate({"root\\cimv2\\rdms", "SELECT * FROM C WHERE a<'x'"}, 50, std::chrono::seconds(50));
    QCOMPARE(envelope.messageId, std::string("uuid:1"));
    QVERIFY(isWellFormed(envelope.text));
    QVERIFY(has(envelope.text, ">http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/rdms/*</w:ResourceURI>"));
    QVERIFY(has(envelope.text, "WHERE a&lt;'x'</w:Filter>"));
    QVERIFY(has(envelope.text, "<w:MaxElements>50</w:MaxElements>"));
    QVERIFY(has(envelope.text, "<w:OperationTimeout>PT50.000S</w:OperationTimeout>"));
    QVERIFY(!has(envelope.text, "SelectorSet"));
}

void EnvelopeWriterTest::cimStyleCarriesTheNamespaceAsSelector()
{
    const auto envelope = writer(core::UriStyle::Cim).get(sessionPath(), std::chrono::seconds(1));
    QVERIFY(envelope);
    QVERIFY(has(envelope->text, "/cim-schema/2/Win32_VirtualDesktopSession</w:ResourceURI>"));
    QVERIFY(has(envelope->text, R"(<w:Selector Name="__cimnamespace">root/cimv2/rdms</w:Selector>)"));
}

void EnvelopeWriterTest::pullRepeatsTheLimits()
{
    const auto envelope = writer().pull({"root", "SELECT * FROM C"}, "uuid:<c>", 50, std::chrono::milliseconds(1500));
    QVERIFY(has(envelope.text, "<n:EnumerationContext>uuid:&lt;c&gt;</n:EnumerationContext>"));
    QVERIFY(has(envelope.text, "<n:MaxElements>50</n:MaxElements>"));
    QVERIFY(has(envelope.text, ">512000</w:MaxEnvelopeSize>"));
    QVERIFY(has(envelope.text, "PT1.500S"));
}

void EnvelopeWriterTest::invokeCarriesKeysAndArguments()
{
    const management::Arguments arguments{{SharedString("Title"), Value("a & b\r\nc")},
                                          {SharedString("Message"), Value()}};
    const auto envelope = writer().invoke(sessionPath(), "SendMessage", arguments, std::chrono::seconds(1));
    QVERIFY(envelope);
    QVERIFY(isWellFormed(envelope->text));
    QVERIFY(has(envelope->text, "/Win32_VirtualDesktopSession/SendMessage</a:Action>"));
    QVERIFY(has(envelope->text, R"(<w:Selector Name="VMHostName">H&lt;1&gt;</w:Selector>)"));
    QVERIFY(has(envelope->text, R"(<w:Selector Name="SessionId">5</w:Selector>)"));
    QVERIFY(has(envelope->text, "<p:Title>a &amp; b&#13;\nc</p:Title><p:Message xsi:nil=\"true\"/>"));
    const auto stat = writer().invoke({"root", "C", {}}, "Create", {}, std::chrono::seconds(1));
    QVERIFY(stat && !has(stat->text, "SelectorSet"));
}

void EnvelopeWriterTest::keyWithoutTextIsRefused()
{
    const auto envelope = writer().get({"root", "C", {{SharedString("K"), Value()}}}, std::chrono::seconds(1));
    QVERIFY(!envelope);
    QCOMPARE(envelope.error().kind, core::ErrorKind::InvalidInput);
}

void EnvelopeWriterTest::languagesAreToldAsWindowsTakesThem_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("by default") << QByteArray() << QByteArray("en-US");
    QTest::newRow("the program's own") << QByteArray("ru-RU") << QByteArray("ru-RU");
    QTest::newRow("none at all") << QByteArray("\"/><") << QByteArray("&quot;/&gt;&lt;");
}

void EnvelopeWriterTest::languagesAreToldAsWindowsTakesThem()
{
    QFETCH(const QByteArray, language);
    QFETCH(const QByteArray, sent);
    wsman::EnvelopeOptions options;
    options.to = "https://host:5986/wsman";
    if (!language.isEmpty())
        options.language = language.toStdString();
    const EnvelopeWriter writer(options);
    const management::Query query{"root\\cimv2\\rdms", "SELECT * FROM C"};
    const auto get = writer.get(sessionPath(), std::chrono::seconds(1));
    const auto act = writer.invoke(sessionPath(), "Logoff", {}, std::chrono::seconds(1));
    QVERIFY(get && act);
    for (const wsman::Envelope& envelope :
         {writer.enumerate(query, 50, std::chrono::seconds(1)), writer.pull(query, "c", 50, std::chrono::seconds(1)),
          writer.release(query, "c", std::chrono::seconds(1)), *get, *act})
    {
        QVERIFY(isWellFormed(envelope.text));
        // One that must be understood is refused (0x80338087). Only what people read follows their language.
        QVERIFY(has(envelope.text, "<w:Locale xml:lang=\"" + sent.toStdString() + "\" s:mustUnderstand=\"false\"/>"));
        QVERIFY(has(envelope.text, "<p:DataLocale xml:lang=\"en-US\" s:mustUnderstand=\"false\"/>"));
        QVERIFY(has(envelope.text, " xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd\""));
        QVERIFY(has(envelope.text, " xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\""));
    }
}

void EnvelopeWriterTest::messageIdsDiffer()
{
    const std::string id = wsman::randomMessageId();
    QCOMPARE(id.size(), std::size_t{41});
    QVERIFY(id != wsman::randomMessageId());
}

void EnvelopeWriterTest::classIsFoundInTheQuestion()
{
    QCOMPARE(std::string(wsman::classNameOf("select a, b\n from  Win32_X where c")), std::string("Win32_X"));
    QCOMPARE(std::string(wsman::classNameOf("select")), std::string());
}

void EnvelopeWriterTest::schemesAreReadOneALineAndSeveral()
{
    const auto schemes = wsman::offeredSchemes(
        {"Negotiate", "Basic realm=\"a, Digest b\", charset=\"UTF-8\", Kerberos", "negotiate2", "Negotiate"});
    QCOMPARE(schemes, (std::vector<std::string>{"Negotiate", "Basic", "Kerberos", "negotiate2"}));
}

void EnvelopeWriterTest::httpRefusalsAreToldApart_data()
{
    using core::ErrorKind;
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto add = [](const char* name, int status, const char* type, const char* body, ErrorKind kind) {
        QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << static_cast<int>(kind);
    };
    add("404", 404, "text/html", "<html>", ErrorKind::NotWsman);
    add("page with 200", 200, "text/html", "<html>", ErrorKind::NotWsman);
    add("403", 403, "", "", ErrorKind::HttpStatus);
    add("413", 413, "", "", ErrorKind::HttpStatus);
    add("503", 503, "text/plain", "busy", ErrorKind::HttpStatus);
    add("500 without a word", 500, "", "", ErrorKind::EncryptionRequired);
    add("TLS port", 400, "text/html", "The plain HTTP request was sent to HTTPS port", ErrorKind::TlsRequired);
}

void EnvelopeWriterTest::httpRefusalsAreToldApart()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    const auto verdict = wsman::httpVerdict({status, type.toStdString(), {}, body.toStdString()}, "Basic");
    QVERIFY(verdict);
    QCOMPARE(core::symbol(verdict->kind), core::symbol(static_cast<core::ErrorKind>(kind)));
    // What is recorded of an act; other kinds have a status of their own, or none.
    if (verdict->kind == core::ErrorKind::HttpStatus || verdict->kind == core::ErrorKind::EncryptionRequired)
        QCOMPARE(verdict->status(), static_cast<std::uint32_t>(status));
}

void EnvelopeWriterTest::whatWasEncryptedIsNotRefusedForWantOfIt()
{
    const auto verdict = wsman::httpVerdict({500, {}, {}, {}}, "Basic", false);
    QVERIFY(verdict);
    QCOMPARE(verdict->kind, core::ErrorKind::HttpStatus);
    QCOMPARE(verdict->code, 500U);
    QCOMPARE(verdict->delivery, core::Delivery::MaybeSent);
}

QTEST_APPLESS_MAIN(EnvelopeWriterTest)
#include "EnvelopeWriterTest.moc"
