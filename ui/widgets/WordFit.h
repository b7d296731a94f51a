// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <vector>

class QToolButton;
class QWidget;

namespace deskwarden::ui {

/// Keeps a line of buttons within the width of its widget: where there is no room, the buttons of the first group show
/// their icons only, then those of the next one. It measures beside the line and changes a button only where another
/// look is needed: a change asks for a layout, and a layout measures again. Thread: GUI. Owner: the widget; it outlives
/// the buttons' words only.
class WordFit final : public QObject
{
    Q_OBJECT

public:
    using Groups = std::vector<std::vector<QToolButton*>>;

    WordFit(QWidget& line, Groups groups);
    ~WordFit() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    [[nodiscard]] int widthWith(const QToolButton& button, Qt::ToolButtonStyle look);

    QWidget& m_line;
    std::map<const QToolButton*, QString> m_toolTips; ///< given by this
    const Groups m_groups;
    /// Never shown: a button like one of the line, with another look.
    const std::unique_ptr<QToolButton> m_measure;
};

} // namespace deskwarden::ui
