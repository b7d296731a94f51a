// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/Texts.h"
#include "storage/AuditLog.h"
#include "support/FewThreads.h"
#include "support/FindWidget.h"
#include "support/StallGuard.h"
#include "support/WindowFixture.h"
#include "ui/sessions/DetailLines.h"
#include "ui/sessions/DetailsDock.h"
#include "ui/sessions/SessionView.h"
#include "ui/widgets/CopyLabel.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr const char* branch = "https://broker.branch.example";
constexpr int patience = 30'000;

core::Session sessionOn(std::string_view host, std::uint32_t id, std::string_view user, std::string_view machine,
                        core::ConnectState state = core::ConnectState::Active)
{
    core::Session session = makeSession(host, id, user, state);
    session.vmName = core::SharedString(machine);
    return session;
}

/// The first text that needs more room than it has, and how wide the details are then.
QString cutText(const QScrollArea& scroll)
{
    const QWidget& content = *scroll.widget();
    if (content.width() > scroll.viewport()->width())
        return QStringLiteral("wider than the window");
    for (const auto* const label : content.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const QRect place(label->mapTo(&content, QPoint()), label->size());
        const bool isHigh = label->wordWrap() && label->heightForWidth(label->width()) > label->height();
        if (label->minimumSizeHint().width() > label->width() || isHigh || place.right() >= content.width())
            return QStringLiteral("%1 in %2").arg(label->text()).arg(content.width());
    }
    return {};
}

} // namespace

/// What is told beside the table of the sessions that are selected.
class DetailsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void otherSessionsOfTheUserLeadToTheirRows();
    void actsOnTheUserComeFromTheRecord();
    void severalSessionsAreCounted();
    void countsOfOthersAreNotShown();
    void actsAreThoseOfTheWindow();
    void everyTextIsCopiedWhole();
    void longNamesAreBrokenNotCut();
    void narrowDetailsCutNothing_data();
    void narrowDetailsCutNothing();
    void sentencesStandBelowTheirLabels();
    void tenThousandSelectedDoNotHoldTheWindow();

private:
    void open(int rows);
    /// The row of that machine, selected alone.
    void select(std::string_view machine);
    [[nodiscard]] const models::SessionTableModel& model() const
    {
        return *qobject_cast<const models::SessionTableModel*>(table().model());
    }
    [[nodiscard]] QTableView& table() const { return find<QTableView>(*m_window, "sessionTable"); }
    [[nodiscard]] ui::DetailsDock& details() const { return find<ui::DetailsDock>(*m_window, "detailsDock"); }
    [[nodiscard]] QList<QToolButton*> others() const
    {
        return find<QWidget>(details(), "otherSessions").isHidden()
                   ? QList<QToolButton*>()
                   : details().findChildren<QToolButton*>(QStringLiteral("otherSessionButton"));
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_auditFile;
    std::unique_ptr<ui::MainWindow> m_window;
};

void DetailsTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_auditFile.clear();
}

void DetailsTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void DetailsTest::open(int rows)
{
    desk::Services services = m_fixture->services();
    services.auditFile = m_auditFile;
    m_window = std::make_unique<ui::MainWindow>(services);
    m_window->resize(1000, 700);
    m_window->show();
    for (const char* const address : {office, branch})
        m_window->connectTo(profileFor(address), core::Secret());
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() == rows && !model().isBusy(), patience);
    if (!details().isVisible())
        details().toggleViewAction()->trigger();
}

void DetailsTest::select(std::string_view machine)
{
    for (int row = 0; row < model().rowCount(); ++row) {
        if (model().sessionAt(row).vmName.view() == machine) {
            find<ui::SessionView>(*m_window, "sessionTable").selectOnly(row);
            return;
        }
    }
    QFAIL("no such row");
}

