# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT
"""The console as somebody else meets it: a screen and a simulator of its own, keys and clicks from outside (xdotool), and
for eyes what assistive technology is told (AT-SPI). A scenario is played by run.sh, which gives it a home and a bus of its own:

    run.sh SCENARIO.py CONSOLE SIMULATOR

Everything that it starts has ended when it ends."""

import contextlib
import json
import os
import pathlib
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

USER = "helpdesk"
PASSWORD = "Correct-Horse-7"
BROKER_NAME = "Office desktops"
PATIENCE = 60  # seconds; a busy machine takes its time


class Failure(Exception):
    """What was to be seen was not seen."""


def wait_for(what, look, seconds=PATIENCE):
    """What look() answers as soon as it is something."""
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(GLib.Error):  # a widget may go while it is looked at
            found = look()
            if found:
                return found
        if time.monotonic() > end:
            raise Failure(f"not seen within {seconds} s: {what}")
        time.sleep(0.1)


class Thing:
    """Something that assistive technology is told of."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def role(self):
        return self.accessible.get_role()

    def has(self, *states):
        held = self.accessible.get_state_set()
        return all(held.contains(state) for state in states)

    def is_shown(self):
        return self.has(Atspi.StateType.SHOWING, Atspi.StateType.VISIBLE)

    def is_ready(self):
        return self.is_shown() and self.has(Atspi.StateType.SENSITIVE)

    def children(self):
        for number in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(number)
            if child is not None:
                yield Thing(child)

    def all(self):
        """Itself and all in it, but not the cells of tables and trees, which are many."""
        yield self
        if self.role not in (Atspi.Role.TABLE, Atspi.Role.TREE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST):
            for child in self.children():
                yield from child.all()

    def find(self, role, beginning="", shown=True):
        for thing in self.all():
            if thing.role == role and thing.name.startswith(beginning) and (not shown or thing.is_shown()):
                return thing
        return None

    def text(self):
        """What stands in a field."""
        return Atspi.Text.get_text(self.accessible.get_text_iface(), 0, -1)

    # Tables

    def rows(self):
        return self.accessible.get_table_iface().get_n_rows()

    def columns(self):
        table = self.accessible.get_table_iface()
        return [table.get_column_description(number) for number in range(table.get_n_columns())]

    def row(self, number):
        """The texts of a row by the names of its columns."""
        return {column: self.cell(number, place).name for place, column in enumerate(self.columns())}

    def column(self, name):
        """The texts of all rows in that column."""
        place = self.columns().index(name)
        return [self.cell(number, place).name for number in range(self.rows())]

    def cell(self, row, column):
        return Thing(self.accessible.get_table_iface().get_accessible_at(row, column))

    # What assistive technology can do

    def press(self):
        """As a screen reader presses what a person points at."""
        action = self.accessible.get_action_iface()
        for number in range(action.get_n_actions()):
            if Atspi.Action.get_action_name(action, number) in ("Press", "Toggle"):
                Atspi.Action.do_action(action, number)
                return
        raise Failure(f"{self.name}: cannot be pressed")

    def write(self, text):
        if not self.accessible.get_editable_text_iface().set_text_contents(text):
            raise Failure(f"{self.name}: cannot be written into")

    def middle(self):
        box = self.accessible.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return box.x + box.width // 2, box.y + box.height // 2


class Ears:
    """What assistive technology is told without asking: which thing has the focus now, whose name has changed."""

    def __init__(self):
        self.focused = []
        self.renamed = []
        self.listener = Atspi.EventListener.new(self.hear)
        for kind in ("object:state-changed:focused", "object:property-change:accessible-name"):
            self.listener.register(kind)

    def hear(self, event):
        with contextlib.suppress(GLib.Error):
            heard = Thing(event.source)
            if event.type.startswith("object:property-change"):
                self.renamed.append((heard.role, heard.name))
            elif event.detail1:
                self.focused.append(heard)

    @staticmethod
    def listen():
        while GLib.MainContext.default().iteration(False):
            pass

    def focus_on(self, role, beginning=""):
        """The thing that got the focus, if it was told last."""
        self.listen()
        last = self.focused[-1] if self.focused else None
        return last if last is not None and last.role == role and last.name.startswith(beginning) else None

    def has_heard(self, role, name):
        self.listen()
        return (role, name) in self.renamed


class Ground:
    """A screen, a home and a bus of its own, a simulator, and the console on it."""

    def __init__(self):
        self.started = []
        self.log = None

    def begin(self, console, simulator, simulator_options, console_options, is_broker_known):
        self.place = pathlib.Path(os.environ["HOME"])
        self.journal_file = self.place / "journal"
        self.start_screen()
        self.tell_that_somebody_listens()
        self.ears = Ears()
        self.address = self.start_simulator(simulator, simulator_options)
        if is_broker_known:
            self.hand_on_the_broker()
        options = [option.replace("ADDRESS", self.address) for option in console_options]
        self.log = open(self.place / "console.log", "wb")
        self.console = self.start([console, *options], stdout=self.log, stderr=self.log)
        self.window = wait_for("the window", self.find_window)

    def start(self, command, **how):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, **how)
        self.started.append(process)
        return process

    def start_screen(self):
        reading, writing = os.pipe()
        self.start(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-noreset", "-nolisten", "tcp"],
                   pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with open(reading, encoding="ascii") as told:
            number = told.readline().strip()
        if not number:
            raise Failure("Xvfb did not start")
        os.environ["DISPLAY"] = ":" + number
        self.start(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @staticmethod
    def tell_that_somebody_listens():
        """As a screen reader does: programs tell nothing before."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                      GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True))), None,
                      Gio.DBusCallFlags.NONE, -1, None)

    def start_simulator(self, simulator, options):
        process = subprocess.Popen(
            [simulator, "--port", "0", "--user", USER, "--password-stdin", "--journal", str(self.journal_file), *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.started.append(process)
        process.stdin.write(PASSWORD + "\n")
        process.stdin.close()
        line = process.stdout.readline()
        if not line.startswith("listening on "):
            raise Failure("the simulator does not listen")
        return line.split()[2]

    def hand_on_the_broker(self):
        """As a colleague hands on a list of servers, without passwords."""
        folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"]) / "deskwarden"
        folder.mkdir(mode=0o700)
        (folder / "servers.json").write_text(json.dumps({"version": 1, "servers": [
            {"address": self.address, "name": BROKER_NAME, "user": USER}]}), encoding="utf-8")

    def journal(self):
        """What was really done to whom."""
        if not self.journal_file.exists():
            return []
        return [json.loads(line) for line in self.journal_file.read_text(encoding="utf-8").splitlines()]

    # Eyes

    def windows(self):
        for application in Thing(Atspi.get_desktop(0)).children():
            if application.name == "Deskwarden":
                application.accessible.set_cache_mask(Atspi.Cache.NONE)
                yield from application.children()

    def find_window(self):
        return next((window for window in self.windows() if window.role == Atspi.Role.FRAME), None)

    def dialog(self, beginning):
        return wait_for(f"the dialog {beginning}", lambda: next(
            (window for window in self.windows()
             if window.role == Atspi.Role.DIALOG and window.name.startswith(beginning) and window.is_shown()), None))

    def no_dialog(self):
        wait_for("that all dialogs are closed", lambda: not any(
            window.role == Atspi.Role.DIALOG and window.is_shown() for window in self.windows()))

    def see(self, role, beginning="", within=None):
        return wait_for(f"{role.value_nick} {beginning}", lambda: (within or self.window).find(role, beginning))

    def see_ready(self, role, beginning="", within=None):
        thing = self.see(role, beginning, within)
        wait_for(f"that {beginning} can be used", thing.is_ready)
        return thing

    def focus(self, within=None):
        return next((thing for thing in (within or self.window).all() if thing.has(Atspi.StateType.FOCUSED)), None)

    # Hands

    def hand(self, *words):
        subprocess.run(["xdotool", *words], check=True, stdout=subprocess.DEVNULL)
        time.sleep(0.15)

    def key(self, *keys):
        for key in keys:
            self.hand("key", "--clearmodifiers", key)

    def type(self, text):
        self.hand("type", "--delay", "25", "--clearmodifiers", "--", text)

    def click(self, thing, button=1):
        x, y = thing.middle()
        self.hand("mousemove", str(x), str(y))
        self.hand("click", str(button))

    def end(self):
        for process in reversed(self.started):
            process.terminate()
        for process in reversed(self.started):
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
        if self.log is not None:
            self.log.close()


def play(scenario, simulator_options, console_options=(), is_broker_known=False):
    """Runs the scenario on a ground of its own. A failure says what was seen, and leaves a picture if a folder for it was
    named (DESKWARDEN_OUTSIDE_PICTURES) and ImageMagick is there."""
    console, simulator = sys.argv[1:3]
    ground = Ground()
    try:
        ground.begin(console, simulator, simulator_options, console_options, is_broker_known)
        scenario(ground)
        print("passed")
        return 0
    except Failure as failure:
        print(f"FAILED: {failure}", file=sys.stderr)
        for window in ground.windows():
            for thing in window.all():
                if thing.is_shown() and thing.name:
                    print(f"  {thing.role.value_nick}: {thing.name}", file=sys.stderr)
        print((ground.place / "console.log").read_text(encoding="utf-8", errors="replace"), file=sys.stderr)
        if pictures := os.environ.get("DESKWARDEN_OUTSIDE_PICTURES"):
            picture = pathlib.Path(pictures) / f"{pathlib.Path(sys.argv[0]).stem}.png"
            subprocess.run(["import", "-window", "root", str(picture)], check=False)
        return 1
    finally:
        ground.end()
