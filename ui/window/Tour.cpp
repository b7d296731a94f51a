// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/Tour.h"

#include "models/activity/ActivityModel.h"
#include "models/table/SessionTableModel.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr int chosenSessions = 25;
constexpr qint64 patienceMs = 60'000;
constexpr qint64 pauseMs = 700; ///< so that a person who looks on can follow

} // namespace

Tour::Tour(MainWindow& window, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(folder)
{
    addSteps();
    addActing();
    connect(&m_timer, &QTimer::timeout, this, &Tour::tick);
}

void Tour::start()
{
    m_isWhole = m_folder.mkpath(QStringLiteral("."));
    m_waiting.start();
    m_timer.start(50);
}

void Tour::addSteps()
{
    m_steps.push_back({[this] { return table().model()->rowCount() >= chosenSessions && hasSettled(); },
                       [this] { shoot(QStringLiteral("1-sessions")); }});
    m_steps.push_back({[] { return true; },
                       [this] {
                           const auto column = static_cast<int>(models::SessionColumn::VmHost);
                           const QString host = table().model()->index(0, column).data().toString();
                           m_window.findChild<QLineEdit*>(QStringLiteral("filterEdit"))->setText(host);
                       }});
    m_steps.push_back({[this] { return hasSettled(); }, [this] { shoot(QStringLiteral("2-filtered")); }});
    m_steps.push_back({[] { return true; },
                       [this] {
                           m_window.findChild<QAction*>(QStringLiteral("clearFilterAction"))->trigger();
                           m_window.findChild<QAbstractButton*>(QStringLiteral("disconnectedStateChip"))->click();
                       }});
    m_steps.push_back({[this] { return hasSettled() && table().model()->rowCount() > 0; },
                       [this] {
                           const QAbstractItemModel& rows = *table().model();
                           // Sessions without a user, which would be left out, stand first.
                           const int user = static_cast<int>(models::SessionColumn::User);
                           int first = 0;
                           while (first + 1 < rows.rowCount() && rows.index(first, user).data().toString().isEmpty())
                               ++first;
                           const int last = std::min(first + chosenSessions, rows.rowCount()) - 1;
                           const QItemSelection chosen(rows.index(first, 0), rows.index(last, rows.columnCount() - 1));
                           table().selectionModel()->setCurrentIndex(rows.index(first, 0),
                                                                     QItemSelectionModel::NoUpdate);
                           table().selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
                           table().setFocus();
                       }});
    m_steps.push_back({[] { return true; }, [this] { shoot(QStringLiteral("3-selected")); }});
}

void Tour::addActing()
{
    m_steps.push_back({[this] { return m_window.findChild<QAction*>(QStringLiteral("logoffAction"))->isEnabled(); },
                       [this] { m_window.findChild<QAction*>(QStringLiteral("logoffAction"))->trigger(); }});
    m_steps.push_back({[this] { return dialog() != nullptr; },
                       [this] {
                           // Sessions without a user are left out: the number is the one that the button names.
                           auto* const count = dialog()->findChild<QLineEdit*>(QStringLiteral("countEdit"));
                           auto* const confirm = dialog()->findChild<QPushButton*>(QStringLiteral("confirmButton"));
                           for (int number = 1; number <= chosenSessions && !confirm->isEnabled(); ++number)
                               count->setText(QString::number(number));
                           dialog()->findChild<QLineEdit*>(QStringLiteral("reasonEdit"))->setText(tr("Ticket 4711"));
                           shoot(QStringLiteral("4-confirmation"));
                       }});
    m_steps.push_back({[this] { return dialog() != nullptr; },
                       [this] { dialog()->findChild<QPushButton*>(QStringLiteral("confirmButton"))->click(); }});
    m_steps.push_back(
        {[this] { return activity().model()->rowCount() > 0; }, [this] { shoot(QStringLiteral("5-logging-off")); }});
    m_steps.push_back({[this] { return finishedActs() + 1 == activity().model()->rowCount(); },
                       [this] { shoot(QStringLiteral("6-outcomes")); }});
}

void Tour::tick()
{
    if (m_next == m_steps.size()) {
        end(m_isWhole);
        return;
    }
    if (m_waiting.elapsed() < pauseMs)
        return;
    if (m_steps[m_next].isReady()) {
        m_steps[m_next++].play();
        m_waiting.restart();
    } else if (m_waiting.elapsed() > patienceMs) {
        qWarning("The tour waited in vain at step %d", static_cast<int>(m_next + 1));
        end(false);
    }
}

void Tour::shoot(const QString& name)
{
    QPixmap picture = m_window.grab();
    if (QWidget* const open = dialog()) {
        // A grab shows one window: the dialog is laid over it, where it would stand.
        QPainter painter(&picture);
        painter.fillRect(m_window.rect(), QColor(0, 0, 0, 70));
        const QRect place(m_window.rect().center() - open->rect().center(), open->size());
        painter.fillRect(place.adjusted(-1, -1, 1, 1), open->palette().color(QPalette::PlaceholderText));
        painter.drawPixmap(place, open->grab());
    }
    const QString file = m_folder.filePath(name + QStringLiteral(".png"));
    if (picture.save(file))
        m_pictures << file;
    else
        m_isWhole = false;
}

void Tour::end(bool isWhole)
{
    m_timer.stop();
    emit finished(isWhole);
}

QAbstractItemView& Tour::table() const
{
    return *m_window.findChild<QAbstractItemView*>(QStringLiteral("sessionTable"));
}

QAbstractItemView& Tour::activity() const
{
    return *m_window.findChild<QAbstractItemView*>(QStringLiteral("activityTable"));
}

QWidget* Tour::dialog() const
{
    const QList<QWidget*> dialogs = m_window.findChildren<QWidget*>(QStringLiteral("confirmationDialog"));
    const auto shown = std::ranges::find_if(dialogs, [](const QWidget* widget) { return widget->isVisible(); });
    return shown == dialogs.end() ? nullptr : *shown;
}

bool Tour::hasSettled() const
{
    const auto* const sessions = qobject_cast<const models::SessionTableModel*>(table().model());
    return sessions != nullptr && !sessions->isBusy();
}

int Tour::finishedActs() const
{
    const QAbstractItemModel& acts = *activity().model();
    int finished = 0;
    for (int row = 0; row < acts.rowCount(); ++row)
        finished += acts.index(row, 0).data(models::ActivityModel::OutcomeRole).isValid() ? 1 : 0;
    return finished;
}

} // namespace deskwarden::ui
