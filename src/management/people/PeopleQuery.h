// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "management/people/DirectoryConnection.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace deskwarden::management {

struct PeopleQueryOptions
{
    /// Of a question with all calls that it takes: the first one needs five, of which a busy server may let each wait
    /// for seconds.
    std::chrono::milliseconds callTimeout{60'000};
    std::chrono::milliseconds firstRest{30'000}; ///< after a failure; each further one rests twice as long
    std::chrono::milliseconds longestRest{600'000};
    std::size_t namesAtOnce = 250; ///< so many answers come together; a newer wish counts in between
    std::chrono::milliseconds longestAge{std::chrono::hours(4)}; ///< of an answer; then it is asked for again
    core::StartThread startThread = core::startThread;
};

/// What a directory has told since the last time.
struct PeopleNews
{
    struct Told
    {
        AccountName name;
        PersonAnswer answer;
    };
    std::vector<Told> told;
    bool isMore = false;                        ///< of what it has told
    std::optional<core::ManagementError> error; ///< it does not tell now; nothing once it does again
};

/// Asks a directory in the background for the people that somebody looks at. The newest wish counts; one that a failure
/// leaves open is asked for again after a rest.
/// Thread: that of its owner; a thread of its own talks to the directory, and calls onNews. Blocks: the destructor for
/// at most 200 ms. Fails: into PeopleNews::error.
class PeopleQuery final
{
public:
    PeopleQuery(DirectoryConnector connector, PeopleQueryOptions options, std::function<void()> onNews);
    PeopleQuery(const PeopleQuery&) = delete;
    PeopleQuery& operator=(const PeopleQuery&) = delete;
    ~PeopleQuery();

    /// Those to be known, in this order; each may come more than once. Takes the place of what is still to be asked.
    /// Called on the query's thread, as a list may be long; it must own all that it touches.
    using Wish = std::function<std::vector<AccountName>()>;
    void want(Wish wish);
    /// Starts to end, without waiting. Thread: any.
    void requestStop();
    /// So many answers at most, the oldest first: a quick directory tells more than a window can take at once.
    [[nodiscard]] PeopleNews takeNews(std::size_t most = std::numeric_limits<std::size_t>::max());

private:
    void run(const std::stop_token& stop);
    /// The next piece of the newest wish; empty at the end.
    [[nodiscard]] std::vector<AccountName> nextNames(const std::stop_token& stop);
    void takeWish(const Wish& wish);
    [[nodiscard]] core::Result<std::vector<PersonAnswer>> ask(std::unique_ptr<DirectoryConnection>& connection,
                                                              const std::vector<AccountName>& names,
                                                              const std::stop_token& stop) const;
    void tell(const std::vector<AccountName>& names, core::Result<std::vector<PersonAnswer>> answers);

    const DirectoryConnector m_connector;
    const PeopleQueryOptions m_options;
    const std::function<void()> m_onNews;
    std::mutex m_mutex;
    std::condition_variable_any m_wished;
    Wish m_wish;                                  // guarded by m_mutex; empty: no new one
    std::optional<core::ManagementError> m_error; // guarded by m_mutex
    std::deque<PeopleNews::Told> m_told;          // guarded by m_mutex
    std::vector<AccountName> m_open;              // of the thread: still to be asked, the first last
    std::unordered_map<std::string, std::chrono::steady_clock::time_point> m_toldAt; // of the thread, by account
    std::jthread m_thread;                                                           // last: it uses the rest
};

} // namespace deskwarden::management
