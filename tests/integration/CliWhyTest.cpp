// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"

#include <QJsonObject>
#include <QMap>
#include <QTest>

#include <array>
#include <utility>

using namespace deskwarden;
using support::field;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

struct Cell
{
    const char* trouble;
    const char* cause;
};

// In the order in which the verdicts weigh.
constexpr std::array<Cell, 11> cells{{
    {"closed-collection", "not_in_collection"},
    {"no-desktop", "no_personal_desktop"},
    {"desktop-of-another", "desktop_of_another"},
    {"ghost", "ghost_session"},
    {"stuck", "stuck_session"},
    {"host-silent", "host_silent"},
    {"machine-off", "machine_off"},
    {"machine-paused", "machine_paused"},
    {"machine-starting", "machine_changing"},
    {"patching", "patch_window"},
    {"elsewhere", "session_elsewhere"},
}};

QString personOf(std::size_t first, std::size_t second)
{
    return QStringLiteral("WHY\\person-%1-%2").arg(first).arg(second);
}

/// A simulator with somebody for each cell alone and for each pair.
QStringList everyPair()
{
    QStringList arguments{text("--sessions"), text("40")};
    for (std::size_t first = 0; first < cells.size(); ++first) {
        for (std::size_t second = first; second < cells.size(); ++second) {
            for (const std::size_t cell : {first, second}) {
                arguments << text("--trouble")
                          << text(cells.at(cell).trouble) + QLatin1Char(':') + personOf(first, second);
                if (first == second)
                    break;
            }
        }
    }
    return arguments;
}

ProgramResult why(const SimulatorProcess& simulator, const QStringList& arguments)
{
    return support::runProgram(text("deskwarden-cli"),
                               QStringList{text("why"), text("--server"), simulator.address(), text("--sign-in-as"),
                                           SimulatorProcess::user(), text("--password-stdin")} +
                                   arguments,
                               SimulatorProcess::password() + '\n');
}

QMap<QString, QString> answersOf(const ProgramResult& result)
{
    QMap<QString, QString> answers;
    for (const QJsonObject& row : result.objects()) {
        if (row.contains(QLatin1String("cause")))
            answers.insert(field(row, "cause"), field(row, "answer"));
    }
    return answers;
}

/// The machine of somebody's trouble that belongs to somebody else, as the broker lists it.
QMap<QString, QString> machinesOfOthers(const SimulatorProcess& simulator)
{
    QMap<QString, QString> machines;
    int number = 0;
    for (const QJsonObject& row :
         simulator
             .cli(text("query"),
                  {text("SELECT * FROM Win32_RDMSVirtualDesktop WHERE UserName = 'somebody.else'"), text("--json")})
             .objects())
        machines.insert(QString::number(number++), field(row, "Name"));
    return machines;
}

} // namespace

/// deskwarden-cli why: the same verdicts as in management.access_report, over the wire.
class CliWhyTest final : public QObject
{
    Q_OBJECT

private slots:
    void eachTroubleIsFoundAloneAndBesideAnother()
    {
        const SimulatorProcess simulator(everyPair());
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const auto others = machinesOfOthers(simulator); // in the order of the command line
        int nextOther = 0;
        for (std::size_t first = 0; first < cells.size(); ++first) {
            for (std::size_t second = first; second < cells.size(); ++second) {
                QStringList arguments{text("--json"), text("--user"), personOf(first, second)};
                const auto isOther = [](std::size_t cell) {
                    return QByteArray(cells.at(cell).trouble) == "desktop-of-another";
                };
                if (isOther(first) || isOther(second))
                    arguments << text("--machine") << others.value(QString::number(nextOther++));
                const ProgramResult result = why(simulator, arguments);
                const QByteArray said = support::saidBy(result);
                QVERIFY2(result.exitCode == 0, said.constData());
                QCOMPARE(field(result.objects().back(), "verdict"), text(cells.at(first).cause));
                const auto answers = answersOf(result);
                QCOMPARE(answers.size(), qsizetype(16));
                for (std::size_t cell = 0; cell < cells.size(); ++cell) {
                    const bool isSeeded = cell == first || cell == second;
                    const QString answer = answers.value(text(cells.at(cell).cause));
                    QVERIFY2((answer == text("found")) == isSeeded,
                             QByteArray(QByteArray(cells.at(cell).cause) + " is " + answer.toUtf8() + " beside " + said)
                                 .constData());
                }
                QCOMPARE(answers.value(text("account_locked")), text("not_known"));
            }
        }
    }

    void aPassiveBrokerIsToldByTheNameOfTheActiveOne()
    {
        const SimulatorProcess simulator(
            {text("--sessions"), text("5"), text("--trouble"), text("passive-broker:WHY\\ann")});
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const ProgramResult result = why(simulator, {text("--json"), text("--user"), text("WHY\\ann")});
        // Reached by its loopback address, which names no broker.
        QCOMPARE(answersOf(result).value(text("passive_broker")), text("not_known"));
        QCOMPARE(result.exitCode, 1);
    }

    void aNameThatNothingIsListedOfIsTold()
    {
        const SimulatorProcess simulator({text("--sessions"), text("5")});
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const ProgramResult result = why(simulator, {text("--user"), text("CORP\\nobody")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.output.startsWith("This broker lists no session and no desktop of this person."),
                 result.output.constData());
    }

    void theTicketTellsWhatWasFoundAndWhatIsNotKnown()
    {
        const SimulatorProcess simulator({text("--sessions"), text("5"), text("--trouble"), text("ghost:WHY\\ann"),
                                          text("--trouble"), text("machine-paused:WHY\\ann")});
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const ProgramResult result = why(simulator, {text("--user"), text("why\\ANN")});
        QCOMPARE(result.exitCode, 0);
        const QByteArray ticket = result.output.mid(result.output.indexOf("For the ticket:"));
        for (const char* const part :
             {"why\\ANN cannot get in", "Probably a ghost", " is paused.", "Not known: ", "Is the account locked?"})
            QVERIFY2(ticket.contains(part), result.output.constData());
    }

    void whatIsMissingIsSaid()
    {
        const auto complaint = [](const QStringList& arguments) {
            return support::runProgram(text("deskwarden-cli"),
                                       QStringList{text("why"), text("--server"), text("demo:5")} + arguments);
        };
        for (const QStringList& arguments :
             {QStringList{},
              QStringList{text("--user"), text("a"), text("--collection"), text("x"), text("--collection"), text("y")},
              QStringList{text("--user"), text("a"), text("--password-stdin")}})
        {
            const ProgramResult result = complaint(arguments);
            QVERIFY2(result.exitCode == 2 && !result.errors.isEmpty() && result.output.isEmpty(),
                     support::saidBy(result).constData());
        }
    }
};

QTEST_GUILESS_MAIN(CliWhyTest)
#include "CliWhyTest.moc"
