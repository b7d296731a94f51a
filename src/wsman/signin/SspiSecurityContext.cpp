// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/SspiSecurityContext.h"

#include "core/WideText.h"
#include "wsman/signin/SspiIdentity.h"
#include "wsman/signin/SspiStatus.h"

#include <array>
#include <cstring>
#include <cwchar>
#include <optional>
#include <utility>
#include <vector>

namespace deskwarden::wsman {

using core::AuthScheme;
using core::ErrorKind;
using core::failure;
using core::Result;

namespace {

constexpr ULONG wantedFlags =
    ISC_REQ_MUTUAL_AUTH | ISC_REQ_REPLAY_DETECT | ISC_REQ_SEQUENCE_DETECT | ISC_REQ_CONFIDENTIALITY | ISC_REQ_INTEGRITY;

const wchar_t* packageFor(AuthScheme scheme)
{
    switch (scheme) {
    case AuthScheme::Kerberos:
        return L"Kerberos";
    case AuthScheme::Ntlm:
        return L"NTLM"; // Windows takes it under Negotiate without SPNEGO around it
    case AuthScheme::Automatic:
    case AuthScheme::Negotiate:
    case AuthScheme::Basic:
    case AuthScheme::Certificate:
        return L"Negotiate";
    }
    return L"Negotiate";
}

SecBuffer bufferOf(ULONG type, void* bytes, std::size_t size)
{
    SecBuffer buffer{};
    buffer.BufferType = type;
    buffer.pvBuffer = bytes;
    buffer.cbBuffer = static_cast<ULONG>(size);
    return buffer;
}

template <std::size_t Count>
SecBufferDesc listOf(std::array<SecBuffer, Count>& buffers, std::size_t used = Count)
{
    SecBufferDesc list{};
    list.ulVersion = SECBUFFER_VERSION;
    list.cBuffers = static_cast<ULONG>(used);
    list.pBuffers = buffers.data();
    return list;
}

/// SEC_CHANNEL_BINDINGS with the application's data behind it, all addresses left out (RFC 5929).
std::string channelBindingStruct(std::string_view applicationData)
{
    SEC_CHANNEL_BINDINGS bindings{};
    bindings.cbApplicationDataLength = static_cast<ULONG>(applicationData.size());
    bindings.dwApplicationDataOffset = sizeof(bindings);
    std::string bytes(sizeof(bindings), '\0');
    std::memcpy(bytes.data(), &bindings, sizeof(bindings));
    return bytes.append(applicationData);
}

/// All that SSPI works on, so that a call that was left behind keeps it alive alone.
class SspiHandles final : public SecurityHandles
{
public:
    explicit SspiHandles(SecurityIdentity identity)
        : m_identity(std::move(identity))
        , m_package(packageFor(m_identity.scheme))
        , m_target(core::wideFrom(m_identity.serviceClass + '/' + m_identity.host))
    {}
    SspiHandles(const SspiHandles&) = delete;
    SspiHandles& operator=(const SspiHandles&) = delete;
    ~SspiHandles() override
    {
        if (m_hasContext)
            DeleteSecurityContext(&m_context);
        if (m_hasCredentials)
            FreeCredentialsHandle(&m_credentials);
    }

    Result<std::string> step(std::string_view serverToken) override;
    [[nodiscard]] bool isEstablished() const noexcept override { return m_isComplete; }
    [[nodiscard]] Mechanism mechanism() const noexcept override { return m_mechanism; }
    Result<SealedMessage> seal(std::string_view plain) override;
    Result<std::string> unseal(std::string_view header, std::string_view ciphertext) override;

private:
    Result<> acquire();
    std::optional<Mechanism> chosenMechanism();
    Result<> checkGranted(ULONG flags);

