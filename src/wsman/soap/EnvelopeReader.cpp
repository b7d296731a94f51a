// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/soap/EnvelopeReader.h"

#include "core/Names.h"
#include "wsman/soap/AlikeRows.h"
#include "wsman/soap/FaultReader.h"
#include "wsman/soap/InstanceReader.h"
#include "wsman/soap/ProtocolNames.h"
#include "wsman/soap/XmlDocument.h"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <span>
#include <utility>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;
using core::failure;
using core::Result;
using management::CallContext;

constexpr std::size_t largeAnswer = std::size_t{1} << 20; // below it no reading takes long
constexpr std::size_t mostLeftBehind = 4;                 // of one connection
constexpr std::size_t mostRows = 200'000;                 // 16 MB hold a quarter of that, as servers write them

/// "uuid:" and "uuid." alike, and without regard to case: servers echo the id in their own spelling.
bool isSameMessage(std::string_view left, std::string_view right)
{
    const auto bare = [](std::string_view id) {
        const auto mark = id.find_last_of(":.");
        return mark == std::string_view::npos ? id : id.substr(mark + 1);
    };
    return core::isSameName(bare(left), bare(right));
}

/// The Body of an answer to the message. Fails as EnvelopeReader says.
Result<pugi::xml_node> openBody(const XmlDocument& document, std::string_view messageId)
{
    const pugi::xml_node envelope = document.root();
    if (localName(envelope) != "Envelope")
        return failure(localName(envelope) == "html" ? ErrorKind::NotWsman : ErrorKind::Malformed,
                       "the answer is no SOAP envelope");
    if (namespaceOf(envelope) != names::soap)
        return failure(ErrorKind::NotWsman, "the answer is SOAP of another version");
    const pugi::xml_node header = child(envelope, names::soap, "Header");
    const std::string relatesTo = fieldText(child(header, names::addressing, "RelatesTo"));
    if (!messageId.empty() && !relatesTo.empty() && !isSameMessage(relatesTo, messageId))
        return failure(ErrorKind::Malformed, "the answer belongs to another request", core::Delivery::MaybeSent);
    const pugi::xml_node body = child(envelope, names::soap, "Body");
    if (!body)
        return failure(ErrorKind::Malformed, "the answer has no body");
    if (const pugi::xml_node fault = child(body, names::soap, "Fault"))
        return failure(readFault(fault));
    return body;
}

/// EndOfSequence and Items stand in the enumeration's namespace or in WS-Management's, in either answer.
bool isEnumerationElement(pugi::xml_node element, std::string_view name)
{
    return isElement(element, names::enumeration, name) || isElement(element, names::wsman, name);
}

bool isEndpointReference(pugi::xml_node element)
{
    return isElement(element, names::addressing, "EndpointReference");
}

/// The instances of one answer, those that were cut out of it before it was parsed in their places.
class Rows final
{
public:
    /// `alike` are those that were cut out; nullptr if none were.
    Rows(std::string_view className, InstanceReader& reader, const AlikeRows* alike)
        : m_className(className)
        , m_reader(reader)
        , m_alike(alike)
    {
        if (m_alike)
            m_instances.reserve(m_alike->rows() + m_alike->keptRows());
    }

    Result<> readItems(pugi::xml_node items)
    {
        const bool isCut = m_alike && beginsWithFirstRow(items);
        std::size_t kept = 0;
        for (pugi::xml_node item = firstElement(items); item; item = nextElement(item)) {
            // Objects with their references come as w:Item; a reference alone says nothing that was asked for.
            const pugi::xml_node object = isElement(item, names::wsman, "Item") ? firstElement(item) : item;
            if (!object || isEndpointReference(object))
                continue;
            auto instance = m_reader.read(object, m_className);
            if (!instance)
                return failure(std::move(instance.error()));
            if (m_instances.size() == mostRows)
                return failure(ErrorKind::TooLarge, "more rows than any server sends in one answer");
            m_instances.push_back(std::move(*instance));
            if (isCut && !readAlike(item, kept++))
                return failure(ErrorKind::Malformed, "the rows are not what they look like");
        }
        return {};
    }
    /// Whether nothing that was cut out is missing.
    [[nodiscard]] bool isWhole() const { return !m_alike || m_read == m_alike->rows(); }
    [[nodiscard]] std::vector<core::Instance> take() { return std::move(m_instances); }

private:
    bool beginsWithFirstRow(pugi::xml_node items) const
    {
        const std::ptrdiff_t name = items.first_child().offset_debug(); // of the name, behind the "<"
        return name > 0 && static_cast<std::size_t>(name) == m_alike->firstRow() + 1;
    }
    /// What the elements of a row mean is what the parser found in the first one.
    bool isUnderstood(pugi::xml_node row, const core::Instance& instance) const
    {
        const auto& properties = instance.properties();
        if (properties.size() != m_alike->columns())
            return false;
        for (std::size_t column = 0; column < properties.size(); ++column) {
            if (properties[column].name.view() != splitName(m_alike->columnName(column)).second)
                return false;
        }
        return !m_alike->hasNil() || namespaceForPrefix(row, "xsi") == names::schemaInstance;
    }
    bool readAlike(pugi::xml_node row, std::size_t kept)
    {
        if (kept == 0) {
            m_first = m_instances.back();
            if (!isUnderstood(row, m_first))
                return false;
        }
        const std::size_t rows = m_alike->rowsAfter(kept);
        const std::size_t columns = m_alike->columns();
        m_reader.readAlike(m_first, std::span(m_alike->cells()).subspan(m_read * columns, rows * columns), m_instances);
        m_read += rows;
        return true;
    }

