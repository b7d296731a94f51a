// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/ServerLookup.h"

#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>

#include <array>

namespace deskwarden::directory {

namespace {

class Resolver final
{
public:
    Resolver() { m_isReady = res_ninit(&m_state) == 0; }
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;
    ~Resolver()
    {
        if (m_isReady)
            res_nclose(&m_state);
    }

    /// How many bytes the answer has; 0 if there is none.
    [[nodiscard]] int ask(const std::string& name, unsigned char* answer, int size)
    {
        const int length = m_isReady ? res_nquery(&m_state, name.c_str(), ns_c_in, ns_t_srv, answer, size) : 0;
        return length > size ? size : length;
    }

private:
    struct __res_state m_state = {};
    bool m_isReady = false;
};

std::uint16_t numberAt(const unsigned char* bytes)
{
    return static_cast<std::uint16_t>(bytes[0] << 8U | bytes[1]);
}

} // namespace

std::vector<ServiceRecord> lookUpService(const std::string& name)
{
    constexpr int headLength = 6; // priority, weight, port
    std::vector<ServiceRecord> records;
    std::array<unsigned char, 65'536> answer{};
    Resolver resolver;
    const int length = resolver.ask(name, answer.data(), static_cast<int>(answer.size()));
    ns_msg message{};
    if (length <= 0 || ns_initparse(answer.data(), length, &message) != 0)
        return records;
    for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
        ns_rr row{};
        if (ns_parserr(&message, ns_s_an, i, &row) != 0 || ns_rr_type(row) != ns_t_srv ||
            ns_rr_rdlen(row) <= headLength)
            continue;
        const unsigned char* const bytes = ns_rr_rdata(row);
        std::array<char, NS_MAXDNAME> host{};
        if (dn_expand(ns_msg_base(message), ns_msg_end(message), bytes + headLength, host.data(),
                      static_cast<int>(host.size())) < 0)
            continue;
        records.push_back({numberAt(bytes), numberAt(bytes + 2), numberAt(bytes + 4), host.data()});
    }
    return records;
}

bool isHostKnown(const std::string& host)
{
    addrinfo* found = nullptr;
    const int code = getaddrinfo(host.c_str(), nullptr, nullptr, &found);
    if (code == 0)
        freeaddrinfo(found);
    return code != EAI_NONAME;
}

} // namespace deskwarden::directory
