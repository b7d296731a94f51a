// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/tls/CertificateFiles.h"
#include "wsman/tls/Descriptors.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;
using core::InputProblem;

struct Deleter
{
    void operator()(BIO* bio) const noexcept { BIO_free_all(bio); }
    void operator()(X509* certificate) const noexcept { X509_free(certificate); }
    void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
    void operator()(STACK_OF(X509_INFO) * entries) const noexcept { sk_X509_INFO_pop_free(entries, X509_INFO_free); }
};
using Bio = std::unique_ptr<BIO, Deleter>;
using Certificate = std::unique_ptr<X509, Deleter>;

/// What fails here is told by what is missing: nothing stays for the next caller of OpenSSL.
class ErrorQueueGuard final
{
public:
    ErrorQueueGuard() { ERR_set_mark(); }
    ~ErrorQueueGuard() { ERR_pop_to_mark(); }
    ErrorQueueGuard(const ErrorQueueGuard&) = delete;
    ErrorQueueGuard& operator=(const ErrorQueueGuard&) = delete;
};

/// Instead of OpenSSL's own question on the terminal.
int refusePassphrase(char* /*buffer*/, int /*size*/, int /*isWriting*/, void* wasAsked)
{
    if (wasAsked)
        *static_cast<bool*>(wasAsked) = true;
    return -1;
}

bool isReadable(const Bio& bio)
{
    char byte = 0;
    return bio && BIO_read(bio.get(), &byte, 1) == 1 && BIO_reset(bio.get()) == 0;
}

auto refused(InputProblem problem, const std::string& file)
{
    if (areDescriptorsShort())
        return core::failure(ErrorKind::OutOfResources, "no more files can be opened; " + file);
    return core::failure(ErrorKind::InvalidInput, problem, file);
}

} // namespace

core::Result<std::string> authoritiesIn(const std::string& file)
{
    const ErrorQueueGuard guard;
    const Bio source(BIO_new_file(file.c_str(), "rb"));
    if (!source)
        return refused(InputProblem::AuthoritiesUnreadable, file);
    const Bio target(BIO_new(BIO_s_mem()));
    if (!target)
        return core::failure(ErrorKind::OutOfResources);
    const std::unique_ptr<STACK_OF(X509_INFO), Deleter> entries(
        PEM_X509_INFO_read_bio(source.get(), nullptr, &refusePassphrase, nullptr));
    for (int index = 0; entries && index < sk_X509_INFO_num(entries.get()); ++index) {
        if (const X509_INFO* entry = sk_X509_INFO_value(entries.get(), index); entry->x509)
            PEM_write_bio_X509(target.get(), entry->x509);
    }
    if (BIO_pending(target.get()) == 0 && BIO_reset(source.get()) == 0) {
        if (const Certificate certificate(d2i_X509_bio(source.get(), nullptr)); certificate)
            PEM_write_bio_X509(target.get(), certificate.get());
    }
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(target.get(), &bytes);
    if (!bytes || size <= 0)
        return refused(InputProblem::AuthoritiesMissing, file);
    return std::string(bytes, static_cast<std::size_t>(size));
}

core::Result<> checkClientCertificate(const std::string& certificateFile, const std::string& keyFile)
{
    const ErrorQueueGuard guard;
    const Bio certificateSource(BIO_new_file(certificateFile.c_str(), "rb"));
    const Certificate certificate(
        certificateSource ? PEM_read_bio_X509(certificateSource.get(), nullptr, &refusePassphrase, nullptr) : nullptr);
    if (!certificate)
        return refused(InputProblem::ClientCertificateUnreadable, certificateFile);
    const Bio keySource(BIO_new_file(keyFile.c_str(), "rb"));
    if (!isReadable(keySource))
        return refused(InputProblem::ClientKeyUnreadable, keyFile);
    bool wasAsked = false;
    const std::unique_ptr<EVP_PKEY, Deleter> key(
        PEM_read_bio_PrivateKey(keySource.get(), nullptr, &refusePassphrase, &wasAsked));
    if (!key)
        return refused(wasAsked ? InputProblem::ClientKeyLocked : InputProblem::ClientKeyUnreadable, keyFile);
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return refused(InputProblem::ClientKeyOfAnother, keyFile);
    return {};
}

} // namespace deskwarden::wsman
