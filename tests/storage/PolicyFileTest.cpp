// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/PolicyFile.h"

#include "core/TransportSpec.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

#ifndef _WIN32
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#endif

using namespace deskwarden;
using management::Policy;

namespace {

#ifndef _WIN32
void write(const QString& name, const QByteArray& content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// Prepares something in the place of a policy: `folder` is its folder's name, `file` its own.
using Preparation = std::function<void(const QString& folder, const QString& file)>;

void setMode(const QString& name, mode_t mode)
{
    QCOMPARE(chmod(QFile::encodeName(name).constData(), mode), 0);
}

/// Nobody whom the test trusts; only root can give a file away.
constexpr uid_t stranger = 65534;
void giveAway(const QString& name)
{
    QCOMPARE(lchown(QFile::encodeName(name).constData(), stranger, stranger), 0);
}

void makeSocket(const QString& name)
{
    const QByteArray path = QFile::encodeName(name);
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    QVERIFY(path.size() < static_cast<qsizetype>(sizeof place.sun_path));
    std::snprintf(static_cast<char*>(place.sun_path), sizeof place.sun_path, "%s", path.constData());
    const int made = socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(bind(made, reinterpret_cast<const sockaddr*>(&place), sizeof place), 0);
    close(made);
}
#endif

} // namespace

/// What an administrator wrote, and what is made of what nobody can have meant.
class PolicyFileTest final : public QObject
{
    Q_OBJECT

private slots:
    void noFileAllowsEverything();
    void everyEntryIsRead();
    void everyVersionUpToThisIsRead();
    void everyActIsKnownByItsWord();
    void everyTransportIsKnownByItsWord();
    void whatIsWrongMeansReadOnly_data();
    void whatIsWrongMeansReadOnly();
    void anUnreadableFileMeansReadOnly();
    void aKeyThatIsThereTwiceMeansReadOnly_data();
    void aKeyThatIsThereTwiceMeansReadOnly();
    void keysOfDifferentObjectsMayBeAlike();
#ifndef _WIN32
    void whatIsNoPlainFileIsNotRead_data();
    void whatIsNoPlainFileIsNotRead();
    void onlyWhatOthersCannotChangeIsBelieved_data();
    void onlyWhatOthersCannotChangeIsBelieved();
#endif
};

void PolicyFileTest::noFileAllowsEverything()
{
    const QTemporaryDir folder;
    QCOMPARE(storage::readPolicyFile(folder.filePath(QStringLiteral("policy.json"))), Policy());
    QCOMPARE(storage::readPolicy("{}", QStringLiteral("p")), Policy());
}

void PolicyFileTest::everyEntryIsRead()
{
    const Policy policy =
        storage::readPolicy(R"({"readOnly": false, "actions": ["message", "disconnect"], "largestPlan": 40,
        "typeNumberFrom": 1, "requireReason": true, "ticketPattern": " INC-#### ", "requireSystemLog": true, "version": 2, "forbidUpdateCheck": true, "forbidHandOffs": true, "handOffs": ["ping", "SSH = ssh {vm}"], "updateAddress": " HTTPS://Intern.Example/v ", "protectedAccounts": ["CONTOSO\\vip*", "admin"], "protectedHosts": ["HV-9*"],
        "transports": ["https", "wmi"]})",
                            QStringLiteral("p"));
    QVERIFY2(policy.problem.empty(), policy.problem.c_str());
    QVERIFY(!policy.isReadOnly);
    QVERIFY(!policy.allows(management::ActionKind::Logoff));
    QVERIFY(policy.allows(management::ActionKind::Disconnect));
    QVERIFY(policy.allows(management::ActionKind::Message));
    QCOMPARE(policy.largestPlan, std::size_t{40});
    QCOMPARE(policy.typeNumberFrom, std::size_t{1});
    QVERIFY(policy.requiresReason);
    QVERIFY(policy.requiresSystemLog);
    QCOMPARE(policy.ticketPatterns, std::vector<std::string>{"INC-####"});
    QVERIFY(policy.forbidsUpdateCheck);
    QCOMPARE(policy.updateAddress, std::string("https://intern.example/v"));
    QVERIFY(policy.forbidsHandOffs);
    QCOMPARE(policy.handOffs, (std::vector<std::string>{"ping", "SSH = ssh {vm}"}));
    QCOMPARE(policy.protectedAccounts, (std::vector<std::string>{"CONTOSO\\vip*", "admin"}));
    QCOMPARE(policy.protectedHosts, std::vector<std::string>{"HV-9*"});
    QCOMPARE(policy.transports, (std::vector{core::Transport::WsmanHttps, core::Transport::Dcom}));
}

