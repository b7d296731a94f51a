// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/SharedString.h"

#include <cstring>
#include <limits>
#include <new>
#include <stdexcept>

namespace deskwarden::core {

SharedString::SharedString(std::string_view text)
{
    if (text.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("a text of 4 GB");
    void* memory = ::operator new(sizeof(Block) + text.size());
    m_block = new (memory) Block(static_cast<std::uint32_t>(text.size()));
    if (!text.empty())
        std::memcpy(m_block->text(), text.data(), text.size());
}

void SharedString::destroy(Block* block) noexcept
{
    block->~Block();
    ::operator delete(block);
}

std::strong_ordering operator<=>(const SharedString& left, const SharedString& right) noexcept
{
    if (left.m_block == right.m_block)
        return std::strong_ordering::equal;
    if (!left.m_block)
        return std::strong_ordering::less;
    if (!right.m_block)
        return std::strong_ordering::greater;
    return left.view() <=> right.view();
}

SharedString StringPool::intern(std::string_view text)
{
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_texts.find(text); known != m_texts.end())
        return *known;
    return *m_texts.insert(SharedString(text)).first;
}

SharedString StringPool::intern(const SharedString& text)
{
    if (text.isNull())
        return text;
    const std::lock_guard lock(m_mutex);
    return *m_texts.insert(text).first;
}

void StringPool::prune()
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_texts, [](const SharedString& text) { return text.isUnshared(); });
}

std::size_t StringPool::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_texts.size();
}

} // namespace deskwarden::core
