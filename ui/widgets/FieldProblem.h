// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QLabel;
class QLineEdit;

namespace deskwarden::ui {

/// What is wrong with the text of a field, in a sentence below it, which moves nothing else and goes where the field
/// goes; screen readers are told it with the field. Thread: GUI. Owner: the field.
class FieldProblem final : public QObject
{
    Q_OBJECT

public:
    /// The label is called by that name.
    FieldProblem(QLineEdit& field, QString name);

    /// Nothing is wrong: an empty sentence.
    void say(const QString& sentence);
    [[nodiscard]] const QString& sentence() const noexcept { return m_sentence; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QLineEdit& m_field;
    const QString m_name;
    QString m_sentence;
    QPointer<QLabel> m_label; ///< a child of the window
};

} // namespace deskwarden::ui
