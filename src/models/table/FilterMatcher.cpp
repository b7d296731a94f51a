// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/FilterMatcher.h"

#include <algorithm>
#include <string>

namespace deskwarden::models {

namespace {

std::optional<bool> isMarked(FilterMark mark, const FilterSubject& subject)
{
    switch (mark) {
    case FilterMark::Ghost:
        return subject.isGhost;
    case FilterMark::Stuck:
        return subject.isStuck;
    case FilterMark::Broken:
        if (subject.session.state == core::ConnectState::Absent)
            return std::nullopt;
        return subject.session.state == core::ConnectState::Down;
    case FilterMark::Several:
        return subject.isUserOnSeveral;
    case FilterMark::Stale:
        return subject.isStale;
    }
    return std::nullopt;
}

/// With one mark that is there it is not asked for what is not known of the others.
std::optional<bool> isMarkedAny(const std::vector<FilterMark>& marks, const FilterSubject& subject)
{
    std::optional<bool> answer = false;
    for (const FilterMark mark : marks) {
        const std::optional<bool> one = isMarked(mark, subject);
        if (one == true)
            return true;
        if (!one)
            answer = std::nullopt;
    }
    return answer;
}

bool isAnyOf(const std::vector<NamePattern>& patterns, std::string_view name)
{
    return std::ranges::any_of(patterns, [name](const NamePattern& pattern) { return pattern.matches(name); });
}

/// NULL is not known; the empty text is a name that nothing fits.
std::optional<bool> isNamed(const std::vector<NamePattern>& patterns, const core::SharedString& name)
{
    return name.isNull() ? std::nullopt : std::optional(isAnyOf(patterns, name.view()));
}

std::optional<bool> isTimed(const FilterTerm& term, const std::optional<std::int64_t>& minutes)
{
    if (!minutes)
        return std::nullopt;
    return term.isMore ? *minutes >= term.minutes : *minutes < term.minutes;
}

std::optional<bool> isUser(const std::vector<NamePattern>& patterns, const core::Session& session)
{
    if (!core::hasUser(session))
        return std::nullopt;
    // With the domain before it, so that DOMAIN\user is found as a whole, and the user alone as a word of it.
    return isAnyOf(patterns, core::accountName(session)) || isAnyOf(patterns, session.userName.view());
}

} // namespace

FilterMatcher::FilterMatcher(const FilterQuery& query, Accents accents)
{
    for (const FilterTerm& term : query.terms) {
        if (term.field == FilterField::Word)
            continue;
        const bool isTime = term.field == FilterField::Gone || term.field == FilterField::Idle;
        const auto same = std::ranges::find_if(m_conditions, [&](const Condition& condition) {
            return !isTime && condition.term.field == term.field && condition.term.isNegated == term.isNegated;
        });
        const bool isNew = same == m_conditions.end();
        Condition& condition = isNew ? m_conditions.emplace_back() : *same;
        if (isNew) {
            condition.term = term;
        } else {
            condition.term.states.insert(condition.term.states.end(), term.states.begin(), term.states.end());
            condition.term.marks.insert(condition.term.marks.end(), term.marks.begin(), term.marks.end());
        }
        for (const QString& text : term.texts)
            condition.patterns.emplace_back(text, accents);
    }
}

std::optional<bool> FilterMatcher::holds(const Condition& condition, const FilterSubject& subject)
{
    const core::Session& session = subject.session;
    switch (condition.term.field) {
    case FilterField::Word:
        return true;
    case FilterField::User:
        return isUser(condition.patterns, session);
    case FilterField::Name:
        return isNamed(condition.patterns, subject.name);
    case FilterField::Machine:
        return isNamed(condition.patterns, session.vmName);
    case FilterField::Host:
        return isAnyOf(condition.patterns, session.key.vmHostName.view());
    case FilterField::Collection:
        return isAnyOf(condition.patterns, subject.collection) ||
               isAnyOf(condition.patterns, session.collectionId.view());
    case FilterField::Client:
        return isNamed(condition.patterns, session.clientMachineName);
    case FilterField::Server:
        return isAnyOf(condition.patterns, session.key.server.address.view()) ||
               isAnyOf(condition.patterns, subject.server);
    case FilterField::Id:
        return isAnyOf(condition.patterns, std::to_string(session.key.sessionId));
    case FilterField::State:
        if (session.state == core::ConnectState::Absent)
            return std::nullopt;
        return std::ranges::find(condition.term.states, session.state) != condition.term.states.end();
    case FilterField::Mark:
        return isMarkedAny(condition.term.marks, subject);
    case FilterField::Gone:
        return isTimed(condition.term, subject.gone);
    case FilterField::Idle:
        return isTimed(condition.term, subject.idle);
    }
    return std::nullopt;
}

bool FilterMatcher::matches(const FilterSubject& subject) const
{
    return std::ranges::all_of(m_conditions, [&subject](const Condition& condition) {
        const std::optional<bool> answer = holds(condition, subject);
        return answer && *answer != condition.term.isNegated;
    });
}

} // namespace deskwarden::models
