// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/access/AccessList.h"

#include <QTest>

using namespace deskwarden;
using management::AccessList;

namespace {

using Sids = std::optional<std::set<std::string>>;
const Sids ann{{"S-1-5-21-1-2-3-1104", "S-1-5-21-1-2-3-513"}};

enum Answer { In, Out, NotKnown };

Answer answerOf(const std::optional<bool>& letsIn)
{
    return !letsIn ? NotKnown : *letsIn ? In : Out;
}

} // namespace

/// The people whom the security descriptor of a collection lets in.
class AccessListTest final : public QObject
{
    Q_OBJECT

private slots:
    void theFirstEntryThatNamesThePersonDecides_data()
    {
        QTest::addColumn<QString>("sddl");
        QTest::addColumn<int>("known");   // the person's SIDs are known
        QTest::addColumn<int>("unknown"); // they are not
        const auto row = [](const char* name, const char* sddl, Answer known, Answer unknown) {
            QTest::newRow(name) << QString::fromLatin1(sddl) << int(known) << int(unknown);
        };
        row("a group of hers", "O:WDG:WDD:ARP(A;CIOI;CCLCSWLORCGR;;;S-1-5-21-1-2-3-513)", In, NotKnown);
        row("her account", "D:(A;;GA;;;s-1-5-21-1-2-3-1104)", In, NotKnown);
        row("another group", "D:(A;;GA;;;S-1-5-21-1-2-3-9999)", Out, NotKnown);
        row("everybody", "D:(A;;GA;;;WD)", In, In);
        row("everybody who is signed in", "D:(A;;GA;;;AU)", In, In);
        row("everybody by number", "D:(A;;GA;;;S-1-5-11)", In, In);
        row("everybody kept out", "D:(D;;GA;;;WD)(A;;GA;;;S-1-5-21-1-2-3-513)", Out, Out);
        row("denied first", "D:(D;;GA;;;S-1-5-21-1-2-3-513)(A;;GA;;;AU)", Out, NotKnown);
        row("others denied first", "D:(D;;GA;;;S-1-5-21-1-2-3-9999)(A;;GA;;;AU)", In, NotKnown);
        row("others let in first", "D:(A;;GA;;;S-1-5-21-1-2-3-9999)(A;;GA;;;AU)", In, In);
        row("denied last", "D:(A;;GA;;;S-1-5-21-1-2-3-513)(D;;GA;;;AU)", In, NotKnown);
        row("nobody", "O:BAG:BAD:P", Out, Out);
        row("no list", "O:BAG:BA", In, In);
        row("no control", "O:BAG:BAD:NO_ACCESS_CONTROL", In, In);
        row("an alias of some domain", "D:(A;;GA;;;DU)", NotKnown, NotKnown);
        row("an alias of some domain, then hers", "D:(A;;GA;;;DA)(A;;GA;;;S-1-5-21-1-2-3-513)", In, NotKnown);
        row("on a condition", "D:(XA;;GA;;;WD;(@User.dep == \"a)b\"))", NotKnown, NotKnown);
        row("on a condition, then hers", "D:(XA;;GA;;;AU;(Member_of{SID(BA)}))(A;;GA;;;S-1-5-21-1-2-3-513)", In,
            NotKnown);
        row("kept out on a condition", "D:(XD;;GA;;;AU;(Member_of{SID(BA)}))(A;;GA;;;WD)", NotKnown, NotKnown);
        row("handed on only", "D:(A;CIIO;GA;;;WD)", Out, Out);
        row("handed on, too", "D:(A;OICI;GA;;;WD)", In, In);
        row("watched only", "D:(AU;SA;GA;;;WD)", Out, Out);
        row("another list behind", "D:(A;;GA;;;S-1-5-21-1-2-3-9999)S:(AU;SAFA;GA;;;WD)", Out, NotKnown);
        row("a watch list alone", "S:(AU;SAFA;GA;;;WD)", In, In);
        row("a watch list in front", "S:(AU;SAFA;GA;;;WD)D:(A;;GA;;;S-1-5-21-1-2-3-9999)", Out, NotKnown);
    }
    void theFirstEntryThatNamesThePersonDecides()
    {
        QFETCH(QString, sddl);
        const auto list = AccessList::parse(sddl.toStdString());
        QVERIFY(list.has_value());
        QTEST(int(answerOf(list->letsIn(ann))), "known");
        QTEST(int(answerOf(list->letsIn(std::nullopt))), "unknown");
    }

    void whatIsNoDescriptorIsAnError_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* const text : {"", "x", "D", "nonsense", "(A;;GA;;;WD)", "D:(A;;GA;;;WD", "D:(A;;GA)",
                                       "D:(A;;GA;;;)", "D:((((", "D:(A;;GA;;;WD\")", "\xff\xfe"})
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
    }
    void whatIsNoDescriptorIsAnError()
    {
        QFETCH(QString, text);
        const auto list = AccessList::parse(text.toLatin1().toStdString());
        QVERIFY(!list);
        QVERIFY(list.error().kind == core::ErrorKind::Malformed);
    }
};

QTEST_APPLESS_MAIN(AccessListTest)
#include "AccessListTest.moc"