void PolicyFileTest::everyVersionUpToThisIsRead()
{
    for (std::size_t version = 1; version <= storage::policyVersion; ++version) {
        const QByteArray content = R"({"largestPlan": 7, "version": )" + QByteArray::number(version) + '}';
        const Policy policy = storage::readPolicy(content, QStringLiteral("p"));
        QVERIFY2(policy.problem.empty(), policy.problem.c_str());
        QCOMPARE(policy.largestPlan, std::size_t{7});
    }
}

void PolicyFileTest::everyActIsKnownByItsWord()
{
    const auto read = [](const char* word) {
        return storage::readPolicy(QByteArray(R"({"actions": [")") + word + R"("]})", QStringLiteral("p"));
    };
    const Policy refused = read("Logoff");
    for (const management::ActionSpec& spec : management::actionSpecs) {
        const Policy policy = read(spec.word);
        QVERIFY2(policy.problem.empty(), policy.problem.c_str());
        for (const management::ActionSpec& other : management::actionSpecs)
            QCOMPARE(policy.allows(other.kind), other.kind == spec.kind);
        QVERIFY2(refused.problem.find(spec.word) != std::string::npos, refused.problem.c_str());
    }
    QVERIFY(refused.isReadOnly);
}

void PolicyFileTest::everyTransportIsKnownByItsWord()
{
    const auto read = [](const QByteArray& words) {
        return storage::readPolicy(R"({"transports": [)" + words + "]}", QStringLiteral("p"));
    };
    const Policy refused = read(R"("HTTPS")");
    const Policy empty = read({});
    for (const core::TransportSpec& spec : core::transportSpecs) {
        if (spec.word == nullptr)
            continue;
        const Policy policy = read(QByteArray("\"") + spec.word + '"');
        QVERIFY2(policy.problem.empty(), policy.problem.c_str());
        QCOMPARE(policy.transports, std::vector{spec.transport});
        for (const core::TransportSpec& other : core::transportSpecs) {
            if (other.word != nullptr)
                QCOMPARE(policy.refusalOf(other.transport).has_value(), other.transport != spec.transport);
        }
        QVERIFY2(refused.problem.find(spec.word) != std::string::npos, refused.problem.c_str());
        QVERIFY2(empty.problem.find(spec.word) != std::string::npos, empty.problem.c_str());
    }
    QVERIFY(refused.isReadOnly && empty.isReadOnly);
}

void PolicyFileTest::whatIsWrongMeansReadOnly_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char* name, const char* content, const char* word) {
        QTest::newRow(name) << QByteArray(content) << QByteArray(word);
    };
    row("empty", "", "line 1");
    row("no JSON", "readOnly = true", "line 1");
    row("broken in line 3", "{\n\"readOnly\": false,\n", "line 3");
    row("a list", "[]", "object");
    row("an unknown entry", R"({"readonly": false})", "readonly");
    row("a flag that is a text", R"({"readOnly": "no"})", "readOnly");
    row("an unknown action", R"({"actions": ["log off"]})", "actions");
    row("a plan of nothing", R"({"largestPlan": 0})", "largestPlan");
    row("a plan of a half", R"({"largestPlan": 2.5})", "largestPlan");
    row("a number from none", R"({"typeNumberFrom": 0})", "typeNumberFrom");
    row("a ticket's pattern that is a list", R"({"ticketPattern": ["INC-*"]})", "ticketPattern");
    row("an address without TLS", R"({"updateAddress": "http://intern.example/v"})", "updateAddress");
    row("a program that is none", R"({"handOffs": ["SSH = "]})", "handOffs");
    row("a program with an unknown place", R"({"handOffs": ["SSH = ssh {password}"]})", "handOffs");
    row("an unknown word for a program", R"({"handOffs": ["shadow"]})", "handOffs");
    row("no program at all", R"({"handOffs": []})", "handOffs");
    row("an address that is a number", R"({"updateAddress": 7})", "updateAddress");
    row("a question that is forbidden by a word", R"({"forbidUpdateCheck": "yes"})", "forbidUpdateCheck");
    row("an empty pattern of tickets", R"({"ticketPattern": " "})", "ticketPattern");
    row("accounts that are one text", R"({"protectedAccounts": "vip"})", "protectedAccounts");
    row("an empty account", R"({"protectedAccounts": [" "]})", "protectedAccounts");
    row("a flag that is a number", R"({"requireSystemLog": 1})", "requireSystemLog");
    row("a version that is a text", R"({"version": "2"})", "version");
    row("no version", R"({"version": 0})", "version");
    row("a newer version", R"({"version": 3})", "no more than 2");
    row("a newer version with a key of its own", R"({"aNewKey": true, "version": 3})", "no more than 2");
    row("no transport at all", R"({"transports": []})", "transports");
    row("an unknown transport", R"({"transports": ["ftp"]})", "transports");
}

