// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/UpdateCheck.h"

#include "storage/Preferences.h"
#include "support/FewThreads.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

using namespace deskwarden;

namespace {

constexpr int patience = 30'000;

desk::WebReader saying(const QByteArray& content)
{
    return [content](const core::WebAddress&, const management::CallContext&) {
        return core::Result<std::string>(content.toStdString());
    };
}

core::WebAddress somewhere()
{
    return *core::WebAddress::parse("https://example.org/latest.json");
}

} // namespace

class UpdateCheckTest final : public QObject
{
    Q_OBJECT

private slots:
    void theNewestVersionIsRead();
    void whatTellsOfNoVersionIsRefused_data();
    void whatTellsOfNoVersionIsRefused();
    void nothingIsAskedBeforeTheStart();
    void aFailureIsTold();
    void aWaitEndsWithTheCheck();
    void aReplacedQuestionIsNotAnswered();
    void withoutAThreadTheAnswerSaysSo();
    void policyComesBeforeTheWishes();
    void anAddressThatCannotBeUsedIsRefused();
};

void UpdateCheckTest::theNewestVersionIsRead()
{
    const auto latest = desk::readLatestRelease(
        R"({"version": "0.10.0", "date": "2027-01-31", "page": "https://example.org/x", "more": [1]})");
    QVERIFY(latest);
    QCOMPARE(latest->version.text(), std::string("0.10.0"));
    QCOMPARE(latest->date, QDate(2027, 1, 31));
    QCOMPARE(latest->page.text(), std::string("https://example.org/x"));
}

void UpdateCheckTest::whatTellsOfNoVersionIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char* name, const char* content) { QTest::newRow(name) << QByteArray(content); };
    row("nothing", "");
    row("a page of the web", "<html><body>Welcome</body></html>");
    row("a list", R"(["0.2.0"])");
    row("an empty object", "{}");
    row("no date", R"({"version": "0.2.0", "page": "https://example.org/"})");
    row("no page", R"({"version": "0.2.0", "date": "2027-01-31"})");
    row("no version", R"({"date": "2027-01-31", "page": "https://example.org/"})");
    row("a version that is a number", R"({"version": 2, "date": "2027-01-31", "page": "https://example.org/"})");
    row("a version with more behind it", R"({"version": "0.2.0 <b>", "date": "2027-01-31", "page": "https://e.org/"})");
    row("a day that never was", R"({"version": "0.2.0", "date": "2027-02-31", "page": "https://example.org/"})");
    row("a page without TLS", R"({"version": "0.2.0", "date": "2027-01-31", "page": "http://example.org/"})");
    row("a page on this computer", R"({"version": "0.2.0", "date": "2027-01-31", "page": "file:///etc/passwd"})");
    row("a page that runs", R"j({"version": "0.2.0", "date": "2027-01-31", "page": "javascript:alert(1)"})j");
    row("a page of somebody", R"({"version": "0.2.0", "date": "2027-01-31", "page": "https://a@example.org/"})");
    row("a version that is there twice",
        R"({"version": "9.2.0", "version": "0.2.0", "date": "2027-01-31", "page": "https://example.org/"})");
    row("half of it", R"({"version": "0.2.0", "date": "2027-01-31", "page": "https://exam)");
    QTest::newRow("lists in lists") << QByteArray(60'000, '[');
    QTest::newRow("bytes of no text") << QByteArray("\xFF\xFE{\0}", 5);
}

void UpdateCheckTest::whatTellsOfNoVersionIsRefused()
{
    QFETCH(const QByteArray, content);
    const auto latest = desk::readLatestRelease(content);
    QVERIFY(!latest);
    QCOMPARE(latest.error().kind, core::ErrorKind::Malformed);
}

void UpdateCheckTest::nothingIsAskedBeforeTheStart()
{
    std::atomic<int> asked = 0;
    desk::UpdateCheck check([&asked](const core::WebAddress&, const management::CallContext&) {
        ++asked;
        return core::Result<std::string>(std::string());
    });
    QTest::qWait(100);
    QCOMPARE(asked.load(), 0);
    QSignalSpy answered(&check, &desk::UpdateCheck::answered);
    check.start(somewhere());
    QTRY_COMPARE_WITH_TIMEOUT(answered.count(), 1, patience);
    QCOMPARE(asked.load(), 1);
    QVERIFY(!check.isRunning());
}

void UpdateCheckTest::aFailureIsTold()
{
    desk::UpdateCheck check([](const core::WebAddress&, const management::CallContext&) -> core::Result<std::string> {
        return core::failure(core::ErrorKind::NameNotResolved);
    });
    std::optional<core::Result<desk::LatestRelease>> told;
    connect(&check, &desk::UpdateCheck::answered, this, [&told](const auto& answer) { told = answer; });
    check.start(somewhere());
    QTRY_VERIFY_WITH_TIMEOUT(told.has_value(), patience);
    QCOMPARE(told->error().kind, core::ErrorKind::NameNotResolved);
}

void UpdateCheckTest::aWaitEndsWithTheCheck()
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::atomic<bool> isAsked = false;
    auto check = std::make_unique<desk::UpdateCheck>(
        [&](const core::WebAddress&, const management::CallContext& context) -> core::Result<std::string> {
            isAsked = true;
            std::unique_lock lock(mutex);
            changed.wait(lock, context.stop, [] { return false; });
            return core::failure(core::ErrorKind::Cancelled);
        });
    check->start(somewhere());
    QTRY_VERIFY_WITH_TIMEOUT(isAsked.load(), patience);
    QElapsedTimer time;
    time.start();
    check.reset();
    QVERIFY(time.elapsed() < 200);
}

void UpdateCheckTest::aReplacedQuestionIsNotAnswered()
{
    std::atomic<int> asked = 0;
    desk::UpdateCheck check(
        [&asked](const core::WebAddress& address, const management::CallContext&) -> core::Result<std::string> {
            ++asked;
            return address.path == "/first" ? R"({"version": "1.0.0", "date": "2027-01-31", "page": "https://e.org/"})"
                                            : R"({"version": "2.0.0", "date": "2027-01-31", "page": "https://e.org/"})";
        });
    std::vector<std::string> told;
    connect(&check, &desk::UpdateCheck::answered, this,
            [&told](const auto& answer) { told.push_back(answer ? answer->version.text() : std::string()); });
    check.start(*core::WebAddress::parse("https://example.org/first"));
    QTRY_COMPARE_WITH_TIMEOUT(asked.load(), 1, patience);
    check.start(somewhere());
    QTRY_VERIFY_WITH_TIMEOUT(!check.isRunning(), patience);
    QCoreApplication::processEvents();
    QCOMPARE(told.back(), std::string("2.0.0"));
    QVERIFY(told.size() <= 2);
}

void UpdateCheckTest::withoutAThreadTheAnswerSaysSo()
{
    desk::UpdateCheck check(saying("{}"), nullptr, support::FewThreads(0));
    std::optional<core::Result<desk::LatestRelease>> told;
    connect(&check, &desk::UpdateCheck::answered, this, [&told](const auto& answer) { told = answer; });
    check.start(somewhere());
    QTRY_VERIFY_WITH_TIMEOUT(told.has_value(), patience);
    QCOMPARE(told->error().kind, core::ErrorKind::OutOfResources);
}

void UpdateCheckTest::policyComesBeforeTheWishes()
{
    const QTemporaryDir folder;
    storage::Preferences preferences(folder.filePath(QStringLiteral("preferences.ini")));
    management::Policy policy;
    QCOMPARE(desk::updateAddress(policy, preferences)->text(), std::string(desk::usualUpdateAddress));
    preferences.setValue(storage::preference::updateAddress, QStringLiteral(" https://wished.example/v "));
    QCOMPARE(desk::updateAddress(policy, preferences)->text(), std::string("https://wished.example/v"));
    policy.updateAddress = "https://fixed.example/v";
    QCOMPARE(desk::updateAddress(policy, preferences)->text(), std::string("https://fixed.example/v"));
    policy.forbidsUpdateCheck = true;
    QCOMPARE(desk::updateAddress(policy, preferences).error(), desk::UpdateRefusal::Forbidden);
}

void UpdateCheckTest::anAddressThatCannotBeUsedIsRefused()
{
    const QTemporaryDir folder;
    storage::Preferences preferences(folder.filePath(QStringLiteral("preferences.ini")));
    preferences.setValue(storage::preference::updateAddress, QStringLiteral("http://plain.example/v"));
    QCOMPARE(desk::updateAddress({}, preferences).error(), desk::UpdateRefusal::AddressUnusable);
}

QTEST_GUILESS_MAIN(UpdateCheckTest)
#include "UpdateCheckTest.moc"
