// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ConnectState.h"

#include <QTest>

using namespace deskwarden::core;

class ConnectStateTest final : public QObject
{
    Q_OBJECT

private slots:
    void namesComeBack()
    {
        for (std::uint32_t number = 0; number <= 9; ++number) {
            const auto state = static_cast<ConnectState>(number);
            QVERIFY(!name(state).empty());
            QCOMPARE(connectStateFromName(name(state)), std::optional(state));
        }
    }

    void namesAreReadWithoutRegardToCase()
    {
        QCOMPARE(connectStateFromName("disCONNECTED"), std::optional(ConnectState::Disconnected));
    }

    void unknownNumbersStayThemselves()
    {
        QCOMPARE(connectStateFromName("42"), std::optional(static_cast<ConnectState>(42)));
        QVERIFY(name(static_cast<ConnectState>(42)).empty());
        QVERIFY(name(ConnectState::Absent).empty());
    }

    void otherTextsAreNoState()
    {
        for (const auto* text : {"", "Activ", "4x", "-1", " 4", "99999999999"})
            QVERIFY2(!connectStateFromName(text), text);
    }

    void usedAndUnusedNeverOverlap()
    {
        for (std::uint32_t number = 0; number <= 12; ++number) {
            const auto state = static_cast<ConnectState>(number);
            QVERIFY(!(isInUse(state) && isConfirmedUnused(state)));
        }
        QVERIFY(isInUse(ConnectState::Active) && isInUse(ConnectState::Connected) && isInUse(ConnectState::Shadow));
        QVERIFY(isConfirmedUnused(ConnectState::Disconnected) && isConfirmedUnused(ConnectState::Reset) &&
                isConfirmedUnused(ConnectState::Down));
        QVERIFY(!isConfirmedUnused(ConnectState::Absent) && !isInUse(ConnectState::Absent));
    }
};

QTEST_APPLESS_MAIN(ConnectStateTest)
#include "ConnectStateTest.moc"
