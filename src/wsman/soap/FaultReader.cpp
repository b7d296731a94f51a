// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/soap/FaultReader.h"

#include "core/Value.h"
#include "management/seam/ErrorRules.h"
#include "wsman/soap/ProtocolNames.h"
#include "wsman/soap/XmlDocument.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace deskwarden::wsman {

namespace {

constexpr int deepest = 16;
constexpr std::size_t longestDetail = 4096;

std::optional<std::uint32_t> numberIn(std::string_view text)
{
    return core::Value(trimmed(text)).toUint32(); // Windows sometimes writes an HRESULT as a negative number
}

/// The first "0x8…" of eight digits in a text: an HRESULT that the server only mentions.
std::optional<std::uint32_t> hresultIn(std::string_view text)
{
    for (auto at = text.find("0x"); at != std::string_view::npos; at = text.find("0x", at + 2)) {
        const std::string_view digits = text.substr(at + 2, 8);
        std::uint32_t value = 0;
        const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        const bool isWhole = digits.size() == 8 && stop == digits.data() + digits.size();
        if (error == std::errc() && isWhole && value >= 0x80000000U)
            return value;
    }
    return std::nullopt;
}

/// White space collapsed: the messages are pretty-printed in odd ways.
std::string tidied(std::string_view text)
{
    std::string tidy;
    for (const char letter : trimmed(text)) {
        const bool isSpace = letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
        if (!isSpace)
            tidy.push_back(letter);
        else if (!tidy.empty() && tidy.back() != ' ')
            tidy.push_back(' ');
        if (tidy.size() >= longestDetail)
            break;
    }
    return tidy;
}

/// All text below an element, without that of ExtendedError.
void collectText(pugi::xml_node element, int depth, std::string& text)
{
    if (depth > deepest || text.size() > longestDetail || localName(element) == "ExtendedError")
        return;
    text.append(ownText(element)).append(" ");
    for (pugi::xml_node child = firstElement(element); child; child = nextElement(child))
        collectText(child, depth + 1, text);
}

pugi::xml_node findBelow(pugi::xml_node element, std::string_view name, int depth = 0)
{
    for (pugi::xml_node child = firstElement(element); child && depth < deepest; child = nextElement(child)) {
        if (localName(child) == name)
            return child;
        if (const pugi::xml_node found = findBelow(child, name, depth + 1))
            return found;
    }
    return {};
}

struct SubcodeStatus
{
    std::string_view nameSpace;
    std::string_view name;
    std::uint32_t code;
};

/// The status that Windows gives with each subcode: for servers that give the subcode alone.
constexpr std::array<SubcodeStatus, 22> subcodes{{
    {names::wsman, "AccessDenied", 5},
    {names::addressing, "DestinationUnreachable", 0x80338012},
    {names::addressing, "ActionNotSupported", 0x80338013},
    {names::addressing, "EndpointUnavailable", 0x80338014},
    {names::addressing, "InvalidMessageInformationHeader", 0x8033800F},
    {names::addressing, "MessageInformationHeaderRequired", 0x80338011},
    {names::enumeration, "FilteringNotSupported", 0x80338018},
    {names::enumeration, "FilterDialectRequestedUnavailable", 0x80338019},
    {names::enumeration, "CannotProcessFilter", 0x8033801A},
    {names::enumeration, "InvalidEnumerationContext", 0x8033801B},
    {names::enumeration, "TimedOut", 0x8033801C},
    {names::wsman, "CannotProcessFilter", 0x80338122},
    {names::wsman, "TimedOut", 0x80338029},
    {names::wsman, "Concurrency", 0x80338032},
    {names::wsman, "EncodingLimit", 0x80338035},
    {names::wsman, "InvalidParameter", 0x8033803A},
    {names::wsman, "InvalidSelectors", 0x8033803D},
    {names::wsman, "QuotaLimit", 0x8033803F},
    {names::wsman, "SchemaValidationError", 0x80338041},
    {names::wsman, "UnsupportedFeature", 0x80338042},
    {names::soap, "MustUnderstand", 0x80338010},
    {names::soap, "VersionMismatch", 0x8033800D},
}};

/// MI_Result, which OMI gives instead of an HRESULT, as the WMI status of the same meaning.
std::uint32_t statusOfMiResult(std::uint32_t result)
{
    switch (result) {
    case 2:
        return 0x80041003; // access denied
    case 3:
        return 0x8004100E; // invalid namespace
    case 4:
        return 0x80041008; // invalid parameter
    case 5:
        return 0x80041010; // invalid class
    case 6:
        return 0x80041002; // not found
    case 7:
        return 0x8004100C; // not supported
    case 14:
        return 0x80041018; // query language not supported
    case 15:
        return 0x80041017; // invalid query
    case 16:
        return 0x80041055; // method not available
    case 17:
        return 0x8004102E; // method not found
    case 27:
        return 0x8004106C; // server limits exceeded
    default:
        return 0x80041001; // failed
    }
}

/// One fault while it is read.
class Fault final
{
public:
    explicit Fault(pugi::xml_node element)
        : m_code(childNamed(element, "Code"))
        , m_reason(childNamed(childNamed(element, "Reason"), "Text"))
        , m_detail(childNamed(element, "Detail"))
    {}

