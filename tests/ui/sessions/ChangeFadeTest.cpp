// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/ChangeFade.h"

#include <QProxyStyle>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace deskwarden;

namespace {

/// What a person who wants no motion has set.
class StillStyle final : public QProxyStyle
{
public:
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* answer) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, answer);
    }
};

} // namespace

class ChangeFadeTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aChangedCellFades();
    void cellsOffTheScreenAreLeftOut();
    void muchAtOnceIsNoChange();
    void ignoredColumnsStayPlain();
    void nothingMovesWhereNothingShall();

private:
    QStandardItemModel m_model{500, 3};
    std::unique_ptr<QTableView> m_view;
    ui::ChangeFade* m_fade = nullptr;
};

void ChangeFadeTest::init()
{
    m_view = std::make_unique<QTableView>();
    m_view->setModel(&m_model);
    m_view->resize(400, 300);
    m_view->show();
    m_fade = new ui::ChangeFade(*m_view);
    QCoreApplication::processEvents();
}

void ChangeFadeTest::aChangedCellFades()
{
    const QModelIndex cell = m_model.index(2, 1);
    QCOMPARE(m_fade->strength(cell), 0.0);
    m_model.setData(cell, QStringLiteral("new"));
    QVERIFY(m_fade->strength(cell) > 0.0);
    QCOMPARE(m_fade->strength(m_model.index(2, 0)), 0.0);
    QTRY_COMPARE_WITH_TIMEOUT(m_fade->strength(cell), 0.0, 30000);
}

void ChangeFadeTest::cellsOffTheScreenAreLeftOut()
{
    m_model.setData(m_model.index(400, 1), QStringLiteral("far"));
    QCOMPARE(m_fade->strength(m_model.index(400, 1)), 0.0);
}

void ChangeFadeTest::muchAtOnceIsNoChange()
{
    emit m_model.dataChanged(m_model.index(0, 0), m_model.index(400, 2));
    QCOMPARE(m_fade->strength(m_model.index(1, 1)), 0.0);
}

void ChangeFadeTest::ignoredColumnsStayPlain()
{
    m_fade->ignoreColumns({1});
    m_model.setData(m_model.index(2, 1), QStringLiteral("again"));
    QCOMPARE(m_fade->strength(m_model.index(2, 1)), 0.0);
}

void ChangeFadeTest::nothingMovesWhereNothingShall()
{
    StillStyle still;
    m_view->setStyle(&still);
    m_model.setData(m_model.index(2, 1), QStringLiteral("still"));
    QCOMPARE(m_fade->strength(m_model.index(2, 1)), 0.0);
    m_view.reset(); // before the style
}

QTEST_MAIN(ChangeFadeTest)
#include "ChangeFadeTest.moc"
