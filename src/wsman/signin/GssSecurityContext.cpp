// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/GssSecurityContext.h"

#include "wsman/signin/GssStatus.h"
#include "wsman/signin/KerberosTickets.h"
#include "wsman/signin/NtHash.h"

#include <gssapi/gssapi_ext.h>
#include <gssapi/gssapi_krb5.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace deskwarden::wsman {

using core::AuthScheme;
using core::ErrorKind;
using core::failure;
using core::Result;

namespace {

// DER contents of 1.3.6.1.5.5.2 (SPNEGO), 1.2.840.113554.1.2.2 (Kerberos), 1.3.6.1.4.1.311.2.2.10 (NTLM).
constexpr std::string_view spnegoOid = "\x2b\x06\x01\x05\x05\x02";
constexpr std::string_view kerberosOid = "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02";
constexpr std::string_view ntlmOid = "\x2b\x06\x01\x04\x01\x82\x37\x02\x02\x0a";

constexpr OM_uint32 wantedFlags =
    GSS_C_MUTUAL_FLAG | GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG | GSS_C_CONF_FLAG | GSS_C_INTEG_FLAG;
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

bool isOid(gss_OID oid, std::string_view der)
{
    return oid != GSS_C_NO_OID && std::string_view(static_cast<const char*>(oid->elements), oid->length) == der;
}

/// A buffer that GSSAPI allocated.
class GssBuffer final
{
public:
    GssBuffer() = default;
    GssBuffer(const GssBuffer&) = delete;
    GssBuffer& operator=(const GssBuffer&) = delete;
    ~GssBuffer()
    {
        OM_uint32 minor = 0;
        gss_release_buffer(&minor, &m_buffer);
    }
    [[nodiscard]] gss_buffer_t out() { return &m_buffer; }
    [[nodiscard]] std::string_view view() const { return {static_cast<const char*>(m_buffer.value), m_buffer.length}; }

private:
    gss_buffer_desc m_buffer = GSS_C_EMPTY_BUFFER;
};

bool isIpAddress(std::string_view host)
{
    return host.find(':') != std::string_view::npos || host.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// Which mechanisms to try inside SPNEGO, in order. One at a time, so that each failure has its own cause.
std::vector<Mechanism> mechanismsToTry(const SecurityIdentity& identity)
{
    if (identity.scheme == AuthScheme::Kerberos)
        return {Mechanism::Kerberos};
    if (identity.scheme == AuthScheme::Ntlm)
        return {Mechanism::Ntlm};
    if (identity.user.empty())
        return {Mechanism::Kerberos};
    // DOMAIN\user names a NetBIOS domain, which Kerberos does not know; and no address has a service name.
    if (isIpAddress(identity.host) || identity.user.find('\\') != std::string::npos)
        return {Mechanism::Ntlm};
    return {Mechanism::Kerberos, Mechanism::Ntlm};
}

/// All that GSSAPI works on, so that a call that was left behind keeps it alive alone.
class GssHandles final : public SecurityHandles
{
public:
    explicit GssHandles(SecurityIdentity identity)
        : m_identity(std::move(identity))
        , m_untried(mechanismsToTry(m_identity))
    {}
    GssHandles(const GssHandles&) = delete;
    GssHandles& operator=(const GssHandles&) = delete;
    ~GssHandles() override { release(); }

    Result<std::string> step(std::string_view serverToken) override;
    [[nodiscard]] bool isEstablished() const noexcept override { return m_isComplete; }
    [[nodiscard]] Mechanism mechanism() const noexcept override { return m_mechanism; }
    Result<SealedMessage> seal(std::string_view plain) override;
    Result<std::string> unseal(std::string_view header, std::string_view ciphertext) override;

private:
    void release();
    bool isRawKerberos() const { return m_identity.scheme == AuthScheme::Kerberos; }
    Result<std::string> begin();
    [[nodiscard]] bool isLocalAccount() const;
    Result<> acquire(Mechanism mechanism);
    Result<> acquireKerberos();
    Result<> acquireNtlm();
    Result<> restrictTo(std::string_view mechanism);
    core::ManagementError causeBehindSpnego(OM_uint32 major, OM_uint32 minor);
    Result<std::string> advance(std::string_view serverToken);
    Result<> checkGranted(OM_uint32 flags);
    core::ManagementError error(OM_uint32 major, OM_uint32 minor);

    SecurityIdentity m_identity;
    std::vector<Mechanism> m_untried;
    gss_ctx_id_t m_context = GSS_C_NO_CONTEXT;
    gss_cred_id_t m_credentials = GSS_C_NO_CREDENTIAL;
    gss_name_t m_target = GSS_C_NO_NAME;
    std::optional<KerberosTickets> m_tickets;
    Mechanism m_mechanism = Mechanism::Ntlm;
    OM_uint32 m_lastMinor = 0;
    bool m_isComplete = false;
};

} // namespace

void GssHandles::release()
{
    OM_uint32 minor = 0;
    if (m_context != GSS_C_NO_CONTEXT)
        gss_delete_sec_context(&minor, &m_context, GSS_C_NO_BUFFER);
    if (m_credentials != GSS_C_NO_CREDENTIAL)
        gss_release_cred(&minor, &m_credentials);
    if (m_target != GSS_C_NO_NAME)
        gss_release_name(&minor, &m_target);
    m_tickets.reset();
}

core::ManagementError GssHandles::error(OM_uint32 major, OM_uint32 minor)
{
    m_lastMinor = minor;
    gss_OID_desc mechanism = oidOf(m_mechanism == Mechanism::Kerberos ? kerberosOid : ntlmOid);
    return errorFromGss(major, minor, &mechanism);
}

/// Acquires credentials and imports the service's name for one mechanism.
Result<> GssHandles::acquire(Mechanism mechanism)
{
    release();
    m_mechanism = mechanism;
    OM_uint32 minor = 0;
    const std::string service = m_identity.serviceClass + '@' + m_identity.host;
    gss_buffer_desc serviceBuffer = bufferOf(service);
    OM_uint32 major = gss_import_name(&minor, &serviceBuffer, GSS_C_NT_HOSTBASED_SERVICE, &m_target);
    if (GSS_ERROR(major))
        return failure(error(major, minor));
    if (m_identity.user.empty()) {
        if (mechanism == Mechanism::Ntlm)
            return failure(ErrorKind::SignInImpossible, "NTLM needs a user name and a password here");
        return {}; // the current user's tickets
    }

    return mechanism == Mechanism::Kerberos ? acquireKerberos() : acquireNtlm();
}

/// The tickets are got by Kerberos' own call: inside SPNEGO the cause of a failure is lost.
Result<> GssHandles::acquireKerberos()
{
    m_tickets.emplace();
    if (const krb5_error_code refused = m_tickets->obtain(m_identity.user, m_identity.password)) {
        m_lastMinor = static_cast<OM_uint32>(refused);
        return failure(errorFromKerberos(m_lastMinor, m_tickets->wordsFor(refused)));
    }
    const std::string cache = m_tickets->cacheName();
    gss_key_value_element_desc place{"ccache", cache.c_str()};
    const gss_key_value_set_desc store{1, &place};
    gss_OID_desc outer = oidOf(isRawKerberos() ? kerberosOid : spnegoOid);
    gss_OID_set_desc outerSet{1, &outer};
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_acquire_cred_from(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &outerSet, GSS_C_INITIATE,
                                                  &store, &m_credentials, nullptr, nullptr);
    if (GSS_ERROR(major))
        return failure(error(major, minor));
    return isRawKerberos() ? Result<>() : restrictTo(kerberosOid);
}

/// gss_acquire_cred_with_password() would hand the password to every mechanism below SPNEGO, and Kerberos' asks the KDC
/// with it before anybody can say that only NTLM is wanted. So NTLM gets it by its own key of the credential store, and
/// Kerberos is shown places where nothing is.
Result<> GssHandles::acquireNtlm()
{
    OM_uint32 minor = 0;
    gss_buffer_desc userBuffer = bufferOf(m_identity.user);
    gss_name_t user = GSS_C_NO_NAME;
    OM_uint32 major = gss_import_name(&minor, &userBuffer, GSS_C_NT_USER_NAME, &user);
    if (GSS_ERROR(major))
        return failure(error(major, minor));
    gss_OID_desc outer = oidOf(spnegoOid);
    gss_OID_set_desc outerSet{1, &outer};
    const auto hash = ntHash(m_identity.password.reveal());
    std::string password(hash ? hash->reveal() : m_identity.password.reveal());
    std::array<gss_key_value_element_desc, 3> places{{{hash ? "ntlmssp_nthash" : "ntlmssp_password", password.c_str()},
                                                      {"ccache", "MEMORY:deskwarden-empty"},
                                                      {"client_keytab", "MEMORY:deskwarden-empty"}}};
    const gss_key_value_set_desc store{static_cast<OM_uint32>(places.size()), places.data()};
    major = gss_acquire_cred_from(&minor, user, GSS_C_INDEFINITE, &outerSet, GSS_C_INITIATE, &store, &m_credentials,
                                  nullptr, nullptr);
    core::wipe(password);
    OM_uint32 ignored = 0;
    gss_release_name(&ignored, &user);
    if (GSS_ERROR(major))
        return failure(error(major, minor));
    return restrictTo(ntlmOid);
}

/// Lets SPNEGO offer only this mechanism.
Result<> GssHandles::restrictTo(std::string_view mechanism)
{
    gss_OID_desc inner = oidOf(mechanism);
    gss_OID_set_desc innerSet{1, &inner};
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_set_neg_mechs(&minor, m_credentials, &innerSet);
    if (GSS_ERROR(major))
        return failure(error(major, minor));
    return {};
}

/// SPNEGO only says that no mechanism works. Asking Kerberos itself for the service's ticket names the cause; no
/// password is involved any more.
core::ManagementError GssHandles::causeBehindSpnego(OM_uint32 major, OM_uint32 minor)
{
    gss_OID_desc kerberos = oidOf(kerberosOid);
    gss_OID_set_desc kerberosSet{1, &kerberos};
    const std::string cache = m_tickets ? m_tickets->cacheName() : std::string();
    gss_key_value_element_desc place{"ccache", cache.c_str()};
    const gss_key_value_set_desc store{m_tickets ? OM_uint32{1} : OM_uint32{0}, &place};
    gss_cred_id_t credentials = GSS_C_NO_CREDENTIAL;
    gss_ctx_id_t trial = GSS_C_NO_CONTEXT;
    OM_uint32 cause = 0;
    OM_uint32 result = gss_acquire_cred_from(&cause, GSS_C_NO_NAME, GSS_C_INDEFINITE, &kerberosSet, GSS_C_INITIATE,
                                             &store, &credentials, nullptr, nullptr);
    GssBuffer output;
    if (!GSS_ERROR(result))
        result =
            gss_init_sec_context(&cause, credentials, &trial, m_target, &kerberos, wantedFlags, GSS_C_INDEFINITE,
                                 GSS_C_NO_CHANNEL_BINDINGS, GSS_C_NO_BUFFER, nullptr, output.out(), nullptr, nullptr);
    core::ManagementError named = GSS_ERROR(result) ? error(result, cause) : error(major, minor);
    OM_uint32 ignored = 0;
    gss_delete_sec_context(&ignored, &trial, GSS_C_NO_BUFFER);
    gss_release_cred(&ignored, &credentials);
    return named;
}

/// A name without a realm that the KDC does not know: an account of the server itself. No password was tried yet.
bool GssHandles::isLocalAccount() const
{
    return isUnknownPrincipal(m_lastMinor) && m_identity.user.find('@') == std::string::npos;
}

Result<std::string> GssHandles::begin()
{
    for (;;) {
        const Mechanism mechanism = m_untried.front();
        m_untried.erase(m_untried.begin());
        m_lastMinor = 0;
        Result<std::string> token = acquire(mechanism).and_then([this] { return advance({}); });
        if (token || m_untried.empty() || !(isKerberosOutOfReach(m_lastMinor) || isLocalAccount()))
            return token;
    }
}

Result<std::string> GssHandles::advance(std::string_view serverToken)
{
    gss_channel_bindings_struct bindings{};
    bindings.application_data = bufferOf(m_identity.channelBindings);
    gss_OID_desc mechanism = oidOf(isRawKerberos() ? kerberosOid : spnegoOid);
    gss_buffer_desc input = bufferOf(serverToken);
    GssBuffer output;
    OM_uint32 minor = 0;
    OM_uint32 flags = 0;
    const OM_uint32 major =
        gss_init_sec_context(&minor, m_credentials, &m_context, m_target, &mechanism, wantedFlags, GSS_C_INDEFINITE,
                             m_identity.channelBindings.empty() ? GSS_C_NO_CHANNEL_BINDINGS : &bindings,
                             serverToken.empty() ? GSS_C_NO_BUFFER : &input, nullptr, output.out(), &flags, nullptr);
    if (GSS_ERROR(major)) {
        if (auto told = m_mechanism == Mechanism::Kerberos ? errorInToken(serverToken) : std::nullopt)
            return failure(std::move(*told));
        const bool isHidden = m_mechanism == Mechanism::Kerberos && !isRawKerberos() && serverToken.empty();
        return failure(isHidden ? causeBehindSpnego(major, minor) : error(major, minor));
    }
    if ((major & GSS_S_CONTINUE_NEEDED) == 0) {
        if (auto granted = checkGranted(flags); !granted)
            return failure(std::move(granted.error()));
        m_isComplete = true;
    }
    return std::string(output.view());
}

/// Nothing is sealed with less than what was asked for. NTLM knows no mutual authentication.
Result<> GssHandles::checkGranted(OM_uint32 flags)
{
    OM_uint32 minor = 0;
    gss_OID inner = GSS_C_NO_OID;
    const OM_uint32 major =
        gss_inquire_context(&minor, m_context, nullptr, nullptr, nullptr, &inner, nullptr, nullptr, nullptr);
    if (GSS_ERROR(major))
        return failure(error(major, minor));
    m_mechanism = isOid(inner, kerberosOid) ? Mechanism::Kerberos : Mechanism::Ntlm;
    if (m_mechanism == Mechanism::Ntlm && !isOid(inner, ntlmOid))
        return failure(ErrorKind::SignInImpossible, "the server chose a mechanism that is neither Kerberos nor NTLM");
    const OM_uint32 needed =
        GSS_C_CONF_FLAG | GSS_C_INTEG_FLAG | (m_mechanism == Mechanism::Kerberos ? OM_uint32{GSS_C_MUTUAL_FLAG} : 0);
    if ((flags & needed) != needed)
        return failure(noEncryption("the server did not grant encryption, integrity and proof of its identity"));
    return {};
}

Result<std::string> GssHandles::step(std::string_view serverToken)
{
    if (m_isComplete)
        return failure(ErrorKind::SignInImpossible, "the server goes on after the sign-in is complete");
    if (m_context == GSS_C_NO_CONTEXT && m_untried.empty())
        return failure(ErrorKind::SignInImpossible, "the sign-in was tried already");
    return m_context == GSS_C_NO_CONTEXT ? begin() : advance(serverToken);
}

Result<SealedMessage> GssHandles::seal(std::string_view plain)
{
    OM_uint32 minor = 0;
    SealedMessage message;
    if (m_mechanism == Mechanism::Ntlm) {
        // gss-ntlmssp has no gss_wrap_iov; its gss_wrap puts the signature first.
        gss_buffer_desc input = bufferOf(plain);
        GssBuffer output;
        int isConfidential = 0;
        const OM_uint32 major =
            gss_wrap(&minor, m_context, 1, GSS_C_QOP_DEFAULT, &input, &isConfidential, output.out());
        if (GSS_ERROR(major))
            return failure(errorFromGss(major, minor, GSS_C_NO_OID));
        if (isConfidential == 0 || output.view().size() < ntlmSignatureSize)
            return failure(ErrorKind::UnprotectedRefused, "the message could not be encrypted");
        message.header = output.view().substr(0, ntlmSignatureSize);
        message.ciphertext = output.view().substr(ntlmSignatureSize);
        return message;
    }
    // Plain gss_wrap leaves Kerberos' trailer at the end; Windows wants SSPI's layout, with all of it in the header.
    message.ciphertext = plain;
    std::array<gss_iov_buffer_desc, 3> parts{};
    parts[0].type = GSS_IOV_BUFFER_TYPE_HEADER | GSS_IOV_BUFFER_FLAG_ALLOCATE;
    parts[1].type = GSS_IOV_BUFFER_TYPE_DATA;
    parts[1].buffer = {message.ciphertext.size(), message.ciphertext.data()};
    parts[2].type = GSS_IOV_BUFFER_TYPE_PADDING | GSS_IOV_BUFFER_FLAG_ALLOCATE;
    int isConfidential = 0;
    const OM_uint32 major = gss_wrap_iov(&minor, m_context, 1, GSS_C_QOP_DEFAULT, &isConfidential, parts.data(),
                                         static_cast<int>(parts.size()));
    OM_uint32 ignored = 0;
    if (!GSS_ERROR(major) && isConfidential != 0) {
        message.header.assign(static_cast<const char*>(parts[0].buffer.value), parts[0].buffer.length);
        message.ciphertext.append(static_cast<const char*>(parts[2].buffer.value), parts[2].buffer.length);
    }
    gss_release_iov_buffer(&ignored, parts.data(), static_cast<int>(parts.size()));
    if (GSS_ERROR(major))
        return failure(errorFromGss(major, minor, GSS_C_NO_OID));
    if (isConfidential == 0)
        return failure(ErrorKind::UnprotectedRefused, "the message could not be encrypted");
    return message;
}

Result<std::string> GssHandles::unseal(std::string_view header, std::string_view ciphertext)
{
    // gss_unwrap takes header and data in one piece, whatever way the sender has rotated them. On the wire they are
    // one.
    std::string joined;
    std::string_view whole(header.data(), header.size() + ciphertext.size());
    if (header.empty() || header.data() + header.size() != ciphertext.data()) {
        joined.append(header).append(ciphertext);
        whole = joined;
    }
    gss_buffer_desc input = bufferOf(whole);
    GssBuffer output;
    OM_uint32 minor = 0;
    int isConfidential = 0;
    const OM_uint32 major = gss_unwrap(&minor, m_context, &input, output.out(), &isConfidential, nullptr);
    if (GSS_ERROR(major)) {
        return failure(errorFromGss(major, minor, GSS_C_NO_OID));
    }
    // A replayed or reordered message unwraps, with these bits set beside GSS_S_COMPLETE (RFC 2743 1.2.3).
    constexpr OM_uint32 disorder = GSS_S_DUPLICATE_TOKEN | GSS_S_OLD_TOKEN | GSS_S_UNSEQ_TOKEN | GSS_S_GAP_TOKEN;
    if ((major & disorder) != 0)
        return failure(ErrorKind::MessageTampered, "the answer was replayed or came out of order");
    if (isConfidential == 0)
        return failure(ErrorKind::MessageTampered, "the answer was signed but not encrypted");
    return std::string(output.view());
}

GssSecurityContext::GssSecurityContext(SecurityIdentity identity, std::shared_ptr<management::AbandonedCalls> calls)
    : LibrarySecurityContext(std::make_shared<GssHandles>(std::move(identity)), std::move(calls))
{}

} // namespace deskwarden::wsman
