// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/soap/EnvelopeReader.h"

#include "core/Value.h"
#include "wsman/Answers.h"

#include <QtTest>

#include <string>

using namespace deskwarden;
using core::ErrorKind;
using core::Instance;
using core::SharedString;
using core::Value;
using wsman::EnvelopeReader;
namespace answers = wsman::answers;

namespace {

Instance rowOf(const std::string& text)
{
    EnvelopeReader reader;
    auto answer = reader.readEnumeration(text, {}, "Projected");
    if (!answer) {
        qWarning("%s: %s", core::symbol(answer.error().kind), answer.error().detail.c_str());
        return {};
    }
    return answer->instances.empty() ? Instance() : answer->instances.front();
}

std::string textOf(const Instance& instance, std::string_view name)
{
    const Value* value = instance.find(name);
    return value && !value->isNull() ? value->text().toString() : "(none)";
}

ErrorKind kindOf(const std::string& text)
{
    EnvelopeReader reader;
    const auto answer = reader.readEnumeration(text, {}, {});
    return answer ? ErrorKind::Cancelled : answer.error().kind;
}

} // namespace

class EnvelopeReaderTest final : public QObject
{
    Q_OBJECT

private slots:
    void typedRowTellsNullAbsentAndEmptyApart();
    void projectedRowIsReadWithoutNamespaces();
    void prefixesAndOrderDoNotMatter();
    void textSurvivesByteForByte_data();
    void textSurvivesByteForByte();
    void repeatedElementBecomesAnArray();
    void dateTimesAreReadInEveryWrapper_data();
    void dateTimesAreReadInEveryWrapper();
    void embeddedInstancesAreRead();
    void referencesAreReadAsKeys();
    void foreignElementsAreNoProperties();
    void rowsOfDifferentBuildAreKeptApart();
    void objectsWithReferencesAreUnwrapped();
    void itemsMayStandBeforeTheContext();
    void emptyContextIsTheEnd();
    void missingContextKeepsTheOldOne();
    void answerToAnotherMessageIsRefused();
    void echoInAnotherSpellingIsAccepted();
    void hostileDocumentsAreRefused_data();
    void hostileDocumentsAreRefused();
    void deepNestingDoesNoHarm();
    void manyRepetitionsStayCheap();
    void everyTruncationIsAnError();
    void returnValueIsRead_data();
    void returnValueIsRead();
    void unreadableReturnValueMayHaveActed_data();
    void unreadableReturnValueMayHaveActed();
    void omiMethodAnswerIsRead();
    void outParametersAreKeptApart();
    void identityIsReadByLocalName();
};

void EnvelopeReaderTest::typedRowTellsNullAbsentAndEmptyApart()
{
    const Instance row = rowOf(answers::enumerateResponse(
        answers::typedRow(
            R"(<p:ClientMachineName xsi:nil="true"/><p:ConnectState>4</p:ConnectState><p:UserName></p:UserName>)"
            R"(<p:VMName>VM-1</p:VMName>)"),
        "", true));
    QCOMPARE(row.className().toString(), std::string("Win32_VirtualDesktopSession"));
    QVERIFY(row.find("ClientMachineName") && row.find("ClientMachineName")->isNull());
    QVERIFY(!row.find("DomainName"));
    QVERIFY(row.find("UserName") && !row.find("UserName")->isNull());
    QCOMPARE(textOf(row, "UserName"), std::string());
    QCOMPARE(textOf(row, "connectstate"), std::string("4"));
}

void EnvelopeReaderTest::projectedRowIsReadWithoutNamespaces()
{
    const std::string row =
        R"(<w:XmlFragment xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><SessionId>7</SessionId>)"
        R"(<UserName xsi:nil="true"/><VMName>VM-1</VMName></w:XmlFragment>)";
    const Instance instance = rowOf(answers::enumerateResponse(row, "", true));
    QCOMPARE(instance.className().toString(), std::string("Projected"));
    QCOMPARE(textOf(instance, "SessionId"), std::string("7"));
    QVERIFY(instance.find("UserName")->isNull());
}

