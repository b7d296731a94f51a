// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/OptionTable.h"

#include "app/cli/CliOptions.h"
#include "app/console/ConsoleOptions.h"
#include "app/simulator/SimulatorOptions.h"
#include "core/HiddenLetters.h"

#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace deskwarden;

namespace {

template <typename Options>
QString problemIn(const tl::expected<Options, QString>& options)
{
    return options ? QString() : options.error();
}

struct Program
{
    const char* name;
    const app::ProgramText& text;
    QString (*problemWith)(const QStringList& arguments);
};

const std::array<Program, 3>& programs()
{
    static const std::array<Program, 3> all{
        Program{"console", app::consoleText(),
                [](const QStringList& arguments) { return problemIn(app::parseConsole(arguments)); }},
        Program{"command line", app::cliText(),
                [](const QStringList& arguments) { return problemIn(app::parseCli(arguments)); }},
        Program{"simulator", app::SimulatorOptions::text(), [](const QStringList& arguments) {
                    std::vector<std::string> words;
                    for (const QString& argument : arguments)
                        words.push_back(argument.toStdString());
                    const auto options = app::SimulatorOptions::parse(words);
                    return options ? QString() : QString::fromStdString(options.error().detail);
                }}};
    return all;
}

bool mayBeLeftOut(const app::OptionText& option)
{
    return option.valueName != nullptr && *option.valueName == '[';
}

QString nameOf(const app::OptionText& option)
{
    return QString::fromLatin1(option.name);
}

} // namespace

/// What all programs have in common, for each option of theirs.
class OptionTableTest final : public QObject
{
    Q_OBJECT

private slots:
    void commonMistakesAreWordedAlike();
    void onlyTheCommandLineRefusesAnOptionGivenTwice();
    void wordsThatAreOfferedAreTakenAndOthersNamed();
    void limitsAreThoseThatTheHelpTells();
    void numbersMayBePadded();
    void hostileArgumentsAreEchoedSafely();
    void theSimulatorTakesEachOfItsValues();
    void theSimulatorExplainsWrongValues_data();
    void theSimulatorExplainsWrongValues();
};

void OptionTableTest::commonMistakesAreWordedAlike()
{
    for (const Program& program : programs()) {
        QCOMPARE(program.problemWith({QStringLiteral("--frob=1")}), QStringLiteral("There is no option --frob."));
        QCOMPARE(program.problemWith({QStringLiteral("-x")}), QStringLiteral("There is no option -x."));
        QCOMPARE(program.problemWith({QStringLiteral("-h")}), QString());
        for (const app::OptionText& option : program.text.options) {
            const QString name = nameOf(option);
            if (option.valueName == nullptr)
                QCOMPARE(program.problemWith({name + QStringLiteral("=1")}), name + QStringLiteral(" takes no value."));
            else if (!mayBeLeftOut(option))
                QCOMPARE(program.problemWith({name}),
                         QStringLiteral("%1 needs a value: %1 %2.").arg(name, QString::fromLatin1(option.valueName)));
        }
    }
}

void OptionTableTest::onlyTheCommandLineRefusesAnOptionGivenTwice()
{
    QCOMPARE(programs()[0].problemWith({QStringLiteral("--connect"), QStringLiteral("--connect")}), QString());
    QCOMPARE(programs()[1].problemWith({QStringLiteral("--json"), QStringLiteral("--json")}),
             QStringLiteral("--json is given twice."));
    const auto options = app::SimulatorOptions::parse({"--sessions", "5", "--sessions=6"});
    QVERIFY(options);
    QCOMPARE(options->farm.sessions, std::size_t(6));
}

void OptionTableTest::wordsThatAreOfferedAreTakenAndOthersNamed()
{
    int words = 0;
    for (const Program& program : programs()) {
        for (const app::OptionText& option : program.text.options) {
            if (option.words == nullptr)
                continue;
            const QString name = nameOf(option);
            const QString others = program.problemWith({name, QStringLiteral("wrong")});
            QVERIFY2(others.startsWith(name) && others.contains(QStringLiteral("\"wrong\"")), qPrintable(others));
            for (const std::string& word : app::partsOf(option.words, ' ')) {
                const QString problem = program.problemWith({name, QString::fromStdString(word)});
                QVERIFY2(!problem.startsWith(name + QStringLiteral(" takes")), qPrintable(problem));
                QVERIFY2(others.contains(QString::fromStdString(word)), qPrintable(others));
                ++words;
            }
        }
    }
    QVERIFY(words > 20);
}

void OptionTableTest::limitsAreThoseThatTheHelpTells()
{
    int told = 0;
    for (const Program& program : programs()) {
        for (const app::OptionText& option : program.text.options) {
            static const QRegularExpression limits(QStringLiteral(", (\\d+) to (\\d+)"));
            const auto match = limits.match(QString::fromLatin1(option.help));
            if (!match.hasMatch())
                continue;
            const QString name = nameOf(option);
            const QString wants = QStringLiteral("%1 takes a whole number from %2 to %3, not \"")
                                      .arg(name, match.captured(1), match.captured(2));
            const auto isTaken = [&](qint64 number) {
                return !program.problemWith({name, QString::number(number)}).startsWith(wants);
            };
            QVERIFY2(isTaken(match.captured(1).toLongLong()) && isTaken(match.captured(2).toLongLong()), option.name);
            QVERIFY2(!isTaken(match.captured(1).toLongLong() - 1), option.name);
            QVERIFY2(!isTaken(match.captured(2).toLongLong() + 1), option.name);
            ++told;
        }
    }
    QVERIFY(told > 4);
}

