// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/People.h"

#include <array>
#include <span>
#include <string_view>

namespace deskwarden::simulator {

namespace {

constexpr std::array<std::string_view, 48> latinFirst{
    "anna",  "jörg",     "maria",  "thomas", "seán",  "chloé",  "lukas",  "ingrid",    "björn",  "zoë",
    "paul",  "sofia",    "jürgen", "emma",   "noah",  "łucja",  "piotr",  "katarzyna", "olivia", "liam",
    "rené",  "françois", "inês",   "joão",   "marta", "søren",  "astrid", "åsa",       "mats",   "elif",
    "çağla", "mehmet",   "priya",  "arjun",  "mei",   "kenji",  "fatima", "omar",      "grace",  "samuel",
    "ruth",  "peter",    "clara",  "hugo",   "nina",  "viktor", "helene", "david"};
constexpr std::array<std::string_view, 64> latinLast{
    "schmidt", "müller",  "o'brien",  "becker",  "weiß",     "nowak",      "kowalska", "smith",
    "jones",   "taylor",  "d'angelo", "rossi",   "garcía",   "muñoz",      "silva",    "ferreira",
    "dubois",  "lefèvre", "martin",   "jensen",  "sørensen", "lindström",  "åkesson",  "virtanen",
    "mäkinen", "yılmaz",  "öztürk",   "demir",   "patel",    "singh",      "chen",     "tanaka",
    "sato",    "hassan",  "ali",      "okafor",  "mensah",   "brown",      "wilson",   "o'neill",
    "murphy",  "kelly",   "walsh",    "fischer", "wagner",   "schäfer",    "koch",     "bauer",
    "richter", "wolf",    "schröder", "neumann", "krüger",   "zimmermann", "hartmann", "lange",
    "peters",  "van-dyk", "de-vries", "jansen",  "visser",   "horváth",    "szabó",    "novák"};
constexpr std::array<std::string_view, 12> cyrillicFirst{"анна",  "пётр", "мария",   "иван",   "ольга",   "дмитрий",
                                                         "елена", "юрий", "наталья", "сергей", "татьяна", "андрій"};
constexpr std::array<std::string_view, 16> cyrillicLast{
    "иванов",  "петрова",  "сидоров", "кузнецова", "попов",    "васильева", "соколов",  "михайлова",
    "новиков", "фёдорова", "морозов", "щербакова", "шевченко", "коваленко", "їжакевич", "ґалаган"};
constexpr std::array<std::string_view, 3> domains{"NORDWIND", "HAFEN", "WERK-SÜD"};
constexpr std::array<std::string_view, 5> clientKinds{"PC", "NB", "TC", "HOME", "TABLET"};
constexpr std::array<std::string_view, 5> hostileClients{"=HYPERLINK(\"x\")", "<b>NB-0815</b>", "@SUM(1+1)",
                                                         "PC\xE2\x80\xAE"
                                                         "4711-exe",
                                                         "-2+3&cmd"};

// Both strides share no factor with the number of names, so that neighbours in number are no neighbours in name.
std::string named(std::uint32_t number, std::span<const std::string_view> first, std::span<const std::string_view> last,
                  std::uint32_t stride)
{
    const auto names = static_cast<std::uint32_t>(first.size() * last.size());
    const auto place = static_cast<std::uint32_t>(std::uint64_t{number % names} * stride % names);
    std::string text(first[place % first.size()]);
    text += '.';
    text += last[place / first.size()];
    if (number >= names)
        text += std::to_string(number / names + 1);
    return text;
}

} // namespace

std::string accountOfPerson(std::uint32_t person)
{
    constexpr std::uint32_t group = 11; // one in eleven writes Cyrillic
    if (person % group == 6)
        return named(person / group, cyrillicFirst, cyrillicLast, 83);
    const std::uint32_t before = person % group > 6 ? 1 : 0;
    return named(person - person / group - before, latinFirst, latinLast, 1741);
}

std::string domainOfPerson(std::uint32_t person)
{
    const std::uint32_t lot = person % 23;
    return std::string(domains[lot == 5 || lot == 17 ? 1 : lot == 11 ? 2 : 0]);
}

std::string clientOfPerson(std::uint32_t person)
{
    if (person % 409 == 251)
        return std::string(hostileClients[person / 409 % hostileClients.size()]);
    std::string text(clientKinds[person * 7 / 3 % clientKinds.size()]);
    std::string digits = std::to_string(person * 37 % 99991);
    text += '-';
    text.append(digits.size() < 5 ? 5 - digits.size() : 0, '0');
    text += digits;
    return text;
}

} // namespace deskwarden::simulator
