// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/ProbeView.h"

#include "models/texts/Texts.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/widgets/StatusIcon.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

namespace deskwarden::ui {

namespace {

using management::ProbeStage;

constexpr std::array allStages{ProbeStage::Name,         ProbeStage::Port,      ProbeStage::Tls,
                               ProbeStage::Protocol,     ProbeStage::Schemes,   ProbeStage::SignIn,
                               ProbeStage::Namespace,    ProbeStage::Class,     ProbeStage::List,
                               ProbeStage::ActiveBroker, ProbeStage::Deployment};

constexpr int markRole = Qt::UserRole;

/// Sessions are listed all the same if one of these fails.
bool isOptional(ProbeStage stage)
{
    return stage == ProbeStage::ActiveBroker || stage == ProbeStage::Deployment;
}

QString factText(const management::StageReport& report)
{
    if (report.stage == ProbeStage::List && !report.fact.empty())
        return ProbeView::tr("Sessions seen: %1").arg(models::plainText(report.fact, 40));
    return models::describe(report).what;
}

} // namespace

ProbeView::ProbeView(QWidget* parent)
    : QWidget(parent)
    , m_stages(new QTreeWidget(this))
    , m_notice(new NoticePanel(this))
    , m_stepsButton(new QPushButton(this))
    , m_copyButton(new QPushButton(tr("Copy the report"), this))
    , m_certificateButton(new QPushButton(tr("Show t&he certificate…"), this))
    , m_brokerButton(new QPushButton(tr("Test the active broker"), this))
    , m_brokersButton(new QPushButton(this))
{
    m_stages->setObjectName(QStringLiteral("stagesTree"));
    m_stages->setAccessibleName(tr("Stages of the test"));
    m_stages->setColumnCount(2);
    m_stages->setHeaderLabels({tr("Stage"), tr("Result")});
    m_stages->setRootIsDecorated(false);
    m_stages->setUniformRowHeights(true);
    m_stages->setSelectionMode(QAbstractItemView::SingleSelection);
    m_stages->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stages->header()->setSectionsMovable(false);
    m_notice->setObjectName(QStringLiteral("probeNotice"));
    m_certificateButton->setObjectName(QStringLiteral("probeCertificateButton"));
    m_certificateButton->setAutoDefault(false);
    m_certificateButton->hide();
    m_brokerButton->setObjectName(QStringLiteral("probeBrokerButton"));
    m_brokerButton->setAutoDefault(false);
    m_brokerButton->hide();

    m_brokersButton->setObjectName(QStringLiteral("probeBrokersButton"));
    m_brokersButton->setAutoDefault(false);
    m_brokersButton->hide();
    m_stepsButton->setObjectName(QStringLiteral("probeStepsButton"));
    m_stepsButton->setAutoDefault(false);
    m_stepsButton->setCheckable(true);
    m_copyButton->setObjectName(QStringLiteral("probeCopyButton"));
    m_copyButton->setAutoDefault(false);
    showSteps(false);

    auto* more = new QHBoxLayout;
    more->addWidget(m_stepsButton);
    more->addWidget(m_copyButton);
    more->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    layout->addWidget(m_certificateButton, 0, Qt::AlignLeft);
    layout->addWidget(m_brokerButton, 0, Qt::AlignLeft);
    layout->addWidget(m_brokersButton, 0, Qt::AlignLeft);
    layout->addLayout(more);
    layout->addWidget(m_stages);
    connect(m_stepsButton, &QPushButton::toggled, this, &ProbeView::showSteps);
    connect(m_copyButton, &QPushButton::clicked, this, &ProbeView::copyReport);
    connect(m_brokersButton, &QPushButton::clicked, this, [this] {
        m_brokersButton->hide();
        emit brokersRequested(m_brokers);
    });
    connect(m_brokerButton, &QPushButton::clicked, this, [this] { emit addressRequested(m_broker); });
    connect(m_certificateButton, &QPushButton::clicked, this, [this] {
        if (m_certificate)
            emit certificateRequested(*m_certificate);
    });
}

void ProbeView::begin(const core::ServerAddress& asked)
{
    m_asked = asked;
    m_brokerButton->hide();
    m_brokersButton->hide();
    m_signedInBy.clear();
    m_stages->clear();
    m_notice->clear();
    m_certificate.reset();
    m_certificateButton->hide();
    m_hasFailure = false;
    m_hasWarning = false;
    for (const ProbeStage stage : allStages) {
        auto* line = new QTreeWidgetItem(m_stages);
        line->setText(0, models::stageName(stage));
        line->setToolTip(0, models::stageQuestion(stage));
        setMark(stage, Mark::Waiting, tr("waiting"));
    }
    setMark(ProbeStage::Name, Mark::Running, tr("testing…"));
    m_stages->resizeColumnToContents(0);
    fitHeight();
}

void ProbeView::showSteps(bool areShown)
{
    m_stages->setVisible(areShown);
    m_stepsButton->setText(areShown ? tr("Hide the steps")
                                    : tr("Show the %Ln steps", nullptr, static_cast<int>(allStages.size())));
    m_stages->resizeColumnToContents(0);
    fitHeight();
}

QString ProbeView::report() const
{
    QStringList lines{models::plainText(m_asked.text(), 300)};
    for (int row = 0; row < m_stages->topLevelItemCount(); ++row)
        lines << m_stages->topLevelItem(row)->data(0, Qt::AccessibleTextRole).toString();
    lines << m_notice->sentence() << m_notice->nextStep();
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

void ProbeView::copyReport() const
{
    QGuiApplication::clipboard()->setText(report());
}

void ProbeView::fitHeight()
{
    const int rows = m_stages->topLevelItemCount();
    if (rows == 0)
        return;
    const int height = m_stages->header()->sizeHint().height() + rows * m_stages->sizeHintForRow(0);
    m_stages->setFixedHeight(height + 2 * m_stages->frameWidth());
}

QTreeWidgetItem* ProbeView::item(ProbeStage stage) const
{
    return m_stages->topLevelItem(static_cast<int>(stage));
}

ProbeView::Mark ProbeView::markOf(const QTreeWidgetItem& item) const
{
    return static_cast<Mark>(item.data(0, markRole).toInt());
}

void ProbeView::setMark(ProbeStage stage, Mark mark, const QString& text)
{
    QTreeWidgetItem* line = item(stage);
    if (line == nullptr)
        return;
    if (mark == Mark::Running && !m_hasFailure && !m_hasWarning)
        m_notice->showNotice(NoticePanel::Kind::Hint, tr("Testing: %1…").arg(line->text(0)));
    line->setData(0, markRole, static_cast<int>(mark));
    line->setText(1, text);
    line->setToolTip(1, plainToolTip(text));
    updateIcons();
}

void ProbeView::addStage(const management::StageReport& report)
{
    const int reached = static_cast<int>(report.stage);
    // After HTTPS has failed, a bare name is tried again over HTTP, from a stage that was passed already.
    if (m_hasFailure) {
        m_hasFailure = false;
        m_notice->clear();
        m_certificateButton->hide();
        for (const ProbeStage stage : allStages) {
            if (stage > report.stage)
                setMark(stage, Mark::Waiting, tr("waiting"));
        }
    }
    for (const ProbeStage stage : allStages) {
        const QTreeWidgetItem* line = item(stage);
        if (line == nullptr || static_cast<int>(stage) >= reached)
            break;
        const Mark mark = markOf(*line);
        if (mark == Mark::Waiting || mark == Mark::Running)
            setMark(stage, Mark::NotNeeded, tr("not needed"));
    }
    if (report.certificate)
        m_certificate = report.certificate;
    if (report.error) {
        showFailure(report);
        return;
    }
    if (report.stage == ProbeStage::SignIn)
        m_signedInBy = models::plainText(report.fact, 40);
    if (report.stage == ProbeStage::Deployment)
        offerBrokers(report);
    const auto broker = models::otherActiveBroker(report, m_asked);
    setMark(report.stage, broker ? Mark::Warned : Mark::Passed, factText(report));
    if (broker) {
        const models::Sentence sentence = models::describe(report, m_asked);
        m_broker = QString::fromStdString(broker->text());
        m_brokerButton->show();
        m_notice->showNotice(NoticePanel::Kind::Warning, tr("Another server is the active broker."), sentence.nextStep);
        m_hasWarning = true;
    }
    if (reached + 1 < static_cast<int>(allStages.size()))
        setMark(allStages[static_cast<std::size_t>(reached) + 1], Mark::Running, tr("testing…"));
}

void ProbeView::offerBrokers(const management::StageReport& report)
{
    m_brokers.clear();
    for (const core::ServerAddress& other : models::otherBrokers(report, m_asked))
        m_brokers << QString::fromStdString(other.text());
    m_brokersButton->setText(tr("Add the other brokers of this deployment: %1").arg(m_brokers.size()));
    m_brokersButton->setToolTip(plainToolTip(m_brokers.join(QLatin1Char('\n'))));
    m_brokersButton->setVisible(!m_brokers.isEmpty());
}

void ProbeView::showFailure(const management::StageReport& report)
{
    const models::Sentence sentence = models::describe(report);
    const bool isWarning = isOptional(report.stage);
    setMark(report.stage, isWarning ? Mark::Warned : Mark::Failed, sentence.what);
    if (report.error->certificate)
        m_certificate = report.error->certificate;
    m_certificateButton->setVisible(m_certificate && report.error->certificate);
    m_notice->showNotice(isWarning ? NoticePanel::Kind::Warning : NoticePanel::Kind::Failure, sentence.what,
                         sentence.nextStep);
    if (isWarning)
        m_hasWarning = true;
    else
        m_hasFailure = true;
}

void ProbeView::finish(bool isUsable)
{
    for (const ProbeStage stage : allStages) {
        const QTreeWidgetItem* line = item(stage);
        if (line == nullptr)
            return;
        const Mark mark = markOf(*line);
        if (mark == Mark::Waiting || mark == Mark::Running)
            setMark(stage, Mark::NotReached, tr("not reached"));
    }
    if (isUsable && !m_hasWarning)
        m_notice->showNotice(
            NoticePanel::Kind::Success,
            m_signedInBy.isEmpty()
                ? tr("Everything works: the sessions can be listed.")
                : tr("Everything works: signed in by %1, the sessions can be listed.").arg(m_signedInBy));
    else if (!isUsable && !m_hasFailure)
        m_notice->showNotice(NoticePanel::Kind::Hint, tr("The test was stopped."));
}

void ProbeView::showProblem(const core::ManagementError& error)
{
    begin({});
    const models::Sentence sentence = models::describe(error);
    m_hasFailure = true;
    finish(false);
    m_notice->showNotice(NoticePanel::Kind::Failure, sentence.what, sentence.nextStep);
}

void ProbeView::updateIcons()
{
    const auto statusOf = [](Mark mark) {
        switch (mark) {
        case Mark::Waiting:
        case Mark::NotReached:
            return Status::Waiting;
        case Mark::Running:
            return Status::Running;
        case Mark::Passed:
            return Status::Passed;
        case Mark::Warned:
            return Status::Warning;
        case Mark::Failed:
            return Status::Failed;
        case Mark::NotNeeded:
            return Status::NotNeeded;
        }
        return Status::Waiting;
    };
    const auto wordOf = [](Mark mark) {
        switch (mark) {
        case Mark::Waiting:
        case Mark::NotReached:
        case Mark::Running:
        case Mark::NotNeeded:
            return QString();
        case Mark::Passed:
            return tr("passed");
        case Mark::Warned:
            return tr("warning");
        case Mark::Failed:
            return tr("failed");
        }
        return QString();
    };
    for (int row = 0; row < m_stages->topLevelItemCount(); ++row) {
        QTreeWidgetItem* line = m_stages->topLevelItem(row);
        const Mark mark = markOf(*line);
        const bool isQuiet = mark == Mark::Waiting || mark == Mark::NotReached || mark == Mark::NotNeeded;
        line->setIcon(0, statusIcon(statusOf(mark), palette()));
        line->setData(0, Qt::AccessibleTextRole,
                      QStringList{line->text(0), wordOf(mark), line->text(1)}.join(QStringLiteral(", ")));
        for (const int column : {0, 1})
            line->setForeground(column, palette().brush(isQuiet ? QPalette::PlaceholderText : QPalette::Text));
    }
}

void ProbeView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        updateIcons();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
    QWidget::changeEvent(event);
}

} // namespace deskwarden::ui
