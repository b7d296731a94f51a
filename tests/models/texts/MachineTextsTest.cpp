// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/MachineTexts.h"

#include <QSet>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::models;

/// What people read of machines.
class MachineTextsTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyStateHasANameOfItsOwn()
    {
        QSet<QString> names;
        std::size_t known = 0;
        for (std::uint32_t number = 0; number < 40'000; ++number) {
            const auto state = static_cast<core::MachineState>(number);
            if (core::name(state).empty()) {
                QVERIFY(machineStateName(state).contains(QString::number(number)));
                continue;
            }
            ++known;
            names.insert(machineStateName(state));
            QVERIFY(!machineStateMeaning(state).isEmpty());
        }
        QCOMPARE(static_cast<std::size_t>(names.size()), known);
    }

    void hostileNamesAreShownEscapedAndCut()
    {
        core::VirtualDesktop machine;
        QVERIFY(ownerText(machine).isEmpty());
        QVERIFY(machineSessionText(machine).isEmpty());
        machine.ownerDomain = core::SharedString(std::string(2'000, 'D'));
        machine.ownerName = core::SharedString(std::string_view("an\x1b[1mna"));
        machine.sessionUserName = core::SharedString(std::string_view("b\nen"));
        machine.sessionState = core::ConnectState::Disconnected;
        QVERIFY(ownerText(machine).endsWith(QStringLiteral("an‹U+001B›[1mna")));
        QVERIFY(ownerText(machine).size() < 600);
        QCOMPARE(machineSessionText(machine), QStringLiteral("b‹U+000A›en (Disconnected)"));
    }

    void leftOutRowsAreCountedInSentences()
    {
        QVERIFY(leftOutMachinesText({}).isEmpty());
        QVERIFY(leftOutMachinesText({3, 0}).contains(QStringLiteral("3")));
        QVERIFY(leftOutMachinesText({0, 4}).contains(QStringLiteral("4")));
    }
};

QTEST_APPLESS_MAIN(MachineTextsTest)
#include "MachineTextsTest.moc"
