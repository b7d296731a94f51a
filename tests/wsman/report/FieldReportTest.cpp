// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Names.h"
#include "wsman/Answers.h"
#include "wsman/report/EnvelopeParts.h"
#include "wsman/report/NameMask.h"
#include "wsman/report/TimeShift.h"
#include "wsman/report/WireRecorder.h"

#include <QRegularExpression>
#include <QTest>

#include <array>
#include <chrono>
#include <string>
#include <vector>

using namespace deskwarden;
using namespace std::chrono_literals;
using wsman::ReportLine;
using wsman::WireRecorder;

namespace {

constexpr std::uint64_t anySeed = 11;
constexpr auto anyShift = -40'000'000s;

core::Result<wsman::HttpAnswer> answerOf(std::string body)
{
    wsman::HttpAnswer answer;
    answer.status = 200;
    answer.contentType = "application/soap+xml;charset=UTF-8";
    answer.body = std::move(body);
    return answer;
}

/// What strangers get to see of that answer.
std::string told(const std::string& answer, std::uint64_t seed = anySeed)
{
    WireRecorder recorder;
    recorder.exchanged("<s:Envelope/>", answerOf(answer));
    return recorder.report(seed, anyShift).back().body;
}

std::string withProperty(const std::string& name, const std::string& value)
{
    return wsman::answers::envelope(wsman::answers::typedRow("<p:" + name + ">" + value + "</p:" + name + ">"));
}

std::string maskedProperty(const std::string& name, const std::string& value)
{
    const QRegularExpression property(QStringLiteral("<p:%1>(.*?)</p:%1>").arg(QString::fromStdString(name)));
    return property.match(QString::fromStdString(told(withProperty(name, value)))).captured(1).toStdString();
}

struct Place
{
    const char* label;
    std::string before;
    std::string after;
};

/// Everywhere where a server can say a name.
std::vector<Place> places()
{
    const auto split = [](const char* label, const std::string& message) {
        const std::size_t place = message.find("@@");
        return Place{label, message.substr(0, place), message.substr(place + 2)};
    };
    namespace answers = wsman::answers;
    std::vector<Place> all;
    for (const char* property : {"UserName", "DomainName", "VMName", "VMHostName", "ClientMachineName", "CollectionId",
                                 "SessionId", "ConnectState", "CreateTime", "SID", "SecurityDescriptor", "IconContents",
                                 "SomethingNew", "ReturnValue", "Text"})
        all.push_back(split(property, withProperty(property, "@@")));
    all.push_back(split("in a longer name", withProperty("VMName", "VDI-@@-01")));
    all.push_back(split("in CDATA", withProperty("UserName", "<![CDATA[@@]]>")));
    all.push_back(split("beside a reference", withProperty("UserName", "x&amp;@@&#x41;")));
    all.push_back(split("in a comment", withProperty("UserName", "<!-- @@ -->a")));
    all.push_back(split("in an instruction", "<?who @@?>" + answers::envelope({})));
    all.push_back(split("in a DOCTYPE", "<!DOCTYPE x [<!ENTITY y \"@@\">]>" + answers::envelope({})));
    all.push_back(split("in a fault's reason", answers::fault({}, "w:InternalError", "The user @@ is unknown.")));
    all.push_back(split("in a subcode", answers::fault({}, "w:@@")));
    all.push_back(split("of the machine", answers::fault("<f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/"
                                                         "wsman/1/wsmanfault\" Code=\"5\" Machine=\"@@\"/>")));
    all.push_back(split("as a code", answers::fault("<f:WSManFault Code=\"@@\"/>")));
    all.push_back(split("in a message", answers::fault("<f:Message>No @@ here</f:Message>")));
    all.push_back(split("in single quotes", answers::fault("<f:WSManFault Machine='@@'/>")));
    all.push_back(split("in To", answers::envelope({}, "<a:To>http://@@:5985/wsman</a:To>")));
    all.push_back(split("in To without a port", answers::envelope({}, "<a:To>https://@@/wsman</a:To>")));
    all.push_back(split("in a resource", answers::envelope({}, "<w:ResourceURI>http://schemas.microsoft.com/wbem/wsman"
                                                               "/1/wmi/root/@@/Win32_X</w:ResourceURI>")));
    all.push_back(split("in an action", answers::envelope({}, "<a:Action>http://@@/Pull</a:Action>")));
    all.push_back(split("as a namespace", answers::envelope("<q:X xmlns:q=\"http://@@/x\"/>")));
    all.push_back(split("as another namespace", answers::envelope("<q:X xmlns:q=\"urn:@@\"/>")));
    all.push_back(split("as a type", answers::envelope("<q:X xsi:type=\"q:@@\"/>")));
    all.push_back(split("in a selector", answers::envelope("<w:Selector Name=\"VMHostName\">@@</w:Selector>")));
    all.push_back(split("as a selector", answers::envelope("<w:Selector Name=\"@@\">1</w:Selector>")));
    all.push_back(split("in a filter", answers::envelope("<w:Filter>SELECT * FROM X WHERE Y='@@'</w:Filter>")));
    all.push_back(split("as a context", answers::enumerateResponse({}, "uuid:@@", false)));
    all.push_back(split("as a language", answers::envelope("<q:X xml:lang=\"@@\"/>")));
    all.push_back(split("as a product", answers::envelope("<i:ProductVersion>OS: 10.0 @@</i:ProductVersion>")));
    all.push_back(split("as a vendor", answers::envelope("<i:ProductVendor>@@</i:ProductVendor>")));
    all.push_back(split("in a timeout", answers::envelope("<w:OperationTimeout>@@</w:OperationTimeout>")));
    all.push_back(split("after the end", answers::envelope({}) + "@@"));
    all.push_back(split("before the beginning", "@@" + answers::envelope({})));
    all.push_back(split("cut off in a text",
                        withProperty("UserName", "@@").substr(0, withProperty("UserName", "@@").find("@@") + 2)));
    all.push_back(split("cut off in a tag", "<s:Envelope><p:X Name=\"@@"));
    all.push_back(split("without quotes", "<s:Envelope><p:X Name=@@></s:Envelope>"));
    all.push_back(split("on a page", "<html><title>Welcome to @@</title><p class=\"@@\">hi</p></html>"));
    all.push_back(split("in plain text", "503 @@ is busy"));
    all.push_back(split("in JSON", "{\"user\": \"@@\"}"));
    return all;
}

/// Words of a name that a stranger would know it by.
std::vector<std::string> wordsOf(const std::string& name)
{
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}]{3,}"));
    std::vector<std::string> words;
    for (auto found = word.globalMatch(QString::fromStdString(name)); found.hasNext();)
        words.push_back(core::lowered(found.next().captured().toStdString()));
    return words;
}

} // namespace

