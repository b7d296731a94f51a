// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/people/PeopleQuery.h"

#include "core/Names.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <system_error>
#include <unordered_set>
#include <utility>

namespace deskwarden::management {

namespace {

std::string keyOf(const AccountName& name)
{
    return core::lowered(name.domain + '\\' + name.user);
}

} // namespace

PeopleQuery::PeopleQuery(DirectoryConnector connector, PeopleQueryOptions options, std::function<void()> onNews)
    : m_connector(std::move(connector))
    , m_options(std::move(options))
    , m_onNews(std::move(onNews))
{
    try {
        m_thread = m_options.startThread([this](const std::stop_token& stop) { run(stop); });
    } catch (const std::system_error&) {
        m_error = core::noThread();
        m_onNews();
    }
}

PeopleQuery::~PeopleQuery() = default;

void PeopleQuery::want(Wish wish)
{
    const std::lock_guard lock(m_mutex);
    std::swap(m_wish, wish);
    m_wished.notify_all();
}

void PeopleQuery::requestStop()
{
    m_thread.request_stop();
}

PeopleNews PeopleQuery::takeNews(std::size_t most)
{
    const std::lock_guard lock(m_mutex);
    PeopleNews news;
    news.error = m_error;
    const auto end = m_told.begin() + static_cast<std::ptrdiff_t>(std::min(most, m_told.size()));
    news.told.assign(std::make_move_iterator(m_told.begin()), std::make_move_iterator(end));
    m_told.erase(m_told.begin(), end);
    news.isMore = !m_told.empty();
    return news;
}

void PeopleQuery::takeWish(const Wish& wish)
{
    const auto now = std::chrono::steady_clock::now();
    m_open.clear();
    std::unordered_set<std::string> seen;
    for (AccountName& name : wish()) {
        std::string key = keyOf(name);
        const auto told = m_toldAt.find(key);
        const bool isKnown = told != m_toldAt.end() && now - told->second < m_options.longestAge;
        if (!isKnown && seen.insert(std::move(key)).second)
            m_open.push_back(std::move(name));
    }
    std::ranges::reverse(m_open);
}

std::vector<AccountName> PeopleQuery::nextNames(const std::stop_token& stop)
{
    for (;;) {
        Wish wish;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wished.wait(lock, stop, [this] { return m_wish || !m_open.empty(); }))
                return {};
            std::swap(wish, m_wish);
        }
        if (wish)
            takeWish(wish);
        const std::size_t count = std::min(m_options.namesAtOnce, m_open.size());
        if (count > 0)
            return {m_open.rbegin(), m_open.rbegin() + static_cast<std::ptrdiff_t>(count)};
    }
}

core::Result<std::vector<PersonAnswer>> PeopleQuery::ask(std::unique_ptr<DirectoryConnection>& connection,
                                                         const std::vector<AccountName>& names,
                                                         const std::stop_token& stop) const
{
    if (!connection) {
        auto made = m_connector();
        if (!made)
            return core::failure(std::move(made).error());
        connection = *std::move(made);
    }
    auto answers = connection->lookUp(names, CallContext::within(m_options.callTimeout, stop));
    if (answers && answers->size() != names.size())
        return core::failure(core::ErrorKind::Malformed, core::DirectoryProblem::Unreadable);
    return answers;
}

void PeopleQuery::tell(const std::vector<AccountName>& names, core::Result<std::vector<PersonAnswer>> answers)
{
    if (answers) {
        m_open.resize(m_open.size() - names.size());
        for (const AccountName& name : names)
            m_toldAt[keyOf(name)] = std::chrono::steady_clock::now();
    }
    {
        const std::lock_guard lock(m_mutex);
        m_error = answers ? std::nullopt : std::optional(answers.error());
        for (std::size_t i = 0; answers && i < names.size(); ++i)
            m_told.push_back({names[i], std::move(answers->at(i))});
    }
    m_onNews();
}

void PeopleQuery::run(const std::stop_token& stop)
{
    std::unique_ptr<DirectoryConnection> connection;
    std::chrono::milliseconds rest = m_options.firstRest;
    while (!stop.stop_requested()) {
        const std::vector<AccountName> names = nextNames(stop);
        if (names.empty())
            return;
        auto answers = ask(connection, names, stop);
        if (stop.stop_requested())
            return;
        const bool isTold = answers.has_value();
        tell(names, std::move(answers));
        if (isTold) {
            rest = m_options.firstRest;
            continue;
        }
        std::unique_lock lock(m_mutex);
        m_wished.wait_for(lock, stop, rest, [] { return false; });
        rest = std::min(rest * 2, m_options.longestRest);
    }
}

} // namespace deskwarden::management
