// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace deskwarden::core {

/// An immutable UTF-8 text of eight bytes' size that copies share, or null (WMI's NULL, which is not the empty text).
/// Thread: a value; copies of one text may be used and destroyed on different threads.
class SharedString final
{
public:
    // Copies and looks are inline: reading a hundred thousand rows makes millions of them.
    SharedString() noexcept = default;
    explicit SharedString(std::string_view text);
    SharedString(const SharedString& other) noexcept
        : m_block(other.m_block)
    {
        if (m_block)
            m_block->references.fetch_add(1, std::memory_order_relaxed);
    }
    SharedString(SharedString&& other) noexcept
        : m_block(std::exchange(other.m_block, nullptr))
    {}
    SharedString& operator=(const SharedString& other) noexcept
    {
        SharedString copy(other);
        std::swap(m_block, copy.m_block);
        return *this;
    }
    SharedString& operator=(SharedString&& other) noexcept
    {
        std::swap(m_block, other.m_block);
        return *this;
    }
    ~SharedString()
    {
        if (m_block && m_block->references.fetch_sub(1, std::memory_order_acq_rel) == 1)
            destroy(m_block);
    }

    class Copies;

    [[nodiscard]] bool isNull() const noexcept { return m_block == nullptr; }
    [[nodiscard]] bool isEmpty() const noexcept { return view().empty(); }
    /// The text; empty for null. Valid while a copy of this string lives.
    [[nodiscard]] std::string_view view() const noexcept
    {
        return m_block ? std::string_view(m_block->text(), m_block->size) : std::string_view();
    }
    [[nodiscard]] std::string toString() const { return std::string(view()); }

    /// True if both share one block: a quick "surely equal". Different blocks may still hold equal texts.
    [[nodiscard]] bool isSameBlock(const SharedString& other) const noexcept { return m_block == other.m_block; }
    [[nodiscard]] bool isUnshared() const noexcept
    {
        return m_block && m_block->references.load(std::memory_order_acquire) == 1;
    }

    friend bool operator==(const SharedString& left, const SharedString& right) noexcept
    {
        if (left.m_block == right.m_block)
            return true;
        return left.m_block && right.m_block && left.view() == right.view();
    }
    /// Null sorts before the empty text; texts by their bytes.
    friend std::strong_ordering operator<=>(const SharedString& left, const SharedString& right) noexcept;

private:
    struct Block // the text follows it
    {
        explicit Block(std::uint32_t length) noexcept
            : size(length)
        {}
        char* text() noexcept { return static_cast<char*>(static_cast<void*>(this + 1)); }

        std::atomic<std::uint32_t> references{1};
        std::uint32_t size;
    };
    static void destroy(Block* block) noexcept;

    Block* m_block = nullptr;
};

/// Many copies of one text, counted at once: counting is what a copy costs. Thread: one at a time.
class SharedString::Copies final
{
public:
    Copies(const SharedString& text, std::uint32_t count) noexcept
        : m_block(text.m_block)
        , m_left(count)
    {
        if (m_block)
            m_block->references.fetch_add(count, std::memory_order_relaxed);
    }
    Copies(Copies&& other) noexcept
        : m_block(other.m_block)
        , m_left(std::exchange(other.m_left, 0))
    {}
    Copies(const Copies&) = delete;
    Copies& operator=(const Copies&) = delete;
    Copies& operator=(Copies&&) = delete;
    ~Copies()
    {
        if (m_block && m_left > 0 && m_block->references.fetch_sub(m_left, std::memory_order_acq_rel) == m_left)
            destroy(m_block);
    }
    /// At most as often as was said.
    [[nodiscard]] SharedString take() noexcept
    {
        SharedString copy;
        copy.m_block = m_block;
        --m_left;
        return copy;
    }

private:
    Block* m_block;
    std::uint32_t m_left;
};

/// Keeps one SharedString per distinct text, so that a hundred thousand rows share their hosts, collections and
/// domains. Thread: any; guarded inside.
class StringPool final
{
public:
    [[nodiscard]] SharedString intern(std::string_view text);
    /// Keeps that very block if it has none with the text yet. Null stays null.
    [[nodiscard]] SharedString intern(const SharedString& text);
    /// Drops the texts that nobody else holds. Call between snapshots, not per row.
    void prune();
    [[nodiscard]] std::size_t size() const;

private:
    struct Hash
    {
        using is_transparent = void;
        // Not noexcept: libstdc++ keeps a hash beside its element only where computing it might fail. Without, every
        // step along a bucket and every growth reads all the texts again.
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
        std::size_t operator()(const SharedString& text) const { return (*this)(text.view()); }
    };
    struct Equal
    {
        using is_transparent = void;
        static std::string_view view(std::string_view text) noexcept { return text; }
        static std::string_view view(const SharedString& text) noexcept { return text.view(); }
        template <typename Left, typename Right>
        bool operator()(const Left& left, const Right& right) const noexcept
        {
            return view(left) == view(right);
        }
    };

    mutable std::mutex m_mutex;
    std::unordered_set<SharedString, Hash, Equal> m_texts; // guarded by m_mutex
};

} // namespace deskwarden::core
