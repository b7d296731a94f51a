// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/QueryEndings.h"

#include <system_error>
#include <utility>

namespace deskwarden::desk {

QueryEndings::QueryEndings(core::StartThread startThread)
    : m_startThread(std::move(startThread))
{}

void QueryEndings::end(Queries queries)
{
    std::erase_if(m_endings, [](const Ending& ending) { return ending.isOver.load(); });
    if (queries.empty())
        return;
    for (const auto& query : queries)
        query->requestStop();
    const auto held = std::make_shared<Queries>(std::move(queries));
    Ending& ending = m_endings.emplace_back();
    try {
        ending.thread = m_startThread([held, &ending](const std::stop_token&) {
            held->clear();
            ending.isOver = true;
        });
    } catch (const std::system_error&) {
        held->clear();
        m_endings.pop_back();
    }
}

} // namespace deskwarden::desk
