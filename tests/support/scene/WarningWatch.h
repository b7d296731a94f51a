// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>
#include <QtGlobal>

#include <atomic>

namespace deskwarden::support {

/// Keeps the warnings of Qt, which a missing icon is too, as long as it lives; they are still printed. At most one
/// lives. Thread: any one; warnings may come from others.
class WarningWatch final
{
public:
    WarningWatch();
    WarningWatch(const WarningWatch&) = delete;
    WarningWatch& operator=(const WarningWatch&) = delete;
    ~WarningWatch();

    /// Those since the last call.
    [[nodiscard]] QStringList take();

private:
    static void hear(QtMsgType type, const QMessageLogContext& context, const QString& text);

    QtMessageHandler m_usual;
    static std::atomic<WarningWatch*> s_watch;
};

} // namespace deskwarden::support
