// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/ActionSpec.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

namespace deskwarden::models {

namespace {

QString askAdministrator()
{
    return translate("Texts", "Ask the administrator of this computer if you need it.");
}

} // namespace

Sentence describe(const management::Policy& policy)
{
    if (!policy.problem.empty())
        return {translate("Texts", "The policy file of this computer cannot be understood: until it is mended, nothing "
                                   "can be done here but look."),
                translate("Texts", "Ask the administrator of this computer to mend it.")};
    if (policy.isReadOnly)
        return {translate("Texts", "Policy allows nothing on this computer but to look."), askAdministrator()};
    return {};
}

namespace {

QString mostText(int sessions, bool isOfMachines)
{
    if (isOfMachines)
        return sessions == 1
                   ? translate("Texts", "Policy allows no more than 1 machine at once.")
                   : translate("Texts", "Policy allows no more than %Ln machines at once.", nullptr, sessions);
    return sessions == 1 ? translate("Texts", "Policy allows no more than 1 session at once.")
                         : translate("Texts", "Policy allows no more than %Ln sessions at once.", nullptr, sessions);
}

} // namespace

Sentence describe(management::PolicyRefusal refusal, const management::Policy& policy, management::ActionKind kind)
{
    const bool isOfMachines = management::isOfMachines(kind);
    switch (refusal) {
    case management::PolicyRefusal::ReadOnly:
        return describe(policy);
    case management::PolicyRefusal::ActionForbidden:
        if (isOfMachines && !policy.namedActions.test(management::indexOf(kind)))
            return {translate("Texts", "Acts on machines are off until the policy of this computer names them."),
                    askAdministrator()};
        return {translate("Texts", "Policy does not allow this action on this computer."), askAdministrator()};
    case management::PolicyRefusal::PlanTooLarge:
        return {mostText(static_cast<int>(policy.largestPlan), isOfMachines),
                isOfMachines ? translate("Texts", "Choose fewer machines.")
                             : translate("Texts", "Choose fewer sessions.")};
    case management::PolicyRefusal::ReasonMissing:
        return {translate("Texts", "Policy asks for a reason or a ticket number."),
                translate("Texts", "Give the reason for the record.")};
    case management::PolicyRefusal::ReasonUnfit: {
        QStringList patterns;
        for (const std::string& pattern : policy.ticketPatterns)
            patterns << plainText(pattern, 80);
        return {translate("Texts", "Policy wants reasons that look like %1.").arg(patterns.join(QStringLiteral(", "))),
                translate("Texts", "* stands for any text, # for one digit.")};
    }
    case management::PolicyRefusal::TransportForbidden:
        return {translate("Texts", "Policy does not allow this kind of connection on this computer."),
                translate("Texts", "Choose another kind of connection.")};
    case management::PolicyRefusal::SystemLogUnwritable:
        return {
            translate("Texts",
                      "Policy wants every act in this computer's log, which did not take it: nothing was done."),
            translate("Texts", "Have the administrator of this computer see to journald, syslog or the event log.")};
    }
    return {};
}

} // namespace deskwarden::models
