// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/FaultCells.h"

#include <array>
#include <cctype>

namespace deskwarden::integration {

namespace {

using simulator::CallKind;

constexpr const char* noMethod = "only methods return a value";
constexpr const char* noAct = "only acts are carried out";
constexpr const char* noLogoff = "only a logoff can be accepted and never end";
constexpr const char* noSession = "the call names no session that could change";

// What DCOM's runtime makes of them (tests/windows/TestWmi.cpp). It asks nothing anew by itself.
constexpr std::string_view notExecuted = "connection_lost 0x800706BF"; // RPC_S_CALL_FAILED_DNE
constexpr std::string_view callLost = "connection_lost 0x800706BE";    // RPC_S_CALL_FAILED
constexpr std::string_view cutOff = "connection_lost 0x80010108";      // RPC_E_DISCONNECTED
constexpr std::string_view refused = "fault 0x80070005";               // E_ACCESSDENIED

constexpr FaultCell asked(CallKind operation, const char* what, std::string_view once, std::string_view always)
{
    FaultCell cell;
    cell.operation = operation;
    cell.what = what;
    cell.clear = {once, always};
    return cell;
}

constexpr FaultCell acted(CallKind operation, const char* what, std::string_view outcome, int carriedOut)
{
    FaultCell cell = asked(operation, what, {}, outcome);
    cell.carriedOut = carriedOut;
    return cell;
}

constexpr FaultCell meaningless(CallKind operation, const char* what, const char* why)
{
    FaultCell cell;
    cell.operation = operation;
    cell.what = what;
    cell.whyNot = why;
    return cell;
}

constexpr std::array cells{
    // What the connection dialog asks first, unsigned, then signed in.
    meaningless(CallKind::Identify, "return:5", noMethod),
    asked(CallKind::Identify, "fault:5", "ok", "fault 5")
        .overCom("sign_in_refused 0x80070005", "sign_in_refused 0x80070005"),
    asked(CallKind::Identify, "wmi-error:0x80041003", "ok", "fault 0x80041003").overCom("ok", "ok"),
    meaningless(CallKind::Identify, "fault-after:995", noAct),
    asked(CallKind::Identify, "http:401", "ok", "sign_in_refused 401")
        .whereConnectionsSignIn("ok", "http_status 401")
        .overCom(notExecuted, notExecuted),
    asked(CallKind::Identify, "http:500", "encryption_required 500", "encryption_required 500")
        .overTls("http_status 500", "http_status 500")
        .overCom(notExecuted, notExecuted),
    asked(CallKind::Identify, "http:503", "http_status 503", "http_status 503").overCom(notExecuted, notExecuted),
    asked(CallKind::Identify, "delay:100", "ok", "ok"),
    asked(CallKind::Identify, "hang", "timed_out", "timed_out"),
    asked(CallKind::Identify, "drop-before", "connection_lost", "connection_lost").overCom(callLost, callLost),
    asked(CallKind::Identify, "drop-after", "connection_lost", "connection_lost").overCom(callLost, callLost),
    asked(CallKind::Identify, "garbage", "malformed", "malformed"),
    asked(CallKind::Identify, "truncate", "connection_lost", "connection_lost").overCom(cutOff, cutOff),
    meaningless(CallKind::Identify, "no-return-value", noMethod),
    meaningless(CallKind::Identify, "stuck", noLogoff),
    meaningless(CallKind::Identify, "reuse", noSession),
    meaningless(CallKind::Identify, "reconnect", noSession),
    // A list, at its beginning.
    meaningless(CallKind::Enumerate, "return:5", noMethod),
    asked(CallKind::Enumerate, "fault:5", "fault 5", "fault 5").overCom(refused, refused),
    asked(CallKind::Enumerate, "wmi-error:0x80041003", "fault 0x80041003", "fault 0x80041003"),
    meaningless(CallKind::Enumerate, "fault-after:995", noAct),
    asked(CallKind::Enumerate, "http:401", "ok", "sign_in_refused 401")
        .whereConnectionsSignIn("ok", "http_status 401")
        .overCom(notExecuted, notExecuted),
    asked(CallKind::Enumerate, "http:500", "http_status 500", "encryption_required 500")
        .protectedOtherwise("http_status 500", "http_status 500")
        .overCom(notExecuted, notExecuted),
    asked(CallKind::Enumerate, "http:503", "http_status 503", "http_status 503").overCom(notExecuted, notExecuted),
    asked(CallKind::Enumerate, "delay:100", "ok", "ok"),
    asked(CallKind::Enumerate, "hang", "timed_out", "timed_out"),
    asked(CallKind::Enumerate, "drop-before", "ok", "connection_lost").overCom(callLost, callLost),
    asked(CallKind::Enumerate, "drop-after", "ok", "connection_lost").overCom(callLost, callLost),
    asked(CallKind::Enumerate, "garbage", "malformed", "malformed")
        .sealedOtherwise("message_tampered", "message_tampered"),
    asked(CallKind::Enumerate, "truncate", "ok", "connection_lost").overCom(cutOff, cutOff),
    meaningless(CallKind::Enumerate, "no-return-value", noMethod),
    meaningless(CallKind::Enumerate, "stuck", noLogoff),
    meaningless(CallKind::Enumerate, "reuse", noSession),
    meaningless(CallKind::Enumerate, "reconnect", noSession),
    // A list in the middle, which is not repeated.
    meaningless(CallKind::Pull, "return:5", noMethod),
    asked(CallKind::Pull, "fault:5", "fault 5", "fault 5").overCom(refused, refused),
    asked(CallKind::Pull, "wmi-error:0x80041003", "fault 0x80041003", "fault 0x80041003"),
    meaningless(CallKind::Pull, "fault-after:995", noAct),
    asked(CallKind::Pull, "http:401", "ok", "sign_in_refused 401")
        .whereConnectionsSignIn("ok", "http_status 401")
        .overCom(notExecuted, notExecuted),
    asked(CallKind::Pull, "http:500", "http_status 500", "http_status 500").overCom(notExecuted, notExecuted),
    asked(CallKind::Pull, "http:503", "http_status 503", "http_status 503").overCom(notExecuted, notExecuted),
    asked(CallKind::Pull, "delay:100", "ok", "ok"),
    asked(CallKind::Pull, "hang", "timed_out", "timed_out"),
    asked(CallKind::Pull, "drop-before", "connection_lost", "connection_lost").overCom(callLost, callLost),
    asked(CallKind::Pull, "drop-after", "connection_lost", "connection_lost").overCom(callLost, callLost),
    asked(CallKind::Pull, "garbage", "malformed", "malformed").sealedOtherwise("message_tampered", "message_tampered"),
    asked(CallKind::Pull, "truncate", "connection_lost", "connection_lost").overCom(cutOff, cutOff),
    meaningless(CallKind::Pull, "no-return-value", noMethod),
    meaningless(CallKind::Pull, "stuck", noLogoff),
    meaningless(CallKind::Pull, "reuse", noSession),
    meaningless(CallKind::Pull, "reconnect", noSession),
    // One session.
    meaningless(CallKind::Get, "return:5", noMethod),
    asked(CallKind::Get, "fault:5", "fault 5", "fault 5").overCom(refused, refused),
    asked(CallKind::Get, "wmi-error:0x80041003", "fault 0x80041003", "fault 0x80041003"),
    meaningless(CallKind::Get, "fault-after:995", noAct),
    asked(CallKind::Get, "http:401", "ok", "sign_in_refused 401")
        .whereConnectionsSignIn("ok", "http_status 401")
        .overCom(notExecuted, notExecuted),
    asked(CallKind::Get, "http:500", "http_status 500", "encryption_required 500")
        .protectedOtherwise("http_status 500", "http_status 500")
        .overCom(notExecuted, notExecuted),
    asked(CallKind::Get, "http:503", "http_status 503", "http_status 503").overCom(notExecuted, notExecuted),
    asked(CallKind::Get, "delay:100", "ok", "ok"),
    asked(CallKind::Get, "hang", "timed_out", "timed_out"),
    asked(CallKind::Get, "drop-before", "ok", "connection_lost").overCom(callLost, callLost),
    asked(CallKind::Get, "drop-after", "ok", "connection_lost").overCom(callLost, callLost),
    asked(CallKind::Get, "garbage", "malformed", "malformed").sealedOtherwise("message_tampered", "message_tampered"),
    asked(CallKind::Get, "truncate", "ok", "connection_lost").overCom(cutOff, cutOff),
    meaningless(CallKind::Get, "no-return-value", noMethod),
    meaningless(CallKind::Get, "stuck", noLogoff),
    asked(CallKind::Get, "reuse", "another user", "another user"),
    asked(CallKind::Get, "reconnect", "another state", "another state"),
    // The acts: as the contract words their outcomes, and how many of them the broker has carried out.
    acted(CallKind::Logoff, "return:5", "failed 5", 0),
    acted(CallKind::Logoff, "fault:5", "failed", 0),
    acted(CallKind::Logoff, "wmi-error:0x80041003", "failed", 0),
    acted(CallKind::Logoff, "fault:995", "unknown", 0),
    acted(CallKind::Logoff, "fault-after:995", "done", 1),
    acted(CallKind::Logoff, "http:401", "unknown", 0).overCom("", "failed"),
    acted(CallKind::Logoff, "http:500", "unknown", 0).overCom("", "failed"),
    acted(CallKind::Logoff, "http:503", "failed", 0).sealedOtherwise("", "unknown"),
    acted(CallKind::Logoff, "delay:100", "done 0", 1),
    acted(CallKind::Logoff, "hang", "unknown", 0),
    acted(CallKind::Logoff, "drop-before", "unknown", 0),
    acted(CallKind::Logoff, "drop-after", "done", 1),
    acted(CallKind::Logoff, "garbage", "unknown", 0),
    acted(CallKind::Logoff, "truncate", "unknown", 0),
    acted(CallKind::Logoff, "no-return-value", "unknown", 0),
    acted(CallKind::Logoff, "stuck", "still_signing_out 0", 1),
    acted(CallKind::Logoff, "reuse", "done 0", 1),
    acted(CallKind::Logoff, "reconnect", "done 0", 1),
    acted(CallKind::Disconnect, "return:5", "failed 5", 0),
    acted(CallKind::Disconnect, "fault:5", "failed", 0),
    acted(CallKind::Disconnect, "wmi-error:0x80041003", "failed", 0),
    acted(CallKind::Disconnect, "fault:995", "unknown", 0),
    acted(CallKind::Disconnect, "fault-after:995", "done", 1),
    acted(CallKind::Disconnect, "http:401", "unknown", 0).overCom("", "failed"),
    acted(CallKind::Disconnect, "http:500", "unknown", 0).overCom("", "failed"),
    acted(CallKind::Disconnect, "http:503", "failed", 0).sealedOtherwise("", "unknown"),
    acted(CallKind::Disconnect, "delay:100", "done 0", 1),
    acted(CallKind::Disconnect, "hang", "unknown", 0),
    acted(CallKind::Disconnect, "drop-before", "unknown", 0),
    acted(CallKind::Disconnect, "drop-after", "done", 1),
    acted(CallKind::Disconnect, "garbage", "unknown", 0),
    acted(CallKind::Disconnect, "truncate", "unknown", 0),
    acted(CallKind::Disconnect, "no-return-value", "unknown", 0),
    meaningless(CallKind::Disconnect, "stuck", noLogoff),
    acted(CallKind::Disconnect, "reuse", "done 0", 1),
    acted(CallKind::Disconnect, "reconnect", "still_signing_out 0", 1),
    // Nobody can see afterwards whether a message was shown.
    acted(CallKind::Message, "return:5", "failed 5", 0),
    acted(CallKind::Message, "fault:5", "failed", 0),
    acted(CallKind::Message, "wmi-error:0x80041003", "failed", 0),
    acted(CallKind::Message, "fault:995", "unknown", 0),
    acted(CallKind::Message, "fault-after:995", "unknown", 1),
    acted(CallKind::Message, "http:401", "unknown", 0).overCom("", "failed"),
    acted(CallKind::Message, "http:500", "unknown", 0).overCom("", "failed"),
    acted(CallKind::Message, "http:503", "failed", 0).sealedOtherwise("", "unknown"),
    acted(CallKind::Message, "delay:100", "done 0", 1),
    acted(CallKind::Message, "hang", "unknown", 0),
    acted(CallKind::Message, "drop-before", "unknown", 0),
    acted(CallKind::Message, "drop-after", "unknown", 1),
    acted(CallKind::Message, "garbage", "unknown", 0),
    acted(CallKind::Message, "truncate", "unknown", 0),
    acted(CallKind::Message, "no-return-value", "unknown", 0),
    meaningless(CallKind::Message, "stuck", noLogoff),
    acted(CallKind::Message, "reuse", "done 0", 1),
    acted(CallKind::Message, "reconnect", "done 0", 1),
};

} // namespace

const char* wordOf(CallKind operation)
{
    switch (operation) {
    case CallKind::Identify:
        return "identify";
    case CallKind::Enumerate:
        return "enumerate";
    case CallKind::Pull:
        return "pull";
    case CallKind::Get:
        return "get";
    case CallKind::Logoff:
        return "logoff";
    case CallKind::Disconnect:
        return "disconnect";
    case CallKind::Message:
        return "message";
    case CallKind::SetState:
        return "set-state";
    case CallKind::Assign:
        return "assign";
    case CallKind::Free:
        return "free";
    case CallKind::Ask:
        return "ask";
    case CallKind::Any:
        break;
    }
    return "any";
}

std::string wordOf(const NamedTransport& transport)
{
    std::string word(transport.name);
    for (char& letter : word)
        letter = std::isalnum(static_cast<unsigned char>(letter)) != 0
                     ? static_cast<char>(std::tolower(static_cast<unsigned char>(letter)))
                     : '_';
    return word;
}

std::span<const FaultCell> faultCells()
{
    return cells;
}

const CellResult& expectedOver(const FaultCell& cell, TransportUnderTest transport)
{
    switch (transport) {
    case TransportUnderTest::PlainLoopback:
        break;
    case TransportUnderTest::TlsWithAuthority:
    case TransportUnderTest::TlsWithPin:
    case TransportUnderTest::ClientCertificate:
        return cell.tls.always.empty() ? cell.clear : cell.tls;
    case TransportUnderTest::NtlmTls:
    case TransportUnderTest::KerberosStrict:
        if (!cell.bound.always.empty())
            return cell.bound;
        return cell.tls.always.empty() ? cell.clear : cell.tls;
    case TransportUnderTest::NtlmSealed:
    case TransportUnderTest::KerberosSealed:
    case TransportUnderTest::OwnTicket:
        return cell.sealed.always.empty() ? cell.clear : cell.sealed;
    case TransportUnderTest::Dcom:
        return cell.com.always.empty() ? cell.clear : cell.com;
    }
    return cell.clear;
}

} // namespace deskwarden::integration
