// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/FilterQuery.h"

#include <QTest>

using namespace deskwarden;

using core::ConnectState;
using models::FilterField;
using models::FilterMark;
using models::FilterTerm;

namespace {

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

FilterTerm named(FilterField field, const QStringList& texts, bool isNegated = false)
{
    FilterTerm term;
    term.field = field;
    term.texts = texts;
    term.isNegated = isNegated;
    return term;
}

FilterTerm timed(FilterField field, bool isMore, std::int64_t minutes)
{
    FilterTerm term;
    term.field = field;
    term.isMore = isMore;
    term.minutes = minutes;
    return term;
}

FilterTerm inState(std::vector<ConnectState> states)
{
    FilterTerm term;
    term.field = FilterField::State;
    term.states = std::move(states);
    return term;
}

FilterTerm marked(std::vector<FilterMark> marks)
{
    FilterTerm term;
    term.field = FilterField::Mark;
    term.marks = std::move(marks);
    return term;
}

} // namespace

class FilterQueryTest final : public QObject
{
    Q_OBJECT

private slots:
    void aTextIsRead_data();
    void aTextIsRead();
    void aProblemIsSaid_data();
    void aProblemIsSaid();
    void aTermKnowsWhereItStands();
    void everyFieldIsRead();
    void everyStateIsReadByItsName();
    void aQuotedValueIsReadBack_data();
    void aQuotedValueIsReadBack();
};

void FilterQueryTest::aTextIsRead_data()
{
    using enum FilterField;
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::vector<FilterTerm>>("terms");
    const auto row = [](const char* typed, std::vector<FilterTerm> terms) {
        QTest::newRow(typed) << text(typed) << std::move(terms);
    };
    row("", {});
    row("   ", {});
    row("anna", {named(Word, {text("anna")})});
    row("anna vdi", {named(Word, {text("anna")}), named(Word, {text("vdi")})});
    row("-test", {named(Word, {text("test")}, true)});
    row("-", {named(Word, {text("-")})});
    row("a-b", {named(Word, {text("a-b")})});
    row("a,b", {named(Word, {text("a,b")})});
    row("\"two words\"", {named(Word, {text("two words")})});
    row("\"state:active\"", {named(Word, {text("state:active")})});
    row("\"say \"\"hello\"\"\"", {named(Word, {text("say \"hello\"")})});
    row("hv1:3", {named(Word, {text("hv1:3")})});
    row("fe80::1", {named(Word, {text("fe80::1")})});
    row("user:ann", {named(User, {text("ann")})});
    row("USER:ann", {named(User, {text("ann")})});
    row("user:CORP\\ann", {named(User, {text("CORP\\ann")})});
    row("user:ann,bob", {named(User, {text("ann"), text("bob")})});
    row("user:\"Anna, Maria\",bob", {named(User, {text("Anna, Maria"), text("bob")})});
    row("user:мария", {named(User, {text("мария")})});
    row("-machine:test", {named(Machine, {text("test")}, true)});
    row("vm:test", {named(Machine, {text("test")})});
    row("host:rdvh-*", {named(Host, {text("rdvh-*")})});
    row("collection:\"Finance Pool\"", {named(Collection, {text("Finance Pool")})});
    row("id:7,8", {named(Id, {text("7"), text("8")})});
    row("state:disconnected", {inState({ConnectState::Disconnected})});
    row("state:disc", {inState({ConnectState::Disconnected})});
    row("state:active,down", {inState({ConnectState::Active, ConnectState::Down})});
    row("state:connected", {inState({ConnectState::Connected})});
    row("state:42", {inState({static_cast<ConnectState>(42)})});
    row("is:ghost", {marked({FilterMark::Ghost})});
    row("is:broken", {marked({FilterMark::Broken})});
    row("is:stuck,several", {marked({FilterMark::Stuck, FilterMark::Several})});
    row("gone>4h", {timed(Gone, true, 240)});
    row("gone>=4h", {timed(Gone, true, 240)});
    row("gone:>4H", {timed(Gone, true, 240)});
    row("idle<30m", {timed(Idle, false, 30)});
    row("gone>1d gone<2d", {timed(Gone, true, 1440), timed(Gone, false, 2880)});
}

void FilterQueryTest::aTextIsRead()
{
    QFETCH(QString, typed);
    QFETCH(std::vector<FilterTerm>, terms);
    auto query = models::parseFilter(typed);
    QVERIFY2(query, query ? "" : qPrintable(query.error().sentence));
    for (FilterTerm& term : query->terms)
        term.start = term.length = 0;
    QCOMPARE(query->terms, terms);
}