void EnvelopeReaderTest::prefixesAndOrderDoNotMatter()
{
    const std::string text = R"(<?xml version="1.0"?><Envelope xmlns="http://www.w3.org/2003/05/soap-envelope"><Body>
 <x:PullResponse xmlns:x="http://schemas.xmlsoap.org/ws/2004/09/enumeration">
  <x:EndOfSequence/>
  <x:Items><C xmlns="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/C"><A>1</A><B> two </B></C></x:Items>
  <x:EnumerationContext>
     uuid:1
  </x:EnumerationContext>
 </x:PullResponse></Body><Header/></Envelope>)";
    EnvelopeReader reader;
    const auto answer = reader.readEnumeration(text, {}, {});
    QVERIFY(answer);
    QVERIFY(answer->isEnd);
    QCOMPARE(*answer->context, std::string("uuid:1"));
    QCOMPARE(answer->instances.size(), std::size_t{1});
    QCOMPARE(textOf(answer->instances.front(), "B"), std::string(" two "));
}

void EnvelopeReaderTest::textSurvivesByteForByte_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray longText(10'000, 'x');
    QTest::newRow("spaces") << QByteArray("  a  b ") << QByteArray("  a  b ");
    QTest::newRow("only spaces") << QByteArray("   ") << QByteArray("   ");
    QTest::newRow("entities") << QByteArray("&lt;b&gt; &amp;&quot;&apos; &#x41;&#66;") << QByteArray("<b> &\"' AB");
    QTest::newRow("unknown entity stays") << QByteArray("&nbsp;") << QByteArray("&nbsp;");
    QTest::newRow("line ends") << QByteArray("a&#13;&#10;b&#13;c") << QByteArray("a\r\nb\rc");
    QTest::newRow("literal line ends") << QByteArray("a\r\nb\rc") << QByteArray("a\nb\nc");
    QTest::newRow("Cyrillic") << QByteArray("Пользователь №1") << QByteArray("Пользователь №1");
    QTest::newRow("emoji") << QByteArray("😀&#x1F600;") << QByteArray("😀😀");
    QTest::newRow("CDATA") << QByteArray(" a<![CDATA[<b> & ]]> c ") << QByteArray(" a<b> &  c ");
    QTest::newRow("CDATA after spaces") << QByteArray("  <![CDATA[x]]>  ") << QByteArray("  x  ");
    QTest::newRow("comment inside") << QByteArray("a<!-- - -->b") << QByteArray("ab");
    QTest::newRow("10,000 characters") << longText << longText;
}

void EnvelopeReaderTest::textSurvivesByteForByte()
{
    QFETCH(QByteArray, xml);
    QFETCH(QByteArray, expected);
    const Instance row =
        rowOf(answers::enumerateResponse(answers::typedRow("<p:T>" + xml.toStdString() + "</p:T>"), "", true));
    QCOMPARE(QByteArray::fromStdString(textOf(row, "T")), expected);
}

void EnvelopeReaderTest::repeatedElementBecomesAnArray()
{
    const Instance row = rowOf(answers::enumerateResponse(
        answers::typedRow("<p:A>1</p:A><p:A>2</p:A><p:B>x</p:B><p:A xsi:nil=\"true\"/>"), "", true));
    const auto* array = std::get_if<core::ValueArray>(&row.find("A")->variant());
    QVERIFY(array);
    QCOMPARE(array->size(), std::size_t{3});
    QCOMPARE(array->at(1).text().toString(), std::string("2"));
    QVERIFY(array->at(2).isNull());
    QCOMPARE(row.properties().size(), std::size_t{2});
}

void EnvelopeReaderTest::dateTimesAreReadInEveryWrapper_data()
{
    QTest::addColumn<QByteArray>("xml");
    for (const char* wrapper : {"cim:Datetime", "cim:Date", "cim:Interval", "cim:CIM_DateTime", "Datetime", "Interval"})
        QTest::newRow(wrapper) << QByteArray("<") + wrapper + ">2013-04-15T16:28:43Z</" + wrapper + ">";
}

void EnvelopeReaderTest::dateTimesAreReadInEveryWrapper()
{
    QFETCH(QByteArray, xml);
    const Instance row =
        rowOf(answers::enumerateResponse(answers::typedRow("<p:T>\n " + xml.toStdString() + "\n</p:T>"), "", true));
    const auto* time = std::get_if<core::DateTime>(&row.find("T")->variant());
    QVERIFY(time);
    QCOMPARE(time->text.toString(), std::string("2013-04-15T16:28:43Z"));
}

