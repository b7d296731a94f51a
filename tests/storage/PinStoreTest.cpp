// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/PinStore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace deskwarden;
using storage::KeptKind;
using storage::KeptName;
using storage::PinStore;

/// The file of pins and notes: what is kept, and what becomes of a file that is damaged, hostile, or of another
/// version.
class PinStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyKindIsThereAfterARestart();
    void aFileOfTheFirstVersionIsRead();
    void namesAreComparedAsWindowsDoes();
    void whatIsNeitherPinnedNorNotedIsForgotten();
    void thereAreLimits();
    void aDamagedFileIsKeptAside_data();
    void aDamagedFileIsKeptAside();
    void aLaterVersionIsNotWrittenOver();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("pins.json")); }
    void write(const QByteArray& bytes) const
    {
        QFile made(file());
        QVERIFY(made.open(QIODevice::WriteOnly));
        QCOMPARE(made.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PinStoreTest::everyKindIsThereAfterARestart()
{
    const std::vector<KeptName> all{
        {KeptKind::User, QStringLiteral("CORP\\åsa"), true, QStringLiteral("calls on Mondays\n\u202E <b>")},
        {KeptKind::Machine, QStringLiteral("VDI-7"), false, QStringLiteral("slow disk")},
        {KeptKind::VmHost, QStringLiteral("hv-1.corp.example"), true, {}},
        {KeptKind::Machine, QStringLiteral("hv-1.corp.example"), true, {}}, // a name of another kind
    };
    {
        PinStore store(file());
        for (const KeptName& kept : all)
            QVERIFY(store.put(kept).has_value());
    }
    const PinStore again(file());
    QVERIFY(!again.problem());
    QVERIFY(again.names() == all);
    QVERIFY(again.find(KeptKind::Machine, QStringLiteral("vdi-7")) == all[1]);
    QVERIFY(!again.find(KeptKind::User, QStringLiteral("VDI-7")).isPinned);
}

/// Written by hand in the form of the first version: later ones have to read it.
void PinStoreTest::aFileOfTheFirstVersionIsRead()
{
    write(R"({"version": 1, "names": [{"kind": "user", "name": "CORP\\ann", "pinned": true, "note": "n"},
        {"kind": "machine", "name": "m", "pinned": true}, {"kind": "host", "name": "h", "note": "x"}]})");
    const PinStore store(file());
    QVERIFY(!store.problem());
    QCOMPARE(store.names().size(), std::size_t{3});
    QVERIFY(store.names()[0] == (KeptName{KeptKind::User, QStringLiteral("CORP\\ann"), true, QStringLiteral("n")}));
    QVERIFY(store.names()[2] == (KeptName{KeptKind::VmHost, QStringLiteral("h"), false, QStringLiteral("x")}));
}

void PinStoreTest::namesAreComparedAsWindowsDoes()
{
    PinStore store(file());
    QVERIFY(store.put({KeptKind::User, QStringLiteral("CORP\\Ann"), true, {}}).has_value());
    KeptName kept = store.find(KeptKind::User, QStringLiteral("corp\\ANN"));
    QVERIFY(kept.isPinned);
    kept.note = QStringLiteral("  a note ");
    QVERIFY(store.put(kept).has_value());
    QCOMPARE(store.names().size(), std::size_t{1});
    QCOMPARE(store.names().front().note, QStringLiteral("a note"));
}

void PinStoreTest::whatIsNeitherPinnedNorNotedIsForgotten()
{
    PinStore store(file());
    QVERIFY(store.put({KeptKind::Machine, QStringLiteral("m"), false, QStringLiteral(" ")}).has_value());
    QVERIFY(store.names().empty());
    QVERIFY(store.put({KeptKind::Machine, QStringLiteral("m"), true, {}}).has_value());
    QVERIFY(store.put({KeptKind::Machine, QStringLiteral("M"), false, {}}).has_value());
    QVERIFY(PinStore(file()).names().empty());
}

void PinStoreTest::thereAreLimits()
{
    PinStore store(file());
    QVERIFY(!store.put({KeptKind::User, {}, true, {}}).has_value());
    QVERIFY(!store.put({KeptKind::User, QString(PinStore::longestName + 1, u'a'), true, {}}).has_value());
    QVERIFY(store.put({KeptKind::User, QStringLiteral("a"), false, QString(2 * PinStore::longestNote, u'n')}));
    QCOMPARE(store.names().front().note.size(), PinStore::longestNote);
    for (std::size_t number = 1; number < PinStore::mostNames; ++number)
        QVERIFY(store.put({KeptKind::Machine, QString::number(number), true, {}}).has_value());
    QVERIFY(!store.put({KeptKind::Machine, QStringLiteral("one more"), true, {}}).has_value());
    QCOMPARE(PinStore(file()).names().size(), PinStore::mostNames);
}

void PinStoreTest::aDamagedFileIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no JSON") << QByteArray("pins");
    QTest::newRow("another list") << QByteArray(R"({"version": 1, "views": []})");
    QTest::newRow("a kind of later") << QByteArray(R"({"version": 1, "names": [{"kind": "pool", "name": "a"}]})");
    QTest::newRow("no name") << QByteArray(R"({"version": 1, "names": [{"kind": "user", "pinned": true}]})");
    QTest::newRow("a long name") << QByteArray(R"({"version": 1, "names": [{"kind": "user", "name": ")") +
                                        QByteArray(PinStore::longestName + 1, 'a') + "\"}]}";
    QTest::newRow("a long note") << QByteArray(R"({"version": 1, "names": [{"kind": "user", "name": "a", "note": ")") +
                                        QByteArray(PinStore::longestNote + 1, 'a') + "\"}]}";
}

void PinStoreTest::aDamagedFileIsKeptAside()
{
    QFETCH(QByteArray, content);
    write(content);
    PinStore store(file());
    QVERIFY(store.problem().has_value());
    QVERIFY(store.names().empty());
    QFile aside(file() + QStringLiteral(".damaged"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), content);
    QVERIFY(store.put({KeptKind::User, QStringLiteral("a"), true, {}}).has_value());
    QCOMPARE(PinStore(file()).names().size(), std::size_t{1});
}

void PinStoreTest::aLaterVersionIsNotWrittenOver()
{
    const QByteArray later = R"({"version": 2, "names": []})";
    write(later);
    PinStore store(file());
    QVERIFY(store.problem().has_value());
    QVERIFY(!store.put({KeptKind::User, QStringLiteral("a"), true, {}}).has_value());
    QFile kept(file());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), later);
}

QTEST_GUILESS_MAIN(PinStoreTest)
#include "PinStoreTest.moc"
