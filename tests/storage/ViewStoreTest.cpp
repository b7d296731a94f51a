// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/ViewStore.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace deskwarden;
using storage::SavedView;
using storage::ViewStore;

/// The file of views: what is kept, and what becomes of a file that is damaged, hostile, or of another version.
class ViewStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyPartOfAViewIsThereAfterARestart();
    void aFileOfTheFirstVersionIsRead();
    void aNameIsThereOnce();
    void viewsAreRenamedAndRemoved();
    void thereIsALimit();
    void aDamagedFileIsKeptAside_data();
    void aDamagedFileIsKeptAside();
    void whatCanBeReadOfADamagedFileStays();
    void aLaterVersionIsNotWrittenOver();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("views.json")); }
    void write(const QByteArray& bytes) const
    {
        QFile made(file());
        QVERIFY(made.open(QIODevice::WriteOnly));
        QCOMPARE(made.write(bytes), bytes.size());
    }
    [[nodiscard]] static SavedView named(const QString& name)
    {
        SavedView view;
        view.name = name;
        return view;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ViewStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void ViewStoreTest::everyPartOfAViewIsThereAfterARestart()
{
    SavedView view;
    view.name = QStringLiteral("Nachtschicht & größer");
    view.filter = QStringLiteral("user:\"a, b\" gone>4h");
    view.states = {QStringLiteral("Active"), QStringLiteral("4294967295")};
    view.problems = {QStringLiteral("ghost")};
    view.unusedMinutes = 240;
    view.server = QStringLiteral("https://broker");
    view.user = QStringLiteral("CORP\\ann");
    view.machine = QStringLiteral("VDI-1");
    view.vmHost = QStringLiteral("hv-1");
    view.collection = QString(QLatin1String("")); // sessions of no collection
    view.placeLabel = QStringLiteral("Berlin");
    view.columns = {
        {QStringLiteral("user"), std::nullopt}, {QStringLiteral("client"), false}, {QStringLiteral("sessionId"), true}};
    view.sortColumn = QStringLiteral("idleOrGone");
    view.isDescending = true;
    view.grouping = QStringLiteral("host");
    {
        ViewStore store(file());
        QVERIFY(store.put(view).has_value());
        QVERIFY(store.put(named(QStringLiteral("Plain"))).has_value());
    }
    const ViewStore again(file());
    QVERIFY(!again.problem());
    QCOMPARE(again.views().size(), std::size_t{2});
    QVERIFY(again.views()[0] == view);
    QVERIFY(again.views()[1] == named(QStringLiteral("Plain"))); // nothing is said that was not said
}

/// Written by hand in the form of the first version: later ones have to read it.
void ViewStoreTest::aFileOfTheFirstVersionIsRead()
{
    write(R"({"version": 1, "views": [{"name": "Old", "filter": "is:ghost", "states": ["Disconnected"],
        "problems": ["stuck"], "unusedMinutes": 15, "server": "https://b", "host": "h", "collection": "c",
        "place": "P", "columns": [{"id": "user"}, {"id": "client", "shown": false}], "sort": "user",
        "descending": true, "group": "state"}]})");
    const ViewStore store(file());
    QVERIFY(!store.problem());
    QCOMPARE(store.views().size(), std::size_t{1});
    const SavedView& view = store.views().front();
    QCOMPARE(view.filter, QStringLiteral("is:ghost"));
    QCOMPARE(view.states, QStringList{QStringLiteral("Disconnected")});
    QCOMPARE(view.problems, QStringList{QStringLiteral("stuck")});
    QCOMPARE(view.unusedMinutes, 15);
    QCOMPARE(*view.server, QStringLiteral("https://b"));
    QCOMPARE(*view.vmHost, QStringLiteral("h"));
    QCOMPARE(*view.collection, QStringLiteral("c"));
    QCOMPARE(view.columns.size(), std::size_t{2});
    QCOMPARE(view.columns[1].isShown, std::optional(false));
    QVERIFY(view.isDescending);
    QCOMPARE(view.grouping, QStringLiteral("state"));
}

void ViewStoreTest::aNameIsThereOnce()
{
    ViewStore store(file());
    SavedView view = named(QStringLiteral("Mine"));
    QVERIFY(store.put(view).has_value());
    view.name = QStringLiteral("  mine ");
    view.filter = QStringLiteral("new");
    QVERIFY(store.put(view).has_value());
    QCOMPARE(store.views().size(), std::size_t{1});
    QCOMPARE(store.find(QStringLiteral("MINE"))->filter, QStringLiteral("new"));
    QVERIFY(!store.put(named(QStringLiteral("  "))).has_value());
}

