# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the servers for one test share. Each runs in the foreground in a folder of its own, prints one
# line `ready KEY=VALUE …` once it answers, and ends on TERM, INT or when its parent ends.
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
export root
program=$(basename "$0")

# The parent's end ends us, also when a test is killed.
if [ -z "${PH_SERVER_WATCHED:-}" ]; then
    PH_SERVER_WATCHED=1 exec setpriv --pdeathsig TERM -- bash "$0" "$@"
fi

fail() { echo "$program: $1" >&2; exit 1; }

[ $# -ge 1 ] || fail "usage: $program DIR [options]"
dir=$1
shift
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
log=$dir/$program.log

free_port() {
    /usr/bin/python3 -c 'import random, socket
while True:
    port = random.randrange(20000, 32000)
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            continue
    print(port)
    break'
}

random_word() { head -c 18 /dev/urandom | base64 | tr '+/' '-_'; }

# Servers refuse to run as root: then the folder is given to another account.
account=
if [ "$(id -u)" = 0 ]; then
    for name in pilothouse-sandbox postgres nobody; do
        if id "$name" > /dev/null 2>&1; then account=$name; break; fi
    done
fi

give_away() { [ -z "$account" ] || chown -R "$account:" "$dir"; }

as_account() {
    if [ -n "$account" ]; then
        setpriv --reuid "$account" --regid "$(id -g "$account")" --clear-groups -- "$@"
    else
        "$@"
    fi
}

# serve PROBE READY-LINE SIGNAL COMMAND…: runs the server until we are told to end.
serve() {
    local probe=$1 line=$2 signal=$3 pid tries=0
    shift 3
    "$@" > "$log" 2>&1 < /dev/null &
    pid=$!
    trap 'kill -s '"$signal"' "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true' EXIT
    trap 'exit 0' TERM INT HUP
    until $probe > /dev/null 2>&1; do
        kill -0 "$pid" 2>/dev/null || fail "the server ended: $(tail -n 3 "$log")"
        tries=$((tries + 1))
        [ "$tries" -lt "${answer_tries:-300}" ] || fail "no answer after $tries tries, see $log"
        sleep 0.1
    done
    echo "ready $line"
    wait "$pid" || true
}

run_as_account() {
    if [ -n "$account" ]; then
        exec setpriv --reuid "$account" --regid "$(id -g "$account")" --clear-groups \
            --pdeathsig TERM -- "$@"
    fi
    exec setpriv --pdeathsig TERM -- "$@"
}
