// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ProcessSafety.h"

#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

using namespace deskwarden;

namespace {

/// What `check` finds in a process that has protected itself as each program does first; that cannot be undone, so it
/// is a child of this one.
template <typename Check>
bool holdsInProtectedProcess(Check check)
{
    const pid_t child = fork();
    if (child == 0) {
        app::protectProcess();
        _exit(check() ? 0 : 1);
    }
    int status = -1;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

/// What a program takes from its start, and what not.
class ForgottenVariablesTest final : public QObject
{
    Q_OBJECT

private slots:
    void aVariableThatBetraysIsForgotten_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isKept");
        for (const char* name : {"SSLKEYLOGFILE", "GSSNTLMSSP_DEBUG", "NTLM_USER_FILE", "OPENSSL_CONF",
                                 "OPENSSL_CONF_INCLUDE", "OPENSSL_ENGINES", "OPENSSL_MODULES"})
            QTest::newRow(name) << QByteArray(name) << false;
        // A person's own Kerberos, and what finds it.
        for (const char* name : {"KRB5CCNAME", "KRB5_CONFIG", "KRB5_TRACE", "HOME", "PATH", "LANG"})
            QTest::newRow(name) << QByteArray(name) << true;
    }
    void aVariableThatBetraysIsForgotten()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, isKept);
        const QByteArray before = qgetenv(name.constData());
        for (const QByteArray& value : {QByteArray("/tmp/x"), QByteArray("")}) {
            qputenv(name.constData(), value);
            QVERIFY(holdsInProtectedProcess([&] { return (std::getenv(name.constData()) != nullptr) == isKept; }));
        }
        if (before.isNull())
            qunsetenv(name.constData());
        else
            qputenv(name.constData(), before);
    }
    void everyMaskLeavesNothingToOthers_data()
    {
        QTest::addColumn<int>("mask");
        for (const int mask : {0, 002, 022, 027, 077, 0177, 0777})
            QTest::addRow("%03o", static_cast<unsigned>(mask)) << mask;
    }
    void everyMaskLeavesNothingToOthers()
    {
        QFETCH(int, mask);
        QVERIFY(holdsInProtectedProcess([] { return (umask(0) & 077U) == 077U; }));
        const auto before = umask(static_cast<mode_t>(mask));
        const bool isGood = holdsInProtectedProcess([mask] { return umask(0) == (static_cast<mode_t>(mask) | 077U); });
        umask(before);
        QVERIFY(isGood);
    }
};

QTEST_GUILESS_MAIN(ForgottenVariablesTest)
#include "ForgottenVariablesTest.moc"
