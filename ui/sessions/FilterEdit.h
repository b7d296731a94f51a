// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/FilterProposals.h"
#include "models/table/FilterQuery.h"

#include <QLineEdit>

#include <functional>
#include <utility>

class QCompleter;
class QStandardItemModel;

namespace deskwarden::ui {

class FieldProblem;

/// Where a person types for whom to look: words, and conditions in the language of filters, which are offered while
/// they are typed. A condition that cannot be understood is said in one sentence below the field, and only the others
/// hold. Thread: GUI.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget* parent = nullptr);

    /// What the text asks for, without the conditions that cannot be understood.
    [[nodiscard]] const models::FilterQuery& query() const noexcept { return m_query; }
    /// The sentence below the field; empty if all is well.
    [[nodiscard]] const QString& problem() const;
    /// What can be offered after a colon; asked for when it is.
    void setNames(std::function<models::FilterNames()> names) { m_names = std::move(names); }
    /// Takes one condition of query() out of the text.
    void removeTerm(const models::FilterTerm& term);
    /// Puts the cursor there, with all of the text marked.
    void focus();
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void queryChanged();
    /// The person wants to go on in the list, at its first row (Down or Enter).
    void listRequested();
    /// The person wants all of the list (Ctrl+Enter).
    void allRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showHint();
    void read();
    void offer();

    models::FilterQuery m_query;
    std::function<models::FilterNames()> m_names = [] { return models::FilterNames(); };
    QString m_unfinished; ///< what is missing at the end; said when the person wants to go on
    QStandardItemModel* m_offers;
    QCompleter* m_completer;
    QString m_hint;
    QString m_shortHint;
    FieldProblem* m_problem;
};

} // namespace deskwarden::ui
