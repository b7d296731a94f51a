// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/SharedString.h"

#include <atomic>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

namespace deskwarden::core {

struct SharedString::Block
{
    explicit Block(std::size_t length) noexcept
        : size(length)
    {}
    char* text() noexcept { return static_cast<char*>(static_cast<void*>(this + 1)); }

    std::atomic<std::uint32_t> references{1};
    std::size_t size;
};

SharedString::SharedString(std::string_view text)
{
    void* memory = ::operator new(sizeof(Block) + text.size());
    m_block = new (memory) Block(text.size());
    if (!text.empty())
        std::memcpy(m_block->text(), text.data(), text.size());
}

SharedString::SharedString(const SharedString& other) noexcept
    : m_block(other.m_block)
{
    if (m_block)
        m_block->references.fetch_add(1, std::memory_order_relaxed);
}

SharedString::SharedString(SharedString&& other) noexcept
    : m_block(std::exchange(other.m_block, nullptr))
{}

SharedString& SharedString::operator=(const SharedString& other) noexcept
{
    SharedString copy(other);
    std::swap(m_block, copy.m_block);
    return *this;
}

SharedString& SharedString::operator=(SharedString&& other) noexcept
{
    std::swap(m_block, other.m_block);
    return *this;
}

SharedString::~SharedString()
{
    release();
}

void SharedString::release() noexcept
{
    if (m_block && m_block->references.fetch_sub(1, std::memory_order_acq_rel) == 1) {
        m_block->~Block();
        ::operator delete(m_block);
    }
    m_block = nullptr;
}

std::string_view SharedString::view() const noexcept
{
    return m_block ? std::string_view(m_block->text(), m_block->size) : std::string_view();
}

bool SharedString::isUnshared() const noexcept
{
    return m_block && m_block->references.load(std::memory_order_acquire) == 1;
}

bool operator==(const SharedString& left, const SharedString& right) noexcept
{
    if (left.m_block == right.m_block)
        return true;
    return left.m_block && right.m_block && left.view() == right.view();
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
