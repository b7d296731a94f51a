#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: try-command-line.sh CLI TEST-WMI EVENT-VIEWER MESSAGES: what only a whole Windows shows of the command line, asked under Wine: Wine's own
# WMI by COM; the automatic transport with its reasons; WMI's test server (the DLL TEST-WMI) in the registry's place of the
# locator; the policy in HKLM; the event log, with the sentences of the library MESSAGES. Libraries are found through WINEPATH.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=wine-prefix.sh
. "$here/wine-prefix.sh"
cli=$1
test_wmi=$(realpath "$2")
event_viewer=$(realpath "$3")
messages=$(realpath "$4")

scratch=$(mktemp -d)
finish() {
    stop_wine
    rm -rf "$scratch"
}
trap finish EXIT
start_wine "$scratch/prefix"

# ask EXIT ARGUMENTS...: what it says goes to $scratch/said and $scratch/errors
failures=0
ask() {
    local exit=$1 status=0
    shift
    timeout 120 /usr/lib/wine/wine64 "$cli" "$@" >"$scratch/said" 2>"$scratch/errors" </dev/null || status=$?
    [ "$status" -eq "$exit" ] || complain "exit $status instead of $exit: $*"
}
complain() {
    echo "command line: $1" >&2
    cat "$scratch/said" "$scratch/errors" >&2
    failures=$((failures + 1))
}
# expect WHAT FILE PATTERN: a line of the answer says so
expect() {
    if grep -qE "$3" "$scratch/$2"; then echo "command line: $1: as it should be"; else complain "$1: no $3 in its $2"; fi
}

ask 0 query 'SELECT Name, ProcessId FROM Win32_Process' --server wmi://localhost --namespace 'root\cimv2' --json
expect 'names are texts and numbers are numbers' said '^\{"Name":"deskwarden-cli\.exe","ProcessI[dD]":[0-9]+\}.?$'
ask 0 query 'SELECT * FROM Win32_OperatingSystem' --server wmi://localhost --namespace 'root\cimv2' --json
expect 'a uint64 is a number, a flag is a flag' said '"FreePhysicalMemory":[0-9]+,.*"Primary":true,'
ask 3 query 'SELECT FROM' --server wmi://localhost --namespace 'root\cimv2'
expect 'a wrong query is called one' errors 'malformed question'
ask 3 list --server localhost
expect 'a computer without the broker is told apart' errors 'not a Connection Broker'

address=$(hostname -I 2>/dev/null | tr ' ' '\n' | grep -m1 -E '^[0-9.]+$' || true)
if [ -n "$address" ] && ! (exec 3<>"/dev/tcp/$address/135") 2>/dev/null; then
    ask 3 list --server "$address"
    expect 'why WinRM is closed' errors 'WinRM: connection_refused .*port 5986.*port 5985'
    expect 'why DCOM is closed' errors 'DCOM: connection_refused'
else
    echo "command line: left out: the reasons of both transports (this computer has no address but loopback)"
fi

# From here on WMI is the test server; what it does not know it asks of Wine's.
wine_quietly reg add 'HKLM\Software\Classes\CLSID\{4590F811-1D3A-11D0-891F-00AA004B2E24}\InprocServer32' /ve \
    /d "$(windows_path "$test_wmi")" /f
export DESKWARDEN_TEST_SESSIONS=25
ask 0 list --server localhost --json
[ "$(grep -c '"SessionId"' "$scratch/said")" -eq 25 ] || complain 'WinRM is closed, DCOM lists: not 25 sessions'
expect 'WinRM is closed, DCOM lists' said '"UserName":"'
host=$(sed -n 's/.*"ConnectState":0.*"VMHostName":"\([^"]*\)".*/\1/p' "$scratch/said" | head -1)
number=$(sed -n 's/.*"ConnectState":0.*"SessionId":\([0-9]*\).*/\1/p' "$scratch/said" | head -1)

policy='HKLM\Software\Policies\Deskwarden'
wine_quietly reg add "$policy" /v readOnly /t REG_DWORD /d 1 /f
ask 5 logoff --server localhost --session "$host/$number" --yes
expect 'a policy in HKLM forbids' errors 'Policy'
wine_quietly reg add "$policy" /v readOnly /t REG_DWORD /d 0 /f
wine_quietly reg add "$policy" /v actions /t REG_MULTI_SZ /d message /f
ask 5 logoff --server localhost --session "$host/$number" --yes
expect 'a policy in HKLM names the acts' errors 'Policy'
wine_quietly reg delete "$policy" /f

settings=$(find "$WINEPREFIX/drive_c/users" -mindepth 1 -maxdepth 1 -type d ! -name Public | head -1)/AppData/Local/deskwarden
mkdir -p "$settings"
printf '[acts]\nsystemLog=true\n' >"$settings/preferences.ini"
WINEDEBUG=trace+eventlog ask 0 logoff --server localhost --session "$host/$number" --yes --json
expect 'the act is done by COM' said '"outcome":"done"'
expect 'the event log is told of it' errors "ReportEventW .*Act: logoff.*Session: $number on $host.*Outcome: done"
# The event as it was reported, by the sentence that is registered for it.
event=$(sed -n 's/.*ReportEventW ([^,]*,[^,]*,[^,]*,\(0x[0-9a-f]*\),.*/\1/p' "$scratch/errors" | head -1)
wine_quietly reg add 'HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Application\Deskwarden' /v EventMessageFile /t REG_EXPAND_SZ \
    /d "$(windows_path "$messages")" /f
wine_quietly "$event_viewer" "${event:-none}" "Session: $number on $host" 0x409 || true
tr -d '\r' <"$WINEPREFIX/output.log" >"$scratch/said"
expect 'the event viewer has a sentence for it' said 'A session was to be logged off'
expect 'and shows what was reported' said "^Session: $number on $host"
[ "$failures" -eq 0 ]
