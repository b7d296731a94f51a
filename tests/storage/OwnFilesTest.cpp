// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/OwnFiles.h"

#include "storage/AuditHead.h"
#include "storage/SeenStore.h"
#include "storage/ServerProfileStore.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

#ifndef _WIN32
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#endif

using namespace deskwarden;
using namespace deskwarden::storage;

namespace {

#ifndef _WIN32
/// While it lives no file may grow: to a program that is a full disk, which shows when bytes are flushed.
class FullDisk final
{
public:
    FullDisk()
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_limit);
        rlimit none = m_limit;
        none.rlim_cur = 0;
        setrlimit(RLIMIT_FSIZE, &none);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    using Handler = void (*)(int);
    rlimit m_limit = {};
    Handler m_handler;
};

core::ServerProfile profile(const std::string& host)
{
    core::ServerProfile made;
    made.address = core::ServerAddress::parse(host).value();
    return made;
}
#endif

} // namespace

/// Files of the program's own: whole or as they were, and nobody else's.
class OwnFilesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aWholeFileIsWritten_data();
    void aWholeFileIsWritten();
#ifndef _WIN32
    void aFullDiskLeavesTheFileAsItWas_data();
    void aFullDiskLeavesTheFileAsItWas();
    void othersHaveNoRightsWhateverTheMask();
    void linksInThePlaceAreRefused_data();
    void linksInThePlaceAreRefused();
#endif

private:
    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder->filePath(QLatin1String(name));
    }
    [[nodiscard]] static QByteArray contentOf(const QString& name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The content of every file below the folder.
    [[nodiscard]] QMap<QString, QByteArray> everything() const
    {
        QMap<QString, QByteArray> all;
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = files.next();
            all.insert(name, contentOf(name));
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void OwnFilesTest::aWholeFileIsWritten_data()
{
    QTest::addColumn<int>("whom");
    QTest::newRow("for the program") << static_cast<int>(WrittenFor::Program);
    QTest::newRow("for a person") << static_cast<int>(WrittenFor::Person);
}

void OwnFilesTest::aWholeFileIsWritten()
{
    QFETCH(int, whom);
    for (const QByteArray& bytes : {QByteArray("first"), QByteArray(), QByteArray(100'000, 'x')}) {
        QVERIFY(writeWhole(path("file"), bytes, static_cast<WrittenFor>(whom)).has_value());
        QCOMPARE(contentOf(path("file")), bytes);
    }
    const auto failed = writeWhole(path("no such folder/file"), "x", static_cast<WrittenFor>(whom));
    QVERIFY(!failed.has_value());
    QVERIFY(!failed.error().isEmpty());
}

#ifndef _WIN32

using Writer = std::function<bool(const QString& folder, int round)>;

void OwnFilesTest::aFullDiskLeavesTheFileAsItWas_data()
{
    QTest::addColumn<Writer>("write"); // true: it says that it has written
    for (const WrittenFor whom : {WrittenFor::Program, WrittenFor::Person}) {
        for (const int size : {10, 100'000}) { // within and beyond what is buffered
            const char* const reader = whom == WrittenFor::Program ? "program" : "person";
            QTest::addRow("%d bytes for a %s", size, reader) << Writer([whom, size](const QString& folder, int round) {
                return writeWhole(folder + QStringLiteral("/file"), QByteArray(size, static_cast<char>(round)), whom)
                    .has_value();
            });
        }
    }
    QTest::newRow("the list of servers") << Writer([](const QString& folder, int round) {
        ServerProfileStore store(folder + QStringLiteral("/servers.json"));
        return store.remember(profile("broker" + std::to_string(round) + ".corp.example")).has_value();
    });
    QTest::newRow("the head of the audit log") << Writer([](const QString& folder, int round) {
        return AuditHead(folder + QStringLiteral("/audit.sqlite")).write({round, "hash"}).has_value();
    });
    QTest::newRow("what was seen") << Writer([](const QString& folder, int round) {
        {
            SeenStore store(folder);
            store.save(profile("broker.corp.example").address.id(),
                       {{7, management::SeenState{round, core::ConnectState::Active}}});
        }
        return round == 1; // nobody is told
    });
}

void OwnFilesTest::aFullDiskLeavesTheFileAsItWas()
{
    QFETCH(Writer, write);
    QVERIFY(write(m_folder->path(), 1));
    const auto before = everything();
    QCOMPARE(before.size(), 1);
    {
        const FullDisk full;
        QVERIFY(!write(m_folder->path(), 2));
    }
    QCOMPARE(everything(), before);
    (void)write(m_folder->path(), 3);
    QVERIFY(everything() != before);
}

void OwnFilesTest::othersHaveNoRightsWhateverTheMask()
{
    const auto mask = umask(0);
    const bool isMade = makeOwnFolder(path("own/inner")).has_value();
    const bool isWritten = writeWhole(path("own/inner/file"), "x", WrittenFor::Program).has_value();
    umask(mask);
    QVERIFY(isMade && isWritten);
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const char* const name : {"own/inner", "own/inner/file"})
        QCOMPARE(QFile::permissions(path(name)) & others, QFile::Permissions());
}

void OwnFilesTest::linksInThePlaceAreRefused_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("to a file") << true;
    QTest::newRow("to nothing") << false;
}

void OwnFilesTest::linksInThePlaceAreRefused()
{
    QFETCH(bool, isThere);
    if (isThere)
        QVERIFY(writeWhole(path("target"), "kept", WrittenFor::Program).has_value());
    QVERIFY(QFile::link(path("target"), path("link")));
    QVERIFY(!writeWhole(path("link"), "x", WrittenFor::Program).has_value());
    QVERIFY(whyUnusable(path("link"), FileUse::Read).has_value());
    QCOMPARE(contentOf(path("target")), isThere ? QByteArray("kept") : QByteArray());
    QCOMPARE(QFile::exists(path("target")), isThere);
}

#endif

QTEST_GUILESS_MAIN(OwnFilesTest)
#include "OwnFilesTest.moc"
