// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "desk/PersonLook.h"
#include "ui/widgets/BackgroundWork.h"

#include <QImage>
#include <QLabel>
#include <QTimer>

#include <optional>

namespace deskwarden::desk {
class PeopleCache;
} // namespace deskwarden::desk

namespace deskwarden::ui {

/// The photo of a session's user, where a directory has one; else it takes no room. It is asked for a moment after the
/// session was shown, and made a picture on another thread.
/// Thread: GUI. Owner: the details; outlived by the cache. Blocks: never; the destructor up to 200 ms.
class PersonPhoto final : public QLabel
{
    Q_OBJECT

public:
    PersonPhoto(const desk::PeopleCache& people, QWidget* parent, core::StartThread startThread = core::startThread);

    void showUserOf(const core::Session& session);
    void showNobody();

private:
    void ask();
    void take(const management::AccountName& name, const management::Person& person);
    void show(const QImage& picture);

    const desk::PeopleCache& m_people;
    std::optional<core::Session> m_session;
    bool m_isAsked = false; ///< for the user of that session
    QTimer m_soon;
    desk::PersonLook m_look;
    BackgroundWork m_work; ///< last: posts to all above
};

} // namespace deskwarden::ui
