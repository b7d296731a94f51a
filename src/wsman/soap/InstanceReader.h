// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Value.h"
#include "wsman/soap/AlikeRows.h"
#include "wsman/soap/TextCache.h"

#include <pugixml.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::wsman {

/// Turns the element of an instance into a core::Instance: both wire forms (an element named after the class, and
/// w:XmlFragment for a projection), NULL, empty and absent told apart, arrays by repetition, date and time wrappers,
/// embedded instances and references. Scalars stay texts: the wire carries no types.
/// Thread: one at a time. Fails: Malformed for nesting or numbers of properties that no class has.
class InstanceReader final
{
public:
    InstanceReader();

    /// `fallbackClass` names the class of a w:XmlFragment, which does not say.
    [[nodiscard]] core::Result<core::Instance> read(pugi::xml_node element, std::string_view fallbackClass);
    /// Rows written like one that was read as `first`, a property for each cell.
    void readAlike(const core::Instance& first, std::span<const AlikeRows::Cell> cells,
                   std::vector<core::Instance>& into);
    /// The properties below any element of the class or of a method's answer.
    [[nodiscard]] core::Result<std::vector<core::Property>> readProperties(pugi::xml_node element);

private:
    class Scope;

    [[nodiscard]] core::Result<std::vector<core::Property>> propertiesOf(pugi::xml_node element, int depth);
    [[nodiscard]] core::Result<core::Value> valueOf(pugi::xml_node element, bool hasAttributes, int depth);
    [[nodiscard]] core::Result<core::Value> compoundOf(pugi::xml_node element, pugi::xml_node first, int depth);
    [[nodiscard]] core::Value reference(pugi::xml_node element);
    void rememberName(std::size_t position, core::SharedString name);

    std::unique_ptr<TextCache> m_texts;
    std::vector<core::SharedString> m_names; ///< of the last instance, distinct: the next one is built alike
    std::vector<ColumnTexts> m_columns;      ///< of the rows that are alike
    core::SharedString m_className;
};

} // namespace deskwarden::wsman
