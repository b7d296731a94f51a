// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstddef>
#include <functional>
#include <vector>

class QAbstractItemView;
class QWidget;

namespace deskwarden::ui {

class MainWindow;

/// Plays what a person does in a real window (look, filter, select, log off) and saves a picture of each step. It uses
/// the window as a person would: by its fields, keys and buttons.
/// Thread: GUI. The window is shown and connected, or about to be.
class Tour final : public QObject
{
    Q_OBJECT

public:
    /// The folder is made where it is missing.
    Tour(MainWindow& window, const QString& folder, QObject* parent = nullptr);

    void start();
    [[nodiscard]] const QStringList& pictures() const noexcept { return m_pictures; }

signals:
    /// False, if a step did not come about in time or a picture could not be saved.
    void finished(bool isWhole);

private:
    struct Step
    {
        std::function<bool()> isReady; ///< asked again and again
        std::function<void()> play;
    };
    void addSteps();
    void addActing();
    void tick();
    void shoot(const QString& name);
    void end(bool isWhole);

    [[nodiscard]] QAbstractItemView& table() const;
    [[nodiscard]] QAbstractItemView& activity() const;
    [[nodiscard]] QWidget* dialog() const;
    [[nodiscard]] bool hasSettled() const;
    [[nodiscard]] int finishedActs() const;

    MainWindow& m_window;
    QDir m_folder;
    QStringList m_pictures;
    std::vector<Step> m_steps;
    std::size_t m_next = 0;
    bool m_isWhole = true;
    QElapsedTimer m_waiting;
    QTimer m_timer;
};

} // namespace deskwarden::ui
