// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "fuzz/Bytes.h"
#include "fuzz/Targets.h"
#include "simulator/SimulatedBroker.h"
#include "simulator/soap/SoapRequest.h"
#include "simulator/WsmanService.h"
#include "wsman/soap/EnvelopeReader.h"
#include "wsman/soap/EnvelopeWriter.h"

#include <algorithm>
#include <chrono>
#include <string>

namespace deskwarden::fuzz {

namespace {

constexpr std::string_view placeholder = "@CONTEXT@"; // for what nobody can guess: where the last answer left off
constexpr std::size_t mostRequests = 4;

simulator::FarmOptions smallFarm()
{
    simulator::FarmOptions options;
    options.sessions = 6;
    options.hosts = 2;
    options.collections = 2;
    options.clock = [] { return simulator::TimePoint(std::chrono::hours(500'000)); };
    return options;
}

std::string contextIn(std::string_view answer)
{
    constexpr std::string_view name = "EnumerationContext>";
    const auto start = answer.find(name);
    if (start == std::string_view::npos)
        return {};
    const std::string_view rest = answer.substr(start + name.size());
    return std::string(rest.substr(0, rest.find('<')));
}

std::string filledIn(std::string_view request, const std::string& context)
{
    std::string text(request);
    if (const auto place = text.find(placeholder); place != std::string::npos)
        text.replace(place, placeholder.size(), context);
    return text;
}

void checkAnswer(const simulator::ServiceAnswer& answer)
{
    wsman::EnvelopeReader reader;
    const auto read = reader.readEmpty(answer.body, {});
    demand(read.has_value() || read.error().kind == core::ErrorKind::Fault, "our own client understands each answer");
    demand(read.has_value() == (answer.status == 200), "a fault comes with 500, anything else with 200");
    demand(answer.body.size() <= std::size_t{500} * 1024, "no answer is larger than the server's limit");
}

/// What XML carries unchanged, and what no reader trims.
bool isPlain(std::string_view text)
{
    return !text.empty() && text.front() != ' ' && text.back() != ' ' &&
           std::ranges::all_of(text, [](char letter) { return letter >= ' ' && letter <= '~'; });
}

} // namespace

/// Up to four requests, with zero bytes between them, to one service.
void answerRequests(std::string_view bytes)
{
    simulator::SimulatedBroker broker(smallFarm());
    const simulator::ListenerOptions options;
    simulator::WsmanService service(broker, options);
    std::string context;
    std::size_t asked = 0;
    while (!bytes.empty() && asked < mostRequests) {
        const auto end = std::min(bytes.find('\0'), bytes.size());
        const std::string text = filledIn(bytes.substr(0, end), context);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        ++asked;
        if (const auto identity = service.answerIdentify(text, true)) {
            checkAnswer(*identity);
            continue;
        }
        const auto answer = service.answer(text);
        checkAnswer(answer);
        context = contextIn(answer.body);
    }
    demand(broker.journal().lines().size() <= asked, "no request acts twice");
    demand(broker.sessionCount() == 6, "nobody is gone before the clock has moved");
}

/// What the client writes, the simulator reads: keys, arguments and questions with any texts in them.
void writeRequests(std::string_view bytes)
{
    Bytes made(bytes);
    const std::string host(made.text());
    const std::string title(made.text());
    const std::string question(made.text());
    const std::string message(made.left());
    wsman::EnvelopeOptions options;
    options.to = "http://broker:5985/wsman";
    const wsman::EnvelopeWriter writer(options,
                                       [] { return std::string("uuid:11111111-2222-4333-8444-555555555555"); });
    const management::InstancePath path{std::string(core::rdmsNamespace),
                                        std::string(management::sessionClass),
                                        {{core::SharedString("VMHostName"), core::Value(std::string_view(host))},
                                         {core::SharedString("SessionId"), core::Value(std::uint32_t{7})}}};
    const management::Arguments arguments{{core::SharedString("Title"), core::Value(std::string_view(title))},
                                          {core::SharedString("Message"), core::Value(std::string_view(message))}};
    constexpr std::chrono::milliseconds timeout(1000);

    const auto act = writer.invoke(path, "SendMessage", arguments, timeout);
    demand(act.has_value(), "any text can be sent");
    const auto request = simulator::SoapRequest::read(act->text);
    demand(request.has_value(), "the server reads what the client writes");
    const auto& selectors = request->selectors();
    demand(selectors.size() == 2, "a session has two keys");
    const auto sent = std::ranges::find_if(selectors, [](const auto& one) { return one.name.view() == "VMHostName"; });
    demand(sent != selectors.end(), "a key keeps its name");
    demand(!isPlain(host) || sent->value.text().view() == host, "a key keeps its value");
    for (const pugi::xml_node argument : request->payload().children()) {
        const std::string_view name = simulator::localName(argument);
        const std::string& value = name == "Title" ? title : message;
        demand(name == "Title" || name == "Message", "a method has the arguments that were given");
        demand(!isPlain(value) || simulator::textOf(argument) == value, "an argument keeps its text");
    }

    const auto list = writer.enumerate({std::string(core::rdmsNamespace), question}, 10, timeout);
    demand(simulator::SoapRequest::read(list.text).has_value(), "the server reads any question");
    simulator::SimulatedBroker broker(smallFarm());
    const simulator::ListenerOptions listener;
    simulator::WsmanService service(broker, listener);
    checkAnswer(service.answer(list.text));
    checkAnswer(service.answer(act->text));
}

} // namespace deskwarden::fuzz
