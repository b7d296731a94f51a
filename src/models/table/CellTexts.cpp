// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/CellTexts.h"

#include "core/ServerAddress.h"
#include "models/table/FactTexts.h"
#include "models/table/RowFacts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <algorithm>
#include <chrono>
#include <string>

namespace deskwarden::models {

std::size_t shortHostLength(std::string_view host) noexcept
{
    const std::size_t dot = host.find('.');
    const bool isAddress = !host.empty() && host.front() >= '0' && host.front() <= '9';
    return dot == std::string_view::npos || dot == 0 || isAddress ? host.size() : dot;
}

QString shortHostText(const Row& row)
{
    const std::string_view host = row.session->key.vmHostName.view();
    return plainText(row.hasShortHost ? host.substr(0, shortHostLength(host)) : host);
}

QString serverText(const core::ServerId& server)
{
    const std::string_view address = server.address.view();
    if (const auto parsed = core::ServerAddress::parse(address); parsed && parsed->transport == core::Transport::Demo)
        return translate("Texts", "Demonstration");
    const std::size_t scheme = address.find("://");
    return plainText(scheme == std::string_view::npos ? address : address.substr(scheme + 3), 80);
}

QString serverText(const core::ServerId& server, const ServerNames& names)
{
    const auto known = names.find(server);
    return known == names.end() ? serverText(server) : known->second;
}

QString idleOrGoneText(const Row& row, std::int64_t nowMs)
{
    const std::int64_t since = idleOrGoneMs(row);
    if (since == 0)
        return {};
    const QString time = durationText(std::chrono::milliseconds(std::max<std::int64_t>(nowMs - since, 0)));
    if (core::isInUse(row.session->state)) {
        //: In the table: nobody has used the session for so long. %1 is a time such as 35 min.
        return translate("Texts", "idle %1").arg(time);
    }
    if (toldDisconnectedMs(row) != 0)
        return time;
    if (row.seen != Seen::Exactly && nowMs - since < 60'000)
        return {}; // at least nothing
    if (row.seen == Seen::Exactly) {
        //: In the table: for so long a session is disconnected, as seen from here. %1 is a time such as 35 min.
        return translate("Texts", "%1 (seen)").arg(time);
    }
    //: In the table: a session is disconnected for at least so long, as seen from here. %1 is a time such as 35 min.
    return translate("Texts", "%1+ (seen)").arg(time);
}

QString idleOrGoneTip(const Row& row, std::int64_t nowMs)
{
    const std::int64_t since = idleOrGoneMs(row);
    if (since == 0)
        return {};
    if (core::isInUse(row.session->state)) {
        return translate("Texts", "Nobody has used it for %1, says the broker.")
            .arg(durationText(std::chrono::milliseconds(std::max<std::int64_t>(nowMs - since, 0))));
    }
    return seenTip(row, true);
}

} // namespace deskwarden::models
