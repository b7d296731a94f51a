// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/JsonWriter.h"

#include "models/texts/JsonLines.h"
#include "support/Sessions.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace deskwarden;
using namespace deskwarden::models;
using tests::text;

namespace {

/// The same through Qt's tree, value by value.
QJsonValue plainly(const core::Value& value);

QJsonObject plainly(const core::Instance& instance)
{
    QJsonObject object;
    for (const core::Property& property : instance.properties())
        object.insert(QString::fromStdString(property.name.toString()), plainly(property.value));
    return object;
}

QJsonValue plainly(const core::Value& value)
{
    if (const auto* const array = std::get_if<core::ValueArray>(&value.variant())) {
        QJsonArray all;
        for (const core::Value& one : *array)
            all.append(plainly(one));
        return all;
    }
    if (const auto* const instance = std::get_if<std::shared_ptr<const core::Instance>>(&value.variant()))
        return plainly(**instance);
    if (const auto* const is = std::get_if<bool>(&value.variant()))
        return *is;
    if (const auto* const number = std::get_if<double>(&value.variant()))
        return std::isfinite(*number) ? QJsonValue(*number) : QJsonValue(QString::number(*number));
    if (const auto* const number = std::get_if<std::int64_t>(&value.variant()))
        return std::abs(static_cast<double>(*number)) <= 0x1p53 ? QJsonValue(static_cast<qint64>(*number))
                                                                : QJsonValue(QString::number(*number));
    if (const auto* const number = std::get_if<std::uint64_t>(&value.variant()))
        return static_cast<double>(*number) <= 0x1p53 ? QJsonValue(static_cast<qint64>(*number))
                                                      : QJsonValue(QString::number(*number));
    if (const auto* const time = std::get_if<core::DateTime>(&value.variant()))
        return QString::fromStdString(time->text.toString());
    return value.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(QString::fromStdString(value.text().toString()));
}

/// What names are made of, and what makes them hard to write.
const std::vector<std::string> pieces{"a",
                                      "Z",
                                      " ",
                                      "0",
                                      "\"",
                                      "\\",
                                      "/",
                                      "<",
                                      "'",
                                      "\x01",
                                      "\x1f",
                                      "\x7f",
                                      "\n",
                                      "\r",
                                      "\t",
                                      "\b",
                                      "\f",
                                      "\x1b[31m",
                                      "Jürgen",
                                      "Ł",
                                      "ß",
                                      "Жанна",
                                      "山",
                                      "😀",
                                      "👩‍👩‍👧",
                                      "e\u0301",
                                      "\u0085",
                                      "\u009b",
                                      "\u00a0",
                                      "\u061c",
                                      "\u200b",
                                      "\u200e",
                                      "\u202e",
                                      "\u2028",
                                      "\u2066",
                                      "\ufffe",
                                      "\uffff",
                                      "\xff",
                                      "\xc3",
                                      "\xed\xa0\x80",
                                      "\xf5\x80\x80\x80",
                                      "\xc0\x80"};

std::string anyText(std::mt19937& random)
{
    std::string made;
    for (auto left = random() % 8 == 0 ? 300 : random() % 6; left > 0; --left)
        made += pieces[random() % pieces.size()];
    return made;
}

core::Value anyValue(std::mt19937& random, int depth);

core::Instance anyInstance(std::mt19937& random, int depth)
{
    std::vector<core::Property> properties;
    for (auto left = random() % 9; left > 0; --left)
        properties.push_back({text("N" + anyText(random)), anyValue(random, depth)});
    return {text("X"), std::move(properties)};
}

core::Value anyValue(std::mt19937& random, int depth)
{
    const auto bits = std::uint64_t{random()} << 32U | random();
    switch (random() % (depth > 0 ? 11 : 9)) {
    case 0:
        return {};
    case 1:
        return core::Value(random() % 2 == 0);
    case 2:
        return core::Value(static_cast<std::int64_t>(bits) >> (random() % 64));
    case 3:
        return core::Value(bits >> (random() % 64));
    case 4:
        return core::Value(static_cast<double>(static_cast<std::int64_t>(bits)) / (1U << (random() % 31)));
    case 5:
        return core::Value(std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 200) - 100));
    case 6:
        return core::Value(core::DateTime{text(anyText(random))});
    case 9: {
        core::ValueArray values;
        for (auto left = random() % 4; left > 0; --left)
            values.push_back(anyValue(random, depth - 1));
        return core::Value(std::move(values));
    }
    case 10:
        return core::Value(anyInstance(random, depth - 1));
    default:
        return core::Value(std::string_view(anyText(random)));
    }
}

