// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

namespace deskwarden::desk {

/// One question with one answer, which is found on a thread of its own.
/// Thread: that of its owner; `ask` and, once, `wake` run on its own. Blocks: the destructor, until `ask` has returned,
/// which is asked to stop. Fails: where no thread can be started, with the answer that its owner has for that.
template <typename Answer>
class Question final
{
public:
    using Ask = std::function<Answer(const std::stop_token&)>;

    /// `wake` tells that the answer can be taken, and must only pass the word on.
    Question(Ask ask, Answer withoutThread, const core::StartThread& start, std::function<void()> wake)
        : m_wake(std::move(wake))
    {
        try {
            m_thread = start([this, ask = std::move(ask)](const std::stop_token& stop) { tell(ask(stop)); });
        } catch (const std::system_error&) {
            tell(std::move(withoutThread));
        }
    }

    void requestStop() { m_thread.request_stop(); }
    /// The answer, once; nothing while there is none.
    [[nodiscard]] std::optional<Answer> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_answer, std::nullopt);
    }

private:
    void tell(Answer answer)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_answer = std::move(answer);
        }
        m_wake();
    }

    const std::function<void()> m_wake;
    std::mutex m_mutex;
    std::optional<Answer> m_answer; // guarded by m_mutex
    std::jthread m_thread;          // last: uses all above
};

} // namespace deskwarden::desk
