// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/access/AccessReport.h"
#include "models/texts/Texts.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

/// The sentences about why somebody does not get in. Thread: GUI (translations). Names from elsewhere are made safe to
/// show here.
namespace deskwarden::models {

/// What is looked for: "Is the account locked?"
[[nodiscard]] QString causeQuestion(management::AccessCause cause);
/// "Yes", "No", "Not known"
[[nodiscard]] QString answerText(management::AccessAnswer answer);
/// What was found, and what to do about it.
[[nodiscard]] Sentence describe(management::AccessCause cause, const management::AccessEvidence& evidence);
/// What a finding comes to in one sentence: all its evidence, or why it is not known; empty for what is not so.
[[nodiscard]] Sentence describe(const management::AccessFinding& finding);
/// The verdict in a sentence; where none was found, whether that is because something is not known.
[[nodiscard]] Sentence describe(const management::AccessReport& report);
/// Lines of plain text for a ticket: whom, when, what was found, what is not known.
[[nodiscard]] QString ticketText(const management::AccessReport& report, const management::AccessRequest& request,
                                 const core::ServerAddress& broker, const QDateTime& when);

/// cause, answer ("found", "not_found", "not_known"), message, remedy, sessions.
[[nodiscard]] QJsonObject toJson(const management::AccessFinding& finding);

} // namespace deskwarden::models