void FilterQueryTest::aProblemIsSaid_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("about");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("isUnfinished");
    const auto row = [](const char* typed, const char* about, const char* word, bool isUnfinished) {
        QTest::newRow(typed) << text(typed) << text(about) << text(word) << isUnfinished;
    };
    row("anna usr:ann", "usr:ann", "quotation marks", false);
    row("https://broker", "https://broker", "no field called https", false);
    row("user:", "user:", "After user:", true);
    row("-user:", "-user:", "After user:", true);
    row("user:\"\"", "user:\"\"", "After user:", true);
    row("user:,", "user:,", "After user:", true);
    row("user:\"Anna", "user:\"Anna", "quotation mark", true);
    row("\"", "\"", "quotation mark", true);
    row("\"\"", "\"\"", "stands nothing", true);
    row("user>3h", "user>3h", "gone and idle", false);
    row("state:asleep", "state:asleep", "no state called asleep", false);
    row("state:conn", "state:conn", "Connected or Connecting", true);
    row("is:lost", "is:lost", "ghost, stuck", false);
    row("is:bro", "is:bro", "ghost, stuck", true);
    row("is:gho", "is:gho", "ghost, stuck", true);
    row("id:seven", "id:seven", "a number", false);
    row("id:-1", "id:-1", "a number", false);
    row("gone", "", "", false); // a word like any other
    row("gone>", "gone>", "gone>4h", true);
    row("gone>4", "gone>4", "gone>4h", true);
    row("gone>4x", "gone>4x", "gone>4h", false);
    row("gone>h", "gone>h", "gone>4h", false);
    row("gone>-4h", "gone>-4h", "gone>4h", false);
    row("gone>99999999d", "gone>99999999d", "gone>4h", false);
    row("gone:4h", "gone:4h", "gone>4h", false);
}

void FilterQueryTest::aProblemIsSaid()
{
    QFETCH(QString, typed);
    QFETCH(QString, about);
    QFETCH(QString, word);
    QFETCH(bool, isUnfinished);
    const auto query = models::parseFilter(typed);
    QCOMPARE(query.has_value(), about.isEmpty());
    if (query)
        return;
    const models::FilterProblem& problem = query.error();
    QCOMPARE(typed.mid(problem.start, problem.length), about);
    QVERIFY2(problem.sentence.contains(word), qPrintable(problem.sentence));
    QVERIFY2(problem.sentence.endsWith(u'.'), qPrintable(problem.sentence));
    QCOMPARE(problem.isUnfinished, isUnfinished);
}

void FilterQueryTest::aTermKnowsWhereItStands()
{
    const QString typed = text("  anna -user:\"b c\"  gone>4h ");
    const auto query = models::parseFilter(typed);
    QVERIFY(query);
    QStringList terms;
    for (const FilterTerm& term : query->terms)
        terms << typed.mid(term.start, term.length);
    QCOMPARE(terms, QStringList({text("anna"), text("-user:\"b c\""), text("gone>4h")}));
}

void FilterQueryTest::everyFieldIsRead()
{
    for (const FilterField field : models::filterFields()) {
        const QString name = models::fieldName(field);
        QVERIFY(!name.isEmpty());
        const auto query = models::parseFilter(name + u':');
        QVERIFY(!query);
        QVERIFY2(query.error().isUnfinished, qPrintable(name));
    }
    for (const FilterMark mark : models::filterMarks()) {
        const auto query = models::parseFilter(QStringLiteral("is:") + models::markName(mark));
        QVERIFY(query);
        QCOMPARE(query->terms.front().marks, std::vector{mark});
    }
}

void FilterQueryTest::everyStateIsReadByItsName()
{
    for (std::uint32_t number = 0; number < 10; ++number) {
        const auto state = static_cast<ConnectState>(number);
        const auto query =
            models::parseFilter(QStringLiteral("state:") + QString::fromLatin1(core::name(state)).toLower());
        QVERIFY(query);
        QCOMPARE(query->terms.front().states, std::vector{state});
    }
}

void FilterQueryTest::aQuotedValueIsReadBack_data()
{
    QTest::addColumn<QString>("value");
    for (const char* const value : {"ann", "Anna Maria", "a,b", "say \"hello\"", "\"", "CORP\\ann", "-x", "a:b"})
        QTest::newRow(value) << text(value);
}

void FilterQueryTest::aQuotedValueIsReadBack()
{
    QFETCH(QString, value);
    const auto query = models::parseFilter(QStringLiteral("user:") + models::quotedFilterValue(value));
    QVERIFY(query);
    QCOMPARE(query->terms.size(), std::size_t{1});
    QCOMPARE(query->terms.front().texts, QStringList{value});
}

QTEST_APPLESS_MAIN(FilterQueryTest)
#include "FilterQueryTest.moc"
