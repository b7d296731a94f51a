// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/MessageLanguage.h"

#include "models/texts/MessageRules.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <utility>

namespace deskwarden::models {

namespace {

constexpr qsizetype largestMessageFile = 64 * 1024;
constexpr qsizetype mostMessages = 20;
constexpr qsizetype longestMessageName = 80;

using MessageProblem = std::optional<QString>;

/// Nothing if the object has exactly these keys, else which one is wrong.
MessageProblem keyProblem(const QJsonObject& object, const QStringList& keys)
{
    for (const QString& key : keys) {
        if (!object.contains(key))
            return QStringLiteral("\"%1\" is missing").arg(key);
    }
    const QStringList present = object.keys();
    for (const QString& key : present) {
        if (!keys.contains(key))
            return QStringLiteral("\"%1\" is not known").arg(key);
    }
    return std::nullopt;
}

/// The objects of a list with exactly these keys, each of which holds a text.
tl::expected<std::vector<QJsonObject>, QString> objectsOf(const QJsonValue& value, const QStringList& keys)
{
    const QJsonArray list = value.toArray();
    if (list.isEmpty() || list.size() > mostMessages)
        return tl::unexpected(QStringLiteral("must be a list of 1 to %1 objects").arg(mostMessages));
    std::vector<QJsonObject> objects;
    for (const auto& entry : list) {
        objects.push_back(entry.toObject());
        if (auto problem = keyProblem(objects.back(), keys))
            return tl::unexpected(*std::move(problem));
        for (const QString& key : keys) {
            if (objects.back().value(key).toString().trimmed().isEmpty())
                return tl::unexpected(QStringLiteral("\"%1\" must be a text").arg(key));
        }
    }
    return objects;
}

QString saidAtOnce(QString text, const std::vector<MessageLanguage::AtOnce>& ways)
{
    for (const MessageLanguage::AtOnce& way : ways)
        text.replace(way.pattern, way.text);
    return text;
}

MessageProblem takeAtOnce(const QJsonValue& value, MessageLanguage& language)
{
    auto objects = objectsOf(value, {QStringLiteral("pattern"), QStringLiteral("text")});
    if (!objects)
        return std::move(objects).error();
    for (const QJsonObject& object : *objects) {
        const QRegularExpression pattern(object.value(QLatin1String("pattern")).toString(),
                                         QRegularExpression::UseUnicodePropertiesOption);
        if (!pattern.isValid())
            return QStringLiteral("\"pattern\": %1").arg(pattern.errorString());
        language.atOnce.push_back({pattern, object.value(QLatin1String("text")).toString()});
    }
    return std::nullopt;
}

MessageProblem takeMessages(const QJsonValue& value, bool isBeforeLogoff, std::vector<MessageTemplate>& messages)
{
    auto objects = objectsOf(value, {QStringLiteral("name"), QStringLiteral("title"), QStringLiteral("text")});
    if (!objects)
        return std::move(objects).error();
    for (const QJsonObject& object : *objects) {
        MessageTemplate message;
        message.name = object.value(QLatin1String("name")).toString().trimmed();
        message.title = object.value(QLatin1String("title")).toString();
        message.text = object.value(QLatin1String("text")).toString();
        if (message.name.size() > longestMessageName)
            return QStringLiteral("\"name\" is longer than %1 letters").arg(longestMessageName);
        if (isBeforeLogoff && !message.title.contains(QLatin1String("{minutes}")))
            return QStringLiteral("\"%1\": the title does not say {minutes}").arg(message.name);
        if (!isBeforeLogoff && QString(message.title + message.text).contains(QLatin1String("{minutes}")))
            return QStringLiteral("\"%1\": nothing fills in {minutes} of a note").arg(message.name);
        if (const QString problem = templateProblem(message.title, message.text); !problem.isEmpty())
            return QStringLiteral("\"%1\": %2").arg(message.name, problem);
        messages.push_back(std::move(message));
    }
    return std::nullopt;
}

MessageProblem takeTemplates(const QJsonValue& value, MessageLanguage& language)
{
    return takeMessages(value, true, language.templates);
}

MessageProblem takeNotes(const QJsonValue& value, MessageLanguage& language)
{
    return takeMessages(value, false, language.notes);
}

MessageProblem takeWithdrawal(const QJsonValue& value, MessageLanguage& language)
{
    auto objects = objectsOf(QJsonArray{value}, {QStringLiteral("title"), QStringLiteral("text")});
    if (!objects)
        return std::move(objects).error();
    const QString title = objects->front().value(QLatin1String("title")).toString();
    const QString text = objects->front().value(QLatin1String("text")).toString();
    if (const QString problem = templateProblem(title, text); !problem.isEmpty())
        return problem;
    for (MessageTemplate& message : language.templates) {
        message.followUpTitle = title;
        message.followUpText = text;
    }
    return std::nullopt;
}

/// Each place where a template says how long users have is one that "now" can stand in.
MessageProblem waitingProblem(const MessageLanguage& language)
{
    for (const MessageTemplate& message : language.templates) {
        for (const QString& text : {message.title, message.text, message.followUpTitle, message.followUpText}) {
            if (saidAtOnce(text, language.atOnce).contains(QLatin1String("{minutes}")))
                return QStringLiteral("\"atOnce\" does not fit: %1").arg(text);
        }
    }
    return std::nullopt;
}

std::vector<MessageLanguage> carriedLanguages()
{
    const QString english = QStringLiteral("en.json");
    QStringList names =
        QDir(QStringLiteral(":/messages")).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    std::stable_partition(names.begin(), names.end(), [&english](const QString& name) { return name == english; });
    std::vector<MessageLanguage> languages;
    for (const QString& name : std::as_const(names)) {
        QFile file(QStringLiteral(":/messages/") + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        // A test reads each of them; a damaged one costs its language, not the program.
        if (auto language = readMessageLanguage(file.readAll())) {
            language->code = name.section(u'.', 0, 0);
            languages.push_back(*std::move(language));
        }
    }
    return languages;
}

/// How much of the text's letters the language knows: those that it names count most. Latin letters beyond English
/// are in texts of many languages; letters of another script at least tell which script it is.
qsizetype lettersOf(const MessageLanguage& language, const QString& text)
{
    qsizetype found = 0;
    for (const QChar letter : text) {
        if (letter.unicode() < 0x80 || !letter.isLetter())
            continue;
        const bool isOfScript = letter.script() != QChar::Script_Latin && !language.letters.isEmpty() &&
                                language.letters.front().script() == letter.script();
        found += language.letters.contains(letter.toLower()) ? 2 : isOfScript ? 1 : 0;
    }
    return found;
}

} // namespace

tl::expected<MessageLanguage, QString> readMessageLanguage(const QByteArray& json)
{
    if (json.size() > largestMessageFile)
        return tl::unexpected(QStringLiteral("larger than %1 bytes").arg(largestMessageFile));
    QJsonParseError error{};
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(error.errorString());
    if (auto problem =
            keyProblem(object, {QStringLiteral("letters"), QStringLiteral("templates"), QStringLiteral("notes"),
                                QStringLiteral("withdrawal"), QStringLiteral("atOnce")}))
        return tl::unexpected(*std::move(problem));
    if (!object.value(QLatin1String("letters")).isString())
        return tl::unexpected(QStringLiteral("\"letters\" must be a text"));
    MessageLanguage language;
    language.letters = object.value(QLatin1String("letters")).toString().toLower();
    constexpr std::pair<const char*, MessageProblem (*)(const QJsonValue&, MessageLanguage&)> parts[] = {
        {"templates", takeTemplates}, {"notes", takeNotes}, {"withdrawal", takeWithdrawal}, {"atOnce", takeAtOnce}};
    for (const auto& [key, take] : parts) {
        if (const auto problem = take(object.value(QLatin1String(key)), language))
            return tl::unexpected(QStringLiteral("\"%1\": %2").arg(QLatin1String(key), *problem));
    }
    if (auto problem = waitingProblem(language))
        return tl::unexpected(*std::move(problem));
    return language;
}

const std::vector<MessageLanguage>& messageLanguages()
{
    static const std::vector<MessageLanguage> languages = carriedLanguages();
    Q_ASSERT(!languages.empty());
    return languages;
}

const MessageLanguage& languageOf(const QString& text)
{
    return *std::ranges::max_element(messageLanguages(), {},
                                     [&text](const MessageLanguage& language) { return lettersOf(language, text); });
}

QString withoutWaiting(QString text)
{
    // Languages share ways to say it ("in {minutes} min"): the one that the text is written in has the first word.
    const MessageLanguage& own = languageOf(text);
    text = saidAtOnce(std::move(text), own.atOnce);
    for (const MessageLanguage& language : messageLanguages())
        text = saidAtOnce(std::move(text), language.atOnce);
    return text;
}

} // namespace deskwarden::models
