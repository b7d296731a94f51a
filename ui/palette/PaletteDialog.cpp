// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/palette/PaletteDialog.h"

#include "models/texts/Texts.h"
#include "ui/palette/PaletteDelegate.h"
#include "ui/palette/PaletteModel.h"
#include "ui/widgets/SearchField.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr std::size_t mostShown = 120;
constexpr int longestText = 200;

} // namespace

PaletteDialog::PaletteDialog(const std::vector<PaletteSource>& sources, QWidget* parent, core::StartThread startThread)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_count(new QLabel(this))
    , m_model(new PaletteModel(this))
    , m_work(nullptr, std::move(startThread))
{
    setObjectName(QStringLiteral("paletteDialog"));
    setWindowTitle(tr("Find anything"));
    for (const PaletteSource& source : sources)
        m_stocks.push_back(source());
    layOut();
    connect(m_field, &QLineEdit::textChanged, this, &PaletteDialog::search);
    connect(m_list, &QListView::clicked, this, &PaletteDialog::choose);
    m_field->installEventFilter(this);
    search();
}

void PaletteDialog::layOut()
{
    m_field->setObjectName(QStringLiteral("paletteEdit"));
    m_field->setAccessibleName(windowTitle());
    m_field->setPlaceholderText(tr("A person, machine, host, collection, broker or command"));
    m_field->setMaxLength(longestText);
    makeSearchField(*m_field);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    // The field keeps the keys: a person who goes along the list can go on typing.
    m_list->setFocusPolicy(Qt::NoFocus);
    m_count->setObjectName(QStringLiteral("paletteCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setWordWrap(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_count);
}

void PaletteDialog::showEvent(QShowEvent* event)
{
    constexpr int mostLines = 9;
    constexpr int rim = 24;
    QDialog::showEvent(event);
    const QWidget* const behind = parentWidget() != nullptr ? parentWidget()->window() : nullptr;
    const QRect room = behind != nullptr ? behind->frameGeometry() : screen()->availableGeometry();
    QStyleOptionViewItem option;
    option.initFrom(m_list);
    const int line = m_list->itemDelegate()->sizeHint(option, {}).height();
    const int around = sizeHint().height() - m_list->sizeHint().height();
    const int lines = std::clamp((room.height() - 4 * rim - around) / line, 2, mostLines);
    resize(std::min(fontMetrics().averageCharWidth() * 88, room.width() - 2 * rim), lines * line + around);
    move(room.left() + (room.width() - width()) / 2, room.top() + std::min(room.height() / 8, 3 * rim));
}

/// No window manager draws a rim around it.
void PaletteDialog::paintEvent(QPaintEvent* event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PaletteDialog::search()
{
    m_isAnswered = false;
    m_isChoiceDue = false;
    const QString typed = m_field->text();
    const bool isStarted = m_work.start([this, typed, stocks = m_stocks](const std::stop_token& stop) {
        const PaletteQuery query(typed);
        return std::function<void()>([this, typed, finds = findIn(stocks, query, stop)] { showFinds(typed, finds); });
    });
    if (!isStarted) // the next letter tries again
        m_count->setText(models::describe(core::noThread()).joined());
}

PaletteDialog::AllFinds PaletteDialog::findIn(const Stocks& stocks, const PaletteQuery& query,
                                              const std::stop_token& stop)
{
    AllFinds all;
    for (std::size_t stock = 0; stock < stocks.size() && !stop.stop_requested(); ++stock) {
        const PaletteFinds finds = stocks[stock]->find(query, stop);
        all.total += finds.total;
        for (const PaletteHit& hit : finds.best)
            all.best.push_back({stock, hit});
    }
    std::ranges::stable_sort(all.best, {}, [](const Found& found) { return found.hit.rank; });
    if (all.best.size() > mostShown)
        all.best.resize(mostShown);
    return all;
}

void PaletteDialog::showFinds(const QString& typed, const AllFinds& finds)
{
    if (typed != m_field->text())
        return; // another text is being looked up
    std::vector<PaletteEntry> entries;
    for (const Found& found : finds.best)
        entries.push_back(m_stocks[found.stock]->entry(found.hit.index));
    m_model->show(std::move(entries));
    m_isAnswered = true;
    const QLocale locale;
    const auto shown = static_cast<int>(finds.best.size());
    if (finds.best.empty())
        m_count->setText(tr("Nothing has this in its name."));
    else if (finds.best.size() < finds.total)
        m_count->setText(tr("The best %1 of %2. Type more to narrow it down.")
                             .arg(locale.toString(shown), locale.toString(static_cast<qulonglong>(finds.total))));
    else
        m_count->setText(shown == 1 ? tr("1 found.") : tr("%Ln found.", nullptr, shown));
    setCurrent(-1);
    step(1);
    if (m_isChoiceDue)
        choose();
}

bool PaletteDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent*>(event)->key()) || QDialog::eventFilter(watched, event);
    return QDialog::eventFilter(watched, event);
}

bool PaletteDialog::handleKey(int key)
{
    const int height = std::max(m_list->sizeHintForRow(0), 1);
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(std::max(m_list->viewport()->height() / height - 1, 1));
        return true;
    case Qt::Key_PageUp:
        step(-std::max(m_list->viewport()->height() / height - 1, 1));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return false;
    }
}

/// So many lines on, or back; what cannot be chosen is passed over. A single step goes on at the other end.
void PaletteDialog::step(int direction)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int stride = direction > 0 ? 1 : -1;
    int row =
        m_list->currentIndex().isValid() ? m_list->currentIndex().row() + direction : (direction > 0 ? 0 : rows - 1);
    row = direction == stride ? (row + rows) % rows : std::clamp(row, 0, rows - 1);
    for (int tried = 0; tried < rows; ++tried, row = (row + stride + rows) % rows) {
        if (m_model->entryAt(row).isEnabled) {
            setCurrent(row);
            return;
        }
    }
}

void PaletteDialog::setCurrent(int row)
{
    const QModelIndex line = m_model->index(row);
    m_list->setCurrentIndex(line);
    // The focus stays in the field: without this nobody would hear which line the arrows have come to.
    const QString spokenLine = line.data(Qt::AccessibleTextRole).toString();
    m_field->setAccessibleDescription(line.isValid() ? spokenLine + QStringLiteral(". ") + m_count->text()
                                                     : m_count->text());
    if (!line.isValid())
        return;
    m_list->scrollTo(line);
    QAccessibleEvent spoken(m_list, QAccessible::Focus);
    spoken.setChild(row);
    QAccessible::updateAccessibility(&spoken);
}

void PaletteDialog::choose()
{
    if (!m_isAnswered) {
        m_isChoiceDue = true;
        return;
    }
    const int row = m_list->currentIndex().row();
    if (row < 0 || !m_model->entryAt(row).isEnabled)
        return;
    const PaletteEntry entry = m_model->entryAt(row);
    accept();
    emit chosen(entry);
}

} // namespace deskwarden::ui
