// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/RdmsSchema.h"

#include "management/sessions/SessionCollector.h"
#include "management/sessions/SessionMapping.h"
#include "support/FakeConnection.h"

#include <QTest>

using namespace deskwarden;
using namespace deskwarden::management;

namespace {

core::Property textOf(const char* name, const char* text)
{
    return {core::SharedString(name), core::Value(text)};
}

} // namespace

class RdmsSchemaTest final : public QObject
{
    Q_OBJECT

private slots:
    void textsBecomeTypedValues()
    {
        core::Instance node(core::SharedString("win32_rdmsjoinednode"),
                            {textOf("IsRdvh", "TRUE"), textOf("fqdn", "hv01"), textOf("Other", "5")});
        const ClassSchema* schema = findClass(node.className().view());
        QVERIFY(schema);
        applySchema(node, *schema);
        QVERIFY(*node.find("IsRdvh") == core::Value(true));
        QVERIFY(*node.find("FQDN") == core::Value("hv01"));
        QVERIFY(*node.find("Other") == core::Value("5"));
    }

    void unreadableTextsStayTexts()
    {
        core::Instance session(core::SharedString(sessionClass),
                               {textOf("SessionId", "many"), textOf("ConnectState", "4294967296")});
        applySchema(session, *findClass(sessionClass));
        QVERIFY(*session.find("SessionId") == core::Value("many"));
        QVERIFY(*session.find("ConnectState") == core::Value("4294967296"));
    }

    void arraysAndDatesAreTyped()
    {
        core::Instance collection(core::SharedString(collectionClass),
                                  {{core::SharedString("IconContents"),
                                    core::Value(core::ValueArray{core::Value("1"), core::Value("256")})}});
        applySchema(collection, *findClass(collectionClass));
        QVERIFY(*collection.find("IconContents") ==
                core::Value(core::ValueArray{core::Value(std::uint64_t{1}), core::Value("256")}));
        core::Instance entry(core::SharedString(sessionDirectoryClass), {textOf("CreateTime", "20261122101112.0+000")});
        applySchema(entry, *findClass(sessionDirectoryClass));
        QVERIFY(*entry.find("CreateTime") == core::Value(core::DateTime{core::SharedString("20261122101112.0+000")}));
    }

    void valuesOutsideTheirTypeAreRefused()
    {
        QVERIFY(!typedValue("256", CimType::Uint8));
        QVERIFY(!typedValue("-1", CimType::Uint8));
        QVERIFY(!typedValue("65536", CimType::Uint16));
        QVERIFY(!typedValue("2147483648", CimType::Sint32));
        QVERIFY(!typedValue("", CimType::Uint32));
        QVERIFY(!typedValue("yes", CimType::Boolean));
        QVERIFY(typedValue("-2147217406", CimType::Uint32) == core::Value(std::uint32_t{0x80041002}));
        QVERIFY(typedValue("-5", CimType::Sint64) == core::Value(std::int64_t{-5}));
    }

