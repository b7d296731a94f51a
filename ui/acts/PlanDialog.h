// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Policy.h"

#include <QDialog>
#include <QString>

#include <cstddef>

class QAbstractItemModel;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QTabWidget;

namespace deskwarden::storage {
class Preferences;
} // namespace deskwarden::storage

namespace deskwarden::ui {

class ConfirmationEntry;
class NoticePanel;
class ReasonField;

/// What a PlanDialog asks.
struct PlanQuestion
{
    QString title;         ///< "Turn off VDI-0042?"
    QString who;           ///< of one: what it is; several stand in the lists
    QString consequence;   ///< what happens to them
    QString warning;       ///< on how many somebody may be working; empty = none
    QString splits;        ///< by state and host, a line each
    QString confirmLabel;  ///< the button
    std::size_t count = 0; ///< that are hit; 0 = there is nothing to confirm
    std::size_t leftOut = 0;
    bool isTyped = false; ///< the number is typed before
    bool isByEnter = false;
    bool canBeTakenBack = true;
};

/// Asks before something is done to machines, as ConfirmationDialog asks about sessions: what, to which, who is left
/// out, and why it is done. Enter confirms only where the question says so; a large plan needs its number typed.
/// Thread: GUI.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    /// Tickets of late can be chosen; the reason is what policy wants.
    void offerTickets(storage::Preferences& preferences, const management::Policy& policy);
    void setVisible(bool isShown) override;

signals:
    /// Once, and the dialog closes.
    void confirmed(const QString& reason);

protected:
    explicit PlanDialog(QWidget* parent);

    void showLists(QAbstractItemModel& hit, QAbstractItemModel& leftOut);
    void showQuestion(const PlanQuestion& question);
    /// Something else to be filled in, above the reason; it gets the focus first.
    void addField(QLabel& label, QLineEdit& field);
    /// Whether all is filled in but what every plan asks for.
    void setFilledIn(bool isFilledIn);
    /// A column with nothing to say in it.
    void hideColumn(int column, bool isHidden);
    /// Of the lists as they are now.
    void fitColumns();
    [[nodiscard]] const management::Policy& policy() const noexcept { return m_policy; }

private:
    void layOut();
    [[nodiscard]] QTableView* makeTable(const char* name);
    void updateButton();
    void confirm();
    void fitSize();

    management::Policy m_policy;
    PlanQuestion m_question;
    bool m_isFilledIn = true;
    QLineEdit* m_field = nullptr;
    QLabel* m_title;
    QLabel* m_who;
    QLabel* m_consequence;
    NoticePanel* m_warning;
    QLabel* m_splits;
    QTabWidget* m_tabs;
    QTableView* m_hit;
    QTableView* m_leftOut;
    QFormLayout* m_form;
    ReasonField* m_reason;
    QLabel* m_countLabel;
    QLineEdit* m_count;
    QPushButton* m_confirm;
    QPushButton* m_cancel;
    ConfirmationEntry* m_entry = nullptr;
};

} // namespace deskwarden::ui
