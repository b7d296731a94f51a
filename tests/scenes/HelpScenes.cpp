// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "scenes/OfficeScene.h"
#include "storage/AuditLog.h"
#include "support/DialogSamples.h"
#include "support/scene/SceneAlbum.h"
#include "support/scene/SceneLook.h"
#include "ui/acts/DrainWindow.h"
#include "ui/audit/AuditWindow.h"
#include "ui/connect/ConnectionDialog.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QHash>
#include <QImage>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr int patience = OfficeScene::patience;
constexpr qsizetype mostColours = 64;

bool isLike(QRgb one, QRgb other)
{
    constexpr int seen = 28;
    return std::abs(qRed(one) - qRed(other)) + std::abs(qGreen(one) - qGreen(other)) +
               std::abs(qBlue(one) - qBlue(other)) <
           seen;
}

/// In some colours of which none is like another, the most frequent first: a fifth of the size, and nobody sees it.
void makeSmall(const QString& file)
{
    const QImage picture = QImage(file).convertToFormat(QImage::Format_RGB32);
    QVERIFY(!picture.isNull());
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    QList<QRgb> colours = counts.keys();
    std::ranges::sort(colours, [&counts](QRgb one, QRgb other) {
        return std::pair(counts[one], one) > std::pair(counts[other], other);
    });
    QList<QRgb> kept;
    for (const QRgb colour : colours) {
        const bool isKept = std::ranges::any_of(kept, [colour](QRgb other) { return isLike(colour, other); });
        if (!isKept && kept.size() < mostColours)
            kept << colour;
    }
    const int best = 0;
    QVERIFY(picture.convertToFormat(QImage::Format_Indexed8, kept, Qt::ThresholdDither | Qt::AvoidDither)
                .save(file, "PNG", best));
}

} // namespace

/// The pictures in the help, in every language, written to the folder "scenes/help" of the build. The target
/// update_help_pictures puts them into resources/help.
class HelpScenes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_album.report(); }
    void pictures_data();
    void pictures();

private:
    void shoot(QWidget& widget, const QString& name);
    void connectionPicture(const QString& language);
    void windowPictures(const QString& language);
    void recordPicture(const QString& language);

    SceneAlbum m_album;
};

void HelpScenes::initTestCase()
{
    m_album.open("help");
    QFont font = QApplication::font();
    font.setPointSizeF(9); // they are shown smaller than they are
    QApplication::setFont(font);
}

void HelpScenes::pictures_data()
{
    QTest::addColumn<QString>("language");
    for (const QString& file : QDir(QStringLiteral(":/help")).entryList({QStringLiteral("*.md")}, QDir::Files)) {
        const QString language = QFileInfo(file).baseName();
        QTest::newRow(qPrintable(language)) << language;
        QVERIFY(QDir().mkpath(QStringLiteral("help/") + language));
    }
}

void HelpScenes::pictures()
{
    QFETCH(QString, language);
    const SceneLook look(language);
    connectionPicture(language);
    windowPictures(language);
    recordPicture(language);
}

void HelpScenes::shoot(QWidget& widget, const QString& name)
{
    m_album.shoot(widget, name);
    if (!QTest::currentTestFailed())
        makeSmall(QStringLiteral("help/%1.png").arg(name));
}

void HelpScenes::connectionPicture(const QString& language)
{
    const auto factory = [](const core::ServerProfile&, const core::Secret&) {
        return core::Result<management::Connector>(test::scriptedConnector(test::untrustedStages()));
    };
    core::ServerProfile main;
    main.name = "Berlin";
    main.address = *core::ServerAddress::parse("https://broker.example.com");
    main.user = "CORP\\helpdesk1";
    core::ServerProfile other = main;
    other.name = "Hamburg";
    other.address = *core::ServerAddress::parse("https://broker.hamburg.example.com");
    ui::ConnectionDialog dialog(factory);
    dialog.setServers({{main, {}}, {other, {}}});
    dialog.open();
    shoot(dialog, language + QStringLiteral("/connection"));
    dialog.reject();
}

void HelpScenes::windowPictures(const QString& language)
{
    OfficeScene scene;
    haunt(scene.broker(), 60);
    scene.open(scene.fixture.services(), {1040, 430}, QStringLiteral("hv-11"));
    if (QTest::currentTestFailed())
        return;
    QAbstractItemView& table = scene.table();
    table.selectionModel()->setCurrentIndex(table.model()->index(2, 0),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    auto& details = find<QDockWidget>(scene.window(), "detailsDock");
    details.show();
    QCoreApplication::processEvents();
    scene.window().resizeDocks({&details}, {300}, Qt::Horizontal);
    QTest::qWait(300); // the details ask for what else there is to the user
    shoot(scene.window(), language + QStringLiteral("/window"));

    find<QAction>(scene.window(), "drainHostAction").trigger();
    auto* const dialog = scene.window().findChild<ui::ConfirmationDialog*>();
    QVERIFY(dialog != nullptr);
    OfficeScene::confirm(*dialog, 5);
    auto* const drain = scene.window().findChild<ui::DrainWindow*>();
    QVERIFY(drain != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(drain->run().drain().phase() == management::DrainPhase::Waiting, patience);
    drain->resize(900, 420);
    shoot(*drain, language + QStringLiteral("/drain"));
    scene.window().closeUnasked();

    std::vector<core::Session> chosen = test::sampleSessions(6);
    chosen.push_back(test::sampleSession(7, core::ConnectState::Disconnected, ""));
    ui::ConfirmationDialog question(management::planFor({}, chosen));
    question.open();
    shoot(question, language + QStringLiteral("/confirmation"));
}

void HelpScenes::recordPicture(const QString& language)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("audit.sqlite"));
    {
        storage::AuditLog log(file, {QStringLiteral("CORP\\helpdesk1"), QStringLiteral("DESK-3")});
        std::vector<management::ActionRequest> requests;
        for (const core::Session& session : test::sampleSessions(14))
            requests.push_back({requests.size() + 1, session, {}, "INC-4711"});
        const auto tokens = log.recordIntents(requests);
        QVERIFY(tokens.has_value());
        using enum management::OutcomeKind;
        constexpr std::array kinds{Done, Done, AlreadyGone, Failed, Done, Skipped};
        for (std::size_t index = 0; index < tokens->size(); ++index) {
            management::Outcome outcome;
            outcome.kind = kinds.at(index % kinds.size());
            if (outcome.kind == Done || outcome.kind == Failed)
                outcome.returnValue = outcome.kind == Done ? 0 : 5;
            QVERIFY(log.recordOutcome((*tokens)[index], outcome).has_value());
        }
    }
    ui::AuditWindow window(file);
    window.resize(820, 330);
    window.open();
    const auto* const table = window.findChild<QAbstractItemView*>(QStringLiteral("auditTable"));
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= 14, patience);
    shoot(window, language + QStringLiteral("/record"));
}

QTEST_MAIN(HelpScenes)
#include "HelpScenes.moc"
