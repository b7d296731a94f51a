// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/LocalDirectory.h"
#include "support/LocalKdc.h"
#include "support/ProgramRun.h"

#include <QJsonObject>
#include <QMap>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

using namespace deskwarden;
using support::field;
using support::LocalDirectory;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

struct Cell
{
    const char* trouble; ///< of the simulator; empty = of the account, which the directory tells
    const char* cause;
};

// In the order in which the verdicts weigh.
constexpr std::array<Cell, 16> cells{{
    {"", "account_disabled"},
    {"", "account_expired"},
    {"", "account_locked"},
    {"", "password_expired"},
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
    {"passive-broker", "passive_broker"}, // of the whole simulator
}};
constexpr std::size_t passive = cells.size() - 1;

using Causes = QStringList;

bool isCause(std::size_t cell, const char* cause)
{
    return QByteArray(cells.at(cell).cause) == cause;
}

bool hasSession(std::size_t cell)
{
    return isCause(cell, "no_personal_desktop") || isCause(cell, "ghost_session") || isCause(cell, "stuck_session") ||
           isCause(cell, "session_elsewhere");
}

QByteArray personOf(std::size_t first, std::size_t second)
{
    return "person-" + QByteArray::number(qulonglong(first)) + '-' + QByteArray::number(qulonglong(second));
}

/// Somebody for each cell alone and for each pair, with the account that belongs to it.
QByteArray everybody()
{
    QByteArray people;
    for (std::size_t first = 0; first < cells.size(); ++first) {
        for (std::size_t second = first; second < cells.size(); ++second) {
            const auto has = [first, second](const char* cause) {
                return isCause(first, cause) || isCause(second, cause);
            };
            const int computed = (has("account_locked") ? 16 : 0) + (has("password_expired") ? 8388608 : 0);
            people +=
                LocalDirectory::person(personOf(first, second),
                                       QByteArray("userAccountControl: ") + (has("account_disabled") ? "514" : "512") +
                                           "\nmsDS-User-Account-Control-Computed: " + QByteArray::number(computed) +
                                           "\naccountExpires: " + (has("account_expired") ? "1" : "0") + '\n' +
                                           LocalDirectory::bytes("objectSid", LocalDirectory::sid(1104)) +
                                           LocalDirectory::bytes("tokenGroups", LocalDirectory::sid(513)));
        }
    }
    return people;
}

/// Adds what makes up one cell for that person.
void addTrouble(QStringList& arguments, std::size_t cell, const QByteArray& person)
{
    if (*cells.at(cell).trouble != '\0')
        arguments << text("--trouble") << text(cells.at(cell).trouble) + text(":CORP\\") + QString::fromLatin1(person);
}

/// A broker that is called as it is reached: only then can it tell whether it is the active one.
QStringList farm()
{
    return {text("--sessions"), text("40"), text("--broker"), text("127.0.0.1")};
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

/// Machines as the broker lists them.
QStringList machinesWhere(const SimulatorProcess& simulator, const char* condition)
{
    QStringList machines;
    for (const QJsonObject& row : simulator
                                      .cli(text("query"), {text("SELECT * FROM Win32_RDMSVirtualDesktop WHERE ") +
                                                               QString::fromLatin1(condition),
                                                           text("--json")})
                                      .objects())
        machines << field(row, "Name");
    return machines;
}

/// A machine that runs and belongs to nobody: with it, somebody without a session or desktop has a place, too.
QString machineOfNobody(const SimulatorProcess& simulator)
{
    const QStringList machines = machinesWhere(simulator, "VMState = 2 AND UserName IS NULL");
    const auto isOfTheFarm = [](const QString& name) { return !name.startsWith(text("WHY-")); };
    const auto found = std::ranges::find_if(machines, isOfTheFarm);
    return found == machines.end() ? QString() : *found;
}

/// What may not be read, and what is not known for it.
struct Refusal
{
    const char* name;
    std::size_t list = 0;     ///< which list of the four that are asked for is refused; 0 = none
    bool isAsking = false;    ///< methods are refused
    bool isDirectory = false; ///< the directory does not answer
    Causes hidden;            ///< not known, unless found by what is left
    Causes lost;              ///< of the hidden ones: cannot be found
};

std::vector<Refusal> refusals()
{
    const Causes account{text("account_disabled"), text("account_expired"), text("account_locked"),
                         text("password_expired")};
    const Causes machine{text("host_silent"), text("machine_off"), text("machine_paused"), text("machine_changing")};
    const Causes place{text("not_in_collection"), text("no_personal_desktop"), text("patch_window")};
    const Causes session{text("ghost_session"), text("stuck_session"), text("session_elsewhere")};
    return {
        {"sessions", 1, false, false, session + machine + place, session + Causes{text("no_personal_desktop")}},
        {"collections", 2, false, false, place, place},
        {"desktops", 3, false, false, machine + place + Causes{text("desktop_of_another")},
         machine + place + Causes{text("desktop_of_another"), text("ghost_session")}},
        {"nodes", 4, false, false, {}, {text("passive_broker")}},
        {"methods", 0, true, false, machine + Causes{text("patch_window"), text("passive_broker")},
         machine + Causes{text("patch_window"), text("passive_broker")}},
        {"directory", 0, false, true, account, account},
    };
}

} // namespace