    const SecurityIdentity m_identity;
    std::wstring m_package; // SSPI takes it as writable, and does not write
    std::wstring m_target;
    CredHandle m_credentials{};
    CtxtHandle m_context{};
    SecPkgContext_Sizes m_sizes{};
    ULONG m_longestToken = 0;
    bool m_hasCredentials = false;
    bool m_hasContext = false;
    bool m_isComplete = false;
    Mechanism m_mechanism = Mechanism::Ntlm;
};

} // namespace

Result<> SspiHandles::acquire()
{
    SecPkgInfoW* info = nullptr;
    SECURITY_STATUS status = QuerySecurityPackageInfoW(m_package.data(), &info);
    if (status != SEC_E_OK)
        return failure(errorFromSspi(status, "QuerySecurityPackageInfo"));
    m_longestToken = info->cbMaxToken;
    FreeContextBuffer(info);
    std::optional<SspiIdentity> given; // none = the current user
    if (!m_identity.user.empty())
        given.emplace(m_identity.user, m_identity.password);
    TimeStamp expiry{};
    status = AcquireCredentialsHandleW(nullptr, m_package.data(), SECPKG_CRED_OUTBOUND, nullptr,
                                       given ? given->get() : nullptr, nullptr, nullptr, &m_credentials, &expiry);
    if (status != SEC_E_OK)
        return failure(errorFromSspi(status, "AcquireCredentialsHandle"));
    m_hasCredentials = true;
    return {};
}

Result<std::string> SspiHandles::step(std::string_view serverToken)
{
    if (m_isComplete)
        return failure(ErrorKind::SignInImpossible, "the server goes on after the sign-in is complete");
    if (m_hasContext && serverToken.empty())
        return failure(ErrorKind::SignInImpossible, "the server ended the sign-in before it was complete");
    if (!m_hasCredentials) {
        if (auto acquired = acquire(); !acquired)
            return failure(std::move(acquired.error()));
    }
    std::string received(serverToken); // SSPI's structs have no const
    std::string bindings =
        m_identity.channelBindings.empty() ? std::string() : channelBindingStruct(m_identity.channelBindings);
    std::array<SecBuffer, 2> inputs{};
    std::size_t inputCount = 0;
    if (!received.empty())
        inputs.at(inputCount++) = bufferOf(SECBUFFER_TOKEN, received.data(), received.size());
    // NTLM proves the binding with its last token; Wine's takes a first call with any input for a later one.
    const bool isFirstOfNtlm = m_identity.scheme == AuthScheme::Ntlm && received.empty();
    if (!bindings.empty() && !isFirstOfNtlm)
        inputs.at(inputCount++) = bufferOf(SECBUFFER_CHANNEL_BINDINGS, bindings.data(), bindings.size());
    SecBufferDesc inputList = listOf(inputs, inputCount);
    std::string token(m_longestToken, '\0'); // ours: what SSPI allocates itself breaks under Wine
    std::array<SecBuffer, 1> outputs{bufferOf(SECBUFFER_TOKEN, token.data(), token.size())};
    SecBufferDesc outputList = listOf(outputs);
    ULONG granted = 0;
    TimeStamp expiry{};
    SECURITY_STATUS status = InitializeSecurityContextW(
        &m_credentials, m_hasContext ? &m_context : nullptr, m_target.data(), wantedFlags, 0, SECURITY_NETWORK_DREP,
        inputCount > 0 ? &inputList : nullptr, 0, &m_context, &outputList, &granted, &expiry);
    m_hasContext = m_hasContext || status >= 0;
    if (status == SEC_I_COMPLETE_NEEDED || status == SEC_I_COMPLETE_AND_CONTINUE) {
        const bool goesOn = status == SEC_I_COMPLETE_AND_CONTINUE;
        const SECURITY_STATUS completed = CompleteAuthToken(&m_context, &outputList);
        status = completed != SEC_E_OK ? completed : goesOn ? SEC_I_CONTINUE_NEEDED : SEC_E_OK;
    }
    if (status != SEC_E_OK && status != SEC_I_CONTINUE_NEEDED)
        return failure(errorFromSspi(status, "InitializeSecurityContext"));
    if (status == SEC_E_OK) {
        if (auto enough = checkGranted(granted); !enough)
            return failure(std::move(enough.error()));
        m_isComplete = true;
    }
    token.resize(outputs.front().cbBuffer);
    return token;
}

/// Which mechanism it has become. Negotiate says so itself; a package of its own name is that one.
std::optional<Mechanism> SspiHandles::chosenMechanism()
{
    std::wstring name = m_package;
    SecPkgContext_NegotiationInfoW negotiated{};
    SecPkgContext_PackageInfoW package{};
    SecPkgInfoW* info = nullptr;
    if (QueryContextAttributesW(&m_context, SECPKG_ATTR_NEGOTIATION_INFO, &negotiated) == SEC_E_OK)
        info = negotiated.PackageInfo;
    if (!info && QueryContextAttributesW(&m_context, SECPKG_ATTR_PACKAGE_INFO, &package) == SEC_E_OK)
        info = package.PackageInfo;
    if (info) {
        name = info->Name;
        FreeContextBuffer(info);
    }
    if (_wcsicmp(name.c_str(), L"Kerberos") == 0)
        return Mechanism::Kerberos;
    return _wcsicmp(name.c_str(), L"NTLM") == 0 ? std::optional(Mechanism::Ntlm) : std::nullopt;
}

/// Nothing is sealed with less than what was asked for. NTLM knows no mutual authentication.
Result<> SspiHandles::checkGranted(ULONG flags)
{
    const auto mechanism = chosenMechanism();
    if (!mechanism)
        return failure(ErrorKind::SignInImpossible, "the server chose a mechanism that is neither Kerberos nor NTLM");
    m_mechanism = *mechanism;
    SecPkgContext_Flags known{}; // Wine tells what NTLM agreed on only here
    if (QueryContextAttributesW(&m_context, SECPKG_ATTR_FLAGS, &known) == SEC_E_OK)
        flags |= known.Flags;
    const ULONG needed = ISC_RET_CONFIDENTIALITY | ISC_RET_INTEGRITY |
                         (m_mechanism == Mechanism::Kerberos ? ULONG{ISC_RET_MUTUAL_AUTH} : 0);
    if ((flags & needed) != needed)
        return failure(noEncryption("the server did not grant encryption, integrity and proof of its identity"));
    const SECURITY_STATUS status = QueryContextAttributesW(&m_context, SECPKG_ATTR_SIZES, &m_sizes);
    if (status != SEC_E_OK)
        return failure(errorFromSspi(status, "QueryContextAttributes"));
    return {};
}

Result<SealedMessage> SspiHandles::seal(std::string_view plain)
{
    SealedMessage message;
    message.header.resize(m_sizes.cbSecurityTrailer);
    message.ciphertext = plain;
    const std::string untouched(m_sizes.cbBlockSize, '\xa5');
    std::string padding = untouched;
    std::array<SecBuffer, 3> parts{bufferOf(SECBUFFER_TOKEN, message.header.data(), message.header.size()),
                                   bufferOf(SECBUFFER_DATA, message.ciphertext.data(), message.ciphertext.size()),
                                   bufferOf(SECBUFFER_PADDING, padding.data(), padding.size())};
    SecBufferDesc list = listOf(parts);
    const SECURITY_STATUS status = EncryptMessage(&m_context, 0, &list, 0);
    if (status != SEC_E_OK)
        return failure(errorFromSspi(status, "EncryptMessage"));
    message.header.resize(parts[0].cbBuffer);
    // Not every package tells that it did not pad: the buffer is then as it was.
    if (parts[2].cbBuffer < padding.size() || padding != untouched)
        message.ciphertext.append(padding, 0, parts[2].cbBuffer);
    return message;
}

Result<std::string> SspiHandles::unseal(std::string_view header, std::string_view ciphertext)
{
    // Decrypted where it stands.
    std::string signature(header);
    std::string text(ciphertext);
    std::array<SecBuffer, 2> parts{bufferOf(SECBUFFER_TOKEN, signature.data(), signature.size()),
                                   bufferOf(SECBUFFER_DATA, text.data(), text.size())};
    SecBufferDesc list = listOf(parts);
    ULONG protection = 0;
    const SECURITY_STATUS status = DecryptMessage(&m_context, &list, 0, &protection);
    if (status != SEC_E_OK) { // SEC_E_MESSAGE_ALTERED, and SEC_E_OUT_OF_SEQUENCE for a replay
        return failure(errorFromSspi(status, "DecryptMessage"));
    }
    if (protection == SECQOP_WRAP_NO_ENCRYPT)
        return failure(ErrorKind::MessageTampered, "the answer was signed but not encrypted");
    const auto* plain = static_cast<const char*>(parts[1].pvBuffer);
    return std::string(plain, parts[1].cbBuffer);
}

SspiSecurityContext::SspiSecurityContext(SecurityIdentity identity, std::shared_ptr<management::AbandonedCalls> calls)
    : LibrarySecurityContext(std::make_shared<SspiHandles>(std::move(identity)), std::move(calls))
{}

} // namespace deskwarden::wsman
