// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Session.h"

#include <QTest>

using namespace deskwarden::core;

namespace {

Session session()
{
    Session result;
    result.key = {ServerId{SharedString("https://broker")}, SharedString("HV01"), 7};
    result.userName = SharedString("anna");
    result.domainName = SharedString("CORP");
    result.vmName = SharedString("VM-1");
    return result;
}

} // namespace

class SessionTest final : public QObject
{
    Q_OBJECT

private slots:
    void anotherSpellingIsTheSameOccupant()
    {
        Session other = session();
        other.userName = SharedString("ANNA");
        other.key.vmHostName = SharedString("hv01");
        other.state = ConnectState::Down;
        QVERIFY(isSameOccupant(session(), other));
    }

    void nullAndEmptyAreTheSameOccupant()
    {
        Session left = session();
        left.domainName = SharedString();
        Session right = session();
        right.domainName = SharedString("");
        QVERIFY(isSameOccupant(left, right));
    }

    void anotherUserDomainMachineOrKeyIsSomebodyElse()
    {
        for (int field = 0; field < 6; ++field) {
            Session other = session();
            if (field == 0)
                other.userName = SharedString("bert");
            else if (field == 1)
                other.domainName = SharedString("OTHER");
            else if (field == 2)
                other.vmName = SharedString("VM-2");
            else if (field == 3)
                other.key.sessionId = 8;
            else if (field == 4)
                other.key.vmHostName = SharedString("HV02");
            else
                other.key.server.address = SharedString("https://other");
            QVERIFY(!isSameOccupant(session(), other));
        }
    }

    void namesAreWrittenAsPeopleWriteThem()
    {
        QCOMPARE(accountName(session()), std::string("CORP\\anna"));
        Session local = session();
        local.domainName = SharedString();
        QCOMPARE(accountName(local), std::string("anna"));
        QCOMPARE(keyText(session().key), std::string("HV01/7"));
        QVERIFY(hasUser(local));
        local.userName = SharedString("");
        QVERIFY(!hasUser(local));
    }
};

QTEST_APPLESS_MAIN(SessionTest)
#include "SessionTest.moc"
