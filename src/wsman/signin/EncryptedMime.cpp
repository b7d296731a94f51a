// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/EncryptedMime.h"

#include "core/Names.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace deskwarden::wsman {

using core::ErrorKind;
using core::failure;

namespace {

constexpr std::string_view boundary = "Encrypted Boundary";
constexpr std::size_t lengthPrefix = 4;
constexpr std::size_t longestSignature = 4096;
constexpr std::size_t longestPadding = 255;

std::string_view protocolName(MimeProtocol protocol)
{
    switch (protocol) {
    case MimeProtocol::Spnego:
        return "application/HTTP-SPNEGO-session-encrypted";
    case MimeProtocol::Kerberos:
        return "application/HTTP-Kerberos-session-encrypted";
    }
    return {};
}

std::string littleEndian(std::size_t number)
{
    std::string bytes;
    for (unsigned shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>((number >> shift) & 0xFF);
    return bytes;
}

std::size_t fromLittleEndian(std::string_view bytes)
{
    std::size_t number = 0;
    for (std::size_t index = lengthPrefix; index-- > 0;)
        number = (number << 8) | static_cast<unsigned char>(bytes[index]);
    return number;
}

std::string_view withoutBlanks(std::string_view text)
{
    constexpr std::string_view spaces = " \t";
    const auto first = text.find_first_not_of(spaces);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// Takes the next CRLF-ended line off the front.
std::optional<std::string_view> takeLine(std::string_view& rest)
{
    const auto end = rest.find("\r\n");
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 2);
    return line;
}

bool isDelimiter(std::string_view line)
{
    if (!line.starts_with("--"))
        return false;
    return core::isSameName(withoutBlanks(line.substr(2)), boundary);
}

/// "OriginalContent: type=…;charset=UTF-8;Length=123"
std::optional<std::size_t> originalLength(std::string_view line)
{
    constexpr std::string_view name = "OriginalContent:";
    constexpr std::string_view key = "length=";
    line = withoutBlanks(line);
    if (!core::startsWithName(line, name))
        return std::nullopt;
    for (std::size_t start = name.size(); start < line.size();) {
        const auto end = line.find(';', start);
        const std::string_view part =
            withoutBlanks(line.substr(start, end == std::string_view::npos ? end : end - start));
        if (core::startsWithName(part, key)) {
            std::size_t length = 0;
            const std::string_view digits = part.substr(key.size());
            const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
            return error == std::errc() && stop == digits.data() + digits.size() ? std::optional(length) : std::nullopt;
        }
        start = end == std::string_view::npos ? line.size() : end + 1;
    }
    return std::nullopt;
}

constexpr std::string_view blanksAndLineEnds = " \t\r\n";

/// What follows the data: "--Encrypted Boundary--", and behind it an epilogue (RFC 2046 5.1.1) of blank lines at most.
/// OMI sends several.
bool isClosing(std::string_view rest)
{
    const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
    const std::string_view delimiter = withoutBlanks(line);
    if (!line.starts_with("--") || !delimiter.ends_with("--") || delimiter.size() < 4)
        return false;
    return core::isSameName(withoutBlanks(delimiter.substr(2, delimiter.size() - 4)), boundary) &&
           rest.find_first_not_of(blanksAndLineEnds, line.size()) == std::string_view::npos;
}

tl::unexpected<core::ManagementError> tampered(const char* why)
{
    return failure(ErrorKind::MessageTampered, why, core::Delivery::MaybeSent);
}

} // namespace

std::string encryptedContentType(MimeProtocol protocol)
{
    std::string type = "multipart/encrypted;protocol=\"";
    type += protocolName(protocol);
    type += "\";boundary=\"";
    type += boundary;
    type += '"';
    return type;
}

bool isEncryptedContentType(std::string_view contentType)
{
    return core::startsWithName(withoutBlanks(contentType), "multipart/encrypted");
}

std::string writeEncryptedMime(const SealedMessage& message, MimeProtocol protocol, MimeIndent indent)
{
    const std::string_view tab = indent == MimeIndent::Tab ? "\t" : "";
    // The length is that of the plain text and its padding (MS-WSMV 2.2.9.1), which is the ciphertext's own: the
    // mechanisms keep everything that they add in the header.
    std::string body;
    body.reserve(message.header.size() + message.ciphertext.size() + 320);
    body.append("--").append(boundary).append("\r\n");
    body.append(tab).append("Content-Type: ").append(protocolName(protocol)).append("\r\n");
    body.append(tab).append("OriginalContent: type=application/soap+xml;charset=UTF-8;Length=");
    body.append(std::to_string(message.ciphertext.size())).append("\r\n--").append(boundary).append("\r\n");
    body.append(tab).append("Content-Type: application/octet-stream\r\n");
    body.append(littleEndian(message.header.size())).append(message.header).append(message.ciphertext);
    body.append("--").append(boundary).append("--\r\n");
    return body;
}

core::Result<EncryptedParts> readEncryptedMime(std::string_view body)
{
    std::string_view rest = body;
    rest.remove_prefix(std::min(rest.find_first_not_of(blanksAndLineEnds), rest.size()));
    const auto opening = takeLine(rest);
    if (!opening || !isDelimiter(*opening))
        return tampered("the encrypted answer does not start with its boundary");
    std::optional<std::size_t> plainSize;
    for (;;) {
        const auto line = takeLine(rest);
        if (!line)
            return tampered("the encrypted answer has no second part");
        if (isDelimiter(*line))
            break;
        if (const auto length = originalLength(*line))
            plainSize = length;
    }
    const auto contentType = takeLine(rest);
    if (!contentType || !core::startsWithName(withoutBlanks(*contentType), "Content-Type:"))
        return tampered("the encrypted data has no content type");
    if (!plainSize)
        return tampered("the encrypted answer does not say its length");
    if (rest.size() < lengthPrefix)
        return tampered("the encrypted answer is cut short");
    const std::size_t headerSize = fromLittleEndian(rest);
    rest.remove_prefix(lengthPrefix);
    if (headerSize > longestSignature || headerSize > rest.size() || *plainSize > rest.size() - headerSize)
        return tampered("the lengths in the encrypted answer do not fit");

    EncryptedParts parts;
    parts.header = rest.substr(0, headerSize);
    rest.remove_prefix(headerSize);
    parts.plainSize = *plainSize;
    // Length counts the plain text; a mechanism that pads sends a few bytes more, up to the closing delimiter.
    for (std::size_t padding = 0; padding <= longestPadding && *plainSize + padding <= rest.size(); ++padding) {
        if (isClosing(rest.substr(*plainSize + padding))) {
            parts.ciphertext = rest.substr(0, *plainSize + padding);
            return parts;
        }
    }
    return tampered("the encrypted answer does not end where its lengths say");
}

} // namespace deskwarden::wsman