/// What is told to strangers of a conversation.
class FieldReportTest final : public QObject
{
    Q_OBJECT

private slots:
    void noOriginalNameSurvivesAnywhere_data();
    void noOriginalNameSurvivesAnywhere();
    void partsAreTheWholeMessage_data() { noOriginalNameSurvivesAnywhere_data(); }
    void partsAreTheWholeMessage();
    void theSameNameBecomesTheSameName();
    void namesOfProgramsOwnAreReplacedToo();
    void addressesStayAddresses();
    void sizesAndCodesStay();
    void unknownTagsKeepTheirNamesWithoutThoseOfPeople();
    void timesKeepTheirDistance();
    void nothingThatSignsInIsKept();
    void whatIsTooMuchIsCounted();
    void aReportIsReadAsItWasWritten();
    void whatIsNoReportIsRefused();
};

void FieldReportTest::noOriginalNameSurvivesAnywhere_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("after");
    for (const Place& place : places()) {
        for (const char* name :
             {"ann.smith", "CORP\\ann.smith", "Ann@corp.example", "vmhost1.corp.example", "10.120.30.140",
              "fe80::1a2b:3c4d", "S-1-5-21-1111111111-2222222222-3333333333-1104", "Анна.Иванова", "Jürgen", "山田太郎",
              "12345678", "20260318092233", "Ann&apos;s PC", "P1Y-Contoso"})
            QTest::addRow("%s: %s", place.label, name)
                << QString::fromStdString(place.before) << QString::fromUtf8(name)
                << QString::fromStdString(place.after);
    }
}

