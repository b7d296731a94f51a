// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/WhyDialog.h"

#include "support/FakeDirectory.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/sessions/DetailLines.h"
#include "ui/sessions/SessionView.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <atomic>

using namespace deskwarden;
using namespace deskwarden::support;
using ui::NoticePanel;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr const char* branch = "https://broker.branch.example";
constexpr int patience = 30'000;

using ListAnswer = std::optional<core::Result<management::EnumerationEnd>>;

} // namespace

/// From a session, or from a name that is typed, to what keeps its user out.
class WhyDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<WindowFixture>(); }
    void cleanup();
    void aSelectedSessionIsAskedAboutAtOnce();
    void whatCannotBeReadIsNotKnown();
    void aUserWithoutASessionCanBeTyped();
    void theBrokerOfTheSessionIsAsked();
    void aBrokerThatRefusesSaysWhy();
    void aQuestionThatHangsCanBeStopped();
    void closingEndsTheQuestion();
    void namesOfOthersAreNoMarkup();
    void itRestsWithoutABroker();
    void theDirectoryOfTheServerIsAskedToo();
    void aDirectoryThatDoesNotTellIsNotKnown();
    void aDirectoryThatCannotBeAskedIsNotKnown();
    void aDirectoryThatHangsCanBeStopped();

private:
    void open(int sessions);
    [[nodiscard]] ui::WhyDialog& ask();
    void select(std::string_view user);
    [[nodiscard]] static NoticePanel& verdict(const ui::WhyDialog& dialog)
    {
        return find<NoticePanel>(dialog, "whyVerdict");
    }
    [[nodiscard]] static QString findings(const ui::WhyDialog& dialog);
    /// The server has a directory that knows this person; nobody knows the others.
    void open(core::Result<management::DirectoryConnector> directory);
    [[nodiscard]] static bool isAnswered(const ui::WhyDialog& dialog)
    {
        return find<QPushButton>(dialog, "whyAskButton").isEnabled() && !dialog.ticket().isEmpty();
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
};

void WhyDialogTest::cleanup()
{
    // Looking changes nothing.
    QVERIFY(m_fixture->ledger.entries().empty());
    m_window.reset();
    m_fixture.reset();
}

void WhyDialogTest::open(int sessions)
{
    m_window = std::make_unique<ui::MainWindow>(m_fixture->services());
    m_window->resize(1200, 700);
    m_window->show();
    for (const char* const address : {office, branch})
        m_window->connectTo(profileFor(address), core::Secret());
    const QTableView& table = find<QTableView>(*m_window, "sessionTable");
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), sessions, patience);
}

void WhyDialogTest::select(std::string_view user)
{
    auto& view = find<ui::SessionView>(*m_window, "sessionTable");
    const auto& model = *qobject_cast<const models::SessionTableModel*>(view.model());
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.sessionAt(row).userName.view() == user)
            view.selectOnly(row);
    }
    QCOMPARE(view.selectedCount(), 1);
}

void WhyDialogTest::open(core::Result<management::DirectoryConnector> directory)
{
    core::Session anna = makeSession("hv1", 1, "anna", core::ConnectState::Disconnected);
    anna.collectionId = core::SharedString("POOL");
    m_fixture->broker(office).put(anna);
    desk::Services services = m_fixture->services();
    services.directoryFor = [directory](const core::ServerProfile&, const core::Secret&) { return directory; };
    m_window = std::make_unique<ui::MainWindow>(std::move(services));
    m_window->resize(1200, 700);
    m_window->show();
    core::ServerProfile profile = profileFor(office);
    profile.directory.address = "corp.example";
    m_window->connectTo(profile, core::Secret());
    const QTableView& table = find<QTableView>(*m_window, "sessionTable");
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 1, patience);
}

ui::WhyDialog& WhyDialogTest::ask()
{
    find<QAction>(*m_window, "whyAction").trigger();
    return find<ui::WhyDialog>(*m_window, "whyDialog");
}

QString WhyDialogTest::findings(const ui::WhyDialog& dialog)
{
    QString text;
    for (const models::SessionDetail& line : dialog.findChild<ui::DetailLines*>()->shown())
        text += line.label + QStringLiteral(" ") + line.value + u'\n';
    return text;
}

void WhyDialogTest::aSelectedSessionIsAskedAboutAtOnce()
{
    m_fixture->broker(office).put(makeSession("hv1", 1, "anna", core::ConnectState::Down));
    m_fixture->broker(office).put(makeSession("hv1", 2, "boris"));
    open(2);
    select("anna");
    const ui::WhyDialog& dialog = ask();
    QCOMPARE(find<QLineEdit>(dialog, "whyUserEdit").text(), QStringLiteral("CORP\\anna"));
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(dialog), patience);
    QCOMPARE(verdict(dialog).kind(), NoticePanel::Kind::Warning);
    QVERIFY2(verdict(dialog).sentence().contains(QStringLiteral("hv1")), qPrintable(verdict(dialog).sentence()));
    QVERIFY(!verdict(dialog).nextStep().isEmpty());
    const QString all = findings(dialog);
    QCOMPARE(all.count(u'\n'), static_cast<qsizetype>(management::accessCauses.size()));
    QVERIFY2(all.indexOf(QStringLiteral(" Yes. ")) < all.indexOf(QStringLiteral(" Not known")), qPrintable(all));
    find<QPushButton>(dialog, "whyCopyButton").click();
    QCOMPARE(QGuiApplication::clipboard()->text(), dialog.ticket());
    QVERIFY2(dialog.ticket().startsWith(QStringLiteral("CORP\\anna cannot get in")), qPrintable(dialog.ticket()));
}

