// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/console/LinkDoor.h"

#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <memory>
#include <vector>

using namespace deskwarden;
using app::LinkDoor;

namespace {

constexpr int patience = 30000;
constexpr const char* good = "deskwarden://find?user=bob";

core::ConsoleLink linkOf(const char* text)
{
    return core::ConsoleLink::parse(text).value();
}

} // namespace

class LinkDoorTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aLinkReachesTheRunningConsole();
    void nobodyIsThereWithoutAConsole();
    void theSecondConsoleTakesOver();
    void whatAKilledConsoleLeftIsReplaced();
    void onlyItsUserMayEnter();
    void whatIsNoLinkIsRefused_data();
    void whatIsNoLinkIsRefused();
    void manyLinksAtOnceAreRefused();
    void callersWhoStayAreHungUpOn();
    void aPlaceThatCannotBeHadIsNoHarm();

private:
    [[nodiscard]] std::unique_ptr<LinkDoor> openDoor();
    [[nodiscard]] LinkDoor::Answer handOver(const core::ConsoleLink& link);
    [[nodiscard]] QByteArray answerTo(const LinkDoor& door, const QByteArray& bytes);

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    LinkDoor::Clock::time_point m_now{std::chrono::hours(1)};
    std::vector<core::ConsoleLink> m_arrived;
};

void LinkDoorTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(QStringLiteral("running/deskwarden"));
    m_arrived.clear();
}

std::unique_ptr<LinkDoor> LinkDoorTest::openDoor()
{
    auto door = std::make_unique<LinkDoor>(m_folder, [this] { return m_now; });
    connect(door.get(), &LinkDoor::linkArrived, this,
            [this](const core::ConsoleLink& link) { m_arrived.push_back(link); });
    door->open();
    return door;
}

/// As another program does it: it blocks.
LinkDoor::Answer LinkDoorTest::handOver(const core::ConsoleLink& link)
{
    auto answer = std::async(std::launch::async, [this, link] { return LinkDoor::handOver(m_folder, link); });
    while (answer.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
        QTest::qWait(1);
    return answer.get();
}

QByteArray LinkDoorTest::answerTo(const LinkDoor& door, const QByteArray& bytes)
{
    QLocalSocket caller;
    caller.connectToServer(door.name());
    caller.write(bytes);
    const bool hasEnded =
        QTest::qWaitFor([&caller] { return caller.state() == QLocalSocket::UnconnectedState; }, patience);
    return hasEnded ? caller.readAll() : QByteArray("still there");
}

void LinkDoorTest::aLinkReachesTheRunningConsole()
{
    const auto door = openDoor();
    QVERIFY(door->isOpen());
    const core::ConsoleLink link =
        linkOf("deskwarden://find?user=CORP%5Cbob&server=https%3A%2F%2Fbroker.example&ticket=INC42");
    QCOMPARE(handOver(link), LinkDoor::Answer::Taken);
    QCOMPARE(m_arrived.size(), std::size_t{1});
    QVERIFY(m_arrived.front() == link);
}

void LinkDoorTest::nobodyIsThereWithoutAConsole()
{
    QCOMPARE(handOver(linkOf(good)), LinkDoor::Answer::Nobody);
    openDoor().reset();
    QCOMPARE(handOver(linkOf(good)), LinkDoor::Answer::Nobody);
}

void LinkDoorTest::theSecondConsoleTakesOver()
{
    auto first = openDoor();
    const auto second = openDoor();
    QVERIFY(first->isOpen());
    QVERIFY(!second->isOpen());
    first.reset();
    QTRY_VERIFY_WITH_TIMEOUT(second->isOpen(), patience);
    QCOMPARE(handOver(linkOf(good)), LinkDoor::Answer::Taken);
}

void LinkDoorTest::whatAKilledConsoleLeftIsReplaced()
{
    QString name;
    {
        const auto door = openDoor();
        name = door->name();
    }
    QFile left(name);
    QVERIFY(left.open(QIODevice::WriteOnly)); // nobody listens there
    left.close();
    const auto door = openDoor();
    QVERIFY(door->isOpen());
    QCOMPARE(handOver(linkOf(good)), LinkDoor::Answer::Taken);
}

void LinkDoorTest::onlyItsUserMayEnter()
{
#ifdef _WIN32
    QSKIP("a pipe's rights are no file's");
#endif
    const auto door = openDoor();
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFileInfo(m_folder).permissions() & others, QFile::Permissions());
    QCOMPARE(QFileInfo(door->name()).permissions() & others, QFile::Permissions());
}

