// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/people/DirectoryConnection.h"

#include <condition_variable>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace deskwarden::support {

/// What a made-up directory knows and how it behaves; several connections share it. Thread: any.
class FakeDirectory final : public std::enable_shared_from_this<FakeDirectory>
{
public:
    /// "ann" of any domain is Ann Example, and so on; without a name nobody of that account is there.
    void add(const std::string& user, const std::string& fullName)
    {
        management::Person person;
        person.fullName = fullName;
        add(user, std::move(person));
    }
    void add(const std::string& user, management::Person person)
    {
        const std::lock_guard lock(m_mutex);
        person.account = user;
        m_people[user] = std::move(person);
    }
    /// From now on everybody has a name.
    void nameEverybody()
    {
        const std::lock_guard lock(m_mutex);
        m_isNamingEverybody = true;
    }
    /// The SIDs of everybody; without, they are not told.
    void setSids(std::set<std::string> sids)
    {
        const std::lock_guard lock(m_mutex);
        m_sids = std::move(sids);
    }
    /// From now on each question fails so; nothing = they are answered.
    void failWith(std::optional<core::ManagementError> error)
    {
        const std::lock_guard lock(m_mutex);
        m_error = std::move(error);
    }
    /// Questions hang until their context ends.
    void hang(bool isHanging)
    {
        const std::lock_guard lock(m_mutex);
        m_isHanging = isHanging;
        m_changed.notify_all();
    }
    [[nodiscard]] std::vector<std::string> asked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    [[nodiscard]] std::size_t questions() const
    {
        const std::lock_guard lock(m_mutex);
        return m_questions;
    }
    [[nodiscard]] management::DirectoryConnector connector()
    {
        return [self = shared_from_this()]() -> core::Result<std::unique_ptr<management::DirectoryConnection>> {
            return std::make_unique<Connection>(self);
        };
    }

private:
    class Connection final : public management::DirectoryConnection
    {
    public:
        explicit Connection(std::shared_ptr<FakeDirectory> directory)
            : m_directory(std::move(directory))
        {}
        core::Result<std::vector<management::PersonAnswer>> lookUp(const std::vector<management::AccountName>& names,
                                                                   const management::CallContext& context) override
        {
            auto answers = m_directory->answer(names, context);
            for (std::size_t i = 0; answers && i < answers->size(); ++i)
                (*answers)[i].person.photo.clear(); // only of one who is looked at
            return answers;
        }
        core::Result<management::PersonAnswer> lookAt(const management::AccountName& name,
                                                      const management::CallContext& context) override
        {
            auto answers = m_directory->answer({name}, context);
            if (!answers)
                return core::failure(answers.error());
            return answers->front();
        }
        core::Result<std::optional<std::set<std::string>>> sidsOf(const management::AccountName& /*name*/,
                                                                  const management::CallContext& /*context*/) override
        {
            const std::lock_guard lock(m_directory->m_mutex);
            return m_directory->m_sids;
        }

    private:
        const std::shared_ptr<FakeDirectory> m_directory;
    };

    core::Result<std::vector<management::PersonAnswer>> answer(const std::vector<management::AccountName>& names,
                                                               const management::CallContext& context)
    {
        std::unique_lock lock(m_mutex);
        ++m_questions;
        if (m_isHanging) {
            m_changed.wait_until(lock, context.stop, context.deadline, [this] { return !m_isHanging; });
            if (const auto end = management::ended(context))
                return core::failure(*end, core::DirectoryProblem::Silent);
        }
        if (m_error)
            return core::failure(*m_error);
        std::vector<management::PersonAnswer> answers;
        for (const management::AccountName& name : names) {
            m_asked.push_back(name.user);
            management::PersonAnswer& answer = answers.emplace_back();
            const auto known = m_people.find(name.user);
            if (known == m_people.end() && !m_isNamingEverybody)
                continue;
            answer.acquaintance = management::Acquaintance::Known;
            if (known != m_people.end())
                answer.person = known->second;
            else
                answer.person.fullName = "Full Name of " + name.user;
        }
        return answers;
    }

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<std::string, management::Person> m_people; // guarded by m_mutex
    std::optional<std::set<std::string>> m_sids;        // guarded by m_mutex
    std::optional<core::ManagementError> m_error;       // guarded by m_mutex
    std::vector<std::string> m_asked;                   // guarded by m_mutex
    std::size_t m_questions = 0;                        // guarded by m_mutex
    bool m_isHanging = false;                           // guarded by m_mutex
    bool m_isNamingEverybody = false;                   // guarded by m_mutex
};

} // namespace deskwarden::support
