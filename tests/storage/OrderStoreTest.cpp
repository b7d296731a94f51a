// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/OrderStore.h"

#include "core/ServerAddress.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace deskwarden;
using namespace std::chrono_literals;
using management::AwaitedEvent;
using management::StandingOrder;
using storage::OrderStore;

namespace {

StandingOrder orderOf(AwaitedEvent event)
{
    StandingOrder order;
    order.event = event;
    order.session.key = {core::ServerAddress::parse("https://broker.example.com")->id(),
                         core::SharedString("hv-11.example.com"), 4'000'000'000U};
    order.session.userName = core::SharedString("ann");
    order.session.domainName = core::SharedString("CORP");
    order.session.vmName = core::SharedString("VDI-7");
    order.duration = 15min;
    order.reason = "INC 42";
    order.until = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + 4h;
    if (event == AwaitedEvent::UserBack) {
        order.action.kind = management::ActionKind::Message;
        order.action.title = "Help desk";
        order.action.text = "Please call back.";
    }
    order.isAway = true;
    order.isKept = true;
    return order;
}

bool isSame(const StandingOrder& left, const StandingOrder& right)
{
    return left.event == right.event && left.session == right.session && left.duration == right.duration &&
           left.action.kind == right.action.kind && left.action.title == right.action.title &&
           left.action.text == right.action.text && left.reason == right.reason && left.until == right.until &&
           left.isAway == right.isAway && left.isKept == right.isKept;
}

/// One entry in which one value is another.
QByteArray entryWith(const QByteArray& key, const QByteArray& value)
{
    QMap<QByteArray, QByteArray> members{{"event", "\"user_back\""},
                                         {"server", "\"https://broker.example.com\""},
                                         {"host", "\"hv-11\""},
                                         {"session", "7"},
                                         {"user", "\"ann\""},
                                         {"domain", "\"CORP\""},
                                         {"machine", "\"VDI-7\""},
                                         {"seconds", "900"},
                                         {"title", "\"Help desk\""},
                                         {"text", "\"Call back\""},
                                         {"reason", "\"\""},
                                         {"until", "\"2999-01-01T00:00:00Z\""},
                                         {"away", "true"}};
    members.insert(key, value);
    QByteArrayList parts;
    for (auto member = members.constBegin(); member != members.constEnd(); ++member)
        parts << '"' + member.key() + "\": " + member.value();
    return "{\"version\": 1, \"orders\": [{" + parts.join(", ") + "}]}";
}

} // namespace

/// The file of standing orders: what is kept, and what becomes of a file that is damaged or hostile.
class OrderStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyKindIsThereAfterARestart()
    {
        std::vector<StandingOrder> orders;
        for (const AwaitedEvent event :
             {AwaitedEvent::DisconnectedFor, AwaitedEvent::HostEmpty, AwaitedEvent::UserBack})
            orders.push_back(orderOf(event));
        QVERIFY(OrderStore(file()).save(orders).has_value());
        const OrderStore store(file());
        QVERIFY(!store.problem().has_value());
        QCOMPARE(store.orders().size(), orders.size());
        for (std::size_t place = 0; place < orders.size(); ++place)
            QVERIFY(isSame(store.orders()[place], orders[place]));
    }

    void whatIsUnchangedIsNotWrittenAgain()
    {
        OrderStore store(file());
        QVERIFY(store.save({}).has_value());
        QVERIFY(!QFile::exists(file())); // nothing was there, and nothing is
        QVERIFY(store.save({orderOf(AwaitedEvent::HostEmpty)}).has_value());
        QVERIFY(QFile::remove(file()));
        QVERIFY(store.save({orderOf(AwaitedEvent::HostEmpty)}).has_value());
        QVERIFY(!QFile::exists(file()));
        QVERIFY(store.save({}).has_value());
        QVERIFY(QFile::exists(file()));
        QVERIFY(OrderStore(file()).orders().empty());
    }

    void aWholeEntryIsTaken()
    {
        write(entryWith("away", "false"));
        const OrderStore store(file());
        QVERIFY(!store.problem().has_value());
        QCOMPARE(store.orders().size(), std::size_t{1});
        QVERIFY(store.orders().front().until < std::chrono::system_clock::now() + 24h * 367); // not in a thousand years
    }

    void whatNobodyCouldGiveIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char* name, const QByteArray& key, const QByteArray& value) {
            QTest::newRow(name) << entryWith(key, value);
        };
        row("an event of later", "event", "\"host_full\"");
        row("no server", "server", "\"\"");
        row("no host", "host", "\"\"");
        row("a negative session", "session", "-1");
        row("half a session", "session", "1.5");
        row("a large session", "session", "4294967296");
        row("a session as a text", "session", "\"7\"");
        row("no user", "user", "\"\"");
        row("a list as a user", "user", "[]");
        row("a long user", "user", '"' + QByteArray(OrderStore::longestName + 1, 'a') + '"');
        row("no message", "text", "\"\"");
        row("a long message", "text", '"' + QByteArray(OrderStore::longestText + 1, 'a') + '"');
        row("a long time", "seconds", "604801");
        row("no time", "seconds", "null");
        row("no end", "until", "\"soon\"");
        QTest::newRow("no JSON") << QByteArray("orders");
        QTest::newRow("another list") << QByteArray(R"({"version": 1, "names": []})");
    }
    void whatNobodyCouldGiveIsRefused()
    {
        QFETCH(const QByteArray, content);
        write(content);
        const OrderStore store(file());
        QVERIFY(store.orders().empty());
        QVERIFY(store.problem().has_value());
        QFile aside(file() + QStringLiteral(".damaged"));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("orders.json")); }
    void write(const QByteArray& bytes) const
    {
        QFile made(file());
        QVERIFY(made.open(QIODevice::WriteOnly));
        QCOMPARE(made.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(OrderStoreTest)
#include "OrderStoreTest.moc"
