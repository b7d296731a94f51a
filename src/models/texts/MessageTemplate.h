// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/acting/GracePeriod.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace deskwarden::models {

/// A message with places to fill in: {user}, {minutes}, {vm}, {ticket}. Whatever else stands in braces stays as it is;
/// templateProblem() finds it.
struct MessageTemplate
{
    QString name; ///< how it is chosen
    QString title;
    QString text;
    QString followUpTitle; ///< for those who are spared in the end
    QString followUpText;
    friend bool operator==(const MessageTemplate&, const MessageTemplate&) = default;
};

struct MessageFacts
{
    int minutes = 0;
    QString ticket;
};

/// Those that come with the program, in every language it has, its own first: users need not read what the operator
/// reads.
[[nodiscard]] std::vector<MessageTemplate> shippedTemplates();
/// Those that no log-off follows: those that come with the program, and of the given ones those that say no {minutes}.
[[nodiscard]] std::vector<MessageTemplate> noteTemplates(const std::vector<MessageTemplate>& own);
/// What the text's language has for the title, if there is none, and for the message that follows a cancel.
[[nodiscard]] MessageTemplate completed(const QString& title, const QString& text);
/// As they are kept among the settings: the person's own ones; what comes with the program if there are none, or if
/// they cannot be read.
[[nodiscard]] std::vector<MessageTemplate> templatesFrom(const QString& kept);
/// Empty for what comes with the program, so that later versions can better it.
[[nodiscard]] QString keptTemplates(const std::vector<MessageTemplate>& templates);
/// One sentence about what is wrong with a template: a place that nobody fills in, or more than the server takes.
[[nodiscard]] QString templateProblem(const QString& title, const QString& text);

/// One pass: what is filled in is never filled in again, whatever a user's name looks like. With no minutes at all,
/// "in {minutes} min" becomes "now".
[[nodiscard]] QString filled(const QString& words, const core::Session& session, const MessageFacts& facts);

/// The acts with their warnings and withdrawals, worded for each user; `nextId` numbers them.
[[nodiscard]] std::vector<management::WarnedAct> warnedActs(std::span<const core::Session> sessions,
                                                            const management::Action& action,
                                                            const MessageTemplate& words, const MessageFacts& facts,
                                                            const std::function<std::uint64_t()>& nextId);

} // namespace deskwarden::models
