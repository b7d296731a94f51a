// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "desk/LatestRelease.h"
#include "desk/Question.h"
#include "management/acting/Policy.h"
#include "management/seam/CallContext.h"
#include "storage/Preferences.h"

#include <QObject>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace deskwarden::desk {

/// Reads what stands at an address of the web, as wsman/http/WebFetch.h does. Thread: any.
using WebReader =
    std::function<core::Result<std::string>(const core::WebAddress& address, const management::CallContext& context)>;

/// Where the project says what its newest version is.
inline constexpr const char* usualUpdateAddress =
    "https://github.com/deskwarden/deskwarden/releases/latest/download/latest.json";

/// Why nothing is asked at all.
enum class UpdateRefusal {
    Forbidden,       ///< by the policy of this computer
    AddressUnusable, ///< the preferences name something that is no address of the web
};
/// Where to ask: what policy fixes, else what the person has set, else the project's own address.
[[nodiscard]] tl::expected<core::WebAddress, UpdateRefusal> updateAddress(const management::Policy& policy,
                                                                          const storage::Preferences& preferences);

/// Asks once for the newest version, on a thread of its own. Nothing is asked before start().
/// Thread: GUI. Blocks: the destructor takes up to 200 ms. Fails: where no thread can be started, the answer says so.
class UpdateCheck final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds patience{30};

    explicit UpdateCheck(WebReader reader, QObject* parent = nullptr, core::StartThread start = core::startThread);
    ~UpdateCheck() override;

    /// Asks; an answer that is still awaited is not told any more.
    void start(const core::WebAddress& address);
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

signals:
    void answered(const deskwarden::core::Result<deskwarden::desk::LatestRelease>& answer);

private:
    using Run = Question<core::Result<LatestRelease>>;
    void takeAnswer();

    const WebReader m_reader;
    const core::StartThread m_startThread;
    std::unique_ptr<Run> m_run;
};

} // namespace deskwarden::desk
