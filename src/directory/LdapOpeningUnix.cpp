// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/PipeSignalGuard.h"
#include "directory/LdapFailure.h"
#include "directory/LdapLibrary.h"
#include "directory/LdapOpening.h"
#include "directory/LdapPatience.h"

#include <sasl/sasl.h>
#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace deskwarden::directory {

namespace {

using core::DirectoryProblem;
using core::ErrorKind;

// A photo of 5 MB is read and then left out; what is larger ends the conversation.
constexpr ber_len_t longestMessage = 16UL * 1024 * 1024;

std::string wordsOf(ldap* connection, int code)
{
    char* diagnostic = nullptr;
    ldap_get_option(connection, LDAP_OPT_DIAGNOSTIC_MESSAGE, &diagnostic);
    std::string words = ldap_err2string(code);
    if (diagnostic != nullptr && *diagnostic != '\0')
        words += std::string(": ") + diagnostic;
    ldap_memfree(diagnostic);
    return words;
}

/// The library has no built-in place of the authorities; distributions have these.
std::string systemAuthorities()
{
    constexpr std::array<std::string_view, 3> places{"/etc/ssl/certs/ca-certificates.crt",
                                                     "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem"};
    for (const std::string_view place : places) {
        std::error_code ignored;
        if (std::filesystem::exists(place, ignored))
            return std::string(place);
    }
    return {};
}

/// Said to this conversation alone, whatever ldap.conf or the environment say.
bool isSetUp(ldap* connection, const LdapTarget& target, int demand, const management::CallContext& context)
{
    const int version = LDAP_VERSION3;
    const int oldest = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2;
    const int asClient = 0;
    const LdapTime time = timeLeft(context);
    const std::string authorities = target.caFile.empty() ? systemAuthorities() : target.caFile;
    const auto isTaken = [connection](int option, const void* value) {
        return ldap_set_option(connection, option, value) == LDAP_OPT_SUCCESS;
    };
    return isTaken(LDAP_OPT_PROTOCOL_VERSION, &version) && isTaken(LDAP_OPT_REFERRALS, LDAP_OPT_OFF) &&
           isTaken(LDAP_OPT_NETWORK_TIMEOUT, &time) && isTaken(LDAP_OPT_TIMEOUT, &time) &&
           isTaken(LDAP_OPT_X_SASL_NOCANON, LDAP_OPT_ON) && isTaken(LDAP_OPT_X_TLS_REQUIRE_CERT, &demand) &&
           isTaken(LDAP_OPT_X_TLS_PROTOCOL_MIN, &oldest) && isTaken(LDAP_OPT_X_TLS_CACERTFILE, authorities.c_str()) &&
           isTaken(LDAP_OPT_X_TLS_NEWCTX, &asClient);
}

/// The operator is asked nothing.
int answerNothing(LDAP* /*connection*/, unsigned /*flags*/, void* /*defaults*/, void* questions)
{
    for (auto* question = static_cast<sasl_interact_t*>(questions); question->id != SASL_CB_LIST_END; ++question) {
        question->result = "";
        question->len = 0;
    }
    return LDAP_SUCCESS;
}

int signInByKerberos(ldap* connection)
{
    // Sealing inside TLS is refused by Active Directory; the certificate's hash ties the ticket to this TLS connection
    // (RFC 5929), for servers that ask for that.
    std::string properties = "minssf=0,maxssf=0";
    int binding = LDAP_OPT_X_SASL_CBINDING_TLS_ENDPOINT;
    ldap_set_option(connection, LDAP_OPT_X_SASL_SECPROPS, properties.data());
    ldap_set_option(connection, LDAP_OPT_X_SASL_CBINDING, &binding);
    return ldap_sasl_interactive_bind_s(connection, nullptr, "GSSAPI", nullptr, nullptr, LDAP_SASL_QUIET, answerNothing,
                                        nullptr);
}

int signInByPassword(ldap* connection, const LdapIdentity& identity)
{
    core::Secret password = identity.password;
    std::string bytes(password.reveal());
    berval credentials{bytes.size(), bytes.data()};
    const int code =
        ldap_sasl_bind_s(connection, identity.user.c_str(), LDAP_SASL_SIMPLE, &credentials, nullptr, nullptr, nullptr);
    core::wipe(bytes);
    return code;
}

core::Result<> signIn(ldap* connection, const LdapIdentity& identity)
{
    const int code = identity.isKerberos ? signInByKerberos(connection) : signInByPassword(connection, identity);
    if (code != LDAP_SUCCESS)
        return core::failure(ldapError(LdapStage::SigningIn, code, wordsOf(connection, code)));
    return {};
}

core::Result<> protect(ldap* connection, const LdapTarget& target)
{
    const int code =
        target.isTlsFromStart ? ldap_install_tls(connection) : ldap_start_tls_s(connection, nullptr, nullptr);
    if (code != LDAP_SUCCESS)
        return core::failure(ldapError(LdapStage::Protecting, code, wordsOf(connection, code)));
    return {};
}

/// Connected and inside TLS, by a certificate that is demanded or merely allowed to be good.
core::Result<LdapOwner> protectedConnection(const LdapTarget& target, int demand,
                                            const management::CallContext& context)
{
    const bool isIpv6 = target.host.find(':') != std::string::npos;
    // TLS is put on by a step of its own in either case, so that its failure can be told from a silent server's.
    const std::string address =
        "ldap://" + (isIpv6 ? '[' + target.host + ']' : target.host) + ':' + std::to_string(target.port);
    ldap* made = nullptr;
    const int code = ldap_initialize(&made, address.c_str());
    if (code != LDAP_SUCCESS)
        return core::failure(ldapError(LdapStage::Connecting, code, ldap_err2string(code)));
    LdapOwner connection(made);
    if (!isSetUp(made, target, demand, context))
        return ldapFailure(ErrorKind::TlsFailed, DirectoryProblem::Unprotected,
                           "the LDAP library does not take the settings; is the file of authorities readable?");
    const int connected = ldap_connect(made);
    if (connected != LDAP_SUCCESS)
        return core::failure(ldapError(LdapStage::Connecting, connected, wordsOf(made, connected)));
    if (auto done = protect(made, target); !done)
        return core::failure(std::move(done).error());
    Sockbuf* socket = nullptr;
    if (ldap_get_option(made, LDAP_OPT_SOCKBUF, static_cast<void*>(&socket)) == LDAP_OPT_SUCCESS) {
        ber_len_t longest = longestMessage;
        ber_sockbuf_ctrl(socket, LBER_SB_OPT_SET_MAX_INCOMING, &longest);
    }
    return connection;
}

} // namespace

