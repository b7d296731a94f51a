// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/MessageTemplate.h"

#include <algorithm>

namespace deskwarden::models {

namespace {

QString english(int index)
{
    static constexpr const char* texts[] = {
        "Maintenance (English)",
        "You will be signed out in {minutes} min",
        "Hello {user}, your desktop {vm} needs maintenance. Please save your work and sign out; "
        "in {minutes} minutes you will be signed out and unsaved work is lost. {ticket}",
        "Please sign in again (English)",
        "You will be signed out in {minutes} min",
        "Hello {user}, to repair your desktop {vm} we have to sign you out in {minutes} minutes. "
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

management::Action messageOf(const QString& title, const QString& text, const core::Session& session,
                             const MessageFacts& facts)
{
    management::Action action;
    action.kind = management::ActionKind::Message;
    action.title = filled(title, session, facts).trimmed().toStdString();
    action.text = filled(text, session, facts).trimmed().toStdString();
    return action;
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

QString filled(const QString& text, const core::Session& session, const MessageFacts& facts)
{
    QString result;
    result.reserve(text.size() + 32);
    for (qsizetype position = 0; position < text.size();) {
        const QStringView rest = QStringView(text).sliced(position);
        const auto put = [&](QLatin1String place, const QString& value) {
            if (!rest.startsWith(place))
                return false;
            result += value;
            position += place.size();
            return true;
        };
        if (put(QLatin1String("{user}"), QString::fromStdString(session.userName.toString())) ||
            put(QLatin1String("{vm}"), QString::fromStdString(session.vmName.toString())) ||
            put(QLatin1String("{minutes}"), QString::number(facts.minutes)) ||
            put(QLatin1String("{ticket}"), facts.ticket))
            continue;
        result += text.at(position++);
    }
    return result;
}

std::vector<management::WarnedAct> warnedActs(std::span<const core::Session> sessions, const management::Action& action,
                                              const MessageTemplate& message, const MessageFacts& facts,
                                              const std::function<std::uint64_t()>& nextId)
{
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
