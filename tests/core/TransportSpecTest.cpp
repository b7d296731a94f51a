// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/TransportSpec.h"

#include "support/Enumerators.h"

#include <QTest>

#include <set>
#include <string>

using namespace deskwarden;
using namespace deskwarden::core;

class TransportSpecTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyTransportHasItsEntry()
    {
        const auto transports = support::enumerators<Transport>();
        QCOMPARE(transportSpecs.size(), transports.size());
        for (const Transport transport : transports) {
            const TransportSpec& spec = specOf(transport);
            QVERIFY(spec.transport == transport);
            QVERIFY(spec.word == nullptr || transportFrom(spec.word) == transport);
        }
        QVERIFY(!transportFrom(""));
        QVERIFY(!transportFrom("HTTPS"));
    }

    void nothingIsSharedByTwo()
    {
        std::set<std::string_view> schemes;
        std::set<std::string> words;
        for (const TransportSpec& spec : transportSpecs) {
            QVERIFY(schemes.insert(spec.scheme).second);
            QVERIFY(spec.word == nullptr || words.insert(spec.word).second);
        }
        // No scheme begins another: the first that fits is taken.
        for (const std::string_view scheme : schemes) {
            for (const std::string_view other : schemes)
                QVERIFY(scheme.empty() || scheme == other || !other.starts_with(scheme));
        }
    }

    void everySchemeIsReadAndWritten()
    {
        for (const TransportSpec& spec : transportSpecs) {
            const bool isDemo = spec.transport == Transport::Demo;
            const std::string typed = std::string(spec.scheme) + (isDemo ? "40" : "broker");
            const auto address = ServerAddress::parse(typed);
            QVERIFY2(address, typed.c_str());
            QVERIFY(address->transport == spec.transport);
            QCOMPARE(address->port, spec.defaultPort);
            QCOMPARE(address->text(), typed);
            if (isDemo)
                continue;
            const auto other = ServerAddress::parse(typed + ":4711");
            QCOMPARE(other.has_value(), spec.defaultPort != 0);
            QVERIFY(!other || (other->port == 4711 && other->text() == typed + ":4711"));
        }
    }

    void aSchemeWithASlashTooFewIsNoHost()
    {
        for (const TransportSpec& spec : transportSpecs) {
            if (!spec.scheme.ends_with("//"))
                continue;
            const std::string typed = std::string(spec.scheme.substr(0, spec.scheme.size() - 1)) + "broker";
            const auto address = ServerAddress::parse(typed);
            QVERIFY2(!address && address.error().reason == ErrorReason(InputProblem::SchemeUnknown), typed.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TransportSpecTest)
#include "TransportSpecTest.moc"
