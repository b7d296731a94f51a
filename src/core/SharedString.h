// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

namespace deskwarden::core {

/// An immutable UTF-8 text of eight bytes' size that copies share, or null (WMI's NULL, which is not the empty text).
/// Thread: a value; copies of one text may be used and destroyed on different threads.
class SharedString final
{
public:
    SharedString() noexcept = default;
    explicit SharedString(std::string_view text);
    SharedString(const SharedString& other) noexcept;
    SharedString(SharedString&& other) noexcept;
    SharedString& operator=(const SharedString& other) noexcept;
    SharedString& operator=(SharedString&& other) noexcept;
    ~SharedString();

    [[nodiscard]] bool isNull() const noexcept { return m_block == nullptr; }
    [[nodiscard]] bool isEmpty() const noexcept { return view().empty(); }
    /// The text; empty for null. Valid while a copy of this string lives.
    [[nodiscard]] std::string_view view() const noexcept;
    [[nodiscard]] std::string toString() const { return std::string(view()); }

    /// True if both share one block: a quick "surely equal". Different blocks may still hold equal texts.
    [[nodiscard]] bool isSameBlock(const SharedString& other) const noexcept { return m_block == other.m_block; }
    [[nodiscard]] bool isUnshared() const noexcept;

    friend bool operator==(const SharedString& left, const SharedString& right) noexcept;
    /// Null sorts before the empty text; texts by their bytes.
    friend std::strong_ordering operator<=>(const SharedString& left, const SharedString& right) noexcept;

private:
    struct Block;
    void release() noexcept;

    Block* m_block = nullptr;
};

/// Keeps one SharedString per distinct text, so that a hundred thousand rows share their hosts, collections and
/// domains. Thread: any; guarded inside.
class StringPool final
{
public:
    [[nodiscard]] SharedString intern(std::string_view text);
    /// Drops the texts that nobody else holds. Call between snapshots, not per row.
    void prune();
    [[nodiscard]] std::size_t size() const;

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
        std::size_t operator()(const SharedString& text) const noexcept { return (*this)(text.view()); }
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
