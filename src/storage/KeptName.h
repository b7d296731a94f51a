// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace deskwarden::storage {

/// What a person keeps in mind.
enum class KeptKind { User, Machine, VmHost };

/// A user, a machine or a VM host that a person has pinned, or has written a note on.
struct KeptName
{
    KeptKind kind = KeptKind::User;
    QString name; ///< as servers give it; of users DOMAIN\user
    bool isPinned = false;
    QString note;

    friend bool operator==(const KeptName&, const KeptName&) = default;
};

} // namespace deskwarden::storage
