// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "models/table/FilterProposals.h"
#include "ui/sessions/TableState.h"
#include "ui/widgets/NoticePanel.h"

#include <QWidget>

#include <cstddef>
#include <optional>

namespace deskwarden::ui {

class FilterBar;
class SessionView;
class StateMessage;
class TroubleBanner;

/// The middle of the window: the table of sessions with its filter, and what is to be said about it: what policy
/// forbids, what is wrong with the lists, why no row is shown. Thread: GUI. Outlived by the console.
class SessionPane final : public QWidget
{
    Q_OBJECT

public:
    SessionPane(desk::Console& console, QWidget* parent);

    [[nodiscard]] FilterBar& filter() noexcept { return *m_filter; }
    [[nodiscard]] SessionView& view() noexcept { return *m_view; }

    /// Tells of acts and policy, whatever the window shows.
    [[nodiscard]] NoticePanel& notice() noexcept { return *m_notice; }

    /// Something leads to its table: it is to be seen.
    void bringForward() { emit broughtForward(); }
    /// Stands until the selection changes.
    void showNotice(NoticePanel::Kind kind, const QString& sentence, const QString& nextStep = {});
    /// A server cannot be closed yet.
    void showRefusal(desk::CloseRefusal refusal);
    /// What an earlier run has left in flight is being looked up.
    void showLeftBehind(std::size_t acts);
    /// Selects the row of a session, and shows all rows if it is hidden; says if it is gone.
    void showSession(const core::Session& session);
    /// What policy forbids, instead of what was said about one act.
    void showPolicy();
    /// The numbers of sessions, and why there are none.
    void showState();
    /// What is wrong with the lists, as time goes by.
    void showTrouble();

signals:
    void broughtForward();
    void filtered(const deskwarden::models::SessionFilter& filter);
    /// A server could not be asked as it is told to be.
    void connectionRequested();
    /// The active broker is to take the place of this passive one.
    void switchRequested(const deskwarden::core::ServerId& passive);

private:
    enum class Due { Nothing, First, All };

    void goOn(Due due);
    void selectDue();
    void selectWanted();
    [[nodiscard]] models::FilterNames names() const;
    void applyFilter(const models::SessionFilter& filter);
    void cure(Remedy remedy);

    desk::Console& m_console;
    FilterBar* m_filter;
    NoticePanel* m_notice;
    TroubleBanner* m_trouble;
    SessionView* m_view;
    StateMessage* m_message;
    std::optional<core::Session> m_wanted; ///< is selected as soon as it has come to the screen
    Due m_due = Due::Nothing;              ///< what is selected as soon as the filter has come to the screen
    core::ServerId m_passive;              ///< the broker that the banner speaks of
    Remedy m_remedy = Remedy::None;        ///< what the button of the message does
};

} // namespace deskwarden::ui
