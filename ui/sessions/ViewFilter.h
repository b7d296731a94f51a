// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/SessionFilter.h"
#include "storage/SavedView.h"

#include <QString>

#include <optional>
#include <vector>

namespace deskwarden::ui {

/// The filter of a view. Nothing if the view says what this version does not understand: without that part it would
/// show more people than it is meant to.
[[nodiscard]] std::optional<models::SessionFilter> filterOf(const storage::SavedView& view);

/// A view without a name and columns that shows what this filter shows. Sessions of a pasted list are not part of it.
[[nodiscard]] storage::SavedView viewOf(const models::SessionFilter& filter, const QString& typed,
                                        const QString& placeLabel);

/// A view that comes with the program.
struct ShippedView
{
    QString id; ///< the same in every language
    storage::SavedView view;
};

/// Those views, in the language of the program.
[[nodiscard]] std::vector<ShippedView> shippedViews();

} // namespace deskwarden::ui
