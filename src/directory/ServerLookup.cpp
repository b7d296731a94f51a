// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/ServerLookup.h"

#include "core/Names.h"
#include "directory/LdapFailure.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace deskwarden::directory {

namespace {

bool isInside(std::string_view host, std::string_view domain)
{
    return host.size() > domain.size() && host[host.size() - domain.size() - 1] == '.' &&
           core::isSameName(host.substr(host.size() - domain.size()), domain);
}

} // namespace

core::Result<std::vector<ServiceRecord>> findServers(std::string_view domain, const ServiceLookup& lookup)
{
    constexpr std::size_t mostServers = 4;
    for (const std::string_view service : {"_ldap._tcp.dc._msdcs.", "_ldap._tcp."}) {
        std::vector<ServiceRecord> records = lookup(std::string(service) + std::string(domain));
        for (ServiceRecord& record : records) {
            if (record.host.ends_with('.'))
                record.host.pop_back();
        }
        std::erase_if(records, [domain](const ServiceRecord& record) {
            return record.port == 0 || !isInside(record.host, domain);
        });
        std::ranges::stable_sort(records, {}, [](const ServiceRecord& record) {
            return std::tuple(record.priority, -static_cast<int>(record.weight));
        });
        if (records.size() > mostServers)
            records.resize(mostServers);
        if (!records.empty())
            return records;
    }
    return ldapFailure(core::ErrorKind::NameNotResolved, core::DirectoryProblem::NoServer, std::string(domain));
}

} // namespace deskwarden::directory
