// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/StatusCode.h"

#include <QTest>

#include <algorithm>
#include <cstddef>
#include <set>

using namespace deskwarden::core;

class StatusCodeTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeStandsOnce()
    {
        std::set<std::uint32_t> values;
        for (const StatusCode& code : knownStatusCodes()) {
            QVERIFY(values.insert(code.value).second);
            QVERIFY(!code.symbol.empty());
            QCOMPARE(findStatusCode(code.value), &code);
        }
    }

    void wrappedWin32CodesAreUnderstood()
    {
        const StatusCode* wrapped = findStatusCode(0x80070000 + 7022);
        QVERIFY(wrapped);
        QCOMPARE(wrapped->meaning, StatusMeaning::Gone);
    }

    void exactEntriesWinOverTheWrappedOnes()
    {
        const StatusCode* exact = findStatusCode(0x80070005);
        QVERIFY(exact);
        QCOMPARE(exact->symbol, std::string_view("E_ACCESSDENIED"));
    }

    void unknownCodesStayUnknown()
    {
        for (const std::uint32_t code : {0xDEADBEEFU, 0x80079999U, 3U, 0xFFFFFFFFU})
            QVERIFY(!findStatusCode(code));
    }

    void meaningsOfTheDecidingCodes_data()
    {
        QTest::addColumn<uint>("code");
        QTest::addColumn<int>("meaning");
        const auto row = [](const char* what, uint code, StatusMeaning meaning) {
            QTest::newRow(what) << code << static_cast<int>(meaning);
        };
        row("accepted", 0, StatusMeaning::Accepted);
        row("denied", 5, StatusMeaning::Failed);
        row("not found", 0x80041002, StatusMeaning::Gone);
        row("no such station", 7022, StatusMeaning::Gone);
        row("close pending", 7007, StatusMeaning::Pending);
        row("call failed", 1726, StatusMeaning::Unknown);
        row("never executed", 1727, StatusMeaning::Failed);
        row("timed out", 1460, StatusMeaning::Unknown);
        row("partial", 0x40010, StatusMeaning::Incomplete);
        row("winrm not found", 0x80338000, StatusMeaning::Gone);
    }

    void meaningsOfTheDecidingCodes()
    {
        QFETCH(uint, code);
        QFETCH(int, meaning);
        const StatusCode* found = findStatusCode(code);
        QVERIFY(found);
        QCOMPARE(static_cast<int>(found->meaning), meaning);
    }

    void fewCodesProveThatNothingWasDone_data()
    {
        QTest::addColumn<uint>("code");
        QTest::addColumn<bool>("isProof");
        const auto row = [](const char* what, uint code, bool isProof) { QTest::newRow(what) << code << isProof; };
        row("success", 0, false);
        row("denied", 0x80041003, true);
        row("denied, wrapped", 0x80070005, true);
        row("invalid argument, wrapped", 0x80070057, true);
        row("invalid class", 0x80041010, true);
        row("not supported", 0x8004100C, true);
        row("too many operations", 0x803381A6, true);
        row("not executed", 1727, true);
        row("unlisted", 995, false);
        row("failed", 0x80041001, false);
        row("not found", 0x80041002, false);
        row("provider failure", 0x80041004, false);
        row("out of memory", 0x80041006, false);
        row("cancelled", 0x80041032, false);
        row("shutting down", 0x80041033, false);
        row("timed out", 0x80041069, false);
        row("server unavailable", 1722, false);
        row("account locked", 1909, false);
    }

    void fewCodesProveThatNothingWasDone()
    {
        QFETCH(uint, code);
        QTEST(provesNotDone(code), "isProof");
        const auto proofs = std::ranges::count_if(knownStatusCodes(),
                                                  [](const StatusCode& known) { return !known.whyNotDone.empty(); });
        QVERIFY(proofs * 4 < static_cast<std::ptrdiff_t>(knownStatusCodes().size()));
    }

    void hexadecimalHasEightDigits()
    {
        QCOMPARE(hexText(5), std::string("0x00000005"));
        QCOMPARE(hexText(0x80041003), std::string("0x80041003"));
    }
};

QTEST_APPLESS_MAIN(StatusCodeTest)
#include "StatusCodeTest.moc"
