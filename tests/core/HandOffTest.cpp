// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/HandOff.h"

#include "support/Enumerators.h"

#include <QTest>

#include <array>
#include <string>

using namespace deskwarden;
using core::HandOff;
using core::HandOffFacts;
using core::HandOffProblem;
using core::Placeholder;
using core::Platform;
using core::ProgramCall;

Q_DECLARE_METATYPE(deskwarden::core::HandOffProblem)

namespace {

HandOffFacts usualFacts()
{
    return {"hv-11.corp.example", "VDI-2007", "CORP\\anna.fischer", "7", "PC-40259", "INC 42"};
}

std::string& factOf(HandOffFacts& facts, Placeholder placeholder)
{
    switch (placeholder) {
    case Placeholder::Host:
        return facts.host;
    case Placeholder::Machine:
        return facts.machine;
    case Placeholder::User:
        return facts.user;
    case Placeholder::Session:
        return facts.session;
    case Placeholder::Client:
        return facts.client;
    case Placeholder::Ticket:
        break;
    }
    return facts.ticket;
}

HandOff programWith(std::vector<std::string> arguments)
{
    return {{}, "Tool", "tool", std::move(arguments)};
}

std::string inBraces(Placeholder placeholder)
{
    return std::string("{") + core::word(placeholder) + '}';
}

} // namespace

/// What programs that take over are told.
class HandOffTest final : public QObject
{
    Q_OBJECT

private slots:
    void valuesAreFilledIn()
    {
        const auto handOff =
            core::parseHandOff(R"( Tool = tool /v:{vm} --who "{user} on {host}" x{session}{client} "" {ticket} )");
        QVERIFY(handOff.has_value());
        QCOMPARE(handOff->name, std::string("Tool"));
        const auto call = core::callOf(*handOff, usualFacts());
        QVERIFY(call.has_value());
        QCOMPARE(call->program, std::string("tool"));
        const std::vector<std::string> expected{"/v:VDI-2007", "--who", "CORP\\anna.fischer on hv-11.corp.example",
                                                "x7PC-40259",  "",      "INC 42"};
        QCOMPARE(call->arguments, expected);
    }

    /// Every placeholder, every hostile value, on its own and behind something.
    void hostileValuesAreRefused_data()
    {
        QTest::addColumn<int>("placeholder");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<HandOffProblem>("alone");
        QTest::addColumn<bool>("isRefusedBehind");
        struct Row
        {
            const char* name;
            QByteArray value;
            HandOffProblem alone;
            bool isRefusedBehind;
        };
        using enum HandOffProblem;
        const std::array rows{
            Row{"empty", "", Missing, true},
            Row{"blank", "  ", Missing, true},
            Row{"line end", "a\nb", Hidden, true},
            Row{"escape", "a\x1b[2J", Hidden, true},
            Row{"NUL", QByteArray("a\0b", 3), Hidden, true},
            Row{"direction",
                "a\xE2\x80\xAE"
                "b",
                Hidden, true},
            Row{"no UTF-8", "a\xFF", Hidden, true},
            Row{"long", QByteArray(257, '7'), TooLong, true},
            Row{"quotation mark", "a\" /admin \"", Unfit, true},
            Row{"shell", "a;reboot", Unfit, true},
            Row{"substitution", "$(reboot)", Unfit, true},
            Row{"variable", "%PATH%", Unfit, true},
            Row{"pipe", "a|b", Unfit, true},
            Row{"another placeholder", "{host}", Unfit, true},
            Row{"option", "-x", Option, false},
            Row{"long option", "--x", Option, false},
            Row{"option of Windows", "/x", Option, false},
            Row{"option of xfreerdp", "+x", Option, false},
            Row{"file of arguments", "@x", Option, false},
        };
        for (const Placeholder placeholder : support::enumerators<Placeholder>()) {
            for (const Row& row : rows)
                QTest::addRow("%s: %s", core::word(placeholder), row.name)
                    << static_cast<int>(placeholder) << row.value << row.alone << row.isRefusedBehind;
        }
    }
    void hostileValuesAreRefused()
    {
        QFETCH(const int, placeholder);
        QFETCH(const QByteArray, value);
        QFETCH(const HandOffProblem, alone);
        QFETCH(const bool, isRefusedBehind);
        const auto which = static_cast<Placeholder>(placeholder);
        HandOffFacts facts = usualFacts();
        factOf(facts, which) = value.toStdString();
        const auto call = core::callOf(programWith({inBraces(which)}), facts);
        QVERIFY(!call.has_value());
        // A number or a name refuses what is no letter of it before it looks where it would stand.
        const bool isNarrow = call.error().problem == HandOffProblem::Unfit && alone == HandOffProblem::Option;
        QVERIFY(call.error().problem == alone || isNarrow);
        QCOMPARE(call.error().what, std::string(core::word(which)));
        const auto behind = core::callOf(programWith({"/v:" + inBraces(which)}), facts);
        QVERIFY(behind.has_value() == (!isRefusedBehind && !isNarrow));
        // Nothing is asked for that the program is not told.
        QVERIFY(core::callOf(programWith({"/q"}), facts).has_value());
    }

