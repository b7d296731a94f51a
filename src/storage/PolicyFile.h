// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/Policy.h"

#include <QByteArray>
#include <QString>

namespace deskwarden::storage {

/// Reads the system-wide policy, a JSON object. No file means that everything is allowed. A file that cannot be read or
/// understood, down to an unknown word, means read-only, with the reason in Policy::problem: a typing error must not
/// open what an administrator meant to close.
[[nodiscard]] management::Policy readPolicyFile(const QString& file);
/// What holds on this machine: the file of StoragePlaces, and on Windows also what group policy wrote into the registry
/// (HKLM\Software\Policies\Deskwarden); of both, the stricter.
[[nodiscard]] management::Policy readSystemPolicy();
/// A policy from a file's content; `name` goes into the problem.
[[nodiscard]] management::Policy readPolicy(const QByteArray& content, const QString& name);

} // namespace deskwarden::storage
