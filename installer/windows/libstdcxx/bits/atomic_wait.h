// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// Stands before libstdc++'s header of this name in builds by MinGW. Where there is no futex, GCC 12 compares the value
// and only then takes the lock it waits under: a wake-up in between is lost, and the thread that waits there waits for
// ever. What waits there is, among others, the destructor of a std::stop_callback whose callback is running, and so
// every std::condition_variable_any::wait() with a stop_token. That header lets a platform bring its own way to wait;
// Windows has had one since version 8.

#pragma GCC system_header

#ifndef DESKWARDEN_ATOMIC_WAIT_H
#define DESKWARDEN_ATOMIC_WAIT_H

#include <bits/c++config.h>

// as in synchapi.h, without windows.h
extern "C" int __stdcall WaitOnAddress(volatile void* address, void* compare, unsigned long long size,
                                       unsigned long milliseconds);
extern "C" void __stdcall WakeByAddressAll(void* address);
extern "C" void __stdcall WakeByAddressSingle(void* address);

#define _GLIBCXX_HAVE_PLATFORM_WAIT 1
#define _GLIBCXX_HAVE_PLATFORM_TIMED_WAIT 1

namespace std {
namespace __detail {

template <typename Waited, typename Value>
void __platform_wait(const Waited* address, Value old) noexcept
{
    static_assert(sizeof(Waited) == sizeof(Value));
    constexpr unsigned long forever = 0xFFFFFFFF;
    WaitOnAddress(const_cast<Waited*>(address), &old, sizeof(old), forever);
}

template <typename Waited>
void __platform_notify(const Waited* address, bool all) noexcept
{
    auto* place = const_cast<Waited*>(address);
    if (all)
        WakeByAddressAll(place);
    else
        WakeByAddressSingle(place);
}

/// True if the wait ended before its time.
template <typename Waited, typename Value, typename TimePoint>
bool __platform_wait_until(const Waited* address, Value old, const TimePoint& time)
{
    static_assert(sizeof(Waited) == sizeof(Value));
    constexpr double longest = 60'000; // milliseconds; who waits longer asks again
    using Period = typename TimePoint::duration::period;
    const double left =
        static_cast<double>((time - TimePoint::clock::now()).count()) * 1000 * Period::num / Period::den;
    WaitOnAddress(const_cast<Waited*>(address), &old, sizeof(old),
                  static_cast<unsigned long>(left <= 0        ? 0
                                             : left < longest ? left + 1
                                                              : longest));
    return TimePoint::clock::now() < time;
}

} // namespace __detail
} // namespace std

#endif

#include_next <bits/atomic_wait.h>
