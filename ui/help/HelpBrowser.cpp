// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/HelpBrowser.h"

#include <QImage>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFragment>
#include <QTextImageFormat>
#include <QTextTable>

#include <algorithm>
#include <utility>
#include <vector>

namespace deskwarden::ui {

HelpBrowser::HelpBrowser(QWidget* parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
}

void HelpBrowser::showMarkdown(const QString& markdown)
{
    setMarkdown(markdown);
    document()->setDocumentMargin(fontMetrics().height());
    layOutTables();
    m_fittedWidth = 0;
    fitPictures();
}

QVariant HelpBrowser::loadResource(int type, const QUrl& name)
{
    const QString path = name.path();
    if (type != QTextDocument::ImageResource || !name.isRelative() || path.contains(QLatin1String("..")) ||
        path.startsWith(u'/') || path.startsWith(u':'))
        return {};
    const QImage picture(QStringLiteral(":/help/") + path);
    return picture.isNull() ? QVariant() : picture;
}

void HelpBrowser::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    fitPictures();
}

/// Markdown gives tables a frame around every cell; lines between them read better.
void HelpBrowser::layOutTables()
{
    const int padding = fontMetrics().height() / 3;
    for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
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

void HelpBrowser::fitPictures()
{
    const int room = viewport()->width() - 2 * static_cast<int>(document()->documentMargin());
    if (room == m_fittedWidth || room <= 0)
        return;
    m_fittedWidth = room;
    std::vector<std::pair<int, QTextImageFormat>> pictures;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (fragment.charFormat().isImageFormat())
                pictures.emplace_back(fragment.position(), fragment.charFormat().toImageFormat());
        }
    }
    for (auto& [position, format] : pictures) {
        const auto picture = loadResource(QTextDocument::ImageResource, QUrl(format.name())).value<QImage>();
        if (picture.isNull())
            continue;
        const int width = std::min(room, picture.width());
        format.setWidth(width);
        format.setHeight(qRound(1.0 * picture.height() * width / picture.width()));
        document()->addResource(QTextDocument::ImageResource, QUrl(format.name()),
                                picture.scaledToWidth(qRound(width * devicePixelRatioF()), Qt::SmoothTransformation));
        QTextCursor cursor(document());
        cursor.setPosition(position);
        cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
    }
    // What was laid out before pictures took their sizes would be painted where it stood then.
    document()->markContentsDirty(0, document()->characterCount());
    // Laid out to its end now: what is laid out later would move what was scrolled to.
    (void)document()->size();
}

} // namespace deskwarden::ui
