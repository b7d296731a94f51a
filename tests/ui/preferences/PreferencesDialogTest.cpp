// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/preferences/PreferencesDialog.h"

#include "ui/preferences/PreferenceRow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <set>

using namespace deskwarden;
using ui::PreferenceRow;

/// Every setting can be found, changed, and put back.
class PreferencesDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everySettingIsNamedAndExplained();
    void everySettingIsKeptAndPutBack();
    void searchingShowsOnlyWhatHasTheWords_data();
    void searchingShowsOnlyWhatHasTheWords();
    void allGoBackAtOnce();
    void whatPolicyFixesIsShownAsFixed();
    void anAddressThatPolicyFixesIsShown();
    void enterInTheSearchDoesNothing();

private:
    [[nodiscard]] QList<PreferenceRow*> rows() const { return m_dialog->findChildren<PreferenceRow*>(); }
    /// Does what a person does to change the value.
    static void change(const PreferenceRow& row);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::Preferences> m_preferences;
    std::unique_ptr<ui::PreferencesDialog> m_dialog;
};

void PreferencesDialogTest::init()
{
    m_dialog.reset();
    m_preferences.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<storage::Preferences>(m_folder->filePath(QStringLiteral("preferences.ini")));
    m_dialog = std::make_unique<ui::PreferencesDialog>(*m_preferences, management::Policy());
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void PreferencesDialogTest::change(const PreferenceRow& row)
{
    if (auto* const flag = qobject_cast<QCheckBox*>(row.editor()))
        QTest::keyClick(flag, Qt::Key_Space);
    else if (auto* const text = qobject_cast<QLineEdit*>(row.editor()))
        QTest::keyClicks(text, QStringLiteral("#"));
    else if (qobject_cast<QSpinBox*>(row.editor()) != nullptr || qobject_cast<QComboBox*>(row.editor()) != nullptr)
        QTest::keyClick(row.editor(), Qt::Key_Down);
}

void PreferencesDialogTest::everySettingIsNamedAndExplained()
{
    std::set<std::string> names;
    for (const PreferenceRow* const row : rows()) {
        QVERIFY2(names.insert(row->spec().name()).second, row->spec().name());
        QVERIFY(!row->spec().title.isEmpty());
        QVERIFY2(row->spec().hint.endsWith(u'.'), qPrintable(row->spec().hint));
        QCOMPARE(row->editor()->accessibleName(), row->spec().title);
        QVERIFY(row->isDefault());
    }
    QVERIFY(names.contains(storage::preference::language.name));
}

void PreferencesDialogTest::everySettingIsKeptAndPutBack()
{
    for (PreferenceRow* const row : rows()) {
        auto* const reset = row->findChild<QToolButton*>();
        QVERIFY(!reset->isVisible());
        const QSignalSpy changed(m_dialog.get(), &ui::PreferencesDialog::changed);
        row->editor()->setFocus();
        change(*row);
        QVERIFY2(!row->isDefault(), row->spec().name());
        QCOMPARE(changed.count(), 1);
        QVERIFY(reset->isVisible());
        {
            m_preferences->save();
            const storage::Preferences other(m_folder->filePath(QStringLiteral("preferences.ini")));
            QVERIFY(!PreferenceRow(row->spec(), const_cast<storage::Preferences&>(other)).isDefault());
        }
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY2(row->isDefault(), row->spec().name());
        QCOMPARE(changed.count(), 2);
        QVERIFY(!reset->isVisible());
        QVERIFY(row->editor()->hasFocus()); // the button has gone from under the keyboard
    }
}

void PreferencesDialogTest::searchingShowsOnlyWhatHasTheWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("found");
    QTest::newRow("a word of a title") << QStringLiteral("colours") << QStringLiteral("window/colorScheme");
    QTest::newRow("words in any order and case")
        << QStringLiteral("LOG SYSTEM journal") << QStringLiteral("acts/systemLog");
    QTest::newRow("a word of a hint") << QStringLiteral("high-contrast") << QStringLiteral("window/colorScheme");
    QTest::newRow("a page") << QStringLiteral("appearance") << QStringLiteral("window/language window/colorScheme");
    QTest::newRow("nothing") << QStringLiteral("zebra") << QString();
}

void PreferencesDialogTest::searchingShowsOnlyWhatHasTheWords()
{
    QFETCH(QString, words);
    QFETCH(QString, found);
    QTest::keyClicks(m_dialog->findChild<QLineEdit*>(QStringLiteral("searchEdit")), words);
    QStringList shown;
    for (const PreferenceRow* const row : rows()) {
        if (row->isVisible())
            shown << QString::fromLatin1(row->spec().name());
    }
    QCOMPARE(shown.join(u' '), found);
    QCOMPARE(m_dialog->findChild<QLabel*>(QStringLiteral("nothingLabel"))->isVisible(), found.isEmpty());
    for (const QGroupBox* const page : m_dialog->findChildren<QGroupBox*>()) {
        bool hasRow = false;
        for (const PreferenceRow* const row : page->findChildren<PreferenceRow*>())
            hasRow = hasRow || row->isVisible();
        QCOMPARE(page->isVisible(), hasRow);
    }
}

void PreferencesDialogTest::allGoBackAtOnce()
{
    auto* const all = m_dialog->findChild<QPushButton*>(QStringLiteral("resetAllButton"));
    QVERIFY(!all->isEnabled());
    for (const PreferenceRow* const row : rows())
        change(*row);
    QVERIFY(all->isEnabled());
    QTest::mouseClick(all, Qt::LeftButton);
    for (const PreferenceRow* const row : rows())
        QVERIFY2(row->isDefault(), row->spec().name());
    QVERIFY(!all->isEnabled());
}

void PreferencesDialogTest::whatPolicyFixesIsShownAsFixed()
{
    const auto all = rows();
    const auto flag = std::find_if(all.rbegin(), all.rend(), [](const PreferenceRow* row) {
        return std::holds_alternative<storage::FlagKey>(row->spec().choice);
    });
    QVERIFY(flag != all.rend());
    ui::PreferenceSpec spec = (*flag)->spec();
    spec.fixed = true;
    PreferenceRow row(spec, *m_preferences);
    row.show();
    QVERIFY(!row.editor()->isEnabled());
    QVERIFY(qobject_cast<QCheckBox*>(row.editor())->isChecked());
    QVERIFY(!row.findChild<QToolButton*>()->isVisible());
    bool isSaid = false;
    for (const QLabel* const label : row.findChildren<QLabel*>())
        isSaid = isSaid || label->text().contains(QStringLiteral("policy"));
    QVERIFY(isSaid);
}

void PreferencesDialogTest::anAddressThatPolicyFixesIsShown()
{
    m_preferences->setValue(storage::preference::updateAddress, QStringLiteral("https://wished.example/"));
    management::Policy policy;
    policy.updateAddress = "https://fixed.example/";
    const ui::PreferencesDialog dialog(*m_preferences, policy);
    const auto* const edit = dialog.findChild<QLineEdit*>(QStringLiteral("addressPreference"));
    QVERIFY(edit != nullptr && !edit->isEnabled());
    QCOMPARE(edit->text(), QStringLiteral("https://fixed.example/"));
}

void PreferencesDialogTest::enterInTheSearchDoesNothing()
{
    QTest::keyClick(m_dialog->findChild<QLineEdit*>(QStringLiteral("searchEdit")), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
}

QTEST_MAIN(PreferencesDialogTest)
#include "PreferencesDialogTest.moc"