void LinkDoorTest::whatIsNoLinkIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray("\n");
    QTest::newRow("words") << QByteArray("hello\n");
    QTest::newRow("an act") << QByteArray("deskwarden://logoff?user=bob\n");
    QTest::newRow("a line within") << QByteArray("deskwarden://find?user=a\r\n");
    QTest::newRow("no text") << QByteArray("\xFF\xFE\0\n", 4);
    QTest::newRow("without an end") << QByteArray("deskwarden://find?user=") + QByteArray(1 << 20, 'a');
    QTest::newRow("long") << QByteArray("deskwarden://find?user=") + QByteArray(4000, 'a') + '\n';
}

void LinkDoorTest::whatIsNoLinkIsRefused()
{
    QFETCH(const QByteArray, bytes);
    const auto door = openDoor();
    const QByteArray answer = answerTo(*door, bytes);
    QVERIFY2(answer == "refused\n" || answer.isEmpty(), answer.constData()); // hung up on with bytes of it unread
    QVERIFY(m_arrived.empty());
    QCOMPARE(answerTo(*door, QByteArray(good) + '\n'), QByteArray("taken\n"));
}

void LinkDoorTest::manyLinksAtOnceAreRefused()
{
    const auto door = openDoor();
    for (std::size_t number = 0; number < LinkDoor::mostLinks; ++number)
        QCOMPARE(answerTo(*door, QByteArray(good) + '\n'), QByteArray("taken\n"));
    QCOMPARE(answerTo(*door, QByteArray(good) + '\n'), QByteArray("refused\n"));
    QCOMPARE(handOver(linkOf(good)), LinkDoor::Answer::Refused);
    QCOMPARE(m_arrived.size(), LinkDoor::mostLinks);
    m_now += LinkDoor::span;
    QCOMPARE(answerTo(*door, QByteArray(good) + '\n'), QByteArray("taken\n"));
    QCOMPARE(answerTo(*door, QByteArray(good) + "\n" + good + "\n"), QByteArray("taken\n")); // one a connection
    QCOMPARE(m_arrived.size(), LinkDoor::mostLinks + 2);
}

void LinkDoorTest::callersWhoStayAreHungUpOn()
{
    const auto door = openDoor();
    std::vector<std::unique_ptr<QLocalSocket>> callers;
    for (int number = 0; number < 3 * LinkDoor::mostCallers; ++number) {
        callers.push_back(std::make_unique<QLocalSocket>());
        callers.back()->connectToServer(door->name());
        callers.back()->write("deskwarden:"); // and no more
    }
    const auto ended = [&callers] {
        return std::ranges::all_of(
            callers, [](const auto& caller) { return caller->state() == QLocalSocket::UnconnectedState; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QCOMPARE(answerTo(*door, QByteArray(good) + '\n'), QByteArray("taken\n"));
}

void LinkDoorTest::aPlaceThatCannotBeHadIsNoHarm()
{
    QFile inTheWay(m_home->filePath(QStringLiteral("running")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto door = openDoor();
    QVERIFY(!door->isOpen());
    QCOMPARE(handOver(linkOf(good)), LinkDoor::Answer::Nobody);
}

QTEST_GUILESS_MAIN(LinkDoorTest)
#include "LinkDoorTest.moc"
