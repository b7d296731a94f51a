// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "bench/UnwrapFloor.h"

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>

#include <array>
#include <ctime>
#include <string_view>

namespace deskwarden::bench {

namespace {

constexpr std::string_view kerberosOid = "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02";
constexpr std::string_view ntlmOid = "\x2b\x06\x01\x04\x01\x82\x37\x02\x02\x0a";
constexpr OM_uint32 flags =
    GSS_C_MUTUAL_FLAG | GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG | GSS_C_CONF_FLAG | GSS_C_INTEG_FLAG;

gss_buffer_desc bufferOf(std::string_view text)
{
    return {text.size(), const_cast<char*>(text.data())}; // GSSAPI's C structs have no const
}

gss_name_t nameOf(std::string_view text, gss_OID type)
{
    OM_uint32 minor = 0;
    gss_buffer_desc buffer = bufferOf(text);
    gss_name_t name = GSS_C_NO_NAME;
    gss_import_name(&minor, &buffer, type, &name);
    return name;
}

/// Both ends of one conversation.
class Pair final
{
public:
    Pair(Unwrapping how, const std::string& user, const std::string& password)
        : m_isNtlm(how == Unwrapping::Ntlm)
    {
        const std::string_view der = m_isNtlm ? ntlmOid : kerberosOid;
        gss_OID_desc mechanism{static_cast<OM_uint32>(der.size()), const_cast<char*>(der.data())};
        OM_uint32 minor = 0;
        if (m_isNtlm) { // Kerberos takes the ticket of the current user
            gss_OID_set_desc mechanisms{1, &mechanism};
            gss_buffer_desc secret = bufferOf(password);
            gss_name_t who = nameOf(user, GSS_C_NT_USER_NAME);
            gss_acquire_cred_with_password(&minor, who, &secret, GSS_C_INDEFINITE, &mechanisms, GSS_C_INITIATE,
                                           &m_credentials, nullptr, nullptr);
            gss_release_name(&minor, &who);
        }
        m_target = nameOf("HTTP@localhost", GSS_C_NT_HOSTBASED_SERVICE);
        handshake(mechanism);
    }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;
    ~Pair()
    {
        OM_uint32 minor = 0;
        gss_delete_sec_context(&minor, &m_client, GSS_C_NO_BUFFER);
        gss_delete_sec_context(&minor, &m_server, GSS_C_NO_BUFFER);
        gss_release_cred(&minor, &m_credentials);
        gss_release_name(&minor, &m_target);
    }
    [[nodiscard]] bool isEstablished() const { return m_isEstablished; }
    [[nodiscard]] gss_ctx_id_t client() const { return m_client; }

