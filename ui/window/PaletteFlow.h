// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "ui/palette/PaletteStock.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

class QMainWindow;

namespace deskwarden::ui {

class ConnectFlow;
class PaletteDialog;
class SelectFlow;

/// From the palette (Ctrl+K) to where its choice leads: a person's row, a place, a command, a server. A person is shown
/// and selected; nothing is done to anybody.
/// Thread: GUI. Owner: the window; outlived by the console.
class PaletteFlow final : public QObject
{
    Q_OBJECT

public:
    PaletteFlow(QMainWindow& window, desk::Console& console, SelectFlow& selecting, ConnectFlow& connecting);

    /// One more sort of thing that can be found; of lines that fit alike, those of earlier sources stand first.
    void addSource(PaletteSource source) { m_sources.push_back(std::move(source)); }
    /// Of people who are found it can be asked why they cannot get in.
    void offerWhy(std::function<void(const core::Session&)> ask) { m_askWhy = std::move(ask); }
    void open();

private:
    [[nodiscard]] std::shared_ptr<const PaletteStock> people() const;
    [[nodiscard]] std::shared_ptr<const PaletteStock> commands() const;
    [[nodiscard]] std::shared_ptr<const PaletteStock> servers() const;
    [[nodiscard]] std::shared_ptr<const PaletteStock> knownServers() const;
    [[nodiscard]] std::shared_ptr<const PaletteStock> groups(PaletteKind kind) const;

    QMainWindow& m_window;
    desk::Console& m_console;
    SelectFlow& m_selecting;
    ConnectFlow& m_connecting;
    std::function<void(const core::Session&)> m_askWhy;
    std::vector<PaletteSource> m_sources;
    QPointer<PaletteDialog> m_dialog;
};

} // namespace deskwarden::ui