void PolicyFileTest::whatIsWrongMeansReadOnly()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, word);
    const Policy policy = storage::readPolicy(content, QStringLiteral("/etc/deskwarden/policy.json"));
    QVERIFY(policy.isReadOnly);
    const QByteArray problem = QByteArray::fromStdString(policy.problem);
    QVERIFY2(problem.startsWith("/etc/deskwarden/policy.json: ") && problem.contains(word), problem.constData());
    QVERIFY(policy.refusalOf(management::ActionKind::Message) == management::PolicyRefusal::ReadOnly);
}

void PolicyFileTest::anUnreadableFileMeansReadOnly()
{
    const QTemporaryDir folder; // a folder where the file should be: nobody can read it, not even root
    const Policy policy = storage::readPolicyFile(folder.path());
    QVERIFY(policy.isReadOnly);
    QVERIFY(!policy.problem.empty());
}

void PolicyFileTest::aKeyThatIsThereTwiceMeansReadOnly_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char* name, const char* content, const char* key) {
        QTest::newRow(name) << QByteArray(content) << QByteArray(key);
    };
    row("the later opens", R"({"readOnly": true, "readOnly": false})", "readOnly");
    row("both say the same", R"({"readOnly": false, "readOnly": false})", "readOnly");
    row("far apart", R"({"largestPlan": 5, "readOnly": false, "actions": ["message"], "largestPlan": 6})",
        "largestPlan");
    row("written with escapes", R"({"readOnly": true, "read\u004fnly": false})", "readOnly");
    row("with blanks before the colon", "{\"readOnly\": true, \"readOnly\" \r\n\t : false}", "readOnly");
    row("after texts with brackets", R"({"protectedHosts": ["}\"{", "a:b"], "readOnly": true, "readOnly": false})",
        "readOnly");
    row("in an inner object", R"({"protectedHosts": [{"a": {"x": 1, "x": 2}}]})", "x");
    row("an empty one", R"({"": 1, "": 2})", "");
}

void PolicyFileTest::aKeyThatIsThereTwiceMeansReadOnly()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, key);
    const Policy policy = storage::readPolicy(content, QStringLiteral("p"));
    QVERIFY(policy.isReadOnly);
    QCOMPARE(QByteArray::fromStdString(policy.problem), "p: \"" + key + "\" is there twice");
}

void PolicyFileTest::keysOfDifferentObjectsMayBeAlike()
{
    // Objects are not known in a policy, so that another problem is told.
    const Policy policy =
        storage::readPolicy(R"({"protectedHosts": [{"a": 1}, {"a": {"a": "a"}}]})", QStringLiteral("p"));
    QVERIFY(!QByteArray::fromStdString(policy.problem).contains("twice"));
}

