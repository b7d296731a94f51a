// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/FileQueue.h"

#include "storage/PinStore.h"
#include "storage/ServerProfileStore.h"
#include "storage/ViewStore.h"
#include "support/FewThreads.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <latch>
#include <mutex>
#include <vector>

using namespace deskwarden;
using storage::FileQueue;

namespace {

constexpr int patience = 30'000;

/// What was written, in its order. Thread: any.
class Journal final
{
public:
    [[nodiscard]] FileQueue::Write entry(const QString& text)
    {
        return [this, text]() -> core::Result<> {
            const std::lock_guard lock(m_mutex);
            m_texts << text;
            return {};
        };
    }
    [[nodiscard]] QStringList texts() const
    {
        const std::lock_guard lock(m_mutex);
        return m_texts;
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_texts;
};

/// A disk that takes its time until it is let go.
struct SlowDisk
{
    std::latch isBusy{1};
    std::latch mayGoOn{1};

    [[nodiscard]] FileQueue::Write write()
    {
        return [this]() -> core::Result<> {
            isBusy.count_down();
            mayGoOn.wait();
            return {};
        };
    }
};

core::ServerProfile profileAt(const char* address)
{
    core::ServerProfile profile;
    profile.address = *core::ServerAddress::parse(address);
    return profile;
}

FileQueue::Write failing(const char* detail)
{
    return [detail]() -> core::Result<> { return core::failure(core::ErrorKind::InvalidInput, detail); };
}

} // namespace

class FileQueueTest final : public QObject
{
    Q_OBJECT

private slots:
    void filesAreWrittenInTheirOrder();
    void whatWaitsIsReplacedByWhatIsNewer();
    void aSlowDiskHoldsNobodyWhoHandsIn();
    void theEndWaitsForAll();
    void whatCannotBeWrittenIsTold();
    void withoutAThreadItIsWrittenAtOnce();
    void itIsSaidWhenTheDiskHasIt();
    void storesWriteBesideTheWindow();
    void aStoreTellsWhatCouldNotBeWritten();
};

void FileQueueTest::filesAreWrittenInTheirOrder()
{
    Journal journal;
    FileQueue queue;
    QStringList wanted;
    for (int number = 0; number < 50; ++number) {
        wanted << QString::number(number);
        queue.add(QStringLiteral("file %1").arg(number), journal.entry(QString::number(number)));
    }
    QVERIFY(queue.flush());
    QCOMPARE(journal.texts(), wanted);
}

void FileQueueTest::whatWaitsIsReplacedByWhatIsNewer()
{
    Journal journal;
    SlowDisk disk;
    FileQueue queue;
    queue.add(QStringLiteral("slow"), disk.write());
    disk.isBusy.wait();
    queue.add(QStringLiteral("a"), journal.entry(QStringLiteral("a1")));
    queue.add(QStringLiteral("b"), journal.entry(QStringLiteral("b1")));
    queue.add(QStringLiteral("a"), journal.entry(QStringLiteral("a2")));
    disk.mayGoOn.count_down();
    QVERIFY(queue.flush());
    const QStringList wanted{QStringLiteral("b1"), QStringLiteral("a2")};
    QCOMPARE(journal.texts(), wanted);
}

void FileQueueTest::aSlowDiskHoldsNobodyWhoHandsIn()
{
    Journal journal;
    SlowDisk disk;
    FileQueue queue;
    queue.add(QStringLiteral("slow"), disk.write());
    disk.isBusy.wait();
    QElapsedTimer time;
    time.start();
    queue.add(QStringLiteral("a"), journal.entry(QStringLiteral("a")));
    QVERIFY(time.elapsed() < 100);
    QVERIFY(journal.texts().isEmpty());
    disk.mayGoOn.count_down();
}

void FileQueueTest::theEndWaitsForAll()
{
    Journal journal;
    {
        FileQueue queue;
        for (int number = 0; number < 20; ++number)
            queue.add(QStringLiteral("file %1").arg(number), journal.entry(QStringLiteral("x")));
    }
    QCOMPARE(journal.texts().size(), 20);
}

void FileQueueTest::whatCannotBeWrittenIsTold()
{
    FileQueue queue;
    std::vector<std::string> told;
    connect(&queue, &FileQueue::failed, this,
            [&told](const core::ManagementError& error) { told.push_back(error.detail); });
    queue.add(QStringLiteral("a"), failing("no room"));
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), std::size_t{1}, patience);
    QCOMPARE(told.front(), std::string("no room"));
    const auto flushed = queue.flush();
    QVERIFY(!flushed);
    QCOMPARE(flushed.error().detail, std::string("no room"));
    QVERIFY(queue.flush()); // it is told once
}

