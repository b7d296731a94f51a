// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/Transports.h"

// What holds for a transport on every system. Which there are is said beside this file and in tests/windows.

namespace deskwarden::integration {

bool hasPassword(TransportUnderTest transport)
{
    return transport != TransportUnderTest::OwnTicket && transport != TransportUnderTest::ClientCertificate;
}

bool isSealed(TransportUnderTest transport)
{
    return transport == TransportUnderTest::NtlmSealed || transport == TransportUnderTest::KerberosSealed ||
           transport == TransportUnderTest::OwnTicket;
}

bool isTls(TransportUnderTest transport)
{
    switch (transport) {
    case TransportUnderTest::TlsWithAuthority:
    case TransportUnderTest::TlsWithPin:
    case TransportUnderTest::NtlmTls:
    case TransportUnderTest::KerberosStrict:
    case TransportUnderTest::ClientCertificate:
        return true;
    case TransportUnderTest::PlainLoopback:
    case TransportUnderTest::NtlmSealed:
    case TransportUnderTest::KerberosSealed:
    case TransportUnderTest::OwnTicket:
    case TransportUnderTest::Dcom:
        return false;
    }
    return false;
}

std::vector<simulator::ScriptedFault> parsed(const std::vector<std::string>& faults)
{
    std::vector<simulator::ScriptedFault> result;
    for (const std::string& fault : faults)
        result.push_back(simulator::ScriptedFault::parse(fault).value());
    return result;
}

std::vector<std::string> actsOf(const std::vector<std::string>& journal, std::string_view action)
{
    std::vector<std::string> lines;
    for (const std::string& line : journal) {
        if (line.find("\"action\":\"" + std::string(action) + '"') != std::string::npos)
            lines.push_back(line);
    }
    return lines;
}

simulator::FarmOptions smallFarm(std::size_t sessions)
{
    simulator::FarmOptions farm;
    farm.sessions = sessions;
    farm.seed = 7;
    farm.logoffShortest = std::chrono::milliseconds(50);
    farm.logoffLongest = std::chrono::milliseconds(150);
    return farm;
}

} // namespace deskwarden::integration
