// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/AuditRecord.h"

#include <QString>

namespace deskwarden::ui {

/// What became of an act of the record: "Done", "In flight".
[[nodiscard]] QString outcomeText(const storage::AuditAct& act);

} // namespace deskwarden::ui
