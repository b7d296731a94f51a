// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "fuzz/Targets.h"
#include "wsman/Answers.h"
#include "wsman/soap/EnvelopeReader.h"

#include <string>

namespace deskwarden::fuzz {

using core::ErrorKind;
using wsman::EnvelopeReader;

namespace {

std::size_t sizeOf(const core::Instance& instance);

std::size_t sizeOf(const core::Value& value)
{
    if (const auto* array = std::get_if<core::ValueArray>(&value.variant())) {
        std::size_t size = 0;
        for (const core::Value& one : *array)
            size += sizeOf(one);
        return size;
    }
    if (const auto* inner = std::get_if<std::shared_ptr<const core::Instance>>(&value.variant()))
        return sizeOf(**inner);
    if (const auto* time = std::get_if<core::DateTime>(&value.variant()))
        return time->text.view().size();
    return value.text().view().size();
}

std::size_t sizeOf(const core::Instance& instance)
{
    std::size_t size = 0;
    for (const core::Property& property : instance.properties())
        size += sizeOf(property.value);
    return size;
}

template <typename Answer>
bool isSameError(const core::Result<Answer>& left, const core::Result<Answer>& right)
{
    return left.has_value() == right.has_value() && (left || left.error() == right.error());
}

void checkError(const core::ManagementError& error)
{
    demand(error.kind == ErrorKind::Fault || error.kind == ErrorKind::Malformed || error.kind == ErrorKind::NotWsman,
           "an answer that cannot be used is a fault, malformed or none of WS-Management");
}

} // namespace

/// One answer, as whatever may have been asked. What a reader has read before must not change what it reads now: one
/// that has read all inputs so far against a new one.
void readEnvelopes(std::string_view bytes)
{
    static EnvelopeReader used;
    EnvelopeReader fresh;
    const std::string text(bytes);
    const auto instance = fresh.readInstance(text, {}, "Projected");
    const auto instanceAgain = used.readInstance(text, {}, "Projected");
    demand(isSameError(instance, instanceAgain) && (!instance || *instance == *instanceAgain),
           "an instance is read as a new reader reads it");
    if (instance)
        demand(sizeOf(*instance) <= 4 * text.size(), "no instance is larger than its answer");
    else
        checkError(instance.error());

    const auto method = fresh.readMethod(text, {}, "Logoff");
    const auto methodAgain = used.readMethod(text, {}, "Logoff");
    demand(isSameError(method, methodAgain) && (!method || (method->returnValue == methodAgain->returnValue &&
                                                            method->outParameters == methodAgain->outParameters)),
           "a method's answer is read as a new reader reads it");
    if (!method && method.error().kind != ErrorKind::Fault)
        demand(method.error().delivery == core::Delivery::MaybeSent, "only a fault can prove that nothing was done");

    const auto identity = fresh.readIdentity(text);
    if (identity)
        demand(identity->vendor.size() + identity->version.size() + identity->protocol.size() <= 4 * text.size(),
               "no identity is larger than its answer");
    const auto empty = fresh.readEmpty(text, {});
    demand(empty.has_value() || !identity, "an answer that says something is no failed one");
    // An answer to another request is never taken for one to this.
    const auto other = fresh.readEmpty(text, "uuid:00000000-0000-4000-8000-0123456789ab");
    demand(empty.has_value() || !other, "a message id makes no answer better");
}

/// What stands inside a s:Fault.
void readFaults(std::string_view bytes)
{
    std::string body("<s:Fault>");
    body.append(bytes).append("</s:Fault>");
    const std::string text = wsman::answers::envelope(body);
    EnvelopeReader reader;
    const auto answer = reader.readEmpty(text, {});
    const auto method = reader.readMethod(text, {}, "Logoff");
    demand(!method, "a fault is no answer of a method");
    if (answer || answer.error().kind != ErrorKind::Fault)
        return; // the bytes have closed the fault, or are no XML
    const core::ManagementError& fault = answer.error();
    demand(method.error() == fault, "a fault is the same, whatever was asked");
    demand(fault.detail.size() <= 4 * text.size(), "no fault is larger than its answer");
    if (fault.delivery == core::Delivery::NotSent)
        demand(fault.code != 0 || fault.providerCode != 0, "only a status can prove that nothing was done");
}

} // namespace deskwarden::fuzz
