// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/PersonNames.h"

#include <QTest>

#include <cstdint>
#include <string>
#include <vector>

namespace {

using namespace deskwarden;

constexpr std::uint32_t people = 10'000; // several in each part

std::string userOf(std::uint32_t number)
{
    return "User" + std::to_string(number);
}

management::AccountName account(std::uint32_t number)
{
    return {"CORP", userOf(number)};
}

core::Session sessionOf(std::uint32_t number)
{
    core::Session session;
    session.domainName = core::SharedString("CORP");
    session.userName = core::SharedString(userOf(number));
    return session;
}

std::string nameIn(const models::PersonNames& names, std::uint32_t number)
{
    return names.nameOf(sessionOf(number)).toString();
}

} // namespace

/// The names of a directory, handed on while more of them come.
class PersonNamesTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSharedStaysAsItWas();
    void theOneThatSharesGoesOnAlone();
    void caseOfAnAccountDoesNotCount();
};

void PersonNamesTest::whatIsSharedStaysAsItWas()
{
    models::PersonNames names;
    const auto nobody = names.share();
    for (std::uint32_t number = 0; number < people; ++number)
        names.add(account(number), "first " + std::to_string(number));
    const auto first = names.share();
    for (std::uint32_t number = 0; number < people; number += 2)
        names.add(account(number), "second " + std::to_string(number));
    for (std::uint32_t number = 1; number < people; number += 4)
        names.remove(account(number));
    names.add(account(people), "new");
    const auto second = names.share();
    names.add(account(3), "");
    QCOMPARE(nobody->size(), std::size_t(0));
    QCOMPARE(first->size(), std::size_t(people));
    QCOMPARE(second->size(), std::size_t(people - people / 4 + 1));
    QCOMPARE(names.size(), second->size() - 1);
    for (std::uint32_t number = 0; number < people; ++number) {
        const std::string known = std::to_string(number);
        QCOMPARE(nameIn(*nobody, number), std::string());
        QCOMPARE(nameIn(*first, number), "first " + known);
        QCOMPARE(nameIn(*second, number),
                 number % 2 == 0 ? "second " + known : (number % 4 == 1 ? std::string() : "first " + known));
    }
    QCOMPARE(nameIn(*first, people), std::string());
    QCOMPARE(nameIn(*second, people), std::string("new"));
}

void PersonNamesTest::theOneThatSharesGoesOnAlone()
{
    models::PersonNames names;
    names.add(account(1), "one");
    const auto shared = names.share();
    names.remove(account(1));
    QCOMPARE(names.size(), std::size_t(0));
    QCOMPARE(nameIn(names, 1), std::string());
    QCOMPARE(nameIn(*shared, 1), std::string("one"));
    names.remove(account(1));
    QCOMPARE(names.size(), std::size_t(0));
}

void PersonNamesTest::caseOfAnAccountDoesNotCount()
{
    models::PersonNames names;
    names.add({"corp", "USER7"}, "Seven");
    names.add({"CORP", "user7"}, "Sieben");
    QCOMPARE(names.size(), std::size_t(1));
    QCOMPARE(nameIn(names, 7), std::string("Sieben"));
}

QTEST_APPLESS_MAIN(PersonNamesTest)
#include "PersonNamesTest.moc"
