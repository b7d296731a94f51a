// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wmicom/HostReach.h"

#include "wmicom/ComText.h"
#include "wmicom/WindowsHeaders.h"

#include <array>
#include <memory>

namespace deskwarden::wmicom {

namespace {

using core::ErrorKind;

constexpr long connectPatience = 5; // s for one address

class Winsock final
{
public:
    Winsock()
    {
        WSADATA data;
        WSAStartup(MAKEWORD(2, 2), &data);
    }
    Winsock(const Winsock&) = delete;
    Winsock& operator=(const Winsock&) = delete;
    ~Winsock() { WSACleanup(); }
};

class Socket final
{
public:
    explicit Socket(int family)
        : m_socket(socket(family, SOCK_STREAM, IPPROTO_TCP))
    {}
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket()
    {
        if (m_socket != INVALID_SOCKET)
            closesocket(m_socket);
    }
    [[nodiscard]] SOCKET get() const noexcept { return m_socket; }

private:
    SOCKET m_socket;
};

struct AddressDeleter
{
    void operator()(ADDRINFOW* list) const noexcept { FreeAddrInfoW(list); }
};
using Addresses = std::unique_ptr<ADDRINFOW, AddressDeleter>;

core::ManagementError socketError(ErrorKind kind, int code)
{
    core::ManagementError error;
    error.kind = kind;
    error.code = static_cast<std::uint32_t>(code);
    return error;
}

core::Result<Addresses> addressesOf(const std::string& host)
{
    ADDRINFOW hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_protocol = IPPROTO_TCP;
    ADDRINFOW* list = nullptr;
    const int status = GetAddrInfoW(core::wideFrom(host).c_str(), L"135", &hints, &list);
    Addresses addresses(list);
    if (status != 0 || !addresses)
        return core::failure(socketError(ErrorKind::NameNotResolved, status));
    return addresses;
}

/// 0, or the Winsock error of the attempt.
int connectTo(const ADDRINFOW& address)
{
    const Socket attempt(address.ai_family);
    if (attempt.get() == INVALID_SOCKET)
        return WSAGetLastError();
    u_long isNonBlocking = 1;
    ioctlsocket(attempt.get(), static_cast<long>(FIONBIO), &isNonBlocking);
    if (connect(attempt.get(), address.ai_addr, static_cast<int>(address.ai_addrlen)) == 0)
        return 0;
    if (WSAGetLastError() != WSAEWOULDBLOCK)
        return WSAGetLastError();
    fd_set writable{};
    fd_set failed{};
    writable.fd_count = 1;
    writable.fd_array[0] = attempt.get();
    failed = writable;
    timeval wait{connectPatience, 0};
    if (select(0, nullptr, &writable, &failed, &wait) == 0)
        return WSAETIMEDOUT;
    int error = 0;
    int size = sizeof(error);
    getsockopt(attempt.get(), SOL_SOCKET, SO_ERROR, reinterpret_cast<char*>(&error), &size);
    return error;
}

} // namespace

core::Result<std::string> resolveName(const std::string& host)
{
    const Winsock winsock;
    const auto addresses = addressesOf(host);
    if (!addresses)
        return core::failure(addresses.error());
    std::array<wchar_t, 64> text{};
    GetNameInfoW((*addresses)->ai_addr, static_cast<socklen_t>((*addresses)->ai_addrlen), text.data(),
                 static_cast<DWORD>(text.size()), nullptr, 0, NI_NUMERICHOST);
    return core::utf8FromWide(text.data());
}

core::Result<std::string> knockAtEndpointMapper(const std::string& host)
{
    const Winsock winsock;
    const auto addresses = addressesOf(host);
    if (!addresses)
        return core::failure(addresses.error());
    int error = 0;
    for (const ADDRINFOW* address = addresses->get(); address; address = address->ai_next) {
        error = connectTo(*address);
        if (error == 0)
            return std::string("135");
    }
    return core::failure(
        socketError(error == WSAECONNREFUSED ? ErrorKind::ConnectionRefused : ErrorKind::HostUnreachable, error));
}

} // namespace deskwarden::wmicom
