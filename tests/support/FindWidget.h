// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

namespace deskwarden::support {

/// The child of that name, which must be there: a widget, an action or a model.
template <typename Child>
Child& find(const QObject& parent, const char* name)
{
    Child* const child = parent.findChild<Child*>(QString::fromLatin1(name));
    Q_ASSERT_X(child != nullptr, "find", name);
    return *child;
}

} // namespace deskwarden::support
