#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

"""complete-in-shell.py SHELL PROGRAMS: teaches a real SHELL (bash, zsh, fish) what the programs in the folder PROGRAMS print,
types lines into it and presses Tab. What must be offered is offered, what must not be is not. Prints one line a violation."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
import time

SHELL, PROGRAMS = sys.argv[1], os.path.abspath(sys.argv[2])
PATIENCE = 60  # seconds until what must come has come

# line, what is offered, what is not; HOST is a VM host of the record
CASES = [
    ("deskwarden-cli lo", ["logoff"], ["list", "message"]),
    ("deskwarden-cli logoff --verify", ["--verify-timeout"], ["--verbose"]),
    ("deskwarden-cli list --sta", ["--state"], ["--saved"]),
    ("deskwarden-cli list --state D", ["Disconnected", "Down"], ["Active"]),
    ("deskwarden-cli list --state=Dis", ["Disconnected"], ["Down"]),
    ("deskwarden-cli list --auth k", ["kerberos"], ["negotiate"]),
    ("deskwarden-cli list --server https://br", ["broker.example.com", "broker2.example.com:5999"], ["other"]),
    ("deskwarden-cli list --server broker3.ex", ["broker3.example.com"], []),
    ("deskwarden-cli drain --server demo:40 --vm-host HO", ["HOST"], []),
    ("deskwarden-cli list --server https://other.example.com --host HO", [], ["HOST"]),
    ("deskwarden --serv", ["--server"], ["--tour"]),
    ("deskwarden --server https://broker2", ["broker2.example.com:5999"], ["broker3"]),
    ("deskwarden-simulator --encrypt r", ["require"], ["allow"]),
    ("deskwarden-simulator --sess", ["--sessions"], ["--seed"]),
]
SERVERS = ["https://broker.example.com", "https://broker2.example.com:5999", "broker3.example.com", "https://other.example.com"]

violations = []


def run(environment, program, *arguments):
    return subprocess.run([os.path.join(PROGRAMS, program), *arguments], env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=False).stdout.decode()


def prepared(home):
    """What a person has around who has used the programs: servers, and a record of acts. Returns the environment and a VM host."""
    environment = dict(os.environ, HOME=home, TERM="dumb", LC_ALL="C.UTF-8", PATH=PROGRAMS + ":" + os.environ["PATH"],
                       XDG_CONFIG_HOME=home + "/config", XDG_DATA_HOME=home + "/data", XDG_CACHE_HOME=home + "/cache")
    os.makedirs(home + "/config/deskwarden")
    with open(home + "/config/deskwarden/servers.json", "w", encoding="utf-8") as file:
        json.dump({"version": 1, "servers": [{"address": address} for address in SERVERS]}, file)
    session = json.loads(run(environment, "deskwarden-cli", "list", "--server", "demo:40", "--json").splitlines()[0])
    host = session["VMHostName"]
    run(environment, "deskwarden-cli", "disconnect", "--server", "demo:40", "--all-matching", "--host", host, "--yes",
        "--verify-timeout", "0")
    return environment, host


class Terminal:
    """A shell at a terminal, which is read until something has come."""

    def __init__(self, command, environment):
        self.seen = ""
        self.process, self.master = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, environment)

    def send(self, text):
        os.write(self.master, text.encode())

    def read_until(self, is_enough, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while not is_enough(self.text()) and time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.master, 65536).decode(errors="replace")
                except OSError:
                    break
        return self.text()

    def text(self):
        plain = re.sub("\x1b(\\[[0-9;?]*[A-Za-z]|[=>]|\\][^\x07]*\x07)", "", self.seen)
        return plain.replace("\r", "")

    def end(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.master)


SETUP = {
    "bash": "bind 'set show-all-if-ambiguous on'; bind 'set page-completions off'; bind 'set completion-query-items 0'; "
            "bind 'set enable-bracketed-paste off'; PS1='> '",
    "zsh": "PS1='> '; LISTMAX=10000; unsetopt prompt_sp zle_bracketed_paste beep; setopt no_list_beep no_list_ambiguous; autoload -U compinit; "
           "compinit -D -u; zstyle ':completion:*' verbose no; zstyle ':completion:*' menu no",
}
COMMANDS = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}


def offered_at_a_terminal(line, wanted, environment, scripts):
    """What stands on the screen after Tab, below the line that was typed."""
    terminal = Terminal(COMMANDS[SHELL], environment)
    terminal.send(SETUP[SHELL] + "; " + "; ".join("source " + script for script in scripts) + "; echo rea''dy\n")
    terminal.read_until(lambda text: "ready" in text)
    terminal.seen = ""
    terminal.send(line + "\t")
    typed = line.split()[-1]
    # What completes the one word stands behind it; a list stands below the line.
    text = terminal.read_until(lambda text: wanted and all(word in text for word in wanted) and text != line,
                               PATIENCE if wanted else 3)
    terminal.end()
    return text.replace(line, typed, 1)


def offered(line, wanted, environment, scripts):
    if SHELL == "fish":
        sourced = "; ".join("source " + script for script in scripts)
        told = subprocess.run(["fish", "--no-config", "-c", sourced + "; complete -C " + json.dumps(line)], env=environment,
                              stdout=subprocess.PIPE, check=True).stdout.decode()
        return "\n".join(row.split("\t")[0] for row in told.splitlines())  # behind a tab stands the description
    return offered_at_a_terminal(line, wanted, environment, scripts)


with tempfile.TemporaryDirectory() as home:
    environment, host = prepared(home)
    scripts = []
    for program in ("deskwarden", "deskwarden-cli", "deskwarden-simulator"):
        script = os.path.join(home, "_" + program)
        with open(script, "w", encoding="utf-8") as file:
            file.write(run(environment, program, "--print-completion", SHELL))
        scripts.append(script)
    for line, wanted, unwanted in CASES:
        # The host's name, and the first half of it where it is to be completed.
        line = re.sub("HO$", host[: len(host) // 2], line)
        wanted = [word.replace("HOST", host) for word in wanted]
        text = offered(line, wanted, environment, scripts)
        for word in wanted:
            if word not in text:
                violations.append(f"{line!r}: {word} is not offered: {text!r}")
        for word in unwanted:
            if re.search("(^|\\s)" + re.escape(word.replace("HOST", host)), text):
                violations.append(f"{line!r}: {word} is offered: {text!r}")

for text in violations:
    print(f"{SHELL}: {text}")
sys.exit(1 if violations else 0)
