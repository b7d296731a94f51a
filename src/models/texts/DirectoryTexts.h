// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ErrorReason.h"
#include "core/ManagementError.h"
#include "management/people/Person.h"
#include "models/texts/Texts.h"

#include <QJsonObject>
#include <QString>

/// The sentences about people and the directory that tells who they are. Thread: GUI (translations). Texts from
/// elsewhere are made safe to show here.
namespace deskwarden::models {

/// Why the directory does not tell, and what to do about it.
[[nodiscard]] Sentence describe(core::DirectoryProblem problem, const core::ManagementError& error);
/// "Locked, password expired", "In order", or "Not known" for what the directory does not tell: "In order" only if
/// every state is known.
[[nodiscard]] QString accountStateText(const management::Person& person);
/// What came of looking for somebody; empty for a person who is known.
[[nodiscard]] Sentence describe(management::Acquaintance acquaintance);

/// account, found ("known", "not_there", "other_domain", "ambiguous"), name, department, title, phone, mail, sid;
/// disabled, locked, expired and passwordExpired are null where the directory does not tell.
[[nodiscard]] QJsonObject toJson(const management::AccountName& name, const management::PersonAnswer& answer);

} // namespace deskwarden::models
