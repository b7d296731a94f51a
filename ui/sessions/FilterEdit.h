// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>

namespace deskwarden::ui {

/// Where a person types for whom to look. Thread: GUI.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget* parent = nullptr);

    /// Puts the cursor there, with all of the text marked.
    void focus();
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The person wants to go on in the list (Down or Enter).
    void listRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace deskwarden::ui
