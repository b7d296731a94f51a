#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT
"""What a person does who hears the screen: finds a user, hears the row, opens the menu, logs the user off, and hears what
came of it."""

import sys

from gi.repository import Atspi

from outside import Failure, PASSWORD, USER, play, wait_for

ROLE = Atspi.Role
RESULT = "1 act has finished, 1 done"


def somebody(table):
    """The account of an active user, as the first such row tells it."""
    for number in range(table.rows()):
        row = table.row(number)
        if row["State"].startswith("Active"):
            return row["User"]
    return None


def log_off_one(ground):
    signing_in = ground.dialog("Connect")
    ground.see(ROLE.PASSWORD_TEXT, "", signing_in).write(PASSWORD)
    ground.see_ready(ROLE.PUSH_BUTTON, "Connect", signing_in).press()
    table = ground.see(ROLE.TABLE, "Sessions")
    wait_for("the list", lambda: table.rows() == 12)
    user = wait_for("an active user", lambda: somebody(table))

    status = ground.see(ROLE.LABEL, "Nothing was done yet")
    ground.see(ROLE.TEXT, "Filter").write(user.split("\\")[-1])
    wait_for("that one row is left", lambda: table.rows() == 1)
    row = table.row(0)
    if row["User"] != user or not row["State"].startswith("Active") or not row["Machine"]:
        raise Failure(f"the row of {user} reads {row}")
    ground.key("ctrl+f", "Return")
    wait_for("that the row is selected", lambda: table.cell(0, 0).has(Atspi.StateType.SELECTED))

    for key in ("Menu", "shift+F10"):
        ground.key("Escape", key, "Down")
        entry = wait_for(f"the first entry of the menu by {key}", lambda: ground.ears.focus_on(ROLE.MENU_ITEM))
    if not entry.name.startswith("Log off"):
        raise Failure(f"the first entry of the menu is {entry.name}")
    entry.press()

    asking = ground.dialog("Log off")
    if user.split("\\")[-1] not in asking.description:
        raise Failure(f"the question does not name {user}: {asking.description}")
    ground.see_ready(ROLE.PUSH_BUTTON, "Log off", asking).press()
    ground.no_dialog()
    wait_for("that the label tells the result", lambda: status.name == RESULT)
    wait_for("that the result is told without being asked for", lambda: ground.ears.has_heard(ROLE.LABEL, RESULT))

    done = [(act["action"], act["DomainName"] + "\\" + act["UserName"]) for act in ground.journal()]
    if done != [("logoff", user)]:
        raise Failure(f"the simulator has done {done}, not logged off {user}")


if __name__ == "__main__":
    sys.exit(play(log_off_one, ["--sessions", "12", "--hosts", "3", "--seed", "7"],
                  ["--server", "ADDRESS", "--user", USER]))
