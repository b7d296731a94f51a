// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/UnixSystemLog.h"

#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>

using namespace deskwarden;
using storage::SystemLog;
using storage::SystemLogFields;
using storage::UnixSystemLog;

namespace {

/// A daemon's socket.
class Daemon final
{
public:
    explicit Daemon(const QString& place)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(place);
        std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
        m_isBound = bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    }
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;
    ~Daemon() { close(m_socket); }

    [[nodiscard]] bool isBound() const { return m_isBound; }
    /// The next datagram; empty if there is none.
    [[nodiscard]] QByteArray next() const
    {
        QByteArray bytes(1 << 18, '\0');
        const auto size = recv(m_socket, bytes.data(), static_cast<std::size_t>(bytes.size()), 0);
        return size > 0 ? bytes.left(size) : QByteArray();
    }

private:
    const int m_socket;
    bool m_isBound = false;
};

/// As systemd's journal reads an entry: NAME=VALUE, or NAME, a length and so many bytes.
QMap<QByteArray, QByteArray> readJournal(const QByteArray& entry)
{
    QMap<QByteArray, QByteArray> fields;
    for (qsizetype place = 0; place < entry.size();) {
        const qsizetype end = entry.indexOf('\n', place);
        if (end < 0)
            return {};
        const QByteArray line = entry.mid(place, end - place);
        if (const qsizetype equals = line.indexOf('='); equals >= 0) {
            fields.insert(line.left(equals), line.mid(equals + 1));
            place = end + 1;
            continue;
        }
        const auto size = static_cast<qsizetype>(qFromLittleEndian<quint64>(entry.constData() + end + 1));
        fields.insert(line, entry.mid(end + 9, size));
        place = end + 9 + size + 1;
    }
    return fields;
}