void FieldReportTest::noOriginalNameSurvivesAnywhere()
{
    QFETCH(QString, before);
    QFETCH(QString, name);
    QFETCH(QString, after);
    const std::string message = QString(before + name + after).toStdString();
    // A number in the place of a number is a code, and stays.
    const bool isNumber = name == QLatin1String("12345678") || name == QLatin1String("20260318092233");
    for (const char* numeric : {"<p:SessionId>", "<p:ConnectState>", "<p:ReturnValue>", "Code=\""}) {
        if (isNumber && before.endsWith(QLatin1String(numeric)))
            return;
    }
    WireRecorder recorder;
    recorder.exchanged(message, answerOf(message));
    recorder.remark("what was learnt: ", name.toStdString());
    const std::string text = core::lowered(wsman::reportText(recorder.report(anySeed, anyShift)));
    for (const std::string& word : wordsOf(name.toStdString())) {
        if (word != "apos")
            QVERIFY2(text.find(word) == std::string::npos, (word + " in " + text).c_str());
    }
}

void FieldReportTest::partsAreTheWholeMessage()
{
    QFETCH(QString, before);
    QFETCH(QString, name);
    QFETCH(QString, after);
    const std::string message = QString(before + name + after).toStdString();
    // Wherever it breaks off.
    for (std::size_t length = 0; length <= message.size(); length += message.size() > 400 ? 7U : 1U) {
        std::string whole;
        wsman::takeApart(std::string_view(message).substr(0, length),
                         [&whole](const wsman::EnvelopePart& part) { whole += part.text; });
        QCOMPARE(whole, message.substr(0, length));
    }
}

void FieldReportTest::theSameNameBecomesTheSameName()
{
    wsman::NameMask mask(anySeed);
    mask.learn("ann");
    mask.learn("CORP");
    mask.learn("vmhost1.corp.example");
    const std::string ann = mask.masked("ann");
    const std::string corp = mask.masked("corp");
    const std::string host = mask.masked("vmhost1");
    QVERIFY(ann != "ann");
    QCOMPARE(mask.masked("CORP\\ann"), mask.masked("CORP") + "\\" + ann);
    QCOMPARE(core::lowered(mask.masked("CORP")), corp);
    QCOMPARE(mask.masked("vmhost1.corp.example"), host + "." + corp + "." + mask.masked("example"));
    QCOMPARE(core::lowered(mask.masked("VMHOST1")), host);
    QCOMPARE(mask.masked("PCann01"), mask.masked("PC") + ann + mask.masked("01"));
    const std::string mixed = mask.masked("AnN");
    QCOMPARE(core::lowered(mixed), ann);
    QVERIFY(mixed != ann && mixed != mask.masked("ANN"));
    // Different names stay different, however short.
    std::vector<std::string> made;
    for (char letter = 'a'; letter <= 'z'; ++letter)
        made.push_back(mask.masked(std::string(1, letter)));
    for (int number = 0; number < 100; ++number)
        made.push_back(mask.masked(std::to_string(number)));
    for (std::size_t place = 0; place < made.size(); ++place)
        QCOMPARE(std::ranges::count(made, made[place]), 1);
}

void FieldReportTest::namesOfProgramsOwnAreReplacedToo()
{
    WireRecorder recorder;
    recorder.learn("contoso");
    recorder.exchanged("<s:Envelope/>", answerOf(wsman::answers::fault({}, "w:X", "xcontosoy has gone")));
    recorder.remark("stage name passed ", "contoso");
    const std::string text = wsman::reportText(recorder.report(anySeed, anyShift));
    QVERIFY2(text.find("contoso") == std::string::npos, text.c_str());
    const wsman::Report report = recorder.report(anySeed, anyShift);
    const std::string name = report.back().text.substr(std::string_view("stage name passed ").size());
    QVERIFY(report[1].body.find(name) != std::string::npos);
    QVERIFY(wsman::reportText(recorder.report(anySeed + 1, anyShift)) != text);
}

