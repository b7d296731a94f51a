// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/UpdateCheck.h"

#include <optional>
#include <utility>

namespace deskwarden::desk {

tl::expected<core::WebAddress, UpdateRefusal> updateAddress(const management::Policy& policy,
                                                            const storage::Preferences& preferences)
{
    if (policy.forbidsUpdateCheck)
        return tl::unexpected(UpdateRefusal::Forbidden);
    std::string text = policy.updateAddress;
    if (text.empty())
        text = preferences.value(storage::preference::updateAddress).trimmed().toStdString();
    const auto address = core::WebAddress::parse(text.empty() ? std::string(usualUpdateAddress) : text);
    if (!address)
        return tl::unexpected(UpdateRefusal::AddressUnusable);
    return *address;
}

UpdateCheck::UpdateCheck(WebReader reader, QObject* parent, core::StartThread start)
    : QObject(parent)
    , m_reader(std::move(reader))
    , m_startThread(std::move(start))
{}

UpdateCheck::~UpdateCheck() = default;

void UpdateCheck::start(const core::WebAddress& address)
{
    m_run.reset();
    using Answer = core::Result<LatestRelease>;
    const auto ask = [reader = m_reader, address](const std::stop_token& stop) {
        const auto content = reader(address, management::CallContext::within(patience, stop));
        return content ? readLatestRelease(QByteArray::fromStdString(*content))
                       : Answer(core::failure(content.error()));
    };
    m_run = std::make_unique<Run>(ask, core::failure(core::noThread()), m_startThread, [this] {
        QMetaObject::invokeMethod(this, &UpdateCheck::takeAnswer, Qt::QueuedConnection);
    });
}

void UpdateCheck::takeAnswer()
{
    // A wake of a question that was replaced finds the new one's answer, or none: both are right.
    const auto answer = m_run ? m_run->take() : std::nullopt;
    if (!answer)
        return;
    m_run.reset();
    emit answered(*answer);
}

} // namespace deskwarden::desk
