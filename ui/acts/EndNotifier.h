// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ActDesk.h"
#include "models/activity/ActivityBatches.h"

#include <QObject>
#include <QString>

#include <functional>
#include <unordered_set>

namespace deskwarden::ui {

/// Tells the desktop that a batch or a drain has ended, while nobody looks at the window. Thread: GUI. Owner: the
/// window; outlived by the desk and the model.
class EndNotifier final : public QObject
{
    Q_OBJECT

public:
    /// How a person is told; with failures the task bar asks for attention too.
    using Tell = std::function<void(const QString& title, const QString& text, bool hasFailures)>;
    /// Whether it is to be told: the window is not in use, and the person wants it.
    using IsWanted = std::function<bool()>;

    EndNotifier(const models::ActivityBatches& batches, const desk::ActDesk& desk, IsWanted isWanted, Tell tell,
                QObject* parent);

private:
    void look();
    void tellOf(const models::ActivityBatch& batch);
    void tellOf(const desk::DrainRun& drain);
    void tellOf(const desk::CureRun& run);

    const models::ActivityBatches& m_batches;
    const desk::ActDesk& m_desk;
    const IsWanted m_isWanted;
    const Tell m_tell;
    std::unordered_set<std::uint64_t> m_running; ///< batches that have not ended
};

} // namespace deskwarden::ui
