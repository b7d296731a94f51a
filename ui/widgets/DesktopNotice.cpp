// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/DesktopNotice.h"

#include "ui/widgets/Icons.h"

#include <QWidget>

#ifdef DESKWARDEN_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>
#else
#include <QSystemTrayIcon>
#include <QTimer>

#include <chrono>
#endif

namespace deskwarden::ui {

#ifdef DESKWARDEN_HAS_DBUS

void showDesktopNotice(QWidget& /*window*/, const QString& title, const QString& text)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage notify = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    // [Desktop Notifications 1.2] 9: application, replaced one, icon, summary, body, actions, hints, time. The body may
    // be read as markup.
    notify << QStringLiteral("Deskwarden") << quint32{0} << QStringLiteral("deskwarden") << title
           << text.toHtmlEscaped() << QStringList()
           << QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("deskwarden")}} << -1;
    bus.send(notify); // no answer is waited for
}

#else

void showDesktopNotice(QWidget& window, const QString& title, const QString& text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    constexpr std::chrono::seconds shown{20};
    auto* icon = window.findChild<QSystemTrayIcon*>(QStringLiteral("noticeIcon"), Qt::FindDirectChildrenOnly);
    if (icon == nullptr) {
        icon = new QSystemTrayIcon(applicationIcon(), &window);
        icon->setObjectName(QStringLiteral("noticeIcon"));
    }
    icon->show();
    icon->showMessage(title, text, applicationIcon());
    QTimer::singleShot(shown, icon, &QSystemTrayIcon::hide);
}

#endif

} // namespace deskwarden::ui
