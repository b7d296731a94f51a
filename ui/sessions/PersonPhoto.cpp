// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/PersonPhoto.h"

#include "desk/PeopleCache.h"
#include "models/texts/Texts.h"
#include "ui/sessions/PersonPicture.h"

#include <QPixmap>

#include <chrono>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr int photoSide = 56;
// Going along the list with the arrow keys asks for nobody.
constexpr std::chrono::milliseconds beforeAsking{250};

management::AccountName photoAccountOf(const core::Session& session)
{
    return {session.domainName.toString(), session.userName.toString()};
}

} // namespace

PersonPhoto::PersonPhoto(const desk::PeopleCache& people, QWidget* parent, core::StartThread startThread)
    : QLabel(parent)
    , m_people(people)
    , m_look(nullptr, startThread)
    , m_work(nullptr, std::move(startThread))
{
    setObjectName(QStringLiteral("personPhoto"));
    setAlignment(Qt::AlignTop | Qt::AlignRight);
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(beforeAsking);
    connect(&m_soon, &QTimer::timeout, this, &PersonPhoto::ask);
    connect(&m_look, &desk::PersonLook::told, this, &PersonPhoto::take);
}

void PersonPhoto::showNobody()
{
    m_session.reset();
    m_soon.stop();
    m_look.cancel();
    show({});
}

void PersonPhoto::showUserOf(const core::Session& session)
{
    const bool isSameUser = m_session && m_session->key.server == session.key.server &&
                            m_session->userName == session.userName && m_session->domainName == session.domainName;
    if (!isSameUser) {
        showNobody();
        m_isAsked = false;
    }
    m_session = session;
    // Somebody whom the directory does not know by name has no photo either.
    if (!m_isAsked && !m_soon.isActive() && m_people.find(session) != nullptr)
        m_soon.start();
}

void PersonPhoto::ask()
{
    if (!m_session)
        return;
    const desk::DirectoryOfServer directory = m_people.directoryOf(m_session->key.server);
    m_isAsked = true;
    if (directory && *directory)
        m_look.wish(**directory, photoAccountOf(*m_session));
}

void PersonPhoto::take(const management::AccountName& name, const management::Person& person)
{
    if (!m_session || photoAccountOf(*m_session) != name || person.photo.empty())
        return;
    const qreal scale = devicePixelRatioF();
    // Without a thread there is no photo: a text would say no more.
    (void)m_work.start(
        [photo = this, name, bytes = person.photo, scale](const std::stop_token&) -> std::function<void()> {
            QImage picture = personPicture(bytes, static_cast<int>(photoSide * scale));
            picture.setDevicePixelRatio(scale);
            return [photo, name, picture] {
                if (photo->m_session && photoAccountOf(*photo->m_session) == name)
                    photo->show(picture);
            };
        });
}

void PersonPhoto::show(const QImage& picture)
{
    setVisible(!picture.isNull());
    setPixmap(QPixmap::fromImage(picture));
    setAccessibleName(picture.isNull() ? QString() : tr("Photo of %1").arg(models::accountText(*m_session)));
}

} // namespace deskwarden::ui
