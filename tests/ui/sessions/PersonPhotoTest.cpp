// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FakeDirectory.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/sessions/DetailsDock.h"
#include "ui/sessions/PersonPicture.h"
#include "ui/sessions/SessionView.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QBuffer>
#include <QElapsedTimer>
#include <QLabel>
#include <QtEndian>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 30'000;

std::string pictureOf(const char* format, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data().toStdString();
}

/// A picture of few bytes whose head tells of very many pixels.
std::string bombOf(quint32 side)
{
    std::string bytes = pictureOf("PNG", {4, 4});
    constexpr std::size_t widthAt = 16; // of IHDR, behind the signature
    qToBigEndian(side, bytes.data() + widthAt);
    qToBigEndian(side, bytes.data() + widthAt + 4);
    return bytes;
}

management::Person personWith(std::string photo)
{
    management::Person person;
    person.fullName = "Anna Fischer";
    person.photo = std::move(photo);
    return person;
}

} // namespace

/// The photo in the details: there where a directory has one, and no gap where it has none.
class PersonPhotoTest final : public QObject
{
    Q_OBJECT

private slots:
    void aPhotoIsMadeToFit_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QSize>("fitted");
        QTest::newRow("JPEG") << QByteArray("JPG") << QSize(96, 96) << QSize(56, 56);
        QTest::newRow("PNG") << QByteArray("PNG") << QSize(96, 96) << QSize(56, 56);
        QTest::newRow("upright") << QByteArray("JPG") << QSize(48, 96) << QSize(28, 56);
        QTest::newRow("a line") << QByteArray("PNG") << QSize(1000, 1) << QSize(56, 1);
        QTest::newRow("largest") << QByteArray("PNG") << QSize(1024, 1024) << QSize(56, 56);
    }
    void aPhotoIsMadeToFit()
    {
        QFETCH(const QByteArray, format);
        QFETCH(const QSize, size);
        QFETCH(const QSize, fitted);
        QCOMPARE(ui::personPicture(pictureOf(format.constData(), size), 56).size(), fitted);
    }

    void whatIsNoSmallPictureIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes);
        };
        const std::string jpeg = pictureOf("JPG", {96, 96});
        row("nothing", {});
        row("text", "Ann Example");
        row("a head alone", "\xFF\xD8\xFF");
        row("half of a head", jpeg.substr(0, 40));
        row("another format", pictureOf("BMP", {16, 16}));
        row("vector graphics", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        row("too wide", pictureOf("PNG", {1025, 1}));
        row("of very many pixels", bombOf(60'000));
        row("of more pixels than there are", bombOf(0x7FFFFFFF));
        row("too many bytes", jpeg + std::string(100 * 1024, 'x'));
        row("a JPEG that says PNG", "\x89PNG\r\n\x1A\n" + jpeg);
    }
    void whatIsNoSmallPictureIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(ui::personPicture(bytes.toStdString(), 56).isNull());
    }

    void aPhotoComesAndGoesWithItsUser()
    {
        open({{"anna", personWith(pictureOf("JPG", {96, 96}))},
              {"boris", personWith({})},
              {"chen", personWith("\xFF\xD8\xFF broken")}});
        const QLabel& photo = find<QLabel>(*m_window, "personPhoto");
        QVERIFY(photo.isHidden());
        select("anna");
        QTRY_VERIFY_WITH_TIMEOUT(!photo.isHidden(), patience);
        QVERIFY(!photo.pixmap(Qt::ReturnByValue).isNull());
        QCOMPARE(photo.accessibleName(), QStringLiteral("Photo of CORP\\anna"));
        for (const char* const other : {"boris", "chen", "nobody"}) {
            const std::size_t asked = m_directory->questions();
            select(other);
            QVERIFY(photo.isHidden()); // at once: nobody is shown as somebody else
            if (QByteArray(other) != "nobody")
                QTRY_VERIFY_WITH_TIMEOUT(m_directory->questions() > asked, patience);
            QTest::qWait(400);
            QVERIFY2(photo.isHidden(), other);
            select("anna");
            QTRY_VERIFY_WITH_TIMEOUT(!photo.isHidden(), patience);
        }
        find<ui::SessionView>(*m_window, "sessionTable").clearSelection();
        QTRY_VERIFY(photo.isHidden());
    }

    void whatTheStateMeansStandsBelowItAndThenWhoItIs()
    {
        open({{"anna", personWith({})}});
        m_fixture->broker(office).put(makeSession("hv1", 1, "anna", core::ConnectState::Reset));
        find<QAction>(*m_window, "refreshAction").trigger();
        select("anna");
        const auto& details = find<ui::DetailsDock>(*m_window, "detailsDock");
        const auto placeOf = [&details](const char* words) { return details.text().indexOf(QLatin1String(words)); };
        QTRY_VERIFY_WITH_TIMEOUT(placeOf("It is being signed out now.") >= 0, patience);
        QVERIFY(placeOf("It is being signed out now.") < placeOf("Anna Fischer"));
        QVERIFY(placeOf("Anna Fischer") < placeOf("Virtual machine"));
    }

    void aUserWhoIsPassedOverIsNotAskedFor()
    {
        open({{"anna", personWith(pictureOf("JPG", {96, 96}))}, {"boris", personWith({})}, {"chen", personWith({})}});
        const std::size_t before = m_directory->questions();
        for (int round = 0; round < 5; ++round) {
            for (const char* const user : {"anna", "boris", "chen"})
                select(user);
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_directory->questions() > before, patience);
        QTest::qWait(600);
        QVERIFY(m_directory->questions() <= before + 2);
        QCOMPARE(m_directory->asked().back(), std::string("chen"));
    }

    void aDirectoryThatFailsIsQuietHere()
    {
        open({{"anna", personWith(pictureOf("JPG", {96, 96}))}});
        core::ManagementError silent;
        silent.kind = core::ErrorKind::HostUnreachable;
        silent.reason = core::DirectoryProblem::Silent;
        m_directory->failWith(silent);
        const std::size_t before = m_directory->questions();
        select("anna");
        QTRY_VERIFY_WITH_TIMEOUT(m_directory->questions() > before, patience);
        QTest::qWait(300);
        QVERIFY(find<QLabel>(*m_window, "personPhoto").isHidden());
        QVERIFY(!find<ui::DetailsDock>(*m_window, "detailsDock").text().isEmpty());
    }

    void aDirectoryThatHangsHoldsNothingUp()
    {
        open({{"anna", personWith(pictureOf("JPG", {96, 96}))}, {"boris", personWith({})}});
        m_directory->hang(true);
        const std::size_t before = m_directory->questions();
        select("anna");
        QTRY_VERIFY_WITH_TIMEOUT(m_directory->questions() > before, patience);
        select("boris");
        QElapsedTimer clock;
        clock.start();
        m_window.reset();
        QVERIFY(clock.elapsed() < 2'000);
    }

    void cleanup()
    {
        m_window.reset();
        m_fixture.reset();
    }

private:
    void open(const std::vector<std::pair<std::string, management::Person>>& people)
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_directory = std::make_shared<FakeDirectory>();
        std::uint32_t id = 0;
        for (const auto& [user, person] : people) {
            m_directory->add(user, person);
            m_fixture->broker(office).put(makeSession("hv1", ++id, user));
        }
        m_fixture->broker(office).put(makeSession("hv1", ++id, "nobody"));
        desk::Services services = m_fixture->services();
        services.directoryFor = [directory = m_directory](const core::ServerProfile&, const core::Secret&) {
            return core::Result<management::DirectoryConnector>(directory->connector());
        };
        m_window = std::make_unique<ui::MainWindow>(std::move(services));
        m_window->resize(1400, 800);
        m_window->show();
        core::ServerProfile profile = profileFor(office);
        profile.directory.address = "corp.example";
        m_window->connectTo(profile, core::Secret());
        const auto& model = sessions();
        QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() == static_cast<int>(id) && model.hasPersonNames() && !model.isBusy(),
                                 patience);
    }
    [[nodiscard]] const models::SessionTableModel& sessions() const
    {
        return *qobject_cast<const models::SessionTableModel*>(
            find<ui::SessionView>(*m_window, "sessionTable").model());
    }
    void select(std::string_view user) const
    {
        auto& view = find<ui::SessionView>(*m_window, "sessionTable");
        for (int row = 0; row < sessions().rowCount(); ++row) {
            if (sessions().sessionAt(row).userName.view() == user)
                view.selectOnly(row);
        }
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::shared_ptr<FakeDirectory> m_directory;
    std::unique_ptr<ui::MainWindow> m_window;
};

QTEST_MAIN(PersonPhotoTest)
#include "PersonPhotoTest.moc"
