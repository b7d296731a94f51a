// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace deskwarden::storage {

/// Where the programs keep their files. Decided once, at the start of a program, and handed to all that need a place.
struct StoragePlaces
{
    QString configuration; ///< folder of what a person has set
    QString data;          ///< folder of what is recorded

    /// This user's own folders, the same for every program of the project.
    [[nodiscard]] static StoragePlaces standard();

    [[nodiscard]] QString profileFile() const;
    [[nodiscard]] QString preferencesFile() const;
    [[nodiscard]] QString viewsFile() const;
    [[nodiscard]] QString pinsFile() const;
    [[nodiscard]] QString ordersFile() const;
    [[nodiscard]] QString auditFile() const;
    [[nodiscard]] QString seenFolder() const;
    /// Folder of what only a running program needs: the socket that takes links.
    [[nodiscard]] static QString runningFolder();
    /// The system-wide policy, which only an administrator can write.
    [[nodiscard]] static QString policyFile();
};

} // namespace deskwarden::storage
