// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/MessageTemplate.h"

#include "models/texts/MessageRules.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace deskwarden::models {

namespace {

QString english(int index)
{
    static constexpr const char* texts[] = {
        "Maintenance (English)",
        "You will be signed out in {minutes} min",
        "Hello {user}, your desktop {vm} needs maintenance. Please save your work and sign out; "
        "in {minutes} min you will be signed out and unsaved work is lost. {ticket}",
        "Please sign in again (English)",
        "You will be signed out in {minutes} min",
        "Hello {user}, to repair your desktop {vm} we have to sign you out in {minutes} min. "
        "Please save your work now; you can sign in again at once afterwards. {ticket}",
        "You will not be signed out",
        "Hello {user}, you will not be signed out after all. Please go on working.",
    };
    return QString::fromUtf8(texts[index]);
}

QString russian(int index)
{
    static constexpr const char* texts[] = {
        "Обслуживание (русский)",
        "Через {minutes} мин. ваш сеанс будет завершён",
        "Здравствуйте, {user}! Рабочий стол {vm} нужно обслужить. Сохраните работу и выйдите; "
        "через {minutes} мин. сеанс будет завершён, а несохранённая работа пропадёт. {ticket}",
        "Просим войти заново (русский)",
        "Через {minutes} мин. ваш сеанс будет завершён",
        "Здравствуйте, {user}! Чтобы исправить рабочий стол {vm}, через {minutes} мин. мы завершим ваш сеанс. "
        "Сохраните работу сейчас; сразу после этого можно войти снова. {ticket}",
        "Ваш сеанс не будет завершён",
        "Здравствуйте, {user}! Сеанс всё-таки не будет завершён. Продолжайте работу.",
    };
    return QString::fromUtf8(texts[index]);
}

void addLanguage(std::vector<MessageTemplate>& templates, QString (*text)(int))
{
    for (const int first : {0, 3})
        templates.push_back({text(first), text(first + 1), text(first + 2), text(6), text(7)});
}

} // namespace

std::vector<MessageTemplate> shippedTemplates()
{
    std::vector<MessageTemplate> templates;
    addLanguage(templates, english);
    addLanguage(templates, russian);
    return templates;
}

MessageTemplate completed(const QString& title, const QString& text)
{
    const bool isCyrillic =
        std::ranges::any_of(text, [](QChar letter) { return letter.script() == QChar::Script_Cyrillic; });
    const std::vector<MessageTemplate> templates = shippedTemplates();
    MessageTemplate message = isCyrillic ? templates.back() : templates.front();
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

/// Nobody says "in 0 min".
QString withoutWaiting(QString text)
{
    using Option = QRegularExpression::PatternOption;
    const auto expression = [](const char* pattern) {
        return QRegularExpression(QString::fromUtf8(pattern), Option::UseUnicodePropertiesOption);
    };
    static const std::pair<QRegularExpression, QString> now[] = {
        {expression("\\bin \\{minutes\\} min(utes?)?\\b"), QStringLiteral("now")},
        {expression("\\bIn \\{minutes\\} min(utes?)?\\b"), QStringLiteral("Now")},
        {expression("\\bчерез \\{minutes\\} мин(ут[уы]?\\b|\\.(?=\\s+\\p{Ll})|\\b)"), QString::fromUtf8("сейчас")},
        {expression("\\bЧерез \\{minutes\\} мин(ут[уы]?\\b|\\.(?=\\s+\\p{Ll})|\\b)"), QString::fromUtf8("Сейчас")},
    };
    for (const auto& [words, instead] : now)
        text.replace(words, instead);
    return text;
}

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