#ifndef _WIN32

void PolicyFileTest::whatIsNoPlainFileIsNotRead_data()
{
    QTest::addColumn<Preparation>("prepare");
    const auto row = [](const char* name, Preparation prepare) { QTest::newRow(name) << std::move(prepare); };
    row("a pipe",
        [](const QString&, const QString& file) { QCOMPARE(mkfifo(QFile::encodeName(file).constData(), 0600), 0); });
    row("a link to a pipe", [](const QString& folder, const QString& file) {
        const QString pipe = folder + QStringLiteral("/pipe");
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(QFile::link(pipe, file));
    });
    row("a socket", [](const QString&, const QString& file) { makeSocket(file); });
    row("a folder", [](const QString&, const QString& file) { QVERIFY(QDir().mkdir(file)); });
    row("a device that never ends",
        [](const QString&, const QString& file) { QVERIFY(QFile::link(QStringLiteral("/dev/zero"), file)); });
    row("a link that leads nowhere", [](const QString& folder, const QString& file) {
        QVERIFY(QFile::link(folder + QStringLiteral("/none"), file));
    });
    row("a link to itself", [](const QString&, const QString& file) { QVERIFY(QFile::link(file, file)); });
    row("too large by a byte",
        [](const QString&, const QString& file) { write(file, "{}" + QByteArray((1 << 20) - 1, ' ')); });
    row("as large as a disk", [](const QString&, const QString& file) {
        write(file, "{}");
        QVERIFY(QFile::resize(file, qint64{1} << 40)); // with a hole
    });
    row("a deep nest", [](const QString&, const QString& file) { write(file, QByteArray(200'000, '[')); });
    row("below a file", [](const QString& folder, const QString&) {
        QVERIFY(QDir().rmdir(folder));
        write(folder, "{}");
    });
}

/// Neither as the system's policy nor as another one.
void PolicyFileTest::whatIsNoPlainFileIsNotRead()
{
    QFETCH(Preparation, prepare);
    const QTemporaryDir place;
    const QString folder = place.filePath(QStringLiteral("etc"));
    const QString file = folder + QStringLiteral("/policy.json");
    QVERIFY(QDir().mkdir(folder));
    setMode(folder, 0755);
    prepare(folder, file);
    if (QTest::currentTestFailed())
        return;
    for (const Policy& policy : {storage::readPolicyFile(file), storage::readGuardedPolicyFile(file, geteuid())}) {
        QVERIFY(policy.isReadOnly);
        QVERIFY(QByteArray::fromStdString(policy.problem).startsWith(QByteArray(file.toUtf8() + ": ")));
        QVERIFY(policy.refusalOf(management::ActionKind::Logoff) == management::PolicyRefusal::ReadOnly);
    }
}

void PolicyFileTest::onlyWhatOthersCannotChangeIsBelieved_data()
{
    QTest::addColumn<Preparation>("prepare");
    QTest::addColumn<bool>("isBelieved");
    const bool isRoot = geteuid() == 0;
    const auto row = [](const char* name, bool isBelieved, Preparation prepare) {
        QTest::newRow(name) << std::move(prepare) << isBelieved;
    };
    for (const mode_t mode : {0400U, 0600U, 0640U, 0644U, 0755U, 0660U, 0620U, 0666U, 0602U, 0646U}) {
        const bool isGood = (mode & 022U) == 0;
        row(qPrintable(QStringLiteral("file %1").arg(mode, 0, 8)), isGood,
            [mode](const QString&, const QString& file) { setMode(file, mode); });
        row(qPrintable(QStringLiteral("folder %1").arg(mode, 0, 8)), isGood,
            [mode](const QString& folder, const QString&) { setMode(folder, mode | 0111U); });
        row(qPrintable(QStringLiteral("folder above %1").arg(mode, 0, 8)), isGood,
            [mode](const QString& folder, const QString&) { setMode(QFileInfo(folder).path(), mode | 0111U); });
        row(qPrintable(QStringLiteral("no file, folder %1").arg(mode, 0, 8)), isGood,
            [mode](const QString& folder, const QString& file) {
                QVERIFY(QFile::remove(file));
                setMode(folder, mode | 0111U);
            });
    }
    row("sticky folder of everybody", true, [](const QString& folder, const QString&) { setMode(folder, 01777); });
    const auto moved = [](const QString& file, const QString& target, bool isRelative) {
        QVERIFY(QFile::rename(file, target));
        const QByteArray name =
            isRelative ? QFile::encodeName(QFileInfo(target).fileName()) : QFile::encodeName(target);
        QCOMPARE(symlink(name.constData(), QFile::encodeName(file).constData()), 0);
    };
    row("link to a guarded file", true, [moved](const QString& folder, const QString& file) {
        moved(file, folder + QStringLiteral("/real.json"), false);
    });
    row("relative link to a guarded file", true, [moved](const QString& folder, const QString& file) {
        moved(file, folder + QStringLiteral("/real.json"), true);
    });
    row("link to a file of everybody", false, [moved](const QString& folder, const QString& file) {
        setMode(file, 0666);
        moved(file, folder + QStringLiteral("/real.json"), true);
    });
    row("link into a folder of everybody", false, [moved](const QString& folder, const QString& file) {
        const QString open = folder + QStringLiteral("/open");
        QVERIFY(QDir().mkdir(open));
        setMode(open, 0777);
        moved(file, open + QStringLiteral("/real.json"), false);
    });
    row("folder that is a link", true, [](const QString& folder, const QString&) {
        QVERIFY(QFile::rename(folder, folder + QStringLiteral("-real")));
        QVERIFY(QFile::link(folder + QStringLiteral("-real"), folder));
    });
    row("folder that is a link to nothing", false, [](const QString& folder, const QString& file) {
        QVERIFY(QFile::remove(file) && QDir().rmdir(folder));
        QVERIFY(QFile::link(folder + QStringLiteral("-none"), folder));
    });
    row("no folder at all", true,
        [](const QString& folder, const QString& file) { QVERIFY(QFile::remove(file) && QDir().rmdir(folder)); });
    if (!isRoot)
        return;
    row("a stranger's file", false, [](const QString&, const QString& file) { giveAway(file); });
    row("a stranger's folder", false, [](const QString& folder, const QString&) { giveAway(folder); });
    row("a stranger's folder above", false,
        [](const QString& folder, const QString&) { giveAway(QFileInfo(folder).path()); });
    row("a stranger's link", false, [moved](const QString& folder, const QString& file) {
        moved(file, folder + QStringLiteral("/real.json"), true);
        giveAway(file);
    });
    row("link to a stranger's file", false, [moved](const QString& folder, const QString& file) {
        giveAway(file);
        moved(file, folder + QStringLiteral("/real.json"), true);
    });
}

void PolicyFileTest::onlyWhatOthersCannotChangeIsBelieved()
{
    QFETCH(Preparation, prepare);
    QFETCH(bool, isBelieved);
    const QTemporaryDir place;
    const QString folder = place.filePath(QStringLiteral("etc"));
    const QString file = folder + QStringLiteral("/policy.json");
    QVERIFY(QDir().mkdir(folder));
    setMode(folder, 0755);
    write(file, "{}");
    setMode(file, 0644);
    prepare(folder, file);
    if (QTest::currentTestFailed())
        return;
    const Policy policy = storage::readGuardedPolicyFile(file, geteuid());
    QVERIFY2(policy.isReadOnly != isBelieved, policy.problem.c_str());
    QCOMPARE(policy.problem.empty(), isBelieved);
    // Another user's than root's and one's own is nobody's.
    if (geteuid() != 0 && isBelieved && QFile::exists(file))
        QVERIFY(storage::readGuardedPolicyFile(file, geteuid() + 1).isReadOnly);
}

#endif

QTEST_APPLESS_MAIN(PolicyFileTest)
#include "PolicyFileTest.moc"
