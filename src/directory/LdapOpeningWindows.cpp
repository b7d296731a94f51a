// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/LdapFailure.h"
#include "directory/LdapLibrary.h"
#include "directory/LdapOpening.h"
#include "directory/LdapPatience.h"

namespace deskwarden::directory {

namespace {

using core::DirectoryProblem;
using core::ErrorKind;

std::string wordsOf(ULONG code)
{
    const char* const words = ldap_err2stringA(code);
    return words ? words : "";
}

core::Result<> checked(LdapStage stage, ULONG code)
{
    if (code == LDAP_SUCCESS)
        return {};
    return core::failure(ldapError(stage, static_cast<int>(code), wordsOf(code)));
}

/// Windows itself ties a ticket to the TLS connection, for servers that ask for that.
ULONG signIn(ldap* connection, const LdapIdentity& identity)
{
    if (identity.isKerberos)
        return ldap_bind_sA(connection, nullptr, nullptr, LDAP_AUTH_NEGOTIATE);
    std::string user = identity.user;
    std::string password(identity.password.reveal());
    const ULONG code = ldap_bind_sA(connection, user.data(), password.data(), LDAP_AUTH_SIMPLE);
    core::wipe(password);
    return code;
}

} // namespace

void LdapEnd::operator()(ldap* connection) const noexcept
{
    ldap_unbind(connection);
}

core::Result<LdapOwner> openLdap(const LdapTarget& target, const LdapIdentity& identity,
                                 const management::CallContext& context)
{
    if (!target.caFile.empty()) // Windows looks at its own store
        return ldapFailure(ErrorKind::NotSupported, DirectoryProblem::Untrusted,
                           "On Windows the authorities are those of Windows; leave the file out.");
    std::string host = target.host;
    ldap* const made = ldap_sslinitA(host.data(), target.port, target.isTlsFromStart ? 1 : 0);
    if (made == nullptr)
        return core::failure(ldapError(LdapStage::Connecting, static_cast<int>(LdapGetLastError()), {}));
    LdapOwner connection(made);
    const ULONG version = LDAP_VERSION3;
    ldap_set_option(made, LDAP_OPT_PROTOCOL_VERSION, &version);
    ldap_set_option(made, LDAP_OPT_REFERRALS, LDAP_OPT_OFF);
    ldap_set_option(made, LDAP_OPT_SIGN, LDAP_OPT_OFF); // refused by Active Directory inside TLS
    ldap_set_option(made, LDAP_OPT_ENCRYPT, LDAP_OPT_OFF);
    LdapTime time = timeLeft(context);
    if (auto done = checked(LdapStage::Connecting, ldap_connect(made, &time)); !done)
        return core::failure(std::move(done).error());
    if (!target.isTlsFromStart) {
        if (auto done = checked(LdapStage::Protecting, ldap_start_tls_sA(made, nullptr, nullptr, nullptr, nullptr));
            !done)
            return core::failure(std::move(done).error());
    }
    if (auto done = checked(LdapStage::SigningIn, signIn(made, identity)); !done)
        return core::failure(std::move(done).error());
    return connection;
}

} // namespace deskwarden::directory