    void aValueNeverAddsAnArgument()
    {
        HandOffFacts facts = usualFacts();
        facts.ticket = "INC 42 /admin";
        const auto call = core::callOf(programWith({"{ticket}", "{vm}"}), facts);
        QVERIFY(call.has_value());
        QCOMPARE(call->arguments, (std::vector<std::string>{"INC 42 /admin", "VDI-2007"}));
    }

    void linesAreRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<HandOffProblem>("problem");
        using enum HandOffProblem;
        QTest::newRow("no name") << QByteArray("= tool") << NoName;
        QTest::newRow("no program") << QByteArray("Tool =") << NoProgram;
        QTest::newRow("empty program") << QByteArray("Tool = \"\" x") << NoProgram;
        QTest::newRow("no word that is known") << QByteArray("shadow") << NoProgram;
        QTest::newRow("open quotation mark") << QByteArray("Tool = tool \"a") << OpenQuote;
        QTest::newRow("unknown placeholder") << QByteArray("Tool = tool {password}") << UnknownPlaceholder;
        QTest::newRow("placeholder as program") << QByteArray("Tool = {vm} x") << InProgram;
        QTest::newRow("hidden") << QByteArray("Tool = to\x1bol") << Hidden;
        QTest::newRow("long") << QByteArray("Tool = tool ") + QByteArray(1000, 'a') << TooLong;
        QTest::newRow("script") << QByteArray("Tool = C:\\tools\\go.BAT {vm}") << Script;
        QTest::newRow("script with a dot") << QByteArray("Tool = go.cmd. {vm}") << Script;
    }
    void linesAreRead()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const HandOffProblem, problem);
        const auto read = core::parseHandOff(line.toStdString(), Platform::Windows);
        QVERIFY(!read.has_value());
        QVERIFY(read.error().problem == problem);
        QCOMPARE(core::parseHandOff(line.toStdString(), Platform::Unix).has_value(), problem == HandOffProblem::Script);
    }

    void whatComesWithTheProgramCanBeCalled()
    {
        for (const Platform platform : support::enumerators<Platform>()) {
            for (const HandOff& handOff : core::builtInHandOffs(platform)) {
                QVERIFY2(core::callOf(handOff, usualFacts()).has_value(), handOff.id.c_str());
                QVERIFY(core::parseHandOff(handOff.id, platform) == handOff);
            }
        }
        const auto desktop = core::callOf(core::builtInHandOffs(Platform::Windows).front(), usualFacts());
        QCOMPARE(core::commandText(*desktop, Platform::Windows), std::string("mstsc.exe /v:VDI-2007"));
    }

    void aCommandIsShownAsItsPlatformReadsIt_data()
    {
        QTest::addColumn<QByteArray>("argument");
        QTest::addColumn<QByteArray>("windows");
        QTest::addColumn<QByteArray>("others");
        const auto row = [](const char* argument, const char* windows, const char* others) {
            QTest::newRow(argument) << QByteArray(argument) << QByteArray(windows) << QByteArray(others);
        };
        row("", "\"\"", "''");
        row("VDI-7", "VDI-7", "VDI-7");
        row("a b", "\"a b\"", "'a b'");
        row("CORP\\ann", "CORP\\ann", "'CORP\\ann'");
        row("a b\\", "\"a b\\\\\"", "'a b\\'");
        row("say \"hi\"", "\"say \\\"hi\\\"\"", "'say \"hi\"'");
        row("it's", "it's", "'it'\\''s'");
        row("a\\\"b", "\"a\\\\\\\"b\"", "'a\\\"b'");
    }
    void aCommandIsShownAsItsPlatformReadsIt()
    {
        QFETCH(const QByteArray, argument);
        QFETCH(const QByteArray, windows);
        QFETCH(const QByteArray, others);
        const ProgramCall call{"tool", {argument.toStdString()}};
        QCOMPARE(core::commandText(call, Platform::Windows), "tool " + windows.toStdString());
        QCOMPARE(core::commandText(call, Platform::Unix), "tool " + others.toStdString());
    }
};

QTEST_APPLESS_MAIN(HandOffTest)
#include "HandOffTest.moc"