void EnvelopeReaderTest::embeddedInstancesAreRead()
{
    const Instance row = rowOf(answers::enumerateResponse(
        answers::typedRow(R"(<p:E xmlns:e="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Inner")"
                          R"( xsi:type="e:Inner_Type"><e:Name>in</e:Name><e:Day>3</e:Day></p:E>)"),
        "", true));
    const auto* inner = std::get_if<std::shared_ptr<const Instance>>(&row.find("E")->variant());
    QVERIFY(inner && *inner);
    QCOMPARE((*inner)->className().toString(), std::string("Inner"));
    QCOMPARE(textOf(**inner, "Name"), std::string("in"));
}

void EnvelopeReaderTest::referencesAreReadAsKeys()
{
    const std::string address =
        "<a:Address>x</a:Address><a:ReferenceParameters><w:ResourceURI>" + answers::classUri +
        R"(</w:ResourceURI><w:SelectorSet><w:Selector Name="SessionId">7</w:Selector></w:SelectorSet></a:ReferenceParameters>)";
    for (const std::string& xml : {address, "<a:EndpointReference>" + address + "</a:EndpointReference>"}) {
        const Instance row = rowOf(answers::enumerateResponse(answers::typedRow("<p:R>" + xml + "</p:R>"), "", true));
        const auto* path = std::get_if<std::shared_ptr<const Instance>>(&row.find("R")->variant());
        QVERIFY(path && *path);
        QCOMPARE((*path)->className().toString(), std::string("Win32_VirtualDesktopSession"));
        QCOMPARE(textOf(**path, "SessionId"), std::string("7"));
    }
}

void EnvelopeReaderTest::foreignElementsAreNoProperties()
{
    const Instance row = rowOf(answers::enumerateResponse(
        answers::typedRow(R"(<p:A>1</p:A><w:UserName>evil</w:UserName><q:A xmlns:q="urn:other">2</q:A>)"), "", true));
    QCOMPARE(row.properties().size(), std::size_t{1});
    QCOMPARE(textOf(row, "A"), std::string("1"));
}

void EnvelopeReaderTest::rowsOfDifferentBuildAreKeptApart()
{
    EnvelopeReader reader;
    const auto answer =
        reader.readEnumeration(answers::enumerateResponse(answers::typedRow("<p:X>1</p:X><p:Z>2</p:Z><p:Y>3</p:Y>") +
                                                              answers::typedRow("<p:Y>4</p:Y>") +
                                                              answers::typedRow("<p:Y>5</p:Y><p:Z>6</p:Z><p:Y>7</p:Y>"),
                                                          "", true),
                               {}, {});
    QVERIFY(answer);
    QCOMPARE(answer->instances.size(), std::size_t{3});
    QCOMPARE(textOf(answer->instances[1], "Y"), std::string("4"));
    QCOMPARE(answer->instances[2].properties().size(), std::size_t{2});
    QVERIFY(std::holds_alternative<core::ValueArray>(answer->instances[2].find("Y")->variant()));
}

void EnvelopeReaderTest::objectsWithReferencesAreUnwrapped()
{
    const Instance row = rowOf(answers::enumerateResponse(
        "<w:Item>" + answers::typedRow("<p:A>1</p:A>") + "<a:EndpointReference/></w:Item>", "", true));
    QCOMPARE(textOf(row, "A"), std::string("1"));
}

void EnvelopeReaderTest::itemsMayStandBeforeTheContext()
{
    EnvelopeReader reader;
    const auto answer = reader.readEnumeration(
        answers::envelope("<n:EnumerateResponse><w:Items>" + answers::typedRow("<p:A>1</p:A>") +
                          "</w:Items><n:EnumerationContext>c1</n:EnumerationContext></n:EnumerateResponse>"),
        {}, {});
    QVERIFY(answer);
    QVERIFY(!answer->isEnd);
    QCOMPARE(answer->instances.size(), std::size_t{1});
    QCOMPARE(*answer->context, std::string("c1"));
}

