// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/CodeActs.h"

#include "core/StatusCode.h"
#include "integration/OneAct.h"
#include "management/seam/ErrorRules.h"
#include "management/sessions/SessionMapping.h"
#include "simulator/SimulatedBroker.h"
#include "support/MemoryLedger.h"

#include <array>
#include <utility>

namespace deskwarden::integration {

namespace {

using namespace std::chrono_literals;
using management::ActionKind;

struct Variant
{
    ActionKind kind;
    std::string_view fault;
    std::string CodeShown::*shown;
    bool isCarriedOut;
};
constexpr std::array variants{
    Variant{ActionKind::Logoff, "fault-after:", &CodeShown::carriedOut, true},
    Variant{ActionKind::Logoff, "fault:", &CodeShown::notCarriedOut, false},
    Variant{ActionKind::Message, "fault-after:", &CodeShown::messageShown, true},
    Variant{ActionKind::Message, "fault:", &CodeShown::messageNotShown, false},
};

/// One act for each code and variant, each on a session of its own.
struct Plan
{
    std::vector<management::ActionRequest> requests; // their ids: places in `shown`, times the number of variants
    std::vector<std::string> faults;
};

/// Logoffs end at once, so that one look tells.
simulator::FarmOptions farmFor(std::size_t acts)
{
    simulator::FarmOptions farm = smallFarm(2 * acts);
    farm.logoffShortest = 0ms;
    farm.logoffLongest = 0ms;
    return farm;
}

/// The farm is the same wherever it is served, so that its sessions are known before the broker starts.
std::vector<core::Session> sessionsOf(const simulator::FarmOptions& farm)
{
    simulator::SimulatedBroker broker(farm);
    core::StringPool pool;
    std::vector<core::Session> sessions;
    auto result = broker.query(core::rdmsNamespace, "SELECT * FROM Win32_VirtualDesktopSession");
    for (; result && !result->isAtEnd(); result->advance()) {
        std::vector<core::Property> properties;
        for (const std::size_t column : result->columns())
            properties.push_back({core::SharedString(result->schema().properties[column].name), result->cell(column)});
        const core::Instance row(core::SharedString(result->schema().name), std::move(properties));
        const auto session = management::toSession(row, {}, pool);
        if (session && session->state == core::ConnectState::Active && core::hasUser(*session))
            sessions.push_back(*session);
    }
    return sessions;
}

Plan planFor(const std::vector<std::uint32_t>& codes, const std::vector<core::Session>& sessions)
{
    Plan plan;
    for (std::size_t index = 0; index < codes.size() * variants.size() && index < sessions.size(); ++index) {
        const Variant& variant = variants[index % variants.size()];
        const core::Session& session = sessions[index];
        plan.faults.push_back(std::string(management::symbol(variant.kind)) + '@' + core::keyText(session.key) + '=' +
                              std::string(variant.fault) + std::to_string(codes[index / variants.size()]));
        management::ActionRequest request;
        request.id = index;
        request.confirmed = session;
        request.action = {variant.kind, "Title", "Please save your work"};
        plan.requests.push_back(std::move(request));
    }
    return plan;
}

/// A fault that refuses the account ends all other acts of its runner.
bool isForItselfAlone(std::uint32_t code)
{
    core::ManagementError error;
    error.kind = core::ErrorKind::Fault;
    for (const std::uint32_t sent : {code, code | 0x80070000U}) { // as it comes over COM
        error.code = sent;
        if (management::isAccountRefused(error))
            return true;
    }
    return false;
}

} // namespace

std::vector<std::uint32_t> codesOfFaults()
{
    std::vector<std::uint32_t> codes{0, 995, 31, 0x80004005, 0x80041018, 0x8004102E, 0x80338013, 0x8BADF00D};
    for (const core::StatusCode& known : core::knownStatusCodes()) {
        if (known.value != 0)
            codes.push_back(known.value);
    }
    return codes;
}

std::vector<CodeShown> runCodes(TransportUnderTest transport, const support::TestCertificate& certificate,
                                std::string& problem)
{
    const std::vector<std::uint32_t> codes = codesOfFaults();
    const std::size_t acts = codes.size() * variants.size();
    const simulator::FarmOptions farm = farmFor(acts);
    const Plan plan = planFor(codes, sessionsOf(farm));
    BrokerUnderTest server(transport, certificate, farm, plan.faults);
    problem = plan.requests.size() == acts ? server.problem() : "too few sessions";
    if (!problem.empty())
        return {};

    std::vector<std::vector<management::ActionRequest>> groups(1);
    for (const management::ActionRequest& request : plan.requests) {
        if (isForItselfAlone(codes[request.id / variants.size()]))
            groups.push_back({request});
        else
            groups.front().push_back(request);
    }
    std::vector<CodeShown> shown(codes.size());
    support::MemoryLedger ledger;
    for (auto& group : groups) {
        for (const auto& [id, ended] :
             runAll(server.connector(), ledger, std::move(group), {.call = 60s, .verify = 60s, .doubt = 20ms}))
        {
            CodeShown& cell = shown[id / variants.size()];
            cell.code = codes[id / variants.size()];
            cell.*variants[id % variants.size()].shown =
                ended.outcome && ended.count == 1 ? management::symbol(ended.outcome->kind) : "not told once";
        }
    }
    if (server.journal("logoff").size() != codes.size() || server.journal("message").size() != codes.size())
        problem = "the broker has not carried out what it was to carry out";
    return shown;
}

} // namespace deskwarden::integration
