// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/wql/WqlParser.h"

#include "core/Names.h"
#include "simulator/farm/WmiStatus.h"

#include <array>
#include <charconv>
#include <utility>

namespace deskwarden::simulator {

namespace {

constexpr std::size_t longestQuery = 16 * 1024;
constexpr int deepest = 64;

using Operator = WqlQuery::Operator;
constexpr std::array<std::pair<std::string_view, Operator>, 7> comparisons{{
    {"=", Operator::Equal},
    {"<>", Operator::Different},
    {"!=", Operator::Different},
    {"<", Operator::Less},
    {">", Operator::Greater},
    {"<=", Operator::AtMost},
    {">=", Operator::AtLeast},
}};
constexpr std::array<std::string_view, 8> reserved{"select", "from", "where", "and", "or", "not", "like", "is"};

bool isSpace(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
}

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isWordLetter(char letter)
{
    return isDigit(letter) || letter == '_' || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

} // namespace

core::Result<WqlQuery> WqlParser::parse()
{
    if (m_text.size() > longestQuery)
        return refuse(WmiStatus::InvalidQuery, "the query is too long");
    advance();
    if (!takeWord("select"))
        fail("it must start with SELECT");
    parseColumns();
    if (!takeWord("from"))
        fail("FROM is missing");
    m_query.m_className = takeName("the class");
    if (takeWord("where"))
        parseOr(0);
    if (m_token.kind != TokenKind::End)
        fail("nothing may follow: " + m_token.text);
    if (!m_problem.empty())
        return refuse(WmiStatus::InvalidQuery, m_problem);
    return std::move(m_query);
}

void WqlParser::fail(std::string why)
{
    if (m_problem.empty())
        m_problem = std::move(why);
    m_token = {};
    m_place = m_text.size();
}

void WqlParser::advance()
{
    while (m_place < m_text.size() && isSpace(m_text[m_place]))
        ++m_place;
    m_token = {};
    if (m_place == m_text.size())
        return;
    const char first = m_text[m_place];
    if (first == '\'' || first == '"') {
        readText(first);
        return;
    }
    const bool isSigned = first == '-' && m_place + 1 < m_text.size() && isDigit(m_text[m_place + 1]);
    if (!isWordLetter(first) && !isSigned) {
        readSign();
        return;
    }
    m_token.kind = isDigit(first) || isSigned ? TokenKind::Number : TokenKind::Word;
    m_token.text += m_text[m_place++];
    while (m_place < m_text.size() && isWordLetter(m_text[m_place]))
        m_token.text += m_text[m_place++];
}

void WqlParser::readText(char quote)
{
    m_token.kind = TokenKind::Text;
    for (++m_place; m_place < m_text.size(); ++m_place) {
        char letter = m_text[m_place];
        if (letter == quote) {
            ++m_place;
            return;
        }
        if (letter == '\\') {
            letter = ++m_place < m_text.size() ? m_text[m_place] : '\0';
            if (letter != '\\' && letter != '\'' && letter != '"')
                return fail("a backslash in a text must be doubled");
        }
        m_token.text += letter;
    }
    fail("a text does not end");
}

void WqlParser::readSign()
{
    m_token.kind = TokenKind::Sign;
    m_token.text = m_text[m_place++];
    if (m_place == m_text.size())
        return;
    const std::string both = m_token.text + m_text[m_place];
    if (both == "<>" || both == "!=" || both == "<=" || both == ">=") {
        m_token.text = both;
        ++m_place;
    }
}

bool WqlParser::takeWord(std::string_view word)
{
    if (m_token.kind != TokenKind::Word || !core::isSameName(m_token.text, word))
        return false;
    advance();
    return true;
}

bool WqlParser::takeSign(std::string_view sign)
{
    if (m_token.kind != TokenKind::Sign || m_token.text != sign)
        return false;
    advance();
    return true;
}

std::string WqlParser::takeName(const char* what)
{
    bool isName = m_token.kind == TokenKind::Word;
    for (const std::string_view word : reserved)
        isName = isName && !core::isSameName(m_token.text, word);
    if (!isName) {
        fail(std::string("the name of ") + what + " is missing");
        return {};
    }
    std::string name = std::move(m_token.text);
    advance();
    return name;
}

void WqlParser::parseColumns()
{
    if (takeSign("*"))
        return;
    do
        m_query.m_columns.push_back(takeName("a property"));
    while (m_problem.empty() && takeSign(","));
}

std::size_t WqlParser::add(WqlQuery::Condition condition)
{
    m_query.m_conditions.push_back(std::move(condition));
    return m_query.m_conditions.size() - 1;
}

std::size_t WqlParser::parseOr(int depth)
{
    std::size_t left = parseAnd(depth);
    while (takeWord("or")) {
        const std::size_t right = parseAnd(depth);
        left = add({Operator::Or, left, right, {}, 0, {}});
    }
    return left;
}

std::size_t WqlParser::parseAnd(int depth)
{
    std::size_t left = parseTerm(depth);
    while (takeWord("and")) {
        const std::size_t right = parseTerm(depth);
        left = add({Operator::And, left, right, {}, 0, {}});
    }
    return left;
}

std::size_t WqlParser::parseTerm(int depth)
{
    if (depth > deepest) {
        fail("the conditions are nested too deeply");
        return 0;
    }
    if (takeWord("not")) {
        const std::size_t inner = parseTerm(depth + 1);
        return add({Operator::Not, inner, 0, {}, 0, {}});
    }
    if (!takeSign("("))
        return parseComparison();
    const std::size_t inner = parseOr(depth + 1);
    if (!takeSign(")"))
        fail("a parenthesis is not closed");
    return inner;
}

std::size_t WqlParser::parseComparison()
{
    WqlQuery::Condition condition;
    condition.property = takeName("a property");
    if (takeWord("is")) {
        condition.kind = takeWord("not") ? Operator::NotNull : Operator::Null;
        if (!takeWord("null"))
            fail("only NULL may follow IS");
        return add(std::move(condition));
    }
    if (takeWord("not")) {
        condition.kind = Operator::NotLike;
        if (!takeWord("like"))
            fail("only LIKE may follow NOT there");
    } else if (takeWord("like")) {
        condition.kind = Operator::Like;
    } else {
        bool isKnown = false;
        for (const auto& [sign, kind] : comparisons) {
            if (!isKnown && takeSign(sign)) {
                condition.kind = kind;
                isKnown = true;
            }
        }
        if (!isKnown)
            fail("a comparison is missing after " + condition.property);
    }
    condition.literal = parseLiteral();
    if (condition.literal.isNull()) {
        if (condition.kind != Operator::Equal && condition.kind != Operator::Different)
            fail("NULL can only be compared with = or <>");
        condition.kind = condition.kind == Operator::Equal ? Operator::Null : Operator::NotNull;
    }
    return add(std::move(condition));
}

core::Value WqlParser::parseLiteral()
{
    if (m_token.kind == TokenKind::Text) {
        core::Value value{std::string_view(m_token.text)};
        advance();
        return value;
    }
    if (m_token.kind == TokenKind::Number) {
        std::int64_t number = 0;
        const char* end = m_token.text.data() + m_token.text.size();
        const auto [stop, error] = std::from_chars(m_token.text.data(), end, number);
        if (error != std::errc() || stop != end)
            fail("not a whole number: " + m_token.text);
        advance();
        return core::Value(number);
    }
    if (takeWord("true"))
        return core::Value(true);
    if (takeWord("false"))
        return core::Value(false);
    if (!takeWord("null"))
        fail("a value is missing");
    return {};
}

} // namespace deskwarden::simulator
