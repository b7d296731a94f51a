// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/ActionSpec.h"
#include "storage/ReportedLedger.h"

#include <QSet>
#include <QTest>

#include <windows.h>

#include <iterator>

using namespace deskwarden;

/// The library of sentences that installations register for the event viewer.
class EventMessagesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { FreeLibrary(m_messages); }
    void eachEventHasASentenceInEachLanguage_data();
    void eachEventHasASentenceInEachLanguage();
    void anEventThatIsNotReportedHasNone();

private:
    [[nodiscard]] QString shown(std::uint32_t event, DWORD language, const wchar_t* text) const;

    HMODULE m_messages = nullptr;
    QSet<QString> m_sentences;
};

void EventMessagesTest::initTestCase()
{
    m_messages = LoadLibraryExW(QStringLiteral(DESKWARDEN_EVENTS).toStdWString().c_str(), nullptr,
                                LOAD_LIBRARY_AS_DATAFILE | LOAD_LIBRARY_AS_IMAGE_RESOURCE);
    QVERIFY(m_messages != nullptr);
}

QString EventMessagesTest::shown(std::uint32_t event, DWORD language, const wchar_t* text) const
{
    DWORD_PTR texts[] = {reinterpret_cast<DWORD_PTR>(text)};
    wchar_t buffer[2048] = {};
    const DWORD size =
        FormatMessageW(FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_ARGUMENT_ARRAY, m_messages, event, language, buffer,
                       static_cast<DWORD>(std::size(buffer)), reinterpret_cast<va_list*>(texts));
    return QString::fromWCharArray(buffer, static_cast<qsizetype>(size));
}

void EventMessagesTest::eachEventHasASentenceInEachLanguage_data()
{
    QTest::addColumn<quint32>("event");
    QTest::addColumn<quint32>("language");
    for (const management::ActionSpec& spec : management::actionSpecs) {
        for (const std::uint32_t event : {spec.event, storage::ReportedLedger::announced + spec.event}) {
            for (const quint32 language : {0x409U, 0x407U, 0x419U})
                QTest::addRow("%s, event %u, language %x", spec.word, event, language) << event << language;
        }
    }
}

void EventMessagesTest::eachEventHasASentenceInEachLanguage()
{
    QFETCH(const quint32, event);
    QFETCH(const quint32, language);
    const QString all =
        shown(event, language, L"Act: logoff\nAccount: CORP\\J\u00fcrgen 100 %1 \u0418\u0432\u0430\u043d");
    QVERIFY2(all.endsWith(QStringLiteral("Act: logoff\nAccount: CORP\\Jürgen 100 %1 Иван\r\n")) ||
                 all.endsWith(QStringLiteral("Act: logoff\nAccount: CORP\\Jürgen 100 %1 Иван\n")),
             qPrintable(all));
    const QString sentence = all.section(QLatin1Char('.'), 0, 0);
    QVERIFY2(sentence.size() > 20, qPrintable(all));
    QVERIFY2(!m_sentences.contains(sentence), qPrintable(sentence));
    m_sentences.insert(sentence);
}

void EventMessagesTest::anEventThatIsNotReportedHasNone()
{
    QCOMPARE(shown(999, 0, L"x"), QString());
}

QTEST_GUILESS_MAIN(EventMessagesTest)
#include "EventMessagesTest.moc"
