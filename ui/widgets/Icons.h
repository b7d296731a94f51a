// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"
#include "management/seam/Action.h"
#include "ui/widgets/Theme.h"

#include <QIcon>

namespace deskwarden::ui {

/// The outline of that name in resources/icons/tabler, in the colour of the tone on whatever palette holds when it is
/// painted; sharp at any scale. Thread: GUI.
[[nodiscard]] QIcon outlineIcon(const char* name, Tone tone = Tone::Plain);
[[nodiscard]] QIcon applicationIcon();

/// Each state has a shape of its own.
[[nodiscard]] QIcon stateIcon(core::ConnectState state);
[[nodiscard]] QIcon actionIcon(management::ActionKind kind);
[[nodiscard]] QIcon outcomeIcon(management::OutcomeKind kind);
/// What its colour says.
[[nodiscard]] Tone outcomeTone(management::OutcomeKind kind);
[[nodiscard]] QIcon phaseIcon(management::ActionPhase phase);

} // namespace deskwarden::ui
