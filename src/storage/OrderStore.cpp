// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/OrderStore.h"

#include "core/ServerAddress.h"
#include "management/seam/ActionSpec.h"

#include <QDateTime>

#include <cmath>
#include <limits>
#include <utility>

namespace deskwarden::storage {

namespace {

constexpr JsonListFile::Format orderFormat{"orders", 1, 8 << 20,
                                           static_cast<int>(management::StandingOrders::mostOrders)};

using management::AwaitedEvent;
using management::StandingOrder;

QString orderWord(const core::SharedString& text)
{
    return QString::fromStdString(text.toString());
}

/// A text of at most so many letters; nothing if it is none.
std::optional<std::string> shortText(const QJsonObject& object, const char* key, int longest)
{
    const QJsonValue value = object.value(QLatin1StringView(key));
    const QString text = value.toString();
    const bool isFit = (value.isString() || value.isUndefined()) && text.size() <= longest;
    return isFit ? std::optional(text.toStdString()) : std::nullopt;
}

/// A whole number from 0 to the largest.
std::optional<std::uint32_t> wholeNumber(const QJsonObject& object, const char* key, double largest)
{
    const QJsonValue value = object.value(QLatin1StringView(key));
    const double number = value.toDouble(-1);
    const bool isFit = value.isDouble() && number >= 0 && number <= largest && std::floor(number) == number;
    return isFit ? std::optional(static_cast<std::uint32_t>(number)) : std::nullopt;
}

bool readSession(const QJsonObject& object, core::Session& session)
{
    const auto address = core::ServerAddress::parse(object.value(QLatin1String("server")).toString().toStdString());
    const auto number = wholeNumber(object, "session", std::numeric_limits<std::uint32_t>::max());
    const auto host = shortText(object, "host", OrderStore::longestName);
    const auto user = shortText(object, "user", OrderStore::longestName);
    const auto domain = shortText(object, "domain", OrderStore::longestName);
    const auto machine = shortText(object, "machine", OrderStore::longestName);
    if (!address || !number || !host || host->empty() || !user || !domain || !machine)
        return false;
    session.key = {address->id(), core::SharedString(*host), *number};
    session.userName = core::SharedString(*user);
    session.domainName = core::SharedString(*domain);
    session.vmName = core::SharedString(*machine);
    return true;
}

std::optional<StandingOrder> orderFrom(const QJsonObject& object)
{
    StandingOrder order;
    const auto event = management::awaitedEventFrom(object.value(QLatin1String("event")).toString().toStdString());
    const auto seconds = wholeNumber(object, "seconds", OrderStore::longestDuration);
    const auto title = shortText(object, "title", OrderStore::longestText);
    const auto text = shortText(object, "text", OrderStore::longestText);
    const auto reason = shortText(object, "reason", OrderStore::longestText);
    const QDateTime until = QDateTime::fromString(object.value(QLatin1String("until")).toString(), Qt::ISODate);
    if (!event || !seconds || !title || !text || !reason || !until.isValid() || !readSession(object, order.session))
        return std::nullopt;
    // Nobody is named by an empty name, and an empty message says nothing.
    const bool isOfUser = *event != AwaitedEvent::HostEmpty;
    if ((isOfUser && !core::hasUser(order.session)) || (*event == AwaitedEvent::UserBack && text->empty()))
        return std::nullopt;
    const qint64 farthest = QDateTime::currentMSecsSinceEpoch() + qint64{366} * 86400 * 1000;
    order.event = *event;
    order.duration = std::chrono::seconds(*seconds);
    order.action.kind =
        *event == AwaitedEvent::UserBack ? management::ActionKind::Message : management::ActionKind::Logoff;
    order.action.title = *title;
    order.action.text = *text;
    order.reason = *reason;
    order.until =
        StandingOrder::Time(std::chrono::milliseconds(std::clamp(until.toMSecsSinceEpoch(), qint64{0}, farthest)));
    order.isAway = object.value(QLatin1String("away")).toBool();
    order.isKept = true;
    return order;
}

QJsonObject toObject(const StandingOrder& order)
{
    const auto until = std::chrono::duration_cast<std::chrono::milliseconds>(order.until.time_since_epoch());
    const core::Session& session = order.session;
    return {{QStringLiteral("event"), QString::fromLatin1(management::symbol(order.event))},
            {QStringLiteral("server"), orderWord(session.key.server.address)},
            {QStringLiteral("host"), orderWord(session.key.vmHostName)},
            {QStringLiteral("session"), static_cast<double>(session.key.sessionId)},
            {QStringLiteral("user"), orderWord(session.userName)},
            {QStringLiteral("domain"), orderWord(session.domainName)},
            {QStringLiteral("machine"), orderWord(session.vmName)},
            {QStringLiteral("seconds"), static_cast<double>(order.duration.count())},
            {QStringLiteral("title"), QString::fromStdString(order.action.title)},
            {QStringLiteral("text"), QString::fromStdString(order.action.text)},
            {QStringLiteral("reason"), QString::fromStdString(order.reason)},
            {QStringLiteral("until"), QDateTime::fromMSecsSinceEpoch(until.count(), Qt::UTC).toString(Qt::ISODate)},
            {QStringLiteral("away"), order.isAway}};
}

} // namespace

OrderStore::OrderStore(const QString& file, FileQueue* queue)
    : m_file(file, orderFormat, queue)
{
    bool isDamaged = false;
    for (const QJsonObject& entry : m_file.load()) {
        if (auto order = orderFrom(entry)) {
            m_written.push_back(toObject(*order));
            m_orders.push_back(*std::move(order));
        } else {
            isDamaged = true;
        }
    }
    if (isDamaged)
        m_file.keepAside(QStringLiteral("an order in it is none that can be given"));
}

core::Result<> OrderStore::save(const std::vector<StandingOrder>& orders, const FileQueue::Written& written)
{
    std::vector<QJsonObject> entries;
    for (const StandingOrder& order : orders)
        entries.push_back(toObject(order));
    if (entries == m_written && !written)
        return {};
    m_orders = orders;
    m_written = entries;
    return m_file.save(entries, written);
}

} // namespace deskwarden::storage