void FieldReportTest::addressesStayAddresses()
{
    const QRegularExpression quad(QStringLiteral("^(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})$"));
    for (const char* address : {"10.120.30.140", "192.168.0.255", "1.2.3.4"}) {
        const auto match = quad.match(QString::fromStdString(maskedProperty("ServerIPAddress", address)));
        QVERIFY(match.hasMatch());
        for (int part = 1; part <= 4; ++part)
            QVERIFY(match.captured(part).toInt() <= 255);
    }
    const QRegularExpression hex(QStringLiteral("^[0-9a-f]{4}::[0-9a-f]{4}:[0-9a-f]{4}$"));
    QVERIFY(hex.match(QString::fromStdString(maskedProperty("ServerIPAddress", "fe80::1a2b:3c4d"))).hasMatch());
    const QRegularExpression guid(QStringLiteral("^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$"));
    QVERIFY(guid.match(QString::fromStdString(maskedProperty("VMName", "3F2504E0-4F89-11D3-9A0C-0305E82C3301")))
                .hasMatch());
    QVERIFY(QString::fromStdString(maskedProperty("SID", "S-1-5-21-1111111111-2222222222-3333333333-1104"))
                .startsWith(QLatin1String("S-1-5-21-")));
    QCOMPARE(maskedProperty("SID", "S-1-5-18"), std::string("S-1-5-18"));
}

void FieldReportTest::sizesAndCodesStay()
{
    const std::string row = wsman::answers::typedRow(
        "<p:ConnectState>4</p:ConnectState><p:SessionId>17</p:SessionId><p:UserName>Анна &amp; Bob</p:UserName>"
        "<p:VMName xsi:nil=\"true\"/><p:IsRdvh>true</p:IsRdvh><p:DomainName></p:DomainName>");
    const std::string message =
        wsman::answers::enumerateResponse(row, "uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301", true);
    const std::string shown = told(message);
    QCOMPARE(shown.size(), message.size());
    for (const char* kept :
         {"<p:ConnectState>4<", "<p:SessionId>17<", "<p:VMName xsi:nil=\"true\"/>", "<p:IsRdvh>true<",
          "<p:DomainName></p:DomainName>", "<w:EndOfSequence/>", " &amp; ",
          "xsi:type=\"p:Win32_VirtualDesktopSession_Type\"",
          "xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/rdms/Win32_VirtualDesktopSession\""})
        QVERIFY2(shown.find(kept) != std::string::npos, kept);
    const std::string fault = wsman::answers::wsManFault("2150858752");
    QVERIFY(told(fault).find("Code=\"2150858752\"") != std::string::npos);
    QCOMPARE(told(fault).size(), fault.size());
}

void FieldReportTest::unknownTagsKeepTheirNamesWithoutThoseOfPeople()
{
    const std::string shown = told(wsman::answers::envelope(wsman::answers::typedRow(
        "<p:UserName>contoso</p:UserName><p:FutureNumber>7</p:FutureNumber><p:ContosoNumber>8</p:ContosoNumber>")));
    QVERIFY(shown.find("<p:FutureNumber>") != std::string::npos);
    QVERIFY(core::lowered(shown).find("contoso") == std::string::npos);
}

void FieldReportTest::timesKeepTheirDistance()
{
    using wsman::shiftedTime;
    QCOMPARE(shiftedTime("20260318092233.123456+060", 3600s), std::optional<std::string>("20260318102233.000000+060"));
    QCOMPARE(shiftedTime("2026-03-01T00:30:00.5Z", -3600s), std::optional<std::string>("2026-02-28T23:30:00.0Z"));
    QCOMPARE(shiftedTime("2026-03-18T09:22:33+01:00", 86400s), std::optional<std::string>("2026-03-19T09:22:33+01:00"));
    QCOMPARE(shiftedTime("2024-02-28T23:59:59", 1s), std::optional<std::string>("2024-02-29T00:00:00"));
    QCOMPARE(shiftedTime("1601-01-01T00:00:00Z", 3600s), std::optional<std::string>("1601-01-01T00:00:00Z"));
    QCOMPARE(shiftedTime("00000012030405.000000:000", 3600s), std::optional<std::string>("00000012030405.000000:000"));
    for (const char* other :
         {"", "ann", "2026-13-18T09:22:33Z", "20260318092233", "2026-03-18T09:22:33 ann", "2026-03-18"})
        QVERIFY2(!shiftedTime(other, 3600s), other);
    QCOMPARE(maskedProperty("CreateTime", "<cim:Datetime>2026-03-18T09:22:33Z</cim:Datetime>"),
             "<cim:Datetime>" + *shiftedTime("2026-03-18T09:22:33Z", anyShift) + "</cim:Datetime>");
}

