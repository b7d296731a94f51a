// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/ActionSpec.h"

#include "management/seam/RdmsSchema.h"
#include "support/Enumerators.h"

#include <QTest>

#include <set>
#include <string>

using namespace deskwarden;
using namespace deskwarden::management;

class ActionSpecTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasItsEntry()
    {
        const auto kinds = support::enumerators<ActionKind>();
        QCOMPARE(actionSpecs.size(), kinds.size());
        for (const ActionKind kind : kinds) {
            QVERIFY(specOf(kind).kind == kind);
            QCOMPARE(actionFrom(specOf(kind).word), std::optional(kind));
            QCOMPARE(symbol(kind), specOf(kind).word);
        }
        QVERIFY(!actionFrom(""));
        QVERIFY(!actionFrom("Logoff"));
    }

    void nothingIsSharedByTwo()
    {
        std::set<std::string> words;
        std::set<std::string> methods;
        std::set<std::uint32_t> events;
        for (const ActionSpec& spec : actionSpecs) {
            QVERIFY2(words.insert(spec.word).second, spec.word);
            const std::string method =
                spec.method + ('/' + std::to_string(static_cast<std::uint32_t>(spec.wantedState)));
            QVERIFY2(methods.insert(method).second, spec.method);
            QVERIFY2(spec.event != 0 && events.insert(spec.event).second, spec.word);
        }
    }

    void everyMethodIsOneOfTheClass()
    {
        for (const ActionSpec& spec : actionSpecs) {
            const bool isOfSession = spec.subject == ActSubject::Session;
            const ClassSchema* const schema = findClass(isOfSession ? sessionClass : virtualDesktopClass);
            QVERIFY(schema != nullptr);
            const MethodSchema* const method = schema->findMethod(spec.method);
            QVERIFY2(method != nullptr, spec.method);
            QCOMPARE(method->in.empty(), isOfSession && !spec.carriesText);
            QCOMPARE(spec.wantedState != core::MachineState::Unknown, spec.proof == Proof::StateReached);
        }
    }

    /// Files and logs of earlier versions hold them.
    void whatIsWrittenDownStays()
    {
        const auto isStill = [](ActionKind kind, std::string_view word, std::uint32_t event) {
            return specOf(kind).word == word && specOf(kind).event == event;
        };
        QVERIFY(isStill(ActionKind::Logoff, "logoff", 1));
        QVERIFY(isStill(ActionKind::Disconnect, "disconnect", 2));
        QVERIFY(isStill(ActionKind::Message, "message", 3));
        QVERIFY(isStill(ActionKind::Start, "start", 4));
        QVERIFY(isStill(ActionKind::Save, "save", 5));
        QVERIFY(isStill(ActionKind::TurnOff, "turn-off", 6));
        QVERIFY(isStill(ActionKind::Pause, "pause", 7));
        QVERIFY(isStill(ActionKind::Assign, "assign", 8));
        QVERIFY(isStill(ActionKind::Free, "free", 9));
    }
};

QTEST_APPLESS_MAIN(ActionSpecTest)
#include "ActionSpecTest.moc"
