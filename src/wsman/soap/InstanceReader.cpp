// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/soap/InstanceReader.h"

#include "wsman/soap/ProtocolNames.h"
#include "wsman/soap/ResourceUri.h"
#include "wsman/soap/XmlDocument.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;
using core::failure;
using core::Property;
using core::Result;
using core::Value;

constexpr int deepestValue = 16;
constexpr std::size_t mostProperties = 1024;

bool isNil(pugi::xml_node element) noexcept
{
    const auto nil = attribute(element, names::schemaInstance, "nil");
    const std::string_view value = trimmed(nil.value());
    return value == "true" || value == "1";
}

bool isDateTimeName(std::string_view name) noexcept
{
    static constexpr std::array<std::string_view, 5> known{"Datetime", "Date", "Time", "Interval", "CIM_DateTime"};
    return std::ranges::find(known, name) != known.end();
}

/// "e:Win32_Process_Type" says Win32_Process; without an xsi:type the namespace of the first child does.
std::string_view embeddedClass(pugi::xml_node element, pugi::xml_node first) noexcept
{
    std::string_view type = trimmed(attribute(element, names::schemaInstance, "type").value());
    if (const auto colon = type.find(':'); colon != std::string_view::npos)
        type.remove_prefix(colon + 1);
    if (type.ends_with("_Type"))
        type.remove_suffix(5);
    return type.empty() ? lastSegment(namespaceOf(first)) : type;
}

/// The properties of one element as they come in. An array is its element repeated: the repetitions are collected
/// apart, because a long array must not be copied for each of them.
class PropertyList final
{
public:
    explicit PropertyList(std::size_t expected) { m_properties.reserve(expected); }

    [[nodiscard]] std::size_t size() const noexcept { return m_properties.size(); }
    [[nodiscard]] bool endsWith(std::string_view name) const noexcept
    {
        return !m_properties.empty() && m_properties.back().name.view() == name;
    }
    /// Its place; size() if there is none.
    [[nodiscard]] std::size_t find(std::string_view name)
    {
        if (m_properties.size() <= few) {
            const auto found =
                std::ranges::find_if(m_properties, [name](const Property& p) { return p.name.view() == name; });
            return static_cast<std::size_t>(found - m_properties.begin());
        }
        for (std::size_t place = m_places.size(); place < m_properties.size(); ++place)
            m_places.emplace(m_properties[place].name.view(), place); // their texts stay where they are
        const auto found = m_places.find(name);
        return found == m_places.end() ? m_properties.size() : found->second;
    }
    void append(const core::SharedString& name, Value&& value)
    {
        Property& property = m_properties.emplace_back(); // filled in place: moving a value is the dearest part
        property.name = name;
        property.value = std::move(value);
    }
    void repeat(std::size_t index, Value value)
    {
        auto [array, isNew] = m_arrays.try_emplace(index);
        if (isNew)
            array->second.push_back(std::move(m_properties[index].value));
        array->second.push_back(std::move(value));
    }
    [[nodiscard]] std::vector<Property> take()
    {
        for (auto& [index, array] : m_arrays)
            m_properties[index].value = Value(std::move(array));
        return std::move(m_properties);
    }

private:
    std::vector<Property> m_properties;
    static constexpr std::size_t few = 16; ///< are found sooner without an index

    std::unordered_map<std::string_view, std::size_t>
        m_places; ///< of the first of them, filled when they are looked for
    std::unordered_map<std::size_t, core::ValueArray> m_arrays;
};

} // namespace

/// Which children of an element are properties: those in the element's own namespace, in none, or in that of some class
/// (a method's answer by OMI stands in the DMTF's). The answer is remembered per prefix.
class InstanceReader::Scope final
{
public:
    explicit Scope(pugi::xml_node parent)
        : m_parent(parent)
    {}

    [[nodiscard]] bool isProperty(pugi::xml_node element, std::string_view prefix, bool hasAttributes)
    {
        const bool isInherited = !hasAttributes || !declaresNamespace(element);
        if (m_isKnown && isInherited && prefix == m_prefix)
            return m_isProperty;
        const std::string_view nameSpace = namespaceForPrefix(element, prefix);
        const bool isProperty = nameSpace.empty() || nameSpace.starts_with(names::wmiResource) ||
                                nameSpace.starts_with(names::cimResource) || nameSpace == namespaceOf(m_parent);
        if (isInherited) {
            m_isKnown = true;
            m_prefix = prefix;
            m_isProperty = isProperty;
        }
        return isProperty;
    }

private:
    [[nodiscard]] static bool declaresNamespace(pugi::xml_node element) noexcept
    {
        for (auto attribute = element.first_attribute(); attribute; attribute = attribute.next_attribute()) {
            if (std::string_view(attribute.name()).starts_with("xmlns"))
                return true;
        }
        return false;
    }

    const pugi::xml_node m_parent;
    std::string_view m_prefix;
    bool m_isKnown = false;
    bool m_isProperty = false;
};

InstanceReader::InstanceReader()
    : m_texts(std::make_unique<TextCache>())
{}