    const std::string_view m_className;
    InstanceReader& m_reader;
    const AlikeRows* const m_alike;
    core::Instance m_first;
    std::size_t m_read = 0;
    std::vector<core::Instance> m_instances;
};

Result<EnumerationAnswer> readSequence(pugi::xml_node response, Rows& rows)
{
    EnumerationAnswer answer;
    for (pugi::xml_node part = firstElement(response); part; part = nextElement(part)) {
        if (isEnumerationElement(part, "Items")) {
            if (auto read = rows.readItems(part); !read)
                return failure(std::move(read.error()));
        } else if (isElement(part, names::enumeration, "EnumerationContext")) {
            answer.context = fieldText(part);
        } else if (isEnumerationElement(part, "EndOfSequence")) {
            answer.isEnd = true;
        }
    }
    // Some servers end with an empty context and no EndOfSequence.
    if (answer.context && answer.context->empty())
        answer.isEnd = true;
    if (!rows.isWhole())
        return failure(ErrorKind::Malformed, "the rows do not stand where they seemed to");
    answer.instances = rows.take();
    return answer;
}

Result<EnumerationAnswer> readEnumerationFrom(std::string text, std::string_view messageId, Rows rows)
{
    XmlDocument document;
    return document.parse(std::move(text))
        .and_then([&] { return openBody(document, messageId); })
        .and_then([&](pugi::xml_node body) -> Result<EnumerationAnswer> {
            const pugi::xml_node response = firstElement(body);
            if (!isElement(response, names::enumeration, "EnumerateResponse") &&
                !isElement(response, names::enumeration, "PullResponse"))
                return failure(ErrorKind::Malformed, "the answer is not that of an enumeration");
            return readSequence(response, rows);
        });
}

Result<management::MethodResult> readOutput(pugi::xml_node body, std::string_view method, InstanceReader& reader)
{
    const pugi::xml_node output = firstElement(body);
    const std::string_view name = localName(output);
    const bool isOutput = core::isSameName(name, method) || core::isSameName(name, std::string(method) + "_OUTPUT");
    if (!output || !isOutput || nextElement(output))
        return failure(ErrorKind::Malformed, "the answer is not that of the method");
    auto properties = reader.readProperties(output);
    if (!properties)
        return failure(std::move(properties.error()));
    management::MethodResult result;
    const auto found =
        std::ranges::find_if(*properties, [](const core::Property& p) { return p.name.view() == "ReturnValue"; });
    if (found == properties->end())
        return failure(ErrorKind::Malformed, "the answer has no ReturnValue");
    const auto number = core::Value(trimmed(found->value.text().view())).toUint32();
    if (!number)
        return failure(ErrorKind::Malformed, "the ReturnValue is no number");
    result.returnValue = *number;
    properties->erase(found);
    result.outParameters = std::move(*properties);
    return result;
}

} // namespace

class EnvelopeReader::Private
{
public:
    Result<EnumerationAnswer> readEnumeration(std::string text, std::string_view messageId, std::string_view className);
    Result<core::Instance> readInstance(std::string text, std::string_view messageId, std::string_view className);
    Result<management::MethodResult> readMethod(std::string text, std::string_view messageId, std::string_view method);
    static Result<Identity> readIdentity(std::string text);

private:
    InstanceReader m_instances;
    AlikeRows m_alike;
};

Result<EnumerationAnswer> EnvelopeReader::Private::readEnumeration(std::string text, std::string_view messageId,
                                                                   std::string_view className)
{
    if (m_alike.find(text)) {
        auto answer = readEnumerationFrom(std::move(m_alike.rest()), messageId, Rows(className, m_instances, &m_alike));
        if (answer)
            return answer;
    }
    // Nothing repeats, or it only seemed to: the parser sees it all.
    return readEnumerationFrom(std::move(text), messageId, Rows(className, m_instances, nullptr));
}

