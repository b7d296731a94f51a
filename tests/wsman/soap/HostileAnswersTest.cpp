// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/Answers.h"
#include "wsman/soap/EnvelopeReader.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>

using namespace deskwarden;
using core::ErrorKind;
using management::CallContext;
using wsman::EnvelopeReader;
namespace answers = wsman::answers;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t large = std::size_t{3} * 1024 * 1024; // a fifth of what a channel takes, and read aside
using Read = core::Result<wsman::EnumerationAnswer>;

std::string listOf(std::string_view row, std::size_t size)
{
    std::string rows;
    rows.reserve(size);
    while (rows.size() + row.size() <= size)
        rows += row;
    return answers::enumerateResponse(rows, "", true);
}

/// One row with that many names of properties, repeated until it has so many elements.
std::string arraysOf(int names, int elements)
{
    std::string row = "<r>";
    for (int element = 0; element < elements; ++element)
        row += "<p" + std::to_string(element % names) + "/>";
    return answers::enumerateResponse(row + "</r>", "", true);
}

Clock::duration timeOf(const std::function<void()>& work)
{
    const auto begun = Clock::now();
    work();
    return Clock::now() - begun;
}

} // namespace

/// Answers that are made to keep a reader busy.
class HostileAnswersTest final : public QObject
{
    Q_OBJECT

private slots:
    void manyNamesCostWhatOneDoes();
    void aStopEndsTheReadingOfAnyAnswer_data();
    void aStopEndsTheReadingOfAnyAnswer();
    void anAnswerHoldsNoMoreRowsThanAServerCanMean();
};

void HostileAnswersTest::manyNamesCostWhatOneDoes()
{
    constexpr int elements = 200'000;
    const std::string many = arraysOf(1'000, elements);
    const std::string two = arraysOf(2, elements);
    auto ofMany = Clock::duration::max();
    auto ofTwo = Clock::duration::max();
    for (int round = 0; round < 3; ++round) {
        EnvelopeReader reader;
        ofMany = std::min(ofMany, timeOf([&] { QVERIFY(reader.readEnumeration(many, {}, "r")); }));
        ofTwo = std::min(ofTwo, timeOf([&] { QVERIFY(reader.readEnumeration(two, {}, "r")); }));
    }
    qInfo("a thousand names cost %.1f times what two do", double(ofMany.count()) / double(ofTwo.count()));
    QVERIFY(ofMany < 10 * ofTwo); // looked for one by one: some hundred times
}

void HostileAnswersTest::aStopEndsTheReadingOfAnyAnswer_data()
{
    QTest::addColumn<QByteArray>("row"); // repeated up to the limit
    QTest::newRow("tiny rows") << QByteArray("<a/>");
    QTest::newRow("rows of one property") << QByteArray("<a><b/></a>");
    QTest::newRow("nested") << QByteArray("<a><b><c><d><e><f>x</f></e></d></c></b></a>");
    QTest::newRow("other namespaces") << QByteArray("<w:Item xmlns:w='urn:x'/>");
    QTest::newRow("references") << QByteArray("<a>&lt;&gt;&amp;</a>");
    QTest::newRow("attributes") << QByteArray("<a b='' c='' d='' e='' f='' g=''/>");
    QTest::newRow("alike") << QByteArray("<p:a><p:b>x</p:b><p:c>y</p:c></p:a>");
}

void HostileAnswersTest::aStopEndsTheReadingOfAnyAnswer()
{
    QFETCH(const QByteArray, row);
    const std::string text = listOf(row.toStdString(), large);
    // Against the time that the whole takes here and now; the best of some tries, since others use the machine, too.
    auto whole = Clock::duration::max();
    auto stopped = Clock::duration::max();
    for (int round = 0; round < 3; ++round) {
        EnvelopeReader reader;
        whole = std::min(whole, timeOf([&] { static_cast<void>(reader.readEnumeration(text, {}, "a")); }));
        std::stop_source stop;
        std::string copy = text;
        Clock::time_point at;
        std::thread stopper([&] {
            std::this_thread::sleep_for(whole / 20);
            at = Clock::now();
            stop.request_stop();
        });
        const auto read = reader.readEnumeration(std::move(copy), {}, "a", {stop.get_token()});
        const auto returned = Clock::now();
        stopper.join();
        QVERIFY(!read);
        if (read.error().kind != ErrorKind::Cancelled)
            continue; // it was refused before
        stopped = std::min(stopped, returned - at);
        QVERIFY(reader.readEnumeration(answers::enumerateResponse("<a/>", "", true), {}, "a")); // the next one is read
    }
    using Milliseconds = std::chrono::duration<double, std::milli>;
    qInfo("the whole %.0f ms, after a stop %.1f ms", Milliseconds(whole).count(), Milliseconds(stopped).count());
    QVERIFY(stopped < whole / 2);
}

void HostileAnswersTest::anAnswerHoldsNoMoreRowsThanAServerCanMean()
{
    EnvelopeReader reader;
    const auto many = reader.readEnumeration(listOf("<a/>", large), {}, "a");
    QVERIFY(!many);
    QCOMPARE(many.error().kind, ErrorKind::TooLarge);
    const auto some = reader.readEnumeration(listOf("<a/>", 400'000), {}, "a");
    QVERIFY(some);
    QCOMPARE(some->instances.size(), std::size_t{100'000});
}

QTEST_GUILESS_MAIN(HostileAnswersTest)
#include "HostileAnswersTest.moc"
