// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/soap/AlikeRows.h"

#include "wsman/Answers.h"
#include "wsman/soap/EnvelopeReader.h"

#include <QtTest>

#include <array>
#include <random>
#include <string>

using namespace deskwarden;
using wsman::AlikeRows;
using wsman::EnvelopeReader;
namespace answers = wsman::answers;

namespace {

constexpr std::size_t rowCount = 40;

std::string rows(const std::string& properties, std::size_t count = rowCount)
{
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += answers::typedRow(properties);
    return all;
}

/// Reads it as it is, and with a byte order mark, with which nothing is cut out: both must say the same.
void expectTheSame(const std::string& text)
{
    EnvelopeReader reader;
    const auto quick = reader.readEnumeration(text, {}, "Projected");
    const auto plain = reader.readEnumeration("\xEF\xBB\xBF" + text, {}, "Projected");
    QVERIFY2(quick.has_value() == plain.has_value(), text.c_str());
    if (!plain) {
        QVERIFY2(quick.error().kind == plain.error().kind && quick.error().code == plain.error().code, text.c_str());
        return;
    }
    QVERIFY2(quick->instances == plain->instances, text.c_str());
    QVERIFY2(quick->context == plain->context && quick->isEnd == plain->isEnd, text.c_str());
}

class Writer final
{
public:
    explicit Writer(std::uint32_t seed)
        : m_random(seed)
    {}
    std::string answer()
    {
        std::string items;
        const bool isOdd = one(4) == 0;
        for (std::size_t i = 0; i < rowCount; ++i)
            items += isOdd && one(6) == 0 ? oddRow() : alikeRow();
        return answers::pullResponse(items, "ctx", one(2) == 0);
    }
    /// Breaks some of its bytes: markup is moved, doubled and lost.
    std::string broken(std::string text)
    {
        static constexpr std::array<std::string_view, 12> pieces{
            "<", ">", "</p:B>", "<!--", "-->", "<![CDATA[", "]]>", "&", "\"", "<p:B>", " xmlns:p=\"urn:x\"", "\r\n"};
        for (std::size_t i = 1 + one(3); i > 0; --i) {
            const std::size_t at = one(text.size());
            switch (one(4)) {
            case 0:
                text.erase(at, 1 + one(12));
                break;
            case 1:
                text.insert(at, pieces[one(pieces.size())]);
                break;
            case 2:
                text.insert(at, text.substr(one(text.size()), one(400)));
                break;
            default:
                text[at] = static_cast<char>(one(256));
                break;
            }
        }
        return text;
    }
    [[nodiscard]] std::size_t one(std::size_t of) { return m_random() % of; }

private:
    std::string cell(const std::string& name)
    {
        switch (one(6)) {
        case 0:
            return "<p:" + name + " xsi:nil=\"true\"/>";
        case 1:
            return "<p:" + name + "/>";
        case 2:
            return "<p:" + name + "></p:" + name + ">";
        default:
            return "<p:" + name + ">text " + std::to_string(one(50)) + "\xC3\xA4</p:" + name + ">";
        }
    }
    std::string alikeRow() { return answers::typedRow(cell("A") + cell("B") + cell("C")); }
    std::string oddRow()
    {
        static constexpr std::array<std::string_view, 9> odd{"<p:A>a &amp; b</p:A><p:B>&#13;</p:B><p:C>1</p:C>",
                                                             "<p:A><![CDATA[</p:A>]]></p:A><p:B/><p:C/>",
                                                             "<p:A>1</p:A><!-- x --><p:B>2</p:B><p:C>3</p:C>",
                                                             "<p:A><p:Z>1</p:Z></p:A><p:B>2</p:B><p:C>3</p:C>",
                                                             "<p:A>1</p:A><p:A>2</p:A><p:C>3</p:C>",
                                                             "<p:C>3</p:C><p:B>1</p:B>",
                                                             " <p:A>1</p:A><p:B>2</p:B><p:C>3</p:C>",
                                                             "<p:A xmlns:p=\"urn:other\">1</p:A><p:B>2</p:B>",
                                                             "<p:A>\r\n</p:A><p:B>2</p:B><p:C>3</p:C>"};
        return answers::typedRow(odd[one(odd.size())]);
    }

    std::mt19937 m_random;
};

} // namespace

/// Rows that are read without a tree, against the parser.
class AlikeRowsTest final : public QObject
{
    Q_OBJECT

private slots:
    void repeatedRowsAreCutOut()
    {
        const std::string text = answers::pullResponse(rows("<p:A>1</p:A><p:B xsi:nil=\"true\"/>"), "ctx", true);
        AlikeRows alike;
        QVERIFY(alike.find(text));
        QCOMPARE(alike.rows(), rowCount - 1);
        QCOMPARE(alike.rest(), answers::pullResponse(rows("<p:A>1</p:A><p:B xsi:nil=\"true\"/>", 1), "ctx", true));
        expectTheSame(text);
    }
    void otherRowsStandWhereTheyStood()
    {
        const std::string properties = "<p:A>1</p:A><p:B>2</p:B>";
        const std::string text = answers::pullResponse(
            rows(properties) + rows("<p:A>&lt;</p:A><p:B>3</p:B>", 1) + rows(properties), "ctx", true);
        AlikeRows alike;
        QVERIFY(alike.find(text));
        QCOMPARE(alike.keptRows(), std::size_t{2});
        QCOMPARE(alike.rowsAfter(1), rowCount);
        expectTheSame(text);
    }
    void nothingIsTakenOutOfAComment()
    {
        const std::string list = "<n:Items>" + rows("<p:A>1</p:A>") + "</n:Items>";
        expectTheSame(answers::envelope("<n:PullResponse><!-- " + list + " --></n:PullResponse>"));
        expectTheSame(answers::envelope("<n:PullResponse><n:Items>" + rows("<p:A>1</p:A>", 1) + "<!-- " +
                                        rows("<p:A>1</p:A>") + " --></n:Items></n:PullResponse>"));
        expectTheSame(answers::envelope("<n:PullResponse a='<n:Items>'>" + list + "</n:PullResponse>"));
        expectTheSame(answers::envelope("<n:PullResponse><x>" + list + "</x>" + list + "</n:PullResponse>"));
    }
    void anotherMeaningOfThePrefixIsSeen()
    {
        std::string text = answers::pullResponse(rows("<p:A>1</p:A><p:B xsi:nil=\"true\"/>"), "ctx", true);
        const std::string schema = "http://www.w3.org/2001/XMLSchema-instance";
        for (auto at = text.find(schema); at != std::string::npos; at = text.find(schema, at))
            text.replace(at, schema.size(), "urn:something-else");
        expectTheSame(text);
    }
    void otherEncodingsAreLeftToTheParser()
    {
        AlikeRows alike;
        const std::string text = answers::pullResponse(rows("<p:A>\xE4</p:A>"), "ctx", true);
        QVERIFY(!alike.find("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + text));
        QVERIFY(!alike.find("\xEF\xBB\xBF" + text));
        QVERIFY(alike.find("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text));
    }
    void anyAnswerIsReadAsTheParserReadsIt()
    {
        for (std::uint32_t seed = 0; seed < 300; ++seed) {
            Writer writer(seed);
            const std::string text = writer.answer();
            expectTheSame(text);
            for (int i = 0; i < 5 && !QTest::currentTestFailed(); ++i)
                expectTheSame(writer.broken(text));
        }
    }
};

QTEST_APPLESS_MAIN(AlikeRowsTest)
#include "AlikeRowsTest.moc"
