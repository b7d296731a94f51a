// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/LicencesDialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace deskwarden::ui {

namespace {

constexpr int partRole = Qt::UserRole;

QString shipped(const QString& name)
{
    QFile file(QStringLiteral(":/licences/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString joined(const QJsonValue& names)
{
    QStringList texts;
    for (const QJsonValue& name : names.toArray())
        texts << name.toString();
    return texts.join(QStringLiteral(", "));
}

} // namespace

LicencesDialog::LicencesDialog(QWidget* parent)
    : QDialog(parent)
    , m_parts(new QTreeWidget(this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("licencesDialog"));
    setWindowTitle(tr("Licences"));
    setSizeGripEnabled(true);
    auto* const about =
        new QLabel(tr("Deskwarden is free software. The packages for Windows bring the libraries below; "
                      "on Linux the system has its own."),
                   this);
    about->setWordWrap(true);
    about->setTextFormat(Qt::PlainText);
    m_parts->setObjectName(QStringLiteral("partsTree"));
    m_parts->setAccessibleName(tr("Parts"));
    m_parts->setHeaderLabels({tr("Part"), tr("Version"), tr("Licence")});
    m_parts->setRootIsDecorated(false);
    m_parts->setUniformRowHeights(true);
    m_text->setObjectName(QStringLiteral("licenceText"));
    m_text->setAccessibleName(tr("Licence"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    addParts();
    for (int column = 0; column < m_parts->columnCount(); ++column)
        m_parts->resizeColumnToContents(column);

    auto* const halves = new QSplitter(Qt::Vertical, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_parts);
    halves->addWidget(m_text);
    halves->setStretchFactor(1, 1);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(halves, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &LicencesDialog::reject);
    connect(m_parts, &QTreeWidget::currentItemChanged, this, &LicencesDialog::showSelected);
    m_parts->setCurrentItem(m_parts->topLevelItem(0));
    const QFontMetrics metrics = fontMetrics();
    resize(100 * metrics.averageCharWidth(), 36 * metrics.lineSpacing());
}

void LicencesDialog::addParts()
{
    QJsonArray parts = QJsonDocument::fromJson(shipped(QStringLiteral("components.json")).toUtf8()).array();
    parts.prepend(QJsonObject{{QStringLiteral("name"), QStringLiteral("Deskwarden")},
                              {QStringLiteral("licence"), QStringLiteral("MIT")},
                              {QStringLiteral("texts"), QJsonArray{QStringLiteral("Deskwarden")}}});
    for (const QJsonValue& part : parts) {
        auto* const line = new QTreeWidgetItem(m_parts, {part[QLatin1String("name")].toString(),
                                                         part[QLatin1String("version")].toString(),
                                                         part[QLatin1String("licence")].toString()});
        line->setData(0, partRole, part.toObject());
    }
}

void LicencesDialog::showSelected()
{
    if (m_parts->currentItem() == nullptr)
        return;
    const QJsonObject part = m_parts->currentItem()->data(0, partRole).toJsonObject();
    QStringList lines;
    const auto add = [&](const QString& sentence, const QString& value) {
        if (!value.isEmpty())
            lines << sentence.arg(value);
    };
    add(tr("Copyright: %1"), part[QLatin1String("copyright")].toString());
    add(tr("Home: %1"), part[QLatin1String("home")].toString());
    add(tr("Source: %1"), part[QLatin1String("source")].toString());
    add(tr("In the packages for Windows: %1"), joined(part[QLatin1String("in")]));
    QStringList blocks;
    if (!lines.isEmpty())
        blocks << lines.join(QLatin1Char('\n'));
    const QJsonArray texts = part[QLatin1String("texts")].toArray();
    for (const QJsonValue& name : texts)
        blocks << shipped(QStringLiteral("LICENSE.%1.txt").arg(name.toString()));
    if (texts.isEmpty())
        blocks << tr("Its authors have placed it in the public domain.");
    m_text->setPlainText(blocks.join(QStringLiteral("\n\n")));
}

} // namespace deskwarden::ui
