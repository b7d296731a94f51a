// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/palette/PaletteStock.h"
#include "ui/widgets/BackgroundWork.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListView;

namespace deskwarden::ui {

class PaletteModel;

/// One field over everything that the sources have: what is typed is looked up on another thread, the arrow keys go
/// along what was found, Enter chooses, Escape closes. Enter waits for what was typed last: nothing is chosen that
/// belongs to an earlier text. Thread: GUI.
class PaletteDialog final : public QDialog
{
    Q_OBJECT

public:
    PaletteDialog(const std::vector<PaletteSource>& sources, QWidget* parent,
                  core::StartThread startThread = core::startThread);

signals:
    /// The dialog is closed by then.
    void chosen(const deskwarden::ui::PaletteEntry& entry);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Found
    {
        std::size_t stock = 0;
        PaletteHit hit;
    };
    struct AllFinds
    {
        std::vector<Found> best;
        std::size_t total = 0;
    };
    using Stocks = std::vector<std::shared_ptr<const PaletteStock>>;

    [[nodiscard]] static AllFinds findIn(const Stocks& stocks, const PaletteQuery& query, const std::stop_token& stop);
    void layOut();
    void search();
    void showFinds(const QString& typed, const AllFinds& finds);
    bool handleKey(int key);
    void step(int direction);
    void setCurrent(int row);
    void choose();

    Stocks m_stocks;
    QLineEdit* m_field;
    QListView* m_list;
    QLabel* m_count;
    PaletteModel* m_model;
    bool m_isAnswered = false; ///< the list answers what is typed now
    bool m_isChoiceDue = false;
    BackgroundWork m_work; // last: what it brings touches all above
};

} // namespace deskwarden::ui
