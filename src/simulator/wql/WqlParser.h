// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/wql/WqlQuery.h"

namespace deskwarden::simulator {

/// Reads one WQL text by recursive descent.
/// Thread: one. Owner: WqlQuery::parse, for one text.
class WqlParser final
{
public:
    explicit WqlParser(std::string_view text)
        : m_text(text)
    {}
    [[nodiscard]] core::Result<WqlQuery> parse();

private:
    enum class TokenKind { End, Word, Text, Number, Sign };
    struct Token
    {
        TokenKind kind = TokenKind::End;
        std::string text;
    };

    void advance();
    void readText(char quote);
    void readSign();
    bool takeWord(std::string_view word);
    bool takeSign(std::string_view sign);
    [[nodiscard]] std::string takeName(const char* what);
    void parseColumns();
    std::size_t parseOr(int depth);
    std::size_t parseAnd(int depth);
    std::size_t parseTerm(int depth);
    std::size_t parseComparison();
    [[nodiscard]] core::Value parseLiteral();
    std::size_t add(WqlQuery::Condition condition);
    void fail(std::string why);

    std::string_view m_text;
    std::size_t m_place = 0;
    Token m_token;
    std::string m_problem; // the first one; empty while all is well
    WqlQuery m_query;
};

} // namespace deskwarden::simulator
