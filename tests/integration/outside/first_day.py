#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT
"""The first day with the console, from empty settings to a finished bulk with failures and a retry:

    first_day.py CONSOLE SIMULATOR keys|mouse

By keys alone, or by clicks alone. By clicks alone the broker stands in the list of servers that a colleague has handed on;
typed is what no click can tell: the password, and the number that confirms many."""

import sys

from gi.repository import Atspi

from outside import BROKER_NAME, Failure, PASSWORD, USER, play, wait_for

ROLE = Atspi.Role
BUTTON = ROLE.PUSH_BUTTON
SESSIONS = 120
FAILURES = 2


class Keys:
    """A person whose hands stay on the keyboard."""

    def __init__(self, ground):
        self.ground = ground

    is_broker_known = False

    def go_to(self, thing, within, most=30):
        """Tab until it has the focus."""
        for _ in range(most):
            if thing.has(Atspi.StateType.FOCUSED):
                return
            self.ground.key("Tab")
        raise Failure(f"{most} Tabs do not lead to {thing.name} in {within.name}")

    def choose_broker(self, dialog):
        self.fill(self.ground.see(ROLE.TEXT, "Address", dialog), self.ground.address, dialog)
        self.fill(self.ground.see(ROLE.TEXT, "User", dialog), USER, dialog)

    def fill(self, thing, text, within):
        self.go_to(thing, within)
        self.ground.key("ctrl+a")
        self.ground.type(text)

    def press(self, thing, within):
        self.go_to(thing, within)
        self.ground.key("Return")

    def choose_disconnected(self):
        self.ground.key("ctrl+f")
        self.ground.type("state:disconnected")
        self.ground.key("ctrl+Return")

    def log_off(self):
        self.ground.key("ctrl+l")


class Mouse:
    """A person whose hand stays on the mouse."""

    is_broker_known = True

    def __init__(self, ground):
        self.ground = ground

    def choose_broker(self, dialog):
        servers = self.ground.see(ROLE.LIST, "Servers", dialog)
        self.ground.click(wait_for("the broker in the list", lambda: next(
            (line for line in servers.children() if line.name.startswith(BROKER_NAME)), None)))
        if self.ground.see(ROLE.TEXT, "User", dialog).text() != USER:
            raise Failure("a click on the broker does not fill in the user")

    def fill(self, thing, text, _within):
        self.ground.click(thing)
        self.ground.click(thing)  # a double click marks what is there
        self.ground.type(text)

    def press(self, thing, _within):
        self.ground.click(thing)

    def choose_disconnected(self):
        menus = self.ground.see(ROLE.MENU_BAR)
        self.ground.click(self.ground.see(ROLE.MENU_ITEM, "Select", menus))
        self.ground.click(self.ground.see(ROLE.MENU_ITEM, "All disconnected", menus))

    def log_off(self):
        self.ground.click(self.ground.see_ready(BUTTON, "Log off"))


HAND = {"keys": Keys, "mouse": Mouse}[sys.argv[3]]


def connect(ground, hand):
    """The first start asks for a broker by itself."""
    dialog = ground.dialog("Connect")
    hand.choose_broker(dialog)
    hand.fill(ground.see(ROLE.PASSWORD_TEXT, "", dialog), PASSWORD, dialog)
    hand.press(ground.see_ready(BUTTON, "Connect", dialog), dialog)
    ground.no_dialog()


def confirm(ground, hand, count, needs_number):
    """Many are confirmed by their number."""
    dialog = ground.dialog("Log off")
    button = ground.see(BUTTON, "Log off", dialog)
    if needs_number:
        if button.is_ready():
            raise Failure(f"{count} can be logged off without a word")
        hand.fill(ground.see(ROLE.TEXT, "To confirm", dialog), str(count), dialog)
    wait_for("that the button can be pressed", button.is_ready)
    hand.press(button, dialog)
    ground.no_dialog()


def logged_off(ground):
    return [act["DomainName"] + "\\" + act["UserName"] for act in ground.journal() if act["action"] == "logoff"]


def first_day(ground):
    hand = HAND(ground)
    connect(ground, hand)
    table = ground.see(ROLE.TABLE, "Sessions")
    wait_for("the list", lambda: table.rows() == SESSIONS)

    hand.choose_disconnected()
    wait_for("that the disconnected are left", lambda: 0 < table.rows() < SESSIONS and table.cell(
        table.rows() - 1, 0).has(Atspi.StateType.SELECTED))
    chosen = set(table.column("User"))
    hand.log_off()
    confirm(ground, hand, len(chosen), True)
    ground.see(ROLE.LABEL, f"All {len(chosen)} acts have finished, {FAILURES} failed, {len(chosen) - FAILURES} done")
    wait_for("that the others are logged off", lambda: len(logged_off(ground)) == len(chosen) - FAILURES)

    hand.press(ground.see_ready(BUTTON, f"Retry {FAILURES} failed"), ground.window)
    confirm(ground, hand, FAILURES, False)
    wait_for("that all are logged off", lambda: len(logged_off(ground)) == len(chosen))
    ground.see(ROLE.LABEL, f"All {len(chosen) + FAILURES} acts have finished, {FAILURES} failed, {len(chosen)} done")
    if set(logged_off(ground)) != chosen:
        raise Failure(f"logged off {logged_off(ground)}, not {chosen}")


if __name__ == "__main__":
    sys.exit(play(first_day, ["--sessions", str(SESSIONS), "--hosts", "4", "--seed", "11", "--fault", "logoff#2=return:5",
                              "--fault", "logoff#4=return:5"], is_broker_known=HAND.is_broker_known))
