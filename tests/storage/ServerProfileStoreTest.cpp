// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/ServerProfileStore.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace deskwarden;
using std::chrono::system_clock;
using storage::ServerProfileStore;

namespace {

core::ServerProfile profileOf(std::string_view address)
{
    core::ServerProfile profile;
    profile.address = core::ServerAddress::parse(address).value();
    return profile;
}

system_clock::time_point at(int seconds)
{
    return system_clock::time_point(std::chrono::seconds(1'700'000'000 + seconds));
}

QStringList addresses(const ServerProfileStore& store)
{
    QStringList result;
    for (const storage::KnownServer& server : store.servers())
        result << QString::fromStdString(server.profile.address.text());
    return result;
}

} // namespace

class ServerProfileStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void missingFileIsAnEmptyList();
    void everyFieldOfAProfileSurvives();
    void newServersComeFirstAndKnownOnesStayWhereTheyAre();
    void theOrderOfThePersonIsKept();
    void twoProfilesOfOneAddressStayApart();
    void aServerWithoutANameKeepsTheOneItHas();
    void filesWithoutNamesAreRead();
    void theOneUsedLongestAgoMakesRoom();
    void whatIsHandedOnComesBackWithoutTimes();
    void onlyWholeListsAreImported_data();
    void onlyWholeListsAreImported();
    void aServerIsKeptOnce();
    void forgottenServersAreGone();
    void whatIsKnownCompletesWhatWasAsked();
    void theDemonstrationIsNotKept();
    void theFileIsTheOwnersAlone();
    void damagedFilesAreKeptAside_data();
    void damagedFilesAreKeptAside();
    void theReadableEntriesOfADamagedFileAreUsed();
    void timesBeyondTheClockAreItsEnds_data();
    void timesBeyondTheClockAreItsEnds();
    void anUnwritablePlaceIsAnError();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("deep/servers.json")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ServerProfileStoreTest::missingFileIsAnEmptyList()
{
    const ServerProfileStore store(file());
    QVERIFY(store.servers().empty());
    QVERIFY(!store.loadError());
}

void ServerProfileStoreTest::everyFieldOfAProfileSurvives()
{
    core::ServerProfile profile = profileOf("https://broker.example.com:444");
    profile.name = "Köln";
    profile.user = "EXAMPLE\\Jürgen \"J\" Öztürk";
    profile.auth = core::AuthScheme::Kerberos;
    profile.caFile = "/etc/ssl/our ca.pem";
    profile.fingerprint = std::string(64, 'a');
    profile.clientCertificate = "c.pem";
    profile.clientKey = "k.pem";
    profile.serviceClass = "WSMAN";
    profile.nameSpace = "root\\other";
    profile.uriStyle = core::UriStyle::Cim;
    profile.timeout = std::chrono::seconds(17);
    profile.refreshInterval = std::chrono::seconds(0);
    profile.directory = {"ldaps://dc1.corp.example",   core::DirectorySignIn::Password,
                         "OU=Köln,DC=corp,DC=example", "CORP",
                         "/etc/ssl/our ca.pem",        true};
    QVERIFY(ServerProfileStore(file()).remember(profile, at(3)));

    const ServerProfileStore store(file());
    QVERIFY(!store.loadError());
    QCOMPARE(store.servers().size(), std::size_t(1));
    QVERIFY(store.servers().front().profile == profile);
    QVERIFY(store.servers().front().lastUsed == at(3));
}

void ServerProfileStoreTest::newServersComeFirstAndKnownOnesStayWhereTheyAre()
{
    ServerProfileStore store(file());
    QVERIFY(store.latest() == nullptr);
    QVERIFY(store.remember(profileOf("https://a"), at(1)));
    QVERIFY(store.remember(profileOf("https://b"), at(2)));
    QVERIFY(store.remember(profileOf("https://a"), at(3)));
    const QStringList expected{QStringLiteral("https://b"), QStringLiteral("https://a")};
    QCOMPARE(addresses(store), expected);
    QCOMPARE(addresses(ServerProfileStore(file())), expected);
    QCOMPARE(ServerProfileStore(file()).latest()->profile.address.text(), std::string("https://a"));
}

void ServerProfileStoreTest::theOrderOfThePersonIsKept()
{
    ServerProfileStore store(file());
    for (const char* address : {"https://a", "https://b", "https://c"})
        QVERIFY(store.remember(profileOf(address), at(1)));
    std::vector<storage::KnownServer> servers = store.servers();
    std::swap(servers.front(), servers.back());
    servers.push_back({profileOf("demo:20"), at(9)});
    QVERIFY(store.setServers(servers));
    const QStringList expected{QStringLiteral("https://a"), QStringLiteral("https://b"), QStringLiteral("https://c")};
    QCOMPARE(addresses(store), expected);
    QCOMPARE(addresses(ServerProfileStore(file())), expected);
}

void ServerProfileStoreTest::twoProfilesOfOneAddressStayApart()
{
    ServerProfileStore store(file());
    core::ServerProfile first = profileOf("https://broker");
    first.name = "Berlin";
    first.user = "CORP\\ada";
    core::ServerProfile second = first;
    second.name = "Berlin, as administrator";
    second.user = "CORP\\admin";
    QVERIFY(store.remember(first, at(1)));
    QVERIFY(store.remember(second, at(2)));
    QCOMPARE(store.servers().size(), std::size_t(2));
    QVERIFY(store.completed(profileOf("https://broker")) == second); // the one used last
    core::ServerProfile asked = profileOf("https://broker");
    asked.user = first.user;
    QVERIFY(store.completed(asked) == first);
    QVERIFY(store.remember(first, at(3)));
    QCOMPARE(store.servers().size(), std::size_t(2));
    QVERIFY(store.completed(profileOf("https://broker")) == first);
}

void ServerProfileStoreTest::aServerWithoutANameKeepsTheOneItHas()
{
    ServerProfileStore store(file());
    core::ServerProfile named = profileOf("https://broker");
    named.name = "Berlin";
    QVERIFY(store.remember(named, at(1)));
    core::ServerProfile typed = profileOf("https://broker");
    typed.user = "ada";
    QVERIFY(store.remember(typed, at(2)));
    QCOMPARE(store.servers().size(), std::size_t(1));
    QCOMPARE(store.servers().front().profile.name, std::string("Berlin"));
    QCOMPARE(store.servers().front().profile.user, std::string("ada"));
}

void ServerProfileStoreTest::filesWithoutNamesAreRead()
{
    QVERIFY(ServerProfileStore(file()).remember(profileOf("https://a"), at(1)));
    QFile old(file());
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write(R"({"version":1,"servers":[{"address":"https://b","user":"u","lastUsed":"2026-01-02T00:00:00.000Z"},)"
              R"({"address":"https://a","lastUsed":"2026-01-01T00:00:00.000Z"}]})");
    old.close();
    const ServerProfileStore store(file());
    QVERIFY(!store.loadError());
    QCOMPARE(addresses(store), (QStringList{QStringLiteral("https://b"), QStringLiteral("https://a")}));
    QVERIFY(store.servers().front().profile.name.empty());
    QCOMPARE(store.servers().front().profile.user, std::string("u"));
}

void ServerProfileStoreTest::theOneUsedLongestAgoMakesRoom()
{
    ServerProfileStore store(file());
    for (int number = 0; number < 51; ++number)
        QVERIFY(store.remember(profileOf("https://s" + std::to_string(number)), at(number == 7 ? -1 : number)));
    QCOMPARE(store.servers().size(), std::size_t(50));
    QVERIFY(!addresses(store).contains(QStringLiteral("https://s7")));
    QVERIFY(addresses(store).contains(QStringLiteral("https://s0")));
}

void ServerProfileStoreTest::whatIsHandedOnComesBackWithoutTimes()
{
    core::ServerProfile profile = profileOf("https://broker");
    profile.name = "Берлин \"B\"";
    profile.user = "CORP\\ada";
    profile.fingerprint = std::string(64, 'a');
    const QByteArray bytes = ServerProfileStore::exported({{profile, at(1)}, {profileOf("https://other"), at(2)}});
    const auto read = ServerProfileStore::imported(bytes);
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), std::size_t(2));
    QVERIFY(read->front().profile == profile);
    QVERIFY(read->front().lastUsed == system_clock::time_point());
}

void ServerProfileStoreTest::onlyWholeListsAreImported_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\x00\xFF\xFE", 3);
    QTest::newRow("no list") << QByteArray(R"({"version":1})");
    QTest::newRow("another version") << QByteArray(R"({"version":2,"servers":[]})");
    QTest::newRow("a bad address") << QByteArray(
        R"({"version":1,"servers":[{"address":"https://a"},{"address":"x:"}]})");
    QTest::newRow("a damaged pin") << QByteArray(
        R"({"version":1,"servers":[{"address":"https://a","fingerprint":"12"}]})");
    QTest::newRow("the demonstration") << QByteArray(R"({"version":1,"servers":[{"address":"demo:5"}]})");
    QTest::newRow("huge") << QByteArray(2 << 20, ' ');
}

void ServerProfileStoreTest::onlyWholeListsAreImported()
{
    QFETCH(const QByteArray, bytes);
    const auto read = ServerProfileStore::imported(bytes);
    QVERIFY(!read);
    QVERIFY(!read.error().detail.empty());
}

void ServerProfileStoreTest::aServerIsKeptOnce()
{
    ServerProfileStore store(file());
    QVERIFY(store.remember(profileOf("https://broker"), at(1)));
    QVERIFY(store.remember(profileOf("https://other"), at(2)));
    core::ServerProfile again = profileOf("HTTPS://Broker:5986/");
    again.user = "somebody";
    QVERIFY(store.remember(again, at(3)));
    QCOMPARE(addresses(store), (QStringList{QStringLiteral("https://other"), QStringLiteral("https://broker")}));
    QCOMPARE(store.servers().back().profile.user, std::string("somebody"));
}

void ServerProfileStoreTest::forgottenServersAreGone()
{
    ServerProfileStore store(file());
    QVERIFY(store.remember(profileOf("https://a"), at(1)));
    QVERIFY(store.remember(profileOf("https://b"), at(2)));
    QVERIFY(store.forget(profileOf("https://b").address.id()));
    QVERIFY(store.forget(profileOf("https://never").address.id()));
    QCOMPARE(addresses(ServerProfileStore(file())), QStringList{QStringLiteral("https://a")});
}

void ServerProfileStoreTest::whatIsKnownCompletesWhatWasAsked()
{
    ServerProfileStore store(file());
    core::ServerProfile known = profileOf("https://a");
    known.user = "kept";
    known.auth = core::AuthScheme::Certificate;
    known.clientCertificate = "c.pem";
    known.clientKey = "k.pem";
    known.caFile = "ca.pem";
    known.uriStyle = core::UriStyle::Cim;
    QVERIFY(store.remember(known, at(1)));
    QVERIFY(store.completed(profileOf("https://A:5986/wsman")) == known);
    QVERIFY(store.completed(profileOf("https://b")) == profileOf("https://b"));
    core::ServerProfile asked = profileOf("https://a");
    asked.user = "kept";
    QVERIFY(store.completed(asked) == known);
    // The certificate would sign in another user than the named one.
    asked.user = "other";
    const core::ServerProfile completed = store.completed(asked);
    QCOMPARE(completed.user, asked.user);
    QCOMPARE(completed.auth, core::AuthScheme::Automatic);
    QVERIFY(completed.clientCertificate.empty() && completed.clientKey.empty());
    QCOMPARE(completed.caFile, known.caFile);
    QCOMPARE(completed.uriStyle, known.uriStyle);
}

void ServerProfileStoreTest::theDemonstrationIsNotKept()
{
    ServerProfileStore store(file());
    QVERIFY(store.remember(profileOf("demo:20"), at(1)));
    QVERIFY(store.servers().empty());
    QVERIFY(!QFile::exists(file()));
}

void ServerProfileStoreTest::theFileIsTheOwnersAlone()
{
#ifdef Q_OS_WIN
    QSKIP("the profile folder's access list keeps others out, not the file's mode");
#endif
    QVERIFY(ServerProfileStore(file()).remember(profileOf("https://a"), at(1)));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(file()).permissions() & others));
}

