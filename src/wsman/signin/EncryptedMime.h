// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "wsman/signin/SecurityContext.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace deskwarden::wsman {

/// The multipart/encrypted form in which sealed envelopes travel over plain HTTP (MS-WSMV 2.2.9.1).

enum class MimeProtocol { Spnego, Kerberos };

/// MS-WSMV puts a TAB before the header lines of the parts; Microsoft's OMI server understands them only without it.
enum class MimeIndent { Tab, None };

/// The value of the Content-Type header.
[[nodiscard]] std::string encryptedContentType(MimeProtocol protocol);
/// True for a Content-Type of an encrypted answer of whichever protocol.
[[nodiscard]] bool isEncryptedContentType(std::string_view contentType);

[[nodiscard]] std::string writeEncryptedMime(const SealedMessage& message, MimeProtocol protocol, MimeIndent indent);

struct EncryptedParts
{
    std::string_view header;     ///< into the body that was read
    std::string_view ciphertext; ///< into the body that was read
    std::size_t plainSize = 0;   ///< what the sender says; compare after unsealing
};

/// Reads by length and never searches for the boundary in the ciphertext. Tolerates white space, any case, and the
/// space that Exchange puts before the boundary's name. Fails: MessageTampered with what is wrong: lengths that do not
/// fit, a missing closing delimiter, bytes behind it.
[[nodiscard]] core::Result<EncryptedParts> readEncryptedMime(std::string_view body);

} // namespace deskwarden::wsman