QByteArray lineOf(JsonWriter& writer, const core::Instance& instance)
{
    const std::string_view line = writer.line(instance);
    return {line.data(), static_cast<qsizetype>(line.size())};
}

} // namespace

class JsonWriterTest final : public QObject
{
    Q_OBJECT

private slots:
    void instancesKeepTheirTypes();
    void anyInstanceIsWrittenAsByATree();
    void rowsOfOneListShareNoValues();
    void theLastOfOneNameCounts();
    void byteOrderMarksStay_data();
    void byteOrderMarksStay();
    void valuesAloneHaveNoQuotes_data();
    void valuesAloneHaveNoQuotes();
};

void JsonWriterTest::instancesKeepTheirTypes()
{
    const core::Instance instance(text("X"),
                                  {{text("N"), core::Value()},
                                   {text("B"), core::Value(true)},
                                   {text("Small"), core::Value(std::uint64_t{1} << 53)},
                                   {text("Big"), core::Value(std::numeric_limits<std::uint64_t>::max())},
                                   {text("Low"), core::Value(std::numeric_limits<std::int64_t>::min())},
                                   {text("R"), core::Value(1.5)},
                                   {text("NaN"), core::Value(std::numeric_limits<double>::quiet_NaN())},
                                   {text("T"), core::Value(core::DateTime{text("20250101000000.000000+000")})},
                                   {text("A"), core::Value(core::ValueArray{core::Value("x"), core::Value()})}});
    JsonWriter writer;
    QCOMPARE(
        lineOf(writer, instance),
        QByteArray(R"({"A":["x",null],"B":true,"Big":"18446744073709551615","Low":"-9223372036854775808","N":null,)"
                   R"("NaN":"nan","R":1.5,"Small":9007199254740992,"T":"20250101000000.000000+000"})"
                   "\n"));
}

void JsonWriterTest::anyInstanceIsWrittenAsByATree()
{
    JsonWriter writer;
    for (std::uint32_t seed = 0; seed < 3000; ++seed) {
        std::mt19937 random(seed);
        const core::Instance instance = anyInstance(random, 2);
        const QByteArray got = lineOf(writer, instance);
        const QByteArray expected = jsonLine(plainly(instance));
        const auto differs = std::ranges::mismatch(got, expected).in1 - got.begin();
        QVERIFY2(got == expected, QByteArray(QByteArray::number(seed) + ": \n" + got.mid(differs - 30, 60) + "\n" +
                                             expected.mid(differs - 30, 60))
                                      .constData());
    }
}

void JsonWriterTest::rowsOfOneListShareNoValues()
{
    JsonWriter writer;
    const core::SharedString name = text("Name");
    const core::SharedString other = text("Other");
    const auto row = [&](std::vector<core::Property> properties) {
        return lineOf(writer, core::Instance(text("X"), std::move(properties)));
    };
    QCOMPARE(row({{other, core::Value("b")}, {name, core::Value("a")}}),
             QByteArray("{\"Name\":\"a\",\"Other\":\"b\"}\n"));
    QCOMPARE(row({{other, core::Value()}, {name, core::Value("c")}}), QByteArray("{\"Name\":\"c\",\"Other\":null}\n"));
    QCOMPARE(row({{name, core::Value("d")}, {other, core::Value()}}), QByteArray("{\"Name\":\"d\",\"Other\":null}\n"));
    QCOMPARE(row({{text("Name"), core::Value("e")}}), QByteArray("{\"Name\":\"e\"}\n"));
    QCOMPARE(row({}), QByteArray("{}\n"));
}

