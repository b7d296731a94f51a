// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Policy.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace deskwarden::storage {

/// Reads a policy, a JSON object. No file means that everything is allowed. A file that cannot be read or understood,
/// down to an unknown word or a key that is there twice, means read-only, with the reason in Policy::problem: a typing
/// error must not open what an administrator meant to close. What is no plain file, or larger than a megabyte, is not
/// read at all. Thread: any. Blocks: for a small file of this computer.
[[nodiscard]] management::Policy readPolicyFile(const QString& name);
/// The same for the policy of a whole computer, which is believed only if nobody but root (or the user of this number;
/// on Windows an administrator) can have written it.
[[nodiscard]] management::Policy readGuardedPolicyFile(const QString& name, std::uint32_t administrator = 0);
/// What holds on this machine: the guarded file of StoragePlaces, and on Windows also what group policy wrote into the
/// registry (HKLM\Software\Policies\Deskwarden); of both, the stricter.
[[nodiscard]] management::Policy readSystemPolicy();
/// The newest version of the format that this program understands; a policy of a newer one means read-only. 1 is that
/// of 0.1.0, which takes a "version" for an unknown key and so allows nothing but to look.
inline constexpr std::size_t policyVersion = 2;
/// What a key's value is.
enum class PolicyKind { Flag, Number, Text, Texts };
/// The keys that a policy may have.
[[nodiscard]] QStringList policyKeys();
/// Flag for what is no key.
[[nodiscard]] PolicyKind policyKind(const QString& key);
/// A policy from a file's content; `name` goes into the problem.
[[nodiscard]] management::Policy readPolicy(const QByteArray& content, const QString& name);

} // namespace deskwarden::storage
