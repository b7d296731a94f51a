// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/signin/KeyCheck.h"

#include "core/Names.h"

#include <algorithm>

namespace deskwarden::simulator {

const core::Value* findKey(const std::vector<core::Property>& keys, std::string_view name)
{
    const auto found = std::ranges::find_if(
        keys, [name](const core::Property& key) { return core::isSameName(key.name.view(), name); });
    return found == keys.end() ? nullptr : &found->value;
}

KeyProblem checkKeys(const management::ClassSchema& schema, const std::vector<core::Property>& keys)
{
    const bool isKeyed = std::ranges::any_of(schema.properties, &management::PropertySchema::isKey);
    if (isKeyed && keys.empty())
        return KeyProblem::NoKeys;
    for (const core::Property& key : keys) {
        const management::PropertySchema* property = schema.findProperty(key.name.view());
        if (!property || !property->isKey || findKey(keys, key.name.view()) != &key.value)
            return KeyProblem::Unknown;
    }
    for (const management::PropertySchema& property : schema.properties) {
        if (!property.isKey)
            continue;
        const core::Value* key = findKey(keys, property.name);
        if (!key)
            return KeyProblem::Missing;
        const bool isText = property.type == management::CimType::String;
        if (isText ? key->text().isNull() : !key->toUint32())
            return KeyProblem::WrongType;
    }
    return KeyProblem::None;
}

} // namespace deskwarden::simulator
