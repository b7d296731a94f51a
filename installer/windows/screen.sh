# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash

# Sourced: an X server of the run's own with a window manager, and a hand for the console in it.

# start_screen FOLDER: before Wine starts, whose desktop belongs to the screen that is there at that moment
start_screen() {
    Xvfb -displayfd 3 -screen 0 1366x850x24 -noreset -nolisten tcp 3>"$1/display" 2>"$1/xvfb.log" &
    screen=$!
    for _ in $(seq 300); do
        [ -s "$1/display" ] && break
        kill -0 "$screen" 2>/dev/null || { cat "$1/xvfb.log" >&2; return 1; }
        sleep 0.1
    done
    DISPLAY=:$(cat "$1/display")
    export DISPLAY
    XDG_CACHE_HOME=$1 openbox >/dev/null 2>&1 &
}

stop_screen() { [ -z "${screen:-}" ] || kill "$screen" 2>/dev/null || true; }

# wait_for_window NAME SECONDS: the id of a visible window of that name
wait_for_window() {
    local id
    for _ in $(seq $(($2 * 5))); do
        id=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -1) || true
        [ -z "$id" ] || { echo "$id"; return 0; }
        sleep 0.2
    done
    return 1
}

# click_in WINDOW X Y: a negative coordinate counts from the right or the lower edge
click_in() {
    local WIDTH=0 HEIGHT=0 x=$2 y=$3
    eval "$(xdotool getwindowgeometry --shell "$1" | grep -E '^(WIDTH|HEIGHT)=[0-9]+$')"
    [ "$x" -ge 0 ] || x=$((WIDTH + x))
    [ "$y" -ge 0 ] || y=$((HEIGHT + y))
    xdotool mousemove --window "$1" "$x" "$y"
    sleep 0.3
    xdotool click 1
    sleep 0.5
}

# type_in WINDOW WORDS: a window that took a click need not have the keyboard
type_in() {
    xdotool windowactivate "$1"
    sleep 0.5
    xdotool type --delay 60 "$2"
}

# log_off_five PICTURE: in the console that is open, as a person does: filters, chooses five active sessions, confirms. The
# places are those of the window as it opens; sizes of fonts move them by less than what is clicked is wide.
log_off_five() {
    local main dialog
    main=$(wait_for_window '^Deskwarden$' 60) || { echo "no window" >&2; return 1; }
    # It comes after the window's first paint, and takes clicks a moment later.
    for _ in 1 2 3; do
        dialog=$(wait_for_window 'Connect to a broker' 6) || break
        sleep 1
        click_in "$dialog" -138 -23
        sleep 1
    done
    sleep 6                  # the first list
    click_in "$main" 290 107 # the chip "Active", right of the servers
    click_in "$main" 560 75  # the filter
    type_in "$main" o
    sleep 2
    import -window root "$1-filtered.png"
    click_in "$main" 440 300 # a row
    xdotool key shift+Down shift+Down shift+Down shift+Down
    sleep 1
    click_in "$main" 252 38 # Log off…
    if ! dialog=$(wait_for_window '^Log off' 8); then
        echo "the button was not hit; by its key instead" >&2
        xdotool key ctrl+l
        dialog=$(wait_for_window '^Log off' 8) || { import -window root "$1-lost.png"; return 1; }
    fi
    sleep 1
    click_in "$dialog" -262 -52 # the number
    type_in "$dialog" 5
    sleep 1
    import -window root "$1-confirmation.png"
    click_in "$dialog" -138 -23 # Log off 5 users
}
