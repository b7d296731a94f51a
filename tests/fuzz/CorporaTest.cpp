// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "fuzz/Targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace deskwarden;

/// The inputs that the fuzzers have kept, without a fuzzer: each must keep what its target demands.
class CorporaTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyKeptInputHolds_data();
    void everyKeptInputHolds();
    void everyFolderBelongsToATarget();
};

void CorporaTest::everyKeptInputHolds_data()
{
    QTest::addColumn<QString>("name");
    for (const fuzz::Target& target : fuzz::targets())
        QTest::newRow(target.name.data()) << QString::fromUtf8(target.name.data());
}

void CorporaTest::everyKeptInputHolds()
{
    QFETCH(QString, name);
    const QDir folder(QStringLiteral(FUZZ_INPUTS "/corpora/") + name);
    const QStringList kept = folder.entryList(QDir::Files, QDir::Name);
    QVERIFY2(!kept.isEmpty(), "no input is kept for this target");
    for (const fuzz::Target& target : fuzz::targets()) {
        if (name != QString::fromUtf8(target.name.data()))
            continue;
        target.run({});
        for (const QString& input : kept) {
            QFile file(folder.filePath(input));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(input));
            const QByteArray bytes = file.readAll();
            target.run({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        }
    }
}

void CorporaTest::everyFolderBelongsToATarget()
{
    QStringList names;
    QStringList dictionaries;
    for (const fuzz::Target& target : fuzz::targets()) {
        names << QString::fromUtf8(target.name.data());
        dictionaries << names.back() + QStringLiteral(".dict");
    }
    QCOMPARE(QDir(QStringLiteral(FUZZ_INPUTS "/corpora")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name),
             names);
    QCOMPARE(QDir(QStringLiteral(FUZZ_INPUTS "/dictionaries")).entryList(QDir::Files, QDir::Name), dictionaries);
}

QTEST_APPLESS_MAIN(CorporaTest)
#include "CorporaTest.moc"
