// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/ServerLookup.h"

// Its headers in their order.
// clang-format off
#include <winsock2.h>
#include <ws2tcpip.h>
#include <windows.h>
#include <windns.h>
// clang-format on

namespace deskwarden::directory {

std::vector<ServiceRecord> lookUpService(const std::string& name)
{
    std::vector<ServiceRecord> records;
    DNS_RECORDA* answer = nullptr;
    if (DnsQuery_A(name.c_str(), DNS_TYPE_SRV, DNS_QUERY_STANDARD, nullptr, reinterpret_cast<PDNS_RECORD*>(&answer),
                   nullptr) != 0)
        return records;
    for (const DNS_RECORDA* row = answer; row != nullptr; row = row->pNext) {
        if (row->wType == DNS_TYPE_SRV && row->Data.SRV.pNameTarget != nullptr)
            records.push_back(
                {row->Data.SRV.wPriority, row->Data.SRV.wWeight, row->Data.SRV.wPort, row->Data.SRV.pNameTarget});
    }
    DnsRecordListFree(answer, DnsFreeRecordList);
    return records;
}

bool isHostKnown(const std::string& host)
{
    addrinfo* found = nullptr;
    const int code = getaddrinfo(host.c_str(), nullptr, nullptr, &found);
    if (code == 0)
        freeaddrinfo(found);
    return code != WSAHOST_NOT_FOUND;
}

} // namespace deskwarden::directory
