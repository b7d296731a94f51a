// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/SessionTableModel.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace deskwarden::ui {

class FlowLayout;
class StateChip;

/// Which sessions are shown: words, states, and a place (server, VM host or collection) chosen elsewhere.
/// Thread: GUI.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    [[nodiscard]] const models::SessionFilter& filter() const noexcept { return m_filter; }
    /// Shows only this place; the label is what people call it. Words and states stay.
    void setPlace(const models::SessionFilter& place, const QString& label);
    void showCounts(const models::SessionCounts& counts);
    void focusField();
    void clear();

signals:
    void filterChanged(const deskwarden::models::SessionFilter& filter);
    /// The person wants to go on in the list (Down or Enter in the field).
    void listRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addChips();
    void readFilter();
    void apply();

    models::SessionFilter m_filter;
    QLineEdit* m_field;
    FlowLayout* m_chipRow;
    std::vector<StateChip*> m_chips;
    QToolButton* m_place;
    QLabel* m_summary;
    QToolButton* m_clear;
};

} // namespace deskwarden::ui