Result<core::Instance> InstanceReader::read(pugi::xml_node element, std::string_view fallbackClass)
{
    const std::string_view name = localName(element);
    const std::string_view className =
        name == "XmlFragment" && namespaceOf(element) == names::wsman ? fallbackClass : name;
    if (m_className.isNull() || m_className.view() != className)
        m_className = core::SharedString(className);
    auto properties = propertiesOf(element, 0);
    if (!properties)
        return failure(std::move(properties.error()));
    return core::Instance(m_className, std::move(*properties));
}

void InstanceReader::readAlike(const core::Instance& first, std::span<const AlikeRows::Cell> cells,
                               std::vector<core::Instance>& into)
{
    const std::size_t columns = first.properties().size();
    const std::size_t rows = cells.size() / columns;
    if (m_columns.size() < columns)
        m_columns.resize(columns);
    std::vector<core::SharedString::Copies> names;
    names.reserve(columns);
    for (const Property& property : first.properties())
        names.emplace_back(property.name, static_cast<std::uint32_t>(rows));
    auto cell = cells.begin();
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<Property> properties(columns);
        for (std::size_t column = 0; column < columns; ++column, ++cell) {
            properties[column].name = names[column].take();
            if (!cell->isNil)
                properties[column].value.setText(m_columns[column].share(cell->text, *m_texts));
        }
        into.emplace_back(first.className(), std::move(properties));
    }
}

Result<std::vector<Property>> InstanceReader::readProperties(pugi::xml_node element)
{
    return propertiesOf(element, 0);
}

Result<std::vector<Property>> InstanceReader::propertiesOf(pugi::xml_node element, int depth)
{
    if (depth > deepestValue)
        return failure(ErrorKind::Malformed, "instances nested too deeply");
    PropertyList properties(depth == 0 ? m_names.size() : 4);
    bool isAsBefore = depth == 0;
    Scope scope(element);
    for (pugi::xml_node child = firstElement(element); child; child = nextElement(child)) {
        const auto [prefix, name] = splitName(child.name());
        const bool hasAttributes = static_cast<bool>(child.first_attribute());
        if (!scope.isProperty(child, prefix, hasAttributes))
            continue;
        const std::size_t position = properties.size();
        // Rows of one list are built alike: where this one follows the last, its names are known and distinct.
        isAsBefore = isAsBefore && position < m_names.size() && m_names[position].view() == name;
        if (isAsBefore && !hasAttributes && !child.first_child()) {
            properties.append(m_names[position], Value(m_texts->share(child.value())));
            continue;
        }
        auto value = valueOf(child, hasAttributes, depth);
        if (!value)
            return failure(std::move(value.error()));
        if (isAsBefore) {
            properties.append(m_names[position], std::move(*value));
            continue;
        }
        if (properties.endsWith(name)) {
            properties.repeat(position - 1, std::move(*value));
            continue;
        }
        if (const std::size_t same = properties.find(name); same < position) {
            properties.repeat(same, std::move(*value));
            continue;
        }
        if (position == mostProperties)
            return failure(ErrorKind::Malformed, "an instance has too many properties");
        properties.append(m_texts->share(name), std::move(*value));
        if (depth == 0)
            rememberName(position, m_texts->share(name));
    }
    return properties.take();
}

Result<Value> InstanceReader::valueOf(pugi::xml_node element, bool hasAttributes, int depth)
{
    if (hasAttributes && isNil(element))
        return Value();
    if (!element.first_child()) // the whole text stands in the element itself
        return Value(m_texts->share(element.value()));
    const pugi::xml_node first = firstElement(element);
    return first ? compoundOf(element, first, depth) : Value(m_texts->share(ownText(element)));
}

Result<Value> InstanceReader::compoundOf(pugi::xml_node element, pugi::xml_node first, int depth)
{
    const std::string_view nameSpace = namespaceOf(first);
    const bool isAlone = !nextElement(first) && !firstElement(first);
    if (isAlone && isDateTimeName(localName(first)) && (nameSpace == names::cim || nameSpace.empty()))
        return Value(core::DateTime{m_texts->share(fieldText(first))});
    if (nameSpace == names::addressing)
        return reference(localName(first) == "EndpointReference" ? first : element);
    auto properties = propertiesOf(element, depth + 1);
    if (!properties)
        return failure(std::move(properties.error()));
    return Value(core::Instance(m_texts->share(embeddedClass(element, first)), std::move(*properties)));
}

Value InstanceReader::reference(pugi::xml_node element)
{
    const pugi::xml_node parameters = child(element, names::addressing, "ReferenceParameters");
    const std::string resource = fieldText(child(parameters, names::wsman, "ResourceURI"));
    std::vector<Property> keys;
    const pugi::xml_node selectors = child(parameters, names::wsman, "SelectorSet");
    for (pugi::xml_node key = firstElement(selectors); key && keys.size() < mostProperties; key = nextElement(key)) {
        const std::string_view name = key.attribute("Name").value();
        if (name != "__cimnamespace")
            keys.push_back({m_texts->share(name), Value(m_texts->share(ownText(key)))});
    }
    return Value(core::Instance(m_texts->share(lastSegment(resource)), std::move(keys)));
}

void InstanceReader::rememberName(std::size_t position, core::SharedString name)
{
    m_names.resize(position); // what followed belonged to a row of another build
    m_names.push_back(std::move(name));
}

} // namespace deskwarden::wsman
