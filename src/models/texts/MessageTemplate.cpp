// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/MessageTemplate.h"

#include "models/texts/MessageLanguage.h"
#include "models/texts/MessageRules.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

namespace deskwarden::models {

namespace {

/// Those of the program's own language first.
std::vector<MessageTemplate> ofAllLanguages(std::vector<MessageTemplate> MessageLanguage::*kind)
{
    const QString own = QLocale::languageToCode(QLocale().language());
    std::vector<MessageTemplate> templates;
    for (const bool isOwn : {true, false}) {
        for (const MessageLanguage& language : messageLanguages()) {
            if ((language.code == own) == isOwn)
                templates.insert(templates.end(), (language.*kind).begin(), (language.*kind).end());
        }
    }
    return templates;
}

} // namespace

std::vector<MessageTemplate> shippedTemplates()
{
    return ofAllLanguages(&MessageLanguage::templates);
}

std::vector<MessageTemplate> noteTemplates(const std::vector<MessageTemplate>& own)
{
    std::vector<MessageTemplate> notes;
    for (const MessageTemplate& message : own) {
        if (!QString(message.title + message.text).contains(QLatin1String("{minutes}")))
            notes.push_back(message);
    }
    const std::vector<MessageTemplate> shipped = ofAllLanguages(&MessageLanguage::notes);
    notes.insert(notes.end(), shipped.begin(), shipped.end());
    return notes;
}

MessageTemplate completed(const QString& title, const QString& text)
{
    MessageTemplate message = languageOf(text).templates.front();
    message.text = text;
    if (!title.isEmpty())
        message.title = title;
    return message;
}

std::vector<MessageTemplate> templatesFrom(const QString& kept)
{
    std::vector<MessageTemplate> templates;
    const QJsonArray entries = QJsonDocument::fromJson(kept.toUtf8()).array();
    for (const auto& entry : entries) {
        const QJsonObject object = entry.toObject();
        const QString text = object.value(QLatin1String("text")).toString();
        MessageTemplate message = completed(object.value(QLatin1String("title")).toString(), text);
        message.name = object.value(QLatin1String("name")).toString().trimmed();
        // Somebody may have written them by hand.
        if (!message.name.isEmpty() && messageGap(message.title, text).isEmpty())
            templates.push_back(std::move(message));
    }
    return templates.empty() ? shippedTemplates() : templates;
}

QString keptTemplates(const std::vector<MessageTemplate>& templates)
{
    if (templates == shippedTemplates())
        return {};
    QJsonArray kept;
    for (const MessageTemplate& message : templates) {
        kept.append(QJsonObject{{QStringLiteral("name"), message.name},
                                {QStringLiteral("title"), message.title},
                                {QStringLiteral("text"), message.text}});
    }
    return QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

QString templateProblem(const QString& title, const QString& text)
{
    static const QRegularExpression place(QStringLiteral("\\{[^{}\\s]*\\}"));
    const QStringList known{QStringLiteral("{user}"), QStringLiteral("{minutes}"), QStringLiteral("{vm}"),
                            QStringLiteral("{ticket}")};
    for (const QString& part : {title, text}) {
        for (auto found = place.globalMatch(part); found.hasNext();) {
            if (const QString word = found.next().captured(); !known.contains(word)) {
                return translate("MessageTemplate", "Nobody fills in %1. What is filled in: %2.")
                    .arg(plainText(word, 40), known.join(QStringLiteral(", ")));
            }
        }
    }
    return messageProblem(title, text);
}

namespace {

/// The texts as they are for everybody.
MessageTemplate worded(MessageTemplate message, const MessageFacts& facts)
{
    if (facts.minutes == 0) {
        for (QString* const text : {&message.title, &message.text, &message.followUpTitle, &message.followUpText})
            *text = withoutWaiting(*text);
    }
    return message;
}

/// Thousands at once: nothing is looked at twice.
QString fill(const QString& words, const core::Session& session, const MessageFacts& facts)
{
    QString result;
    result.reserve(words.size() + 32);
    for (qsizetype position = 0; position < words.size();) {
        const qsizetype brace = words.indexOf(QLatin1Char('{'), position);
        const qsizetype end = brace < 0 ? words.size() : brace;
        result += QStringView(words).sliced(position, end - position);
        position = end;
        const QStringView rest = QStringView(words).sliced(position);
        const auto isAt = [&rest, &position](QLatin1String place) {
            const bool isHere = rest.startsWith(place);
            position += isHere ? place.size() : 0;
            return isHere;
        };
        if (isAt(QLatin1String("{user}")))
            result += QString::fromStdString(session.userName.toString());
        else if (isAt(QLatin1String("{vm}")))
            result += QString::fromStdString(session.vmName.toString());
        else if (isAt(QLatin1String("{minutes}")))
            result += QString::number(facts.minutes);
        else if (isAt(QLatin1String("{ticket}")))
            result += facts.ticket;
        else if (position < words.size())
            result += words.at(position++);
    }
    return result;
}

management::Action messageOf(const QString& title, const QString& text, const core::Session& session,
                             const MessageFacts& facts)
{
    management::Action action;
    action.kind = management::ActionKind::Message;
    action.title = fill(title, session, facts).trimmed().toStdString();
    action.text = fill(text, session, facts).trimmed().toStdString();
    return action;
}

} // namespace

QString filled(const QString& words, const core::Session& session, const MessageFacts& facts)
{
    return fill(facts.minutes == 0 ? withoutWaiting(words) : words, session, facts);
}

std::vector<management::WarnedAct> warnedActs(std::span<const core::Session> sessions, const management::Action& action,
                                              const MessageTemplate& words, const MessageFacts& facts,
                                              const std::function<std::uint64_t()>& nextId)
{
    const MessageTemplate message = worded(words, facts);
    std::vector<management::WarnedAct> acts;
    acts.reserve(sessions.size());
    const std::string reason = facts.ticket.toStdString();
    for (const core::Session& session : sessions) {
        management::WarnedAct warned;
        warned.act = {nextId(), session, action, reason};
        warned.warning = {nextId(), session, messageOf(message.title, message.text, session, facts), reason};
        warned.withdrawal = {nextId(), session, messageOf(message.followUpTitle, message.followUpText, session, facts),
                             reason};
        acts.push_back(std::move(warned));
    }
    return acts;
}

} // namespace deskwarden::models
