// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"

#include <atomic>
#include <memory>
#include <system_error>
#include <utility>

namespace deskwarden::support {

/// A computer that has so many threads left, and then none. Copies share the count. Thread: any.
class FewThreads final
{
public:
    explicit FewThreads(int left)
        : m_left(std::make_shared<std::atomic<int>>(left))
    {}

    void setLeft(int left) const { *m_left = left; }
    std::jthread operator()(std::function<void(std::stop_token)> body) const
    {
        if (m_left->fetch_sub(1) <= 0)
            throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
        return std::jthread(std::move(body));
    }

private:
    std::shared_ptr<std::atomic<int>> m_left;
};

} // namespace deskwarden::support