void JsonWriterTest::theLastOfOneNameCounts()
{
    JsonWriter writer;
    const core::Instance instance(text("X"), {{text("B"), core::Value("1")},
                                              {text("A"), core::Value("2")},
                                              {text("B"), core::Value("3")},
                                              {text("b"), core::Value("4")}});
    QCOMPARE(lineOf(writer, instance), QByteArray(R"({"A":"2","B":"3","b":"4"})"
                                                  "\n"));
}

void JsonWriterTest::byteOrderMarksStay_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("in front") << QByteArray("\xEF\xBB\xBFhv1") << QByteArray("\\ufeffhv1");
    QTest::newRow("inside") << QByteArray("hv\xEF\xBB\xBF"
                                          "1")
                            << QByteArray("hv\\ufeff1");
    QTest::newRow("alone") << QByteArray("\xEF\xBB\xBF") << QByteArray("\\ufeff");
    QTest::newRow("before a byte that is no text")
        << QByteArray("\xEF\xBB\xBFhv\xFF") << QByteArray("\\ufeffhv\xEF\xBF\xBD");
}

/// The name of somebody else would look the same without.
void JsonWriterTest::byteOrderMarksStay()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, written);
    JsonWriter writer;
    const std::string bytes = name.toStdString();
    QCOMPARE(lineOf(writer, core::Instance(text("X"), {{text("A"), core::Value(std::string_view(bytes))}})),
             QByteArray("{\"A\":\"" + written + "\"}\n"));
    // Two properties, not one.
    const QByteArray both =
        lineOf(writer, core::Instance(text("X"), {{text("hv1"), core::Value("a")}, {text(bytes), core::Value("b")}}));
    QVERIFY2(both.contains("\"hv1\":\"a\"") && both.contains(QByteArray("\"" + written + "\":\"b\"")),
             both.constData());
    core::Session session;
    session.key.vmHostName = text(bytes);
    QVERIFY(jsonLine(toJson(session)).contains(QByteArray("\"VMHostName\":\"" + written + '"')));
}

void JsonWriterTest::valuesAloneHaveNoQuotes_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<core::Value>("value");
    QTest::newRow("NULL") << QByteArray() << core::Value();
    QTest::newRow("text") << QByteArray("a\"b") << core::Value("a\"b");
    QTest::newRow("quoted text") << QByteArray("\"\"") << core::Value("\"\"");
    QTest::newRow("time") << QByteArray("20250101") << core::Value(core::DateTime{text("20250101")});
    QTest::newRow("true") << QByteArray("true") << core::Value(true);
    QTest::newRow("number") << QByteArray("-7") << core::Value(std::int64_t{-7});
    QTest::newRow("fraction") << QByteArray("0.5") << core::Value(0.5);
    QTest::newRow("infinity") << QByteArray("-inf") << core::Value(-std::numeric_limits<double>::infinity());
    QTest::newRow("large number") << QByteArray("18446744073709551615")
                                  << core::Value(std::numeric_limits<std::uint64_t>::max());
    QTest::newRow("array") << QByteArray(R"(["a\"b",1])")
                           << core::Value(core::ValueArray{core::Value("a\"b"), core::Value(std::int64_t{1})});
    QTest::newRow("instance") << QByteArray(R"({"A":null})")
                              << core::Value(core::Instance(text("X"), {{text("A"), core::Value()}}));
}

void JsonWriterTest::valuesAloneHaveNoQuotes()
{
    QFETCH(const QByteArray, expected);
    QFETCH(const core::Value, value);
    QCOMPARE(QByteArray::fromStdString(valueText(value)), expected);
}

QTEST_APPLESS_MAIN(JsonWriterTest)
#include "JsonWriterTest.moc"
