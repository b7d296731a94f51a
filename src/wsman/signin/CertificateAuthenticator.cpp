// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/CertificateAuthenticator.h"

namespace deskwarden::wsman {

using core::ErrorKind;
using core::failure;

core::Result<> CertificateAuthenticator::establish(HttpChannel& channel, const management::CallContext& /*context*/)
{
    if (!channel.options().isTls)
        return failure(ErrorKind::InvalidInput, core::InputProblem::CertificateNeedsTls);
    if (channel.options().clientCertificate.empty())
        return failure(ErrorKind::InvalidInput, core::InputProblem::ClientCertificateMissing);
    return {};
}

core::Result<ProtectedRequest> CertificateAuthenticator::protect(std::string_view envelope)
{
    ProtectedRequest request;
    request.body = envelope;
    request.headers.emplace_back("Authorization: http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual");
    request.headers.emplace_back("Content-Type: application/soap+xml;charset=UTF-8");
    return request;
}

} // namespace deskwarden::wsman
