// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/PersonReader.h"

#include "directory/SidText.h"

#include <QTest>

namespace {

using namespace deskwarden;
using directory::LdapEntry;

constexpr std::int64_t minute = 600'000'000; // 100 ns
constexpr std::int64_t now = 133'000'000'000'000'000;

LdapEntry entryWith(std::initializer_list<std::pair<const char*, std::string>> attributes)
{
    LdapEntry entry;
    for (const auto& [name, value] : attributes)
        entry.attributes.push_back({name, {value}});
    return entry;
}

enum class State { Disabled, Locked, Expired, PasswordExpired };

std::optional<bool> stateOf(const management::Person& person, State state)
{
    switch (state) {
    case State::Disabled:
        return person.isDisabled;
    case State::Locked:
        return person.isLocked;
    case State::Expired:
        return person.isExpired;
    case State::PasswordExpired:
        return person.isPasswordExpired;
    }
    return std::nullopt;
}

class PersonReaderTest final : public QObject
{
    Q_OBJECT

private slots:
    static void aStateIsKnownOnlyWhereItIsTold_data();
    static void aStateIsKnownOnlyWhereItIsTold();
    static void textsAreCutAndMadeUtf8();
    static void aPhotoIsAPictureOfBoundedSize_data();
    static void aPhotoIsAPictureOfBoundedSize();
    static void sidsAreReadAsWindowsWritesThem_data();
    static void sidsAreReadAsWindowsWritesThem();
};

void PersonReaderTest::aStateIsKnownOnlyWhereItIsTold_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("answer"); // -1: not known
    const auto row = [](const char* title, State state, const char* name, const QByteArray& value, int answer) {
        QTest::newRow(title) << static_cast<int>(state) << QByteArray(name) << value << answer;
    };
    row("enabled", State::Disabled, "userAccountControl", "512", 0);
    row("disabled", State::Disabled, "userAccountControl", "514", 1);
    row("control not told", State::Disabled, "mail", "a@b", -1);
    row("control is no number", State::Disabled, "userAccountControl", "0x202", -1);
    row("locked, computed", State::Locked, "msDS-User-Account-Control-Computed", "16", 1);
    row("not locked, computed", State::Locked, "msDS-User-Account-Control-Computed", "0", 0);
    row("never locked", State::Locked, "lockoutTime", "0", 0);
    row("locked just now", State::Locked, "lockoutTime", QByteArray::number(qint64{now - minute}), 1);
    row("locked long ago", State::Locked, "lockoutTime", QByteArray::number(qint64{now - 31 * minute}), 0);
    row("lock not told", State::Locked, "userAccountControl", "512", -1);
    row("ended", State::Expired, "accountExpires", QByteArray::number(qint64{now - 1}), 1);
    row("ends later", State::Expired, "accountExpires", QByteArray::number(qint64{now + 1}), 0);
    row("never ends", State::Expired, "accountExpires", "0", 0);
    row("never ends either", State::Expired, "accountExpires", "9223372036854775807", 0);
    row("end too large to be a number", State::Expired, "accountExpires", "92233720368547758070", -1);
    row("end not told", State::Expired, "userAccountControl", "512", -1);
    row("password expired, computed", State::PasswordExpired, "msDS-User-Account-Control-Computed", "8388608", 1);
    row("password good, computed", State::PasswordExpired, "msDS-User-Account-Control-Computed", "0", 0);
    row("password must be changed", State::PasswordExpired, "pwdLastSet", "0", 1);
    row("password set once", State::PasswordExpired, "pwdLastSet", "132000000000000000", -1);
    row("password never expires", State::PasswordExpired, "userAccountControl", "66048", 0);
    row("password not told", State::PasswordExpired, "mail", "a@b", -1);
}

void PersonReaderTest::aStateIsKnownOnlyWhereItIsTold()
{
    QFETCH(const int, state);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const int, answer);
    directory::DomainRules rules;
    rules.lockoutDuration = -30 * minute;
    const auto person = directory::readPerson(entryWith({{name.constData(), value.toStdString()}}), rules, now);
    const auto found = stateOf(person, static_cast<State>(state));
    QCOMPARE(found.has_value() ? int{*found} : -1, answer);
}

void PersonReaderTest::textsAreCutAndMadeUtf8()
{
    QCOMPARE(directory::boundedText("M\xC3\xBCller"), std::string("M\xC3\xBCller"));
    QCOMPARE(directory::boundedText("a\xFF"), std::string("a\xEF\xBF\xBD"));
    const std::string umlauts = [] {
        std::string text;
        for (int i = 0; i < 1000; ++i)
            text += "\xC3\xBC";
        return text;
    }();
    QCOMPARE(directory::boundedText("x" + umlauts).size(), std::size_t{255}); // no half a letter
    const auto person =
        directory::readPerson(entryWith({{"displayName", std::string(1'000'000, 'x')}}), directory::DomainRules{}, now);
    QCOMPARE(person.fullName.size(), directory::longestText);
}

void PersonReaderTest::aPhotoIsAPictureOfBoundedSize_data()
{
    QTest::addColumn<QByteArray>("photo");
    QTest::addColumn<bool>("isShown");
    QTest::addColumn<bool>("isTooLarge");
    const QByteArray jpeg("\xFF\xD8\xFF\xE0");
    QTest::newRow("JPEG") << jpeg + "rest" << true << false;
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1A\nrest") << true << false;
    QTest::newRow("program") << QByteArray("MZ\x90") << false << false;
    QTest::newRow("SVG") << QByteArray("<svg/>") << false << false;
    QTest::newRow("none") << QByteArray() << false << false;
    QTest::newRow("5 MB") << jpeg + QByteArray(5'000'000, 'x') << false << true;
    QTest::newRow("largest") << jpeg + QByteArray(static_cast<int>(directory::largestPhoto) - 4, 'x') << true << false;
    QTest::newRow("a byte more") << jpeg + QByteArray(static_cast<int>(directory::largestPhoto) - 3, 'x') << false
                                 << true;
}

void PersonReaderTest::aPhotoIsAPictureOfBoundedSize()
{
    QFETCH(const QByteArray, photo);
    QFETCH(const bool, isShown);
    QFETCH(const bool, isTooLarge);
    const auto person =
        directory::readPerson(entryWith({{"thumbnailPhoto", photo.toStdString()}}), directory::DomainRules{}, now);
    QCOMPARE(person.photo, isShown ? photo.toStdString() : std::string());
    QCOMPARE(person.isPhotoTooLarge, isTooLarge);
}

void PersonReaderTest::sidsAreReadAsWindowsWritesThem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("everyone") << QByteArray::fromHex("010100000000000100000000") << QByteArray("S-1-1-0");
    QTest::newRow("of a domain") << QByteArray::fromHex("0105000000000005150000000100000002000000030000005b040000")
                                 << QByteArray("S-1-5-21-1-2-3-1115");
    QTest::newRow("greatest part") << QByteArray::fromHex("0101000000000005ffffffff") << QByteArray("S-1-5-4294967295");
    QTest::newRow("cut") << QByteArray::fromHex("01050000000000051500") << QByteArray();
    QTest::newRow("too long") << QByteArray::fromHex("01010000000000010000000000") << QByteArray();
    QTest::newRow("other revision") << QByteArray::fromHex("020100000000000100000000") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void PersonReaderTest::sidsAreReadAsWindowsWritesThem()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, text);
    QCOMPARE(directory::sidText(bytes.toStdString()), text.toStdString());
}

} // namespace

QTEST_APPLESS_MAIN(PersonReaderTest)
#include "PersonReaderTest.moc"
