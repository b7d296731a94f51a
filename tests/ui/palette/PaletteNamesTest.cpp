// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FakeDirectory.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/palette/PaletteDialog.h"
#include "ui/palette/PaletteModel.h"
#include "ui/palette/SessionStock.h"
#include "ui/sessions/WhyDialog.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;
using ui::PaletteEntry;
using ui::PaletteKind;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 30'000;

/// Sessions of one server whose directory knows some of the users.
struct Stock
{
    Stock()
    {
        list->sessions =
            management::SessionList(std::vector{makeSession("hv1", 1, "afischer"), makeSession("hv1", 2, "borlov"),
                                                makeSession("hv2", 3, "afischer"), makeSession("hv2", 4, "nobody")});
        list->server = makeSession("hv1", 1, "afischer").key.server;
        auto names = std::make_shared<models::PersonNames>();
        names->add({"CORP", "AFischer"}, "Anna Fischer-Müller");
        names->add({"CORP", "borlov"}, std::string("Boris\n\u202Eworg\x1B[31m") + std::string(300, 'x'));
        people[list->server] = names;
    }
    [[nodiscard]] std::vector<PaletteEntry> find(const char* typed) const
    {
        const auto note = [](std::vector<std::string>& told) {
            return [&told](const core::Session& session) { told.push_back(session.userName.toString()); };
        };
        const ui::SessionStock stock({list}, {}, note(chosen), people, note(askedAbout));
        std::vector<PaletteEntry> entries;
        for (const ui::PaletteHit& hit : stock.find(ui::PaletteQuery(QString::fromUtf8(typed)), {}).best)
            entries.push_back(stock.entry(hit.index));
        return entries;
    }

    std::shared_ptr<management::SessionSnapshot> list = std::make_shared<management::SessionSnapshot>();
    models::PeopleOfServers people;
    mutable std::vector<std::string> chosen;
    mutable std::vector<std::string> askedAbout;
};

QString question(const char* user)
{
    return QStringLiteral("Why can't %1 get in?").arg(QLatin1String(user));
}

} // namespace

/// People in the palette by their full names, and the question why they cannot get in.
class PaletteNamesTest final : public QObject
{
    Q_OBJECT

private slots:
    void aPersonIsFoundByTheFullName_data()
    {
        QTest::addColumn<QByteArray>("typed");
        for (const char* const typed : {"fischer-m", "anna", "MULLER", "müller anna", "corp anna", "anna hv"})
            QTest::newRow(typed) << QByteArray(typed);
    }
    void aPersonIsFoundByTheFullName()
    {
        QFETCH(const QByteArray, typed);
        const Stock stock;
        const auto found = stock.find(typed.constData());
        QCOMPARE(found.size(), std::size_t{3}); // two sessions, one question
        QCOMPARE(found[0].title, QStringLiteral("afischer"));
        QVERIFY2(found[0].detail.startsWith(QStringLiteral("Anna Fischer-Müller · ")), qPrintable(found[0].detail));
        QCOMPARE(static_cast<int>(found[0].kind), static_cast<int>(PaletteKind::Person));
    }

    void theAccountFitsAsWellAsTheName()
    {
        const Stock stock;
        QCOMPARE(stock.find("afischer").front().title, QStringLiteral("afischer"));
        QVERIFY(stock.find("nobody").front().detail.startsWith(QStringLiteral("Disconnected")) ||
                !stock.find("nobody").front().detail.contains(QStringLiteral("Anna")));
        QVERIFY(stock.find("zoe").empty());
    }

    void aHostileNameIsShownCleanedAndShort()
    {
        const Stock stock;
        const auto found = stock.find("borlov");
        QCOMPARE(found.size(), std::size_t{2});
        for (const PaletteEntry& entry : found) {
            for (const QString& text : {entry.title, entry.muted, entry.detail}) {
                for (const QChar letter : text)
                    QVERIFY2(letter.isPrint(), qPrintable(text));
            }
        }
    }

    void eachUserIsAskedAboutOnceAndBehindAllSessions()
    {
        const Stock stock;
        const auto found = stock.find("fischer");
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(found[2].title, question("afischer"));
        QCOMPARE(found[2].muted, QStringLiteral("CORP"));
        QCOMPARE(found[2].detail, QStringLiteral("Anna Fischer-Müller"));
        found[2].choose();
        QCOMPARE(stock.askedAbout, std::vector<std::string>{"afischer"});
        QVERIFY(stock.chosen.empty());
    }

    void wordsOfTheQuestionFindItToo()
    {
        const Stock stock;
        for (const char* const typed : {"why anna", "anna why", "why can't borlov"}) {
            const auto found = stock.find(typed);
            QCOMPARE(found.size(), std::size_t{1});
            QVERIFY2(found.front().title.startsWith(QStringLiteral("Why can't ")), qPrintable(found.front().title));
        }
        QVERIFY(stock.find("why").empty()); // of nobody
        QVERIFY(stock.find("why zoe").empty());
    }

    void aMachineIsNotAskedAbout()
    {
        const Stock stock;
        for (const PaletteEntry& entry : stock.find("vm"))
            QVERIFY(!entry.title.startsWith(QStringLiteral("Why")));
    }

    void theNameComesFromTheDirectoryAndLeadsToTheQuestion()
    {
        WindowFixture fixture;
        fixture.broker(office).put(makeSession("hv1", 1, "afischer", core::ConnectState::Down));
        const auto directory = std::make_shared<FakeDirectory>();
        directory->add("afischer", "Anna Fischer");
        desk::Services services = fixture.services();
        services.directoryFor = [directory](const core::ServerProfile&, const core::Secret&) {
            return core::Result<management::DirectoryConnector>(directory->connector());
        };
        ui::MainWindow window(std::move(services));
        window.show();
        core::ServerProfile profile = profileFor(office);
        profile.directory.address = "corp.example";
        window.connectTo(profile, core::Secret());
        const auto& sessions =
            *qobject_cast<models::SessionTableModel*>(find<QTableView>(window, "sessionTable").model());
        QTRY_VERIFY_WITH_TIMEOUT(sessions.hasPersonNames() && sessions.rowCount() == 1, patience);
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        auto& dialog = *window.findChild<ui::PaletteDialog*>();
        auto& model = *qobject_cast<ui::PaletteModel*>(find<QListView>(dialog, "paletteList").model());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto& field = find<QLineEdit>(dialog, "paletteEdit");
        field.setText(QStringLiteral("why anna"));
        QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() == 1 && model.index(0).data().toString() == question("afischer"),
                                 patience);
        QTest::keyClick(&field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window.findChild<ui::WhyDialog*>() != nullptr, patience);
        const auto& why = *window.findChild<ui::WhyDialog*>();
        QCOMPARE(find<QLineEdit>(why, "whyUserEdit").text(), QStringLiteral("CORP\\afischer"));
        QTRY_VERIFY_WITH_TIMEOUT(!why.ticket().isEmpty(), patience);
        QVERIFY(fixture.ledger.entries().empty());
    }
};

QTEST_MAIN(PaletteNamesTest)
#include "PaletteNamesTest.moc"
