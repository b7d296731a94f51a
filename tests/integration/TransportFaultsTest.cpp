// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/StatusCode.h"
#include "integration/CodeActs.h"
#include "integration/FaultCells.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>
#include <set>

using namespace deskwarden;
using integration::CellShown;
using integration::FaultCell;
using integration::NamedTransport;
using simulator::CallKind;

namespace {

constexpr std::array operations{CallKind::Identify, CallKind::Enumerate,  CallKind::Pull,   CallKind::Get,
                                CallKind::Logoff,   CallKind::Disconnect, CallKind::Message};
/// One of each kind in the simulator's language.
constexpr std::array faults{"return:5", "fault:5",     "wmi-error:5", "fault-after:5", "http:500", "delay:1",
                            "hang",     "drop-before", "drop-after",  "garbage",       "truncate", "no-return-value",
                            "stuck",    "reuse",       "reconnect"};

/// The only codes of which a fault proves that its act was not carried out. All others are looked up.
constexpr std::array<std::uint32_t, 24> notDone{5,          50,         87,         1314,       1727,       7045,
                                                0x80041003, 0x80041008, 0x8004100C, 0x8004100E, 0x80041010, 0x80041024,
                                                0x80041055, 0x80041056, 0x80041062, 0x80070005, 0x80338104, 0x80338105,
                                                0x80338106, 0x8033803F, 0x803381A6, 0x803381A7, 0x803381A8, 0x803381E8};

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

QString nameOf(const FaultCell& cell)
{
    return text(integration::wordOf(cell.operation)) + QLatin1Char('=') + text(cell.what);
}

QString tableFile(const NamedTransport& transport)
{
    return QDir(QStringLiteral(DESKWARDEN_FAULT_TABLE)).filePath(text(integration::wordOf(transport)));
}

QString shownAs(const std::string& once, const std::string& always)
{
    return once.empty() ? text(always) : text(once) + QStringLiteral(" / ") + text(always);
}

} // namespace

/// Every operation meets every kind of fault of the simulator's language, over every transport.
class TransportFaultsTest final : public QObject
{
    Q_OBJECT

public:
    /// With a transport's name only over that.
    explicit TransportFaultsTest(QString only)
        : m_only(std::move(only))
    {}

private slots:
    void initTestCase();
    void everyCellIsRunOrExplained();
    void everyTransportHasATestOfItsName();
    void everyCellShowsWhatIsPromised_data();
    void everyCellShowsWhatIsPromised();
    void everyCodeAfterAnActIsLookedUpOrProvesThatNothingWasDone_data();
    void everyCodeAfterAnActIsLookedUpOrProvesThatNothingWasDone();

private:
    void keepTable(const NamedTransport& transport, const std::vector<CellShown>& shown) const;

    const QString m_only;
    QTemporaryDir m_folder;
    support::TestCertificate m_certificate;
    std::optional<integration::SignInGround> m_ground;
    std::map<integration::TransportUnderTest, std::vector<CellShown>> m_shown;
    std::map<integration::TransportUnderTest, std::vector<integration::CodeShown>> m_codes;
};

void TransportFaultsTest::initTestCase()
{
    m_ground.emplace();
    QVERIFY2(m_ground->problem().isEmpty(), qPrintable(m_ground->problem()));
    m_certificate = support::makeTestCertificate(m_folder);
    QVERIFY2(m_certificate.isUsable(), qPrintable(m_certificate.problem));
    QVERIFY(QDir().mkpath(QStringLiteral(DESKWARDEN_FAULT_TABLE)));
    for (const NamedTransport& transport : integration::transportsUnderTest()) {
        if (!m_only.isEmpty() && m_only != text(integration::wordOf(transport)))
            continue;
        auto shown = integration::runCells(integration::faultCells(), transport.transport, m_certificate);
        keepTable(transport, shown);
        m_shown.emplace(transport.transport, std::move(shown));
        std::string problem;
        m_codes.emplace(transport.transport, integration::runCodes(transport.transport, m_certificate, problem));
        QVERIFY2(problem.empty(), problem.c_str());
    }
    QVERIFY2(!m_shown.empty(), "there is no such transport");
}