void EnvelopeReaderTest::emptyContextIsTheEnd()
{
    EnvelopeReader reader;
    const auto answer = reader.readEnumeration(answers::enumerateResponse("", "", false), {}, {});
    QVERIFY(answer && answer->isEnd);
}

void EnvelopeReaderTest::missingContextKeepsTheOldOne()
{
    EnvelopeReader reader;
    const auto answer =
        reader.readEnumeration(answers::envelope("<n:PullResponse><n:Items/></n:PullResponse>"), {}, {});
    QVERIFY(answer && !answer->isEnd && !answer->context);
}

void EnvelopeReaderTest::answerToAnotherMessageIsRefused()
{
    EnvelopeReader reader;
    const std::string text = answers::envelope("<n:PullResponse/>", "<a:RelatesTo>uuid:2</a:RelatesTo>");
    const auto answer = reader.readEnumeration(text, "uuid:1", {});
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Malformed);
}

void EnvelopeReaderTest::echoInAnotherSpellingIsAccepted()
{
    EnvelopeReader reader;
    const std::string text = answers::envelope("<n:PullResponse/>", "<a:RelatesTo>\n uuid.ABC-1 </a:RelatesTo>");
    QVERIFY(reader.readEnumeration(text, "uuid:abc-1", {}));
}

void EnvelopeReaderTest::hostileDocumentsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    const auto add = [](const char* name, const std::string& text, ErrorKind kind) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << static_cast<int>(kind);
    };
    const std::string good = answers::enumerateResponse("", "", true);
    add("empty", "", ErrorKind::Malformed);
    add("garbage", std::string("\x01\x02\xFF garbage", 11), ErrorKind::Malformed);
    add("HTML", "<!DOCTYPE html><html><body>404</body></html>", ErrorKind::NotWsman);
    add("HTML in capitals", "\r\n<HTML><BODY>404</BODY></HTML>", ErrorKind::NotWsman);
    add("XHTML", R"(<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>)", ErrorKind::NotWsman);
    add("DOCTYPE", R"(<!DOCTYPE s [<!ENTITY x "y">]>)" + good, ErrorKind::Malformed);
    add("DOCTYPE behind a declaration", R"(<?xml version="1.0"?><!-- c --><!DOCTYPE s>)" + good, ErrorKind::Malformed);
    add("DOCTYPE inside", answers::envelope("<!DOCTYPE s>"), ErrorKind::Malformed);
    add("other XML", "<a/>", ErrorKind::Malformed);
    add("SOAP 1.1", R"(<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>)",
        ErrorKind::NotWsman);
    add("no body", R"(<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"/>)", ErrorKind::Malformed);
    add("empty body", answers::envelope(""), ErrorKind::Malformed);
    add("another answer", answers::methodOutput("Logoff", ""), ErrorKind::Malformed);
    std::string properties;
    for (int index = 0; index < 2000; ++index)
        properties += "<p:P" + std::to_string(index) + "/>";
    add("2,000 properties", answers::enumerateResponse(answers::typedRow(properties), "", true), ErrorKind::Malformed);
}

void EnvelopeReaderTest::hostileDocumentsAreRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QCOMPARE(core::symbol(kindOf(text.toStdString())), core::symbol(static_cast<ErrorKind>(kind)));
}

