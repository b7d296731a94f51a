// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/HelpWindow.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFont>
#include <QPushButton>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace deskwarden::ui {

namespace {

/// The second-level headings of the help, in their order, which is the same in every language.
constexpr std::array topics{"what",   "connecting", "certificates", "table", "facts", "selecting",
                            "acting", "record",     "policy",       "codes", "keys",  "limits"};

/// A browser that shows what it was given and fetches nothing. Thread: GUI.
class LocalBrowser final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int /*type*/, const QUrl& /*name*/) override { return {}; }
};

QString helpText(const QString& language)
{
    for (const QString& name : {language, QStringLiteral("en")}) {
        QFile file(QStringLiteral(":/help/%1.md").arg(name));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

/// Markdown gives tables a frame around every cell; lines between them read better.
void layOutTables(const QTextDocument& document, int padding)
{
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(QBrush(QColor(0x80, 0x80, 0x80, 0x80)));
        format.setCellSpacing(0);
        format.setCellPadding(padding);
        format.setTopMargin(padding);
        format.setBottomMargin(2.0 * padding);
        table->setFormat(format);
    }
}

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent)
    , m_text(new LocalBrowser(this))
{
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(tr("Deskwarden help"));
    setSizeGripEnabled(true);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("Help"));
    m_text->setOpenLinks(false);
    m_text->setOpenExternalLinks(false);
    //: The language of the help text, by the name of its file in resources/help
    m_text->setMarkdown(helpText(tr("en")));
    m_text->document()->setDocumentMargin(fontMetrics().height());
    layOutTables(*m_text->document(), fontMetrics().height() / 3);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &HelpWindow::reject);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
    const QFontMetrics metrics = fontMetrics();
    resize(90 * metrics.averageCharWidth(), 42 * metrics.lineSpacing());
}

void HelpWindow::showFor(QWidget& window)
{
    auto* help = window.findChild<HelpWindow*>();
    if (help == nullptr)
        help = new HelpWindow(&window);
    help->show();
    help->raise();
    help->activateWindow();
}

void HelpWindow::showTopic(const QString& anchor)
{
    const auto topic = std::ranges::find_if(topics, [&](const char* name) { return anchor == QLatin1String(name); });
    auto headingsToPass = topic - topics.begin();
    QTextBlock block = m_text->document()->begin();
    for (; block.isValid() && topic != topics.end(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 2 && headingsToPass-- == 0)
            break;
    }
    // From the end upwards, so that the heading comes to stand at the top.
    m_text->moveCursor(topic == topics.end() ? QTextCursor::Start : QTextCursor::End);
    if (block.isValid() && topic != topics.end())
        m_text->setTextCursor(QTextCursor(block));
}

} // namespace deskwarden::ui
