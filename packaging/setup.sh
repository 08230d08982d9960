# shellcheck shell=bash
# Shared by packaging/run, packaging/test and .ci/run, which source it: the packages that are needed, and their installation.

SetupFolder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
PackageList=$SetupFolder/debian-12.packages

say() { printf '%s\n' "$*" >&2; }
fail() {
    say "$(basename "$0"): $*"
    exit 1
}

# The packages of the given groups, one a line.
packages() {
    local group
    for group in "$@"; do
        awk -v group="[$group]" '/^\[/ { inside = ($1 == group); next } inside && NF && !/^#/ { print $1 }' "$PackageList"
    done
}

# Those of the packages on standard input that are not installed.
missing() {
    local name
    while read -r name; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s\n' "$name"
    done
}

# setUp GROUP...: installs what is missing of these groups; does and says nothing when all is there.
setUp() {
    local all log
    local -a absent root=()
    all=$(packages "$@")
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "This command installs what it needs with apt-get, on Debian 12 or a system like it; this machine has none."
        say "Install what these Debian packages hold, then build by hand as README.md says:"
        say "$all"
        exit 1
    fi
    mapfile -t absent < <(missing <<<"$all")
    [ ${#absent[@]} -gt 0 ] || return 0

    if [ "$(id -u)" != 0 ]; then
        say "To be installed with apt-get: ${absent[*]}"
        if ! command -v sudo >/dev/null; then
            fail "that takes root, and there is no sudo here. Install these packages as root, or run this command as root."
        fi
        say "That takes root; sudo may ask for your password."
        sudo -v || fail "sudo refused. Install the packages named above as root, then run this command again."
        root=(sudo)
    fi
    root+=(env DEBIAN_FRONTEND=noninteractive)

    mkdir -p "$SetupFolder/../build"
    log=$SetupFolder/../build/setup.log
    say "Installing with apt-get, with what they depend on (a few minutes): ${absent[*]}"
    # apt-get update succeeds with old lists when a mirror does not answer; the installation then says what is wrong.
    "${root[@]}" apt-get update -q >"$log" 2>&1 || aptFailed "$log" "the package lists could not be fetched"
    "${root[@]}" apt-get install -q -y --no-install-recommends "${absent[@]}" >>"$log" 2>&1 </dev/null ||
        aptFailed "$log" "the packages could not be installed"
    say "Installed."
}

aptFailed() {
    say "The last lines of apt-get's output (all of it: $(realpath "$1")):"
    tail -n 8 "$1" | sed 's/^/    /' >&2
    fail "$2. Is there a network, and does /etc/apt/sources.list name a Debian 12 mirror? Then run this command again."
}
