// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/OrderTexts.h"

#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QDateTime>
#include <QLocale>

namespace deskwarden::models {

using management::AwaitedEvent;
using management::OrderEnd;
using management::OrderStage;

namespace {

QDateTime localTime(management::StandingOrder::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count());
}

QString endedText(const management::OrderState& state)
{
    switch (state.end.value_or(OrderEnd::Cancelled)) {
    case OrderEnd::Met:
        if (!state.outcome)
            return translate("OrderTexts", "It has come true.");
        return outcomeName(state.outcome->kind) + QStringLiteral(": ") +
               describe(*state.outcome, state.order.action.kind, state.order.session).joined();
    case OrderEnd::Expired:
        return translate("OrderTexts", "Its time was up; nothing was done.");
    case OrderEnd::Cancelled:
        return translate("OrderTexts", "Cancelled; nothing was done.");
    case OrderEnd::SessionGone:
        return translate("OrderTexts", "The session has ended by itself; nothing was left to do.");
    case OrderEnd::OtherUser:
        return translate("OrderTexts", "Somebody else has the session now; nothing was done.");
    case OrderEnd::Refused:
        return translate("OrderTexts", "Policy does not let it be; nothing was done.");
    }
    return {};
}

} // namespace

QString orderText(const management::StandingOrder& order)
{
    const QString who = accountText(order.session);
    switch (order.event) {
    case AwaitedEvent::DisconnectedFor:
        return translate("OrderTexts", "Log off %1 (%2) as soon as the session has been disconnected for %3 min")
            .arg(who, placeText(order.session.key))
            .arg(std::chrono::duration_cast<std::chrono::minutes>(order.duration).count());
    case AwaitedEvent::HostEmpty:
        return translate("OrderTexts", "Tell as soon as nobody is on VM host %1")
            .arg(plainText(order.session.key.vmHostName));
    case AwaitedEvent::UserBack:
        return translate("OrderTexts", "Send %1 a message as soon as the user is back").arg(who);
    }
    return {};
}

QString orderStateText(const management::OrderState& state)
{
    switch (state.stage) {
    case OrderStage::Waiting:
        if (!state.lastList)
            return translate("OrderTexts", "Waits for a list of the server.");
        if (state.since)
            return translate("OrderTexts", "Waits; seen disconnected since %1.")
                .arg(QLocale().toString(localTime(*state.since).time(), QLocale::ShortFormat));
        return translate("OrderTexts", "Waits.");
    case OrderStage::Acting:
        return translate("OrderTexts", "Its act is under way.");
    case OrderStage::Over:
        return endedText(state);
    }
    return {};
}

QString orderEndText(const management::StandingOrder& order)
{
    return QLocale().toString(localTime(order.until), QLocale::ShortFormat);
}

} // namespace deskwarden::models
