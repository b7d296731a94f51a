// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/StatusCode.h"
#include "wsman/Answers.h"
#include "wsman/soap/EnvelopeReader.h"

#include <QtTest>

using namespace deskwarden;
namespace answers = wsman::answers;

namespace {

core::ManagementError errorOf(const std::string& text)
{
    wsman::EnvelopeReader reader;
    auto answer = reader.readEnumeration(text, {}, {});
    return answer ? core::ManagementError() : answer.error();
}

} // namespace

class FaultReaderTest final : public QObject
{
    Q_OBJECT

private slots:
    void windowsFaultGivesOutermostCodeAndInnermostWords();
    void newerWindowsFaultIsRead();
    void messageIdGivesTheCodeWhereNothingElseDoes();
    void omiFaultIsTranslated();
    void bareSubcodeIsTranslatedByItsNamespace();
    void negativeCodeKeepsItsBits();
    void statusInWordsIsTheLastResort();
    void onlyAStatusThatProvesItSaysThatNothingWasDone();
};

void FaultReaderTest::windowsFaultGivesOutermostCodeAndInnermostWords()
{
    const auto error = errorOf(answers::wsManFault(
        "2150858752",
        R"(<f:ProviderFault provider="WMI Provider" path="x.dll"><f:WSManFault Code="2147749890" Machine="H"><f:Message>
 The object
   could not be found. </f:Message></f:WSManFault><f:ExtendedError><q:__ExtendedStatus
 xmlns:q="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/__ExtendedStatus"><q:StatusCode xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>
 <q:Operation>GetObject</q:Operation></q:__ExtendedStatus></f:ExtendedError></f:ProviderFault>)"));
    QCOMPARE(error.kind, core::ErrorKind::Fault);
    QCOMPARE(error.code, 0x80338000U);
    QCOMPARE(error.providerCode, 0x80041002U);
    QCOMPARE(error.detail, std::string("The object could not be found."));
}

void FaultReaderTest::newerWindowsFaultIsRead()
{
    const auto error = errorOf(answers::fault(
        R"(<p:MSFT_WmiError b:IsCIM_Error="true" xmlns:b="http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd"
 xmlns:p="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError"><p:CIMStatusCode>27</p:CIMStatusCode>
 <p:Message>Too many operations.</p:Message><p:MessageID>HRESULT 0x803381a6</p:MessageID>
 <p:error_Code>2150859174</p:error_Code><p:error_Type>HRESULT</p:error_Type></p:MSFT_WmiError>)"));
    QCOMPARE(error.code, 0x803381A6U);
    QCOMPARE(error.providerCode, 0U);
    QCOMPARE(error.detail, std::string("Too many operations."));
}

void FaultReaderTest::messageIdGivesTheCodeWhereNothingElseDoes()
{
    const auto error = errorOf(answers::fault(
        R"(<p:MSFT_WmiError xmlns:p="urn:p"><p:MessageID>HRESULT 0x80041010</p:MessageID></p:MSFT_WmiError>)"));
    QCOMPARE(error.code, 0x80041010U);
}

void FaultReaderTest::omiFaultIsTranslated()
{
    const auto error = errorOf(answers::fault(
        R"(<p:OMI_Error xmlns:p="urn:p"><p:MessageID>OMI:MI_Result:6</p:MessageID><p:Message>gone</p:Message></p:OMI_Error>)"));
    QCOMPARE(error.code, 0x80041002U);
    QCOMPARE(error.detail, std::string("gone"));
    const auto coded =
        errorOf(answers::fault(R"(<p:OMI_Error xmlns:p="urn:p"><p:OMI_Code>2</p:OMI_Code></p:OMI_Error>)"));
    QCOMPARE(coded.code, 0x80041003U);
}

void FaultReaderTest::bareSubcodeIsTranslatedByItsNamespace()
{
    const auto denied = errorOf(answers::fault("", "w:AccessDenied", ""));
    QCOMPARE(denied.code, 5U);
    QCOMPARE(denied.detail, std::string("w:AccessDenied"));
    QCOMPARE(errorOf(answers::fault("", "n:TimedOut")).code, 0x8033801CU);
    QCOMPARE(errorOf(answers::fault("", "w:TimedOut")).code, 0x80338029U);
    QCOMPARE(errorOf(answers::fault("", "p:AccessDenied")).code, 0U);
}

void FaultReaderTest::negativeCodeKeepsItsBits()
{
    QCOMPARE(errorOf(answers::wsManFault("-2147217406")).code, 0x80041002U);
}

void FaultReaderTest::statusInWordsIsTheLastResort()
{
    const auto error = errorOf(answers::wsManFault("2150858755", "It failed: HRESULT = 0x80041010."));
    QCOMPARE(error.code, 0x80338003U);
    QCOMPARE(error.providerCode, 0x80041010U);
}

void FaultReaderTest::onlyAStatusThatProvesItSaysThatNothingWasDone()
{
    for (const core::StatusCode& code : core::knownStatusCodes()) {
        const auto error = errorOf(answers::wsManFault(std::to_string(code.value).c_str()));
        QCOMPARE(error.delivery == core::Delivery::NotSent, core::provesNotDone(code.value));
    }
    // Words are no proof, whatever number stands in them.
    const auto worded = errorOf(answers::wsManFault("995", "Access is denied: 0x80041003."));
    QCOMPARE(worded.providerCode, 0x80041003U);
    QCOMPARE(worded.delivery, core::Delivery::MaybeSent);
    QCOMPARE(errorOf(answers::fault("", "w:InternalError", "0x80070005")).delivery, core::Delivery::MaybeSent);
    QCOMPARE(errorOf(answers::wsManFault("5")).delivery, core::Delivery::NotSent);
    QCOMPARE(errorOf(answers::wsManFault("2150858793")).delivery, core::Delivery::MaybeSent);
    QCOMPARE(errorOf(answers::wsManFault("123456789")).delivery, core::Delivery::MaybeSent);
}

QTEST_APPLESS_MAIN(FaultReaderTest)
#include "FaultReaderTest.moc"
