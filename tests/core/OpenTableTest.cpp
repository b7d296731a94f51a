// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/OpenTable.h"

#include <QTest>

#include <string>
#include <unordered_map>
#include <vector>

using deskwarden::core::OpenTable;

namespace {

using Hash = std::uint64_t (*)(const std::string&);

/// A list, and a table over it: as those that use one do.
struct List
{
    Hash hash;
    std::vector<std::string> keys;
    OpenTable table;

    [[nodiscard]] auto isKey(const std::string& key) const
    {
        return [this, &key](std::uint32_t place) { return keys.at(place) == key; };
    }
    [[nodiscard]] std::uint32_t find(const std::string& key) const { return table.find(hash(key), isKey(key)); }
};

} // namespace

/// The hash table behind lists of a hundred thousand sessions.
class OpenTableTest final : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyOneFindsNothing()
    {
        OpenTable table;
        const auto any = [](std::uint32_t) { return true; };
        QCOMPARE(table.find(7, any), OpenTable::none);
        table.reserve(100);
        QVERIFY(table.isEmpty());
        QCOMPARE(table.find(7, any), OpenTable::none);
    }

    void itFindsWhatAMapFinds_data()
    {
        QTest::addColumn<Hash>("hash");
        QTest::addColumn<bool>("isReserved");
        const std::pair<const char*, Hash> hashes[] = {
            {"good hashes", [](const std::string& key) -> std::uint64_t { return std::hash<std::string>{}(key); }},
            {"all the same", [](const std::string&) -> std::uint64_t { return 0xFFFF'FFFF'FFFF'FFFF; }},
            {"the upper half alone",
             [](const std::string& key) -> std::uint64_t { return std::hash<std::string>{}(key) << 32U; }},
            {"few different",
             [](const std::string& key) -> std::uint64_t { return std::hash<std::string>{}(key) % 3; }},
        };
        for (const auto& [name, hash] : hashes) {
            for (const bool isReserved : {false, true})
                QTest::addRow("%s, %s", name, isReserved ? "reserved" : "growing") << hash << isReserved;
        }
    }

    void itFindsWhatAMapFinds()
    {
        QFETCH(const Hash, hash);
        QFETCH(const bool, isReserved);
        List list{hash, {}, {}};
        std::unordered_map<std::string, std::uint32_t> expected;
        constexpr std::uint32_t most = 500;
        if (isReserved)
            list.table.reserve(most);
        for (std::uint32_t place = 0; place < most; ++place) {
            const std::string key = std::to_string(place * 7919 % 263); // some come twice
            list.keys.push_back(key);
            const auto [known, isNew] = expected.try_emplace(key, place);
            QCOMPARE(list.table.findOrInsert(hash(key), place, list.isKey(key)), known->second);
            QCOMPARE(list.table.size(), expected.size());
            QCOMPARE(list.find(key), known->second);
        }
        for (const auto& [key, place] : expected)
            QCOMPARE(list.find(key), place);
        QCOMPARE(list.find("absent"), OpenTable::none);
        list.table.clear();
        QVERIFY(list.table.isEmpty());
        QCOMPARE(list.find(list.keys.front()), OpenTable::none);
    }

    void aPlaceCanBeExchangedForAnotherWithItsKey()
    {
        List list{[](const std::string& key) -> std::uint64_t { return key.size(); }, {"a", "b", "a"}, {}};
        list.table.insert(1, 0);
        list.table.insert(1, 1);
        list.table.findOrInsert(1, 2, list.isKey("a")) = 2;
        QCOMPARE(list.find("a"), 2U);
        QCOMPARE(list.find("b"), 1U);
        QCOMPARE(list.table.size(), std::size_t(2));
    }
};

QTEST_APPLESS_MAIN(OpenTableTest)
#include "OpenTableTest.moc"