void DetailsTest::otherSessionsOfTheUserLeadToTheirRows()
{
    m_fixture->broker(office).put(sessionOn("hv1", 1, "anna", "VDI-1"));
    m_fixture->broker(office).put(sessionOn("hv1", 2, "boris", "VDI-2"));
    m_fixture->broker(office).put(sessionOn("hv2", 3, "ANNA", "VDI-3", core::ConnectState::Disconnected));
    m_fixture->broker(branch).put(sessionOn("hv1", 1, "anna", "CAD-9"));
    core::Session stranger = sessionOn("hv9", 4, "anna", "LAB-4");
    stranger.domainName = core::SharedString("LAB"); // another person of that name
    m_fixture->broker(branch).put(stranger);
    open(5);
    select("VDI-1");
    QTRY_COMPARE_WITH_TIMEOUT(others().size(), 2, patience);
    const auto button = [this](const QString& machine) -> QToolButton* {
        for (QToolButton* const other : others()) {
            if (other->text().startsWith(machine))
                return other;
        }
        return nullptr;
    };
    QVERIFY(button(QStringLiteral("VDI-3")) != nullptr && button(QStringLiteral("CAD-9")) != nullptr);
    QVERIFY(!button(QStringLiteral("CAD-9"))->accessibleName().isEmpty());
    QVERIFY2(details().text().contains(QStringLiteral("CAD-9")), qPrintable(details().text()));
    button(QStringLiteral("CAD-9"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(table().selectionModel()->selectedRows().size() == 1 &&
                                 model().sessionAt(table().currentIndex().row()).vmName.view() == "CAD-9",
                             patience);
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("VDI-1")) != nullptr, patience);
    select("VDI-2");
    QTRY_VERIFY_WITH_TIMEOUT(others().isEmpty(), patience);
    QVERIFY(m_fixture->ledger.entries().empty());
}

void DetailsTest::actsOnTheUserComeFromTheRecord()
{
    // More than one piece of the record lies between the two.
    constexpr std::uint32_t others = 6'000;
    m_auditFile = m_fixture->folder.filePath(QStringLiteral("audit.sqlite"));
    const core::Session anna = sessionOn("hv1", 1, "anna", "VDI-1");
    core::Session before = anna;
    before.key.sessionId = 77; // another session of hers, in other letters
    before.userName = core::SharedString("Anna");
    {
        storage::AuditLog log(m_auditFile, {QStringLiteral("CORP\\ada"), QStringLiteral("DESK-3")});
        std::vector<management::ActionRequest> requests{{1, before, {}, "INC 1"}};
        for (std::uint32_t number = 0; number < others; ++number)
            requests.push_back({number + 2, officeSession(number), {}, "INC 2"});
        requests.push_back({others + 2, anna, {}, "INC 3"});
        const auto tokens = log.recordIntents(requests);
        QVERIFY(tokens.has_value());
        management::Outcome outcome;
        outcome.kind = management::OutcomeKind::Failed;
        outcome.returnValue = 5;
        QVERIFY(log.recordOutcome(tokens->front(), outcome).has_value());
    }
    m_fixture->broker(office).put(anna);
    m_fixture->broker(office).put(sessionOn("hv1", 2, "boris", "VDI-2"));
    open(2);
    select("VDI-1");
    auto& done = find<QWidget>(details(), "doneToUser");
    QTRY_VERIFY_WITH_TIMEOUT(done.isVisible(), patience);
    const QList<ui::CopyLabel*> lines = done.findChildren<ui::CopyLabel*>();
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.front()->wholeText().contains(QStringLiteral("INC 3"))); // the newest first
    QVERIFY(lines.back()->wholeText().contains(QStringLiteral("INC 1")));
    QVERIFY(lines.back()->wholeText().contains(models::outcomeName(management::OutcomeKind::Failed)));
    QVERIFY(lines.back()->wholeText().contains(QStringLiteral("ada")));
    select("VDI-2");
    QTRY_VERIFY_WITH_TIMEOUT(!done.isVisible(), patience);
}

void DetailsTest::severalSessionsAreCounted()
{
    fillOffice(m_fixture->broker(office), 60);
    haunt(m_fixture->broker(office), 60);
    m_fixture->broker(branch).put(sessionOn("rdvh-3.branch.example", 1, "zoe", "CAD-9"));
    open(61);
    table().selectAll();
    const auto says = [this](const QString& text) { return details().text().contains(text); };
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("VM host: ")), patience);
    QVERIFY2(says(QStringLiteral("61 sessions selected")), qPrintable(details().text()));
    const std::size_t active = model().counts().all.states.at(core::ConnectState::Active);
    QVERIFY2(says(QStringLiteral("Active: %1").arg(active)), qPrintable(details().text()));
    QVERIFY2(says(QStringLiteral("hv-11: 10")), qPrintable(details().text()));
    QVERIFY2(says(QStringLiteral("broker.corp.example: 60")), qPrintable(details().text()));
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Unused for longest: CORP\\")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("and 1 more")), patience); // of seven hosts six are named
    // Headings of groups are nobody.
    find<ui::SessionView>(*m_window, "sessionTable").setGrouping(models::SessionGrouping::State);
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > 61 && !model().isBusy(), patience);
    table().selectAll();
    QTRY_VERIFY_WITH_TIMEOUT(
        says(QStringLiteral("61 sessions selected")) && says(QStringLiteral("Active: %1").arg(active)), patience);
    table().clearSelection();
    QTRY_COMPARE_WITH_TIMEOUT(details().text(), QStringLiteral("No session selected"), patience);
}