void ViewStoreTest::viewsAreRenamedAndRemoved()
{
    ViewStore store(file());
    for (const char* const name : {"One", "Two"})
        QVERIFY(store.put(named(QString::fromLatin1(name))).has_value());
    QVERIFY(!store.rename(QStringLiteral("One"), QStringLiteral("two")).has_value());
    QVERIFY(!store.rename(QStringLiteral("Three"), QStringLiteral("Four")).has_value());
    QVERIFY(store.rename(QStringLiteral("One"), QStringLiteral("ONE")).has_value());
    QVERIFY(store.remove(QStringLiteral("two")).has_value());
    const ViewStore again(file());
    QCOMPARE(again.views().size(), std::size_t{1});
    QCOMPARE(again.views().front().name, QStringLiteral("ONE"));
}

void ViewStoreTest::thereIsALimit()
{
    ViewStore store(file());
    for (std::size_t number = 0; number < ViewStore::mostViews; ++number)
        QVERIFY(store.put(named(QString::number(number))).has_value());
    QVERIFY(!store.put(named(QStringLiteral("one more"))).has_value());
    QVERIFY(store.put(named(QStringLiteral("7"))).has_value());
    QCOMPARE(ViewStore(file()).views().size(), ViewStore::mostViews);
}

void ViewStoreTest::aDamagedFileIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char* name, const QByteArray& content) { QTest::newRow(name) << content; };
    row("no JSON", "views");
    row("empty", "");
    row("another list", R"({"version": 1, "servers": []})");
    row("no version", R"({"views": []})");
    row("cut off", R"({"version": 1, "views": [{"name": "a)");
    row("a view without a name", R"({"version": 1, "views": [{"filter": "a"}]})");
    row("a name that is a number", R"({"version": 1, "views": [{"name": 7}]})");
    row("states that are no list", R"({"version": 1, "views": [{"name": "a", "states": "Active"}]})");
    row("a state that is no word", R"({"version": 1, "views": [{"name": "a", "states": [4]}]})");
    row("a filter that is no text", R"({"version": 1, "views": [{"name": "a", "filter": {}}]})");
    row("a place that is no text", R"({"version": 1, "views": [{"name": "a", "server": 1}]})");
    row("a time before the beginning", R"({"version": 1, "views": [{"name": "a", "unusedMinutes": -1}]})");
    row("a name that is too long",
        R"({"version": 1, "views": [{"name": ")" + QByteArray(ViewStore::longestName + 1, 'a') + "\"}]}");
    row("far too large", QByteArray(2 << 20, ' ') + R"({"version": 1, "views": []})");
}

void ViewStoreTest::aDamagedFileIsKeptAside()
{
    QFETCH(QByteArray, content);
    write(content);
    ViewStore store(file());
    QVERIFY(store.problem().has_value());
    QVERIFY(store.views().empty());
    QFile aside(file() + QStringLiteral(".damaged"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), content);
    QVERIFY(store.put(named(QStringLiteral("new"))).has_value());
    QCOMPARE(ViewStore(file()).views().size(), std::size_t{1});
}

void ViewStoreTest::whatCanBeReadOfADamagedFileStays()
{
    write(R"({"version": 1, "views": [{"name": "good"}, {"name": ""}, {"name": "Good"}, 7, {"name": "better"}]})");
    {
        const ViewStore store(file());
        QVERIFY(store.problem().has_value());
        QCOMPARE(store.views().size(), std::size_t{2});
    }
    const ViewStore again(file());
    QVERIFY(!again.problem());
    QCOMPARE(again.views().size(), std::size_t{2});
    QVERIFY(QFileInfo::exists(file() + QStringLiteral(".damaged")));
}

void ViewStoreTest::aLaterVersionIsNotWrittenOver()
{
    const QByteArray later = R"({"version": 2, "views": [{"name": "a", "zoom": 3}]})";
    write(later);
    ViewStore store(file());
    QVERIFY(store.problem().has_value());
    QVERIFY(!store.put(named(QStringLiteral("mine"))).has_value());
    QFile kept(file());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), later);
}

QTEST_GUILESS_MAIN(ViewStoreTest)
#include "ViewStoreTest.moc"
