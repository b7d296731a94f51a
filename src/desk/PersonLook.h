// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "desk/Question.h"
#include "management/people/DirectoryConnection.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace deskwarden::desk {

/// Asks a directory for one person with the photo, the newest wish counting. A failure is quiet: the next wish asks
/// again.
/// Thread: GUI; each question is asked on a thread of its own. Blocks: the destructor for at most 200 ms, wish() and
/// cancel() never.
class PersonLook final : public QObject
{
    Q_OBJECT

public:
    explicit PersonLook(QObject* parent = nullptr, core::StartThread start = core::startThread);
    ~PersonLook() override;

    /// A person who was wished for before is not told any more.
    void wish(const management::DirectoryConnector& directory, const management::AccountName& name);
    void cancel();

signals:
    void told(const deskwarden::management::AccountName& name, const deskwarden::management::Person& person);

private:
    struct Wish
    {
        management::DirectoryConnector directory;
        management::AccountName name;
    };
    using Answer = core::Result<management::PersonAnswer>;

    void begin();
    void takeAnswer();

    const core::StartThread m_startThread;
    std::optional<Wish> m_wish;                   ///< that is asked for, or next
    bool m_isAsked = false;                       ///< the question under way is that wish
    std::unique_ptr<Question<Answer>> m_question; // last: its thread touches nothing else
};

} // namespace deskwarden::desk