/// Not even until the new ones are counted.
void DetailsTest::countsOfOthersAreNotShown()
{
    fillOffice(m_fixture->broker(office), 60);
    open(60);
    table().selectAll();
    QTRY_VERIFY_WITH_TIMEOUT(details().text().contains(QStringLiteral("hv-11: 10")), patience);
    table().selectionModel()->select({model().index(0, 0), model().index(1, models::sessionColumnCount - 1)},
                                     QItemSelectionModel::ClearAndSelect);
    QVERIFY2(!details().text().contains(QStringLiteral("hv-11: 10")), qPrintable(details().text()));
    QTRY_VERIFY_WITH_TIMEOUT(details().text().contains(QStringLiteral("VM host: ")), patience);
}

void DetailsTest::actsAreThoseOfTheWindow()
{
    m_fixture->broker(office).put(sessionOn("hv1", 1, "anna", "VDI-1"));
    open(1);
    auto& acts = find<QWidget>(details(), "detailsActs");
    QVERIFY(acts.isHidden());
    select("VDI-1");
    QVERIFY(acts.isVisible());
    QStringList offered;
    for (const auto* const button : acts.findChildren<QToolButton*>()) {
        QVERIFY(button->isEnabled());
        offered << button->defaultAction()->objectName();
    }
    const QStringList expected{QStringLiteral("logoffAction"), QStringLiteral("disconnectAction"),
                               QStringLiteral("sendMessageAction"), QStringLiteral("drainHostAction")};
    QCOMPARE(offered, expected);
    acts.findChild<QToolButton*>(QStringLiteral("logoffDetailsButton"))->click();
    QTRY_VERIFY(m_window->findChild<QDialog*>(QStringLiteral("confirmationDialog")) != nullptr);
}

void DetailsTest::everyTextIsCopiedWhole()
{
    m_fixture->broker(office).put(sessionOn("hv1", 1, "anna", "VDI-1"));
    open(1);
    select("VDI-1");
    int copied = 0;
    for (auto* const label : details().findChildren<ui::CopyLabel*>()) {
        if (!label->isVisible())
            continue;
        QVERIFY(!label->accessibleName().isEmpty());
        QGuiApplication::clipboard()->clear();
        label->setFocus();
        QTest::keyClick(label, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), label->wholeText());
        QGuiApplication::clipboard()->clear();
        find<QToolButton>(*label, "copyValueButton").click();
        QCOMPARE(QGuiApplication::clipboard()->text(), label->wholeText());
        ++copied;
    }
    QVERIFY(copied > 5);
}

void DetailsTest::longNamesAreBrokenNotCut()
{
    const std::string hostile = "<b>" + std::string(300, 'W') + "\u202E";
    core::Session session = sessionOn(std::string(200, 'h') + ".example", 1, hostile, std::string(300, 'm'));
    session.clientMachineName = core::SharedString("<img src=x>" + std::string(280, 'c'));
    m_fixture->broker(office).put(session);
    m_fixture->broker(branch).put(sessionOn(std::string(200, 'k'), 2, hostile, std::string(300, 'n')));
    open(2);
    select(std::string(300, 'm'));
    QTRY_COMPARE_WITH_TIMEOUT(others().size(), 1, patience);
    const auto* const scroll = qobject_cast<QScrollArea*>(details().widget());
    QTRY_VERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
                 qPrintable(QString::number(scroll->widget()->width())));
    for (const auto* const label : details().findChildren<ui::CopyLabel*>()) {
        if (!label->isVisible())
            continue;
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY2(label->sizeHint().width() <= label->width() ||
                     label->heightForWidth(label->width()) <= label->height(),
                 qPrintable(label->wholeText()));
        QVERIFY(label->minimumSizeHint().width() <= scroll->viewport()->width());
    }
    QVERIFY(details().text().contains(QString(300, u'm')));
    QVERIFY(!details().text().contains(QChar(0x202E)));
}

