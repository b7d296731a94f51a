// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/activity/ActivityBatches.h"

#include <QTableView>

#include <cstdint>
#include <vector>

namespace deskwarden::ui {

/// The batches as rows: a head reaches over all columns, and opens or shuts its batch by a click, Enter, Space or an
/// arrow. The worst act of a new batch becomes the current one by itself, until a person chooses another. Thread: GUI.
/// Owner: outlived by the batches.
class ActivityTable final : public QTableView
{
    Q_OBJECT

public:
    explicit ActivityTable(models::ActivityBatches& batches, QWidget* parent = nullptr);

    /// Of the current line, else the newest; 0 without any.
    [[nodiscard]] std::uint64_t currentBatch() const;
    /// Lines of the model of acts; a head stands for all of its batch.
    [[nodiscard]] std::vector<int> selectedLines() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOutColumns();
    void showBatches();
    void chooseWorst();
    [[nodiscard]] bool isHead(const QModelIndex& index) const;

    models::ActivityBatches& m_batches;
    std::uint64_t m_newest = 0;    ///< batch
    bool m_isChosenByHand = false; ///< a person has chosen a line since the newest batch came
    bool m_isChoosing = false;     ///< the program does
};

} // namespace deskwarden::ui
