// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/ListText.h"

#include "models/table/SessionTableModel.h"
#include "support/Sessions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace deskwarden;
using core::ConnectState;
using models::ListFormat;
using models::SessionColumn;
using models::SessionTableModel;
using tests::session;
using tests::settle;

namespace {

constexpr auto broker = "http://broker";

/// A table of two people, one of whom has a hostile name.
class Table final
{
public:
    explicit Table(const char* user)
        : m_model([] { return std::chrono::system_clock::now(); })
    {
        auto list = std::make_shared<management::SessionSnapshot>();
        list->server = core::ServerId{core::SharedString(broker)};
        list->sequence = 1;
        list->sessions = management::SessionList(
            {session(broker, "HV1", 1, "anna"), session(broker, "HV1", 2, user, ConnectState::Disconnected)});
        list->health = management::SnapshotHealth::Fresh;
        m_model.sort(static_cast<int>(SessionColumn::SessionId));
        m_model.applySnapshot(list);
        if (!settle(m_model))
            qFatal("the table does not settle");
    }
    [[nodiscard]] QString text(ListFormat format, std::vector<int> rows = {0, 1},
                               std::vector<SessionColumn> columns = {SessionColumn::SessionId, SessionColumn::User})
    {
        return QString::fromUtf8(models::listText({m_model.frozen(), std::move(rows), std::move(columns)}, format));
    }
    [[nodiscard]] SessionTableModel& model() { return m_model; }

private:
    SessionTableModel m_model;
};

} // namespace

/// The list as it is saved and copied.
class ListTextTest final : public QObject
{
    Q_OBJECT

private slots:
    void columnsComeAsTheyAreSeen();
    void nothingIsAFormula_data();
    void nothingIsAFormula();
    void jsonIsReadBackWhateverANameHolds();
    void powerShellEndsNoQuote();
    void columnsAreAligned();
    void whatIsFrozenStays();
    void aStopLeavesNothing();
};

void ListTextTest::columnsComeAsTheyAreSeen()
{
    Table table("ben");
    const QByteArray bytes = models::listText(
        {table.model().frozen(), {0, 1}, {SessionColumn::SessionId, SessionColumn::User}}, ListFormat::Csv);
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    const QStringList lines = QString::fromUtf8(bytes.mid(3)).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], table.model().headerData(int(SessionColumn::SessionId), Qt::Horizontal).toString() + u',' +
                           table.model().headerData(int(SessionColumn::User), Qt::Horizontal).toString());
    QVERIFY(lines[1].startsWith(QLatin1String("1,")) && lines[1].contains(QLatin1String("anna")));
    QVERIFY(lines[2].startsWith(QLatin1String("2,")) && lines[2].contains(QLatin1String("ben")));
    const QString other = table.text(ListFormat::Csv, {1}, {SessionColumn::User});
    QVERIFY(!other.contains(QLatin1String("anna")) && other.contains(QLatin1String("ben")));
}

void ListTextTest::nothingIsAFormula_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"=1+1", "+1", "-1", "@SUM(A1)", " =1",
                             "\xef\xbc\x9d"
                             "1"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void ListTextTest::nothingIsAFormula()
{
    QFETCH(QString, name);
    auto user = session(broker, "HV1", 3, name.toUtf8().constData());
    user.domainName = {};
    SessionTableModel model([] { return std::chrono::system_clock::now(); });
    auto list = std::make_shared<management::SessionSnapshot>();
    list->server = user.key.server;
    list->sequence = 1;
    list->sessions = management::SessionList({user});
    list->health = management::SnapshotHealth::Fresh;
    model.applySnapshot(list);
    QVERIFY(settle(model));
    const QString shown = model.index(0, int(SessionColumn::User)).data().toString();
    for (const ListFormat format : {ListFormat::Csv, ListFormat::Tabs}) {
        const QString text = QString::fromUtf8(models::listText({model.frozen(), {0}, {SessionColumn::User}}, format));
        QVERIFY(text.contains(u'\'' + shown));
    }
}

void ListTextTest::jsonIsReadBackWhateverANameHolds()
{
    Table table("b\"en\\ \xd1\x85 =1");
    const QString json = table.text(ListFormat::Json);
    QJsonParseError error;
    const QJsonArray rows = QJsonDocument::fromJson(json.toUtf8(), &error).array();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].toObject().size(), 2);
    for (int row = 0; row < 2; ++row) {
        const QString shown = table.model().index(row, int(SessionColumn::User)).data().toString();
        QVERIFY(rows[row].toObject().toVariantMap().values().contains(shown));
    }
    QCOMPARE(json.count(u'\n'), 4);
    QCOMPARE(QJsonDocument::fromJson(table.text(ListFormat::Json, {}).toUtf8(), &error).array().size(), 0);
    QCOMPARE(error.error, QJsonParseError::NoError);
}

void ListTextTest::powerShellEndsNoQuote()
{
    Table table("a'; Remove-Item x \xe2\x80\x98\xe2\x80\x99\xe2\x80\x9a\xe2\x80\x9b");
    const QString text = table.text(ListFormat::PowerShell, {1}, {SessionColumn::User});
    QVERIFY(text.startsWith(QLatin1String("@(\n    [pscustomobject]@{ '")));
    QVERIFY(text.contains(QStringLiteral("a''; Remove-Item x")));
    for (const char16_t quote : {u'\u2018', u'\u2019', u'\u201A', u'\u201B'})
        QVERIFY(text.contains(QString(2, QChar(quote))));
    QVERIFY(text.endsWith(QLatin1String("' }\n)\n")));
}

void ListTextTest::columnsAreAligned()
{
    Table table("ben");
    const QStringList lines = table.text(ListFormat::Aligned).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    const QString anna = table.model().index(0, int(SessionColumn::User)).data().toString();
    const QString ben = table.model().index(1, int(SessionColumn::User)).data().toString();
    QVERIFY(lines[1].indexOf(anna) > 0);
    QCOMPARE(lines[1].indexOf(anna), lines[2].indexOf(ben));
}

void ListTextTest::whatIsFrozenStays()
{
    Table table("ben");
    const models::ListPart part{table.model().frozen(), {0, 1}, {SessionColumn::User}};
    const QByteArray before = models::listText(part, ListFormat::Tabs);
    table.model().removeServer(core::ServerId{core::SharedString(broker)});
    QVERIFY(settle(table.model()));
    QCOMPARE(table.model().rowCount(), 0);
    QCOMPARE(models::listText(part, ListFormat::Tabs), before);
}

void ListTextTest::aStopLeavesNothing()
{
    Table table("ben");
    std::stop_source stop;
    stop.request_stop();
    const models::ListPart part{table.model().frozen(), {0, 1}, {SessionColumn::User}};
    QCOMPARE(models::listText(part, ListFormat::Csv, stop.get_token()), QByteArray());
}

QTEST_GUILESS_MAIN(ListTextTest)
#include "ListTextTest.moc"
