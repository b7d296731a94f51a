// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliContext.h"

#include "models/texts/Texts.h"

#include <utility>

namespace deskwarden::app {

core::Result<std::unique_ptr<management::ManagementConnection>> openConnection(const CliContext& context)
{
    auto connection = context.connector();
    if (!connection)
        return connection;
    const auto limits = management::CallContext::within(context.options.profile.timeout, context.stop);
    if (auto opened = (*connection)->open(limits, {}); !opened)
        return core::failure(std::move(opened).error());
    return connection;
}

management::CallContext listLimits(const CliContext& context)
{
    return {context.stop, std::chrono::steady_clock::time_point::max()};
}

ExitCode sayError(const CliContext& context, const core::ManagementError& error)
{
    return sayError(context.output, error);
}

ExitCode sayError(Output& output, const core::ManagementError& error)
{
    const models::Sentence sentence = models::describe(error);
    output.note(QStringLiteral("deskwarden-cli: ") + sentence.joined());
    // What was typed wrong, and in which file, stands in the sentence already.
    if (!error.detail.empty() && error.kind != core::ErrorKind::InvalidInput)
        output.note(QStringLiteral("  Details: ") + models::plainText(error.detail, 2000));
    if (error.certificate) {
        const core::PeerCertificate& certificate = *error.certificate;
        output.note(QStringLiteral("  Certificate of %1, issued by %2, valid until %3.")
                        .arg(models::plainText(certificate.subject), models::plainText(certificate.issuer),
                             models::plainText(certificate.validUntil)));
        output.note(QStringLiteral("  If you have checked it: --tls-fingerprint ") +
                    models::plainText(certificate.sha256));
    }
    return error.kind == core::ErrorKind::PolicyRefused ? ExitCode::Refused : ExitCode::NoConnection;
}

ExitCode sayRefusal(Output& output, management::PolicyRefusal refusal, const management::Policy& policy,
                    management::ActionKind kind)
{
    output.note(QStringLiteral("deskwarden-cli: ") + models::describe(refusal, policy, kind).joined());
    if (!policy.problem.empty())
        output.note(QStringLiteral("  Details: ") + models::plainText(policy.problem, 2000));
    return ExitCode::Refused;
}

} // namespace deskwarden::app
