// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"

#include <QString>

#include <map>

namespace deskwarden::models {

/// What people call servers; one that is not there goes by its address.
using ServerNames = std::map<core::ServerId, QString>;

} // namespace deskwarden::models