void OptionTableTest::numbersMayBePadded()
{
    const auto options = app::SimulatorOptions::parse({"--sessions", "   12\n", "--hosts=+3"});
    QVERIFY(options);
    QCOMPARE(options->farm.sessions, std::size_t(12));
    QCOMPARE(options->farm.hosts, std::uint32_t(3));
    for (const char* wrong : {"", " ", "+", "1 2", "++1", "-1", "1.0", "0x10", "18446744073709551616"})
        QVERIFY2(!app::SimulatorOptions::parse({"--seed", wrong}), wrong);
}

void OptionTableTest::hostileArgumentsAreEchoedSafely()
{
    const QStringList hostile{QStringLiteral("x\x1B[31m"), QStringLiteral("x\u202Ey"), QStringLiteral("x\ny"),
                              QString(100'000, u'a')};
    for (const Program& program : programs()) {
        for (const QString& text : hostile) {
            QList<QStringList> lines{{QStringLiteral("--") + text}, {text}, {QStringLiteral("--help=") + text}};
            for (const app::OptionText& option : program.text.options)
                lines << QStringList{nameOf(option), text, QStringLiteral("--frob"), QStringLiteral("--frob")}
                      << QStringList{nameOf(option) + u'=' + text, QStringLiteral("--frob"), QStringLiteral("--frob")};
            for (const QStringList& line : lines) {
                const QString problem = program.problemWith(line);
                // The simulator answers these, whatever follows.
                const bool isAnswered =
                    line.first() == QLatin1String("--help") || line.first() == QLatin1String("--version");
                QVERIFY2(!problem.isEmpty() || isAnswered, qPrintable(line.first()));
                QVERIFY(problem.size() < 900);
                for (const char32_t letter : problem.toUcs4())
                    QVERIFY2(!core::isHidden(letter), qPrintable(problem));
            }
        }
    }
}

void OptionTableTest::theSimulatorTakesEachOfItsValues()
{
    const auto options = app::SimulatorOptions::parse({"--port=65535",
                                                       "--sessions",
                                                       "0",
                                                       "--seed",
                                                       "18446744073709551615",
                                                       "--latency-ms",
                                                       "5",
                                                       "--logoff-ms",
                                                       "7:9",
                                                       "--churn",
                                                       "2.5",
                                                       "--auth",
                                                       "ntlm,kerberos",
                                                       "--keytab",
                                                       "k",
                                                       "--ntlm-users",
                                                       "n",
                                                       "--encrypt",
                                                       "allow",
                                                       "--tls",
                                                       "c",
                                                       "--key",
                                                       "--envelope-kb",
                                                       "32",
                                                       "--fault",
                                                       "logoff=return:5",
                                                       "--fault=any=hang",
                                                       "--journal",
                                                       "j"});
    QVERIFY2(options, options ? "" : options.error().detail.c_str());
    QCOMPARE(options->listener.port, std::uint16_t(65535));
    QCOMPARE(options->farm.sessions, std::size_t(0));
    QCOMPARE(options->farm.seed, std::numeric_limits<std::uint64_t>::max());
    QCOMPARE(options->listener.latencyShortest, std::chrono::milliseconds(5));
    QCOMPARE(options->listener.latencyLongest, std::chrono::milliseconds(5));
    QCOMPARE(options->farm.logoffShortest, std::chrono::milliseconds(7));
    QCOMPARE(options->farm.logoffLongest, std::chrono::milliseconds(9));
    QCOMPARE(options->farm.churnPerSecond, 2.5);
    QVERIFY(!options->schemes.basic && options->schemes.ntlm && options->schemes.kerberos);
    QVERIFY(options->encrypt == app::Encrypt::Allow);
    QCOMPARE(options->certificateFile, std::string("c"));
    QCOMPARE(options->keyFile, std::string("--key"));
    QCOMPARE(options->listener.envelopeKb, 32U);
    QCOMPARE(options->faults.size(), std::size_t(2));
    QCOMPARE(options->journalFile, std::string("j"));
}

void OptionTableTest::theSimulatorExplainsWrongValues_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* line, const char* part) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(part);
    };
    row("--port 65536", "from 0 to 65535, not \"65536\"");
    row("--hosts 0", "from 1 to 10000");
    row("--collections 0", "from 1 to 10000");
    row("--sessions 2000001", "from 0 to 2000000");
    row("--envelope-kb 31", "from 32 to 1048576");
    row("--latency-ms 5:3", "A:B with A not above B");
    row("--latency-ms 5:", "a whole number from 0 to 3600000, not \"5:\"");
    row("--latency-ms :5", "not \":5\"");
    row("--logoff-ms 1:2:3", "not \"1:2:3\"");
    row("--churn nan", "a number from 0 to 100000, not \"nan\"");
    row("--churn -1", "not \"-1\"");
    row("--churn 1e9", "not \"1e9\"");
    row("--auth basic,", "separated by commas");
    row("--encrypt maybe", "require or allow, not \"maybe\"");
    row("--fault nonsense", "write WHERE=WHAT");
    row("--user u", "--password-stdin go together");
    row("--auth kerberos", "--keytab FILE go together");
    row("--ntlm-users f", "needs --auth ntlm");
    row("--strict-binding", "need --tls CERT KEY");
    row("--tls c k --encrypt require", "encrypts already");
    row("--tls c", "--tls needs a value: --tls CERT KEY.");
    row("stray", "There is no option stray.");
}

void OptionTableTest::theSimulatorExplainsWrongValues()
{
    QFETCH(const QString, line);
    QFETCH(const QString, part);
    const QString problem = programs()[2].problemWith(line.split(u' '));
    QVERIFY2(problem.contains(part), qPrintable(problem));
}

QTEST_GUILESS_MAIN(OptionTableTest)
#include "OptionTableTest.moc"
