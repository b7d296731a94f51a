// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/OwnFiles.h"

#include "storage/AuditHead.h"
#include "storage/AuditLog.h"
#include "storage/PinStore.h"
#include "storage/Preferences.h"
#include "storage/SeenStore.h"
#include "storage/ServerProfileStore.h"
#include "storage/ViewStore.h"

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
    /// With room for so many bytes in each file.
    explicit FullDisk(rlim_t room = 0)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_limit);
        rlimit none = m_limit;
        none.rlim_cur = room;
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
    void roomForLocksIsNotRoomForPreferences();
    void othersHaveNoRightsWhateverTheMask();
    void everyStoreMakesWhatIsItsUsersAlone_data();
    void everyStoreMakesWhatIsItsUsersAlone();
    void aPersonsFileHasTheRightsOfTheStart();
    void whatWouldNeverEndIsNotRead_data();
    void whatWouldNeverEndIsNotRead();
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

#ifndef _WIN32
    void setMode(const char* name, mode_t mode) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(fchmod(file.handle(), mode), 0);
    }
    [[nodiscard]] mode_t modeOf(const char* name) const
    {
        struct stat there = {};
        return stat(QFile::encodeName(path(name)).constData(), &there) == 0 ? there.st_mode & 0777U : 07777U;
    }
#endif

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
    QTest::newRow("what a person has set") << Writer([](const QString& folder, int round) {
        Preferences preferences(folder + QStringLiteral("/preferences.ini"));
        preferences.setValue(preference::parallelActs, round);
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

void OwnFilesTest::roomForLocksIsNotRoomForPreferences()
{
    const QString file = path("preferences.ini");
    const auto set = [&file](int size) {
        Preferences preferences(file);
        preferences.setValue(preference::messageText, QString(size, QLatin1Char('x')));
    };
    set(1000);
    const auto before = everything();
    {
        const FullDisk full(500);
        set(2000);
    }
    QCOMPARE(everything(), before);
    set(2000);
    QCOMPARE(Preferences(file).value(preference::messageText).size(), 2000);
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
    for (const char* const name : {"own", "own/inner", "own/inner/file"})
        QCOMPARE(QFile::permissions(path(name)) & others, QFile::Permissions());
}

void OwnFilesTest::everyStoreMakesWhatIsItsUsersAlone_data()
{
    using Store = std::function<void(const QString& folder)>;
    QTest::addColumn<Store>("store");
    QTest::newRow("servers") << Store([](const QString& folder) {
        ServerProfileStore store(folder + QStringLiteral("/servers.json"));
        QVERIFY(store.remember(profile("broker.corp.example")).has_value());
    });
    QTest::newRow("seen") << Store([](const QString& folder) {
        SeenStore store(folder + QStringLiteral("/seen"));
        store.save(profile("broker.corp.example").address.id(),
                   {{7, management::SeenState{1, core::ConnectState::Active}}});
    });
    QTest::newRow("pins") << Store([](const QString& folder) {
        PinStore store(folder + QStringLiteral("/pins.json"));
        QVERIFY(store.put({KeptKind::User, QStringLiteral("ann"), true, {}}).has_value());
    });
    QTest::newRow("views") << Store([](const QString& folder) {
        ViewStore store(folder + QStringLiteral("/views.json"));
        SavedView view;
        view.name = QStringLiteral("Mine");
        QVERIFY(store.put(view).has_value());
    });
    QTest::newRow("preferences") << Store([](const QString& folder) {
        Preferences preferences(folder + QStringLiteral("/preferences.ini"));
        preferences.setValue(preference::parallelActs, 3);
    });
    QTest::newRow("record") << Store([](const QString& folder) {
        AuditLog log(folder + QStringLiteral("/audit.sqlite"), {QStringLiteral("ada"), QStringLiteral("desk")});
        management::ActionRequest request;
        QVERIFY(log.recordIntents({&request, 1}).has_value());
    });
}

/// What leads there is made as well, and nothing of it is anybody else's. (Program-wide the mask sees to it.)
void OwnFilesTest::everyStoreMakesWhatIsItsUsersAlone()
{
    QFETCH(std::function<void(const QString&)>, store);
    const auto mask = umask(0);
    store(path("home/.local/share/deskwarden"));
    umask(mask);
    int seen = 0;
    QDirIterator all(m_folder->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        struct stat made = {};
        const QByteArray name = QFile::encodeName(all.next());
        QCOMPARE(lstat(name.constData(), &made), 0);
        QVERIFY2((made.st_mode & 077U) == 0, name.constData());
        ++seen;
    }
    QVERIFY(seen >= 5); // four folders and a file at least
}

void OwnFilesTest::aPersonsFileHasTheRightsOfTheStart()
{
    const auto mask = umask(077);
    const bool isWritten = writeWhole(path("new"), "x", WrittenFor::Person).has_value();
    setMode("old", 0640);
    const bool isReplaced = writeWhole(path("old"), "x", WrittenFor::Person).has_value();
    umask(mask);
    QVERIFY(isWritten && isReplaced);
    QCOMPARE(modeOf("new"), 0666U & ~mask);
    QCOMPARE(modeOf("old"), 0640U);
}

void OwnFilesTest::whatWouldNeverEndIsNotRead_data()
{
    using Reader = std::function<bool(const QString& file)>; // true: it has read something
    QTest::addColumn<Reader>("read");
    QTest::newRow("servers") << Reader([](const QString& file) {
        const ServerProfileStore store(file);
        return store.loadError() == std::nullopt;
    });
    QTest::newRow("pins") << Reader([](const QString& file) {
        const PinStore store(file);
        return store.problem() == std::nullopt;
    });
    QTest::newRow("views") << Reader([](const QString& file) {
        const ViewStore store(file);
        return store.problem() == std::nullopt;
    });
    QTest::newRow("preferences") << Reader([](const QString& file) {
        const Preferences preferences(file);
        return preferences.value(preference::parallelActs) != 4;
    });
    QTest::newRow("head") << Reader([](const QString& file) { return AuditHead(file.chopped(5)).read().has_value(); });
    QTest::newRow("any") << Reader([](const QString& file) { return readSmall(file, 100).has_value(); });
}

void OwnFilesTest::whatWouldNeverEndIsNotRead()
{
    QFETCH(std::function<bool(const QString&)>, read);
    const QString file = path("file.head");
    QCOMPARE(mkfifo(QFile::encodeName(file).constData(), 0600), 0);
    QVERIFY(!read(file)); // or the test program is ended for its time
    QVERIFY(QFile::remove(file) && QDir().mkdir(file));
    QVERIFY(!read(file));
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