void WhyDialogTest::whatCannotBeReadIsNotKnown()
{
    m_fixture->broker(office).put(makeSession("hv1", 1, "anna", core::ConnectState::Disconnected));
    m_fixture->broker(office).hooks.enumerate = [](const management::Query& query, const management::BatchSink&,
                                                   const management::CallContext&) -> ListAnswer {
        if (query.wql.find("Win32_RDMS") == std::string::npos)
            return std::nullopt;
        return core::Result<management::EnumerationEnd>(core::failure(makeFault(0x80041003)));
    };
    open(1);
    select("anna");
    const ui::WhyDialog& dialog = ask();
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(dialog), patience);
    QVERIFY(verdict(dialog).kind() != NoticePanel::Kind::Success); // never well
    QVERIFY2(findings(dialog).contains(QStringLiteral("Not known. ")), qPrintable(findings(dialog)));
    QVERIFY2(dialog.ticket().contains(QStringLiteral("Not known: ")), qPrintable(dialog.ticket()));
}

void WhyDialogTest::aUserWithoutASessionCanBeTyped()
{
    m_fixture->broker(office).put(makeSession("hv1", 1, "anna"));
    open(1);
    find<QTableView>(*m_window, "sessionTable").clearSelection();
    ui::WhyDialog& dialog = ask();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto& user = find<QLineEdit>(dialog, "whyUserEdit");
    QVERIFY(user.text().isEmpty() && !find<QPushButton>(dialog, "whyAskButton").isEnabled());
    user.setFocus();
    QTest::keyClicks(&user, QStringLiteral("CORP\\nobody"));
    QTest::keyClick(&user, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(dialog), patience);
    QVERIFY2(dialog.ticket().startsWith(QStringLiteral("CORP\\nobody")), qPrintable(dialog.ticket()));
    QVERIFY(verdict(dialog).kind() != NoticePanel::Kind::Success);
}

void WhyDialogTest::theBrokerOfTheSessionIsAsked()
{
    m_fixture->broker(office).put(makeSession("hv1", 1, "anna"));
    m_fixture->broker(branch).put(makeSession("hv9", 1, "zoe", core::ConnectState::Down));
    open(2);
    select("zoe");
    const ui::WhyDialog& dialog = ask();
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(dialog), patience);
    QVERIFY2(dialog.ticket().contains(QLatin1String(branch)), qPrintable(dialog.ticket()));
    QVERIFY(find<QComboBox>(dialog, "whyBrokerCombo").isVisible());
}

void WhyDialogTest::aBrokerThatRefusesSaysWhy()
{
    m_fixture->broker(office).put(makeSession("hv1", 1, "anna"));
    std::atomic<bool> refuses = false; // outlives the window
    m_fixture->broker(office).hooks.open = [&refuses](const management::CallContext&) -> core::Result<> {
        return refuses ? core::Result<>(core::failure(core::ErrorKind::SignInRefused)) : core::Result<>();
    };
    open(1);
    select("anna");
    refuses = true;
    const ui::WhyDialog& dialog = ask();
    QTRY_COMPARE_WITH_TIMEOUT(verdict(dialog).kind(), NoticePanel::Kind::Failure, patience);
    QVERIFY(find<QPushButton>(dialog, "whyAskButton").isEnabled()); // once more
    QVERIFY(!find<QPushButton>(dialog, "whyCopyButton").isEnabled());
    m_window.reset();
}

void WhyDialogTest::aQuestionThatHangsCanBeStopped()
{
    m_fixture->broker(office).put(makeSession("hv1", 1, "anna"));
    std::atomic<bool> hangs = false; // outlives the window
    m_fixture->broker(office).hooks.open = [&hangs](const management::CallContext& context) -> core::Result<> {
        return hangs ? core::Result<>(core::failure(hang(context))) : core::Result<>();
    };
    open(1);
    select("anna");
    hangs = true;
    const ui::WhyDialog& dialog = ask();
    auto& stop = find<QPushButton>(dialog, "whyStopButton");
    QVERIFY(stop.isEnabled() && !find<QPushButton>(dialog, "whyAskButton").isEnabled());
    stop.click();
    QTRY_COMPARE_WITH_TIMEOUT(verdict(dialog).kind(), NoticePanel::Kind::Failure, patience);
    QVERIFY(!stop.isEnabled() && find<QPushButton>(dialog, "whyAskButton").isEnabled());
    m_window.reset();
}

