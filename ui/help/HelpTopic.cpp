// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/HelpTopic.h"

#include <QWidget>

#include <algorithm>
#include <array>

namespace deskwarden::ui {

namespace {

constexpr HelpPlace inHelp(const char* widget, const char* mark)
{
    return {QLatin1String(widget), QLatin1String(mark)};
}

constexpr std::array places{
    inHelp("filterEdit", "filter"),
    inHelp("filterBar", "chips"),
    inHelp("sessionTable", "table"),
    inHelp("stateMessage", "fetching"),
    inHelp("detailsDock", "details"),
    inHelp("activityDock", "activity"),
    inHelp("viewsTree", "views"),
    inHelp("placesDock", "connecting"),
    inHelp("mainWindow", "table"),
    inHelp("paletteDialog", "palette"),
    inHelp("connectionDialog", "connecting"),
    inHelp("certificateDialog", "certificates"),
    inHelp("unknownServerQuestion", "links"),
    inHelp("pastedListDialog", "selecting"),
    inHelp("changesWindow", "changes"),
    inHelp("viewNameDialog", "views"),
    inHelp("removeViewBox", "views"),
    inHelp("noteDialog", "notes"),
    inHelp("machinePane", "machines"),
    inHelp("machinesFilter", "machines"),
    inHelp("machineBar", "machines"),
    inHelp("machineConfirmation", "machines"),
    inHelp("hostsWindow", "machines"),
    inHelp("cureConfirmation", "machines"),
    inHelp("cureBar", "machines"),
    inHelp("whyDialog", "why"),
    inHelp("messageFirstCheck", "messages"),
    inHelp("messageFirstBody", "messages"),
    inHelp("wavesPanel", "waves"),
    inHelp("waveBar", "waves"),
    inHelp("confirmationDialog", "acting"),
    inHelp("messageDialog", "messages"),
    inHelp("templatesDialog", "messages"),
    inHelp("drainWindow", "draining"),
    inHelp("handOffsEdit", "handing"),
    inHelp("asSoonAsDialog", "waiting"),
    inHelp("ordersWindow", "waiting"),
    inHelp("closingDialog", "closing"),
    inHelp("auditWindow", "record"),
    inHelp("preferencesDialog", "preferences"),
    inHelp("shortcutsDialog", "keys"),
    inHelp("logWindow", "trouble"),
    inHelp("conversationDialog", "trouble"),
    inHelp("reportDialog", "trouble"),
    inHelp("updateDialog", "versions"),
};

} // namespace

std::span<const HelpPlace> helpPlaces()
{
    return places;
}

QLatin1String helpMark(const QWidget* widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        const QString name = widget->objectName();
        const auto* const place = std::ranges::find(places, name, &HelpPlace::widget);
        if (place != places.end())
            return place->mark;
        if (widget->windowType() == Qt::Dialog) // what it was opened from is not what it is about
            break;
    }
    return QLatin1String("what");
}

} // namespace deskwarden::ui
