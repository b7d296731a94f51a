// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/signin/GssAcceptor.h"

#include "core/Base64.h"
#include "simulator/signin/KerberosRefusal.h"

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace deskwarden::simulator {

using core::ErrorKind;
using core::failure;
using core::Result;

namespace {

constexpr std::string_view spnegoOid = "\x2b\x06\x01\x05\x05\x02";
constexpr std::string_view kerberosOid = "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02";
constexpr std::string_view ntlmOid = "\x2b\x06\x01\x04\x01\x82\x37\x02\x02\x0a";
constexpr std::string_view boundaryLine = "--Encrypted Boundary";
constexpr std::size_t ntlmSignatureSize = 16;

// GSSAPI's C structs have no const; it does not write through these.
gss_OID_desc oidOf(std::string_view der)
{
    return {static_cast<OM_uint32>(der.size()), const_cast<char*>(der.data())};
}

gss_buffer_desc bufferOf(std::string_view text)
{
    return {text.size(), const_cast<char*>(text.data())};
}

std::string taken(gss_buffer_desc& buffer)
{
    std::string text;
    if (buffer.value) // gss-ntlmssp leaves a length without a value behind a failure
        text.assign(static_cast<const char*>(buffer.value), buffer.length);
    OM_uint32 minor = 0;
    gss_release_buffer(&minor, &buffer);
    return text;
}

/// What stands between two marks, the second one a line end; nothing if the first is missing.
std::optional<std::string_view> valueAfter(std::string_view text, std::string_view mark)
{
    const auto start = text.find(mark);
    if (start == std::string_view::npos)
        return std::nullopt;
    const std::string_view rest = text.substr(start + mark.size());
    return rest.substr(0, rest.find("\r\n"));
}

tl::unexpected<core::ManagementError> tampered(const char* why)
{
    return failure(ErrorKind::MessageTampered, why);
}

} // namespace

/// One context and what belongs to it.
class GssAcceptor::Handles final
{
public:
    Handles() = default;
    Handles(const Handles&) = delete;
    Handles& operator=(const Handles&) = delete;
    ~Handles()
    {
        OM_uint32 minor = 0;
        if (context != GSS_C_NO_CONTEXT)
            gss_delete_sec_context(&minor, &context, GSS_C_NO_BUFFER);
        if (credentials != GSS_C_NO_CREDENTIAL)
            gss_release_cred(&minor, &credentials);
        if (client != GSS_C_NO_NAME)
            gss_release_name(&minor, &client);
    }

    /// Credentials with only those mechanisms that the server allows.
    bool acquire(const GssAcceptorOptions& options)
    {
        OM_uint32 minor = 0;
        // Windows also takes tokens that are not wrapped in SPNEGO, and some clients send just those.
        std::array<gss_OID_desc, 3> outer{};
        gss_OID_set_desc outerSet{0, outer.data()};
        if (!options.isRawKerberos)
            outer.at(outerSet.count++) = oidOf(spnegoOid);
        if (options.isRawKerberos || options.allowsKerberos)
            outer.at(outerSet.count++) = oidOf(kerberosOid);
        if (!options.isRawKerberos && options.allowsNtlm)
            outer.at(outerSet.count++) = oidOf(ntlmOid);
        if (GSS_ERROR(gss_acquire_cred(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &outerSet, GSS_C_ACCEPT, &credentials,
                                       nullptr, nullptr)))
            return false;
        if (options.isRawKerberos)
            return true;
        std::array<gss_OID_desc, 2> inner{};
        gss_OID_set_desc innerSet{0, inner.data()};
        if (options.allowsKerberos)
            inner.at(innerSet.count++) = oidOf(kerberosOid);
        if (options.allowsNtlm)
            inner.at(innerSet.count++) = oidOf(ntlmOid);
        return !GSS_ERROR(gss_set_neg_mechs(&minor, credentials, &innerSet));
    }

    gss_ctx_id_t context = GSS_C_NO_CONTEXT;
    gss_cred_id_t credentials = GSS_C_NO_CREDENTIAL;
    gss_name_t client = GSS_C_NO_NAME;
    bool isNtlm = false;
    bool isComplete = false;
    std::string protocol; // of the last sealed request: the answer names the same one
    bool hasTab = true;   // likewise
};

GssAcceptor::GssAcceptor(GssAcceptorOptions options)
    : m_options(std::move(options))
{}

GssAcceptor::~GssAcceptor() = default;

std::string_view GssAcceptor::scheme() const noexcept
{
    return m_options.isRawKerberos ? "Kerberos" : "Negotiate";
}

Acceptor::Step GssAcceptor::accept(std::string_view credentials)
{
    const auto clientToken = core::fromBase64(credentials);
    // A token after a finished sign-in begins a new one.
    if (!m_handles || m_handles->isComplete)
        m_handles = std::make_unique<Handles>();
    Handles& h = *m_handles;
    const auto refused = [this](std::string token = {}) {
        m_handles.reset();
        return Step{Progress::Refused, std::move(token)};
    };
    if (!clientToken || clientToken->empty() || (h.credentials == GSS_C_NO_CREDENTIAL && !h.acquire(m_options)))
        return refused();
    gss_channel_bindings_struct bindings{};
    bindings.application_data = bufferOf(m_options.channelBindings);
    gss_buffer_desc input = bufferOf(*clientToken);
    gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    OM_uint32 flags = 0;
    const OM_uint32 major = gss_accept_sec_context(
        &minor, &h.context, h.credentials, &input,
        m_options.channelBindings.empty() ? GSS_C_NO_CHANNEL_BINDINGS : &bindings,
        h.client == GSS_C_NO_NAME ? &h.client : nullptr, nullptr, &output, &flags, nullptr, nullptr);
    std::string token = core::toBase64(taken(output));
    if (GSS_ERROR(major)) {
        const std::string cause = kerberosRefusal(*clientToken);
        return refused(cause.empty() ? std::move(token) : core::toBase64(cause));
    }
    if ((major & GSS_S_CONTINUE_NEEDED) != 0)
        return {Progress::Continue, std::move(token)};
    // A client that sends no channel binding is let in without this flag; Strict wants it.
    if (m_options.requiresChannelBinding && (flags & GSS_C_CHANNEL_BOUND_FLAG) == 0)
        return refused();
    gss_OID inner = GSS_C_NO_OID;
    gss_inquire_context(&minor, h.context, nullptr, nullptr, nullptr, &inner, nullptr, nullptr, nullptr);
    h.isNtlm =
        inner != GSS_C_NO_OID && std::string_view(static_cast<const char*>(inner->elements), inner->length) == ntlmOid;
    h.isComplete = true;
    return {Progress::Accepted, std::move(token)};
}

std::string GssAcceptor::clientName() const
{
    if (!m_handles || m_handles->client == GSS_C_NO_NAME)
        return {};
    OM_uint32 minor = 0;
    gss_buffer_desc text = GSS_C_EMPTY_BUFFER;
    if (GSS_ERROR(gss_display_name(&minor, m_handles->client, &text, nullptr)))
        return {};
    return taken(text);
}

Result<Acceptor::Message> GssAcceptor::seal(Message message)
{
    if (!m_handles || m_handles->protocol.empty())
        return message; // the request came in the clear
    Handles& h = *m_handles;
    const std::string_view plain = message.body;
    OM_uint32 minor = 0;
    int isConfidential = 0;
    std::string signature;
    std::string data(plain);
    if (h.isNtlm) {
        gss_buffer_desc input = bufferOf(plain);
        gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
        if (GSS_ERROR(gss_wrap(&minor, h.context, 1, GSS_C_QOP_DEFAULT, &input, &isConfidential, &output)))
            return failure(ErrorKind::OutOfResources, "the answer could not be sealed");
        const std::string sealed = taken(output);
        signature = sealed.substr(0, ntlmSignatureSize);
        data = sealed.substr(ntlmSignatureSize);
    } else {
        std::array<gss_iov_buffer_desc, 3> parts{};
        parts[0].type = GSS_IOV_BUFFER_TYPE_HEADER | GSS_IOV_BUFFER_FLAG_ALLOCATE;
        parts[1].type = GSS_IOV_BUFFER_TYPE_DATA;
        parts[1].buffer = {data.size(), data.data()};
        parts[2].type = GSS_IOV_BUFFER_TYPE_PADDING | GSS_IOV_BUFFER_FLAG_ALLOCATE;
        const OM_uint32 major = gss_wrap_iov(&minor, h.context, 1, GSS_C_QOP_DEFAULT, &isConfidential, parts.data(),
                                             static_cast<int>(parts.size()));
        if (!GSS_ERROR(major)) {
            signature.assign(static_cast<const char*>(parts[0].buffer.value), parts[0].buffer.length);
            data.append(static_cast<const char*>(parts[2].buffer.value), parts[2].buffer.length);
        }
        gss_release_iov_buffer(&minor, parts.data(), static_cast<int>(parts.size()));
        if (GSS_ERROR(major))
            return failure(ErrorKind::OutOfResources, "the answer could not be sealed");
    }
    const std::string tab = h.hasTab ? "\t" : "";
    const std::string lineEnd = "\r\n";
    const auto size = static_cast<std::uint32_t>(signature.size());
    std::string body(boundaryLine);
    body += lineEnd + tab + "Content-Type: " + h.protocol + lineEnd;
    body += tab + "OriginalContent: type=application/soap+xml;charset=UTF-8;Length=" + std::to_string(data.size()) +
            lineEnd;
    body += std::string(boundaryLine) + lineEnd + tab + "Content-Type: application/octet-stream" + lineEnd;
    for (unsigned shift = 0; shift < 32; shift += 8)
        body += static_cast<char>((size >> shift) & 0xFFU);
    body += signature + data + std::string(boundaryLine) + "--" + lineEnd;
    return Message{"multipart/encrypted;protocol=\"" + h.protocol + "\";boundary=\"Encrypted Boundary\"",
                   std::move(body)};
}

Result<Acceptor::Message> GssAcceptor::unseal(Message message)
{
    if (!message.contentType.starts_with("multipart/encrypted")) {
        if (m_options.requiresSealing)
            return failure(ErrorKind::EncryptionRequired);
        if (m_handles)
            m_handles->protocol.clear();
        return message;
    }
    if (!m_handles || !m_handles->isComplete)
        return tampered("nobody is signed in");
    const std::string_view body = message.body;
    const std::string_view head = body.substr(0, std::min<std::size_t>(body.size(), 1024));
    const auto length = valueAfter(head, "Length=");
    constexpr std::string_view octets = "Content-Type: application/octet-stream\r\n";
    const auto start = head.find(octets);
    if (!body.starts_with(boundaryLine) || !length || start == std::string_view::npos)
        return tampered("not a multipart/encrypted body");
    std::string_view data = body.substr(start + octets.size());
    if (data.size() < 4)
        return tampered("cut short");
    std::uint32_t signatureSize = 0;
    for (std::size_t index = 4; index-- > 0;)
        signatureSize = (signatureSize << 8) | static_cast<unsigned char>(data[index]);
    data.remove_prefix(4);
    std::size_t plainSize = 0;
    for (const char digit : *length) {
        if (digit < '0' || digit > '9' || plainSize > body.size())
            return tampered("bad length");
        plainSize = plainSize * 10 + static_cast<std::size_t>(digit - '0');
    }
    if (signatureSize > data.size() || plainSize > data.size() - signatureSize)
        return tampered("lengths do not fit");
    if (!data.substr(signatureSize + plainSize).starts_with("--Encrypted Boundary--"))
        return tampered("no closing boundary");
    gss_buffer_desc input = bufferOf(data.substr(0, signatureSize + plainSize));
    gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    int isConfidential = 0;
    const OM_uint32 major = gss_unwrap(&minor, m_handles->context, &input, &output, &isConfidential, nullptr);
    std::string plain = taken(output); // a replayed message is there as well, and must be let go
    if (major != GSS_S_COMPLETE || isConfidential == 0)
        return tampered("does not unseal");
    const auto protocol = valueAfter(message.contentType, "protocol=\"");
    m_handles->protocol = protocol ? std::string(protocol->substr(0, protocol->find('"'))) : std::string();
    m_handles->hasTab = head.find("\r\n\tContent-Type") != std::string_view::npos;
    return Message{"application/soap+xml;charset=UTF-8", std::move(plain)};
}

} // namespace deskwarden::simulator
