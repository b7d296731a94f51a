// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/SeenStore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace deskwarden;
using core::ConnectState;
using storage::SeenStore;

namespace {

core::ServerId server(const char* address)
{
    return {core::SharedString(address)};
}

} // namespace

class SeenStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatWasSeenIsThereAfterARestart();
    void nothingIsReadUntilTheReaderIsCalled();
    void eachServerHasAFileOfItsOwn();
    void aFileStaysSmall();
    void aBrokenFileIsEmpty();

private:
    QTemporaryDir m_folder;
};

void SeenStoreTest::whatWasSeenIsThereAfterARestart()
{
    const management::SeenStates seen{{0xFEDCBA9876543210, {1'800'000'000'123, ConnectState::Disconnected}},
                                      {7, {1, static_cast<ConnectState>(42)}}};
    {
        SeenStore store(m_folder.filePath(QStringLiteral("a/b")));
        QVERIFY(store.reader(server("https://one"))().empty());
        store.save(server("https://one"), seen);
    }
    QCOMPARE(SeenStore(m_folder.filePath(QStringLiteral("a/b"))).reader(server("https://one"))(), seen);
}

/// The window's thread asks for the reader, another one calls it.
void SeenStoreTest::nothingIsReadUntilTheReaderIsCalled()
{
    const QString place = m_folder.filePath(QStringLiteral("late"));
    const management::SeenStates seen{{7, {10, ConnectState::Disconnected}}};
    const auto read = SeenStore(place).reader(server("https://one"));
    SeenStore(place).save(server("https://one"), seen);
    QCOMPARE(read(), seen);
}

void SeenStoreTest::eachServerHasAFileOfItsOwn()
{
    SeenStore store(m_folder.filePath(QStringLiteral("two")));
    store.save(server("https://one"), {{1, {10, ConnectState::Disconnected}}});
    store.save(server("https://../../two"), {{2, {20, ConnectState::Down}}});
    store.save(server("https://one"), {{1, {30, ConnectState::Disconnected}}});
    SeenStore other(m_folder.filePath(QStringLiteral("none")));
    QVERIFY(other.reader(server("https://one"))().empty());
    QCOMPARE(store.reader(server("https://one"))().at(1).sinceMs, std::int64_t{30});
    QCOMPARE(store.reader(server("https://../../two"))().size(), std::size_t{1});
    QCOMPARE(QDir(m_folder.filePath(QStringLiteral("two"))).entryList(QDir::Files).size(), 2);
}

void SeenStoreTest::aFileStaysSmall()
{
    management::SeenStates many;
    for (std::uint64_t identity = 0; identity < 3 * SeenStore::mostSessions; ++identity)
        many.emplace(identity * 0x9E3779B97F4A7C15,
                     management::SeenState{1'800'000'000'000, ConnectState::Disconnected});
    {
        SeenStore store(m_folder.filePath(QStringLiteral("many")));
        store.save(server("https://one"), many);
    }
    QCOMPARE(SeenStore(m_folder.filePath(QStringLiteral("many"))).reader(server("https://one"))().size(),
             SeenStore::mostSessions);
    const QDir folder(m_folder.filePath(QStringLiteral("many")));
    QVERIFY(folder.entryInfoList(QDir::Files).front().size() < 1 << 20);
}

void SeenStoreTest::aBrokenFileIsEmpty()
{
    const QString place = m_folder.filePath(QStringLiteral("broken"));
    {
        SeenStore store(place);
        store.save(server("https://one"), {{1, {10, ConnectState::Disconnected}}});
    }
    const QString name = QDir(place).entryInfoList(QDir::Files).front().filePath();
    for (const char* text : {"", "something else\n1 4 5\n", "deskwarden-seen 1\n1 4\nx 4 5\n1 y 5\n1 4 z\n\n"}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(SeenStore(place).reader(server("https://one"))().empty());
    }
}

QTEST_GUILESS_MAIN(SeenStoreTest)
#include "SeenStoreTest.moc"