void FieldReportTest::nothingThatSignsInIsKept()
{
    wsman::HttpAnswer refusal;
    refusal.status = 401;
    refusal.wwwAuthenticate = {"Negotiate TlRMTVNTUAAC", "Basic realm=\"CORP-Broker\"", "Contoso dG9rZW4="};
    const std::vector<std::string> basic{"Content-Type: x", "Authorization: Basic dTpzZWNyZXQ="};
    const std::vector<std::string> negotiate{"authorization:  negotiate YIIGhgYGKwYBBQUCoIIGejCCBnag"};
    WireRecorder recorder;
    recorder.posted(wsman::wireNote("x", basic, refusal));
    recorder.posted(wsman::wireNote("x", negotiate, answerOf("y")));
    recorder.posted(wsman::wireNote("", {}, core::failure(core::ErrorKind::ConnectionLost, "CORP-Broker")));
    const std::string text = core::lowered(wsman::reportText(recorder.report(anySeed, anyShift)));
    for (const char* secret : {"dtpz", "yiig", "tlrm", "dg9r", "corp", "contoso", "of 12 bytes"})
        QVERIFY2(text.find(secret) == std::string::npos, text.c_str());
    QVERIFY2(text.find("post basic, body") != std::string::npos, text.c_str());
    QVERIFY2(text.find("401 negotiate basic unknown") != std::string::npos, text.c_str());
    QVERIFY2(text.find("post negotiate of 28 bytes") != std::string::npos, text.c_str());
    QVERIFY2(text.find("connection_lost") != std::string::npos, text.c_str());
}

void FieldReportTest::whatIsTooMuchIsCounted()
{
    WireRecorder::Limits limits;
    limits.message = 100;
    limits.all = 150;
    limits.lines = 6;
    WireRecorder recorder(limits);
    recorder.exchanged(std::string(101, 'a'), answerOf(std::string(100, 'b')));
    recorder.exchanged(std::string(50, 'c'), answerOf("d"));
    for (int more = 0; more < 5; ++more)
        recorder.remark("more");
    const wsman::Report report = recorder.report(anySeed, anyShift);
    QCOMPARE(report.size(), std::size_t(7));
    QCOMPARE(report[0].text, std::string("left out: a message of 101 bytes"));
    QCOMPARE(report[1].body.size(), std::size_t(100));
    QCOMPARE(report[3].text, std::string("left out: a message of 1 bytes"));
    QCOMPARE(report[6].text, std::string("left out: 3 more lines"));
}

void FieldReportTest::aReportIsReadAsItWasWritten()
{
    using Kind = ReportLine::Kind;
    wsman::Report report{{Kind::Remark, "list X"}, {Kind::Http, "POST"}, {Kind::Silence, "timed_out"}};
    for (const char* body : {"", "a", "\n", "a\n", "\na", "a\n\nb\n\n", "\x1B[31m", "\\x{1b}", "\xE2\x80\xAE",
                             "\xFF\xFE", "\r\n", "| x\n-- y", "Deskwarden field report, version 1"})
    {
        report.push_back({Kind::Request, {}, {}, body});
        report.push_back({Kind::Answer, "200 text/html", {}, body});
    }
    const std::string text = wsman::reportText(report);
    QVERIFY(text.find('\x1B') == std::string::npos && text.find("\xE2\x80\xAE") == std::string::npos);
    const auto read = wsman::readReport(text);
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), report.size());
    for (std::size_t line = 0; line < report.size(); ++line)
        QVERIFY2((*read)[line] == report[line], report[line].body.c_str());
}

void FieldReportTest::whatIsNoReportIsRefused()
{
    const std::string title = std::string(wsman::reportTitle) + '\n';
    for (const char* wrong : {"| body of nothing\n", "what: x\n", "request: \n| \\q\n", "request: \n| \\x{100}\n",
                              "request: \n| \\u{110000}\n", "request: \n| \\u{\n", "\n"})
        QVERIFY2(!wsman::readReport(title + wrong), wrong);
    QVERIFY(!wsman::readReport(""));
    QVERIFY(!wsman::readReport("Deskwarden field report, version 2\n"));
    QVERIFY(wsman::readReport(title));
}

QTEST_APPLESS_MAIN(FieldReportTest)
#include "FieldReportTest.moc"
