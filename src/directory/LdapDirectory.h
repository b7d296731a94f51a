// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/DirectorySettings.h"
#include "core/Secret.h"
#include "directory/LdapConversation.h"
#include "directory/LdapOpening.h"
#include "directory/PersonReader.h"
#include "directory/ServerLookup.h"
#include "management/people/DirectoryConnection.h"
#include "management/seam/AbandonedCalls.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace deskwarden::directory {

/// What a directory is reached by, besides its settings.
struct LdapOptions
{
    std::string user;      ///< of the broker, for DirectorySignIn::Password
    core::Secret password; ///< the same
    std::shared_ptr<management::AbandonedCalls> abandonedCalls;
    ServiceLookup lookup = lookUpService;
    std::function<std::chrono::system_clock::time_point()> now = std::chrono::system_clock::now;
};

/// A directory that speaks LDAP, Active Directory above all. Each call of the library runs on a thread of its own,
/// which is left behind when it does not come back in time.
class LdapDirectory final : public management::DirectoryConnection
{
public:
    LdapDirectory(core::DirectorySettings settings, core::DirectoryAddress address, LdapOptions options);
    ~LdapDirectory() override;

    core::Result<std::vector<management::PersonAnswer>> lookUp(const std::vector<management::AccountName>& names,
                                                               const management::CallContext& context) override;
    core::Result<management::PersonAnswer> lookAt(const management::AccountName& name,
                                                  const management::CallContext& context) override;
    core::Result<std::optional<std::set<std::string>>> sidsOf(const management::AccountName& name,
                                                              const management::CallContext& context) override;

private:
    /// What is learnt once a conversation.
    struct Domain
    {
        std::string base;
        std::string dnsName;
        std::string name; ///< as Windows writes it in front of a user
        DomainRules rules;
    };
    struct Answers;

    [[nodiscard]] core::Result<> open(const management::CallContext& context);
    [[nodiscard]] core::Result<> learnDomain(const management::CallContext& context);
    [[nodiscard]] core::Result<std::vector<LdapEntry>> ask(LdapSearch search, const management::CallContext& context);
    [[nodiscard]] core::Result<LdapPage> askOne(const LdapSearch& search, const management::CallContext& context);
    [[nodiscard]] core::Result<std::vector<management::PersonAnswer>> askFor(
        const std::vector<management::AccountName>& names, bool withPhoto, const management::CallContext& context);
    [[nodiscard]] core::Result<std::optional<LdapEntry>> entryOf(const management::AccountName& name,
                                                                 std::vector<std::string> attributes,
                                                                 const management::CallContext& context);
    [[nodiscard]] bool isOwn(const std::string& domain) const;
    [[nodiscard]] std::int64_t fileTime() const;

    const core::DirectorySettings m_settings;
    const core::DirectoryAddress m_address;
    const LdapOptions m_options;
    std::shared_ptr<ldap> m_conversation; ///< null: not connected
    std::optional<Domain> m_domain;
};

/// Fails: InvalidInput where the address cannot be used.
[[nodiscard]] core::Result<management::DirectoryConnector> connectorFor(const core::DirectorySettings& settings,
                                                                        LdapOptions options);

} // namespace deskwarden::directory
