// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/HandOffMenu.h"

#include "models/texts/HandOffTexts.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/preferences/HandOffPanel.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>
#include <mutex>
#include <optional>

using namespace deskwarden;
using namespace deskwarden::support;
using core::ProgramCall;

namespace {

constexpr int untilStarted = 30000;

/// What was started, by whichever thread.
class Started final
{
public:
    void note(const ProgramCall& call)
    {
        const std::lock_guard lock(m_mutex);
        m_call = call;
    }
    [[nodiscard]] std::optional<ProgramCall> call() const
    {
        const std::lock_guard lock(m_mutex);
        return m_call;
    }

private:
    mutable std::mutex m_mutex;
    std::optional<ProgramCall> m_call; // guarded by m_mutex
};

} // namespace

/// The menu of programs that take over.
class HandOffMenuTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_chosen = {officeSession(0)};
        m_policy = {};
        m_page.clear();
        m_refused.clear();
    }

    void theProgramGetsWhatIsKnownOfTheSession()
    {
        m_fixture->preferences.setValue(storage::preference::handOffs, QStringLiteral("Tool & Co = tool --on {vm}"));
        open();
        QAction* const tool = entry(QStringLiteral("Tool && Co"));
        QVERIFY(tool != nullptr);
        QCOMPARE(tool->toolTip(), QStringLiteral("tool --on VDI-2000"));
        tool->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_started.call().has_value(), untilStarted);
        QCOMPARE(m_started.call()->arguments, (std::vector<std::string>{"--on", "VDI-2000"}));
    }

    void aHostileNameStartsNothing()
    {
        m_chosen.front().vmName = core::SharedString("-x\" & calc");
        m_fixture->preferences.setValue(storage::preference::handOffs, QStringLiteral("Tool = tool {vm}"));
        open();
        QVERIFY(!entry(QStringLiteral("Tool"))->isEnabled());
        QVERIFY(entry(QStringLiteral("Tool"))->toolTip().contains(QStringLiteral("{vm}")));
    }

    void itIsForOneSession()
    {
        m_chosen.push_back(officeSession(1));
        open();
        QCOMPARE(m_menu->menu().actions().size(), 1);
        QVERIFY(!m_menu->menu().actions().front()->isEnabled());
    }

    void policyFixesOrForbidsTheList()
    {
        m_fixture->preferences.setValue(storage::preference::handOffs, QStringLiteral("Tool = tool {vm}"));
        m_policy.handOffs = {"Only = only {host}"};
        open();
        QCOMPARE(m_menu->menu().actions().size(), 1);
        QVERIFY(entry(QStringLiteral("Only")) != nullptr);
        m_policy.forbidsHandOffs = true;
        open();
        QCOMPARE(m_menu->menu().actions().size(), 1);
        QVERIFY(!m_menu->menu().actions().front()->isEnabled());
    }

    void theTicketOpensItsPage()
    {
        m_fixture->preferences.setValue(storage::preference::recentTickets, QStringLiteral(R"(["INC 4/2","INC 1"])"));
        m_fixture->preferences.setValue(storage::preference::ticketAddress,
                                        QStringLiteral("https://tickets.example/t/{ticket}"));
        open();
        QAction* const ticket = entry(QStringLiteral("Ticket INC 4/2 in the browser"));
        QVERIFY(ticket != nullptr);
        ticket->trigger();
        QCOMPARE(m_page, QStringLiteral("https://tickets.example/t/INC%204%2F2"));
        QVERIFY(models::ticketPage(QStringLiteral("http://tickets.example/{ticket}"), QStringLiteral("1")).isEmpty());
        QVERIFY(models::ticketPage(QStringLiteral("https://tickets.example/"), QStringLiteral("1")).isEmpty());
    }

    void aMissingProgramIsSaid()
    {
        const core::HandOff missing{"ping", "Ping", "no-such-program-anywhere", {}};
        const QString said = ui::HandOffMenu::startProgram(missing, {missing.program, {}});
        QVERIFY(said.contains(QStringLiteral("no-such-program-anywhere is not on this computer")));
        QVERIFY(said.contains(QStringLiteral("iputils-ping")));
    }

    void aProgramIsStarted()
    {
        QCOMPARE(
            ui::HandOffMenu::startProgram({}, {QCoreApplication::applicationFilePath().toStdString(), {"--nothing"}}),
            QString());
    }

    void linesThatCannotBeReadAreNotKept()
    {
        ui::HandOffPanel panel(m_fixture->preferences, {});
        auto& lines = find<QPlainTextEdit>(panel, "handOffsEdit");
        lines.setPlainText(QStringLiteral("Tool = tool {vm}"));
        QCOMPARE(m_fixture->preferences.value(storage::preference::handOffs), QStringLiteral("Tool = tool {vm}"));
        lines.setPlainText(QStringLiteral("Tool = tool {password}"));
        QCOMPARE(m_fixture->preferences.value(storage::preference::handOffs), QStringLiteral("Tool = tool {vm}"));
        QVERIFY(models::handOffLinesProblem(QStringLiteral("Tool = tool {password}"))
                    .contains(QStringLiteral("{password}")));
        management::Policy fixed;
        fixed.forbidsHandOffs = true;
        const ui::HandOffPanel locked(m_fixture->preferences, fixed);
        QVERIFY(!find<QPlainTextEdit>(locked, "handOffsEdit").isEnabled());
    }

    void cleanup()
    {
        m_menu.reset();
        m_console.reset();
        m_fixture.reset();
    }

private:
    void open()
    {
        m_menu.reset();
        desk::Services services = m_fixture->services();
        services.rules.policy = m_policy;
        m_console = std::make_unique<desk::Console>(std::move(services));
        m_menu = std::make_unique<ui::HandOffMenu>(
            m_window, *m_console, [this] { return m_chosen; },
            [this](const core::HandOff&, const ProgramCall& call) {
                m_started.note(call);
                return QString();
            },
            [this](const QString& page) { m_page = page; });
        connect(m_menu.get(), &ui::HandOffMenu::refused, this, [this](const QString& why) { m_refused = why; });
        emit m_menu->menu().aboutToShow();
    }
    [[nodiscard]] QAction* entry(const QString& text) const
    {
        const auto actions = m_menu->menu().actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }

    QWidget m_window;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<desk::Console> m_console;
    std::unique_ptr<ui::HandOffMenu> m_menu;
    std::vector<core::Session> m_chosen;
    management::Policy m_policy;
    Started m_started;
    QString m_page;
    QString m_refused;
};

QTEST_MAIN(HandOffMenuTest)
#include "HandOffMenuTest.moc"
