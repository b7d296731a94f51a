// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/PersonLook.h"

#include "core/ManagementError.h"

#include <utility>

namespace deskwarden::desk {

namespace {

constexpr std::chrono::seconds longestLook{60};

} // namespace

PersonLook::PersonLook(QObject* parent, core::StartThread start)
    : QObject(parent)
    , m_startThread(std::move(start))
{}

PersonLook::~PersonLook() = default;

void PersonLook::wish(const management::DirectoryConnector& directory, const management::AccountName& name)
{
    m_wish = Wish{directory, name};
    m_isAsked = false;
    if (m_question)
        m_question->requestStop(); // its end begins the next one: nobody waits for it here
    else
        begin();
}

void PersonLook::cancel()
{
    m_wish.reset();
    if (m_question)
        m_question->requestStop();
}

void PersonLook::begin()
{
    m_isAsked = true;
    const auto ask = [wish = *m_wish](const std::stop_token& stop) -> Answer {
        const auto connection = wish.directory();
        if (!connection)
            return core::failure(connection.error());
        return (*connection)->lookAt(wish.name, management::CallContext::within(longestLook, stop));
    };
    m_question = std::make_unique<Question<Answer>>(ask, core::failure(core::noThread()), m_startThread, [this] {
        QMetaObject::invokeMethod(this, &PersonLook::takeAnswer, Qt::QueuedConnection);
    });
}

void PersonLook::takeAnswer()
{
    const auto answer = m_question ? m_question->take() : std::nullopt;
    if (!answer)
        return;
    m_question.reset();
    if (m_wish && !m_isAsked)
        return begin();
    const auto wish = std::exchange(m_wish, std::nullopt);
    if (wish && *answer && (*answer)->acquaintance == management::Acquaintance::Known)
        emit told(wish->name, (*answer)->person);
}

} // namespace deskwarden::desk