void LdapEnd::operator()(ldap* connection) const noexcept
{
    const core::PipeSignalGuard guard;
    // Its farewell must not wait for a server that takes nothing any more.
    constexpr timeval patience{0, 100'000};
    int descriptor = -1;
    if (ldap_get_option(connection, LDAP_OPT_DESC, &descriptor) == LDAP_OPT_SUCCESS && descriptor >= 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    ldap_unbind_ext_s(connection, nullptr, nullptr);
}

core::Result<LdapOwner> openLdap(const LdapTarget& target, const LdapIdentity& identity,
                                 const management::CallContext& context)
{
    const core::PipeSignalGuard guard; // the library writes without MSG_NOSIGNAL
    auto connection = protectedConnection(target, LDAP_OPT_X_TLS_DEMAND, context);
    if (!connection) {
        core::ManagementError error = std::move(connection).error();
        // The library does not say whether it is the certificate: then the same goes through without looking at it.
        // Nothing is said over that one.
        if (error.kind == ErrorKind::TlsFailed && !management::ended(context) &&
            protectedConnection(target, LDAP_OPT_X_TLS_ALLOW, context))
        {
            error.kind = ErrorKind::CertificateUntrusted;
            error.reason = DirectoryProblem::Untrusted;
        }
        return core::failure(std::move(error));
    }
    if (auto signedIn = signIn(connection->get(), identity); !signedIn)
        return core::failure(std::move(signedIn).error());
    return connection;
}

} // namespace deskwarden::directory