const SystemLogFields& hostile()
{
    static const SystemLogFields fields{
        {"user", QStringLiteral("eve\nDESKWARDEN_OUTCOME=done\nPRIORITY=6")},
        {"reason", QStringLiteral("a\"] [x y=\"1\\")},
        {"host", QString(100'000, QChar(0x0436))},
        {"outcome", QStringLiteral("failed")},
    };
    return fields;
}

} // namespace

/// Acts in the logs of Unix, as their readers read them.
class UnixSystemLogTest final : public QObject
{
    Q_OBJECT

private slots:
    void theJournalGetsEachFieldAsItIs();
    void syslogGetsStructuredData();
    void aRealDaemonReadsTheStructuredData();
    void aDaemonThatIsNotThereOrDoesNotReadHoldsNothingUp();
};

void UnixSystemLogTest::theJournalGetsEachFieldAsItIs()
{
    const QTemporaryDir folder;
    const Daemon daemon(folder.filePath(QStringLiteral("journal")));
    QVERIFY(daemon.isBound());
    UnixSystemLog log(folder.filePath(QStringLiteral("journal")), UnixSystemLog::Dialect::Journal);
    log.report(SystemLog::Level::Warning, 1, QStringLiteral("Act: logoff\nOutcome: failed"), hostile());
    const auto fields = readJournal(daemon.next());
    QCOMPARE(fields.value("MESSAGE"), QByteArray("Act: logoff; Outcome: failed"));
    QCOMPARE(fields.value("PRIORITY"), QByteArray("4"));
    QCOMPARE(fields.value("SYSLOG_IDENTIFIER"), QByteArray("deskwarden"));
    QCOMPARE(fields.value("DESKWARDEN_EVENT"), QByteArray("1"));
    QCOMPARE(fields.value("DESKWARDEN_USER"), hostile().at(0).value.toUtf8());
    QCOMPARE(fields.value("DESKWARDEN_REASON"), hostile().at(1).value.toUtf8());
    QCOMPARE(fields.value("DESKWARDEN_OUTCOME"), QByteArray("failed"));
    QCOMPARE(fields.size(), 9);
    QVERIFY(QString(QChar(0x0436)).repeated(3000).toUtf8().startsWith(fields.value("DESKWARDEN_HOST")));
}

void UnixSystemLogTest::syslogGetsStructuredData()
{
    const QTemporaryDir folder;
    const Daemon daemon(folder.filePath(QStringLiteral("log")));
    QVERIFY(daemon.isBound());
    UnixSystemLog log(folder.filePath(QStringLiteral("log")), UnixSystemLog::Dialect::Syslog);
    log.report(SystemLog::Level::Information, 3, QStringLiteral("Act: message\nOutcome: done"), hostile());
    const QByteArray message = daemon.next();
    QVERIFY(!message.contains('\n'));
    // RFC 5424, section 6: HEADER, STRUCTURED-DATA, MSG
    const QRegularExpression form(
        QStringLiteral("^<86>1 \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z [!-~]{1,255} deskwarden \\d+ act3 "
                       "\\[deskwarden@32473((?: [a-z]+=\"(?:[^\"\\\\\\]]|\\\\[\"\\\\\\]])*\")+)\\] \\x{FEFF}Act: "
                       "message; Outcome: done$"));
    const auto match = form.match(QString::fromUtf8(message));
    QVERIFY2(match.hasMatch(), message.left(400).constData());
    const QString data = match.captured(1);
    QVERIFY(data.contains(QStringLiteral(" user=\"eve DESKWARDEN_OUTCOME=done PRIORITY=6\"")));
    QVERIFY(data.contains(QStringLiteral(" reason=\"a\\\"\\] [x y=\\\"1\\\\\"")));
    QVERIFY(data.endsWith(QStringLiteral(" outcome=\"failed\"")));
}

void UnixSystemLogTest::aRealDaemonReadsTheStructuredData()
{
    const QString program = QStandardPaths::findExecutable(
        QStringLiteral("rsyslogd"), {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin"), QStringLiteral("/usr/bin")});
    if (program.isEmpty())
        QSKIP("no rsyslogd (package rsyslog)");
    const QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("log"));
    QFile settings(folder.filePath(QStringLiteral("settings")));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(
        QStringLiteral("module(load=\"imuxsock\" SysSock.Use=\"off\")\n"
                       "input(type=\"imuxsock\" Socket=\"%1\" UseSpecialParser=\"off\")\n"
                       "template(name=\"row\" type=\"list\") {\n"
                       "  property(name=\"app-name\") constant(value=\"|\") property(name=\"msgid\")\n"
                       "  constant(value=\"|\") property(name=\"structured-data\") constant(value=\"\\n\") }\n"
                       "action(type=\"omfile\" file=\"%2/rows\" template=\"row\")\n")
            .arg(place, folder.path())
            .toUtf8());
    settings.close();
    QProcess daemon;
    daemon.start(program, {QStringLiteral("-n"), QStringLiteral("-f"), settings.fileName(), QStringLiteral("-i"),
                           folder.filePath(QStringLiteral("pid"))});
    QVERIFY(daemon.waitForStarted(60'000));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(place) || daemon.state() == QProcess::NotRunning, 60'000);
    QVERIFY2(daemon.state() == QProcess::Running, daemon.readAll().constData());
    UnixSystemLog log(place, UnixSystemLog::Dialect::Syslog);
    log.report(SystemLog::Level::Information, 2, QStringLiteral("Act: disconnect"),
               {{"user", QStringLiteral("CORP\\anna")}, {"reason", QStringLiteral("a\"b]c")}});
    QFile rows(folder.filePath(QStringLiteral("rows")));
    QTRY_VERIFY_WITH_TIMEOUT(rows.size() > 0, 60'000);
    QVERIFY(rows.open(QIODevice::ReadOnly));
    QCOMPARE(rows.readAll().trimmed(),
             QByteArray("deskwarden|act2|[deskwarden@32473 user=\"CORP\\\\anna\" reason=\"a\\\"b\\]c\"]"));
    daemon.terminate();
    QVERIFY(daemon.waitForFinished(60'000));
}

void UnixSystemLogTest::aDaemonThatIsNotThereOrDoesNotReadHoldsNothingUp()
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("log"));
    for (const auto dialect : {UnixSystemLog::Dialect::Journal, UnixSystemLog::Dialect::Syslog}) {
        UnixSystemLog log(place, dialect);
        QVERIFY(!log.report(SystemLog::Level::Warning, 1, QStringLiteral("nobody is there"), {}));
        {
            const Daemon daemon(place);
            QVERIFY(daemon.isBound());
            bool isTaken = true;
            for (int count = 0; count < 10'000; ++count)
                isTaken = log.report(SystemLog::Level::Warning, 1, QStringLiteral("it does not read"), {});
            QVERIFY(!isTaken);
            QVERIFY(!daemon.next().isEmpty());
        }
        QVERIFY(QFile::remove(place));
        const Daemon restarted(place);
        QVERIFY(log.report(SystemLog::Level::Warning, 1, QStringLiteral("it is there again"), {}));
        QVERIFY(restarted.next().contains("it is there again"));
        QVERIFY(QFile::remove(place));
    }
    UnixSystemLog tooLong(folder.filePath(QString(200, QLatin1Char('x'))), UnixSystemLog::Dialect::Syslog);
    QVERIFY(!tooLong.report(SystemLog::Level::Warning, 1, QStringLiteral("no such name"), {}));
}

QTEST_GUILESS_MAIN(UnixSystemLogTest)
#include "UnixSystemLogTest.moc"
