// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/PolicyFile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace deskwarden;
using management::Policy;

/// What an administrator wrote, and what is made of what nobody can have meant.
class PolicyFileTest final : public QObject
{
    Q_OBJECT

private slots:
    void noFileAllowsEverything();
    void everyEntryIsRead();
    void whatIsWrongMeansReadOnly_data();
    void whatIsWrongMeansReadOnly();
    void anUnreadableFileMeansReadOnly();
};

void PolicyFileTest::noFileAllowsEverything()
{
    const QTemporaryDir folder;
    QCOMPARE(storage::readPolicyFile(folder.filePath(QStringLiteral("policy.json"))), Policy());
    QCOMPARE(storage::readPolicy("{}", QStringLiteral("p")), Policy());
}

void PolicyFileTest::everyEntryIsRead()
{
    const Policy policy =
        storage::readPolicy(R"({"readOnly": false, "actions": ["message", "disconnect"], "largestPlan": 40,
        "requireReason": true, "protectedAccounts": ["CONTOSO\\vip*", "admin"], "protectedHosts": ["HV-9*"],
        "transports": ["https", "wmi"]})",
                            QStringLiteral("p"));
    QVERIFY2(policy.problem.empty(), policy.problem.c_str());
    QVERIFY(!policy.isReadOnly);
    QVERIFY(!policy.allowsLogoff);
    QVERIFY(policy.allowsDisconnect);
    QVERIFY(policy.allowsMessage);
    QCOMPARE(policy.largestPlan, std::size_t{40});
    QVERIFY(policy.requiresReason);
    QCOMPARE(policy.protectedAccounts, (std::vector<std::string>{"CONTOSO\\vip*", "admin"}));
    QCOMPARE(policy.protectedHosts, std::vector<std::string>{"HV-9*"});
    QCOMPARE(policy.transports, (std::vector{core::Transport::WsmanHttps, core::Transport::Dcom}));
}

void PolicyFileTest::whatIsWrongMeansReadOnly_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char* name, const char* content, const char* word) {
        QTest::newRow(name) << QByteArray(content) << QByteArray(word);
    };
    row("empty", "", "line 1");
    row("no JSON", "readOnly = true", "line 1");
    row("broken in line 3", "{\n\"readOnly\": false,\n", "line 3");
    row("a list", "[]", "object");
    row("an unknown entry", R"({"readonly": false})", "readonly");
    row("a flag that is a text", R"({"readOnly": "no"})", "readOnly");
    row("an unknown action", R"({"actions": ["log off"]})", "actions");
    row("a plan of nothing", R"({"largestPlan": 0})", "largestPlan");
    row("a plan of a half", R"({"largestPlan": 2.5})", "largestPlan");
    row("accounts that are one text", R"({"protectedAccounts": "vip"})", "protectedAccounts");
    row("an empty account", R"({"protectedAccounts": [" "]})", "protectedAccounts");
    row("no transport at all", R"({"transports": []})", "transports");
    row("an unknown transport", R"({"transports": ["ftp"]})", "transports");
}

void PolicyFileTest::whatIsWrongMeansReadOnly()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, word);
    const Policy policy = storage::readPolicy(content, QStringLiteral("/etc/deskwarden/policy.json"));
    QVERIFY(policy.isReadOnly);
    const QByteArray problem = QByteArray::fromStdString(policy.problem);
    QVERIFY2(problem.startsWith("/etc/deskwarden/policy.json: ") && problem.contains(word), problem.constData());
    QVERIFY(policy.refusalOf(management::ActionKind::Message) == management::PolicyRefusal::ReadOnly);
}

void PolicyFileTest::anUnreadableFileMeansReadOnly()
{
    const QTemporaryDir folder; // a folder where the file should be: nobody can read it, not even root
    const Policy policy = storage::readPolicyFile(folder.path());
    QVERIFY(policy.isReadOnly);
    QVERIFY(!policy.problem.empty());
}

QTEST_APPLESS_MAIN(PolicyFileTest)
#include "PolicyFileTest.moc"