void EnvelopeReaderTest::deepNestingDoesNoHarm()
{
    std::string deep;
    for (int level = 0; level < 300'000; ++level)
        deep += "<p:A>";
    QCOMPARE(kindOf(deep), ErrorKind::Malformed);
    for (int level = 0; level < 300'000; ++level)
        deep += "</p:A>";
    QCOMPARE(kindOf(answers::enumerateResponse(answers::typedRow(deep), "", true)), ErrorKind::Malformed);
    QCOMPARE(kindOf(answers::envelope("<s:Fault><s:Detail>" + deep + "</s:Detail></s:Fault>")), ErrorKind::Fault);
}

void EnvelopeReaderTest::manyRepetitionsStayCheap()
{
    std::string bytes;
    for (int index = 0; index < 200'000; ++index)
        bytes += "<p:A>1</p:A>";
    const Instance row = rowOf(answers::enumerateResponse(answers::typedRow(bytes), "", true));
    const auto* array = std::get_if<core::ValueArray>(&row.find("A")->variant());
    QVERIFY(array);
    QCOMPARE(array->size(), std::size_t{200'000});
}

void EnvelopeReaderTest::everyTruncationIsAnError()
{
    const std::string text = answers::enumerateResponse(
        answers::typedRow(R"(<p:A xsi:nil="true"/><p:B>&amp;</p:B><p:C><![CDATA[x]]></p:C>)"), "ctx", true);
    for (std::size_t length = 0; length < text.size(); ++length)
        QVERIFY2(kindOf(text.substr(0, length)) == ErrorKind::Malformed, std::to_string(length).c_str());
}

void EnvelopeReaderTest::returnValueIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint32>("value");
    QTest::newRow("0") << QByteArray("0") << 0U;
    QTest::newRow("spaces") << QByteArray("\n 5 ") << 5U;
    QTest::newRow("HRESULT") << QByteArray("2147749890") << 0x80041002U;
    QTest::newRow("negative") << QByteArray("-2147217406") << 0x80041002U;
}

void EnvelopeReaderTest::returnValueIsRead()
{
    QFETCH(QByteArray, text);
    QFETCH(quint32, value);
    EnvelopeReader reader;
    const auto result = reader.readMethod(
        answers::methodOutput("Logoff", "<p:ReturnValue>" + text.toStdString() + "</p:ReturnValue>"), {}, "Logoff");
    QVERIFY(result);
    QCOMPARE(result->returnValue, value);
}

void EnvelopeReaderTest::unreadableReturnValueMayHaveActed_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto add = [](const char* name, const std::string& text) {
        QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    add("missing", answers::methodOutput("Logoff", ""));
    add("nil", answers::methodOutput("Logoff", R"(<p:ReturnValue xsi:nil="true"/>)"));
    add("empty", answers::methodOutput("Logoff", "<p:ReturnValue/>"));
    add("word", answers::methodOutput("Logoff", "<p:ReturnValue>ok</p:ReturnValue>"));
    add("too large", answers::methodOutput("Logoff", "<p:ReturnValue>4294967296</p:ReturnValue>"));
    add("twice", answers::methodOutput("Logoff", "<p:ReturnValue>0</p:ReturnValue><p:ReturnValue>5</p:ReturnValue>"));
    add("other method", answers::methodOutput("Disconnect", "<p:ReturnValue>0</p:ReturnValue>"));
    add("empty body", answers::envelope(""));
    add("garbage", "garbage");
}

void EnvelopeReaderTest::unreadableReturnValueMayHaveActed()
{
    QFETCH(QByteArray, text);
    EnvelopeReader reader;
    const auto result = reader.readMethod(text.toStdString(), {}, "Logoff");
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Malformed);
    QCOMPARE(result.error().delivery, core::Delivery::MaybeSent);
}

void EnvelopeReaderTest::omiMethodAnswerIsRead()
{
    EnvelopeReader reader;
    const auto result = reader.readMethod(
        answers::envelope(R"(<m:Logoff xmlns:m="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/C">)"
                          R"(<m:ReturnValue>3</m:ReturnValue></m:Logoff>)"),
        {}, "Logoff");
    QVERIFY(result);
    QCOMPARE(result->returnValue, 3U);
}

void EnvelopeReaderTest::outParametersAreKeptApart()
{
    EnvelopeReader reader;
    const auto result = reader.readMethod(
        answers::methodOutput("Create", "<p:ProcessId>12</p:ProcessId><p:ReturnValue>0</p:ReturnValue>"), {}, "Create");
    QVERIFY(result);
    QCOMPARE(result->outParameters.size(), std::size_t{1});
    QCOMPARE(result->outParameters.front().value.toUint32(), std::optional<std::uint32_t>(12));
}

void EnvelopeReaderTest::identityIsReadByLocalName()
{
    EnvelopeReader reader;
    const auto identity = reader.readIdentity(answers::envelope(
        R"(<s:IdentifyResponse><i:ProductVendor xmlns:i="urn:i"> Vendor </i:ProductVendor></s:IdentifyResponse>)"));
    QVERIFY(identity);
    QCOMPARE(identity->vendor, std::string("Vendor"));
}

QTEST_APPLESS_MAIN(EnvelopeReaderTest)
#include "EnvelopeReaderTest.moc"