/// What was seen, not what was expected.
void TransportFaultsTest::keepTable(const NamedTransport& transport, const std::vector<CellShown>& shown) const
{
    QFile file(tableFile(transport));
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
    for (std::size_t index = 0; index < shown.size(); ++index) {
        const FaultCell& cell = integration::faultCells()[index];
        const CellShown& seen = shown[index];
        QString result = shownAs(seen.once, seen.always);
        if (cell.whyNot != nullptr)
            result = QLatin1Char('-');
        else if (!seen.problem.empty())
            result = text(seen.problem);
        else if (simulator::isAct(cell.operation))
            result += QStringLiteral(" (%1)").arg(seen.carriedOut);
        file.write((nameOf(cell) + QLatin1Char('\t') + result + QLatin1Char('\n')).toUtf8());
    }
}

void TransportFaultsTest::everyCellIsRunOrExplained()
{
    std::set<QString> names;
    std::set<std::pair<CallKind, simulator::FaultKind>> met;
    int run = 0;
    for (const FaultCell& cell : integration::faultCells()) {
        const QByteArray name = nameOf(cell).toUtf8();
        QVERIFY2(names.insert(nameOf(cell)).second, name.constData());
        const auto kind = simulator::ScriptedFault::parse(std::string("any=") + cell.what);
        QVERIFY2(kind, name.constData());
        met.insert({cell.operation, kind->what});
        // Nothing is left out but what the language itself refuses.
        const bool isPossible = simulator::ScriptedFault::parse(name.toStdString()).has_value();
        QVERIFY2(isPossible == (cell.whyNot == nullptr), name.constData());
        run += isPossible ? 1 : 0;
    }
    for (const CallKind operation : operations) {
        for (const char* fault : faults) {
            const auto kind = simulator::ScriptedFault::parse(std::string("any=") + fault).value();
            QVERIFY2(met.contains({operation, kind.what}), fault);
        }
    }
    QCOMPARE(met.size(), operations.size() * faults.size());
    qInfo("%d cells over each transport, %d with a reason why they mean nothing", run,
          static_cast<int>(names.size()) - run);
}

/// ctest runs one program for each transport; this is what it was told to run.
void TransportFaultsTest::everyTransportHasATestOfItsName()
{
    QStringList known;
    for (const NamedTransport& transport : integration::transportsUnderTest())
        known += text(integration::wordOf(transport));
    QCOMPARE(QStringLiteral(DESKWARDEN_TRANSPORTS).split(QLatin1Char(' ')), known);
}

void TransportFaultsTest::everyCellShowsWhatIsPromised_data()
{
    QTest::addColumn<int>("transport");
    QTest::addColumn<int>("index");
    for (const NamedTransport& transport : integration::transportsUnderTest()) {
        if (!m_shown.contains(transport.transport))
            continue;
        int index = 0;
        for (const FaultCell& cell : integration::faultCells()) {
            if (cell.whyNot == nullptr)
                QTest::addRow("%s over %s", qPrintable(nameOf(cell)), transport.name)
                    << static_cast<int>(transport.transport) << index;
            ++index;
        }
    }
}

void TransportFaultsTest::everyCellShowsWhatIsPromised()
{
    QFETCH(const int, transport);
    QFETCH(const int, index);
    const auto over = static_cast<integration::TransportUnderTest>(transport);
    const FaultCell& cell = integration::faultCells()[static_cast<std::size_t>(index)];
    const CellShown& shown = m_shown.at(over)[static_cast<std::size_t>(index)];
    const integration::CellResult& expected = integration::expectedOver(cell, over);
    QVERIFY2(shown.problem.empty(), shown.problem.c_str());
    QCOMPARE(text(shown.always), text(expected.always));
    QCOMPARE(text(shown.once), text(expected.once));
    QCOMPARE(shown.carriedOut, cell.carriedOut);
}

