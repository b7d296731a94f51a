// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/farm/Table.h"

#include <memory>
#include <string>

namespace deskwarden::simulator {

/// The instances of one of the classes beside the sessions; nullptr for a class that is not served.
[[nodiscard]] std::shared_ptr<const Table> neighbourTable(const management::ClassSchema& schema,
                                                          const FarmLayout& layout,
                                                          const std::vector<VirtualMachine>& machines,
                                                          const SessionTable& sessions, TimePoint now);

/// "20260214093000.125000+000" (DSP0004 5.2.4)
[[nodiscard]] core::DateTime dmtfTime(TimePoint time);

} // namespace deskwarden::simulator