void FileQueueTest::withoutAThreadItIsWrittenAtOnce()
{
    Journal journal;
    FileQueue queue{support::FewThreads(0)};
    queue.add(QStringLiteral("a"), journal.entry(QStringLiteral("a")));
    QCOMPARE(journal.texts(), QStringList{QStringLiteral("a")});
    QVERIFY(queue.flush());
}

void FileQueueTest::itIsSaidWhenTheDiskHasIt()
{
    Journal journal;
    SlowDisk disk;
    FileQueue queue;
    queue.add(QStringLiteral("slow"), disk.write());
    disk.isBusy.wait();
    QStringList said;
    const auto say = [&said](const char* what) {
        return [&said, what](const core::Result<>& written) {
            said << QString::fromLatin1(what) + (written ? QStringLiteral(" written") : QStringLiteral(" refused"));
        };
    };
    // What replaces it says it for both.
    queue.add(QStringLiteral("a"), journal.entry(QStringLiteral("a1")), say("first"));
    queue.add(QStringLiteral("a"), journal.entry(QStringLiteral("a2")), say("second"));
    queue.add(QStringLiteral("b"), failing("no room"), say("third"));
    QCoreApplication::processEvents();
    QVERIFY(said.isEmpty());
    disk.mayGoOn.count_down();
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 3, patience);
    QCOMPARE(said, (QStringList{QStringLiteral("first written"), QStringLiteral("second written"),
                                QStringLiteral("third refused")}));
    QCOMPARE(journal.texts(), QStringList{QStringLiteral("a2")});
}

void FileQueueTest::storesWriteBesideTheWindow()
{
    const QTemporaryDir folder;
    const auto file = [&folder](const char* name) { return folder.filePath(QString::fromLatin1(name)); };
    SlowDisk disk;
    FileQueue queue;
    storage::ServerProfileStore servers(file("servers.json"), &queue);
    storage::ViewStore views(file("views.json"), &queue);
    storage::PinStore pins(file("pins.json"), &queue);
    queue.add(QStringLiteral("slow"), disk.write());
    disk.isBusy.wait();
    QVERIFY(servers.remember(profileAt("https://one")));
    QVERIFY(servers.remember(profileAt("https://two")));
    storage::SavedView view;
    view.name = QStringLiteral("mine");
    QVERIFY(views.put(view));
    QVERIFY(pins.put({storage::KeptKind::User, QStringLiteral("CORP\\anna"), true, {}}));
    for (const char* const name : {"servers.json", "views.json", "pins.json"})
        QVERIFY2(!QFile::exists(file(name)), name);
    disk.mayGoOn.count_down();
    QVERIFY(queue.flush());
    QCOMPARE(storage::ServerProfileStore(file("servers.json")).servers().size(), std::size_t{2});
    QCOMPARE(storage::ViewStore(file("views.json")).views().size(), std::size_t{1});
    QCOMPARE(storage::PinStore(file("pins.json")).names().size(), std::size_t{1});
}

void FileQueueTest::aStoreTellsWhatCouldNotBeWritten()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("servers.json"))); // a folder in its place
    FileQueue queue;
    QSignalSpy failed(&queue, &FileQueue::failed);
    storage::ServerProfileStore servers(folder.filePath(QStringLiteral("servers.json")), &queue);
    QVERIFY(servers.remember(profileAt("https://one")));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(servers.servers().size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(FileQueueTest)
#include "FileQueueTest.moc"
