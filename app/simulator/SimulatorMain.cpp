// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Completion.h"
#include "app/PasswordLine.h"
#include "app/ProcessSafety.h"
#include "app/ProgramVersion.h"
#include "app/simulator/SimulatorOptions.h"
#include "app/simulator/SimulatorSignIn.h"
#include "core/HiddenLetters.h"
#include "simulator/SimulatedBroker.h"
#include "simulator/WsmanListener.h"

#include <clocale>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#ifdef _WIN32
#include <chrono>
#include <thread>
#else
#include <langinfo.h>
#endif

namespace {

using deskwarden::app::PasswordLine;
using deskwarden::app::SimulatorOptions;
namespace core = deskwarden::core;
namespace simulator = deskwarden::simulator;

constexpr int exitUsage = 2;
constexpr int exitCannotRun = 3;

// The signals that mean something here. They are blocked in every thread and fetched by the main one.
class Signals final
{
public:
#ifndef _WIN32
    Signals()
    {
        sigemptyset(&m_set);
        for (const int number : {SIGINT, SIGTERM, SIGUSR1})
            sigaddset(&m_set, number);
        pthread_sigmask(SIG_BLOCK, &m_set, nullptr);
        (void)std::signal(SIGPIPE, SIG_IGN);
    }
    /// Returns true for "print the journal", false for "end".
    bool next() const
    {
        int number = 0;
        while (sigwait(&m_set, &number) != 0) {
        }
        return number == SIGUSR1;
    }

private:
    sigset_t m_set{};
#else
    Signals()
    {
        (void)std::signal(SIGINT, [](int) { s_isEnding = 1; });
        (void)std::signal(SIGTERM, [](int) { s_isEnding = 1; });
    }
    bool next() const
    {
        while (s_isEnding == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return false;
    }

private:
    static inline volatile std::sig_atomic_t s_isEnding = 0;
#endif
};

/// gss-ntlmssp folds and converts names by the process's locale, and knows only ASCII where none is set.
void useUtf8()
{
#ifndef _WIN32
    std::setlocale(LC_CTYPE, "");
    if (std::string_view(nl_langinfo(CODESET)) != "UTF-8")
        std::setlocale(LC_CTYPE, "C.UTF-8");
#endif
}

core::Secret madeUpPassword()
{
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look alike
    std::random_device source;
    std::string text;
    for (int count = 0; count < 16; ++count)
        text += letters[source() % letters.size()];
    return core::Secret(text);
}

core::Result<std::string> contentOf(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return core::failure(core::ErrorKind::InvalidInput, "cannot read " + core::shownText(file));
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

core::Result<> settlePassword(SimulatorOptions& options)
{
    if (!options.needsPassword() && !options.isPasswordOnStdin)
        return {};
    if (!options.isPasswordOnStdin) {
        options.listener.user = "trainer";
        options.listener.password = madeUpPassword();
        std::cerr << "sign in as trainer with password " << options.listener.password.reveal() << '\n' << std::flush;
        return {};
    }
    PasswordLine line;
    for (char letter = 0; std::cin.get(letter) && line.take(letter);) {
    }
    if (auto password = line.password())
        options.listener.password = *std::move(password);
    if (options.listener.password.isEmpty())
        return core::failure(core::ErrorKind::InvalidInput, "there is no password on standard input");
    return {};
}

core::Result<> settleCertificate(SimulatorOptions& options)
{
    if (options.certificateFile.empty())
        return {};
    auto certificate = contentOf(options.certificateFile);
    auto key = contentOf(options.keyFile);
    if (!certificate || !key)
        return core::failure(certificate ? key.error() : certificate.error());
    options.listener.tlsCertificatePem = *std::move(certificate);
    options.listener.tlsKeyPem = *std::move(key);
    if (options.clientAuthorityFile.empty())
        return {};
    auto authority = contentOf(options.clientAuthorityFile);
    if (!authority)
        return core::failure(authority.error());
    options.listener.tlsClientAuthorityPem = *std::move(authority);
    return {};
}

int complain(const core::ManagementError& error, int status)
{
    std::cerr << "deskwarden-simulator: " << core::shownText(error.detail, 2000) << '\n';
    return status;
}

int serve(SimulatorOptions options, const Signals& signals)
{
    simulator::SimulatedBroker broker(options.farm, options.faults);
    for (const simulator::ScriptedFault& fault : options.faults)
        if (const auto known = broker.check(fault); !known)
            return complain(known.error(), exitUsage);
    if (!options.journalFile.empty())
        if (const auto kept = broker.journal().keepIn(options.journalFile); !kept)
            return complain(kept.error(), exitCannotRun);
    const auto listener = simulator::WsmanListener::start(broker, std::move(options.listener));
    if (!listener)
        return complain(listener.error(), exitCannotRun);
    std::cout << "listening on " << (*listener)->address() << '\n' << std::flush;
    if (!std::cout)
        return complain(core::failure(core::ErrorKind::InvalidInput, "cannot write to standard output").value(),
                        exitCannotRun);
    while (signals.next()) {
        for (const std::string& line : broker.journal().lines())
            std::cout << line << '\n';
        std::cout << std::flush;
    }
    return 0;
}

} // namespace

int main(int count, char** words)
{
    deskwarden::app::protectProcess();
    useUtf8();
    const std::vector<std::string> arguments(words + 1, words + count);
    if (const auto printed = deskwarden::app::printedFor(SimulatorOptions::text(), arguments)) {
        std::cout << *printed << std::flush;
        return std::cout ? 0 : exitCannotRun;
    }
    auto options = SimulatorOptions::parse(arguments);
    if (!options) {
        complain(options.error(), exitUsage);
        std::cerr << "Try deskwarden-simulator --help.\n";
        return exitUsage;
    }
    if (options->isHelpWanted || options->isVersionWanted) {
        if (options->isHelpWanted)
            std::cout << deskwarden::app::helpOf(SimulatorOptions::text());
        else
            std::cout << "deskwarden-simulator " << deskwarden::app::programVersion() << '\n';
        std::cout << std::flush;
        return std::cout ? 0 : exitCannotRun;
    }
    const Signals signals;
    if (const auto certificate = settleCertificate(*options); !certificate)
        return complain(certificate.error(), exitUsage);
    if (const auto password = settlePassword(*options); !password)
        return complain(password.error(), exitUsage);
    deskwarden::app::SimulatorSignIn signIn;
    if (const auto settled = signIn.settle(*options); !settled)
        return complain(settled.error(), exitUsage);
    return serve(*std::move(options), signals);
}
