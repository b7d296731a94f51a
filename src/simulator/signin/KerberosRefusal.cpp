// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/signin/KerberosRefusal.h"

#include <krb5/krb5.h>

#include <initializer_list>

namespace deskwarden::simulator {

namespace {

// A DER OID with its header, and a token's two bytes of type behind it.
constexpr std::string_view kerberosMechanism("\x06\x09\x2a\x86\x48\x86\xf7\x12\x01\x02\x02", 11);
constexpr std::string_view requestType("\x01\x00", 2);
constexpr std::string_view errorType("\x03\x00", 2);

/// One DER element around others.
std::string element(unsigned char tag, std::initializer_list<std::string_view> parts)
{
    std::size_t size = 0;
    for (const std::string_view part : parts)
        size += part.size();
    std::string text(1, static_cast<char>(tag));
    if (size < 0x80) {
        text += static_cast<char>(size);
    } else { // two bytes are enough for an error
        text += static_cast<char>(0x82);
        text += static_cast<char>((size >> 8U) & 0xFFU);
        text += static_cast<char>(size & 0xFFU);
    }
    for (const std::string_view part : parts)
        text += part;
    return text;
}

/// The protocol's number (RFC 4120 7.5.9) of why the request is not accepted; 0 if it is.
krb5_ui_4 reasonOf(krb5_context context, std::string request)
{
    const krb5_data data{KV5M_DATA, static_cast<unsigned>(request.size()), request.data()};
    krb5_auth_context conversation = nullptr;
    if (krb5_auth_con_init(context, &conversation) != 0)
        return 0;
    krb5_auth_con_setflags(context, conversation, 0); // GSSAPI has seen it already: no replay cache
    const krb5_error_code error = krb5_rd_req(context, &conversation, &data, nullptr, nullptr, nullptr, nullptr);
    krb5_auth_con_free(context, conversation);
    switch (error) {
    case 0:
        return 0;
    case KRB5KRB_AP_ERR_NOKEY:
    case KRB5KRB_AP_ERR_BADKEYVER:
    case KRB5KRB_AP_ERR_NOT_US:
    case KRB5KRB_AP_ERR_BAD_INTEGRITY:
        // Windows knows one cause for a ticket that it cannot open.
        return static_cast<krb5_ui_4>(KRB5KRB_AP_ERR_MODIFIED - ERROR_TABLE_BASE_krb5);
    default:
        return error >= ERROR_TABLE_BASE_krb5 && error < ERROR_TABLE_BASE_krb5 + 128
                   ? static_cast<krb5_ui_4>(error - ERROR_TABLE_BASE_krb5)
                   : 0;
    }
}

std::string encoded(krb5_context context, krb5_ui_4 reason)
{
    krb5_error error{};
    error.magic = KV5M_ERROR;
    error.error = reason;
    krb5_data bytes{};
    std::string text;
    if (krb5_parse_name(context, "HTTP/simulator", &error.server) == 0 &&
        krb5_us_timeofday(context, &error.stime, &error.susec) == 0 && krb5_mk_error(context, &error, &bytes) == 0)
        text.assign(bytes.data, bytes.length);
    krb5_free_data_contents(context, &bytes);
    krb5_free_principal(context, error.server);
    return text;
}

} // namespace

std::string kerberosRefusal(std::string_view clientToken)
{
    const std::string mark = std::string(kerberosMechanism) + std::string(requestType);
    const auto at = clientToken.find(mark);
    krb5_context context = nullptr;
    if (at == std::string_view::npos || krb5_init_context(&context) != 0)
        return {};
    std::string token;
    if (const krb5_ui_4 reason = reasonOf(context, std::string(clientToken.substr(at + mark.size()))))
        token = element(0x60, {kerberosMechanism, errorType, encoded(context, reason)});
    krb5_free_context(context);
    constexpr std::string_view spnego("\x06\x06\x2b\x06\x01\x05\x05\x02", 8);
    const bool isWrapped = clientToken.substr(0, 16).find(spnego) != std::string_view::npos;
    if (token.empty() || !isWrapped)
        return token;
    // NegTokenResp: accept-incomplete, as Windows says here, the mechanism, the token (RFC 4178 4.2.2).
    const std::string state = element(0xA0, {std::string_view("\x0a\x01\x01", 3)});
    const std::string mechanism = element(0xA1, {kerberosMechanism});
    return element(0xA1, {element(0x30, {state, mechanism, element(0xA2, {element(0x04, {token})})})});
}

} // namespace deskwarden::simulator
