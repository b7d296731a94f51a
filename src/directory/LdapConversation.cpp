// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/LdapConversation.h"

#include "core/PipeSignalGuard.h"
#include "directory/LdapFailure.h"
#include "directory/LdapFilter.h"
#include "directory/LdapLibrary.h"

#include <array>
#include <memory>
#include <utility>

namespace deskwarden::directory {

namespace {

using core::DirectoryProblem;
using core::ErrorKind;

// A token of a thousand groups is rare, ten thousand values are a lie.
constexpr std::size_t mostValues = 10'000;

struct MessageEnd
{
    void operator()(LDAPMessage* message) const noexcept { ldap_msgfree(message); }
};
using MessageOwner = std::unique_ptr<LDAPMessage, MessageEnd>;

struct ControlEnd
{
    void operator()(LDAPControl* control) const noexcept { ldap_control_free(control); }
};
struct ControlsEnd
{
    void operator()(LDAPControl** controls) const noexcept { ldap_controls_free(controls); }
};
struct TextEnd
{
    void operator()(char* text) const noexcept { ldap_memfree(text); }
};
using TextOwner = std::unique_ptr<char, TextEnd>;
struct ElementEnd
{
    void operator()(BerElement* element) const noexcept { ber_free(element, 0); }
};
struct ValuesEnd
{
    void operator()(berval** values) const noexcept { ldap_value_free_len(values); }
};

std::unique_ptr<LDAPControl, ControlEnd> pageControl(ldap* conversation, const LdapSearch& wanted)
{
    std::string bytes = wanted.cookie;
    berval cookie{};
    cookie.bv_len = static_cast<decltype(cookie.bv_len)>(bytes.size());
    cookie.bv_val = bytes.data();
    LDAPControl* control = nullptr;
    ldap_create_page_control(conversation, static_cast<LdapNumber>(wanted.pageSize),
                             wanted.cookie.empty() ? nullptr : &cookie, 0, &control);
    return std::unique_ptr<LDAPControl, ControlEnd>(control);
}

/// The number of the question, or the library's error.
core::Result<LdapNumber> send(ldap* conversation, const LdapSearch& wanted)
{
    std::string base = asciiName(wanted.base);
    std::string filter = wanted.filter;
    std::vector<std::string> names = wanted.attributes;
    std::vector<char*> attributes;
    attributes.reserve(names.size() + 1);
    for (std::string& name : names)
        attributes.push_back(name.data());
    attributes.push_back(nullptr);
    const auto page = wanted.pageSize == 0 ? nullptr : pageControl(conversation, wanted);
    std::array<LDAPControl*, 2> controls{page.get(), nullptr};
    LdapNumber number = 0;
#ifdef _WIN32
    const auto scope = wanted.scope == LdapScope::Base ? ULONG{LDAP_SCOPE_BASE} : ULONG{LDAP_SCOPE_SUBTREE};
    const auto code = ldap_search_ext(conversation, base.data(), scope, filter.data(), attributes.data(), 0,
                                      controls.data(), nullptr, 0, 0, &number);
#else
    const int scope = wanted.scope == LdapScope::Base ? LDAP_SCOPE_BASE : LDAP_SCOPE_SUBTREE;
    const int code = ldap_search_ext(conversation, base.c_str(), scope, filter.c_str(), attributes.data(), 0,
                                     controls.data(), nullptr, nullptr, 0, &number);
#endif
    if (code != LDAP_SUCCESS)
        return core::failure(ldapError(LdapStage::Asking, static_cast<int>(code), {}));
    return number;
}

LdapEntry entryOf(ldap* conversation, LDAPMessage* message)
{
    LdapEntry entry;
    if (const TextOwner name{ldap_get_dn(conversation, message)})
        entry.dn = name.get();
    BerElement* rest = nullptr;
    TextOwner name{ldap_first_attribute(conversation, message, &rest)};
    const std::unique_ptr<BerElement, ElementEnd> owned(rest);
    for (; name; name.reset(ldap_next_attribute(conversation, message, rest))) {
        LdapAttribute attribute{name.get(), {}};
        const std::unique_ptr<berval*, ValuesEnd> values(ldap_get_values_len(conversation, message, name.get()));
        for (berval** value = values.get(); value != nullptr && *value != nullptr; ++value) {
            if (attribute.values.size() < mostValues)
                attribute.values.emplace_back((*value)->bv_val, (*value)->bv_len);
        }
        entry.attributes.push_back(std::move(attribute));
    }
    return entry;
}

std::string cookieOf(ldap* conversation, LDAPControl** controls)
{
    std::string cookie;
    if (controls == nullptr)
        return cookie;
#ifdef _WIN32
    ULONG count = 0;
    berval* bytes = nullptr;
    if (ldap_parse_page_control(conversation, controls, &count, &bytes) == LDAP_SUCCESS && bytes != nullptr)
        cookie.assign(bytes->bv_val, bytes->bv_len);
    ber_bvfree(bytes);
#else
    LDAPControl* const page = ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, controls, nullptr);
    ber_int_t count = 0;
    berval bytes{};
    if (page != nullptr && ldap_parse_pageresponse_control(conversation, page, &count, &bytes) == LDAP_SUCCESS &&
        bytes.bv_val != nullptr)
        cookie.assign(bytes.bv_val, bytes.bv_len);
    ber_memfree(bytes.bv_val);
#endif
    return cookie;
}

/// Reads how the question ended.
core::Result<> finish(ldap* conversation, LDAPMessage* message, LdapPage& page)
{
    LdapNumber code = LDAP_SUCCESS;
    char* words = nullptr;
    LDAPControl** controls = nullptr;
    const auto parsed = ldap_parse_result(conversation, message, &code, nullptr, &words, nullptr, &controls, 0);
    const TextOwner ownedWords(words);
    const std::unique_ptr<LDAPControl*, ControlsEnd> ownedControls(controls);
    if (parsed != LDAP_SUCCESS)
        return core::failure(ldapError(LdapStage::Asking, LDAP_DECODING_ERROR, {}));
    if (code != LDAP_SUCCESS)
        return core::failure(
            ldapError(LdapStage::Asking, static_cast<int>(code), words != nullptr ? std::string(words) : ""));
    page.cookie = cookieOf(conversation, controls);
    return {};
}

core::Result<LdapPage> gather(ldap* conversation, LdapNumber number, const LdapSearch& wanted,
                              const management::CallContext& context)
{
    constexpr int step = 50'000; // microseconds
    LdapPage page;
    for (;;) {
        if (const auto end = management::ended(context)) {
#ifdef _WIN32
            ldap_abandon(conversation, number);
#else
            ldap_abandon_ext(conversation, number, nullptr, nullptr);
#endif
            return endedFailure(*end);
        }
        LdapTime patience{};
        patience.tv_usec = step;
        LDAPMessage* message = nullptr;
        const auto kind = ldap_result(conversation, number, LDAP_MSG_ONE, &patience, &message);
        const MessageOwner owned(message);
        if (kind == 0)
            continue;
        if (message == nullptr)
            return core::failure(ldapError(LdapStage::Asking, LDAP_SERVER_DOWN, {}));
        if (kind == LDAP_RES_SEARCH_RESULT) {
            if (auto done = finish(conversation, message, page); !done)
                return core::failure(std::move(done).error());
            return page;
        }
        if (kind == searchReference)
            continue;
        if (page.entries.size() == wanted.mostEntries)
            return ldapFailure(ErrorKind::TooLarge, DirectoryProblem::Unreadable, "more entries than were asked for");
        page.entries.push_back(entryOf(conversation, message));
    }
}

} // namespace

core::Result<LdapPage> askPage(ldap* conversation, const LdapSearch& wanted, const management::CallContext& context)
{
    const core::PipeSignalGuard guard;
    const auto number = send(conversation, wanted);
    if (!number)
        return core::failure(number.error());
    return gather(conversation, *number, wanted, context);
}

} // namespace deskwarden::directory
