// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/LogWindow.h"

#include "models/texts/Texts.h"
#include "ui/help/ReviewPane.h"
#include "ui/help/SavedText.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/ListTable.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/widgets/SearchField.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr std::chrono::milliseconds pullEvery{300};

} // namespace

LogWindow::LogWindow(const models::LogRing& ring, desk::WireTrace* trace, QWidget* parent, core::StartThread start)
    : QDialog(parent)
    , m_ring(ring)
    , m_trace(trace)
    , m_lines(models::LogRing::mostEntries)
    , m_level(new QComboBox(this))
    , m_levelLabel(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_pause(new QCheckBox(this))
    , m_listen(new QCheckBox(this))
    , m_table(new QTableView(this))
    , m_notice(new NoticePanel(this))
    , m_timer(new QTimer(this))
    , m_work(nullptr, std::move(start))
{
    setObjectName(QStringLiteral("logWindow"));
    setSizeGripEnabled(true);
    m_shown.setSourceModel(&m_lines);
    m_notice->setObjectName(QStringLiteral("logNotice"));
    makeTable();
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* const copy = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    QPushButton* const save = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyLogButton"));
    save->setObjectName(QStringLiteral("saveLogButton"));
    QPushButton* const close = buttons->button(QDialogButtonBox::Close);
    inEachLanguage(*close, [close, copy, save] {
        close->setText(tr("Close"));
        copy->setText(tr("&Copy"));
        save->setText(tr("S&ave…"));
    });
    for (QAbstractButton* const button : buttons->buttons())
        qobject_cast<QPushButton*>(button)->setAutoDefault(false); // Enter in the search must close nothing
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(makeControls());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_notice);
    layout->addWidget(buttons);
    inEachLanguage(*this, [this] { retranslate(); });
    connect(copy, &QPushButton::clicked, this, &LogWindow::copy);
    connect(save, &QPushButton::clicked, this, &LogWindow::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_timer, &QTimer::timeout, this, &LogWindow::pull);
    m_timer->start(pullEvery);
    pull();
    m_search->setFocus();
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 30);
}

LogWindow::~LogWindow()
{
    if (m_trace != nullptr && m_trace->isOn())
        (void)m_trace->stop();
}

QHBoxLayout* LogWindow::makeControls()
{
    using models::LogLevel;
    m_level->setObjectName(QStringLiteral("logLevelBox"));
    for (const LogLevel level : {LogLevel::Debug, LogLevel::Information, LogLevel::Warning, LogLevel::Error})
        m_level->addItem(QString(), static_cast<int>(level));
    m_levelLabel->setBuddy(m_level);
    m_search->setObjectName(QStringLiteral("logSearchEdit"));
    makeSearchField(*m_search);
    m_pause->setObjectName(QStringLiteral("logPauseBox"));
    m_listen->setObjectName(QStringLiteral("logListenBox"));
    m_listen->setVisible(m_trace != nullptr);
    connect(m_level, &QComboBox::currentIndexChanged, this,
            [this] { m_shown.setLeast(static_cast<LogLevel>(m_level->currentData().toInt())); });
    connect(m_search, &QLineEdit::textChanged, &m_shown, &models::LogFilterModel::setWords);
    connect(m_pause, &QCheckBox::toggled, this, &LogWindow::setPaused);
    connect(m_listen, &QCheckBox::toggled, this, &LogWindow::setListening);
    auto* const controls = new QHBoxLayout;
    controls->addWidget(m_search, 1);
    controls->addWidget(m_levelLabel);
    controls->addWidget(m_level);
    controls->addWidget(m_pause);
    controls->addWidget(m_listen);
    return controls;
}

void LogWindow::makeTable()
{
    m_table->setObjectName(QStringLiteral("logTable"));
    m_table->setModel(&m_shown);
    showAsList(*m_table);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView* const header = m_table->horizontalHeader();
    const int unit = fontMetrics().averageCharWidth();
    header->resizeSection(static_cast<int>(models::LogColumn::Time), unit * 15);
    header->resizeSection(static_cast<int>(models::LogColumn::Level), unit * 14);
    header->resizeSection(static_cast<int>(models::LogColumn::Category), unit * 22);
    auto* const copy = new QAction(m_table);
    inEachLanguage(*m_table, [copy] { copy->setText(tr("Copy")); });
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copy);
    connect(copy, &QAction::triggered, this, &LogWindow::copy);
}