void WhyDialogTest::closingEndsTheQuestion()
{
    m_fixture->broker(office).put(makeSession("hv1", 1, "anna"));
    std::atomic<bool> hangs = false; // outlives the window
    m_fixture->broker(office).hooks.open = [&hangs](const management::CallContext& context) -> core::Result<> {
        return hangs ? core::Result<>(core::failure(hang(context))) : core::Result<>();
    };
    open(1);
    select("anna");
    hangs = true;
    ask().reject();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ui::WhyDialog*>() == nullptr, patience);
    m_window.reset();
}

void WhyDialogTest::namesOfOthersAreNoMarkup()
{
    m_fixture->broker(office).put(makeSession("<b>hv1", 1, "<img src=x>\u202E", core::ConnectState::Down));
    open(1);
    select("<img src=x>\u202E");
    const ui::WhyDialog& dialog = ask();
    QTRY_VERIFY_WITH_TIMEOUT(!find<QPushButton>(dialog, "whyStopButton").isEnabled(), patience);
    for (const auto* const label : dialog.findChildren<QLabel*>()) {
        if (label->text().contains(u'<'))
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY2(!label->text().contains(QChar(0x202E)), qPrintable(label->text()));
    }
    QVERIFY(!dialog.ticket().contains(QChar(0x202E)));
}

void WhyDialogTest::itRestsWithoutABroker()
{
    m_fixture->broker(office).put(makeSession("hv1", 1, "anna"));
    m_window = std::make_unique<ui::MainWindow>(m_fixture->services());
    QVERIFY(!find<QAction>(*m_window, "whyAction").isEnabled());
    m_window->connectTo(profileFor(office), core::Secret());
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(find<QAction>(*m_window, "whyAction").isEnabled(), patience);
}

void WhyDialogTest::theDirectoryOfTheServerIsAskedToo()
{
    const auto directory = std::make_shared<FakeDirectory>();
    management::Person anna;
    anna.fullName = "Anna Fischer";
    anna.isDisabled = false;
    anna.isLocked = true;
    anna.isExpired = false;
    anna.isPasswordExpired = false;
    directory->add("anna", anna);
    directory->setSids({"S-1-5-21-1"});
    m_fixture->broker(office).putNeighbour(neighbour("Win32_RDMSVirtualDesktopCollection",
                                                     {{"Alias", core::Value(std::string_view("POOL"))},
                                                      {"Name", core::Value(std::string_view("POOL"))},
                                                      {"Type", core::Value(std::uint32_t{1})},
                                                      {"SecurityDescriptor", core::Value("D:(A;;GA;;;S-1-5-21-2)")}}));
    open(directory->connector());
    select("anna");
    const ui::WhyDialog& dialog = ask();
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(dialog), patience);
    const QString all = findings(dialog);
    QVERIFY2(all.contains(QStringLiteral("Is the account locked? Yes")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("Is the account disabled? No")), qPrintable(all));
    // Her SIDs are known, so the access list is, too.
    QVERIFY2(all.contains(QStringLiteral("Does the collection keep this person out? Yes")), qPrintable(all));
    QVERIFY2(dialog.ticket().contains(QStringLiteral("locked")), qPrintable(dialog.ticket()));
}

void WhyDialogTest::aDirectoryThatDoesNotTellIsNotKnown()
{
    open(std::make_shared<FakeDirectory>()->connector()); // nobody is in it
    select("anna");
    const ui::WhyDialog& dialog = ask();
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(dialog), patience);
    QVERIFY2(findings(dialog).contains(QStringLiteral("Is the account locked? Not known")),
             qPrintable(findings(dialog)));
    QVERIFY(verdict(dialog).kind() != NoticePanel::Kind::Success);
}

void WhyDialogTest::aDirectoryThatCannotBeAskedIsNotKnown()
{
    open(core::failure(core::ErrorKind::InvalidInput, core::InputProblem::DirectorySchemeUnknown));
    select("anna");
    const ui::WhyDialog& dialog = ask();
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(dialog), patience);
    QVERIFY2(findings(dialog).contains(QStringLiteral("Is the account locked? Not known. ")), // and why
             qPrintable(findings(dialog)));
}

void WhyDialogTest::aDirectoryThatHangsCanBeStopped()
{
    const auto directory = std::make_shared<FakeDirectory>();
    directory->hang(true);
    open(directory->connector());
    select("anna");
    const ui::WhyDialog& dialog = ask();
    QTRY_VERIFY_WITH_TIMEOUT(directory->questions() >= 2, patience); // the list's names, and this
    QElapsedTimer clock;
    clock.start();
    find<QPushButton>(dialog, "whyStopButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(dialog), patience);
    QVERIFY(clock.elapsed() < 2'000);
    // What the broker told stands, and what was not waited for is not known.
    QVERIFY2(findings(dialog).contains(QStringLiteral("Is the account locked? Not known")),
             qPrintable(findings(dialog)));
    m_window.reset();
}

QTEST_MAIN(WhyDialogTest)
#include "WhyDialogTest.moc"