void ServerProfileStoreTest::damagedFilesAreKeptAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\x00\xFF\xFEgarbage", 10);
    QTest::newRow("truncated") << QByteArray("{\"version\":1,\"servers\":[{\"address\":\"https://a");
    QTest::newRow("no list") << QByteArray("{\"version\":1,\"servers\":7}");
    QTest::newRow("another version") << QByteArray("{\"version\":2,\"servers\":[]}");
    QTest::newRow("entry is no object") << QByteArray("{\"version\":1,\"servers\":[[]]}");
    QTest::newRow("huge") << QByteArray(2 << 20, ' ');
}

void ServerProfileStoreTest::damagedFilesAreKeptAside()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(ServerProfileStore(file()).remember(profileOf("https://a"), at(1)));
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(bytes);
    damaged.close();

    ServerProfileStore store(file());
    QVERIFY(store.loadError());
    QVERIFY(QString::fromStdString(store.loadError()->detail).contains(QStringLiteral(".damaged")));
    QFile aside(file() + QStringLiteral(".damaged"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
    QVERIFY(store.remember(profileOf("https://b"), at(2)));
    QCOMPARE(addresses(ServerProfileStore(file())), QStringList{QStringLiteral("https://b")});
}

void ServerProfileStoreTest::theReadableEntriesOfADamagedFileAreUsed()
{
    QVERIFY(ServerProfileStore(file()).remember(profileOf("https://a"), at(1)));
    QFile partly(file());
    QVERIFY(partly.open(QIODevice::WriteOnly));
    partly.write(R"({"version":1,"servers":[{"address":"https://good"},{"address":"gopher://bad"},)"
                 R"({"address":"https://pinned","fingerprint":"12"}]})");
    partly.close();

    const ServerProfileStore store(file());
    QVERIFY(store.loadError());
    QCOMPARE(addresses(store), QStringList{QStringLiteral("https://good")});
    const ServerProfileStore again(file());
    QVERIFY(!again.loadError());
    QCOMPARE(addresses(again), QStringList{QStringLiteral("https://good")});
}

void ServerProfileStoreTest::timesBeyondTheClockAreItsEnds_data()
{
    using Time = std::chrono::system_clock::time_point;
    const Time first(std::chrono::ceil<std::chrono::milliseconds>(Time::duration::min()));
    const Time last(std::chrono::floor<std::chrono::milliseconds>(Time::duration::max()));
    QTest::addColumn<QString>("written");
    QTest::addColumn<Time>("read");
    const auto row = [](const char* written, Time read) {
        QTest::newRow(written) << QString::fromLatin1(written) << read;
    };
    row("9999-12-31T23:59:59.999Z", last);
    row("2420-01-01T00:00:00.500Z", last);
    row("2262-04-12T00:00:00.000Z", last); // a few minutes too late
    row("2262-04-11T23:47:16.854Z", last);
    row("1677-09-21T00:12:43.146Z", first);
    row("1677-09-21T00:00:00.000Z", first);
    row("0001-01-01T00:00:00.000Z", first);
    row("1969-12-31T23:59:59.999Z", Time(std::chrono::milliseconds(-1)));
    row("no date at all", Time());
}

void ServerProfileStoreTest::timesBeyondTheClockAreItsEnds()
{
    QFETCH(const QString, written);
    QFETCH(const std::chrono::system_clock::time_point, read);
    QVERIFY(ServerProfileStore(file()).remember(profileOf("https://a"), at(1)));
    QFile edited(file());
    QVERIFY(edited.open(QIODevice::WriteOnly));
    edited.write(R"({"version":1,"servers":[{"address":"https://b","lastUsed":")" + written.toUtf8() + R"("}]})");
    edited.close();

    ServerProfileStore store(file());
    QVERIFY(!store.loadError());
    QCOMPARE(store.servers().size(), std::size_t(1));
    QVERIFY(store.servers().front().lastUsed == read);
    QVERIFY(store.remember(profileOf("https://b"), read));
    QVERIFY(ServerProfileStore(file()).servers().front().lastUsed == read);
}

void ServerProfileStoreTest::anUnwritablePlaceIsAnError()
{
    QFile obstacle(m_folder->filePath(QStringLiteral("deep")));
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    ServerProfileStore store(file());
    const auto remembered = store.remember(profileOf("https://a"), at(1));
    QVERIFY(!remembered);
    QVERIFY(!remembered.error().detail.empty());
    QCOMPARE(store.servers().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(ServerProfileStoreTest)
#include "ServerProfileStoreTest.moc"
