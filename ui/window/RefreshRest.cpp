// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/RefreshRest.h"

#include "ui/widgets/ListsGoOn.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <utility>

namespace deskwarden::ui {

RefreshRest::RefreshRest(SetResting setResting, QObject* parent)
    : QObject(parent)
    , m_setResting(std::move(setResting))
{
    qApp->installEventFilter(this);
}

bool RefreshRest::eventFilter(QObject* watched, QEvent* event)
{
    const bool isAboutWindows = event->type() == QEvent::Show || event->type() == QEvent::Hide;
    if (!isAboutWindows || m_isDue || !watched->isWidgetType() || !static_cast<QWidget*>(watched)->isWindow())
        return false;
    // Queued: what is shown now is not yet known as the popup or the modal window.
    m_isDue = true;
    QMetaObject::invokeMethod(this, &RefreshRest::look, Qt::QueuedConnection);
    return false;
}

void RefreshRest::look()
{
    m_isDue = false;
    const QWidget* const dialog = QApplication::activeModalWidget();
    const bool isResting =
        QApplication::activePopupWidget() != nullptr || (dialog != nullptr && !doListsGoOnBehind(*dialog));
    if (m_isResting == isResting)
        return;
    m_isResting = isResting;
    m_setResting(isResting);
}

} // namespace deskwarden::ui
