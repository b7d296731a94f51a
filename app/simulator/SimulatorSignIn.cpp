// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/simulator/SimulatorSignIn.h"

#include "core/HiddenLetters.h"
#include "simulator/signin/BasicAcceptor.h"
#ifndef _WIN32
#include "simulator/signin/EndPointBinding.h"
#include "simulator/signin/GssAcceptor.h"

#include <unistd.h>
#endif

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

namespace deskwarden::app {

using core::ErrorKind;
using core::failure;
using core::Result;

#ifdef _WIN32

SimulatorSignIn::~SimulatorSignIn() = default;

Result<> SimulatorSignIn::settle(SimulatorOptions& options)
{
    if (options.schemes.ntlm || options.schemes.kerberos)
        return failure(ErrorKind::InvalidInput, "--auth: only basic is accepted on Windows");
    return {};
}

#else

namespace {

bool isReadable(const std::string& file)
{
    return access(file.c_str(), R_OK) == 0;
}

} // namespace

SimulatorSignIn::~SimulatorSignIn()
{
    if (!m_ntlmUsers.empty())
        (void)std::remove(m_ntlmUsers.c_str());
}

// The environment is changed before any thread begins: gss-ntlmssp and Kerberos take these settings from nowhere else.
// NOLINTBEGIN(concurrency-mt-unsafe)

/// gss-ntlmssp reads its users from a file: the one that was given, or one with the only user, for our eyes only.
Result<> SimulatorSignIn::settleNtlmUsers(const SimulatorOptions& options)
{
    std::string file = options.ntlmUsersFile;
    if (file.empty()) {
        const char* folder = std::getenv("TMPDIR");
        m_ntlmUsers = std::string(folder ? folder : "/tmp") + "/deskwarden-ntlm-XXXXXX";
        const int handle = mkstemp(m_ntlmUsers.data()); // mode 0600
        if (handle < 0) {
            m_ntlmUsers.clear();
            return failure(ErrorKind::InvalidInput, "cannot write a file of NTLM users");
        }
        const std::string& user = options.listener.user;
        const auto slash = user.find('\\');
        const std::string domain = slash == std::string::npos ? "DESKWARDEN" : user.substr(0, slash);
        const std::string name = slash == std::string::npos ? user : user.substr(slash + 1);
        std::string line = domain + ':' + name + ':';
        line.reserve(line.size() + options.listener.password.reveal().size() + 1); // no copy is left behind by growing
        line.append(options.listener.password.reveal()).append("\n");
        const bool isWritten = write(handle, line.data(), line.size()) == static_cast<ssize_t>(line.size());
        core::wipe(line);
        close(handle);
        if (!isWritten)
            return failure(ErrorKind::InvalidInput, "cannot write a file of NTLM users");
        file = m_ntlmUsers;
    }
    if (!isReadable(file))
        return failure(ErrorKind::InvalidInput, "cannot read " + core::shownText(file));
    setenv("NTLM_USER_FILE", file.c_str(), 1);
    return {};
}

Result<> SimulatorSignIn::settle(SimulatorOptions& options)
{
    simulator::ListenerOptions& listener = options.listener;
    const SimulatorSchemes schemes = options.schemes;
    const bool isTls = !listener.tlsCertificatePem.empty();
    const bool isGss = schemes.ntlm || schemes.kerberos;
    // Windows' default: over plain HTTP a client that can seal must.
    const bool mustSeal =
        !isTls && options.encrypt.value_or(isGss ? Encrypt::Require : Encrypt::Allow) == Encrypt::Require;
    listener.refusesUnencrypted = mustSeal;
    if (schemes.ntlm) {
        if (auto settled = settleNtlmUsers(options); !settled)
            return settled;
    } else {
        unsetenv("NTLM_USER_FILE");
    }
    if (schemes.kerberos) {
        if (!isReadable(options.keytabFile))
            return failure(ErrorKind::InvalidInput, "cannot read " + core::shownText(options.keytabFile));
        setenv("KRB5_KTNAME", options.keytabFile.c_str(), 1);
    }
    simulator::GssAcceptorOptions gss;
    gss.allowsNtlm = schemes.ntlm;
    gss.allowsKerberos = schemes.kerberos;
    gss.requiresSealing = mustSeal;
    gss.requiresChannelBinding = options.isBindingStrict;
    if (isTls)
        gss.channelBindings = simulator::endPointBinding(listener.tlsCertificatePem);
    if (isGss)
        listener.acceptors.emplace_back([gss] { return std::make_unique<simulator::GssAcceptor>(gss); });
    if (schemes.kerberos) {
        gss.isRawKerberos = true;
        listener.acceptors.emplace_back([gss] { return std::make_unique<simulator::GssAcceptor>(gss); });
    }
    if (schemes.basic)
        listener.acceptors.emplace_back([user = listener.user, password = listener.password] {
            return std::make_unique<simulator::BasicAcceptor>(user, password);
        });
    return {};
}

#endif

// NOLINTEND(concurrency-mt-unsafe)

} // namespace deskwarden::app
