// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/report/EnvelopeParts.h"

#include "core/Names.h"
#include "wsman/report/ReportVocabulary.h"
#include "wsman/soap/XmlDocument.h"

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

namespace deskwarden::wsman {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t deepest = 256; // what stands deeper is of no known element

bool isAllOf(std::string_view text, std::string_view letters)
{
    return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

bool isNumberText(std::string_view text)
{
    text = trimmed(text);
    if (text == "true" || text == "false")
        return true;
    if (text.starts_with('-'))
        text.remove_prefix(1);
    return text.size() <= 20 && isAllOf(text, "0123456789");
}

/// An xs:duration.
bool isDuration(std::string_view text)
{
    text = trimmed(text);
    return text.starts_with("P") && text.size() <= 30 && isAllOf(text, "PYMDTHS0123456789.");
}

/// As in xml:lang: "en-US".
bool isLanguage(std::string_view text)
{
    const auto isLower = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    const auto isUpper = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const bool hasRegion = text.size() == 5 && text[2] == '-' && isUpper(text[3]) && isUpper(text[4]);
    return (text.size() == 2 || hasRegion) && isLower(text[0]) && isLower(text[1]);
}

bool hasForm(std::string_view text, const char* form)
{
    return std::regex_match(text.begin(), text.end(), std::regex(form));
}

/// As Windows and this project's simulator tell what they are, and nothing else: a version may be an address.
bool isProduct(std::string_view name, std::string_view text)
{
    if (name == "ProductVendor")
        return text == "Microsoft Corporation";
    if (name == "ProductVersion")
        return hasForm(text, R"(OS: \d{1,2}\.\d\.\d{1,5} SP: \d\.\d Stack: \d\.\d)");
    return name == "OSVersion" && hasForm(text, R"(\d{1,2}\.\d\.\d{1,5})");
}

bool isTruth(std::string_view name, std::string_view text)
{
    return (name == "mustUnderstand" || name == "nil") &&
           (text == "0" || text == "1" || text == "true" || text == "false");
}

/// Goes through a message once.
class Scanner final
{
public:
    Scanner(std::string_view message, const std::function<void(const EnvelopePart&)>& sink)
        : m_rest(message)
        , m_sink(sink)
    {}

    void run()
    {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        if (m_rest.starts_with(mark))
            give(PartKind::Kept, mark.size());
        m_isXml = isEnvelope();
        while (!m_rest.empty()) {
            if (m_rest.front() == '<')
                markup();
            else
                text(m_rest.substr(0, m_rest.find('<')));
        }
    }

private:
    struct Element
    {
        std::string name;     ///< local
        std::string property; ///< what its text is the value of
    };

    /// Of a page of another server nothing is known.
    [[nodiscard]] bool isEnvelope() const
    {
        std::size_t place = m_rest.find('<');
        while (m_rest.substr(std::min(place, m_rest.size())).starts_with("<?") ||
               m_rest.substr(std::min(place, m_rest.size())).starts_with("<!"))
            place = m_rest.find('<', place + 1);
        if (place == std::string_view::npos)
            return false;
        const std::string_view tag = m_rest.substr(place + 1);
        return splitName(tag.substr(0, tag.find_first_of(" \t\r\n/>"))).second == "Envelope";
    }

    void give(PartKind kind, std::size_t length)
    {
        length = std::min(length, m_rest.size());
        if (length > 0)
            m_sink({kind, m_rest.substr(0, length)});
        m_rest.remove_prefix(length);
    }

    void text(std::string_view value)
    {
        if (isAllOf(value, blanks)) {
            give(PartKind::Kept, value.size());
            return;
        }
        if (!m_isXml || m_open.empty()) {
            give(PartKind::Words, value.size());
            return;
        }
        valueOf(m_open.back().property, value);
    }

    /// The value of an element or attribute.
    void valueOf(std::string_view name, std::string_view value)
    {
        constexpr std::string_view uuid = "uuid:";
        if (value.starts_with(uuid)) {
            give(PartKind::Kept, uuid.size());
            value.remove_prefix(uuid.size());
        }
        if (name == "To" || name.starts_with("xmlns") || value.starts_with("http://") || value.starts_with("https://"))
            uri(value);
        else if (isProduct(name, value) || isTruth(name, value) || (holdsNumber(name) && isNumberText(value)) ||
                 (holdsDuration(name) && isDuration(value)))
            give(PartKind::Kept, value.size());
        else if (holdsProtocolWords(name))
            give(PartKind::Protocol, value.size());
        else if (holdsSentences(name))
            give(PartKind::Words, value.size());
        else
            give(PartKind::Name, value.size());
    }

    void uri(std::string_view value)
    {
        const std::size_t scheme = value.find("://");
        if (scheme == std::string_view::npos || !(value.starts_with("http:") || value.starts_with("https:"))) {
            give(PartKind::Protocol, value.size());
            return;
        }
        give(PartKind::Kept, scheme + 3);
        value.remove_prefix(scheme + 3);
        std::string_view host = value.substr(0, value.find('/'));
        const std::string_view path = value.substr(host.size());
        const std::size_t colon = host.rfind(':');
        const bool hasPort = colon != std::string_view::npos && isAllOf(host.substr(colon + 1), "0123456789") &&
                             host.size() - colon <= 6 && host.find(']', colon) == std::string_view::npos;
        const std::size_t port = hasPort ? host.size() - colon : 0;
        host.remove_suffix(port);
        give(isSchemaHost(host) ? PartKind::Kept : PartKind::Name, host.size());
        give(PartKind::Kept, port);
        give(PartKind::Protocol, path.size());
    }

    void markup()
    {
        if (m_rest.starts_with("<!--")) {
            enclosed("<!--", "-->", [this](std::string_view inside) { give(PartKind::Words, inside.size()); });
        } else if (m_rest.starts_with("<![CDATA[")) {
            enclosed("<![CDATA[", "]]>", [this](std::string_view inside) { text(inside); });
        } else if (m_rest.starts_with("<?xml ")) {
            enclosed("<?xml ", "?>", [this](std::string_view inside) {
                const bool isPlain =
                    inside.size() < 60 &&
                    hasForm(inside, R"~(version="1\.0"( encoding="(utf|UTF)-(8|16)")?( standalone="(yes|no)")?\s*)~");
                give(isPlain ? PartKind::Kept : PartKind::Words, inside.size());
            });
        } else if (m_rest.starts_with("<?")) {
            enclosed("<?", "?>", [this](std::string_view inside) { give(PartKind::Words, inside.size()); });
        } else if (m_rest.starts_with("<!")) {
            enclosed("<!", ">", [this](std::string_view inside) { give(PartKind::Words, inside.size()); });
        } else if (m_rest.starts_with("</")) {
            give(PartKind::Kept, 2);
            identifier(nameAhead());
            give(PartKind::Words, std::min(m_rest.find('>'), m_rest.size()));
            give(PartKind::Kept, 1);
            if (!m_open.empty())
                m_open.pop_back();
        } else {
            startTag();
        }
    }

    template <typename Inside>
    void enclosed(std::string_view begin, std::string_view end, Inside inside)
    {
        give(PartKind::Kept, begin.size());
        inside(m_rest.substr(0, m_rest.find(end)));
        give(PartKind::Kept, m_rest.starts_with(end) ? end.size() : 0);
    }

    [[nodiscard]] std::string_view nameAhead() const
    {
        return m_rest.substr(0, m_rest.find_first_of(" \t\r\n/>=<\"'"));
    }

    void identifier(std::string_view name)
    {
        const auto [prefix, local] = splitName(name);
        if (!prefix.empty()) {
            const std::size_t length = prefix.size();
            give(prefix == "xmlns" || prefix == "xml" || prefix == "xsi" ? PartKind::Kept : PartKind::Identifier,
                 length);
            give(PartKind::Kept, 1);
        } else if (name.starts_with(':')) {
            give(PartKind::Kept, 1);
        }
        give(isKnownIdentifier(local) || local == "xmlns" ? PartKind::Kept : PartKind::Identifier, local.size());
    }

    void startTag()
    {
        give(PartKind::Kept, 1);
        const std::string_view name = nameAhead();
        Element element;
        element.name = splitName(name).second;
        // A value may stand one element deeper, as in <CreateTime><cim:Datetime>.
        element.property = element.name == "Datetime" && !m_open.empty() ? m_open.back().property : element.name;
        identifier(name);
        while (!m_rest.empty() && m_rest.front() != '>' && m_rest.front() != '<' && !m_rest.starts_with("/>"))
            attribute(element);
        const bool isEmpty = m_rest.starts_with("/>");
        if (m_rest.starts_with('<'))
            return; // a broken one
        give(PartKind::Kept, isEmpty ? 2 : 1);
        if (!isEmpty && m_open.size() < deepest)
            m_open.push_back(std::move(element));
    }

    void attribute(Element& element)
    {
        if (const std::size_t blank = std::min(m_rest.find_first_not_of(blanks), m_rest.size()); blank > 0) {
            give(PartKind::Kept, blank);
            return;
        }
        const std::string_view name = nameAhead();
        if (name.empty()) { // a quote or an equals sign where none belongs
            give(PartKind::Kept, 1);
            return;
        }
        const auto [prefix, local] = splitName(name);
        const std::string property(prefix == "xmlns" ? prefix : local);
        const bool isLanguageTag = name == "xml:lang";
        if (!m_rest.substr(name.size()).starts_with("=\"") && !m_rest.substr(name.size()).starts_with("='")) {
            // No XML: nobody knows where it ends.
            give(PartKind::Words, std::min(m_rest.find_first_of("> \t\r\n"), m_rest.size()));
            return;
        }
        identifier(name);
        const char quote = m_rest[1];
        give(PartKind::Kept, 2);
        const std::string_view value = m_rest.substr(0, m_rest.find(quote));
        if ((element.name == "Selector" || element.name == "Option") && property == "Name")
            element.property = value;
        if (isLanguageTag && isLanguage(value))
            give(PartKind::Kept, value.size());
        else if (m_isXml)
            valueOf(property, value);
        else
            give(PartKind::Words, value.size());
        give(PartKind::Kept, m_rest.empty() ? 0 : 1);
    }

    std::string_view m_rest;
    const std::function<void(const EnvelopePart&)>& m_sink;
    std::vector<Element> m_open;
    bool m_isXml = false;
};

} // namespace

void takeApart(std::string_view message, const std::function<void(const EnvelopePart&)>& sink)
{
    Scanner(message, sink).run();
}

} // namespace deskwarden::wsman
