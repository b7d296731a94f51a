// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/AsSoonAsFlow.h"

#include "models/activity/OrderTexts.h"
#include "models/texts/Texts.h"
#include "storage/Preferences.h"
#include "ui/acts/AsSoonAsDialog.h"
#include "ui/acts/OrdersWindow.h"
#include "ui/sessions/SessionPane.h"
#include "ui/widgets/DesktopNotice.h"

#include <QAction>
#include <QApplication>

namespace deskwarden::ui {

namespace {

constexpr std::size_t mostAtOnce = 25; ///< as many as are confirmed without typing their number

} // namespace

AsSoonAsFlow::AsSoonAsFlow(QMainWindow& window, desk::Console& console, SessionPane& pane, QAction& list)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_pane(pane)
{
    connect(&list, &QAction::triggered, this, &AsSoonAsFlow::open);
    connect(&console.acts().standing(), &desk::StandingRun::ended, this, &AsSoonAsFlow::tellOf);
    // Once somebody listens.
    QMetaObject::invokeMethod(this, &AsSoonAsFlow::tellOfFile, Qt::QueuedConnection);
}

void AsSoonAsFlow::tell(const QString& sentence)
{
    m_pane.showNotice(NoticePanel::Kind::Hint, sentence);
}

void AsSoonAsFlow::tellOfFile()
{
    const storage::OrderStore* const store = m_console.services().orders;
    if (store != nullptr && store->problem())
        tell(tr("What was to be done as soon as something happens could not be read: %1")
                 .arg(models::plainText(store->problem()->detail)));
}

void AsSoonAsFlow::start(const std::vector<core::Session>& chosen)
{
    if (chosen.empty())
        return;
    if (chosen.size() > mostAtOnce) {
        tell(tr("At most %1 sessions can be waited for at once.").arg(mostAtOnce));
        return;
    }
    auto* const dialog = new AsSoonAsDialog(chosen, m_console.services().rules, m_console.services().now(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->offer(m_console.services().preferences);
    dialog->follow(m_console.sessions());
    connect(dialog, &AsSoonAsDialog::given, this, &AsSoonAsFlow::give);
    dialog->open();
}

void AsSoonAsFlow::give(const std::vector<management::StandingOrder>& orders)
{
    for (const management::StandingOrder& order : orders) {
        if (m_console.acts().standing().add(order))
            continue;
        tell(tr("This cannot wait: its end is over already, or too many orders wait."));
        break;
    }
    open();
}

void AsSoonAsFlow::open()
{
    if (m_list == nullptr) {
        m_list = new OrdersWindow(m_console.acts().standing(), &m_window);
        m_list->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_list->show();
    m_list->raise();
    m_list->activateWindow();
}

void AsSoonAsFlow::tellOf(std::uint64_t order)
{
    const management::OrderState* const state = m_console.acts().standing().orders().find(order);
    if (state == nullptr || state->end == management::OrderEnd::Cancelled)
        return;
    const QString what = models::orderText(state->order);
    const QString how = models::orderStateText(*state);
    tell(what + QStringLiteral(": ") + how);
    // The operator has asked to be told, wherever the work goes on meanwhile.
    if (QGuiApplication::applicationState() != Qt::ApplicationActive) {
        showDesktopNotice(m_window, what, how);
        QApplication::alert(&m_window);
    }
}

} // namespace deskwarden::ui
