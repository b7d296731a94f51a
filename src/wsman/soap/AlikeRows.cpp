// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/soap/AlikeRows.h"

#include <algorithm>
#include <array>
#include <optional>

namespace deskwarden::wsman {

namespace {

constexpr std::string_view itemsEnd = "Items>";
constexpr std::string_view nilEnd = " xsi:nil=\"true\"/>";
constexpr std::size_t fewest = 8;        // rows that are worth it
constexpr std::size_t mostColumns = 256; // as many as no class has
constexpr std::size_t mostKept = 1024;   // other rows among them

/// Bytes that stand for themselves in a text. All others are left to the parser: markup, references, line ends that XML
/// changes, and what no document may hold.
constexpr std::array<bool, 256> plainBytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < plain.size(); ++byte)
        plain[byte] = byte != '<' && byte != '>' && byte != '&';
    plain['\t'] = true;
    return plain;
}();

/// Of names; others are rare and left to the parser.
constexpr std::array<bool, 256> nameBytes = [] {
    std::array<bool, 256> name{};
    for (const char letter : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:-."))
        name[static_cast<unsigned char>(letter)] = true;
    return name;
}();

std::size_t lengthOf(std::string_view text, const std::array<bool, 256>& bytes) noexcept
{
    std::size_t length = 0;
    while (length < text.size() && bytes[static_cast<unsigned char>(text[length])])
        ++length;
    return length;
}

/// Takes pieces off the front of a text.
class Pieces final
{
public:
    explicit Pieces(std::string_view text)
        : m_left(text)
    {}
    [[nodiscard]] bool take(std::string_view piece) noexcept
    {
        if (!m_left.starts_with(piece))
            return false;
        m_left.remove_prefix(piece.size());
        return true;
    }
    [[nodiscard]] std::string_view takeAll(const std::array<bool, 256>& bytes) noexcept
    {
        const std::string_view taken = m_left.substr(0, lengthOf(m_left, bytes));
        m_left.remove_prefix(taken.size());
        return taken;
    }
    /// The rest of a start tag behind its name, with attributes as the specification has them (XML 1.0, 3.1) but one
    /// blank between them. Says whether the element is empty; nothing if it is no such tag.
    [[nodiscard]] std::optional<bool> takeTagEnd() noexcept
    {
        while (take(" ")) {
            if (takeAll(nameBytes).empty() || !take("="))
                return std::nullopt;
            const char quote = take("\"") ? '"' : take("'") ? '\'' : '\0';
            const auto end = quote == '\0' ? std::string_view::npos : m_left.find(quote);
            if (end == std::string_view::npos || m_left.substr(0, end).find('<') != std::string_view::npos)
                return std::nullopt;
            m_left.remove_prefix(end + 1);
        }
        if (take("/>"))
            return true;
        return take(">") ? std::optional(false) : std::nullopt;
    }
    /// A text up to the next tag, references and line ends included.
    [[nodiscard]] bool takeText() noexcept
    {
        const auto end = m_left.find('<');
        if (end == std::string_view::npos || m_left.substr(0, end).find('\0') != std::string_view::npos)
            return false;
        m_left.remove_prefix(end);
        return true;
    }
    [[nodiscard]] std::string_view left() const noexcept { return m_left; }

private:
    std::string_view m_left;
};

/// The bytes of an element whose children hold nothing but text, at the front of the text; 0 if there is none. Where it
/// ends follows from the grammar alone, given that it begins where an element may.
std::size_t flatElement(std::string_view text) noexcept
{
    Pieces pieces(text);
    if (!pieces.take("<"))
        return 0;
    const std::string_view name = pieces.takeAll(nameBytes);
    if (name.empty() || pieces.takeTagEnd() != false)
        return 0;
    while (pieces.take("<")) {
        if (pieces.take("/"))
            return pieces.take(name) && pieces.take(">") ? text.size() - pieces.left().size() : 0;
        const std::string_view child = pieces.takeAll(nameBytes);
        const auto isEmpty = child.empty() ? std::nullopt : pieces.takeTagEnd();
        if (!isEmpty)
            return 0;
        if (*isEmpty)
            continue;
        if (!pieces.takeText() || !pieces.take("</") || !pieces.take(child) || !pieces.take(">"))
            return 0;
    }
    return 0;
}

/// UTF-8 without a mark at its front, or with a declaration that names no other encoding: then bytes are what the
/// parser sees, too.
bool isPlainUtf8(std::string_view text) noexcept
{
    if (text.size() < 2 || text[0] != '<')
        return false;
    if (!text.starts_with("<?"))
        return nameBytes[static_cast<unsigned char>(text[1])];
    const std::string_view declaration = text.substr(0, text.find("?>"));
    return declaration.find("encoding") == std::string_view::npos ||
           declaration.find("\"UTF-8\"") != std::string_view::npos ||
           declaration.find("\"utf-8\"") != std::string_view::npos;
}

} // namespace