    [[nodiscard]] core::ManagementError read() &&
    {
        m_error.kind = core::ErrorKind::Fault;
        if (const auto fault = findBelow(m_detail, "WSManFault"))
            readWsManFault(fault);
        else if (const auto error = findBelow(m_detail, "MSFT_WmiError"))
            readWmiError(error);
        else if (const auto omi = findBelow(m_detail, "OMI_Error"))
            readOmiError(omi);
        addReason();
        if (m_extendedStatus != 0 && !hasInnerStatus())
            m_error.providerCode = m_extendedStatus;
        // A number in the words helps to explain, and proves nothing: what was read so far decides.
        m_error.delivery = management::provesNotDone(m_error) ? core::Delivery::NotSent : core::Delivery::MaybeSent;
        if (!hasInnerStatus())
            addMentionedStatus();
        if (m_error.providerCode == m_error.code)
            m_error.providerCode = 0;
        return std::move(m_error);
    }

private:
    void readWsManFault(pugi::xml_node outermost)
    {
        m_error.code = numberIn(outermost.attribute("Code").value()).value_or(0);
        pugi::xml_node innermost = outermost;
        for (int depth = 0; depth < deepest; ++depth) {
            const auto next = findBelow(childNamed(innermost, "Message"), "WSManFault");
            if (!next)
                break;
            innermost = next;
        }
        m_error.providerCode = numberIn(innermost.attribute("Code").value()).value_or(0);
        std::string text;
        collectText(childNamed(innermost, "Message"), 0, text);
        m_error.detail = tidied(text);
        const auto extended = findBelow(outermost, "__ExtendedStatus");
        m_extendedStatus = numberIn(ownText(childNamed(extended, "StatusCode"))).value_or(0);
        // A newer server may put its MSFT_WmiError into the old fault.
        if (const auto error = findBelow(outermost, "MSFT_WmiError"); error && m_error.providerCode == m_error.code)
            m_error.providerCode = numberIn(ownText(childNamed(error, "error_Code"))).value_or(0);
    }

    void readWmiError(pugi::xml_node error)
    {
        m_error.code = numberIn(ownText(childNamed(error, "error_Code"))).value_or(0);
        if (const auto named = hresultIn(ownText(childNamed(error, "MessageID")))) {
            if (m_error.code == 0)
                m_error.code = *named;
            else
                m_error.providerCode = *named;
        }
        m_error.detail = tidied(ownText(childNamed(error, "Message")));
    }

    void readOmiError(pugi::xml_node error)
    {
        auto result = numberIn(ownText(childNamed(error, "OMI_Code")));
        if (!result) {
            const std::string id = ownText(childNamed(error, "MessageID"));
            if (const auto colon = id.find_last_of(':'); colon != std::string::npos)
                result = numberIn(std::string_view(id).substr(colon + 1));
        }
        if (result && *result != 0)
            m_error.code = statusOfMiResult(*result);
        m_error.detail = tidied(ownText(childNamed(error, "Message")));
    }

    /// The words and the status of the SOAP part, where the Detail gives none.
    void addReason()
    {
        const std::string subcode = fieldText(childNamed(childNamed(m_code, "Subcode"), "Value"));
        const std::string code = fieldText(childNamed(m_code, "Value"));
        if (m_error.detail.empty())
            m_error.detail = tidied(ownText(m_reason));
        if (m_error.detail.empty())
            m_error.detail = tidied(subcode.empty() ? code : subcode);
        if (m_error.code == 0)
            m_error.code = statusOf(subcode);
        if (m_error.code == 0)
            m_error.code = statusOf(code);
    }

    /// Codes are qualified names: their prefix is resolved where they stand.
    [[nodiscard]] std::uint32_t statusOf(std::string_view qualifiedName) const
    {
        const auto colon = qualifiedName.find(':');
        if (colon == std::string_view::npos)
            return 0;
        const std::string_view nameSpace = namespaceForPrefix(m_code, qualifiedName.substr(0, colon));
        const std::string_view name = qualifiedName.substr(colon + 1);
        const auto known = std::ranges::find_if(
            subcodes, [&](const SubcodeStatus& s) { return s.name == name && s.nameSpace == nameSpace; });
        return known == subcodes.end() ? 0 : known->code;
    }

    /// Beside the outer one, and another.
    [[nodiscard]] bool hasInnerStatus() const
    {
        return m_error.providerCode != 0 && m_error.providerCode != m_error.code;
    }

    /// The last resort for the cause: a number in the words.
    void addMentionedStatus()
    {
        if (const auto mentioned = hresultIn(m_error.detail))
            m_error.providerCode = *mentioned;
        if (m_error.code == 0)
            m_error.code = m_error.providerCode;
    }

    const pugi::xml_node m_code;
    const pugi::xml_node m_reason;
    const pugi::xml_node m_detail;
    std::uint32_t m_extendedStatus = 0;
    core::ManagementError m_error;
};

} // namespace

core::ManagementError readFault(pugi::xml_node fault)
{
    return Fault(fault).read();
}

} // namespace deskwarden::wsman
