// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Policy.h"
#include "storage/Preferences.h"

#include <QString>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace deskwarden::ui {

enum class PreferencePage { Appearance, Lists, Acts, Messages, Versions };

/// A number with the words around it.
struct NumberChoice
{
    storage::NumberKey key;
    QString suffix;  ///< behind the number, with its blank
    QString atLeast; ///< what the least value is called, if it is more than a number
};
/// One of a few words.
struct WordChoice
{
    storage::TextKey key;
    std::vector<std::pair<QString, QString>> words; ///< what is kept, and what people read
};

/// A text that a person writes.
struct TextChoice
{
    storage::TextKey key;
    QString example;       ///< shown while nothing is written
    QString ofPolicy = {}; ///< what holds instead, where policy has fixed it
};

/// A setting as a person sees it: a new one is an entry in PreferenceSpec.cpp.
struct PreferenceSpec
{
    PreferencePage page;
    QString title;
    QString hint; ///< what it does, in a sentence; says when it takes effect, if that is not at once
    std::variant<storage::FlagKey, NumberChoice, WordChoice, TextChoice> choice;
    std::optional<bool> fixed = std::nullopt; ///< the value of a flag that policy has fixed; any other choice: it has

    [[nodiscard]] const char* name() const;
};

/// All of them, in the order in which they are shown. Texts are translated now.
/// Thread: GUI.
[[nodiscard]] std::vector<PreferenceSpec> preferenceSpecs(const management::Policy& policy);
[[nodiscard]] QString pageTitle(PreferencePage page);

} // namespace deskwarden::ui