void TransportFaultsTest::everyCodeAfterAnActIsLookedUpOrProvesThatNothingWasDone_data()
{
    QTest::addColumn<int>("transport");
    QTest::addColumn<int>("index");
    for (const NamedTransport& transport : integration::transportsUnderTest()) {
        if (!m_codes.contains(transport.transport))
            continue;
        int index = 0;
        for (const integration::CodeShown& code : m_codes.at(transport.transport))
            QTest::addRow("%s over %s", core::hexText(code.code).c_str(), transport.name)
                << static_cast<int>(transport.transport) << index++;
    }
}

/// Gone is done, untouched is unknown; only a code that proves that nothing was carried out may say "failed".
void TransportFaultsTest::everyCodeAfterAnActIsLookedUpOrProvesThatNothingWasDone()
{
    QFETCH(const int, transport);
    QFETCH(const int, index);
    const auto over = static_cast<integration::TransportUnderTest>(transport);
    const integration::CodeShown& shown = m_codes.at(over)[static_cast<std::size_t>(index)];
    const bool isProof = std::ranges::find(notDone, shown.code) != notDone.end();
    QCOMPARE(text(shown.carriedOut), text(isProof ? "failed" : "done"));
    QCOMPARE(text(shown.notCarriedOut), text(isProof ? "failed" : "unknown"));
    QCOMPARE(text(shown.messageShown), text(isProof ? "failed" : "unknown"));
    QCOMPARE(text(shown.messageNotShown), text(isProof ? "failed" : "unknown"));
}

namespace {

/// What the programs for the transports have left, side by side: on stdout and in a file. False: one has left nothing.
bool writeWholeTable()
{
    std::map<QString, std::map<QString, QStringList>> table; // by cell, by result: the transports
    for (const NamedTransport& transport : integration::transportsUnderTest()) {
        QFile part(tableFile(transport));
        if (!part.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "nothing over %s\n", transport.name);
            return false;
        }
        for (const QString& line : QString::fromUtf8(part.readAll()).split(QLatin1Char('\n'))) {
            const QStringList fields = line.split(QLatin1Char('\t'));
            if (fields.size() == 2)
                table[fields.first()][fields.last()] += QLatin1String(transport.name);
        }
    }
    QString whole;
    for (const FaultCell& cell : integration::faultCells()) {
        const QString name = nameOf(cell);
        if (cell.whyNot != nullptr) {
            whole += QStringLiteral("%1 not run: %2\n").arg(name, -32).arg(text(cell.whyNot));
            continue;
        }
        const auto& results = table[name];
        for (const auto& [result, transports] : results)
            whole +=
                QStringLiteral("%1 %2 %3\n")
                    .arg(name, -32)
                    .arg(result, -52)
                    .arg(results.size() == 1 ? QStringLiteral("everywhere") : transports.join(QStringLiteral("; ")));
    }
    whole += QStringLiteral(DESKWARDEN_ELSEWHERE) + QLatin1Char('\n');
    std::fputs(qPrintable(whole), stdout);
    QFile file(QDir(QStringLiteral(DESKWARDEN_FAULT_TABLE)).filePath(QStringLiteral("whole.txt")));
    return file.open(QIODevice::WriteOnly) && file.write(whole.toUtf8()) > 0;
}

} // namespace

/// --over NAME: only over that transport. --table: the results of all of them, which have been run before.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(QStringLiteral("--table")))
        return writeWholeTable() ? 0 : 1;
    QString only;
    if (const auto place = arguments.indexOf(QStringLiteral("--over")); place > 0 && place + 1 < arguments.size()) {
        only = arguments.at(place + 1);
        arguments.remove(place, 2);
    }
    TransportFaultsTest test(only);
    return QTest::qExec(&test, arguments);
}

#include "TransportFaultsTest.moc"
