// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/ManagementConnection.h"
#include "wsman/soap/EnvelopeWriter.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace deskwarden::bench {

/// The least that can be done to get a list: each answer into the same string, and the context found by its tag.
/// Thread: one.
class BareDownload final
{
public:
    /// Sees each answer as it came.
    using Look = std::function<void(std::string& body)>;

    BareDownload(const std::string& url, management::Query query);
    BareDownload(const BareDownload&) = delete;
    BareDownload& operator=(const BareDownload&) = delete;
    ~BareDownload();

    /// The bytes of all answers; `isParsed` runs each through pugixml, in place, with its default options.
    [[nodiscard]] std::size_t run(bool isParsed, const Look& look = {});

private:
    struct Handle;

    std::string& post(const std::string& envelope);

    const management::Query m_query;
    const wsman::EnvelopeWriter m_writer;
    const std::unique_ptr<Handle> m_handle;
    std::string m_body;
};

} // namespace deskwarden::bench