bool AlikeRows::find(std::string_view text)
{
    clear();
    const auto items = text.find(itemsEnd);
    if (items == std::string_view::npos || !isPlainUtf8(text))
        return false;
    m_firstRow = items + itemsEnd.size();
    std::string_view left = text.substr(m_firstRow);
    const std::size_t first = flatElement(left);
    if (first == 0 || !learn(left.substr(0, first)))
        return false;
    m_rest.assign(text.substr(0, m_firstRow + first));
    m_kept.push_back(0);
    left.remove_prefix(first);
    for (;;) {
        std::size_t length = matchRow(left);
        if (length != 0) {
            ++m_kept.back();
            ++m_rows;
        } else {
            length = m_kept.size() < mostKept ? flatElement(left) : 0;
            if (length == 0)
                break;
            m_rest.append(left.substr(0, length));
            m_kept.push_back(0);
        }
        left.remove_prefix(length);
    }
    m_rest.append(left);
    return m_rows >= std::max(fewest, m_kept.size());
}

/// The parts of the first row, which flatElement() has found well formed.
bool AlikeRows::learn(std::string_view row)
{
    Pieces pieces(row);
    static_cast<void>(pieces.take("<"));
    const std::string_view name = pieces.takeAll(nameBytes);
    static_cast<void>(pieces.takeTagEnd());
    m_open = row.substr(0, row.size() - pieces.left().size());
    m_close = row.substr(row.size() - name.size() - 3);
    while (pieces.left() != m_close) {
        static_cast<void>(pieces.take("<"));
        const std::string_view column = pieces.takeAll(nameBytes);
        if (m_columns.size() == mostColumns)
            return false;
        m_columns.push_back(column);
        if (pieces.take("/>") || pieces.take(nilEnd))
            continue;
        if (!pieces.take(">"))
            return false; // attributes
        static_cast<void>(pieces.takeAll(plainBytes));
        if (!pieces.take("</") || !pieces.take(column) || !pieces.take(">"))
            return false;
    }
    return !m_columns.empty();
}

/// The bytes of a row like the first one at the front of the text, its cells taken; 0 if there is none.
std::size_t AlikeRows::matchRow(std::string_view text)
{
    const std::size_t before = m_cells.size();
    const auto reject = [&]() -> std::size_t {
        m_cells.resize(before);
        return 0;
    };
    Pieces pieces(text);
    if (!pieces.take(m_open))
        return 0;
    for (const std::string_view column : m_columns) {
        if (!pieces.take("<") || !pieces.take(column))
            return reject();
        if (pieces.take(">")) {
            m_cells.push_back({pieces.takeAll(plainBytes), false});
            if (!pieces.take("</") || !pieces.take(column) || !pieces.take(">"))
                return reject();
        } else if (pieces.take("/>")) {
            m_cells.push_back({std::string_view(""), false});
        } else if (pieces.take(nilEnd)) {
            m_cells.push_back({std::string_view(), true});
            m_hasNil = true;
        } else {
            return reject();
        }
    }
    return pieces.take(m_close) ? text.size() - pieces.left().size() : reject();
}

void AlikeRows::clear()
{
    m_rest.clear();
    m_columns.clear();
    m_kept.clear();
    m_cells.clear();
    m_rows = 0;
    m_hasNil = false;
}

} // namespace deskwarden::wsman
