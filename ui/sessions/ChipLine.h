// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;

namespace deskwarden::ui {

/// One line of chips and buttons with a sum at its end, whatever its width: first the sum goes, then the words of the
/// chips, and at last the words of buttons are cut. Tab comes to the line once, the arrow keys go along it.
/// Thread: GUI.
class ChipLine : public QWidget
{
    Q_OBJECT

public:
    [[nodiscard]] QSize sizeHint() const override;
    /// Nothing in width: the line takes what there is.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /// Its parts are named by it, such as "filterBar", "filterSummaryLabel".
    ChipLine(const QString& name, QWidget* parent);
    /// A button with an icon and words that goes when it is pressed; hidden at first.
    [[nodiscard]] static QToolButton* textButton(const char* icon, QWidget* parent);
    /// All that stands in the line, in the order in which it does, hidden ones among them.
    [[nodiscard]] virtual std::vector<QWidget*> line() const = 0;
    /// Once for each that is in the line.
    void lead(QWidget& widget) { widget.installEventFilter(this); }
    void forget(const QWidget& widget);
    void setSum(const QString& text);
    void arrange();
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int widthOfLine() const;
    void keepOneTabStop();
    void step(const QWidget* from, int direction);

    QLabel* m_sum;
    QWidget* m_tabStop = nullptr;
};

} // namespace deskwarden::ui
