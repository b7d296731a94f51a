// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/LinkFlow.h"

#include "models/texts/Texts.h"
#include "ui/acts/ActFlow.h"
#include "ui/connect/ConnectFlow.h"
#include "ui/sessions/FilterBar.h"

#include <QMessageBox>
#include <QPushButton>
#include <QWidget>

#include <algorithm>
#include <string_view>

namespace deskwarden::ui {

namespace {

/// A bare name is any way to that host.
bool isMeant(const core::ServerAddress& linked, const core::ServerAddress& known)
{
    return linked == known || (linked.transport == core::Transport::Automatic && linked.host == known.host &&
                               known.transport != core::Transport::Demo);
}

QString shown(std::string_view untrusted)
{
    return models::plainText(untrusted);
}

} // namespace

LinkFlow::LinkFlow(QWidget& window, desk::Console& console, ConnectFlow& connecting, ActFlow& acting, FilterBar& filter)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_connecting(connecting)
    , m_acting(acting)
    , m_filter(filter)
{}

void LinkFlow::follow(const core::ConsoleLink& link)
{
    raise();
    delete m_question; // unanswered, it asks about the link before
    if (!link.user.empty()) {
        m_filter.clear();
        m_filter.setWords(QString::fromStdString(link.user));
    }
    if (!link.ticket.empty())
        m_acting.setReason(QString::fromStdString(link.ticket));
    if (link.server)
        go(*link.server);
    else if (m_console.links().empty())
        m_connecting.openDialog();
}

void LinkFlow::raise()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.raise();
    m_window.activateWindow();
}

void LinkFlow::go(const core::ServerAddress& server)
{
    const auto& links = m_console.links();
    const auto open = std::ranges::find_if(
        links, [&](const auto& candidate) { return isMeant(server, candidate->profile().address); });
    if (open != links.end()) {
        models::SessionFilter place;
        place.server = (*open)->server();
        m_filter.setPlace(place, m_console.sessions().serverName((*open)->server()));
        return;
    }
    const auto& known = m_console.services().servers.servers();
    const auto used = std::ranges::find_if(
        known, [&](const storage::KnownServer& candidate) { return isMeant(server, candidate.profile.address); });
    if (used != known.end()) {
        m_connecting.offer(used->profile);
        return;
    }
    core::ServerProfile unknown;
    unknown.address = server;
    ask(unknown);
}

void LinkFlow::ask(const core::ServerProfile& unknown)
{
    m_question = new QMessageBox(&m_window);
    m_question->setObjectName(QStringLiteral("unknownServerQuestion"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setIcon(QMessageBox::Warning);
    m_question->setWindowTitle(tr("A link to another server"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setText(
        tr("A link names a server that this console has never connected to: %1").arg(shown(unknown.address.text())));
    m_question->setInformativeText(
        tr("Go on only if you know it: the next step asks for your password. A link never connects by itself."));
    QPushButton* const yes = m_question->addButton(tr("&Connect…"), QMessageBox::AcceptRole);
    QPushButton* const no = m_question->addButton(tr("Do &not connect"), QMessageBox::RejectRole);
    yes->setObjectName(QStringLiteral("connectAnywayButton"));
    no->setObjectName(QStringLiteral("doNotConnectButton"));
    m_question->setDefaultButton(no);
    m_question->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, [this, unknown] { m_connecting.offer(unknown); });
    m_question->open();
}

} // namespace deskwarden::ui