/// deskwarden-cli why: the same verdicts as in management.access_report, over the wire and from a real directory.
class CliWhyTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_kdc = std::make_unique<tests::LocalKdc>();
        m_kdc->admitLdapServer();
        QVERIFY2(m_kdc->error().isEmpty(), qPrintable(m_kdc->error()));
        QVERIFY(m_kdc->signIn());
        m_slapd = std::make_unique<LocalDirectory>(everybody());
        QVERIFY2(m_slapd->error().isEmpty(), qPrintable(m_slapd->error()));
    }

    void eachTroubleIsFoundAloneAndBesideAnother_data()
    {
        QTest::addColumn<bool>("isPassive");
        QTest::newRow("at the active broker") << false;
        QTest::newRow("at a passive broker") << true;
    }
    void eachTroubleIsFoundAloneAndBesideAnother()
    {
        QFETCH(const bool, isPassive);
        QStringList arguments = farm();
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        for (std::size_t first = 0; first < cells.size(); ++first) {
            for (std::size_t second = first; second < cells.size(); ++second) {
                if ((second == passive) != isPassive)
                    continue;
                pairs.emplace_back(first, second);
                addTrouble(arguments, first, personOf(first, second));
                if (first != second)
                    addTrouble(arguments, second, personOf(first, second));
            }
        }
        const SimulatorProcess simulator(arguments);
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const QString free = machineOfNobody(simulator);
        QStringList others = machinesWhere(simulator, "UserName = 'somebody.else'"); // as on the command line
        for (const auto& [first, second] : pairs) {
            const bool isOther = isCause(first, "desktop_of_another") || isCause(second, "desktop_of_another");
            const ProgramResult result =
                why(simulator, question(personOf(first, second), isOther ? others.takeFirst() : free, true));
            QVERIFY2(result.exitCode == 0, support::saidBy(result).constData());
            QCOMPARE(field(result.objects().back(), "verdict"), text(cells.at(first).cause));
            const auto answers = answersOf(result);
            QCOMPARE(answers.size(), qsizetype(cells.size()));
            for (std::size_t cell = 0; cell < cells.size(); ++cell) {
                const QByteArray complaint = QByteArray(cells.at(first).cause) + " and " + cells.at(second).cause +
                                             ": " + cells.at(cell).cause + " in " + support::saidBy(result);
                QVERIFY2(answers.value(text(cells.at(cell).cause)) == expected(cell, first, second),
                         complaint.constData());
            }
        }
    }

    void whatMayNotBeReadIsNeverFine_data()
    {
        QTest::addColumn<std::size_t>("refusal");
        for (std::size_t number = 0; number < refusals().size(); ++number)
            QTest::newRow(refusals().at(number).name) << number;
    }
    void whatMayNotBeReadIsNeverFine()
    {
        QFETCH(const std::size_t, refusal);
        const Refusal refused = refusals().at(refusal);
        for (const bool isPassive : {false, true}) {
            QStringList arguments = farm() + faultsOf(refused);
            for (std::size_t cell = isPassive ? passive : 0; cell < (isPassive ? cells.size() : passive); ++cell)
                addTrouble(arguments, cell, personOf(cell, cell));
            const SimulatorProcess simulator(arguments);
            QVERIFY2(simulator.isListening(), simulator.complaint().constData());
            // The names of machines are the same without what is refused.
            const SimulatorProcess open(arguments.mid(0, farm().size()) +
                                        arguments.mid(farm().size() + faultsOf(refused).size()));
            const QString free = machineOfNobody(open);
            const QString others = machinesWhere(open, "UserName = 'somebody.else'").value(0);
            for (std::size_t cell = isPassive ? passive : 0; cell < (isPassive ? cells.size() : passive); ++cell) {
                const ProgramResult result =
                    why(simulator, question(personOf(cell, cell), isCause(cell, "desktop_of_another") ? others : free,
                                            !refused.isDirectory));
                const auto answers = answersOf(result);
                const QByteArray complaint =
                    QByteArray(refused.name) + ", " + cells.at(cell).cause + ": " + support::saidBy(result);
                QVERIFY2(answers.size() == qsizetype(cells.size()), complaint.constData());
                const QString cause = text(cells.at(cell).cause);
                const bool isLost = refused.lost.contains(cause);
                QVERIFY2(answers.value(cause) == text(isLost ? "not_known" : "found"), complaint.constData());
                QVERIFY2(result.exitCode == (isLost ? 1 : 0), complaint.constData());
                // Whether a session is a ghost is told by its machine.
                if (refused.lost.contains(text("ghost_session")) && hasSession(cell))
                    QVERIFY2(answers.value(text("ghost_session")) == text("not_known"), complaint.constData());
                for (const auto& [other, answer] : answers.asKeyValueRange()) {
                    if (other != cause)
                        QVERIFY2(answer != text("found"), complaint.constData());
                    if (other != cause && refused.hidden.contains(other))
                        QVERIFY2(answer == text("not_known"),
                                 QByteArray(other.toLatin1() + " in " + complaint).constData());
                }
            }
        }
    }

    void aPassiveBrokerIsNotKnownByAnAddressThatTheDeploymentDoesNotList()
    {
        const SimulatorProcess simulator(
            {text("--sessions"), text("5"), text("--trouble"), text("passive-broker:WHY\\ann")});
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const ProgramResult result = why(simulator, {text("--json"), text("--user"), text("WHY\\ann")});
        QCOMPARE(answersOf(result).value(text("passive_broker")), text("not_known"));
        QCOMPARE(answersOf(result).value(text("account_locked")), text("not_known")); // nobody told of a directory
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

private:
    [[nodiscard]] QStringList question(const QByteArray& person, const QString& machine, bool isDirectoryThere) const
    {
        const int port = isDirectoryThere ? m_slapd->tlsPort() : 1;
        return {text("--json"),
                text("--user"),
                text("CORP\\") + QString::fromLatin1(person),
                text("--machine"),
                machine,
                text("--directory"),
                QStringLiteral("ldaps://127.0.0.1:%1").arg(port),
                text("--directory-ca"),
                m_slapd->authorityFile()};
    }
    [[nodiscard]] static QString expected(std::size_t cell, std::size_t first, std::size_t second)
    {
        if (cell == first || cell == second)
            return text("found");
        const bool isSilent = isCause(first, "host_silent") || isCause(second, "host_silent");
        const bool isOfMachine =
            isCause(cell, "machine_off") || isCause(cell, "machine_paused") || isCause(cell, "machine_changing");
        return text(isSilent && isOfMachine ? "not_known" : "not_found");
    }
    /// One question asks for four lists; the one that is refused is refused to each question.
    [[nodiscard]] static QStringList faultsOf(const Refusal& refused)
    {
        QStringList faults;
        for (std::size_t question = 0; refused.list > 0 && question < cells.size(); ++question)
            faults << text("--fault")
                   << QStringLiteral("enumerate#%1=wmi-error:0x80041003").arg(question * 4 + refused.list);
        if (refused.isAsking)
            faults << text("--fault") << text("ask=fault:5");
        return faults;
    }

    std::unique_ptr<tests::LocalKdc> m_kdc;
    std::unique_ptr<LocalDirectory> m_slapd;
};

QTEST_GUILESS_MAIN(CliWhyTest)
#include "CliWhyTest.moc"