void DetailsTest::narrowDetailsCutNothing_data()
{
    QTest::addColumn<QString>("language");
    for (const char* const language : {"en", "de", "ru"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void DetailsTest::narrowDetailsCutNothing()
{
    QFETCH(QString, language);
    QTranslator translator;
    if (language != QLatin1String("en")) {
        QVERIFY(translator.load(QStringLiteral(":/i18n/deskwarden_%1.qm").arg(language)));
        QCoreApplication::installTranslator(&translator);
    }
    core::Session session = sessionOn("RDVH-Virtualisierung-011.corp.example.com", 1, "maximiliane.WOLKENSTEIN",
                                      "VDI-WINDOWS11", core::ConnectState::Disconnected);
    session.clientMachineName = core::SharedString("LAPTOPWERKSTATT7");
    m_fixture->broker(office).put(session);
    core::Session other = session;
    other.key.sessionId = 2;
    m_fixture->broker(branch).put(other);
    open(2);
    select("VDI-WINDOWS11");
    QTRY_VERIFY_WITH_TIMEOUT(!others().isEmpty(), patience);
    const auto* const scroll = qobject_cast<QScrollArea*>(details().widget());
    for (int width = 500; width > 120; width -= 20) {
        m_window->resizeDocks({&details()}, {width}, Qt::Horizontal);
        QCoreApplication::processEvents();
        QTRY_COMPARE(cutText(*scroll), QString());
    }
    QVERIFY2(details().width() < 200, qPrintable(QString::number(details().width())));
}

/// Beside their labels they would be columns of single words.
void DetailsTest::sentencesStandBelowTheirLabels()
{
    QWidget content;
    auto* const lines = new ui::DetailLines(content);
    content.setLayout(lines);
    const QString sentence =
        QStringLiteral("You may list sessions on the broker, but not log off on this VM host. Ask for rights there.");
    const QString many =
        QStringLiteral("several counts: 11\nOffice desktops: 2\nEngineering: 1\nDevelopers' desktops: 1");
    lines->showLines({{QStringLiteral("User"), QStringLiteral("anna")},
                      {QStringLiteral("Log off"), sentence},
                      {QStringLiteral("Collection"), many}});
    content.show();
    const auto isBelow = [&content, lines](const char* value) {
        const QList<QLabel*> labels = content.findChildren<QLabel*>();
        for (const QLabel* const label : labels) {
            if (label->text().startsWith(QLatin1StringView(value)))
                return label->x() == lines->contentsMargins().left();
        }
        return false;
    };
    for (const auto& [width, isNarrow] : {std::pair(900, false), std::pair(300, true), std::pair(900, false)}) {
        content.resize(width, 300);
        lines->fitInto(width);
        QTRY_COMPARE(isBelow("You may"), isNarrow);
        QVERIFY(!isBelow("anna"));
        QVERIFY(!isBelow("several"));
    }
}

void DetailsTest::tenThousandSelectedDoNotHoldTheWindow()
{
    constexpr std::uint32_t sessions = 10'000;
    fillOffice(m_fixture->broker(office), sessions);
    m_fixture->broker(branch).put(sessionOn("hv1", 1, "zoe", "CAD-9"));
    open(static_cast<int>(sessions) + 1);
    const StallGuard guard(sessions);
    table().selectAll();
    QTRY_VERIFY_WITH_TIMEOUT(details().text().contains(QStringLiteral("Active: ")), patience);
    for (int row = 0; row < 40; ++row) {
        find<ui::SessionView>(*m_window, "sessionTable").selectOnly(row);
        QTest::qWait(1);
    }
    const auto isShown = [this] { return details().text().startsWith(models::accountText(model().sessionAt(39))); };
    QTRY_VERIFY2_WITH_TIMEOUT(isShown(), qPrintable(details().text()), patience);
}

QTEST_MAIN(DetailsTest)
#include "DetailsTest.moc"
