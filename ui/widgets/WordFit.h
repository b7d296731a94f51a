// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <vector>

class QToolButton;
class QWidget;

namespace deskwarden::ui {

/// Keeps a line of buttons within the width of its widget: where there is no room, the buttons of the first group show
/// their icons only, then those of the next one. Thread: GUI. Owner: the widget; it outlives the buttons' words only.
class WordFit final : public QObject
{
    Q_OBJECT

public:
    using Groups = std::vector<std::vector<QToolButton*>>;

    WordFit(QWidget& line, Groups groups);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    QWidget& m_line;
    const Groups m_groups;
    bool m_isFitting = false;
};

} // namespace deskwarden::ui
