// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "integration/SignInGround.h"
#include "storm/Scenario.h"
#include "support/ProgramRun.h"
#include "support/RoughWire.h"
#include "support/TestCertificate.h"

#include <QTemporaryDir>

#include <array>
#include <memory>

namespace deskwarden::storm {

/// The command line program acts on everybody over a wire that drops, delays, cuts, repeats and flips.
class BadWire final : public Scenario
{
public:
    enum class Transport { Basic, Ntlm, Kerberos, Https };

    /// `ground` is needed for Kerberos and NTLM, and may be null for others.
    BadWire(Transport transport, integration::SignInGround* ground)
        : m_transport(transport)
        , m_ground(ground)
    {}

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Finding play(const Strength& strength) override;

private:
    struct Ground; // of one round: a server, a record
    [[nodiscard]] QStringList simulatorOptions(const support::TestCertificate& certificate) const;
    [[nodiscard]] QStringList signIn(const support::TestCertificate& certificate) const;
    [[nodiscard]] QString addressAt(quint16 port) const;
    void playRound(const Strength& strength, int sessions, std::uint64_t seed, Tally& tally);
    void act(const QString& verb, bool isShort, std::uint64_t seed, Ground& ground, Truth& truth, Tally& tally);
    static void readRecord(const QString& folder, Truth& truth, Tally& tally);

    const Transport m_transport;
    integration::SignInGround* const m_ground;
    std::array<int, tests::mishapCount> m_mishaps{};
    int m_exchanges = 0;
};

} // namespace deskwarden::storm
