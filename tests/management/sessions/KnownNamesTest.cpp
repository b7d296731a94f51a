// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/KnownNames.h"

#include "support/FakeConnection.h"

#include <QTest>

using namespace deskwarden;
using namespace deskwarden::management;

namespace {

using Names = std::vector<std::string>;

KnownNames farm()
{
    KnownNames names;
    for (const char* const name :
         {"HV-01.corp.example", "HV-02.corp.example", "HV-11.corp.example", "brk.corp.example"})
        names.add(name);
    return names;
}

core::Instance namedInstance(std::string_view className, const char* property, const char* value)
{
    return {core::SharedString(className), {core::Property{core::SharedString(property), core::Value(value)}}};
}

} // namespace

class KnownNamesTest final : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheWholeNameIsKnown_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("isKnown");
        const auto row = [](const char* asked, bool isKnown) {
            QTest::newRow(*asked == 0 ? "nothing" : asked) << QString::fromLatin1(asked) << isKnown;
        };
        row("HV-01.corp.example", true);
        row("hv-01.CORP.example", true);
        row("hv-01", false);
        row("hv-10.corp.example", false);
        row("hv-01.corp.example.", false);
        row("\\\\hv-01.corp.example", false);
        row(" hv-01.corp.example", false);
        row("hv-01.other.example", false);
        row("", false);
    }
    void onlyTheWholeNameIsKnown()
    {
        QFETCH(const QString, asked);
        QFETCH(const bool, isKnown);
        QCOMPARE(farm().knows(asked.toStdString()), isKnown);
    }

    void whatComesNearIsFound_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("nearest");
        const auto row = [](const char* what, const char* asked, const char* nearest) {
            QTest::newRow(what) << QString::fromLatin1(asked) << QString::fromLatin1(nearest);
        };
        row("short", "hv-01", "HV-01.corp.example");
        row("of another domain", "hv-02.corp.invalid", "HV-02.corp.example");
        row("with a dot at its end", "hv-02.corp.example.", "HV-02.corp.example");
        row("with backslashes", "\\\\hv-02.corp.example", "HV-02.corp.example");
        row("with blanks", "  hv-02\t", "HV-02.corp.example");
        row("a letter too many", "bbrk", "brk.corp.example");
        row("a letter too few", "hv02.corp.example", "HV-02.corp.example");
        row("swapped letters", "kbr.corp.example", "brk.corp.example");
        row("nothing alike", "mailserver.corp.example", "");
        row("empty", "", "");
        row("only backslashes", "\\\\", "");
    }
    void whatComesNearIsFound()
    {
        QFETCH(const QString, asked);
        QFETCH(const QString, nearest);
        const Names found = farm().near(asked.toStdString());
        QCOMPARE(QString::fromStdString(found.empty() ? std::string() : found.front()), nearest);
    }

    void theNearestComeFirstAndNotTooMany()
    {
        KnownNames names;
        for (int number = 10; number < 99; ++number)
            names.add("hv-" + std::to_string(number));
        names.add("hv-1");
        const Names found = names.near("hv-100", 4);
        QCOMPARE(found.size(), std::size_t{4});
        QCOMPARE(found.front(), std::string("hv-10"));
        QVERIFY(std::ranges::find(found, "hv-1") != found.end());
    }

    void monstrousNamesAreNotCompared()
    {
        KnownNames names = farm();
        names.add(std::string(1'000'000, 'a'));
        QVERIFY(names.near(std::string(1'000'001, 'a')).empty());
        QVERIFY(names.knows(std::string(1'000'000, 'A')));
    }

    void theServersNeighboursAreLearnt()
    {
        support::FakeBroker broker;
        broker.putNeighbour(namedInstance("Win32_RDMSJoinedNode", "FQDN", "node.corp.example"));
        broker.putNeighbour(namedInstance("Win32_RDMSVirtualDesktop", "HostName", "desk.corp.example"));
        support::FakeConnection connection(broker);
        KnownNames names;
        QVERIFY(addJoinedNodes(names, connection, "root\\cimv2\\rdms", {}));
        QVERIFY(names.knows("NODE.corp.example"));
        QVERIFY(!names.knows("desk.corp.example"));
        QVERIFY(addDesktopHosts(names, connection, "root\\cimv2\\rdms", {}));
        QVERIFY(names.knows("desk.corp.example"));
    }

    void whatMayNotBeReadIsAnError()
    {
        support::FakeBroker broker;
        broker.hooks.enumerate = [](const Query&, const BatchSink&,
                                    const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            return core::failure(support::makeFault(0x80041003));
        };
        support::FakeConnection connection(broker);
        KnownNames names;
        QVERIFY(!addJoinedNodes(names, connection, "root\\cimv2\\rdms", {}));
        QVERIFY(!addDesktopHosts(names, connection, "root\\cimv2\\rdms", {}));
        QVERIFY(names.isEmpty());
    }
};

QTEST_APPLESS_MAIN(KnownNamesTest)
#include "KnownNamesTest.moc"
