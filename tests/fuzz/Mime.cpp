// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "fuzz/Bytes.h"
#include "fuzz/Targets.h"
#include "wsman/signin/EncryptedMime.h"

namespace deskwarden::fuzz {

using namespace wsman;

namespace {

void checkParts(std::string_view body)
{
    const auto parts = readEncryptedMime(body);
    if (!parts) {
        demand(parts.error().kind == core::ErrorKind::MessageTampered &&
                   parts.error().delivery == core::Delivery::MaybeSent,
               "a damaged sealed answer is tampered with, and proves nothing about the act");
        return;
    }
    const auto isInside = [body](std::string_view part) {
        return part.data() >= body.data() && part.data() + part.size() <= body.data() + body.size();
    };
    demand(isInside(parts->header) && isInside(parts->ciphertext), "the parts lie in the body");
    demand(parts->header.data() + parts->header.size() == parts->ciphertext.data(), "the data follow the signature");
    demand(parts->plainSize <= parts->ciphertext.size() && parts->ciphertext.size() - parts->plainSize <= 255,
           "what pads is short");
    const auto written = writeEncryptedMime({std::string(parts->header), std::string(parts->ciphertext)},
                                            MimeProtocol::Kerberos, MimeIndent::None);
    const auto again = readEncryptedMime(written);
    demand(again.has_value() && again->header == parts->header && again->ciphertext == parts->ciphertext,
           "what was read is written and read back");
}

} // namespace

void readMime(std::string_view bytes)
{
    checkParts(bytes);
    static_cast<void>(isEncryptedContentType(bytes));
    Bytes made(bytes);
    const SealedMessage message{std::string(made.text()), std::string(made.left())};
    const std::string body = writeEncryptedMime(message, MimeProtocol::Spnego, MimeIndent::Tab);
    const auto parts = readEncryptedMime(body);
    demand(parts.has_value() && parts->header == message.header && parts->ciphertext == message.ciphertext &&
               parts->plainSize == message.ciphertext.size(),
           "what is sealed is read back, whatever bytes the cipher made");
}

} // namespace deskwarden::fuzz
