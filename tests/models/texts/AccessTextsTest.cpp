// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/AccessTexts.h"

#include "core/StatusCode.h"

#include <QTest>

using namespace deskwarden;

/// What is said of why somebody does not get in.
class AccessTextsTest final : public QObject
{
    Q_OBJECT

private slots:
    /// The codes that tell of a session that it has gone are about a machine or a collection here.
    void whatIsNotThereIsNoSession()
    {
        int seen = 0;
        for (const core::StatusCode& code : core::knownStatusCodes()) {
            if (code.meaning != core::StatusMeaning::Gone)
                continue;
            ++seen;
            management::AccessFinding finding;
            finding.cause = management::AccessCause::MachineOff;
            finding.answer = management::AccessAnswer::NotKnown;
            finding.error.emplace();
            finding.error->kind = core::ErrorKind::Fault;
            finding.error->code = code.value;
            const models::Sentence said = models::describe(finding);
            QVERIFY2(!said.joined().contains(QLatin1String("session")), qPrintable(said.joined()));
            QVERIFY(!said.what.isEmpty());
        }
        QVERIFY(seen > 0);
    }

    /// Each gap has a sentence of its own: they are mended at different places.
    void eachGapIsSaidByItself()
    {
        using management::AccessCause;
        using management::AccessGap;
        QStringList said;
        for (const AccessCause cause : {AccessCause::AccountLocked, AccessCause::NotInCollection}) {
            for (const AccessGap gap : {AccessGap::NoDirectory, AccessGap::DirectoryMute, AccessGap::NoCollection,
                                        AccessGap::NoAccessList, AccessGap::ListUnclear})
            {
                management::AccessFinding finding;
                finding.cause = cause;
                finding.answer = management::AccessAnswer::NotKnown;
                finding.gap = gap;
                said << models::describe(finding).joined();
                QVERIFY(!said.back().isEmpty());
            }
        }
        QCOMPARE(said.removeDuplicates(), 3); // of a list or a collection it is the same for both
    }

    void whatIsRefusedIsSaidAsEver()
    {
        management::AccessFinding finding;
        finding.answer = management::AccessAnswer::NotKnown;
        finding.error.emplace();
        finding.error->kind = core::ErrorKind::SignInRefused;
        QCOMPARE(models::describe(finding).joined(), models::describe(*finding.error).joined());
    }
};

QTEST_GUILESS_MAIN(AccessTextsTest)
#include "AccessTextsTest.moc"