void LogWindow::retranslate()
{
    setWindowTitle(tr("Log"));
    m_table->setAccessibleName(windowTitle());
    for (int item = 0; item < m_level->count(); ++item) {
        const auto level = static_cast<models::LogLevel>(m_level->itemData(item).toInt());
        m_level->setItemText(item, level == models::LogLevel::Debug ? tr("All") : models::logLevelName(level));
    }
    m_levelLabel->setText(tr("&From"));
    m_search->setPlaceholderText(tr("Search the log"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_pause->setText(tr("&Stand still"));
    m_pause->setToolTip(tr("New lines wait until this is switched off."));
    m_listen->setText(tr("&Listen to the brokers"));
    m_listen->setToolTip(tr("What is said between this program and the brokers is recorded until this is switched off, "
                            "and then shown with every name replaced."));
    if (m_listen->isChecked())
        sayListening();
    m_table->viewport()->update(); // the model says its lines when it is asked
    m_table->horizontalHeader()->viewport()->update();
}

void LogWindow::sayListening()
{
    m_notice->showNotice(NoticePanel::Kind::Hint, tr("Listening. Switch it off to read what was said."));
}

/// The newest line stays in sight unless somebody reads further up.
void LogWindow::pull()
{
    std::vector<models::LogEntry> news = m_ring.since(m_last);
    if (news.empty())
        return;
    m_last = news.back().number;
    const QScrollBar* const bar = m_table->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    m_lines.append(std::move(news));
    if (isAtEnd)
        m_table->scrollToBottom();
}

void LogWindow::setPaused(bool isPaused)
{
    if (isPaused) {
        m_timer->stop();
        return;
    }
    m_timer->start(pullEvery);
    pull();
}

void LogWindow::setListening(bool isOn)
{
    if (isOn) {
        m_trace->start();
        sayListening();
        return;
    }
    m_notice->clear();
    showConversation();
}

void LogWindow::showConversation()
{
    auto* const dialog = new QDialog(this);
    dialog->setObjectName(QStringLiteral("conversationDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("What was said"));
    auto* const review = new ReviewPane(QStringLiteral("deskwarden-conversation.txt"), dialog);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto* const layout = new QVBoxLayout(dialog);
    layout->addWidget(review, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->resize(size() * 9 / 10);
    dialog->open();
    const QPointer<ReviewPane> pane(review);
    const bool isStarted =
        m_work.start([heard = m_trace->stop(), pane](const std::stop_token& stop) -> std::function<void()> {
            return [text = heard(stop), pane] {
                if (pane != nullptr)
                    pane->showText(text);
            };
        });
    if (!isStarted)
        m_notice->showNotice(NoticePanel::Kind::Failure, models::describe(core::noThread()).joined());
}

QString LogWindow::shownText(bool isSelectionAlone) const
{
    QStringList lines;
    for (int row = 0; row < m_shown.rowCount(); ++row) {
        if (isSelectionAlone && !m_table->selectionModel()->isRowSelected(row))
            continue;
        lines << models::logLine(m_lines.entryAt(m_shown.mapToSource(m_shown.index(row, 0)).row()));
    }
    return lines.join(QLatin1Char('\n')) + (lines.isEmpty() ? QString() : QStringLiteral("\n"));
}

void LogWindow::copy()
{
    QGuiApplication::clipboard()->setText(shownText(m_table->selectionModel()->hasSelection()));
}

void LogWindow::chooseFile()
{
    connect(chooseTextFile(*this, QStringLiteral("deskwarden-log.txt")), &QFileDialog::fileSelected, this,
            &LogWindow::write);
}

void LogWindow::write(const QString& file)
{
    writeText(m_work, *m_notice, file, shownText(false).toUtf8());
}

} // namespace deskwarden::ui