    /// As it stands on the wire: the signature, then the data. Empty if it failed.
    [[nodiscard]] std::string sealed(const std::string& plain)
    {
        OM_uint32 minor = 0;
        int isConfidential = 0;
        std::string wire;
        if (m_isNtlm) {
            gss_buffer_desc input = bufferOf(plain);
            gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
            gss_wrap(&minor, m_server, 1, GSS_C_QOP_DEFAULT, &input, &isConfidential, &output);
            wire.assign(static_cast<const char*>(output.value), output.length);
            gss_release_buffer(&minor, &output);
        } else { // SSPI's layout, as Windows sends it
            std::string data = plain;
            std::array<gss_iov_buffer_desc, 3> parts{};
            parts[0].type = GSS_IOV_BUFFER_TYPE_HEADER | GSS_IOV_BUFFER_FLAG_ALLOCATE;
            parts[1].type = GSS_IOV_BUFFER_TYPE_DATA;
            parts[1].buffer = {data.size(), data.data()};
            parts[2].type = GSS_IOV_BUFFER_TYPE_PADDING | GSS_IOV_BUFFER_FLAG_ALLOCATE;
            gss_wrap_iov(&minor, m_server, 1, GSS_C_QOP_DEFAULT, &isConfidential, parts.data(), 3);
            wire.assign(static_cast<const char*>(parts[0].buffer.value), parts[0].buffer.length);
            wire += data;
            wire.append(static_cast<const char*>(parts[2].buffer.value), parts[2].buffer.length);
            gss_release_iov_buffer(&minor, parts.data(), 3);
        }
        return isConfidential != 0 ? wire : std::string();
    }

private:
    void handshake(gss_OID_desc& mechanism)
    {
        gss_buffer_desc fromServer = GSS_C_EMPTY_BUFFER;
        for (int leg = 0; leg < 6; ++leg) {
            OM_uint32 minor = 0;
            gss_buffer_desc fromClient = GSS_C_EMPTY_BUFFER;
            OM_uint32 asked =
                gss_init_sec_context(&minor, m_credentials, &m_client, m_target, &mechanism, flags, GSS_C_INDEFINITE,
                                     GSS_C_NO_CHANNEL_BINDINGS, &fromServer, nullptr, &fromClient, nullptr, nullptr);
            gss_release_buffer(&minor, &fromServer);
            OM_uint32 answered = GSS_S_COMPLETE;
            if (!GSS_ERROR(asked) && fromClient.length > 0)
                answered = gss_accept_sec_context(&minor, &m_server, GSS_C_NO_CREDENTIAL, &fromClient,
                                                  GSS_C_NO_CHANNEL_BINDINGS, nullptr, nullptr, &fromServer, nullptr,
                                                  nullptr, nullptr);
            gss_release_buffer(&minor, &fromClient);
            m_isEstablished = asked == GSS_S_COMPLETE && answered == GSS_S_COMPLETE && fromServer.length == 0;
            if (GSS_ERROR(asked) || GSS_ERROR(answered) || m_isEstablished)
                break;
        }
        OM_uint32 minor = 0;
        gss_release_buffer(&minor, &fromServer);
    }

    const bool m_isNtlm;
    gss_cred_id_t m_credentials = GSS_C_NO_CREDENTIAL;
    gss_name_t m_target = GSS_C_NO_NAME;
    gss_ctx_id_t m_client = GSS_C_NO_CONTEXT;
    gss_ctx_id_t m_server = GSS_C_NO_CONTEXT;
    bool m_isEstablished = false;
};

bool unwrap(gss_ctx_id_t context, std::string& wire)
{
    OM_uint32 minor = 0;
    int isConfidential = 0;
    gss_buffer_desc input = bufferOf(wire);
    gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
    const OM_uint32 major = gss_unwrap(&minor, context, &input, &output, &isConfidential, nullptr);
    gss_release_buffer(&minor, &output);
    return major == GSS_S_COMPLETE && isConfidential != 0;
}

bool unwrapInPlace(gss_ctx_id_t context, std::string& wire)
{
    OM_uint32 minor = 0;
    int isConfidential = 0;
    std::array<gss_iov_buffer_desc, 2> parts{};
    parts[0].type = GSS_IOV_BUFFER_TYPE_STREAM;
    parts[0].buffer = {wire.size(), wire.data()};
    parts[1].type = GSS_IOV_BUFFER_TYPE_DATA;
    const OM_uint32 major = gss_unwrap_iov(&minor, context, &isConfidential, nullptr, parts.data(), 2);
    return major == GSS_S_COMPLETE && isConfidential != 0;
}

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

std::optional<double> unwrapMilliseconds(Unwrapping how, const std::string& user, const std::string& password,
                                         const std::vector<std::string>& messages)
{
    Pair pair(how, user, password);
    if (!pair.isEstablished())
        return std::nullopt;
    std::vector<std::string> wire;
    for (const std::string& message : messages)
        wire.push_back(pair.sealed(message));
    const double begun = cpuMilliseconds();
    for (std::string& message : wire) {
        const bool isWhole =
            how == Unwrapping::KerberosInPlace ? unwrapInPlace(pair.client(), message) : unwrap(pair.client(), message);
        if (!isWhole)
            return std::nullopt;
    }
    return cpuMilliseconds() - begun;
}

} // namespace deskwarden::bench
