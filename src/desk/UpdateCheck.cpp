// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/UpdateCheck.h"

#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
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

/// One question: its thread, and the answer that the GUI thread has not taken yet.
class UpdateCheck::Run final
{
public:
    using Answer = core::Result<LatestRelease>;

    Run(const WebReader& reader, const core::WebAddress& address, const core::StartThread& start,
        std::function<void()> wake)
        : m_wake(std::move(wake))
    {
        try {
            m_thread = start([this, reader, address](const std::stop_token& stop) {
                const auto content = reader(address, management::CallContext::within(patience, stop));
                tell(content ? readLatestRelease(QByteArray::fromStdString(*content))
                             : Answer(core::failure(content.error())));
            });
        } catch (const std::system_error&) {
            tell(core::failure(core::noThread()));
        }
    }

    [[nodiscard]] std::optional<Answer> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_answer, std::nullopt);
    }

private:
    void tell(Answer answer)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_answer = std::move(answer);
        }
        m_wake();
    }

    const std::function<void()> m_wake;
    std::mutex m_mutex;
    std::optional<Answer> m_answer; // guarded by m_mutex
    std::jthread m_thread;          // last: uses all above
};

UpdateCheck::UpdateCheck(WebReader reader, QObject* parent, core::StartThread start)
    : QObject(parent)
    , m_reader(std::move(reader))
    , m_startThread(std::move(start))
{}

UpdateCheck::~UpdateCheck() = default;

void UpdateCheck::start(const core::WebAddress& address)
{
    m_run.reset();
    m_run = std::make_unique<Run>(m_reader, address, m_startThread, [this] {
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