    void whiteSpaceAroundAValueIsNoPartOfIt_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("text");
        const std::pair<CimType, const char*> values[] = {
            {CimType::Boolean, "true"}, {CimType::Uint8, "7"},   {CimType::Uint16, "7"}, {CimType::Uint32, "-7"},
            {CimType::Uint64, "7"},     {CimType::Sint32, "-7"}, {CimType::Sint64, "7"}, {CimType::Real64, "7.5"}};
        for (const auto& [type, text] : values)
            QTest::addRow("%d", static_cast<int>(type)) << static_cast<int>(type) << QString::fromLatin1(text);
    }
    void whiteSpaceAroundAValueIsNoPartOfIt()
    {
        QFETCH(const int, type);
        QFETCH(const QString, text);
        const auto cimType = static_cast<CimType>(type);
        const auto plain = typedValue(text.toStdString(), cimType);
        QVERIFY(plain);
        for (const char* const around : {" ", "\t", "\r\n", " \n "}) {
            const std::string padded = around + text.toStdString() + around;
            QVERIFY(typedValue(padded, cimType) == plain);
        }
        QVERIFY(!typedValue(text.toStdString() + " x", cimType));
        QVERIFY(!typedValue("\xC2\xA0" + text.toStdString(), cimType)); // a no-break space is none of XML's
    }

    void methodsHaveTheirParametersInMofOrder()
    {
        const MethodSchema* message = findClass(sessionClass)->findMethod("sendmessage");
        QVERIFY(message);
        QCOMPARE(message->in.size(), std::size_t{2});
        QCOMPARE(message->in[0].name, std::string_view("Title"));
        QCOMPARE(message->in[1].name, std::string_view("Message"));
        QVERIFY(findClass(environmentClass)->findMethod("GetActiveServer")->isStatic);
        QVERIFY(!findClass("Win32_Process"));
    }

    void aSessionIsReadFromTextsAndFromTypedValues()
    {
        core::StringPool pool;
        const core::Session expected = support::makeSession("HV01", 7, "anna", core::ConnectState::Active);
        core::Instance instance = support::toInstance(expected);
        const auto fromTexts = toSession(instance, expected.key.server, pool);
        applySchema(instance, *findClass(sessionClass));
        const auto fromTyped = toSession(instance, expected.key.server, pool);
        QVERIFY(fromTexts.has_value() && fromTyped.has_value());
        QVERIFY(*fromTexts == expected);
        QVERIFY(*fromTyped == expected);
        QVERIFY(fromTexts->vmName.isSameBlock(fromTyped->vmName));
    }

    void aSessionWithoutKeyIsMalformed()
    {
        core::StringPool pool;
        const core::ServerId server{core::SharedString("fake")};
        const core::SharedString name(sessionClass);
        for (const auto& properties : {std::vector{textOf("SessionId", "1")}, std::vector{textOf("VMHostName", "h")},
                                       std::vector{textOf("VMHostName", "h"), textOf("SessionId", "x")},
                                       std::vector{textOf("VMHostName", ""), textOf("SessionId", "1")}})
        {
            const auto session = toSession(core::Instance(name, properties), server, pool);
            QVERIFY(!session.has_value());
            QCOMPARE(session.error().kind, core::ErrorKind::Malformed);
        }
    }

    void nullsStayNullAndStrangeStatesStayNumbers()
    {
        core::StringPool pool;
        const core::Instance instance(core::SharedString(sessionClass),
                                      {textOf("VMHostName", "h"),
                                       textOf("SessionId", "1"),
                                       {core::SharedString("UserName"), core::Value()},
                                       textOf("ConnectState", "17")});
        const auto session = toSession(instance, core::ServerId{}, pool);
        QVERIFY(session.has_value());
        QVERIFY(session->userName.isNull() && session->domainName.isNull());
        QCOMPARE(static_cast<std::uint32_t>(session->state), 17U);
    }

    void aSessionThatIsListedTwiceIsOneRow()
    {
        core::StringPool pool;
        SessionCollector collector(core::ServerId{core::SharedString("fake")}, pool);
        std::vector<core::Instance> rows;
        for (std::uint32_t id = 0; id < 500; ++id)
            rows.push_back(support::toInstance(support::makeSession("HV", id, "first")));
        collector.add(rows);
        collector.add({support::toInstance(support::makeSession("HV", 3, "second"))});
        collector.add(rows);
        collector.add({core::Instance()});
        QCOMPARE(collector.sessions().size(), std::size_t{500});
        QCOMPARE(collector.sessions()[3].userName.view(), std::string_view("first"));
        QCOMPARE(collector.leftOut().unreadable, std::size_t{1});
        QCOMPARE(collector.leftOut().doubled, std::size_t{501});
        collector.clear();
        collector.add(rows);
        QCOMPARE(collector.takeSessions().size(), std::size_t{500});
        QVERIFY(!collector.leftOut().isAny());
    }
};

QTEST_APPLESS_MAIN(RdmsSchemaTest)
#include "RdmsSchemaTest.moc"
