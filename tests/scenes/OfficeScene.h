// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <memory>
#include <optional>
#include <utility>

namespace deskwarden::support {

/// The main window over an office of 60 sessions, in which it is not looked for longer than a second whether a session
/// has gone. Thread: GUI.
class OfficeScene final
{
public:
    static constexpr int patience = 60'000;

    OfficeScene()
    {
        fixture.preferences.setValue(storage::preference::verifySeconds, 1);
        fillOffice(broker(), 60);
    }
    [[nodiscard]] FakeBroker& broker() { return fixture.broker(office); }

    /// Shows the window, connected, with the ten sessions on this host.
    void open(desk::Services services, QSize size, const QString& host)
    {
        m_window = std::make_unique<ui::MainWindow>(std::move(services));
        m_window->resize(size);
        m_window->show();
        m_window->connectTo(profileFor(office), core::Secret());
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 60, patience);
        find<QLineEdit>(*m_window, "filterEdit").setText(host);
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 10, patience);
    }
    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] QAbstractItemView& table() { return find<QAbstractItemView>(*m_window, "sessionTable"); }

    /// Confirms; with minutes, users are told first and have that long.
    static void confirm(ui::ConfirmationDialog& dialog, std::optional<int> minutes)
    {
        // Some acts begin with a message, so that it is switched off, too.
        find<QCheckBox>(dialog, "messageFirstCheck").setChecked(minutes.has_value());
        if (minutes)
            find<QSpinBox>(dialog, "graceSpin").setValue(*minutes);
        find<QLineEdit>(dialog, "countEdit").setText(QString::number(dialog.plan().sessions.size()));
        find<QPushButton>(dialog, "confirmButton").click();
    }

    WindowFixture fixture;

private:
    static constexpr const char* office = "https://broker.corp.example";

    std::unique_ptr<ui::MainWindow> m_window; // ends before what it is given
};

} // namespace deskwarden::support