Result<core::Instance> EnvelopeReader::Private::readInstance(std::string text, std::string_view messageId,
                                                             std::string_view className)
{
    XmlDocument document;
    return document.parse(std::move(text))
        .and_then([&] { return openBody(document, messageId); })
        .and_then([&](pugi::xml_node body) -> Result<core::Instance> {
            const pugi::xml_node object = firstElement(body);
            if (!object)
                return failure(ErrorKind::Malformed, "the answer holds no instance");
            return m_instances.read(object, className);
        });
}

Result<management::MethodResult> EnvelopeReader::Private::readMethod(std::string text, std::string_view messageId,
                                                                     std::string_view method)
{
    XmlDocument document;
    return document.parse(std::move(text))
        .and_then([&] { return openBody(document, messageId); })
        .and_then([&](pugi::xml_node body) { return readOutput(body, method, m_instances); });
}

Result<Identity> EnvelopeReader::Private::readIdentity(std::string text)
{
    XmlDocument document;
    return document.parse(std::move(text))
        .and_then([&] { return openBody(document, {}); })
        .and_then([&](pugi::xml_node body) -> Result<Identity> {
            // OMI puts its IdentifyResponse into the wrong namespace.
            const pugi::xml_node response = childNamed(body, "IdentifyResponse");
            if (!response)
                return failure(ErrorKind::NotWsman, "the answer to Identify is none");
            return Identity{fieldText(childNamed(response, "ProductVendor")),
                            fieldText(childNamed(response, "ProductVersion")),
                            fieldText(childNamed(response, "ProtocolVersion"))};
        });
}

EnvelopeReader::EnvelopeReader()
    : m_calls(std::make_shared<management::AbandonedCalls>(mostLeftBehind))
    , m_private(std::make_shared<Private>())
{}

EnvelopeReader::~EnvelopeReader() = default;

template <typename T, typename Read>
Result<T> EnvelopeReader::readAside(std::size_t size, const CallContext& context, Read read)
{
    if (size < largeAnswer)
        return read(*m_private);
    auto result = management::callAbandonably<T>(m_calls, context,
                                                 [reader = m_private, read = std::move(read)]() mutable -> Result<T> {
                                                     try {
                                                         return read(*reader);
                                                     } catch (const std::exception& exception) { // memory has run out
                                                         return failure(ErrorKind::OutOfResources, exception.what());
                                                     }
                                                 });
    if (!result && m_private.use_count() > 1) // it is still being used
        m_private = std::make_shared<Private>();
    return result;
}

Result<EnumerationAnswer> EnvelopeReader::readEnumeration(std::string text, std::string_view messageId,
                                                          std::string_view className, const CallContext& context)
{
    const std::size_t size = text.size();
    return readAside<EnumerationAnswer>(
        size, context,
        [text = std::move(text), id = std::string(messageId), name = std::string(className)](Private& reader) mutable {
            return reader.readEnumeration(std::move(text), id, name);
        });
}

Result<core::Instance> EnvelopeReader::readInstance(std::string text, std::string_view messageId,
                                                    std::string_view className, const CallContext& context)
{
    const std::size_t size = text.size();
    return readAside<core::Instance>(
        size, context,
        [text = std::move(text), id = std::string(messageId), name = std::string(className)](Private& reader) mutable {
            return reader.readInstance(std::move(text), id, name);
        });
}

Result<management::MethodResult> EnvelopeReader::readMethod(std::string text, std::string_view messageId,
                                                            std::string_view method, const CallContext& context)
{
    const std::size_t size = text.size();
    return readAside<management::MethodResult>(size, context,
                                               [text = std::move(text), id = std::string(messageId),
                                                name = std::string(method)](Private& reader) mutable {
                                                   return reader.readMethod(std::move(text), id, name);
                                               })
        .map_error([](core::ManagementError error) {
            if (error.kind != ErrorKind::Fault)
                error.delivery = core::Delivery::MaybeSent;
            return error;
        });
}

Result<Identity> EnvelopeReader::readIdentity(std::string text, const CallContext& context)
{
    const std::size_t size = text.size();
    return readAside<Identity>(size, context, [text = std::move(text)](Private& /*reader*/) mutable {
        return Private::readIdentity(std::move(text));
    });
}

Result<> EnvelopeReader::readEmpty(std::string text, std::string_view messageId)
{
    XmlDocument document;
    return document.parse(std::move(text)).and_then([&] { return openBody(document, messageId); }).map([](auto) {});
}

} // namespace deskwarden::wsman
