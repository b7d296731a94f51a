// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/ProgramFlow.h"

#include "desk/ServerNames.h"
#include "ui/audit/AuditWindow.h"
#include "ui/help/AboutBox.h"
#include "ui/help/HelpKey.h"
#include "ui/help/ShortcutsDialog.h"
#include "ui/preferences/PreferencesDialog.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/Theme.h"
#include "ui/window/ActionSet.h"
#include "ui/window/Translations.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>

#include <chrono>
#include <string_view>

namespace deskwarden::ui {

namespace {

/// Before an action that stands in a menu.
void putBefore(const QAction& place, QAction* action)
{
    for (QObject* const holder : place.associatedObjects()) {
        if (auto* const menu = qobject_cast<QMenu*>(holder))
            menu->insertAction(const_cast<QAction*>(&place), action);
    }
}

} // namespace

ProgramFlow::ProgramFlow(QMainWindow& window, desk::Console& console, ActionSet& actions)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_actions(actions)
{
    QAction* const preferences =
        make("preferencesAction", "settings", QT_TR_NOOP("&Preferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    preferences->setMenuRole(QAction::PreferencesRole);
    QAction* const shortcuts =
        make("shortcutsAction", "key", QT_TR_NOOP("&Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash));
    putBefore(*actions.quit, preferences);
    putBefore(*actions.about, shortcuts);
    connect(actions.help, &QAction::triggered, this, [this] { HelpKey::openFor(m_window); });
    connect(actions.about, &QAction::triggered, this, [this] { openAboutBox(m_window); });
    connect(preferences, &QAction::triggered, this, &ProgramFlow::openPreferences);
    connect(shortcuts, &QAction::triggered, this, &ProgramFlow::openShortcuts);
    actions.auditLog->setEnabled(!console.services().auditFile.isEmpty());
    connect(actions.auditLog, &QAction::triggered, this, &ProgramFlow::openAuditLog);
    new HelpKey(window);
    window.installEventFilter(this);
}

QAction* ProgramFlow::make(const char* name, const char* icon, const char* text, const QKeySequence& keys)
{
    auto* const action = new QAction(outlineIcon(icon), QString(), this);
    inEachLanguage(m_window, [action, text] { action->setText(tr(text)); });
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    m_window.addAction(action);
    return action;
}

void ProgramFlow::openPreferences()
{
    const desk::Services& services = m_console.services();
    auto* const dialog = new PreferencesDialog(m_console.services().preferences, services.rules.policy, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->offerHandOffs(services.rules.policy);
    if (services.credentials != nullptr)
        dialog->offerPasswords(*services.credentials, services.servers.servers());
    connect(dialog, &PreferencesDialog::changed, this, &ProgramFlow::takeEffect);
    dialog->open();
}

void ProgramFlow::openShortcuts()
{
    auto* const dialog = new ShortcutsDialog(m_window, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProgramFlow::openAuditLog()
{
    const desk::Services& services = m_console.services();
    auto* const window =
        new AuditWindow(services.auditFile, &m_window, core::startThread, desk::namesOf(services.servers.servers()));
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->offerRotation(services.preferences);
    if (services.audit != nullptr)
        window->offerAcknowledgement(*services.audit);
    window->show();
}

/// Most settings are read when they are needed; these hold at once.
void ProgramFlow::takeEffect(const char* name)
{
    const std::string_view changed(name);
    if (changed == storage::preference::colorScheme.name)
        applyColors();
    if (changed == storage::preference::language.name)
        installTranslations(*qApp, localeFor(m_console.services().preferences));
    if (changed != storage::preference::refreshSeconds.name)
        return;
    const std::chrono::seconds interval(m_console.services().preferences.value(storage::preference::refreshSeconds));
    m_console.setInterval(interval);
    m_actions.setInterval(interval);
}

void ProgramFlow::applyColors()
{
    const storage::Preferences& preferences = m_console.services().preferences;
    applyTheme(*qApp, colorSchemeFromName(preferences.value(storage::preference::colorScheme)));
}

bool ProgramFlow::eventFilter(QObject* watched, QEvent* event)
{
    // The desktop has changed its colours: those of the program follow, unless the person wants others.
    if (event->type() == QEvent::ThemeChange)
        QMetaObject::invokeMethod(this, &ProgramFlow::applyColors, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace deskwarden::ui
