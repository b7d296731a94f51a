// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/FaultTable.h"

#include <array>

namespace deskwarden::integration {

namespace {

constexpr std::array rows{
    // The method answers with a code of its own.
    FaultRow{"logoff=return:5", "logoff", "failed", 5, 0},
    FaultRow{"logoff=return:21", "logoff", "failed", 21, 0},
    FaultRow{"logoff=return:4711", "logoff", "failed", 4711, 0},
    FaultRow{"logoff=return:1168", "logoff", "already_gone", 1168, 0},
    FaultRow{"logoff=return:7022", "logoff", "already_gone", 7022, 0},
    FaultRow{"logoff=return:7007", "logoff", "still_signing_out", 7007, 0},
    FaultRow{"logoff=return:1460", "logoff", "unknown", 1460, 0},
    FaultRow{"disconnect=return:5", "disconnect", "failed", 5, 0},
    FaultRow{"message=return:87", "message", "failed", 87, 0},
    // The call is answered with a fault, in either of Windows' two forms.
    FaultRow{"logoff=fault:5", "logoff", "failed", -1, 0},
    FaultRow{"logoff=fault:0x803381A6", "logoff", "failed", -1, 0},
    FaultRow{"logoff=fault:0x80338029", "logoff", "unknown", -1, 0},
    FaultRow{"logoff=fault:0x80338000", "logoff", "unknown", -1, 0}, // says gone, and it is still there
    FaultRow{"logoff=fault:995", "logoff", "unknown", -1, 0},        // says nothing of the act
    FaultRow{"logoff=fault:0", "logoff", "unknown", -1, 0},          // gives no code
    FaultRow{"logoff=wmi-error:0x80041033", "logoff", "unknown", -1, 0},
    FaultRow{"logoff=wmi-error:0x80041003", "logoff", "failed", -1, 0},
    FaultRow{"logoff=wmi-error:0x80041069", "logoff", "unknown", -1, 0},
    FaultRow{"message=wmi-error:0x80041024", "message", "failed", -1, 0},
    // It was carried out all the same.
    FaultRow{"logoff=fault-after:995", "logoff", "done", -1, 1},
    FaultRow{"logoff=fault-after:0", "logoff", "done", -1, 1},
    FaultRow{"logoff=fault-after:0x80041033", "logoff", "done", -1, 1},
    FaultRow{"logoff=fault-after:0x80041002", "logoff", "done", -1, 1},
    FaultRow{"disconnect=fault-after:0x80041006", "disconnect", "done", -1, 1},
    FaultRow{"message=fault-after:0x80041004", "message", "unknown", -1, 1},
    // The answer is lost, late or unreadable.
    FaultRow{"logoff=delay:300", "logoff", "done", 0, 1},
    FaultRow{"logoff=hang", "logoff", "unknown", -1, 0},
    FaultRow{"logoff=drop-before", "logoff", "unknown", -1, 0},
    FaultRow{"logoff=drop-after", "logoff", "done", -1, 1},
    FaultRow{"logoff=garbage", "logoff", "unknown", -1, 0},
    FaultRow{"logoff=truncate", "logoff", "unknown", -1, 0},
    FaultRow{"logoff=no-return-value", "logoff", "unknown", -1, 0},
    FaultRow{"logoff=http:500", "logoff", "unknown", -1, 0},
    FaultRow{"logoff=http:502", "logoff", "unknown", -1, 0},
    FaultRow{"logoff=http:503", "logoff", "failed", -1, 0}, // refused before anything acts upon it
    FaultRow{"disconnect=drop-after", "disconnect", "done", -1, 1},
    FaultRow{"disconnect=drop-before", "disconnect", "unknown", -1, 0},
    FaultRow{"disconnect=hang", "disconnect", "unknown", -1, 0},
    FaultRow{"message=drop-after", "message", "unknown", -1, 1},
    FaultRow{"message=hang", "message", "unknown", -1, 0},
    FaultRow{"message=delay:200", "message", "done", 0, 1},
    // Accepted, and it never ends.
    FaultRow{"logoff=stuck", "logoff", "still_signing_out", 0, 1},
    // The re-read directly before the act.
    FaultRow{"get=reuse", "logoff", "skipped", -1, 0, core::ConnectState::Active, "user_changed"},
    FaultRow{"get=reconnect", "logoff", "skipped", -1, 0, core::ConnectState::Disconnected, "in_use_again"},
    FaultRow{"get=fault:5", "logoff", "failed", -1, 0},
    FaultRow{"get=wmi-error:0x80041003", "logoff", "failed", -1, 0},
    FaultRow{"get=hang", "logoff", "failed", -1, 0},
    FaultRow{"get=drop-before", "logoff", "failed", -1, 0},
    FaultRow{"get=drop-after", "logoff", "failed", -1, 0},
    FaultRow{"get=garbage", "logoff", "failed", -1, 0},
    FaultRow{"get=truncate", "message", "failed", -1, 0},
    FaultRow{"get=http:503", "logoff", "failed", -1, 0},
    FaultRow{"get=delay:200", "disconnect", "done", 0, 1},
    FaultRow{"any#1=delay:100", "logoff", "done", 0, 1},
};

/// The rest of every fault at every action.
constexpr std::array moreRows{
    FaultRow{"disconnect=return:1168", "disconnect", "already_gone", 1168, 0},
    FaultRow{"disconnect=return:7022", "disconnect", "already_gone", 7022, 0},
    FaultRow{"disconnect=return:4711", "disconnect", "failed", 4711, 0},
    FaultRow{"disconnect=return:1460", "disconnect", "unknown", 1460, 0},
    FaultRow{"disconnect=fault:5", "disconnect", "failed", -1, 0},
    FaultRow{"disconnect=fault:0x80338029", "disconnect", "unknown", -1, 0},
    FaultRow{"disconnect=wmi-error:0x80041003", "disconnect", "failed", -1, 0},
    FaultRow{"disconnect=wmi-error:0x80041069", "disconnect", "unknown", -1, 0},
    FaultRow{"disconnect=fault:995", "disconnect", "unknown", -1, 0},
    FaultRow{"disconnect=fault-after:995", "disconnect", "done", -1, 1},
    FaultRow{"disconnect=delay:200", "disconnect", "done", 0, 1},
    FaultRow{"disconnect=garbage", "disconnect", "unknown", -1, 0},
    FaultRow{"disconnect=truncate", "disconnect", "unknown", -1, 0},
    FaultRow{"disconnect=no-return-value", "disconnect", "unknown", -1, 0},
    FaultRow{"disconnect=http:500", "disconnect", "unknown", -1, 0},
    FaultRow{"disconnect=http:503", "disconnect", "failed", -1, 0},
    FaultRow{"message=return:5", "message", "failed", 5, 0},
    FaultRow{"message=return:7022", "message", "already_gone", 7022, 0},
    FaultRow{"message=return:7007", "message", "failed", 7007, 0}, // it is signing out: nobody will see it
    FaultRow{"message=return:1460", "message", "unknown", 1460, 0},
    FaultRow{"message=fault:5", "message", "failed", -1, 0},
    FaultRow{"message=fault:0x80338029", "message", "unknown", -1, 0},
    FaultRow{"message=wmi-error:0x80041003", "message", "failed", -1, 0},
    FaultRow{"message=wmi-error:0x80041069", "message", "unknown", -1, 0},
    FaultRow{"message=fault:995", "message", "unknown", -1, 0},
    FaultRow{"message=fault:0x80338000", "message", "unknown", -1, 0}, // says gone, and it is still there
    FaultRow{"message=fault-after:995", "message", "unknown", -1, 1},
    FaultRow{"message=drop-before", "message", "unknown", -1, 0},
    FaultRow{"message=garbage", "message", "unknown", -1, 0},
    FaultRow{"message=truncate", "message", "unknown", -1, 0},
    FaultRow{"message=no-return-value", "message", "unknown", -1, 0},
    FaultRow{"message=http:500", "message", "unknown", -1, 0},
    FaultRow{"message=http:503", "message", "failed", -1, 0},
    FaultRow{"get=reuse", "disconnect", "skipped", -1, 0, core::ConnectState::Active, "user_changed"},
    FaultRow{"get=reuse", "message", "skipped", -1, 0, core::ConnectState::Active, "user_changed"},
    FaultRow{"get=reconnect", "message", "skipped", -1, 0, core::ConnectState::Disconnected, "in_use_again"},
    FaultRow{"get=fault:5", "disconnect", "failed", -1, 0},
    FaultRow{"get=fault:5", "message", "failed", -1, 0},
    FaultRow{"get=wmi-error:0x80041003", "disconnect", "failed", -1, 0},
    FaultRow{"get=wmi-error:0x80041003", "message", "failed", -1, 0},
    FaultRow{"get=hang", "disconnect", "failed", -1, 0},
    FaultRow{"get=hang", "message", "failed", -1, 0},
    FaultRow{"get=drop-before", "disconnect", "failed", -1, 0},
    FaultRow{"get=drop-before", "message", "failed", -1, 0},
    FaultRow{"get=drop-after", "disconnect", "failed", -1, 0},
    FaultRow{"get=drop-after", "message", "failed", -1, 0},
    FaultRow{"get=garbage", "disconnect", "failed", -1, 0},
    FaultRow{"get=garbage", "message", "failed", -1, 0},
    FaultRow{"get=truncate", "logoff", "failed", -1, 0},
    FaultRow{"get=truncate", "disconnect", "failed", -1, 0},
    FaultRow{"get=http:503", "disconnect", "failed", -1, 0},
    FaultRow{"get=http:503", "message", "failed", -1, 0},
    FaultRow{"get=delay:200", "logoff", "done", 0, 1},
    FaultRow{"get=delay:200", "message", "done", 0, 1},
};

constexpr std::array listRows{
    ListFaultRow{"enumerate=fault:5", false},
    ListFaultRow{"enumerate=wmi-error:0x8004100E", false},
    ListFaultRow{"enumerate=http:503", false},
    ListFaultRow{"enumerate=hang", false},
    ListFaultRow{"enumerate=drop-before", false},
    ListFaultRow{"enumerate=garbage", false},
    ListFaultRow{"enumerate=truncate", false},
    ListFaultRow{"enumerate=delay:200", true},
    ListFaultRow{"pull=fault:0x80338029", false},
    ListFaultRow{"pull=wmi-error:0x80041004", false},
    ListFaultRow{"pull=http:500", false},
    ListFaultRow{"pull=hang", false},
    ListFaultRow{"pull=drop-after", false},
    ListFaultRow{"pull=garbage", false},
    ListFaultRow{"pull=truncate", false},
    ListFaultRow{"pull=delay:200", true},
    ListFaultRow{"any=drop-before", false},
    // One whose sign-in the server forgot goes on.
    ListFaultRow{"pull#1=http:401", true},
    ListFaultRow{"pull=http:401", false},
    // A list whose place the server forgot is asked for anew, once.
    ListFaultRow{"pull#1=fault:0x8033801B", true},
    ListFaultRow{"pull=fault:0x8033801B", false},
    // One whose answer does not fit, in smaller pieces, down to one element.
    ListFaultRow{"pull#1=fault:0x80338049", true},
    ListFaultRow{"pull=fault:0x80338049", false},
};

} // namespace

std::span<const FaultRow> faultRows()
{
    return rows;
}

std::vector<FaultRow> faultMatrix()
{
    std::vector<FaultRow> all(rows.begin(), rows.end());
    all.insert(all.end(), moreRows.begin(), moreRows.end());
    return all;
}

std::span<const ListFaultRow> listFaultRows()
{
    return listRows;
}

} // namespace deskwarden::integration
